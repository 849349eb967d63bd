"""Make the pages that are not briefings; "About" is also given what the whole site has to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.content.model import StaticPage
from microsite.languages.collation import sort_key
from microsite.languages.typography import typeset
from microsite.pages import views
from microsite.pages.briefing_pages import change_view
from microsite.pages.cards import Teaser, teaser, title_link
from microsite.pages.data_files import data_views
from microsite.pages.edition import Edition, Href, term_link
from microsite.pages.frames import Versions, frame, hrefs, site, versions_in
from microsite.pages.outputs import Output, View

ABOUT = "about"

_TEMPLATES = {ABOUT: "about.html"}
"""Pages with a template of their own; the others share `page.html`."""

Corrections = tuple[tuple[Teaser, str, str, str], ...]
"""Briefing, language of the note, date and note."""


def static_pages(
    pages: Sequence[StaticPage], edition: Edition, catalogue: Catalogue
) -> Iterator[Output]:
    """Show the pages of all languages that are in this one."""
    for page in pages:
        if page.language != edition.language:
            continue
        languages = {other.language for other in pages if other.slug == page.slug}
        route = partial(routes.static_page, slug=page.slug)
        versions = tuple(v for v in versions_in(edition, route) if v[0] in languages)
        yield Output(
            path=routes.static_page(page.language, page.slug),
            template=_TEMPLATES.get(page.slug, "page.html"),
            make=_page,
            edition=edition,
            inputs=(
                versions,
                page.title,
                page.summary,
                page.path,
                page.draft,
                tuple(catalogue.taxonomies["regions"]) if page.slug == ABOUT else None,
                _corrections(edition, catalogue) if page.slug == ABOUT else (),
            ),
            text=page.path,
            versions=versions,
            origin=page.path.rpartition("/")[2],
        )


def _page(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    title: str,
    summary: str,
    source: str,
    draft: bool,  # noqa: FBT001 -- an input like the others
    regions: tuple[str, ...] | None,
    corrections: Corrections,
    html: str,
) -> View:
    href = hrefs(path)
    language = edition.language
    name = typeset(title, language)
    view = views.StaticPage(
        frame(
            edition,
            path,
            versions,
            name,
            typeset(summary, language),
            source=source,
            draft=draft,
        ),
        name,
        Markup(html),  # noqa: S704 -- made by the Markdown room, which escapes
        () if regions is None else _regions(edition, href, {*regions}),
        tuple(
            views.Correction(
                title_link(edition, href, shown), change_view(edition, lang, date, note)
            )
            for shown, lang, date, note in corrections
        ),
        () if regions is None else data_views(edition, href),
        "" if regions is None else href(routes.DATA_PACKAGE),
    )
    return view, site(edition, path)


def _regions(edition: Edition, href: Href, there: set[str]) -> tuple[views.RegionRow, ...]:
    rows = (
        views.RegionRow(code, term_link(edition, href, "regions", code, has_page=code in there))
        for code in edition.names("regions")
    )
    return tuple(
        sorted(rows, key=lambda row: (sort_key(row.link.text, edition.language), row.code))
    )


def _corrections(edition: Edition, catalogue: Catalogue) -> Corrections:
    """List all corrections, those of the newest briefing first."""
    return tuple(
        (teaser(edition, briefing), briefing.original.language, change.date, change.note)
        for briefing in catalogue.briefings
        for change in reversed(briefing.changes)
    )
