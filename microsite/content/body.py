"""Define what a rendered body is: its HTML, and what other pages show and check of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from microsite.content.destinations import Link
from microsite.content.evidence import Missed


class SectionTag(msgspec.Struct, frozen=True, gc=False):
    """Hold one code on a heading, and its place in the file."""

    code: str
    line: int
    column: int


class Section(msgspec.Struct, frozen=True, gc=False):
    """Hold a heading and the opening of what stands under it."""

    id: str
    """As the editor wrote it; empty where there is none."""
    title: str
    level: int
    opening: str
    """The first paragraph as plain text; empty where another heading follows at once."""
    regions: tuple[SectionTag, ...]
    partners: tuple[SectionTag, ...]
    line: int
    column: int


class Body(msgspec.Struct, frozen=True, gc=False):
    """Hold a body as HTML, and what other pages show and check of it."""

    html: str = ""
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    missed: tuple[Missed, ...] = ()
    """Evidence that is not found once."""


def unplaced(section: Section) -> Section:
    """Leave out where in the file a section stands."""
    return msgspec.structs.replace(
        section,
        line=0,
        column=0,
        regions=tuple(SectionTag(tag.code, 0, 0) for tag in section.regions),
        partners=tuple(SectionTag(tag.code, 0, 0) for tag in section.partners),
    )


def tagged(sections: Iterable[Section]) -> frozenset[str]:
    """Give the ids of an original's sections that have tags of their own."""
    return frozenset(section.id for section in sections if section.regions or section.partners)


def as_shown(sections: Iterable[Section], ids: Collection[str]) -> tuple[Section, ...]:
    """Leave out the openings that no page shows: those of sections without tags.

    `ids` are those of the original's tagged sections; a translation's have the same.
    """
    return tuple(
        section
        if section.id in ids or not section.opening
        else msgspec.structs.replace(section, opening="")
        for section in sections
    )
