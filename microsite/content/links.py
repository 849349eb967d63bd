"""Judge the links and images of all bodies, once it is known which files there are."""

from __future__ import annotations

import posixpath
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath

import msgspec

from microsite.content.body import Section
from microsite.content.destinations import Link
from microsite.diagnostics import Code, Diagnostic, nearest
from microsite.source.files import read

IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


class Linking(msgspec.Struct, frozen=True):
    """Hold a text whose links are to be judged, and what a link to it may name."""

    path: str
    """In the content folder."""
    sections: tuple[Section, ...]
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    draft: bool
    """Whether readers cannot open it."""

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the ids of its headings."""
        return tuple(s.id for s in self.sections if s.id)


class Targets(msgspec.Struct, frozen=True, dict=True):
    """Hold what links may lead to, by paths in the content folder."""

    texts: Mapping[str, Linking]
    """Those that could be read."""
    names: Collection[str]
    """All Markdown files: a link to one that has mistakes of its own is not blamed for them."""
    media: Collection[str]
    folder: str
    """The content folder itself, which a link may name by mistake."""

    def name(self, target: str) -> str:
        """Name a target as an editor would look for it."""
        return posixpath.basename(posixpath.normpath(posixpath.join(self.folder, target)))

    @cached_property
    def files(self) -> frozenset[str]:
        """All files that a link may name."""
        return frozenset((*self.names, *self.media))


def judge_links(folder: Path, texts: Iterable[Linking], targets: Targets) -> Iterator[Diagnostic]:
    """Find links that lead nowhere. Reports: `link`, `image`."""
    for item in texts:
        faults = [
            (Code.LINK, link, fault)
            for link in item.links
            if (fault := _link_fault(link, item, targets))
        ]
        faults += [
            (Code.IMAGE, picture, fault)
            for picture in item.images
            if (fault := _image_fault(picture.target, targets))
        ]
        # The text is read again for its lines alone: nearly none has faults.
        source, _ = read(folder / item.path) if faults else (None, ())
        for code, link, fault in faults:
            if source is not None:
                yield source.finding(code, link.line, link.column, *fault)


def _link_fault(link: Link, item: Linking, targets: Targets) -> tuple[str, str] | None:
    if link.target not in targets.names and link.target not in targets.media:
        if twin := _twin(link.target, targets.files):
            return twin
        name = targets.name(link.target)
        names = {posixpath.basename(path) for path in targets.files}
        suffixes = PurePosixPath(link.target).suffixes
        ending = "".join(
            (suffixes if len(suffixes) > 1 else PurePosixPath(item.path).suffixes)[-2:]
        )
        alike = {other for other in names if other.endswith(ending)}
        near = nearest(name, alike) or nearest(name, names)
        hint = f"Did you mean {near}?" if near else "Name it as seen from this file."
        return f"There is no file {name} at this place.", hint
    target = targets.texts.get(link.target)
    if target is None:
        return None
    name = targets.name(link.target)
    if target.draft and not item.draft:
        message = f"{name} is a draft, which readers cannot open."
        return message, "Publish it first, or take the link out."
    if link.fragment and link.fragment not in target.ids:
        near = nearest(link.fragment, target.ids)
        hint = f"Did you mean #{near}?" if near else "Ids are written on headings, as {#id}."
        return f"{name} has no heading with the id “{link.fragment}”.", hint
    return None


def _image_fault(target: str, targets: Targets) -> tuple[str, str] | None:
    name = targets.name(target)
    if target not in targets.media:
        if twin := _twin(target, targets.media):
            return twin
        near = nearest(name, {posixpath.basename(path) for path in targets.media})
        hint = f"Did you mean {near}?" if near else "Images stand in content/media/."
        return f"There is no image {name} at this place.", hint
    if PurePosixPath(target).suffix.lower() not in IMAGES:
        return f"{name} is not an image.", "Allowed: " + ", ".join(sorted(IMAGES)) + "."
    return None


def _twin(target: str, files: Collection[str]) -> tuple[str, str] | None:
    """Find a file whose name looks the same and is written with other characters."""
    wanted = unicodedata.normalize("NFC", target)
    if wanted in {unicodedata.normalize("NFC", path) for path in files}:
        name = posixpath.basename(target)
        message = f"{name} is written with letters put together from parts, in the file's"
        return f"{message} name or here.", "Rename the file, with plain letters a-z at best."
    return None
