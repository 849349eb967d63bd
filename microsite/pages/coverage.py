"""Make the coverage matrix: how much there is on each region with each partner."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.content.vocabulary import country
from microsite.pages.edition import Edition, Href, by_name, term_link
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.outputs import Output, View
from microsite.pages.term_pages import names_without_briefings
from microsite.pages.views import Cell, CoverageRow, Link, PairsPage

CELLS = 500
"""Cells that the matrix has room for: beyond them, only the partners with the most briefings have
columns, and each row leads to the others."""

PROVINCES = 150
"""Links to pairs with provinces that the matrix has room for; beyond them, they are counted."""

LINKS = 400
"""Links of all kinds beside which it has that room."""

NAMED = 250
"""Links that have room for the names of region and partner, read aloud; beyond them, the headings
of row and column say these alone."""

Much = tuple[int, int]
"""Briefings, and figures that they state."""


def coverage_page(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Show which regions and partners are covered."""
    versions = versions_in(edition, partial(routes.index, section="pairs"))
    partners = catalogue.taxonomies["partners"]
    facts = [stated.fact for stated in catalogue.stated.figures]
    unpaired = Counter(figure.region for figure in facts if not figure.partner)
    alone = tuple(
        (region, (len(catalogue.alone.get(region, ())), unpaired[region]))
        for region in catalogue.taxonomies["regions"]
    )
    figures = catalogue.stated.figures_of_pair
    numbers = tuple(
        (*pair, (len(catalogue.pairs.get(pair, ())), len(figures.get(pair, ()))))
        for pair in sorted({*catalogue.pairs, *figures})
    )
    yield Output(
        path=routes.index(edition.language, "pairs"),
        template="pairs/index.html",
        make=_coverage,
        edition=edition,
        inputs=(
            versions,
            alone,
            tuple((key, len(partners[key])) for key in partners if key == country(key)),
            numbers,
            sum(not figure.region for figure in facts),
        ),
        versions=versions,
        origin="the coverage matrix",
    )


def _coverage(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    alone: tuple[tuple[str, Much], ...],
    countries: tuple[tuple[str, int], ...],
    numbers: tuple[tuple[str, str, Much], ...],
    without_region: int,
) -> View:
    href = hrefs(path)
    shown = _columns(len(alone), countries)
    by_region: dict[str, dict[str, Much]] = {}
    for region, partner, much in numbers:
        by_region.setdefault(region, {})[partner] = much
    columns = {term_link(edition, href, "partners", key): key for key in shown}
    regions = {term_link(edition, href, "regions", key): key for key, _ in alone}
    left_over = dict(alone)
    ordered = by_name(edition, columns)
    below = sum(partner != country(partner) for _, partner, _ in numbers)
    links = sum(partner in shown for _, partner, _ in numbers)
    links += sum(any(much) for much in left_over.values())
    provinces = below <= min(PROVINCES, LINKS - links)
    links += below * provinces

    def name(*parts: str) -> str:
        return ", ".join(parts) if links <= NAMED else ""

    def row(region: Link) -> CoverageRow:
        key = regions[region]
        there = by_region.get(key, {})
        cells = tuple(
            _cell(
                name(region.text, partner.text),
                there.get(columns[partner], (0, 0)),
                href(edition.pair_path(key, columns[partner])),
            )
            for partner in ordered
        )
        nobody = edition.texts.gettext("no partner named")
        rest = left_over[key]
        alone = Cell(name(region.text, nobody), region.href if any(rest) else "", *rest)
        listed = _provinces(edition, href, key, there) if provinces else {}
        named = {*shown, *listed}
        others = sum(bool(much[0]) for code, much in there.items() if code not in named)
        return CoverageRow(
            region,
            cells,
            tuple(listed.values()),
            alone,
            _others(edition, region, others),
        )

    view = PairsPage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, "pairs"),
            edition.texts.gettext(
                "How many briefings there are on each region with each partner,"
                " and how many figures they state."
            ),
        ),
        ordered,
        tuple(map(row, by_name(edition, regions))),
        names_without_briefings(edition, "regions", left_over),
        _without_region(edition, href, without_region),
        provinces,
        not provinces or len(shown) < len(countries),
    )
    return view, site(edition, path)


def _without_region(edition: Edition, href: Href, count: int) -> Link | None:
    told = edition.texts.ngettext(
        "%(num)d figure names no region", "%(num)d figures name no region", count
    )
    address = href(routes.index(edition.language, "figures"))
    return Link(told % {"num": count}, address, count=count) if count else None


def _columns(rows: int, countries: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    """Choose the countries that have columns: all, or those with the most briefings."""
    room = max(1, CELLS // max(1, rows))
    ranked = sorted(countries, key=lambda item: (-item[1], item[0]))
    return tuple(key for key, _ in ranked[:room])


def _others(edition: Edition, region: Link, count: int) -> Link:
    told = edition.texts.ngettext("%(num)d other partner", "%(num)d other partners", count)
    text = f"{region.text}: {told % {'num': count}}"
    return Link(text, region.href if count else "", count=count)


def _cell(name: str, much: Much, href: str) -> Cell:
    """Say how much there is; without briefings a pair has no page."""
    briefings, figures = much
    return Cell(name, href if briefings else "", briefings, figures)


def _provinces(
    edition: Edition, href: Href, region: str, there: Mapping[str, Much]
) -> dict[str, Cell]:
    """Name the provinces a region is paired with, by their codes."""
    names = edition.names("partners")
    found = {
        Link(edition.name(names[code]), href(edition.pair_path(region, code))): code
        for code, (briefings, _) in there.items()
        if code != country(code) and briefings
    }
    return {
        found[link]: _cell(link.text, there[found[link]], link.href)
        for link in by_name(edition, found)
    }
