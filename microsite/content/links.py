"""Judge the links and images of all bodies, once it is known which files there are."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from microsite.content.body import Body
from microsite.content.destinations import Link
from microsite.diagnostics import Code, Diagnostic, nearest
from microsite.source.files import Source

IMAGES = frozenset({".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"})


@dataclass(frozen=True, slots=True)
class Linking:
    """Hold a body whose links are to be judged, and what a link to it may name."""

    source: Source
    body: Body
    draft: bool

    @property
    def ids(self) -> tuple[str, ...]:
        """Give the ids of its headings."""
        return tuple(s.id for s in self.body.sections if s.id)


def judge_links(
    bodies: Sequence[Linking], files: Iterable[Path], media: Iterable[Path]
) -> Iterator[Diagnostic]:
    """Find links that lead nowhere.

    `files` are all Markdown files, readable or not: a link to a file that has mistakes of its own
    is not blamed for them.

    Reports: `link`, `image`.
    """
    texts = {item.source.path: item for item in bodies}
    known = {*files}
    pictures = {*media}
    for item in bodies:
        for link in item.body.links:
            fault = _link_fault(link, item, texts, known | pictures)
            if fault:
                yield item.source.finding(Code.LINK, link.line, link.column, *fault)
        for picture in item.body.images:
            fault = _image_fault(picture.target, pictures)
            if fault:
                yield item.source.finding(Code.IMAGE, picture.line, picture.column, *fault)


def _link_fault(
    link: Link, item: Linking, texts: Mapping[Path, Linking], files: set[Path]
) -> tuple[str, str] | None:
    if link.target not in files:
        if twin := _twin(link.target, files):
            return twin
        names = {path.name for path in files}
        named = link.target if len(link.target.suffixes) > 1 else item.source.path
        ending = "".join(named.suffixes[-2:])
        alike = {name for name in names if name.endswith(ending)}
        near = nearest(link.target.name, alike) or nearest(link.target.name, names)
        hint = f"Did you mean {near}?" if near else "Name it as seen from this file."
        return f"There is no file {link.target.name} at this place.", hint
    target = texts.get(link.target)
    if target is None:
        return None
    if target.draft and not item.draft:
        message = f"{link.target.name} is a draft, which readers cannot open."
        return message, "Publish it first, or take the link out."
    if link.fragment and link.fragment not in target.ids:
        near = nearest(link.fragment, target.ids)
        hint = f"Did you mean #{near}?" if near else "Ids are written on headings, as {#id}."
        return f"{link.target.name} has no heading with the id “{link.fragment}”.", hint
    return None


def _image_fault(target: Path, pictures: set[Path]) -> tuple[str, str] | None:
    if target not in pictures:
        if twin := _twin(target, pictures):
            return twin
        near = nearest(target.name, {path.name for path in pictures})
        hint = f"Did you mean {near}?" if near else "Images stand in content/media/."
        return f"There is no image {target.name} at this place.", hint
    if target.suffix.lower() not in IMAGES:
        return f"{target.name} is not an image.", "Allowed: " + ", ".join(sorted(IMAGES)) + "."
    return None


def _twin(target: Path, files: set[Path]) -> tuple[str, str] | None:
    """Find a file whose name looks the same and is written with other characters."""
    wanted = unicodedata.normalize("NFC", str(target))
    if wanted in {unicodedata.normalize("NFC", str(path)) for path in files}:
        message = f"{target.name} is written with letters put together from parts, in the file's"
        return f"{message} name or here.", "Rename the file, with plain letters a-z at best."
    return None
