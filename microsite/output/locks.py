# ruff: noqa: PTH102, PTH106, PTH112, PTH116, PTH120
# Plain names: a Path for each of ten thousand files takes longer than the system's calls.
"""See to it that one build at a time works on an output folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Hold = Callable[[Path], None]
"""Holds a folder that is about to take the output's name."""


@contextmanager
def claim(folder: Path, waiting: Callable[[], None]) -> Iterator[Hold]:
    """Hold an output folder for this process; if another one has it, say so once and wait.

    What is locked is the folder itself, or the one above it while there is none: a file made for
    the purpose would be left behind. Since the output is exchanged for another folder, that one
    has to be held too before it takes the name. The system lets go of all when the process ends,
    however that comes about.

    Where a file system refuses to lock (some network disks), the build goes on without. Two builds
    at once can then take away each other's stage: one of them fails, the site stays whole.

    Raises: OSError, where the folder above cannot be made.
    """
    output = os.path.realpath(folder)
    made: list[str] = []
    held: list[int] = []
    said: list[bool] = []
    # A lock lives as long as any process that has it open. Workers outlive a build that is killed.
    os.register_at_fork(after_in_child=lambda: _close(held))

    def wait_once() -> None:
        if not said:
            said.append(True)
            waiting()

    try:
        while not held:
            made += _make_folders(os.path.dirname(output))
            _lock(_target(output), output, held, wait_once)
        yield lambda stage: _lock(os.fspath(stage), "", held, wait_once)
    finally:
        # Folders that were made for the lock alone go first, while nobody else can have it.
        for path in reversed(made):
            with suppress(OSError):
                os.rmdir(path)
        _close(held)


def _target(output: str) -> str:
    return output if os.path.isdir(output) else os.path.dirname(output)


def _make_folders(path: str) -> list[str]:
    """Make a folder and those above it; give the ones that were missing, the highest first."""
    missing = []
    while not os.path.lexists(path):
        missing.append(path)
        path = os.path.dirname(path)
    made = []
    for name in reversed(missing):
        with suppress(FileExistsError):
            os.mkdir(name)
            made.append(name)
    return made


def _lock(path: str, output: str, held: list[int], waiting: Callable[[], None]) -> None:
    """Lock a folder; leave it out of `held` if it no longer stands for the output by then."""
    try:
        lock = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except FileNotFoundError:
        return
    except PermissionError:
        # A folder that may be entered but not read cannot be locked.
        held.append(os.open(os.devnull, os.O_RDONLY))
        return
    held.append(lock)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(lock, fcntl.LOCK_EX)
    except OSError:
        return
    if output and not _is_still(lock, _target(output)):
        _close(held)


def _is_still(lock: int, path: str) -> bool:
    try:
        return os.path.samestat(os.fstat(lock), os.stat(path))
    except FileNotFoundError:
        return False


def _close(held: list[int]) -> None:
    while held:
        os.close(held.pop())
