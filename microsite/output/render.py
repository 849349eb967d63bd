"""Render views through Jinja templates; a fault of a template is a finding at its line."""

from __future__ import annotations

import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import cast

import msgspec
from jinja2 import TemplateError, TemplateSyntaxError

from microsite.content.groups import unpack
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.languages.texts import FILE, MissingTextError, Texts
from microsite.memo import LostValueError, Memo
from microsite.output.environment import environment
from microsite.output.templates import sentence, template_finding
from microsite.pages.outputs import Output, Piece

_BATCH = 50
"""Pieces that go into the memo together: to write takes long, to hold all of a file much memory."""


class Press(msgspec.Struct, frozen=True):
    """Hold what every output is rendered with."""

    templates: Path
    locales: Path
    revision: str
    """Digest of templates, code and libraries."""
    texts: Mapping[str, Texts]
    memo: Memo
    bodies: Mapping[str, str]
    """The key of each text's body in the memo, by its file."""
    folder: str = ""
    """Where the site stands; empty where nothing is written."""
    stage: str = ""
    """Where what differs from it is written."""
    kept: dict[str, dict[str, bytes]] | None = None
    """The pieces of each file when it was last made by this process, for a process that goes on."""


def pieces(output: Output, press: Press) -> Iterator[bytes]:
    """Give the bytes of an output that is no page, one run of them after the other."""
    made = output.make(output.edition, output.path, *output.inputs)
    new: list[tuple[str, bytes]] = []
    before = press.kept.get(output.path, {}) if press.kept is not None else {}
    now: dict[str, bytes] = {}
    for piece in cast("Iterator[bytes | Piece]", made):
        if not isinstance(piece, Piece):
            yield piece
            continue
        key = f"piece {press.revision} {piece.key}"
        data = before.get(key) or press.memo.recall(key)
        if data is None:
            data = piece.make()
            new.append((key, data))
            if len(new) == _BATCH:
                _remember(new, press.memo)
                new = []
        if press.kept is not None:
            now[key] = data
        yield data
    if press.kept is not None:
        press.kept[output.path] = now
    _remember(new, press.memo)


def _remember(made: Sequence[tuple[str, bytes]], memo: Memo) -> None:
    if made:
        with suppress(LostValueError):
            memo.remember(made)


def render(output: Output, press: Press) -> bytes | Diagnostic:
    """Render a page to its bytes, or say what is wrong with its template.

    Raises: LostValueError, where the memo has lost the page's body.
    """
    env = environment(
        press.templates, press.texts[output.edition.language], press.memo, press.revision
    )
    html = (unpack(press.memo.require(press.bodies[output.text])).html,) if output.text else ()
    folder = press.templates
    try:
        made = output.make(output.edition, output.path, *output.inputs, *html)
    except MissingTextError as error:
        place = Location(press.locales / error.language / FILE)
        return Diagnostic(place, Code.TEXT, str(error), "Add it to the file.")
    page, site = made
    try:
        template = env.get_template(output.template)
        return template.render(page=page, site=site).encode("utf-8")
    except TemplateSyntaxError as error:
        path = Path(error.filename or folder / output.template)
        return template_finding(path, error.lineno, sentence(error))
    except Exception as error:
        # Whatever else a template runs into is its fault; a template that is not there too, though
        # Jinja counts that among the faults of the machine.
        if isinstance(error, OSError) and not isinstance(error, TemplateError):
            raise
        name = type(error).__name__
        path, line = _place(error, folder) or (folder / output.template, 1)
        return template_finding(path, line, f"{error} ({name}, first seen on {output.path}).")


def _place(error: BaseException, folder: Path) -> tuple[Path, int] | None:
    """Find the last line of a template that led to an error; Jinja names them in tracebacks."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [f for f in frames if Path(f.filename).is_relative_to(folder) and f.lineno]
    return (Path(inside[-1].filename), inside[-1].lineno or 1) if inside else None
