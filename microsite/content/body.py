"""Define what a rendered body is: its HTML, and what other pages show and check of it."""

from __future__ import annotations

import msgspec

from microsite.content.destinations import Link


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


def unplaced(section: Section) -> Section:
    """Leave out where in the file a section stands."""
    return msgspec.structs.replace(
        section,
        line=0,
        column=0,
        regions=tuple(SectionTag(tag.code, 0, 0) for tag in section.regions),
        partners=tuple(SectionTag(tag.code, 0, 0) for tag in section.partners),
    )
