"""Read a text file, or say why it cannot be read as one."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from pathlib import Path

from microsite.diagnostics import Code, Diagnostic, Location

LIMIT = 2_000_000
"""Bytes; a larger file is not a text that an editor wrote."""

MOST = 100
"""Mistakes of one kind that are told of one file; who mends them sees whether there are more."""

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufff9-\ufffb\ufffe\uffff]"
)
"""Controls, line ends that only some programs count as such, marks that reverse the text, and
characters that nobody can see."""

_LINE_ENDS = re.compile("\r\n?|\f")


@dataclass(frozen=True, slots=True)
class Source:
    """Hold a file's text, with line feeds for line ends and without a byte-order mark."""

    path: Path
    text: str

    def line(self, number: int) -> str:
        """Give a line by its number from 1; empty where the text has no such line."""
        lines = _lines(self.text)
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def finding(  # noqa: PLR0913, PLR0917 -- one argument for each part of a finding
        self,
        code: Code,
        line: int,
        column: int,
        message: str,
        hint: str = "",
        width: int = 1,
    ) -> Diagnostic:
        """Make a finding at a place of this file, with the line it stands in."""
        # What reverses the text, or makes a terminal obey, shall not reach the report.
        excerpts = _excerpts(self.text)
        excerpt = excerpts[line - 1] if 0 < line <= len(excerpts) else ""
        room = max(1, len(excerpt) - column + 1)
        return Diagnostic(
            Location(self.path, line, column),
            code,
            _visible(message),
            _visible(hint),
            excerpt,
            min(max(1, width), room),
        )

    def place(self, index: int) -> tuple[int, int]:
        """Turn an index of the text into line and column, both from 1."""
        start = self.text.rfind("\n", 0, index) + 1
        return self.text.count("\n", 0, index) + 1, index - start + 1


def _visible(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)


@lru_cache(maxsize=2)
def _lines(text: str) -> list[str]:
    # A file with many mistakes is asked for many lines.
    return text.split("\n")


@lru_cache(maxsize=2)
def _excerpts(text: str) -> list[str]:
    return _visible(text).split("\n")


def is_leftover(name: str) -> bool:
    """Tell what programs leave beside a file (hidden files, backups) by its name."""
    return (
        name.startswith((".", "~$", "#"))
        or name.endswith(("~", ".swp", ".tmp", ".bak", ".orig"))
        or name in {"Thumbs.db", "desktop.ini"}
    )


def read(path: Path) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read a file as UTF-8.

    A link is not followed: it could lead out of the folder.

    Reports: `file-name`, `unreadable`, `invalid`. Raises: OSError, where the machine is at fault.
    """
    if path.is_symlink():
        message = f"“{path.name}” is a link to another place."
        hint = "Delete it, and put the file or the folder itself here."
        return None, (Diagnostic(Location(path), Code.FILE_NAME, message, hint),)
    return decode(path, path.read_bytes())


def decode(path: Path, data: bytes) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Turn a file's bytes into its text."""
    if len(data) > LIMIT:
        message = f"The file is {len(data) // 1_000_000} MB large; a text has at most 2 MB."
        return None, (Diagnostic(Location(path), Code.UNREADABLE, message),)
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (_undecodable(path, data, error.start),)
    source = Source(path, _with_line_feeds(text))
    findings = tuple(
        source.finding(
            Code.INVALID,
            *source.place(index),
            f"An invisible character stands here: {name}.",
            "Delete it: put the cursor behind it and press Backspace, or type the line anew.",
        )
        for index, name in islice(invisible(source.text), MOST)
    )
    return (None, findings) if findings else (source, ())


def invisible(text: str) -> Iterator[tuple[int, str]]:
    """Find the characters that no text may hold: give the index and the name of each."""
    return ((match.start(), _name(match.group())) for match in _FORBIDDEN.finditer(text))


def _with_line_feeds(text: str) -> str:
    return _LINE_ENDS.sub("\n", text)


def _name(character: str) -> str:
    known = unicodedata.name(character, "control character")
    return f"U+{ord(character):04X} ({known.lower()})"


def _undecodable(path: Path, data: bytes, index: int) -> Diagnostic:
    encoding, told = _guess(data)
    before = _with_line_feeds(data[:index].decode("utf-8", "replace"))
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    excerpt = ""
    if encoding:
        lines = _with_line_feeds(data.decode(encoding, "replace")).split("\n")
        excerpt = lines[line - 1] if line <= len(lines) else ""
        column = min(column, len(excerpt) + 1)
    return Diagnostic(
        Location(path, line, column),
        Code.UNREADABLE,
        f"The file is not UTF-8{told}.",
        "Save it again with the encoding UTF-8.",
        excerpt,
    )


def _guess(data: bytes) -> tuple[str, str]:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "", "; it looks like UTF-16, which some programs call 'Unicode'"
    text = data.decode("cp1251", "replace")
    letters = [c for c in text if ord(c) > 0x7F]  # noqa: PLR2004 -- beyond ASCII
    lower_case = sum("а" <= c <= "я" or c == "ё" for c in letters)
    if letters and lower_case * 2 > len(letters):
        return "cp1251", "; it looks like Windows-1251"
    return "", ""
