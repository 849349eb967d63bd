"""Cut long lists into pages that stay within the budget, at addresses that stay.

A list's own page shows the newest that fit. Where that is not all, each year of the list has a page
of its own, and a year that is too long has several. They are filled from the oldest on, so that
what is full stays as it is when something is added: only the newest page of a year changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

import msgspec

from microsite import routes
from microsite.catalogue.catalogue import Entries, Entry
from microsite.catalogue.moments import by_year
from microsite.content.body import Section
from microsite.pages.cards import OPENINGS

ROOM = 15_000
"""Weight that one page holds; see `weight`. Tested by the size of whole pages."""

_MARKUP = 260
"""What a card weighs beside its words."""

Item = TypeVar("Item")
"""What lists hold: briefings, or facts of them."""


class PartOf(NamedTuple, Generic[Item]):
    """Hold what one page shows of a list."""

    slug: str
    entries: tuple[Item, ...]
    year: str = ""
    """Of which year it is a part; empty for the list's own page."""
    alone: bool = True
    """Whether it holds all of its year, or of its list."""
    newer: tuple[str, str, str] | None = None
    """Slug, year and `which` of the neighbouring part."""
    older: tuple[str, str, str] | None = None
    years: tuple[tuple[str, str, int], ...] = ()
    """Of a list that is cut: the slug, the year and the number of items of each year.

    On the parts of years the numbers are 0, which is not said: so a part stays as it is when
    another year gets an item.
    """
    which: str = ""
    """Of several parts of a year: its days, or its number; empty where it holds all of its year."""


class Cutter(msgspec.Struct, Generic[Item], frozen=True, kw_only=True):
    """Know of the items of a kind of list when they stand and what they weigh, and cut it by that.

    The lists are newest first, and what has no date comes last.
    """

    days: Callable[[Item], str]
    """As those of a briefing; empty where there are none."""
    weight: Callable[[Item], int]
    which: Callable[[tuple[Item, ...], int], str]
    """Tells one of several parts of a year from the others; given its number from the oldest on."""

    def newest(self, items: tuple[Item, ...], room: int = ROOM) -> tuple[Item, ...]:
        """Choose the newest that fit into a room; at least one."""
        for number, item in enumerate(items):
            room -= self.weight(item)
            if room < 0 and number:
                return items[:number]
        return items

    def parts_of_list(
        self, slug: str, items: tuple[Item, ...], room: int = ROOM, before_year: str | None = None
    ) -> Iterator[PartOf[Item]]:
        """Cut a list: its own page, then those of its years where it does not fit.

        `room` is that of its own page. `before_year` stands in front of the years in their slugs;
        otherwise the list's own does.
        """
        shown = self.newest(items, room)
        if len(shown) == len(items):
            yield PartOf(slug, items)
            return
        years = self.years_of(items)
        before = f"{slug}-" if before_year is None else before_year
        links = tuple((f"{before}{year}", year, len(group)) for year, group in years)
        yield PartOf(slug, shown, alone=False, years=links)
        yield from self.parts_of_years(years, links)

    def parts_of_years(
        self,
        years: Sequence[tuple[str, tuple[Item, ...]]],
        links: tuple[tuple[str, str, int], ...],
    ) -> Iterator[PartOf[Item]]:
        """Cut years into parts that lead to each other; `links` are those that each part shows."""
        bare = tuple((slug, year, 0) for slug, year, _ in links)
        parts: list[PartOf[Item]] = []
        for (slug, _, _), (year, group) in zip(links, years, strict=True):
            pieces = _from_the_oldest(group, self.weight)
            alone = len(pieces) == 1
            for number in range(len(pieces), 0, -1):
                piece = pieces[number - 1]
                at = routes.part(slug, 1 if number == len(pieces) else number + 1)
                which = "" if alone else self.which(piece, number)
                parts.append(PartOf(at, piece, year, alone, years=bare, which=which))
        for newer, part, older in zip([None, *parts], parts, [*parts[1:], None], strict=False):
            yield part._replace(newer=_beside(part, newer), older=_beside(part, older))

    def years_of(self, items: tuple[Item, ...]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """Group items by year, in their order."""
        return tuple((year or routes.UNKNOWN, group) for year, group in by_year(items, self.days))


def weight(entry: Entry) -> int:
    """Estimate what a briefing adds to a list: bytes of its words, the longest of its languages."""
    if not entry.section_ids:
        return _MARKUP + entry.briefing.weight
    sections = (entry.sections(version) for version in entry.briefing.versions)
    return _MARKUP + entry.briefing.weight + max(map(_weight_of_sections, sections))


def _weight_of_sections(sections: Sequence[Section]) -> int:
    with_openings = len(sections) <= OPENINGS
    shown = (section.title + section.opening * with_openings for section in sections)
    return sum(len(text.encode()) for text in shown)


def days_of(entries: Entries) -> str:
    """Give the days between which entries stand, as an EDTF interval; empty without dates."""
    first, last = entries[-1].briefing.days[:10], entries[0].briefing.days[:10]
    return f"{first}/{last}" if first else ""


Part = PartOf[Entry]

BRIEFINGS: Cutter[Entry] = Cutter(
    days=lambda entry: entry.briefing.days,
    weight=weight,
    which=lambda entries, _: days_of(entries),
)

newest = BRIEFINGS.newest
parts_of_list = BRIEFINGS.parts_of_list
parts_of_years = BRIEFINGS.parts_of_years
years_of = BRIEFINGS.years_of


def _from_the_oldest(
    items: tuple[Item, ...], weigh: Callable[[Item], int]
) -> list[tuple[Item, ...]]:
    """Cut from the oldest on; give the oldest piece first."""
    pieces: list[tuple[Item, ...]] = []
    end, room = len(items), ROOM
    for index in range(len(items) - 1, -1, -1):
        room -= weigh(items[index])
        if room < 0 and index + 1 < end:
            pieces.append(items[index + 1 : end])
            end, room = index + 1, ROOM - weigh(items[index])
    return [*pieces, items[:end]]


def _beside(part: PartOf[Item], other: PartOf[Item] | None) -> tuple[str, str, str] | None:
    # What has no date is neither newer nor older than anything.
    if other is None or (part.year == routes.UNKNOWN) != (other.year == routes.UNKNOWN):
        return None
    return other.slug, other.year, other.which
