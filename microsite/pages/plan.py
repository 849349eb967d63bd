"""Plan the site: every file that it will hold, each with the view it is rendered from.

A new kind of page is a function from an edition to outputs, its name in `PAGES`, and a template.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.pages.briefing_pages import briefing_pages, briefings_index
from microsite.pages.edition import Edition
from microsite.pages.entrance_pages import chooser, home_page, not_found, static_pages
from microsite.pages.outputs import Output
from microsite.pages.pair_pages import pair_pages
from microsite.pages.term_pages import term_pages
from microsite.pages.timeline_pages import timeline_pages
from microsite.pages.views import Frame, Sitemap, SitemapAddress

PAGES: tuple[Callable[[Edition], Iterator[Output]], ...] = (
    home_page,
    briefings_index,
    briefing_pages,
    term_pages,
    pair_pages,
    timeline_pages,
    static_pages,
)
"""The kinds of page that each language has."""


TEMPLATES: tuple[str, ...] = (
    "404.html",
    "about.html",
    "base.html",
    "briefings/briefing.html",
    "briefings/index.html",
    "chooser.html",
    "home.html",
    "page.html",
    "pairs/index.html",
    "pairs/pair.html",
    "sitemap.xml",
    "timeline/index.html",
    "timeline/year.html",
    *(f"{taxonomy.name}/{kind}.html" for taxonomy in TAXONOMIES for kind in ("index", "term")),
)
"""What a set of templates has to hold."""


def plan(editions: Sequence[Edition]) -> tuple[Output, ...]:
    """Plan all pages of all languages, in the order of their paths."""
    outputs = [output for edition in editions for pages in PAGES for output in pages(edition)]
    outputs += [chooser(editions), not_found(editions)]
    outputs.sort(key=lambda output: output.path)
    if editions[0].settings.base_url:
        outputs.append(_sitemap(outputs))
    return tuple(outputs)


def collisions(outputs: Iterable[tuple[str, str]], folder: Path) -> tuple[Diagnostic, ...]:
    """Find outputs, given as path and origin, that share one address.

    Paths are compared as file systems and readers may take them: case-folded and in one Unicode
    form; a file may not be named like a folder.

    Reports: `collision`.
    """
    findings = []
    first: dict[str, tuple[str, str]] = {}
    folders: dict[str, tuple[str, str]] = {}
    for path, origin in outputs:
        folded = unicodedata.normalize("NFC", path).casefold()
        above = [folded[:end] for end, letter in enumerate(folded) if letter == "/"]
        # Servers that leave .html out of addresses take a.html and a/ for one.
        stems = [name + ".html" for name in above]
        files = [first[name] for name in (folded, *above, *stems) if name in first]
        folder_of = folders.get(folded) or folders.get(folded.removesuffix(".html"))
        if found := next(iter(files), folder_of):
            other_path, other = found
            message = f"{origin} and {other} would have one address: {path}."
            if path != other_path:
                message = f"{origin} and {other} would have one address: {path}, {other_path}."
            hint = "Rename one of the two, or change its slug."
            findings.append(Diagnostic(Location(folder), Code.COLLISION, message, hint))
        first.setdefault(folded, (path, origin))
        for folder_above in above:
            folders.setdefault(folder_above, (path, origin))
    return tuple(findings)


def _sitemap(outputs: Iterable[Output]) -> Output:
    listed = sorted(outputs, key=lambda output: output.path)
    frames = [frame for o in listed if isinstance(frame := getattr(o.page, "frame", None), Frame)]
    addresses = tuple(
        SitemapAddress(frame.canonical, frame.alternates)
        for frame in frames
        if frame.canonical and not frame.noindex
    )
    site = listed[0].site
    return Output(routes.SITEMAP, "sitemap.xml", Sitemap(addresses), site, "the sitemap")
