"""Compare the site that stands with the one that shall stand, before anything is touched."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Mapping
from pathlib import Path

import msgspec

from microsite.output.manifest import InTheWayError, standing
from microsite.output.removal import are_alike
from microsite.output.survey import Survey, folders_above, foreign_things, survey


class Change(msgspec.Struct, frozen=True):
    """Hold what is to become of an output folder; nothing stands in its way."""

    folder: str
    before: Mapping[str, str]
    """What the manifest of the old site names."""
    digests: Mapping[str, str]
    """What that of the new one names."""
    written: Collection[str]
    """The new or changed files."""
    there: Survey
    foreign: Survey
    """What of all that is there was not written by this program; ours to keep, not to touch."""

    @property
    def unchanged(self) -> list[str]:
        """Give the files that stand there as they shall."""
        return sorted(self.digests.keys() - {*self.written})

    @property
    def stale(self) -> set[str]:
        """Give the old files that the new site does not have."""
        return self.before.keys() - self.digests.keys()


def compare(
    stage: str, folder: str, digests: Mapping[str, str], written: Collection[str]
) -> Change:
    """Find what a new site changes in a folder.

    Raises: ForeignFolderError, where something foreign is in the way of a file of ours;
    FileNotFoundError, for a file that shall stay as it is and is not there.
    """
    before, there = standing(Path(folder)), survey(folder)
    change = Change(folder, before, digests, written, there, foreign_things(there, before))
    _check_files(change.foreign, change, stage)
    _check_folders(change.foreign, change)
    for path in sorted({*change.unchanged} - there.files):
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), f"{folder}/{path}")
    return change


def _check_files(foreign: Survey, change: Change, stage: str) -> None:
    above, new = folders_above(change.digests), {*change.written}
    for path in sorted(foreign.files | foreign.links | foreign.others):
        place = f"{change.folder}/{path}"
        if path in above:
            target = min(name for name in change.digests if name.startswith(f"{path}/"))
            raise InTheWayError(
                f"{place} is in the way of {change.folder}/{target}; move it elsewhere."
            )
        if path in change.digests:
            # One that is like ours is taken over.
            is_like = path in foreign.files and (
                path not in new or are_alike(place, f"{stage}/{path}")
            )
            if not is_like:
                raise _in_the_way(place)


def _check_folders(foreign: Survey, change: Change) -> None:
    """See to it that a folder that gives way to a file holds nothing foreign."""
    taken = change.digests.keys() & (change.there.folders.keys() | foreign.mounts)
    if not taken:
        return
    things = (
        foreign.files | foreign.links | foreign.others | foreign.mounts | foreign.folders.keys()
    )
    for path in sorted(things):
        if path in taken or taken & folders_above([path]):
            raise _in_the_way(f"{change.folder}/{path}")


def _in_the_way(place: str) -> InTheWayError:
    return InTheWayError(
        f"{place} was not written by this program and is in the way; move it elsewhere."
    )
