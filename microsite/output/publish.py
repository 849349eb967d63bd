"""Publish a site by exchange: put it together beside the old one, then let both change names.

At any moment, also after a kill, the output is the whole old or the whole new site. A run claims
the folder (`locks`), opens a stage, writes what is new into it, and exchanges. Whatever in the
folder is not ours is kept.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from microsite.output.beside import is_vacant, new_stage, seal, set_aside
from microsite.output.changes import Change, compare
from microsite.output.exchange import SYSTEM, Calls, put_in_place
from microsite.output.in_place import replace_files
from microsite.output.manifest import MANIFEST, ForeignFolderError, Published, manifest
from microsite.output.mending import mend
from microsite.output.removal import discard, retire
from microsite.output.stage import copy_modes, fill

_CLOSED = frozenset({errno.EACCES, errno.EPERM})
"""What it says of a folder that may not be written; to exchange the one above it may be allowed."""

_HELD = frozenset({errno.EBUSY, errno.EXDEV})
"""What the system says of a folder to which another file system is bound."""


def open_stage(folder: Path) -> Path:
    """Mend what a killed run left, then make an empty folder to put the new site together in.

    Folders above the output are made where they are missing. The caller holds the claim, and ends
    with `exchange`, `replace_one` or `discard`.

    Raises: OSError, also for an output that is read-only; ForeignFolderError, as `mend` does.
    """
    mend(folder)
    return Path(new_stage(os.path.realpath(folder)))


def exchange(
    stage: Path,
    folder: Path,
    digests: Mapping[str, str],
    written: Collection[str],
    calls: Calls = SYSTEM,
) -> Published:
    """Make a folder hold the site that `digests` names.

    The stage holds the new bytes of every path in `written`; every other file stands in the folder
    already and keeps its times. Where neither exchange nor rename is possible, because the output
    or a folder in it is a file system of its own, the files are replaced in place.

    Raises: ForeignFolderError, where something foreign is in the way; OSError. The output is then
    as it was, and the stage is gone; or the new site stands, and what is in the way is told.
    """
    output, new = os.path.realpath(folder), os.path.realpath(stage)
    with _tidy(folder):
        change = compare(new, output, digests, written)
        if _is_nothing(change):
            discard(stage)
        elif change.there.mounts or new.startswith(f"{output}/"):
            replace_files(new, change)
        else:
            _exchange(new, change, calls)
    return _count(change)


def replace_one(stage: Path, folder: Path, digests: Mapping[str, str], path: str) -> Published:
    """Let one new page take the place of the old, where all else stands as it shall.

    To take the name of one file is a single step too, and spares those of all the others. The
    manifest follows: a kill between the two leaves it with the digest of the old page, and the
    next run, which finds the page to be another than its ledger says, writes it anew.

    Raises: as `exchange` does.
    """
    output = Path(os.path.realpath(folder))
    target = output / path
    if os.path.realpath(target) != str(target):
        return exchange(stage, folder, digests, [path])  # which tells what is in the way
    with _tidy(folder):
        (stage / MANIFEST).write_bytes(manifest(digests))
        try:
            (stage / path).replace(target)
        except OSError as error:
            if error.errno not in _HELD | _CLOSED:
                raise
            (stage / MANIFEST).unlink()
            return exchange(stage, folder, digests, [path])
        (stage / MANIFEST).replace(output / MANIFEST)
        discard(stage)
    return Published(1, len(digests) - 1, 0)


def swap(
    stage: Path,
    folder: Path,
    digests: Mapping[str, str],
    written: Collection[str],
    known: Collection[str],
) -> Published:
    """Put new files into a folder that nobody else writes into, and take those out that are gone.

    `known` are the files that stand there. For the preview's own folder, which its server holds:
    no manifest is kept, and nothing is asked.

    Raises: OSError, where the machine is at fault.
    """
    gone = {*known} - digests.keys()
    for path in gone:
        (folder / path).unlink(missing_ok=True)
        for above in (folder / path).relative_to(folder).parents[:-1]:
            with suppress(OSError):  # not empty
                (folder / above).rmdir()
    for path in written:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (stage / path).replace(target)
    discard(stage)
    return Published(len(written), len(digests) - len(written), len(gone))


def _count(change: Change) -> Published:
    written = len(change.written)
    return Published(written, len(change.digests) - written, len(change.stale))


@contextmanager
def _tidy(folder: Path) -> Iterator[None]:
    """Leave nothing beside the output, whatever happens."""
    try:
        yield
    except BaseException:
        # What went wrong first is what is told.
        with suppress(OSError, ForeignFolderError):
            mend(folder)
        raise


def _is_nothing(change: Change) -> bool:
    return not change.written and change.before == change.digests


def _exchange(stage: str, change: Change, calls: Calls) -> None:
    folder, new = change.folder, stage
    try:
        fill(stage, change, calls.link)
        Path(stage, MANIFEST).write_bytes(manifest(change.digests))
        copy_modes(stage, change.there)
        if is_vacant(folder):
            calls.rename(stage, folder)
            return
        new = seal(stage, folder)
        old = put_in_place(new, folder, set_aside(folder), calls)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        replace_files(new, change)
    else:
        retire(old, folder, change.before, change.digests)
