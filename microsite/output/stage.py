# ruff: noqa: PTH101, PTH103, PTH115, PTH211
# Plain names: a Path for each of ten thousand files takes longer than the system's calls.
"""Fill a stage with what stays of the site that stands, so that it becomes a whole site."""

from __future__ import annotations

import errno
import os
import stat

from microsite.output.changes import Change
from microsite.output.exchange import Call
from microsite.output.manifest import ForeignFolderError
from microsite.output.survey import Survey

_NO_LINKS = frozenset(
    {errno.EPERM, errno.EMLINK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}
)


def fill(stage: str, change: Change, link: Call) -> None:
    """Give a stage the pages that stay and the foreign things of the site that stands.

    Raises: OSError; with EXDEV if a foreign file is on another file system than the stage, so that
    a copy would part it from its place. ForeignFolderError, where two names are one to the system.
    """
    folder, foreign, made = change.folder, change.foreign, {""}

    def make_way(path: str) -> None:
        parent = path.rpartition("/")[0]
        if parent not in made:
            os.makedirs(f"{stage}/{parent}", exist_ok=True)
            made.add(parent)

    for path in change.unchanged:
        make_way(path)
        _link(f"{folder}/{path}", f"{stage}/{path}", link, _NO_LINKS)
    for path in sorted(foreign.others):
        what = "cannot be kept through a build, being a socket, a pipe or a device"
        raise OSError(errno.ENOTSUP, f"{what}; move it elsewhere", f"{folder}/{path}")
    path = ""
    try:
        for path in sorted(foreign.folders):
            os.makedirs(f"{stage}/{path}", exist_ok=True)
        for path in sorted(foreign.files - change.digests.keys()):
            make_way(path)
            _link(f"{folder}/{path}", f"{stage}/{path}", link, _NO_LINKS - {errno.EXDEV})
        for path in sorted(foreign.links):
            make_way(path)
            os.symlink(os.readlink(f"{folder}/{path}"), f"{stage}/{path}")
    except FileExistsError as error:
        # They differ in their letters' case alone, say.
        raise ForeignFolderError(
            f"{folder}/{path} was not written by this program and is in the way; move it elsewhere."
        ) from error


def copy_modes(stage: str, there: Survey) -> None:
    """Give the folders of a stage the modes that they have in the site that stands."""
    for path, mode in there.folders.items():
        target = f"{stage}/{path}" if path else stage
        try:
            now = os.lstat(target).st_mode
        except (FileNotFoundError, NotADirectoryError):
            continue
        if stat.S_ISDIR(now) and stat.S_IMODE(now) != mode:
            os.chmod(target, mode)


def _link(source: str, target: str, link: Call, may_copy: frozenset[int]) -> None:
    try:
        link(source, target)
    except OSError as error:
        if error.errno not in may_copy:
            raise
        from shutil import copy2  # noqa: PLC0415 -- slow to import, and hardly ever needed

        copy2(source, target, follow_symlinks=False)
