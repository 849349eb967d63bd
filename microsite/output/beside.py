# ruff: noqa: PTH102, PTH103, PTH104, PTH106, PTH112, PTH116, PTH208
# Plain names: a Path for each of ten thousand files takes longer than the system's calls.
"""Make, name and find the folders beside the output in which a new site is put together.

There are two kinds, so that their names alone tell the next run what a killed one left:

- `.site-stage-<random>` is being filled. All that it holds is new or stands in the site too.
- `.site-old-<number>` is exchanged for the site. As long as the number is that of the folder itself
  (its inode), it is the new site, complete and not yet in place; after that it is the old one.
"""

from __future__ import annotations

import errno
import os
import re
import stat

from microsite.output.manifest import STAGING

_NO_ACCESS = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def new_stage(folder: str) -> str:
    """Make an empty folder beside the output, or in it where nothing can be exchanged beside it.

    That is so for an output that is a file system of its own, and for one whose parent folder we
    may not write.

    Raises: OSError, also for an output that is read-only.
    """
    parent, name = os.path.split(folder)
    os.makedirs(parent, exist_ok=True)
    has_folder = os.path.isdir(folder)
    stage = f"{parent}/.{name}-stage-{os.urandom(4).hex()}"
    inside = f"{folder}/{STAGING}"
    if os.path.ismount(folder):
        stage = inside
    try:
        os.mkdir(stage)
    except OSError as error:
        if error.errno not in _NO_ACCESS or not has_folder or stage == inside:
            raise
        stage = inside
        os.mkdir(stage)
    if has_folder and not os.access(folder, os.W_OK | os.X_OK):
        # The exchange would go through all the same; but who made it read-only meant something.
        os.rmdir(stage)
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), folder)
    return stage


def seal(stage: str, folder: str) -> str:
    """Give a stage that is complete the name under which it is exchanged."""
    sealed = _old(folder, os.stat(stage).st_ino)
    os.rename(stage, sealed)
    return sealed


def set_aside(folder: str) -> str:
    """Name the place of an old site that cannot be exchanged in one step."""
    return _old(folder, 0)


def is_vacant(folder: str) -> bool:
    """Tell whether a plain rename puts a folder there: over nothing, or over an empty one."""
    if not os.path.lexists(folder):
        return True
    return os.path.isdir(folder) and not os.listdir(folder)


def left_beside(folder: str) -> tuple[list[str], list[str]]:
    """Find what a killed run left: stages that may go, and old sites.

    One look at the folder above, for every run begins with it.
    """
    parent, name = os.path.split(folder)
    pattern = re.compile(rf"\.{re.escape(name)}-(stage-[0-9a-f]{{8}}|old-([0-9]+))")
    stages: list[str] = []
    old: list[str] = []
    for found in _names(parent, f".{name}-"):
        if not (match := pattern.fullmatch(found)):
            continue
        path = f"{parent}/{found}"
        state = os.lstat(path)
        if not stat.S_ISDIR(state.st_mode):
            continue
        is_stage = match[2] is None or int(match[2]) == state.st_ino
        (stages if is_stage else old).append(path)
    inside = f"{folder}/{STAGING}"
    return [*stages, inside] if os.path.lexists(inside) else stages, old


def _names(folder: str, prefix: str) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.startswith(prefix))
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return []


def _old(folder: str, number: int) -> str:
    parent, name = os.path.split(folder)
    return f"{parent}/.{name}-old-{number}"
