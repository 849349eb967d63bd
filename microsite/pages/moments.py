"""Weigh what stands in the timeline, choose of it, and show it."""

from __future__ import annotations

from collections.abc import Sequence

from microsite.catalogue.catalogue import Entry
from microsite.catalogue.moments import Moment, Moments, days, split
from microsite.catalogue.stated import Stated
from microsite.content.facts import Event
from microsite.content.model import Version
from microsite.pages.cards import cards
from microsite.pages.edition import Edition
from microsite.pages.facts import event_view
from microsite.pages.frames import hrefs
from microsite.pages.listings import Cutter, weight
from microsite.pages.views import Moment as MomentView

_MARKUP = 330
"""What an event weighs beside its words: the names of places, the addresses it leads to."""

_IN_SHORT = 250
"""The same where its source and its briefing are not named."""


def heft(moment: Moment) -> int:
    """Estimate what a moment adds to a page: bytes of its words, the longest of its languages."""
    if isinstance(moment, Entry):
        return weight(moment)
    briefing = moment.briefing
    titles = (len((_title(moment, v) + v.title).encode()) for v in briefing.versions)
    source = briefing.source.publisher or briefing.source.title
    return _MARKUP + max(titles) + len(source.encode())


def heft_in_short(moment: Moment) -> int:
    """Estimate the same where events are shown without what they rest on."""
    if isinstance(moment, Entry):
        return weight(moment)
    return _IN_SHORT + max(len(_title(moment, v).encode()) for v in moment.briefing.versions)


def _title(event: Stated[Event], version: Version) -> str:
    return version.words.get(event.fact.id, event.fact.title)


def days_between(moments: Moments) -> str:
    """Give the days between which moments begin, as an EDTF interval; empty without dates."""
    first, last = days(moments[-1])[:10], days(moments[0])[:10]
    return f"{first}/{last}" if first else ""


MOMENTS: Cutter[Moment] = Cutter(
    days=days, weight=heft, which=lambda moments, _: days_between(moments)
)


def shared_out(years: Sequence[Moments], room: int, most: int) -> tuple[Moments, ...]:
    """Choose what a page with a room shows of each year: as much of each as there is room for.

    The years take turns, the newest first; each shows its briefings before its events, and takes
    no more once something of it does not fit. Events are shown in short.
    """
    waiting = [_briefings_first(moments) for moments in years]
    taken = [0] * len(years)
    for turn in range(most):
        for number, (moments, queue) in enumerate(zip(years, waiting, strict=True)):
            if taken[number] == turn < len(queue):
                load = heft_in_short(moments[queue[turn]])
                if load <= room:
                    taken[number] += 1
                    room -= load
    return tuple(
        tuple(moments[at] for at in sorted(queue[:count]))
        for moments, queue, count in zip(years, waiting, taken, strict=True)
    )


def _briefings_first(moments: Moments) -> list[int]:
    """Give the places of moments in the order in which they are chosen."""
    return sorted(range(len(moments)), key=lambda place: isinstance(moments[place], Stated))


def moment_views(edition: Edition, path: str, moments: Moments) -> tuple[MomentView, ...]:
    """Show moments in their order, as seen from a page."""
    entries, _ = split(moments)
    made = iter(cards(edition, path, entries))
    href = hrefs(path)
    return tuple(
        MomentView(event=event_view(edition, href, moment))
        if isinstance(moment, Stated)
        else MomentView(card=next(made))
        for moment in moments
    )
