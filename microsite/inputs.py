"""Look at all that a build depends on: files, code, libraries, options."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from stat import S_ISREG

from microsite.diagnostics import Diagnostic
from microsite.ledger import Known, Ledger, digest_of, is_as_known, look, now
from microsite.memo import digest
from microsite.options import Options
from microsite.source.walk import Stat, Walk, walk

PACKAGE = Path(__file__).resolve().parent

CONTENT, TEMPLATES, LOCALES, CODE = "content", "templates", "locales", "code"
"""The folders that a build reads, as the ledger names them."""

_PARTS = {"briefings", "media", "pages", "vocabulary"}

_TEXTS = (f"{CONTENT}/briefings/", f"{CONTENT}/pages/")
"""Where those lie that may be many, and that whoever reads them takes a digest of."""


@dataclass(frozen=True)
class Inputs:
    """Hold what a build is made from."""

    surroundings: str
    """Digest of what is not a file: options, the interpreter, versions of libraries."""
    files: Mapping[str, Known]
    """By `folder/path`. The digest of a text of content is empty while nobody has read it."""
    content: Walk
    findings: tuple[Diagnostic, ...]
    """About templates and texts of the interface; those about content stand in `content`."""

    libraries: str
    """Digest of the interpreter and the versions of libraries alone."""

    @property
    def has_findings(self) -> bool:
        """Tell whether anything that was found may not lie there."""
        return bool(self.findings or self.content.findings)

    @cached_property
    def shared(self) -> Mapping[str, Known]:
        """The files that many pages are made from: all but the texts."""
        return {name: known for name, known in self.files.items() if not name.startswith(_TEXTS)}

    def digests(self, *places: str) -> str:
        """Give one digest for shared files, and all of them below folders."""
        below = tuple(f"{place}/" for place in places)
        chosen = [
            f"{name} {known.digest}"
            for name, known in self.shared.items()
            if name.startswith(below) or name in places
        ]
        return digest(*chosen)

    def are_those_of(self, ledger: Ledger) -> bool:
        """Tell whether a build would find what the last one found."""
        return self.surroundings == ledger.surroundings and same(self.files, ledger.inputs)


def same(files: Mapping[str, Known], before: Mapping[str, Known]) -> bool:
    """Tell whether files have the bytes that they had, whatever their marks."""
    return files.keys() == before.keys() and all(
        known.digest == before[name].digest for name, known in files.items()
    )


def look_around(options: Options, ledger: Ledger, *, closely: bool = False) -> Inputs:
    """List what a build depends on, and tell what of it changed since the last one.

    Where many texts changed, they are left without digests, which whoever reads them takes anyway;
    not so where it looks `closely`.

    Raises: OSError, where the machine is at fault.
    """
    moment = now()
    folders = {
        CONTENT: options.content,
        TEMPLATES: options.templates,
        LOCALES: options.locales,
        CODE: PACKAGE,
    }
    walks = {name: walk(folder) for name, folder in folders.items()}
    stats: dict[str, Mapping[str, Stat]] = {name: found.files for name, found in walks.items()}
    stats[CODE] = {path: stat for path, stat in stats[CODE].items() if path.endswith(".py")}
    libraries = digest(sys.version, *_libraries())
    said = (options.repository_path, sorted(options.overrides.items()), options.drafts)
    return Inputs(
        digest(libraries, repr(said), repr(options.preview)),
        look(folders, stats, ledger, moment, () if closely else _TEXTS) | _folders(options.content),
        walks[CONTENT],
        (*walks[TEMPLATES].findings, *walks[LOCALES].findings),
        libraries,
    )


def look_again(options: Options, before: Inputs, saved: Collection[Path]) -> Inputs | None:
    """Look at those files alone that are said to have been written since; all others are as before.

    `saved` are absolute. Gives None where more than the bytes of texts may differ: a file that came
    or went, a template, a vocabulary.

    Raises: OSError, where the machine is at fault.
    """
    if before.has_findings:
        return None
    found: dict[str, Known] = {}
    for path in saved:
        name = _name(options.content, path)
        if name not in before.files:
            if os.path.lexists(path):
                return None
            continue  # an editor's own file, that came and went
        try:
            if not (name.startswith(_TEXTS) and S_ISREG(path.lstat().st_mode)):
                return None
            # Without a mark: the next look asks for its bytes.
            found[name] = Known("", digest_of(path))
        except FileNotFoundError:
            return None
    return replace(before, files={**before.files, **found})


def _name(content: Path, path: Path) -> str:
    try:
        return f"{CONTENT}/{path.relative_to(content).as_posix()}"
    except ValueError:
        return ""


def have_changed(options: Options, inputs: Inputs) -> bool:
    """Tell whether a shared file has other bytes than when it was looked at."""
    folders = {
        CONTENT: options.content,
        TEMPLATES: options.templates,
        LOCALES: options.locales,
        CODE: PACKAGE,
    }
    try:
        return any(
            not is_as_known(folders[folder] / path, known)
            for name, known in inputs.shared.items()
            for folder, _, path in (name.partition("/"),)
            if not path.endswith("/")
        )
    except FileNotFoundError:
        return True


def _folders(content: Path) -> dict[str, Known]:
    """Name the folders that are no part of a content folder: an empty one is in no file's path."""
    with suppress(OSError):
        return {
            f"{CONTENT}/{entry.name}/": Known("", "a folder")
            for entry in sorted(os.scandir(content), key=lambda entry: entry.name)
            if entry.is_dir(follow_symlinks=False) and entry.name not in _PARTS
        }
    return {}


def _libraries() -> list[str]:
    """Name what is installed, with versions: each library has a folder named by both."""
    names = set()
    for place in sys.path:
        try:
            found = os.listdir(place or ".")  # noqa: PTH208 -- names are all that is wanted
        except OSError:
            continue
        names |= {name for name in found if name.endswith((".dist-info", ".egg-info"))}
    return sorted(names)
