"""Read and word the record of what this program wrote into a folder.

The record stands in the folder itself and names every file of the site with its digest. Nothing
else in the folder is ours. Known to every run, also to one that finds nothing changed: it imports
little.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

MANIFEST = ".microsite.json"
STAGING = ".microsite-staging"
"""What is written aside inside the folder, where it cannot stand beside it."""

_GENERATOR = "briefing-microsite"
_UNSAFE = ("//", "/./", "/../", "\0")


class ForeignFolderError(Exception):
    """Refuse a folder that this program did not write, or a thing in it that is in the way."""


class InTheWayError(ForeignFolderError):
    """Tell that something that this program did not write stands where a page belongs."""


class Published(NamedTuple):
    """Count what publishing did, in files."""

    written: int
    unchanged: int
    removed: int


def standing(folder: Path) -> dict[str, str]:
    """Give the path and digest of each file that this program wrote into a folder.

    Nothing is written there if the folder is new or empty. Paths that would lead out of the folder
    are left out: we never wrote them. An empty digest says that the file may be the old one or the
    new, as a run that was killed while it replaced them leaves it.

    Raises: ForeignFolderError, for a folder with other things and no manifest of ours.
    """
    path = folder / MANIFEST
    if not folder.is_dir():
        if folder.exists():
            raise ForeignFolderError(f"{folder} is a file, not a folder.")
        return {}
    if not path.is_file():
        if any(name != STAGING for name in os.listdir(folder)):  # noqa: PTH208 -- half the time
            raise ForeignFolderError(
                f"{folder} holds files that this program did not write; name an empty folder or a"
                " new one with --output."
            )
        return {}
    try:
        files = json.loads(path.read_bytes())["files"]
        if {*map(type, files.values())} - {str}:
            raise TypeError  # noqa: TRY301 -- caught with what else is wrong in the file
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ForeignFolderError(
            f"{path}, the record of what was written there, is damaged; move out of the"
            " folder what is your own, delete it, and build again."
        ) from error
    return files if _are_safe(files) else {name: files[name] for name in files if _are_safe([name])}


def manifest(digests: Mapping[str, str]) -> bytes:
    """Word the record of a site, a line for each file."""
    # Separators of its own, where an indent would cost ten times as much at ten thousand files.
    files = json.dumps(
        dict(sorted(digests.items())), ensure_ascii=False, separators=(",\n  ", ": ")
    )
    text = f'{{\n "generator": "{_GENERATOR}",\n "files": {{\n  {files[1:-1]}\n }}\n}}\n'
    return text.encode()


def _are_safe(paths: Iterable[str]) -> bool:
    """Tell whether all paths lead to a place inside the folder and can be names of files."""
    # One look at all of them: a manifest may name ten thousand, and every run reads it.
    whole = "/" + "/\n/".join(paths) + "/"
    if any(part in whole for part in _UNSAFE):
        return False
    try:
        whole.encode()
    except UnicodeEncodeError:
        return False
    return True
