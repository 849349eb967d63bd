"""List the files below a folder, each with what tells whether it changed.

Only plain files count. A link could lead out of the folder, or round in a circle, and the site
would publish what nobody put there; a pipe could keep the build waiting for ever.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from microsite.diagnostics import Code, Diagnostic, Location
from microsite.source.files import is_leftover
from microsite.source.names import name_fault, printable

_KINDS: Final = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFBLK: "a device",
    stat.S_IFCHR: "a device",
}


class Stat(NamedTuple):
    """Hold what the system says of a file; equal values mean that it was not written since."""

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Walk:
    """Hold what lies below a folder."""

    files: dict[str, Stat]
    """By path from the folder, with `/` on every system; in the order of the paths."""
    findings: tuple[Diagnostic, ...]
    """What is not a plain file, or has a name that cannot be published; `files` lacks it."""


def walk(folder: Path) -> Walk:
    """List all files below a folder; hidden ones and what programs leave behind are passed over.

    `folder` itself may be a link, and may be absent: then there is nothing below it.

    Reports: `file-name`, `unreadable`. Raises: OSError, where a folder cannot be read: what is in
    it would be taken off the site.
    """
    files: dict[str, Stat] = {}
    findings: list[Diagnostic] = []
    folders = [""]
    while folders:
        parent = folders.pop()
        try:
            entries = os.scandir(folder / parent)
        except FileNotFoundError:
            if parent:
                raise
            break
        with entries:
            for entry in entries:
                name = entry.name
                # One call settles both kinds without asking the disk again.
                is_folder = entry.is_dir(follow_symlinks=False)
                if name.startswith(".") if is_folder else is_leftover(name):
                    continue
                path = f"{parent}{name}"
                if fault := name_fault(name):
                    # A name that would garble the report is shown in the message alone.
                    place = folder / (path if printable(name) == name else parent)
                    findings.append(Diagnostic(Location(place), Code.FILE_NAME, *fault))
                elif is_folder:
                    folders.append(f"{path}/")
                elif entry.is_file(follow_symlinks=False):
                    found = entry.stat(follow_symlinks=False)
                    files[path] = Stat(
                        found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
                    )
                else:
                    findings.append(_refusal(folder / path, entry))
    return Walk({path: files[path] for path in sorted(files)}, tuple(sorted(findings)))


def _refusal(path: Path, entry: os.DirEntry[str]) -> Diagnostic:
    if entry.is_symlink():
        message = f"“{entry.name}” is a link to another place."
        hint = "Delete it, and put the file or the folder itself here."
        return Diagnostic(Location(path), Code.FILE_NAME, message, hint)
    kind = _KINDS.get(stat.S_IFMT(entry.stat(follow_symlinks=False).st_mode), "something else")
    message = f"“{entry.name}” is not a file but {kind}."
    hint = "Delete it, or move it out of this folder."
    return Diagnostic(Location(path), Code.UNREADABLE, message, hint)
