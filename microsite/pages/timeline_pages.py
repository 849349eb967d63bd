"""Make the timeline: a page for each year, one for what has no date, and their index.

What spans several years stands once, in the year of its lower bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.catalogue.moments import Moment, Moments, by_year, days, moments_by_year, split
from microsite.pages.edition import Edition, Href
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import ROOM, PartOf
from microsite.pages.moments import MOMENTS, moment_views, shared_out
from microsite.pages.outputs import Output, Sheaf, View
from microsite.pages.part_views import Counted, counted, counts, parts_view, year_title
from microsite.pages.views import Link, TimelinePage, TimelineYear, YearPage

SHOWN = 20
"""Briefings and events that the index shows of each year at most; the year's own page has all."""

_HEADING = 120
"""What the index has for each year beside them; see `heft`."""

Year = tuple[str, Moments]
"""A year by its slug, with what stands in it."""

YearCounts = tuple[tuple[str, int, int], ...]
"""Years by their slugs, with the number of briefings and that of events."""


def timeline_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output | Sheaf]:
    """Make all pages of the timeline."""
    years = timeline_years(catalogue)
    versions = versions_in(edition, partial(routes.index, section="timeline"))
    room = ROOM - _HEADING * len(years)
    shown = shared_out([moments for _, moments in years], room, SHOWN)
    yield Output(
        path=routes.index(edition.language, "timeline"),
        template="timeline/index.html",
        make=_index,
        edition=edition,
        inputs=(versions, year_counts(catalogue), shown),
        versions=versions,
        origin="the timeline",
    )
    slugs = tuple(slug for slug, _ in years)
    around = (None, *years, None)
    for newer, here, older in zip(around, years, around[2:], strict=False):
        name = f"{edition.language} timeline {here[0]}"
        yield Sheaf(name, _pages_of_year, (edition, slugs, newer, here, older))


def _pages_of_year(
    edition: Edition, slugs: tuple[str, ...], newer: Year | None, here: Year, older: Year | None
) -> Iterator[Output]:
    """Make the pages of one year, which lead to those of the years around it."""
    year, moments = here
    there = tuple(one for one in (newer, here, older) if one)
    parts = MOMENTS.parts_of_years(there, tuple((slug, slug, 0) for slug, _ in there))
    entries, events = split(moments)
    number = counted(edition, entries)
    for found in parts:
        if found.year != year:
            continue
        part = found._replace(years=tuple((slug, slug, 0) for slug in slugs))
        versions = versions_in(edition, partial(routes.item, section="timeline", slug=part.slug))
        yield Output(
            path=routes.item(edition.language, "timeline", part.slug),
            template="timeline/year.html",
            make=_year,
            edition=edition,
            inputs=(versions, part, number, len(events)),
            days=days(part.entries[0]),
            versions=versions,
            origin=f"the timeline's page {part.slug}",
        )


def timeline_years(catalogue: Catalogue) -> tuple[Year, ...]:
    """Give the years by their slugs, newest first, what has no date last."""
    return tuple(
        (str(year) if year else routes.UNKNOWN, moments)
        for year, moments in moments_by_year(catalogue)
    )


def year_counts(catalogue: Catalogue) -> YearCounts:
    """Count what stands in each year, newest first, what has no date last."""
    entries = by_year(catalogue.entries, days)
    briefings = Counter({year: len(group) for year, group in entries})
    events = Counter({year: len(group) for year, group in by_year(catalogue.stated.events, days)})
    return tuple(
        (year or routes.UNKNOWN, briefings[year], events[year])
        for year in sorted(briefings.keys() | events.keys(), reverse=True)
    )


def year_heads(edition: Edition, href: Href, years: YearCounts) -> tuple[TimelineYear, ...]:
    """Lead to the pages of years, and of what has no date."""
    return tuple(
        TimelineYear(year_link(edition, href, slug, briefings), events)
        for slug, briefings, events in years
    )


def year_link(edition: Edition, href: Href, slug: str, count: int) -> Link:
    """Lead to the page of a year, or of what has no date; `count` is that of its briefings."""
    path = routes.item(edition.language, "timeline", slug)
    return Link(year_title(edition, slug), href(path), count=count)


def _index(
    edition: Edition,
    path: str,
    versions: Versions,
    numbers: YearCounts,
    shown: tuple[Moments, ...],
) -> View:
    heads = year_heads(edition, hrefs(path), numbers)
    view = TimelinePage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, "timeline"),
            edition.texts.gettext("Briefings and events by year, newest first."),
        ),
        tuple(
            TimelineYear(head.link, head.events, moment_views(edition, path, moments))
            for head, moments in zip(heads, shown, strict=True)
        ),
    )
    return view, site(edition, path)


def _year(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    part: PartOf[Moment],
    number: Counted,
    events: int,
) -> View:
    href = hrefs(path)
    name = year_title(edition, part.year)
    index = routes.index(edition.language, "timeline")
    above = [Link(section_title(edition, "timeline"), href(index))]
    shown = parts_view(edition, href, "timeline", part)
    title = name
    if shown.days:
        title = shown.days.text
        if part.slug != part.year:
            above.append(Link(name, href(routes.item(edition.language, "timeline", part.year))))
    view = YearPage(
        frame(
            edition,
            path,
            versions,
            title,
            edition.texts.gettext("Briefings and events: %(name)s.") % {"name": title},
            above=above,
        ),
        title,
        moment_views(edition, path, part.entries),
        counts(number),
        events,
        shown.newer,
        shown.older,
        shown,
    )
    return view, site(edition, path)
