# ruff: noqa: PTH112, PTH116
# Plain names: a Path for each of ten thousand files takes longer than the system's calls.
"""Look at what lies in an output folder, and tell ours from what is foreign.

Nothing behind a symbolic link belongs to the folder, and so nothing is ever linked, carried over
or deleted there. Plain names and one pass: a site has ten thousand files and more.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from microsite.output.manifest import MANIFEST, STAGING


@dataclass(frozen=True, slots=True)
class Survey:
    """Hold what lies below a folder, by paths there."""

    files: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    """Symbolic links, to whatever they lead."""
    folders: dict[str, int] = field(default_factory=dict)
    """With their modes; the folder itself is ""."""
    mounts: set[str] = field(default_factory=set)
    """Folders that are other file systems; not looked into."""
    others: set[str] = field(default_factory=set)
    """Sockets, pipes and devices."""


def survey(folder: str) -> Survey:
    """Look through a folder; one that is missing holds nothing."""
    found = Survey()
    if not os.path.isdir(folder):
        return found
    base = f"{folder}/"
    top = os.stat(folder)
    found.folders[""] = stat.S_IMODE(top.st_mode)
    waiting = [""]
    while waiting:
        inside = waiting.pop()
        with os.scandir(base + inside) as entries:
            for entry in entries:
                path = inside + entry.name
                if entry.is_symlink():
                    found.links.add(path)
                elif entry.is_file():
                    found.files.add(path)
                elif not entry.is_dir():
                    found.others.add(path)
                elif path != STAGING:
                    state = entry.stat()
                    if state.st_dev != top.st_dev:
                        found.mounts.add(path)
                        continue
                    found.folders[path] = stat.S_IMODE(state.st_mode)
                    waiting.append(f"{path}/")
    return found


def folders_above(paths: Iterable[str]) -> set[str]:
    """Give every folder that stands above one of the paths."""
    found = {""}
    for path in paths:
        parent = path.rpartition("/")[0]
        while parent not in found:
            found.add(parent)
            parent = parent.rpartition("/")[0]
    return found


def foreign_things(there: Survey, ours: Collection[str]) -> Survey:
    """Choose what this program did not write; `ours` is what its manifest names.

    A folder is foreign if none of our files is named below it.
    """
    named, above = {*ours, MANIFEST}, folders_above(ours)
    return Survey(
        there.files - named,
        there.links - named,
        {path: mode for path, mode in there.folders.items() if path not in above},
        there.mounts,
        there.others - named,
    )
