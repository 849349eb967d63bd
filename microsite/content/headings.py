"""Read the attributes on a heading: `## Buryatia {#buryatia regions="RU-BU" partners="CN"}`.

mdit-py-plugins leaves braces behind a heading as text and keeps the last of two equal keys, so
this is a rule of our own; ids are written by the editor, never derived.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from microsite.content.facts import FACT
from microsite.routes import SLUG

Report = Callable[[int, str, str, int], None]
"""Takes the index in the heading's text, a message, a hint and a width."""

TAGS = ("regions", "partners")
"""The front-matter fields that a section may narrow down."""

RESERVED = re.compile(rf"(page-.*|{FACT}.*|fn(ref)?[0-9].*)")
"""Ids that the page's own frame, its list of facts and the footnotes use."""

_FORM = '{#id} or {#id regions="RU-BU" partners="CN"}'
_PART = re.compile(
    r"""\s*(?:#(?P<id>[^\s{}"=]*)|(?P<key>[\w-]+)\s*=\s*(?P<quote>["'])(?P<value>[^"'{}]*)(?P=quote))"""
)
_BRACES = re.compile(r"\s*\{(?P<inside>[^{}]*)\}\s*$")


class Tag(msgspec.Struct, frozen=True):
    """Hold one code on a heading, and where it stands in the heading's text."""

    code: str
    index: int


class Attributes(msgspec.Struct, frozen=True):
    """Hold what the braces behind a heading say."""

    text: str
    """The heading without its braces."""
    id: str = ""
    tags: dict[str, tuple[Tag, ...]] = {}


def read_attributes(text: str, report: Report) -> Attributes:
    """Split a heading's text from the attributes behind it."""
    braces = _BRACES.search(text)
    words = text[: braces.start()] if braces else text
    for stray in re.finditer(r"(?<!\\)[{}]", words):
        message = "A curly bracket stands in this heading without its partner or in a wrong place."
        report(stray.start(), message, f"Write {_FORM} at the end of the heading.", 1)
        return Attributes(words)
    if not braces:
        return Attributes(words)
    attributes = Attributes(words.rstrip(), *_parts(braces, report))
    if attributes.tags and not attributes.id:
        message = "A section with regions or partners needs an id, so that pages can link to it."
        report(braces.start("inside"), message, f"Write {_FORM}.", 1)
    return attributes


def _parts(braces: re.Match[str], report: Report) -> tuple[str, dict[str, tuple[Tag, ...]]]:
    inside, start = braces["inside"], braces.start("inside")
    identifier, tags = "", dict[str, tuple[Tag, ...]]()
    position = 0
    while position < len(inside.rstrip()):
        part = _PART.match(inside, position)
        if part is None:
            index = start + position + len(inside[position:]) - len(inside[position:].lstrip())
            report(index, "This is neither an id nor a tag.", f"Write {_FORM}.", 1)
            break
        position = part.end()
        if part["id"] is not None:
            index = start + part.start("id")
            if identifier:
                report(index, "This heading has two ids.", "Keep one.", len(part["id"]))
            identifier = _checked_id(part["id"], index, report)
        else:
            index = start + part.start("key")
            _add_tags(tags, part, index, start + part.start("value"), report)
    return identifier, tags


def _checked_id(identifier: str, index: int, report: Report) -> str:
    width = max(1, len(identifier))
    if not SLUG.fullmatch(identifier):
        message = f"“{identifier}” is not an id."
        report(index, message, "Use lower-case letters a-z, digits and hyphens.", width)
    elif RESERVED.fullmatch(identifier):
        message = f"The id “{identifier}” is kept for the page itself."
        report(index, message, "Choose another.", width)
    return identifier


def _add_tags(
    tags: dict[str, tuple[Tag, ...]], part: re.Match[str], index: int, value: int, report: Report
) -> None:
    key = part["key"]
    if key not in TAGS:
        message = f"“{key}” is not a tag of a heading."
        report(index, message, f"Allowed are {' and '.join(TAGS)}.", len(key))
    elif key in tags:
        report(index, f"`{key}` stands here a second time.", "Keep one of the two.", len(key))
    else:
        tags[key] = tuple(
            Tag(code.group(), value + code.start())
            for code in re.finditer(r"[^\s,]+", part["value"])
        )
        if not tags[key]:
            report(index, f"`{key}` names no code.", "Name one, or delete it.", len(key))
