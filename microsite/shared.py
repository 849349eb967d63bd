"""Read what all pages share: settings, vocabularies, the texts of the interface.

Each is read once for one state of its files: without mistakes, the memo holds what came of it, and
neither the schema nor a parser need be imported.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

import msgspec

from microsite.content.vocabulary import FOLDER as VOCABULARY
from microsite.content.vocabulary import Reading
from microsite.diagnostics import Diagnostic
from microsite.inputs import CODE, CONTENT, LOCALES, Inputs
from microsite.languages.texts import Texts
from microsite.memo import LostValueError, Memo, digest
from microsite.options import Options
from microsite.settings import FILE as SETTINGS
from microsite.settings import Settings

Findings = tuple[Diagnostic, ...]
Value = TypeVar("Value")


def _kept(
    memo: Memo, key: str, kind: type[Value], read: Callable[[], tuple[Value | None, Findings]]
) -> tuple[Value | None, Findings]:
    """Give what was read before by the same key; else read it, and keep what is right."""
    kept = memo.recall(key)
    if kept is not None:
        with suppress(msgspec.DecodeError):
            return msgspec.msgpack.decode(kept, type=kind), ()
    value, findings = read()
    if value is not None and not findings:
        with suppress(LostValueError):
            memo.remember([(key, msgspec.msgpack.encode(value))])
    return value, findings


def settings_of(options: Options, inputs: Inputs, memo: Memo) -> tuple[Settings | None, Findings]:
    """Give the settings of the site."""

    def read() -> tuple[Settings | None, Findings]:
        # Heavy, here and below, and seldom asked for.
        from microsite.content.site_file import read_settings  # noqa: PLC0415

        return read_settings(options.content, options.overrides)

    said = repr(sorted(options.overrides.items()))
    key = digest("settings", inputs.digests(CODE, f"{CONTENT}/{SETTINGS}"), inputs.libraries, said)
    return _kept(memo, key, Settings, read)


def vocabulary_of(
    options: Options, inputs: Inputs, memo: Memo, languages: tuple[str, ...]
) -> Reading:
    """Give the vocabularies."""

    def read() -> tuple[Reading, Findings]:
        from microsite.content.vocabulary_files import read_vocabulary  # noqa: PLC0415

        reading = read_vocabulary(options.content, languages)
        return reading, reading.findings

    files = inputs.digests(CODE, f"{CONTENT}/{VOCABULARY}")
    key = digest("vocabulary", files, inputs.libraries, *languages)
    reading, _ = _kept(memo, key, Reading, read)
    assert reading is not None  # noqa: S101 -- mistakes are a reading too
    return reading


def texts_of(
    options: Options, inputs: Inputs, memo: Memo, language: str
) -> tuple[Texts | None, Findings]:
    """Give the texts of the interface in a language."""

    def read() -> tuple[Texts | None, Findings]:
        from microsite.languages.translations import load_texts  # noqa: PLC0415

        return load_texts(options.locales, language)

    files = inputs.digests(CODE, f"{LOCALES}/{language}")
    return _kept(memo, digest("texts", files, inputs.libraries, language), Texts, read)
