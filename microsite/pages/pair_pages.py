"""Make the pages of pairs, and the coverage matrix that is their index."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.content.vocabulary import country
from microsite.pages.cards import cards
from microsite.pages.edition import Edition, Href, by_name, term_link
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import Part, parts_of_list
from microsite.pages.outputs import Output, View
from microsite.pages.part_views import Counted, counted_parts, counts, part_title, parts_view
from microsite.pages.term_pages import PairCounts, names_without_briefings
from microsite.pages.views import Cell, CoverageRow, Link, PairPage, PairsPage

CELLS = 500
"""Cells that the matrix has room for: beyond them, only the partners with the most briefings have
columns, and each row leads to the others."""

PROVINCES = 150
"""Links to pairs with provinces that the matrix has room for; beyond them, they are counted."""


def pair_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Make the coverage matrix and a page for each pair that has briefings."""
    versions = versions_in(edition, partial(routes.index, section="pairs"))
    regions, partners = catalogue.taxonomies["regions"], catalogue.taxonomies["partners"]
    paired: dict[str, set[str]] = {}
    for (region, _), entries in catalogue.pairs.items():
        paired.setdefault(region, set()).update(entry.briefing.slug for entry in entries)
    alone = tuple(
        (key, sum(e.briefing.slug not in paired.get(key, ()) for e in entries))
        for key, entries in regions.items()
    )
    numbers = tuple((*pair, len(entries)) for pair, entries in catalogue.pairs.items())
    countries = tuple((key, len(partners[key])) for key in partners if key == country(key))
    yield Output(
        path=routes.index(edition.language, "pairs"),
        template="pairs/index.html",
        make=_coverage,
        edition=edition,
        inputs=(versions, alone, countries, numbers),
        versions=versions,
        origin="the coverage matrix",
    )
    for (region, partner), entries in catalogue.pairs.items():
        parts = tuple(parts_of_list(edition.pair_slug(region, partner), entries))
        numbers_there = counted_parts(edition, entries, parts)
        for part in parts:
            versions = versions_in(edition, partial(routes.item, section="pairs", slug=part.slug))
            yield Output(
                path=routes.item(edition.language, "pairs", part.slug),
                template="pairs/pair.html",
                make=_pair,
                edition=edition,
                inputs=(versions, region, partner, part, numbers_there[part.year]),
                days=part.entries[0].briefing.days,
                versions=versions,
                origin=f"the page of {region} and {partner}",
            )


def _coverage(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    alone: tuple[tuple[str, int], ...],
    countries: tuple[tuple[str, int], ...],
    numbers: PairCounts,
) -> View:
    href = hrefs(path)
    shown = _columns(len(alone), countries)
    by_region: dict[str, dict[str, int]] = {}
    for region, partner, count in numbers:
        by_region.setdefault(region, {})[partner] = count
    columns = {term_link(edition, href, "partners", key): key for key in shown}
    regions = {term_link(edition, href, "regions", key): key for key, _ in alone}
    left_over = dict(alone)
    ordered = by_name(edition, columns)
    provinces = sum(partner != country(partner) for _, partner, _ in numbers) <= PROVINCES

    def row(region: Link) -> CoverageRow:
        key = regions[region]
        counts = by_region.get(key, {})
        cells = tuple(
            _cell(
                edition,
                f"{region.text}, {partner.text}",
                counts.get(columns[partner], 0),
                href(edition.pair_path(key, columns[partner])),
            )
            for partner in ordered
        )
        nobody = edition.texts.gettext("no partner named")
        rest = _cell(edition, f"{region.text}, {nobody}", left_over[key], region.href)
        listed = _provinces(edition, href, key, counts) if provinces else ()
        others = len(counts) - sum(bool(cell.count) for cell in cells) - len(listed)
        return CoverageRow(region, cells, listed, rest, _others(edition, region, others))

    view = PairsPage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, "pairs"),
            edition.texts.gettext("How many briefings there are on each region with each partner."),
        ),
        ordered,
        tuple(map(row, by_name(edition, regions))),
        names_without_briefings(edition, "regions", left_over),
        provinces,
        not provinces or len(shown) < len(countries),
    )
    return view, site(edition, path)


def _columns(rows: int, countries: tuple[tuple[str, int], ...]) -> tuple[str, ...]:
    """Choose the countries that have columns: all, or those with the most briefings."""
    room = max(1, CELLS // max(1, rows))
    ranked = sorted(countries, key=lambda item: (-item[1], item[0]))
    return tuple(key for key, _ in ranked[:room])


def _others(edition: Edition, region: Link, count: int) -> Cell:
    told = edition.texts.ngettext("%(num)d other partner", "%(num)d other partners", count)
    return Cell(count, region.href if count else "", f"{region.text}: {told % {'num': count}}")


def _cell(edition: Edition, name: str, count: int, href: str) -> Cell:
    told = edition.texts.ngettext("%(num)d briefing", "%(num)d briefings", count)
    return Cell(count, href if count else "", f"{name}: {told % {'num': count}}")


def _provinces(
    edition: Edition, href: Href, region: str, counts: Mapping[str, int]
) -> tuple[Link, ...]:
    names = edition.names("partners")
    return by_name(
        edition,
        (
            Link(
                edition.name(names[partner]), href(edition.pair_path(region, partner)), count=count
            )
            for partner, count in counts.items()
            if partner != country(partner)
        ),
    )


def _pair(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    region_key: str,
    partner_key: str,
    part: Part,
    number: Counted,
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
    )
    return view, site(edition, path)
