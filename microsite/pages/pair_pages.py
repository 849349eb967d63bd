"""Make the pages of pairs, and the coverage matrix that is their index."""

from __future__ import annotations

from collections.abc import Iterator

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, Pair
from microsite.content.vocabulary import country
from microsite.pages.cards import cards, counts
from microsite.pages.edition import Edition, Href, by_name, term_link
from microsite.pages.frames import frame, hrefs, section_title, site
from microsite.pages.outputs import Output
from microsite.pages.term_pages import names_without_briefings
from microsite.pages.views import Cell, CoverageRow, Link, PairPage, PairsPage


def pair_pages(edition: Edition) -> Iterator[Output]:
    """Make the coverage matrix and a page for each pair that has briefings."""
    yield _coverage(edition)
    for pair in edition.catalogue.pairs:
        yield _pair(edition, pair)


def _coverage(edition: Edition) -> Output:
    path = routes.index(edition.language, "pairs")
    href = hrefs(path)
    catalogue = edition.catalogue
    countries = {
        term_link(edition, href, "partners", term.key): term.key
        for term in catalogue.taxonomies["partners"]
        if term.key == country(term.key)
    }
    regions = {
        term_link(edition, href, "regions", term.key): term.key
        for term in catalogue.taxonomies["regions"]
    }
    columns = by_name(edition, countries)
    rows = tuple(
        CoverageRow(
            region,
            tuple(_cell(edition, href, region, regions[region], p, countries[p]) for p in columns),
            _provinces(edition, href, catalogue, regions[region]),
            _alone(edition, region, regions[region]),
        )
        for region in by_name(edition, regions)
    )
    view = PairsPage(
        frame(
            edition,
            lambda language: routes.index(language, "pairs"),
            section_title(edition, "pairs"),
            edition.texts.gettext("How many briefings there are on each region with each partner."),
        ),
        columns,
        rows,
        names_without_briefings(edition, "regions"),
    )
    return Output(path, "pairs/index.html", view, site(edition, path), "the coverage matrix")


def _cell(  # noqa: PLR0913, PLR0917 -- a cell lies where a row and a column cross
    edition: Edition, href: Href, region: Link, region_code: str, partner: Link, partner_code: str
) -> Cell:
    pair = edition.catalogue.pair(region_code, partner_code)
    number = len(pair.entries) if pair else 0
    return Cell(
        number,
        href(edition.pair_path(region_code, partner_code)) if pair else "",
        _label(edition, f"{region.text}, {partner.text}", number),
    )


def _alone(edition: Edition, region: Link, code: str) -> Cell:
    """Count the briefings on a region that are about none of its pairs."""
    catalogue = edition.catalogue
    term = catalogue.term("regions", code)
    paired = {
        entry.briefing.slug
        for pair in catalogue.pairs
        if pair.region == code
        for entry in pair.entries
    }
    entries = term.entries if term else ()
    number = sum(entry.briefing.slug not in paired for entry in entries)
    nobody = edition.texts.gettext("no partner named")
    label = _label(edition, f"{region.text}, {nobody}", number)
    return Cell(number, region.href if number else "", label)


def _label(edition: Edition, name: str, number: int) -> str:
    told = edition.texts.ngettext("%(num)d briefing", "%(num)d briefings", number)
    return f"{name}: {told % {'num': number}}"


def _provinces(edition: Edition, href: Href, catalogue: Catalogue, region: str) -> tuple[Link, ...]:
    names = edition.names("partners")
    return by_name(
        edition,
        (
            Link(
                edition.name(names[pair.partner]),
                href(edition.pair_path(region, pair.partner)),
                count=len(pair.entries),
            )
            for pair in catalogue.pairs
            if pair.region == region and pair.partner != country(pair.partner)
        ),
    )


def _pair(edition: Edition, pair: Pair) -> Output:
    path = edition.pair_path(pair.region, pair.partner)
    href = hrefs(path)
    region = term_link(edition, href, "regions", pair.region)
    partner = term_link(edition, href, "partners", pair.partner)
    title = f"{region.text}\u00a0— {partner.text}"
    slug = path.rpartition("/")[2].removesuffix(".html")
    above = Link(section_title(edition, "pairs"), href(routes.index(edition.language, "pairs")))
    view = PairPage(
        frame(
            edition,
            lambda language: routes.item(language, "pairs", slug),
            title,
            edition.texts.gettext("Briefings: %(name)s.") % {"name": title},
            above=(above,),
        ),
        region,
        partner,
        cards(edition, href, pair.entries),
        counts(edition, (entry.briefing for entry in pair.entries)),
    )
    origin = f"the page of {pair.region} and {pair.partner}"
    return Output(path, "pairs/pair.html", view, site(edition, path), origin)
