"""Put briefings and events into one order, by the year in which each stands once."""

from __future__ import annotations

from itertools import groupby

from microsite.catalogue.catalogue import Catalogue, Entry
from microsite.catalogue.stated import Stated
from microsite.content.facts import Event

Moment = Entry | Stated[Event]
Moments = tuple[Moment, ...]

Years = tuple[tuple[int, Moments], ...]
"""Years, the newest first; 0 stands for what has no date, and comes last. None is empty."""


def moments_by_year(catalogue: Catalogue) -> Years:
    """Give the years of all briefings and events, each newest first.

    What spans several years stands in that of its lower bound. Of one time, briefings come before
    events; both have the order of their slugs, and events of one briefing that of their numbers.
    """
    everything: list[Moment] = [*catalogue.entries, *catalogue.stated.events]
    # A stable sort: each of the two lists is in its order already.
    everything.sort(key=days, reverse=True)
    return tuple((year, tuple(group)) for year, group in groupby(everything, key=year_of))


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
