"""Make the timeline: a page for each year, one for what has no date, and their index.

What spans several years stands once, in the year of its lower bound.
"""

from __future__ import annotations

from collections.abc import Iterator

from microsite import routes
from microsite.catalogue.catalogue import Entry
from microsite.content.model import Briefing
from microsite.dates.wording import year_words
from microsite.pages.cards import cards, counts
from microsite.pages.edition import Edition, Href
from microsite.pages.frames import frame, hrefs, section_title, site
from microsite.pages.outputs import Output
from microsite.pages.views import Link, TimelinePage, TimelineYear, YearPage

SHOWN = 20
"""Briefings that the index shows of each year; the year's own page has all."""


def timeline_pages(edition: Edition) -> Iterator[Output]:
    """Make all pages of the timeline."""
    groups = timeline_groups(edition)
    yield _index(edition, groups)
    for position, (slug, briefings) in enumerate(groups):
        newer = groups[position - 1][0] if position and slug != routes.UNKNOWN else None
        older = groups[position + 1][0] if position + 1 < len(groups) else None
        older = None if older == routes.UNKNOWN else older
        yield _year(edition, slug, briefings, newer, older)


def timeline_groups(edition: Edition) -> tuple[tuple[str, tuple[Briefing, ...]], ...]:
    """Give the years by their slugs, newest first, what has no date last."""
    catalogue = edition.catalogue
    years = tuple((str(year), briefings) for year, briefings in catalogue.years.items())
    return (*years, (routes.UNKNOWN, catalogue.undated)) if catalogue.undated else years


def year_link(edition: Edition, href: Href, slug: str | None, count: int = 0) -> Link | None:
    """Lead to the page of a year, or of what has no date."""
    if slug is None:
        return None
    path = routes.item(edition.language, "timeline", slug)
    return Link(_title(edition, slug), href(path), count=count)


def _title(edition: Edition, slug: str) -> str:
    if slug == routes.UNKNOWN:
        return edition.texts.gettext("Date unknown")
    return year_words(int(slug), edition.texts)


def _index(edition: Edition, groups: tuple[tuple[str, tuple[Briefing, ...]], ...]) -> Output:
    path = routes.index(edition.language, "timeline")
    href = hrefs(path)
    view = TimelinePage(
        frame(
            edition,
            lambda language: routes.index(language, "timeline"),
            section_title(edition, "timeline"),
            edition.texts.gettext("The briefings by year, newest first."),
        ),
        tuple(
            TimelineYear(
                _title(edition, slug),
                href(routes.item(edition.language, "timeline", slug)),
                len(briefings),
                cards(edition, href, map(Entry, briefings[:SHOWN])),
            )
            for slug, briefings in groups
        ),
    )
    return Output(path, "timeline/index.html", view, site(edition, path), "the timeline")


def _year(
    edition: Edition,
    slug: str,
    briefings: tuple[Briefing, ...],
    newer: str | None,
    older: str | None,
) -> Output:
    path = routes.item(edition.language, "timeline", slug)
    href = hrefs(path)
    title = _title(edition, slug)
    above = Link(
        section_title(edition, "timeline"), href(routes.index(edition.language, "timeline"))
    )
    view = YearPage(
        frame(
            edition,
            lambda language: routes.item(language, "timeline", slug),
            title,
            edition.texts.gettext("Briefings: %(name)s.") % {"name": title},
            above=(above,),
        ),
        title,
        cards(edition, href, map(Entry, briefings)),
        counts(edition, briefings),
        year_link(edition, href, newer),
        year_link(edition, href, older),
    )
    origin = f"the timeline's page {slug}"
    return Output(path, "timeline/year.html", view, site(edition, path), origin)
