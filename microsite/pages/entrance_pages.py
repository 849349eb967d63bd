"""Make the pages by which readers come in: the chooser, the home pages, "About", "not found"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from markupsafe import Markup

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES, Entry, Taxonomy
from microsite.content.model import StaticPage
from microsite.languages.collation import sort_key
from microsite.languages.typography import typeset
from microsite.pages import views
from microsite.pages.briefing_pages import change_view
from microsite.pages.cards import cards, counts, title_link
from microsite.pages.edition import Edition, Href, by_name, language_link, term_link
from microsite.pages.frames import absolute, alternates, frame, hrefs, section_title, site
from microsite.pages.outputs import Output
from microsite.pages.timeline_pages import timeline_groups, year_link

LATEST = 10
"""Briefings on a home page."""

_TEMPLATES = {"about": "about.html"}
"""Pages with a template of their own; the others share `page.html`."""


def home_page(edition: Edition) -> Iterator[Output]:
    """Open the site in one language."""
    path = routes.home(edition.language)
    href = hrefs(path)
    catalogue, language = edition.catalogue, edition.language
    years = (year_link(edition, href, slug, len(group)) for slug, group in timeline_groups(edition))
    view = views.HomePage(
        frame(
            edition,
            routes.home,
            _name(edition),
            _description(edition),
            default=routes.CHOOSER,
        ),
        cards(edition, href, map(Entry, catalogue.briefings[:LATEST])),
        counts(edition, catalogue.briefings),
        tuple(_terms(edition, href, taxonomy) for taxonomy in TAXONOMIES),
        tuple(link for link in years if link),
        href(routes.index(language, "briefings")),
    )
    yield Output(path, "home.html", view, site(edition, path), "the home page")


def static_pages(edition: Edition) -> Iterator[Output]:
    """Show the pages that are not briefings."""
    for page in edition.pages:
        if page.language == edition.language:
            path = routes.static_page(page.language, page.slug)
            template = _TEMPLATES.get(page.slug, "page.html")
            view = _static_page(edition, page, path)
            yield Output(path, template, view, site(edition, path), page.path.name)


def chooser(editions: Sequence[Edition]) -> Output:
    """Offer the languages at the root of the site."""
    path = routes.CHOOSER
    first = editions[0]
    href = hrefs(path)
    homes = [(e.language, routes.home(e.language)) for e in editions]
    names = " · ".join(_name(edition) for edition in editions)
    whole = frame(first, lambda _: path, names, " · ".join(map(_description, editions)))
    view = views.ChooserPage(
        replace(
            whole,
            canonical=absolute(first, path),
            alternates=alternates(first, homes, path),
            languages=(),
            breadcrumbs=(),
        ),
        tuple(
            views.Choice(language_link(e.language, href(home)), _name(e), _description(e))
            for e, (_, home) in zip(editions, homes, strict=True)
        ),
    )
    return Output(path, "chooser.html", view, site(first, path), "the choice of languages")


def not_found(editions: Sequence[Edition]) -> Output:
    """Answer for missing addresses at any depth, so that its links begin at the site's root."""
    first = editions[0]
    base = urlsplit(first.settings.base_url or "").path or "/"
    href = hrefs(routes.NOT_FOUND, base)
    title = " · ".join(edition.texts.gettext("Page not found") for edition in editions)
    whole = frame(first, lambda _: routes.NOT_FOUND, title, title)
    view = views.NotFoundPage(
        replace(
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
    around = site(first, routes.NOT_FOUND, base)
    return Output(routes.NOT_FOUND, "404.html", view, around, "the page for missing addresses")


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


def _terms(edition: Edition, href: Href, taxonomy: Taxonomy) -> views.TermList:
    """Lead to the terms that have briefings, but not to those under another."""
    links = (
        term_link(edition, href, taxonomy.name, term.key, count=True)
        for term in edition.catalogue.taxonomies[taxonomy.name]
        if taxonomy.above(term.key) == term.key
    )
    return views.TermList(edition.texts.gettext(taxonomy.title), by_name(edition, links))


def _static_page(edition: Edition, page: StaticPage, path: str) -> views.StaticPage:
    href = hrefs(path)
    language = edition.language
    languages = {p.language for p in edition.pages if p.slug == page.slug}
    title = typeset(page.title, language)
    is_about = page.slug in _TEMPLATES

    def path_in(code: str) -> str | None:
        return routes.static_page(code, page.slug) if code in languages else None

    return views.StaticPage(
        frame(
            edition,
            path_in,
            title,
            typeset(page.summary, language),
            source=page.path,
            draft=page.draft,
        ),
        title,
        Markup(page.body.html),  # noqa: S704 -- made by the Markdown room, which escapes
        _regions(edition, href) if is_about else (),
        _corrections(edition, href) if is_about else (),
    )


def _regions(edition: Edition, href: Href) -> tuple[views.RegionRow, ...]:
    rows = (
        views.RegionRow(code, term_link(edition, href, "regions", code))
        for code in edition.names("regions")
    )
    return tuple(
        sorted(rows, key=lambda row: (sort_key(row.link.text, edition.language), row.code))
    )


def _corrections(edition: Edition, href: Href) -> tuple[views.Correction, ...]:
    """List all corrections, those of the newest briefing first."""
    return tuple(
        views.Correction(link, change_view(edition, briefing, change))
        for briefing in edition.catalogue.briefings
        for change in reversed(briefing.changes)
        if (link := title_link(edition, href, briefing))
    )
