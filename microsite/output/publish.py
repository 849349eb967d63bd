"""Write the site into its folder: only what differs, and nothing half.

The manifest in the folder is the record of what this program wrote. Whatever else lies there is
kept; what the manifest names and the site no longer holds is removed.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

MANIFEST = ".microsite.json"
_NEW_MANIFEST = f"{MANIFEST}.new"
_STAGING = ".microsite-staging"
_GENERATOR = "briefing-microsite"


class ForeignFolderError(Exception):
    """Refuse a folder, or a file in it, that this program did not write."""


@dataclass(frozen=True, slots=True)
class Published:
    """Count what publishing did, in files."""

    written: int
    unchanged: int
    removed: int


def check_folder(folder: Path) -> frozenset[str]:
    """Give the paths that this program wrote into a folder; none if it is new or empty.

    Raises: ForeignFolderError, for a folder with other things and no manifest of ours.
    """
    if not folder.exists():
        return frozenset()
    if not folder.is_dir():
        raise ForeignFolderError(f"{folder} is a file, not a folder.")
    if not (folder / MANIFEST).is_file():
        # A first build that was killed leaves these two behind.
        if any(path.name not in {_STAGING, _NEW_MANIFEST} for path in folder.iterdir()):
            raise ForeignFolderError(
                f"{folder} holds files that this program did not write; name an empty folder or a"
                " new one with --output."
            )
        return frozenset()
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return frozenset(path for path in manifest["files"] if _is_safe(path))
    except (ValueError, TypeError, KeyError) as error:
        raise ForeignFolderError(
            f"{folder / MANIFEST}, the record of what was written there, is damaged; delete the"
            " folder and build again."
        ) from error


def publish(files: Mapping[str, bytes], folder: Path) -> Published:
    """Make a folder hold these files, by path; bytes that stand there already are not rewritten.

    All that differs is written aside first, so that a full disk changes nothing.

    Raises: ForeignFolderError; OSError, where the machine is at fault.
    """
    before = check_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    staging = folder / _STAGING
    shutil.rmtree(staging, ignore_errors=True)
    changed = [path for path in sorted(files) if not _stands(folder / path, files[path])]
    stale = sorted(before - set(files))
    for path in changed:
        _check_target(folder, path, before)
    try:
        if changed:
            staging.mkdir()
        for number, path in enumerate(changed):
            (staging / str(number)).write_bytes(files[path])
        if changed or stale:
            # Named before they are there: a build that is killed leaves nothing unaccounted for.
            _write_manifest(folder, dict.fromkeys(before, "") | _digests(files))
        for path in _in_the_way(changed, stale):
            _remove(folder, path)
        for number, path in enumerate(changed):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / str(number)).replace(folder / path)
        for path in stale:
            _remove(folder, path)
        _write_manifest(folder, _digests(files))
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return Published(len(changed), len(files) - len(changed), len(stale))


def _is_safe(path: object) -> bool:
    parts = PurePosixPath(path).parts if isinstance(path, str) else ()
    return bool(parts) and not PurePosixPath(*parts).is_absolute() and ".." not in parts


def _stands(path: Path, data: bytes) -> bool:
    try:
        if path.is_symlink() or path.stat().st_size != len(data):
            return False
        return path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def _above(path: str) -> list[str]:
    """Give the folders above a path, the nearest first."""
    return [str(parent) for parent in PurePosixPath(path).parents][:-1]


def _check_target(folder: Path, path: str, mine: Collection[str]) -> None:
    target = folder / path
    for name in _above(path):
        parent = folder / name
        foreign = parent.exists() and not parent.is_dir() and name not in mine
        if foreign or (parent.is_symlink() and parent.is_dir()):
            raise ForeignFolderError(f"{parent} is in the way of {target}; move it elsewhere.")
    inside = [target]
    if target.is_dir() and not target.is_symlink():
        below = [at for at in target.rglob("*") if at.is_symlink() or not at.is_dir()]
        inside = below or [target]
    for found in inside:
        name = found.relative_to(folder).as_posix()
        if name not in mine and (found.exists() or found.is_symlink()):
            raise ForeignFolderError(
                f"{found} was not written by this program and is in the way; move it elsewhere."
            )


def _in_the_way(changed: Iterable[str], stale: Iterable[str]) -> list[str]:
    """Choose the old files that stand where a new one needs a folder, or the reverse.

    A name that differs only in its letters' case is the same file to some systems: the old one
    goes first, or it would take the new one with it.
    """
    new, old = set(changed), set(stale)
    folded = {path.casefold() for path in new}
    folders = {name for path in new for name in _above(path)}
    return sorted(
        path
        for path in old
        if path in folders or path.casefold() in folded or new & set(_above(path))
    )


def _digests(files: Mapping[str, bytes]) -> dict[str, str]:
    return {path: hashlib.sha256(files[path]).hexdigest() for path in files}


def _write_manifest(folder: Path, digests: Mapping[str, str]) -> None:
    text = json.dumps(
        {"generator": _GENERATOR, "files": dict(sorted(digests.items()))},
        ensure_ascii=False,
        indent=1,
    )
    path = folder / MANIFEST
    if _stands(path, data := f"{text}\n".encode()):
        return
    aside = folder / _NEW_MANIFEST
    aside.write_bytes(data)
    aside.replace(path)


def _remove(folder: Path, path: str) -> None:
    target = folder / path
    above = [folder / name for name in _above(path)]
    # What stands behind a link, or in the place of a folder of ours, is not what we wrote.
    if any(parent.is_symlink() or not parent.is_dir() for parent in above):
        return
    if target.is_dir() and not target.is_symlink():
        return
    target.unlink(missing_ok=True)
    for parent in above:
        with suppress(OSError):
            parent.rmdir()
