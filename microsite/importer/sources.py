"""Find the files that are to be imported, in the order in which they were named, and read them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from microsite.importer.decode import LIMIT

ENDINGS = {
    ".txt": "txt",
    ".text": "txt",
    ".md": "md",
    ".markdown": "md",
    ".html": "html",
    ".htm": "html",
}
"""Of names, and the kinds of text that they stand for."""

STDIN = "-"


class Source(NamedTuple):
    """Name a text to be imported, or what cannot be, and why."""

    name: str
    path: Path | None = None
    """None for standard input."""
    fault: str = ""
    note: str = ""
    """Of a folder, what in it is passed over."""

    @property
    def kind(self) -> str:
        """Give the kind of text, of `ENDINGS`."""
        return ENDINGS[self.path.suffix.lower()] if self.path else "txt"


def sources_of(names: Iterable[str], into: Path) -> list[Source]:
    """Find all files; of a folder those that it holds, but for hidden ones and for drafts.

    `into` is where drafts are written.
    """
    return [source for name in names for source in _named(name, into)]


def read(source: Source) -> bytes:
    """Read a text; of one that is too large, enough to tell. Raises: OSError."""
    if source.path is None:
        return sys.stdin.buffer.read(LIMIT + 1)
    with source.path.open("rb") as file:
        return file.read(LIMIT + 1)


def _named(name: str, into: Path) -> Iterator[Source]:
    path = Path(name)
    try:
        if name == STDIN:
            yield Source("standard input")
        elif not name:
            yield Source('""', fault="This names no file.")
        elif path.is_dir():
            yield from _inside(path, into)
        elif not path.exists():
            yield Source(name, fault="There is no such file.")
        elif path.suffix.lower() not in ENDINGS:
            yield Source(name, fault=f"Only {', '.join(ENDINGS)} can be imported.")
        elif not path.is_file():
            yield Source(name, fault="It is no file that can be read.")
        else:
            yield Source(name, path)
    except OSError as error:
        yield Source(name, fault=error.strerror or str(error))


def _inside(folder: Path, into: Path) -> Iterator[Source]:
    faults: list[OSError] = []
    found: list[Path] = []
    for at, folders, files in os.walk(folder, onerror=faults.append):
        here = Path(at)
        folders[:] = [
            one for one in folders if one[0] != "." and (here / one).resolve() != into.resolve()
        ]
        found += [here / one for one in files if one[0] != "."]
    others = sorted({path.suffix for path in found if path.suffix.lower() not in ENDINGS})
    if others:
        kinds = ", ".join(other or "no ending" for other in others)
        yield Source(str(folder), note=f"Files of other kinds are passed over: {kinds}.")
    for path in sorted(found):
        if path.suffix.lower() in ENDINGS and path.is_file():
            yield Source(str(path), path)
    for error in sorted(faults, key=str):
        yield Source(str(error.filename), fault=error.strerror or str(error))
