# ruff: noqa: PTH102, PTH103, PTH104, PTH105, PTH106, PTH120
# Plain names: a Path for each of ten thousand files takes longer than the system's calls.
"""Replace the files of a site one by one, where its folder cannot be exchanged."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from microsite.output.changes import Change
from microsite.output.manifest import MANIFEST, STAGING, manifest
from microsite.output.removal import discard
from microsite.output.survey import folders_above


def replace_files(stage: str, change: Change) -> None:
    """Move what is new from a stage into the folder, then remove what the site no longer has.

    The manifest is extended first and shortened last, so that a run that is killed leaves nothing
    unaccounted for. In between, a file that may be the old one or the new has no digest there.
    """
    folder, written = change.folder, sorted(change.written)
    os.makedirs(folder, exist_ok=True)
    aside = _bring_inside(stage, folder, written)
    unsure = dict.fromkeys([*change.stale, *written], "")
    stale = (change.there.files | change.there.links) & change.stale
    # Both are written before anything is replaced: a disk that is full ends the build here.
    extended, final = f"{aside}/{MANIFEST}.new", f"{aside}/{MANIFEST}"
    Path(extended).write_bytes(manifest({**change.digests, **unsure}))
    Path(final).write_bytes(manifest(change.digests))
    os.replace(extended, f"{folder}/{MANIFEST}")
    in_the_way = _in_the_way(written, stale)
    _remove(folder, in_the_way)
    for path in written:
        os.makedirs(os.path.dirname(f"{folder}/{path}"), exist_ok=True)
        os.replace(f"{aside}/{path}", f"{folder}/{path}")
    _remove(folder, stale - in_the_way)
    os.replace(final, f"{folder}/{MANIFEST}")
    discard(Path(aside))


def _bring_inside(stage: str, folder: str, written: Iterable[str]) -> str:
    """Bring the new files to the file system of the output: from there, a rename replaces."""
    aside = f"{folder}/{STAGING}"
    if stage == aside:
        return aside
    try:
        os.rename(stage, aside)
    except OSError:
        from shutil import copy2  # noqa: PLC0415 -- slow to import, and hardly ever needed

        os.mkdir(aside)
        for path in written:
            os.makedirs(os.path.dirname(f"{aside}/{path}"), exist_ok=True)
            copy2(f"{stage}/{path}", f"{aside}/{path}")
        discard(Path(stage))
    return aside


def _in_the_way(new: Collection[str], stale: Iterable[str]) -> set[str]:
    """Choose the old files that stand where a new one needs a folder, or the reverse.

    A name that differs only in its letters' case is the same file to some systems: the old one
    goes first, or it would take the new one with it.
    """
    names, folders = {*new}, folders_above(new)
    folded = {path.casefold() for path in new}
    return {
        path
        for path in stale
        if path in folders or path.casefold() in folded or names & folders_above([path])
    }


def _remove(folder: str, paths: Iterable[str]) -> None:
    gone = sorted(paths)
    for path in gone:
        Path(folder, path).unlink(missing_ok=True)
    for path in sorted(folders_above(gone) - {""}, reverse=True):
        try:
            os.rmdir(f"{folder}/{path}")
        except OSError:
            # It holds other things, or went before.
            continue
