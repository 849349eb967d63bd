"""Make what stands around a page: head, navigation, language switch, foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import quote, urlencode

from microsite import routes
from microsite.languages.locales import direction
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

PathIn = Callable[[str], str | None]
"""Gives the output path of a page in a language; None where there is no such version."""

_SECTIONS = ("briefings", "regions", "partners", "pairs", "topics", "timeline")


def hrefs(page: str, base_path: str | None = None) -> Href:
    """Make hrefs as seen from a page; absolute ones below `base_path`, where that is given."""
    if base_path is not None:
        return lambda target: base_path + quote(target)
    return lambda target: routes.relative(page, target)


def absolute(edition: Edition, path: str) -> str:
    """Give the absolute address of an output path; empty without a base address."""
    base = edition.settings.base_url
    return base + routes.folder_form(path) if base else ""


def section_title(edition: Edition, section: str) -> str:
    """Name a section as navigation and breadcrumbs do."""
    gettext = edition.texts.gettext
    return {
        "briefings": gettext("Briefings"),
        "regions": gettext("Regions"),
        "partners": gettext("Partners"),
        "pairs": gettext("Coverage"),
        "topics": gettext("Topics"),
        "timeline": gettext("Timeline"),
    }[section]


def site(edition: Edition, path: str, base_path: str | None = None) -> Site:
    """Make what stands around every page of a language."""
    href = hrefs(path, base_path)
    language = edition.language
    about = next((p for p in edition.pages if (p.slug, p.language) == ("about", language)), None)
    about_path = routes.static_page(language, "about")
    return Site(
        name=typeset(edition.settings.title[language], language),
        description=typeset(edition.settings.description[language], language),
        language=language,
        direction=direction(language),
        home=href(routes.home(language)),
        stylesheet=href(routes.STYLESHEET),
        navigation=tuple(
            Link(
                section_title(edition, section),
                href(routes.index(language, section)),
                current=path.startswith(routes.index(language, section).removesuffix("index.html")),
            )
            for section in _SECTIONS
        ),
        about=Link(typeset(about.title, language), href(about_path), current=path == about_path)
        if about
        else None,
        repository=edition.settings.repository or "",
        security_policy=PREVIEW_POLICY if edition.preview else SECURITY_POLICY,
    )


def frame(  # noqa: PLR0913 -- each part of a frame is named at the call
    edition: Edition,
    path_in: PathIn,
    title: str,
    description: str,
    *,
    above: Sequence[Link] = (),
    source: Path | None = None,
    draft: bool = False,
    default: str | None = None,
) -> Frame:
    """Make the frame of a page.

    `above` are the breadcrumbs below the home page; `default` is the path of `x-default`, which
    is otherwise the version in the first of the site's languages.
    """
    language = edition.language
    path = path_in(language) or ""
    href = hrefs(path)
    versions = [(code, path_in(code)) for code in edition.settings.languages]
    there = [(code, at) for code, at in versions if at]
    edit, report = _repository_links(edition, source, path)
    breadcrumbs = (Link(edition.texts.gettext("Home"), href(routes.home(language))), *above)
    return Frame(
        title=title,
        description=description,
        address=absolute(edition, path) or path,
        canonical=absolute(edition, path),
        alternates=alternates(edition, there, default or there[0][1]),
        locale=str(edition.texts.locale),
        languages=tuple(
            language_link(code, href(at) if at else "", current=code == language)
            for code, at in versions
        ),
        breadcrumbs=breadcrumbs if path != routes.home(language) else (),
        edit=edit,
        report=report,
        noindex=edition.drafts,
        draft=draft,
    )


def alternates(
    edition: Edition, versions: Sequence[tuple[str, str]], default: str
) -> tuple[Alternate, ...]:
    """List all versions of a page, this one too, as search engines want them.

    Source: https://developers.google.com/search/docs/specialty/international/localized-versions
    """
    if not edition.settings.base_url:
        return ()
    return (
        *(Alternate(code, absolute(edition, path)) for code, path in versions),
        Alternate("x-default", absolute(edition, default)),
    )


def _repository_links(edition: Edition, source: Path | None, path: str) -> tuple[str, str]:
    repository = (edition.settings.repository or "").rstrip("/")
    if not repository:
        return "", ""
    title = edition.texts.gettext("Mistake on the page %(page)s") % {"page": path}
    report = f"{repository}/issues/new?{urlencode({'title': title})}"
    if source is None:
        return "", report
    inside = source.relative_to(edition.folder).as_posix()
    name = quote(f"{edition.repository_path}/{inside}")
    return f"{repository}/edit/{quote(edition.settings.branch)}/{name}", report
