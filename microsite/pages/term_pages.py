"""Make the pages of taxonomies: an index of terms, and a page for each term."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES, Catalogue, Entries, Taxonomy
from microsite.catalogue.stated import Figures
from microsite.languages.collation import sort_key
from microsite.pages.cards import cards
from microsite.pages.edition import Edition, Href, by_name, term_link
from microsite.pages.frames import frame, hrefs, section_title, site, versions_in
from microsite.pages.key_figures import Chosen, choose, key_figures
from microsite.pages.listings import Part, parts_of_list
from microsite.pages.outputs import Output, Sheaf, View
from microsite.pages.part_views import Counted, counted_parts, counts, part_title, parts_view
from microsite.pages.tile_map import tile_map
from microsite.pages.views import Link, TermLink, TermPage, TermsPage

Counts = tuple[tuple[str, int], ...]
"""Terms with the number of their briefings."""

PairCounts = tuple[tuple[str, str, int], ...]
"""Regions and partners with the number of their briefings."""

_NAMED = {taxonomy.name: taxonomy for taxonomy in TAXONOMIES}


def term_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output | Sheaf]:
    """Make all pages of all taxonomies."""
    pairs: dict[str, list[tuple[str, str, int]]] = {}
    for (region, partner), entries in catalogue.pairs.items():
        pairs.setdefault(region, []).append((region, partner, len(entries)))
        pairs.setdefault(partner, []).append((region, partner, len(entries)))
    for taxonomy in TAXONOMIES:
        name, found = taxonomy.name, catalogue.taxonomies[taxonomy.name]
        numbers = tuple((key, len(entries)) for key, entries in found.items())
        versions = versions_in(edition, partial(routes.index, section=name))
        yield Output(
            path=routes.index(edition.language, name),
            template=f"{name}/index.html",
            make=_index,
            edition=edition,
            inputs=(versions, name, numbers),
            versions=versions,
            origin=f"the index of {name}",
        )
        under: dict[str, list[tuple[str, int]]] = {}
        for key, number in numbers:
            if (above := taxonomy.above(key)) != key:
                under.setdefault(above, []).append((key, number))
        for key, entries in found.items():
            around_it = (tuple(pairs.get(key, ())), tuple(under.get(key, ())))
            figures = catalogue.stated.figures_of.get(key, ())
            yield Sheaf(
                f"{edition.language} {name} {key}",
                _pages_of_term,
                (edition, name, key, entries, figures, *around_it),
            )


def _pages_of_term(  # noqa: PLR0913, PLR0917 -- all that its pages show
    edition: Edition,
    name: str,
    key: str,
    entries: Entries,
    figures: Figures,
    pairs: PairCounts,
    under: Counts,
) -> Iterator[Output]:
    chosen, room = choose(figures, entries, len(pairs) + len(under))
    parts = tuple(parts_of_list(edition.term_slug(name, key), entries, room))
    numbers_there = counted_parts(edition, entries, parts)
    for part in parts:
        versions = versions_in(edition, partial(routes.item, section=name, slug=part.slug))
        # What else there is on the term stands on the list's own page.
        around = (pairs, under, chosen) if not part.year else ((), (), Chosen())
        yield Output(
            path=routes.item(edition.language, name, part.slug),
            template=f"{name}/term.html",
            make=_term,
            edition=edition,
            inputs=(versions, name, key, part, numbers_there[part.year], *around),
            days=part.entries[0].briefing.days,
            versions=versions,
            origin=f"the page of {key}",
        )


def names_without_briefings(
    edition: Edition, taxonomy: str, found: Iterable[str]
) -> tuple[str, ...]:
    """Name the terms of a vocabulary that no briefing is about, by name."""
    there = {*found}
    missing = (
        edition.name(term) for key, term in edition.names(taxonomy).items() if key not in there
    )
    return tuple(sorted(missing, key=partial(sort_key, language=edition.language)))


def _index(
    edition: Edition, path: str, versions: tuple[tuple[str, str], ...], name: str, numbers: Counts
) -> View:
    taxonomy, href = _NAMED[name], hrefs(path)
    under: dict[str, list[Link]] = {}
    top: dict[Link, str] = {}
    for key, number in numbers:
        link = term_link(edition, href, name, key, count=number)
        if (above := taxonomy.above(key)) != key:
            under.setdefault(above, []).append(link)
        else:
            top[link] = key
    rest = names_without_briefings(edition, name, dict(numbers)) if taxonomy.names_the_rest else ()
    view = TermsPage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, name),
            edition.texts.gettext(taxonomy.description),
        ),
        tuple(
            TermLink(link, top[link], by_name(edition, under.get(top[link], ())))
            for link in by_name(edition, top)
        ),
        rest,
        tile_map(edition, href, numbers) if taxonomy.has_map else None,
    )
    return view, site(edition, path)


def _term(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: tuple[tuple[str, str], ...],
    name: str,
    key: str,
    part: Part,
    number: Counted,
    pairs: PairCounts,
    under: Counts,
    chosen: Chosen,
) -> View:
    taxonomy, href = _NAMED[name], hrefs(path)
    term = edition.name(edition.names(name)[key])
    title = part_title(edition, term, part)
    view = TermPage(
        frame(
            edition,
            path,
            versions,
            title,
            edition.texts.gettext("Briefings: %(name)s.") % {"name": title},
            above=_above(edition, href, taxonomy, key, part),
        ),
        title,
        key if taxonomy.has_codes else "",
        cards(edition, path, part.entries),
        counts(number),
        _pairs(edition, href, key, pairs),
        by_name(
            edition,
            (term_link(edition, href, name, other, count=count) for other, count in under),
        ),
        parts_view(edition, href, name, part),
        key_figures(edition, href, chosen, (key,)),
    )
    return view, site(edition, path)


def _above(
    edition: Edition, href: Href, taxonomy: Taxonomy, key: str, part: Part
) -> tuple[Link, ...]:
    name = taxonomy.name
    above = [Link(section_title(edition, name), href(routes.index(edition.language, name)))]
    if (parent := taxonomy.above(key)) != key:
        above.append(term_link(edition, href, name, parent))
    if part.year:
        above.append(term_link(edition, href, name, key))
    return tuple(above)


def _pairs(edition: Edition, href: Href, key: str, pairs: PairCounts) -> tuple[Link, ...]:
    """Lead from a region to its pairs by the partner's name, from a partner by the region's."""
    links = []
    for region, partner, count in pairs:
        vocabulary, other = ("partners", partner) if key == region else ("regions", region)
        name = edition.name(edition.names(vocabulary)[other])
        links.append(Link(name, href(edition.pair_path(region, partner)), count=count))
    return by_name(edition, links)
