"""Judge what lies in a content folder by its names, and put together what belongs together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from microsite.content.groups import BRIEFINGS, PAGES, Group
from microsite.content.vocabulary import FOLDER, Vocabulary
from microsite.diagnostics import Code, Diagnostic, Location, nearest
from microsite.settings import FILE
from microsite.source.files import is_leftover
from microsite.source.walk import Walk

MEDIA = "media"


class Listing(msgspec.Struct, frozen=True):
    """Hold the files of a content folder, by their paths there, in their order."""

    groups: tuple[Group, ...]
    texts: frozenset[str]
    media: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    names: frozenset[str]
    """Those of the groups."""
    walked: Walk
    """From which all of it comes."""


def list_folder(folder: Path, walked: Walk) -> Listing:
    """Sort out the files that a walk through the folder found.

    Reports: `file-name`, `unreadable`, `collision`.
    """
    files: dict[str, list[str]] = {BRIEFINGS: [], PAGES: [], MEDIA: []}
    for path in walked.files:
        files.get(path.partition("/")[0], []).append(path)
    findings = [*walked.findings, *_unknown(folder)]
    for name, paths in files.items():
        # Pictures keep their folders in their addresses, texts do not.
        named = ((path, path if name == MEDIA else _name(path)) for path in paths)
        findings += _collisions(folder, dict(named))
    groups = tuple(group for kind in (BRIEFINGS, PAGES) for group in _groups(kind, files[kind]))
    names = frozenset(group.name for group in groups)
    texts = frozenset((*files[BRIEFINGS], *files[PAGES]))
    return Listing(groups, texts, tuple(files[MEDIA]), tuple(findings), names, walked)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _groups(kind: str, paths: Iterable[str]) -> Iterator[Group]:
    groups: dict[str, list[str]] = {}
    for path in paths:
        groups.setdefault(_name(path).partition(".")[0], []).append(path)
    return (Group(kind, slug, tuple(groups[slug])) for slug in sorted(groups))


def _unknown(folder: Path) -> Iterator[Diagnostic]:
    """Find what lies in the content folder and is no part of it: a misspelt folder hides texts."""
    places = {
        folder: (FILE, FOLDER, BRIEFINGS, PAGES, MEDIA),
        folder / FOLDER: tuple(f"{name}.yaml" for name in Vocabulary.__struct_fields__),
    }
    for place, known in places.items():
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            is_note = path.name.lower().startswith(("readme", "license"))
            if path.name not in known and not is_note and not is_leftover(path.name):
                near = nearest(path.name, known)
                hint = f"Did you mean {near}?" if near else "Known are: " + ", ".join(known) + "."
                message = f"“{path.name}” is no part of a content folder, and would be ignored."
                yield Diagnostic(Location(path), Code.FILE_NAME, message, hint)


def _collisions(folder: Path, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Find files whose names, as they count in addresses, differ in nothing that readers see."""
    first: dict[str, str] = {}
    for path, name in names.items():
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in first:
            twin = Path(first[folded])
            message = f"This file would have the same address as {twin.name}."
            if _name(path) == twin.name:
                message = f"A file of this name stands in {twin.parent.name}/ too."
            hint = "Rename one of the two: capital letters, or the same letters written with other"
            hint += " characters, make no difference."
            yield Diagnostic(Location(folder / path), Code.COLLISION, message, hint)
        first.setdefault(folded, path)
