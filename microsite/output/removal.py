# ruff: noqa: PTH101, PTH102, PTH104, PTH105, PTH106, PTH108, PTH112, PTH114, PTH115, PTH123
# Plain names: a Path for each of ten thousand files takes longer than the system's calls.
"""Remove folders that publishing is done with, and lose nothing of others."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection
from pathlib import Path

from microsite.output.manifest import MANIFEST, InTheWayError
from microsite.output.survey import folders_above

_PIECE = 1 << 20


def discard(stage: Path) -> None:
    """Remove a stage, full, half filled or gone already.

    All that it holds is new or stands elsewhere too, so everything goes.
    """
    base = os.fspath(stage)
    if not os.path.lexists(base):
        return
    folders = [base]
    for folder in folders:
        for entry in _entries(folder):
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.path)
            else:
                os.unlink(entry.path)
    for folder in reversed(folders):
        os.rmdir(folder)


def retire(old: str, folder: str, ours: Collection[str], new: Collection[str]) -> None:
    """Remove the site that the one in `folder` has replaced; `ours` and `new` say what is in each.

    What the old manifest names is deleted. Anything else was carried over before the exchange: it
    is deleted if the same thing stands in the new site, and moved there if not, for it appeared
    meanwhile. The manifest goes last, so that a run that is killed here can be completed.

    Raises: ForeignFolderError, for a thing that has no place in the new site; OSError.
    """
    above = folders_above(ours)
    folders = [""]
    for inside in folders:
        for entry in _entries(f"{old}/{inside}"):
            path = inside + entry.name
            if entry.is_dir(follow_symlinks=False):
                if path in above or _is_folder(f"{folder}/{path}"):
                    folders.append(f"{path}/")
                else:
                    _move(old, folder, path)
            elif path in ours:
                os.unlink(entry.path)
            elif path != MANIFEST:
                _settle(old, folder, path, is_ours=path in new)
    for inside in reversed(folders[1:]):
        os.rmdir(f"{old}/{inside}")
    if os.path.lexists(f"{old}/{MANIFEST}"):
        os.unlink(f"{old}/{MANIFEST}")
    os.rmdir(old)


def are_alike(one: str, other: str) -> bool:
    """Tell whether two names hold the same: the same bytes, or links to the same name."""
    try:
        first, second = os.lstat(one), os.lstat(other)
    except (FileNotFoundError, NotADirectoryError):
        return False
    kind = stat.S_IFMT(first.st_mode)
    if os.path.samestat(first, second):
        return True
    if kind != stat.S_IFMT(second.st_mode) or first.st_size != second.st_size:
        return False
    if kind == stat.S_IFLNK:
        return os.readlink(one) == os.readlink(other)
    return kind == stat.S_IFREG and _hold_the_same(one, other)


def _hold_the_same(one: str, other: str) -> bool:
    with open(one, "rb") as left, open(other, "rb") as right:
        while data := left.read(_PIECE):
            if data != right.read(_PIECE):
                return False
    return True


def _entries(folder: str) -> list[os.DirEntry[str]]:
    """List a folder whose things are about to go, also if it was made read-only."""
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        os.chmod(folder, stat.S_IRWXU)
    with os.scandir(folder) as entries:
        return [*entries]


def _settle(old: str, folder: str, path: str, *, is_ours: bool) -> None:
    """Keep one of two foreign things of one name: the one that was written later."""
    source, target = f"{old}/{path}", f"{folder}/{path}"
    if not os.path.lexists(target):
        _move(old, folder, path)
    elif are_alike(source, target):
        os.unlink(source)
    elif is_ours or _is_folder(target):
        raise _in_the_way(source)
    elif os.lstat(source).st_mtime_ns > os.lstat(target).st_mtime_ns:
        os.replace(source, target)
    else:
        os.unlink(source)


def _move(old: str, folder: str, path: str) -> None:
    for parent in sorted(folders_above([path]) - {""}):
        if not _is_folder(f"{folder}/{parent}"):
            if os.path.lexists(f"{folder}/{parent}"):
                raise _in_the_way(f"{old}/{path}")
            os.mkdir(f"{folder}/{parent}")
    if os.path.lexists(f"{folder}/{path}"):
        raise _in_the_way(f"{old}/{path}")
    os.rename(f"{old}/{path}", f"{folder}/{path}")


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and not os.path.islink(path)


def _in_the_way(path: str) -> InTheWayError:
    return InTheWayError(
        f"{path} was not written by this program and has no place in the new site; move it"
        " elsewhere."
    )
