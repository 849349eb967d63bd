"""Read what all pages share: settings, vocabularies, the texts of the interface.

Each is read once for one state of its files: without mistakes, the memo holds what came of it, and
neither the schema nor a parser need be imported.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, TypeVar

import msgspec

from microsite.content.vocabulary import FOLDER as VOCABULARY
from microsite.content.vocabulary import Reading
from microsite.diagnostics import Diagnostic
from microsite.inputs import CODE, CONTENT, LOCALES, Inputs, have_changed
from microsite.languages.texts import Texts
from microsite.memo import LostValueError, Memo, digest
from microsite.options import Options
from microsite.settings import FILE as SETTINGS
from microsite.settings import Settings

Findings = tuple[Diagnostic, ...]
Value = TypeVar("Value")


def settings_of(options: Options, inputs: Inputs, memo: Memo) -> tuple[Settings | None, Findings]:
    """Give the settings of the site."""

    def read() -> tuple[Settings | None, Findings]:
        # Heavy, here and below, and seldom asked for.
        from microsite.content.site_file import read_settings  # noqa: PLC0415

        return read_settings(options.content, options.overrides)

    said = repr(sorted(options.overrides.items()))
    shelf = _Shelf(options, inputs, memo, f"{CONTENT}/{SETTINGS}")
    return shelf.take("settings", (said,), Settings, read)


def vocabulary_of(
    options: Options, inputs: Inputs, memo: Memo, languages: tuple[str, ...]
) -> Reading:
    """Give the vocabularies."""

    def read() -> tuple[Reading, Findings]:
        from microsite.content.vocabulary_files import read_vocabulary  # noqa: PLC0415

        reading = read_vocabulary(options.content, languages)
        return reading, reading.findings

    shelf = _Shelf(options, inputs, memo, f"{CONTENT}/{VOCABULARY}")
    reading, _ = shelf.take("vocabulary", languages, Reading, read)
    assert reading is not None  # noqa: S101 -- mistakes are a reading too
    return reading


def texts_of(
    options: Options, inputs: Inputs, memo: Memo, language: str
) -> tuple[Texts | None, Findings]:
    """Give the texts of the interface in a language."""

    def read() -> tuple[Texts | None, Findings]:
        from microsite.languages.translations import load_texts  # noqa: PLC0415

        return load_texts(options.locales, language)

    shelf = _Shelf(options, inputs, memo, f"{LOCALES}/{language}")
    return shelf.take("texts", (language,), Texts, read)


class _Shelf(NamedTuple):
    """Hold what was read of the files at a place."""

    options: Options
    inputs: Inputs
    memo: Memo
    place: str

    def take(
        self,
        name: str,
        more: tuple[str, ...],
        kind: type[Value],
        read: Callable[[], tuple[Value | None, Findings]],
    ) -> tuple[Value | None, Findings]:
        """Give what was read before of the same files; else read them, and keep what is right.

        A file that was saved after it was looked at has other bytes than its digest says; and what
        may not lie there, such as a link, has none. Neither is kept.
        """
        if self.inputs.has_findings:
            return read()
        files = self.inputs.digests(CODE, self.place)
        key = digest(name, files, self.inputs.libraries, *more)
        kept = self.memo.recall(key)
        if kept is not None:
            with suppress(msgspec.DecodeError):
                return msgspec.msgpack.decode(kept, type=kind), ()
        value, findings = read()
        if value is not None and not findings and not have_changed(self.options, self.inputs):
            with suppress(LostValueError):
                self.memo.remember([(key, msgspec.msgpack.encode(value))])
        return value, findings
