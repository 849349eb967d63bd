"""Make the pages of taxonomies: an index of terms, and a page for each term."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES, Taxonomy, Term
from microsite.languages.collation import sort_key
from microsite.pages.cards import cards, counts
from microsite.pages.edition import Edition, Href, by_name, term_link
from microsite.pages.frames import frame, hrefs, section_title, site
from microsite.pages.outputs import Output
from microsite.pages.views import Link, TermLink, TermPage, TermsPage


def term_pages(edition: Edition) -> Iterator[Output]:
    """Make all pages of all taxonomies."""
    for taxonomy in TAXONOMIES:
        yield _index(edition, taxonomy)
        for term in edition.catalogue.taxonomies[taxonomy.name]:
            yield _term(edition, taxonomy, term)


def names_without_briefings(edition: Edition, taxonomy: str) -> tuple[str, ...]:
    """Name the terms of a vocabulary that no briefing is about, by name."""
    missing = (
        edition.name(term)
        for key, term in edition.names(taxonomy).items()
        if edition.catalogue.term(taxonomy, key) is None
    )
    return tuple(sorted(missing, key=partial(sort_key, language=edition.language)))


def _index(edition: Edition, taxonomy: Taxonomy) -> Output:
    name = taxonomy.name
    path = routes.index(edition.language, name)
    href = hrefs(path)
    terms = edition.catalogue.taxonomies[name]
    under: dict[str, list[Link]] = {}
    for term in terms:
        if (above := taxonomy.above(term.key)) != term.key:
            link = term_link(edition, href, name, term.key, count=True)
            under.setdefault(above, []).append(link)
    top = {
        term_link(edition, href, name, term.key, count=True): term
        for term in terms
        if taxonomy.above(term.key) == term.key
    }
    view = TermsPage(
        frame(
            edition,
            lambda language: routes.index(language, name),
            section_title(edition, name),
            edition.texts.gettext(taxonomy.description),
        ),
        tuple(
            TermLink(link, top[link].key, by_name(edition, under.get(top[link].key, ())))
            for link in by_name(edition, top)
        ),
        names_without_briefings(edition, name) if taxonomy.names_the_rest else (),
    )
    origin = f"the index of {name}"
    return Output(path, f"{name}/index.html", view, site(edition, path), origin)


def _term(edition: Edition, taxonomy: Taxonomy, term: Term) -> Output:
    name = taxonomy.name
    path = routes.item(edition.language, name, term.slug)
    href = hrefs(path)
    language = edition.language
    title = edition.name(edition.names(name)[term.key])
    above = [Link(section_title(edition, name), href(routes.index(language, name)))]
    if (parent := taxonomy.above(term.key)) != term.key:
        above.append(term_link(edition, href, name, parent))
    description = edition.texts.gettext("Briefings: %(name)s.") % {"name": title}
    view = TermPage(
        frame(
            edition,
            lambda code: routes.item(code, name, term.slug),
            title,
            description,
            above=above,
        ),
        title,
        term.key if taxonomy.has_codes else "",
        cards(edition, href, term.entries),
        counts(edition, (entry.briefing for entry in term.entries)),
        _pairs(edition, href, term.key),
        by_name(
            edition,
            (
                term_link(edition, href, name, other.key, count=True)
                for other in edition.catalogue.taxonomies[name]
                if other.key != term.key and taxonomy.above(other.key) == term.key
            ),
        ),
    )
    origin = f"the page of {term.key}"
    return Output(path, f"{name}/term.html", view, site(edition, path), origin)


def _pairs(edition: Edition, href: Href, key: str) -> tuple[Link, ...]:
    """Lead from a region to its pairs by the partner's name, from a partner by the region's."""
    links = []
    for pair in edition.catalogue.pairs:
        if key not in {pair.region, pair.partner}:
            continue
        other = edition.names("partners" if key == pair.region else "regions")[
            pair.partner if key == pair.region else pair.region
        ]
        path = edition.pair_path(pair.region, pair.partner)
        links.append(Link(edition.name(other), href(path), count=len(pair.entries)))
    return by_name(edition, links)
