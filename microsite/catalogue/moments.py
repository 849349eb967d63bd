"""Put briefings and events into one order, by the year in which each stands once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import TypeVar

from microsite.catalogue.catalogue import Catalogue, Entry
from microsite.catalogue.stated import Stated
from microsite.content.facts import Event

Moment = Entry | Stated[Event]
Moments = tuple[Moment, ...]

Item = TypeVar("Item")

_YEAR = len("2016")
"""Of days, what names the year."""

Years = tuple[tuple[int, Moments], ...]
"""Years, the newest first; 0 stands for what has no date, and comes last. None is empty."""


def moments_by_year(catalogue: Catalogue) -> Years:
    """Give the years of all briefings and events, each newest first.

    What spans several years stands in that of its lower bound. Of one time, briefings come before
    events; both have the order of their slugs, and events of one briefing that of their numbers.
    """
    everything: Moments = catalogue.entries
    if events := catalogue.stated.events:
        # A stable sort: each of the two lists is in its order already.
        everything = tuple(sorted((*everything, *events), key=days, reverse=True))
    return tuple((int(year or 0), moments) for year, moments in by_year(everything, days))


def by_year(
    items: tuple[Item, ...], days: Callable[[Item], str]
) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Cut a list that is newest first into its years; what has no date has none, and comes last."""
    start = 0
    while start < len(items):
        year = days(items[start])[:_YEAR]
        # Looked for by halves: lists are long, and years are few.
        end = bisect_left(items, True, start, key=lambda item: days(item)[:_YEAR] != year)  # noqa: FBT003
        yield year, items[start:end]
        start = end


def days(moment: Moment) -> str:
    """Give the first and the last possible day; empty where the date is unknown."""
    return moment.fact.days if isinstance(moment, Stated) else moment.briefing.days


def year_of(moment: Moment) -> int:
    """Give the year in which a moment stands; 0 for one without a date."""
    return int(days(moment)[:4] or 0)


def split(moments: Moments) -> tuple[tuple[Entry, ...], tuple[Stated[Event], ...]]:
    """Tell briefings from events."""
    return (
        tuple(moment for moment in moments if isinstance(moment, Entry)),
        tuple(moment for moment in moments if isinstance(moment, Stated)),
    )
