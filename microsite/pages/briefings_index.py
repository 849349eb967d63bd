"""Make the list of all briefings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, Entries
from microsite.pages.cards import cards
from microsite.pages.edition import Edition
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import newest, years_of
from microsite.pages.outputs import Output, View
from microsite.pages.part_views import Counted, counted, counts
from microsite.pages.timeline_pages import year_link
from microsite.pages.views import BriefingsPage, Parts


def briefings_index(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """List the newest briefings, in whatever language they exist, and lead to all by their years.

    The years' own pages are those of the timeline: the same list need not stand twice.
    """
    versions = versions_in(edition, partial(routes.index, section="briefings"))
    shown = newest(catalogue.entries)
    years = years_of(catalogue.entries) if len(shown) < len(catalogue.entries) else ()
    yield Output(
        path=routes.index(edition.language, "briefings"),
        template="briefings/index.html",
        make=_index,
        edition=edition,
        inputs=(
            versions,
            shown,
            counted(edition, catalogue.entries),
            tuple((slug, len(entries)) for slug, entries in years),
        ),
        versions=versions,
        origin="the list of briefings",
    )


def _index(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    shown: Entries,
    number: Counted,
    years: tuple[tuple[str, int], ...],
) -> View:
    href = hrefs(path)
    view = BriefingsPage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, "briefings"),
            edition.texts.gettext("All briefings, newest first."),
        ),
        cards(edition, path, shown),
        counts(number),
        Parts(years=tuple(year_link(edition, href, slug, count) for slug, count in years)),
    )
    return view, site(edition, path)
