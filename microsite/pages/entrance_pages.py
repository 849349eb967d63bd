"""Make the pages by which readers come in: the chooser, the home pages, "not found"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast
from urllib.parse import urlsplit

import msgspec

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES, Catalogue, Entries, Taxonomy
from microsite.languages.typography import typeset
from microsite.pages import views
from microsite.pages.cards import cards
from microsite.pages.edition import Edition, Href, by_name, language_link, term_link
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import ROOM, newest
from microsite.pages.outputs import Held, Output, View
from microsite.pages.part_views import Counted, counted, counts
from microsite.pages.tile_map import has_map, tile_map
from microsite.pages.timeline_pages import YearCounts, year_counts, year_heads

LATEST = 10
"""Briefings on a home page at most."""

_LINK, _MAP = 30, 5_000
"""What a link beside them takes of their room, and what the map with its looks does."""

_NAMES = tuple(taxonomy.name for taxonomy in TAXONOMIES)


def home_page(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Open the site in one language."""
    versions = versions_in(edition, routes.home)
    years = year_counts(catalogue)
    terms = tuple(
        tuple(
            (key, len(entries))
            for key, entries in catalogue.taxonomies[taxonomy.name].items()
            if taxonomy.above(key) == key
        )
        for taxonomy in TAXONOMIES
    )
    links = len(years) + sum(map(len, terms))
    room = ROOM - _LINK * links - _MAP * has_map(edition)
    yield Output(
        path=routes.home(edition.language),
        template="home.html",
        make=_home,
        edition=edition,
        inputs=(
            versions,
            newest(catalogue.entries[:LATEST], room),
            counted(edition, catalogue.entries),
            terms,
            years,
        ),
        versions=versions,
        origin="the home page",
    )


def _home(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    latest: Entries,
    number: Counted,
    terms: tuple[tuple[tuple[str, int], ...], ...],
    years: YearCounts,
) -> View:
    href = hrefs(path)
    view = views.HomePage(
        frame(
            edition,
            path,
            versions,
            _name(edition),
            _description(edition),
            default=routes.CHOOSER,
        ),
        cards(edition, path, latest),
        counts(number),
        tuple(
            _terms(edition, href, taxonomy, found)
            for taxonomy, found in zip(TAXONOMIES, terms, strict=True)
        ),
        year_heads(edition, href, years),
        href(routes.index(edition.language, "briefings")),
        tile_map(
            edition,
            href,
            dict(zip(_NAMES, terms, strict=True))["regions"],
            href(routes.index(edition.language, "regions")),
        ),
    )
    return view, site(edition, path)


def chooser(editions: tuple[Edition, ...]) -> Output:
    """Offer the languages at the root of the site."""
    return Output(
        path=routes.CHOOSER,
        template="chooser.html",
        make=_chooser,
        edition=editions[0],
        inputs=(_held(editions),),
        versions=tuple((e.language, routes.home(e.language)) for e in editions),
        origin="the choice of languages",
    )


def _chooser(first: Edition, path: str, held: Held) -> View:
    editions = _let_go(held)
    href = hrefs(path)
    homes = versions_in(first, routes.home)
    names = " · ".join(_name(edition) for edition in editions)
    whole = frame(first, path, homes, names, " · ".join(map(_description, editions)), default=path)
    view = views.ChooserPage(
        msgspec.structs.replace(whole, languages=(), breadcrumbs=()),
        tuple(
            views.Choice(language_link(e.language, href(home)), _name(e), _description(e))
            for e, (_, home) in zip(editions, homes, strict=True)
        ),
    )
    return view, site(first, path)


def not_found(editions: tuple[Edition, ...]) -> Output:
    """Answer for missing addresses at any depth, so that its links begin at the site's root."""
    return Output(
        path=routes.NOT_FOUND,
        template="404.html",
        make=_not_found,
        edition=editions[0],
        inputs=(_held(editions),),
        origin="the page for missing addresses",
    )


def _not_found(first: Edition, path: str, held: Held) -> View:
    editions = _let_go(held)
    base = urlsplit(first.settings.base_url or "").path or "/"
    href = hrefs(path, base)
    title = " · ".join(edition.texts.gettext("Page not found") for edition in editions)
    whole = frame(first, path, ((first.language, path),), title, title)
    view = views.NotFoundPage(
        msgspec.structs.replace(
            whole,
            canonical="",
            alternates=(),
            languages=(),
            breadcrumbs=(),
            report="",
            noindex=True,
        ),
        tuple(_apology(edition, href) for edition in editions),
    )
    return view, site(first, path, base)


def _held(editions: tuple[Edition, ...]) -> Held:
    return Held(editions, " ".join(edition.digest for edition in editions))


def _let_go(held: Held) -> tuple[Edition, ...]:
    return cast("tuple[Edition, ...]", held.value)


def _name(edition: Edition) -> str:
    return typeset(edition.settings.title[edition.language], edition.language)


def _description(edition: Edition) -> str:
    return typeset(edition.settings.description[edition.language], edition.language)


def _apology(edition: Edition, href: Href) -> views.Apology:
    gettext, language = edition.texts.gettext, edition.language

    def link(section: str) -> views.Link:
        return views.Link(section_title(edition, section), href(routes.index(language, section)))

    return views.Apology(
        language,
        views.Link(gettext("Home"), href(routes.home(language))),
        gettext("Page not found"),
        gettext("There is no page at this address. It may have been moved or mistyped."),
        link("briefings"),
        link("timeline"),
    )


def _terms(
    edition: Edition, href: Href, taxonomy: Taxonomy, found: tuple[tuple[str, int], ...]
) -> views.TermList:
    """Lead to the terms that have briefings, but not to those under another."""
    links = (term_link(edition, href, taxonomy.name, key, count=count) for key, count in found)
    return views.TermList(edition.texts.gettext(taxonomy.title), by_name(edition, links))
