"""Make what stands around a page: head, navigation, language switch, foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache, partial
from urllib.parse import quote, urlencode

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES
from microsite.catalogue.stated import REGISTERS
from microsite.languages.locales import direction, language_and_territory
from microsite.languages.texts import mark
from microsite.languages.typography import typeset
from microsite.pages.edition import Edition, Href, language_link
from microsite.pages.views import Alternate, Frame, Link, Site

SECURITY_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"
)

PREVIEW_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:;"
    " script-src 'self' 'unsafe-inline'; connect-src 'self' ws:; base-uri 'none';"
    " form-action 'none'"
)
"""Lets the preview reload the page by the script it adds."""

Versions = tuple[tuple[str, str], ...]
"""Language and output path of each version of a page, in the order of the site's languages."""

_TITLES = {
    "briefings": mark("Briefings"),
    "figures": mark("Figures"),
    "commitments": mark("Commitments"),
    **{taxonomy.name: taxonomy.title for taxonomy in TAXONOMIES},
    "pairs": mark("Coverage"),
    "timeline": mark("Timeline"),
    "sources": mark("Sources"),
    "people": mark("People"),
}
"""The sections of the site in the order of the navigation."""

_MORE = ("sources", "people")
"""Those of the second level: on a phone, the foot of the page alone has room for them."""


def hrefs(page: str, base_path: str | None = None) -> Href:
    """Make hrefs as seen from a page; absolute ones below `base_path`, where that is given."""
    if base_path is not None:
        return lambda target: base_path + quote(target)
    return partial(routes.relative, page)


def absolute(edition: Edition, path: str) -> str:
    """Give the absolute address of an output path; empty without a base address."""
    base = edition.settings.base_url
    return base + routes.folder_form(path) if base else ""


def section_title(edition: Edition, section: str) -> str:
    """Name a section as navigation and breadcrumbs do."""
    return edition.texts.gettext(_TITLES[section])


def site(edition: Edition, path: str, base_path: str | None = None) -> Site:
    """Make what stands around every page of a language."""
    folder, _, _ = path.rpartition("/")
    own = {routes.static_page(edition.language, slug) for slug, _ in edition.pages}
    # The same around all pages of a folder, but for those that the navigation names.
    return site_around(
        edition, path if path in own else f"{folder}/-" if folder else "-", base_path
    )


@lru_cache(maxsize=500)
def site_around(edition: Edition, path: str, base_path: str | None) -> Site:
    """Make what stands around all pages of the folder of `path`."""
    href = hrefs(path, base_path)
    language = edition.language
    pages = {
        routes.static_page(language, slug): typeset(title, language)
        for slug, title in edition.pages
    }
    sections = {
        section: Link(
            section_title(edition, section),
            href(routes.index(language, section)),
            current=path.startswith(routes.index(language, section).removesuffix("index.html")),
        )
        for section in _TITLES
        if section not in REGISTERS or section in edition.registers
    }
    return Site(
        name=typeset(edition.settings.title[language], language),
        language=language,
        direction=direction(language),
        home=href(routes.home(language)),
        root=href(routes.CHOOSER).removesuffix(routes.CHOOSER),
        navigation=tuple(link for name, link in sections.items() if name not in _MORE),
        more=tuple(link for name, link in sections.items() if name in _MORE),
        pages=tuple(Link(pages[at], href(at), current=at == path) for at in sorted(pages)),
        repository=edition.settings.repository or "",
        security_policy=PREVIEW_POLICY if edition.preview else SECURITY_POLICY,
    )


def frame(  # noqa: PLR0913 -- each part of a frame is named at the call
    edition: Edition,
    path: str,
    versions: Versions,
    title: str,
    description: str,
    *,
    above: Sequence[Link] = (),
    source: str = "",
    draft: bool = False,
    default: str | None = None,
) -> Frame:
    """Make the frame of a page.

    `versions` are those of the page in all languages that have it; `above` are the breadcrumbs
    below the home page; `source` is its file in the content folder; `default` is the path of
    `x-default`, which is otherwise the version in the first of the site's languages.
    """
    language = edition.language
    href = hrefs(path)
    there = dict(versions)
    edit, report = _repository_links(edition, source, path)
    home = routes.home(language)
    breadcrumbs = (Link(edition.texts.gettext("Home"), href(home)), *above) if path != home else ()
    return Frame(
        title=title,
        description=description,
        address=absolute(edition, path) or path,
        canonical=absolute(edition, path),
        alternates=alternates(edition, versions, default or versions[0][1]),
        locale=language_and_territory(edition.texts.locale),
        languages=tuple(
            language_link(
                code, href(there[code]) if code in there else "", current=code == language
            )
            for code in edition.settings.languages
        ),
        breadcrumbs=breadcrumbs,
        edit=edit,
        report=report,
        noindex=edition.drafts,
        draft=draft,
    )


def alternates(edition: Edition, versions: Versions, default: str) -> tuple[Alternate, ...]:
    """List all versions of a page, this one too, as search engines want them.

    Source: https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    if not edition.settings.base_url:
        return ()
    return (
        *(Alternate(code, absolute(edition, path)) for code, path in versions),
        Alternate("x-default", absolute(edition, default)),
    )


def versions_in(edition: Edition, route: Callable[[str], str]) -> Versions:
    """Give the versions of a page that every language has."""
    return tuple([(language, route(language)) for language in edition.settings.languages])


def _repository_links(edition: Edition, source: str, path: str) -> tuple[str, str]:
    repository = (edition.settings.repository or "").rstrip("/")
    if not repository:
        return "", ""
    report = f"{repository}/issues/new?{urlencode({'title': path}, safe='/')}"
    if not source:
        return "", report
    name = quote(f"{edition.repository_path}/{source}")
    return f"{repository}/edit/{quote(edition.settings.branch)}/{name}", report
