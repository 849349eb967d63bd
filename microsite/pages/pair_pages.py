"""Make the pages of pairs, and the coverage matrix that is their index."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, Entries
from microsite.catalogue.stated import Figures
from microsite.pages.cards import cards
from microsite.pages.coverage import coverage_page
from microsite.pages.edition import Edition, term_link
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.key_figures import Chosen, choose, key_figures
from microsite.pages.listings import Part, parts_of_list
from microsite.pages.outputs import Output, Sheaf, View
from microsite.pages.part_views import Counted, counted_parts, counts, part_title, parts_view
from microsite.pages.views import Link, PairPage


def pair_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output | Sheaf]:
    """Make the coverage matrix and a page for each pair that has briefings."""
    yield from coverage_page(edition, catalogue)
    of_pair = catalogue.stated.figures_of_pair
    # The pairs of one region together: there are thousands of pairs.
    for region, pairs in groupby(catalogue.pairs.items(), key=lambda item: item[0][0]):
        stated = tuple([(pair, entries, of_pair.get(pair, ())) for pair, entries in pairs])
        yield Sheaf(f"{edition.language} pairs {region}", _pages_of_region, (edition, stated))


def _pages_of_region(
    edition: Edition, pairs: tuple[tuple[tuple[str, str], Entries, Figures], ...]
) -> Iterator[Output]:
    for (region, partner), entries, figures in pairs:
        yield from _pages_of_pair(edition, region, partner, entries, figures)


def _pages_of_pair(
    edition: Edition, region: str, partner: str, entries: Entries, figures: Figures
) -> Iterator[Output]:
    chosen, room = choose(figures, entries, links=0)
    parts = tuple(parts_of_list(edition.pair_slug(region, partner), entries, room))
    numbers_there = counted_parts(edition, entries, parts)
    for part in parts:
        versions = versions_in(edition, partial(routes.item, section="pairs", slug=part.slug))
        # Figures stand on the list's own page.
        shown = chosen if not part.year else Chosen()
        yield Output(
            path=routes.item(edition.language, "pairs", part.slug),
            template="pairs/pair.html",
            make=_pair,
            edition=edition,
            inputs=(versions, region, partner, part, numbers_there[part.year], shown),
            days=part.entries[0].briefing.days,
            versions=versions,
            origin=f"the page of {region} and {partner}",
        )


def _pair(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    region_key: str,
    partner_key: str,
    part: Part,
    number: Counted,
    chosen: Chosen,
) -> View:
    href = hrefs(path)
    region = term_link(edition, href, "regions", region_key)
    partner = term_link(edition, href, "partners", partner_key)
    name = f"{region.text}\u00a0— {partner.text}"
    title = part_title(edition, name, part)
    above = [Link(section_title(edition, "pairs"), href(routes.index(edition.language, "pairs")))]
    if part.year:
        above.append(Link(name, href(edition.pair_path(region_key, partner_key))))
    view = PairPage(
        frame(
            edition,
            path,
            versions,
            title,
            edition.texts.gettext("Briefings: %(name)s.") % {"name": title},
            above=above,
        ),
        region,
        partner,
        cards(edition, path, part.entries),
        counts(number),
        parts_view(edition, href, "pairs", part),
        key_figures(edition, href, chosen, (region_key, partner_key)),
    )
    return view, site(edition, path)
