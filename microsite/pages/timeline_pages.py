"""Make the timeline: a page for each year, one for what has no date, and their index.

What spans several years stands once, in the year of its lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, Entries
from microsite.pages.cards import cards
from microsite.pages.edition import Edition, Href
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import ROOM, Part, newest, parts_of_years
from microsite.pages.outputs import Output, View
from microsite.pages.part_views import Counted, counted, counts, parts_view, year_title
from microsite.pages.views import Link, TimelinePage, TimelineYear, YearPage

SHOWN = 20
"""Briefings that the index shows of each year at most; the year's own page has all."""

Years = tuple[tuple[str, Entries], ...]
"""Years by their slugs, newest first, what has no date last."""


def timeline_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Make all pages of the timeline."""
    years = timeline_years(catalogue)
    versions = versions_in(edition, partial(routes.index, section="timeline"))
    room = ROOM // max(1, len(years))
    shown = tuple((slug, len(entries), newest(entries[:SHOWN], room)) for slug, entries in years)
    yield Output(
        path=routes.index(edition.language, "timeline"),
        template="timeline/index.html",
        make=_index,
        edition=edition,
        inputs=(versions, shown),
        versions=versions,
        origin="the timeline",
    )
    links = tuple((slug, slug, len(entries)) for slug, entries in years)
    parts = parts_of_years(years, links)
    for year, group in groupby(parts, key=lambda part: part.year):
        number = counted(edition, dict(years)[year])
        for part in group:
            route = partial(routes.item, section="timeline", slug=part.slug)
            versions = versions_in(edition, route)
            yield Output(
                path=routes.item(edition.language, "timeline", part.slug),
                template="timeline/year.html",
                make=_year,
                edition=edition,
                inputs=(versions, part, number),
                days=part.entries[0].briefing.days,
                versions=versions,
                origin=f"the timeline's page {part.slug}",
            )


def timeline_years(catalogue: Catalogue) -> Years:
    """Give the years by their slugs, newest first, what has no date last."""
    years = tuple((str(year), entries) for year, entries in catalogue.years.items())
    return (*years, (routes.UNKNOWN, catalogue.undated)) if catalogue.undated else years


def year_link(edition: Edition, href: Href, slug: str, count: int) -> Link:
    """Lead to the page of a year, or of what has no date."""
    path = routes.item(edition.language, "timeline", slug)
    return Link(year_title(edition, slug), href(path), count=count)


def _index(
    edition: Edition, path: str, versions: Versions, years: tuple[tuple[str, int, Entries], ...]
) -> View:
    href = hrefs(path)
    view = TimelinePage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, "timeline"),
            edition.texts.gettext("The briefings by year, newest first."),
        ),
        tuple(
            TimelineYear(
                year_title(edition, slug),
                href(routes.item(edition.language, "timeline", slug)),
                count,
                cards(edition, path, entries),
            )
            for slug, count, entries in years
        ),
    )
    return view, site(edition, path)


def _year(edition: Edition, path: str, versions: Versions, part: Part, number: Counted) -> View:
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
            edition.texts.gettext("Briefings: %(name)s.") % {"name": title},
            above=above,
        ),
        title,
        cards(edition, path, part.entries),
        counts(number),
        shown.newer,
        shown.older,
        shown,
    )
    return view, site(edition, path)
