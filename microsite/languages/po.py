"""Read a PO file, and say where it is not one.

Babel's reader lets through what a slip of the hand makes: it cuts a letter off where a closing
quote is missing, and keeps one of two translations of the same text. So the lines are looked at
before Babel sees them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from babel.messages.pofile import PoFileError, read_po

from microsite.diagnostics import Code, Diagnostic, Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from babel.messages.catalog import Catalog

LINE: Final = re.compile(
    r'(?:(msgctxt|msgid|msgid_plural|msgstr)(?:\[[0-9]\])?\s+)?"(?:[^"\\]|\\[nt"\\])*"\s*'
)

FOLLOWERS: Final = {
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr",),
    "msgstr": ("msgstr", "msgctxt", "msgid"),
}
"""Which keyword may come after which."""


def read_catalogue(path: Path) -> tuple[Catalog | None, tuple[Diagnostic, ...]]:
    """Read the translations of a file; none where it is missing or is not a PO file."""
    try:
        lines = path.read_bytes().decode("utf-8-sig").split("\n")
    except FileNotFoundError:
        message = f"There are no texts of the interface in {path.parent.name}: the file is missing."
        hint = "Copy the file of another language here, and translate it."
        return None, (Diagnostic(Location(path), Code.TEXT, message, hint),)
    except (OSError, UnicodeDecodeError):
        message = "The file cannot be read as UTF-8 text."
        return None, (Diagnostic(Location(path), Code.TEXT, message),)
    fault = next(_faults(lines), None)
    if fault:
        return None, (_finding(path, lines, *fault),)
    try:
        catalogue = read_po(lines, ignore_obsolete=True, abort_invalid=True)
    except PoFileError as error:
        message = f"This is not a PO file: {str(error).rsplit(' on ', 1)[0]}."
        return None, (_finding(path, lines, error.lineno + 1, message),)
    except ValueError as error:
        return None, (_finding(path, lines, 1, f"The header cannot be read: {error}."),)
    # Babel keeps the first of two entries for one text; the lines it did not keep are the others.
    kept = {entry.lineno for entry in catalogue}
    starts = [number for number, line in enumerate(lines, 1) if line.startswith("msgid ")]
    return catalogue, tuple(
        _finding(path, lines, number, "This text has a translation above already; delete one.")
        for number in starts[1:]
        if number not in kept
    )


def _finding(path: Path, lines: Sequence[str], number: int, message: str) -> Diagnostic:
    return Diagnostic(
        Location(path, number), Code.TEXT, message, excerpt=lines[number - 1].rstrip()
    )


def _faults(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Go through the lines as gettext reads them; give numbers from 1, and what is wrong."""
    keyword = ""
    for number, line in enumerate(map(str.strip, lines), start=1):
        if not line or line.startswith("#"):
            continue
        found = LINE.fullmatch(line)
        if not found:
            yield number, 'A line of a PO file is a comment, or a keyword and a text in "quotes".'
        elif found[1] and found[1] not in FOLLOWERS[keyword]:
            yield number, f"{found[1]} cannot stand here; {' or '.join(FOLLOWERS[keyword])} can."
        elif not (found[1] or keyword):
            yield number, "A text stands here without its keyword."
        else:
            keyword = found[1] or keyword
    if keyword not in {"", "msgstr"}:
        yield len(lines), "The last text has no msgstr."
