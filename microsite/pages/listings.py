"""Cut long lists into pages that stay within the budget, at addresses that stay.

A list's own page shows the newest that fit. Where that is not all, each year of the list has a page
of its own, and a year that is too long has several. They are filled from the oldest on, so that
what is full stays as it is when a briefing is added: only the newest page of a year changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from microsite import routes
from microsite.catalogue.catalogue import Entries, Entry

ROOM = 15_000
"""Weight that one page holds; see `weight`. Tested by the size of whole pages."""

_MARKUP = 260
"""What a card weighs beside its words."""


class Part(NamedTuple):
    """Hold what one page shows of a list."""

    slug: str
    entries: Entries
    year: str = ""
    """Of which year it is a part; empty for the list's own page."""
    alone: bool = True
    """Whether it holds all of its year, or of its list."""
    newer: tuple[str, str, str] | None = None
    """Slug, year and days of the neighbouring part; no days where it holds all of its year."""
    older: tuple[str, str, str] | None = None
    years: tuple[tuple[str, str, int], ...] = ()
    """Of a list that is cut: the slug, the year and the number of briefings of each year.

    On the parts of years the numbers are 0, which is not said: so a part stays as it is when
    another year gets a briefing.
    """


def weight(entry: Entry) -> int:
    """Estimate what a briefing adds to a list: bytes of its words, the longest of its languages."""
    if not entry.section_ids:
        return _MARKUP + entry.briefing.weight
    sections = max(
        sum(len((s.title + s.opening).encode()) for s in entry.sections(version))
        for version in entry.briefing.versions
    )
    return _MARKUP + entry.briefing.weight + sections


def newest(entries: Entries, room: int = ROOM) -> Entries:
    """Choose the newest entries that fit into a room; at least one."""
    for number, entry in enumerate(entries):
        room -= weight(entry)
        if room < 0 and number:
            return entries[:number]
    return entries


def parts_of_list(slug: str, entries: Entries) -> Iterator[Part]:
    """Cut a list: its own page, then those of its years where it does not fit."""
    shown = newest(entries)
    if len(shown) == len(entries):
        yield Part(slug, entries)
        return
    years = years_of(entries)
    links = tuple((f"{slug}-{year}", year, len(group)) for year, group in years)
    yield Part(slug, shown, alone=False, years=links)
    yield from parts_of_years(years, links)


def parts_of_years(
    years: Sequence[tuple[str, Entries]], links: tuple[tuple[str, str, int], ...]
) -> Iterator[Part]:
    """Cut years into parts that lead to each other; `links` are those that each part shows."""
    bare = tuple((slug, year, 0) for slug, year, _ in links)
    parts = [
        Part(routes.part(slug, number), entries, year, alone=number == 1 and whole, years=bare)
        for (slug, _, _), (year, group) in zip(links, years, strict=True)
        for whole, number, entries in _numbered(group)
    ]
    for newer, part, older in zip([None, *parts], parts, [*parts[1:], None], strict=False):
        yield part._replace(newer=_beside(part, newer), older=_beside(part, older))


def years_of(entries: Entries) -> tuple[tuple[str, Entries], ...]:
    """Group entries by year, in their order: newest first, what has no date comes last."""
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.briefing.days[:4] or routes.UNKNOWN, []).append(entry)
    return tuple((year, tuple(group)) for year, group in found.items())


def days_of(entries: Entries) -> str:
    """Give the days between which entries stand, as an EDTF interval; empty without dates."""
    first, last = entries[-1].briefing.days[:10], entries[0].briefing.days[:10]
    return f"{first}/{last}" if first else ""


def _numbered(entries: Entries) -> Iterator[tuple[bool, int, Entries]]:
    """Cut from the oldest on; give the newest first, with the number that each keeps."""
    cuts = [len(entries)]
    room = ROOM
    for index in range(len(entries) - 1, -1, -1):
        room -= weight(entries[index])
        if room < 0 and index + 1 < cuts[-1]:
            cuts.append(index + 1)
            room = ROOM - weight(entries[index])
    count = len(cuts)
    bounds = [0, *reversed(cuts)]
    for place in range(count):
        number = 1 if place == 0 else count + 1 - place
        yield count == 1, number, entries[bounds[place] : bounds[place + 1]]


def _beside(part: Part, other: Part | None) -> tuple[str, str, str] | None:
    # What has no date is neither newer nor older than anything.
    if other is None or (part.year == routes.UNKNOWN) != (other.year == routes.UNKNOWN):
        return None
    return other.slug, other.year, "" if other.alone else days_of(other.entries)
