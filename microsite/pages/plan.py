"""Plan the site: every file that it will hold, each with the view it is rendered from.

A new kind of page is a function from an edition to outputs, its name in `PAGES`, and a template.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES, Catalogue
from microsite.content.model import StaticPage
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.pages.briefing_pages import briefing_pages
from microsite.pages.briefings_index import briefings_index
from microsite.pages.commitment_pages import commitment_pages
from microsite.pages.data_files import data_files
from microsite.pages.edition import Edition
from microsite.pages.entrance_pages import chooser, home_page, not_found
from microsite.pages.figure_pages import figure_pages
from microsite.pages.frames import Versions, absolute, alternates, site
from microsite.pages.outputs import Output, Sheaf, View
from microsite.pages.pair_pages import pair_pages
from microsite.pages.people_pages import people_pages
from microsite.pages.source_pages import source_pages
from microsite.pages.static_pages import static_pages
from microsite.pages.term_pages import term_pages
from microsite.pages.timeline_pages import timeline_pages
from microsite.pages.views import Sitemap, SitemapAddress

PAGES: tuple[Callable[[Edition, Catalogue], Iterator[Output | Sheaf]], ...] = (
    briefing_pages,
    home_page,
    briefings_index,
    term_pages,
    pair_pages,
    timeline_pages,
    figure_pages,
    commitment_pages,
    source_pages,
    people_pages,
)
"""The kinds of page that each language has; those that are edited most are planned first."""


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()


Listed = tuple[tuple[str, Versions], ...]
"""Paths of pages, each with those of its versions."""

ADDRESSES = 45_000
"""How many the sitemap lists in one file; the protocol allows 50,000, and 50 MB."""


TEMPLATES: tuple[str, ...] = (
    "404.html",
    "about.html",
    "base.html",
    "briefings/briefing.html",
    "briefings/facts.html",
    "briefings/index.html",
    "chooser.html",
    "commitments/index.html",
    "commitments/status.html",
    "figures/index.html",
    "figures/measure.html",
    "home.html",
    "page.html",
    "pairs/index.html",
    "pairs/pair.html",
    "people/index.html",
    "people/person.html",
    "sitemap.xml",
    "sources/index.html",
    "timeline/index.html",
    "timeline/year.html",
    *(f"{taxonomy.name}/{kind}.html" for taxonomy in TAXONOMIES for kind in ("index", "term")),
)
"""What a set of templates has to hold."""


class Bound(NamedTuple):
    """Hold what was planned from a sheaf."""

    sheaf: Sheaf
    outputs: tuple[Output, ...]
    keys: Mapping[str, str]
    """Of the outputs, by path: see `Output.key`."""


class Planned(msgspec.Struct, frozen=True):
    """Hold all outputs of a site."""

    outputs: tuple[Output, ...] = ()
    keys: Mapping[str, str] = {}
    """By path."""
    bound: Mapping[str, Bound] = {}
    """By the name of the sheaf."""


def plan(
    editions: Sequence[Edition],
    catalogue: Catalogue,
    pages: Sequence[StaticPage],
    before: Planned = Planned(),  # noqa: B008 -- frozen
) -> Planned:
    """Plan all pages of all languages.

    What was planned `before` from the same inputs is taken as it is; nothing else of it counts.
    """
    outputs: list[Output] = []
    keys: dict[str, str] = {}
    bound: dict[str, Bound] = {}
    for item in _items(editions, catalogue, pages):
        if isinstance(item, Output):
            outputs.append(item)
            keys[item.path] = item.key
            continue
        known = before.bound.get(item.name)
        if known is None or known.sheaf != item:
            made = tuple(item.plan(*item.inputs))
            known = Bound(item, made, {output.path: output.key for output in made})
        bound[item.name] = known
        outputs += known.outputs
        keys |= known.keys
    for output in _lists_of_all(editions[0], outputs):
        outputs.append(output)
        keys[output.path] = output.key
    return Planned(tuple(outputs), keys, bound)


def plan_some(
    editions: Sequence[Edition],
    catalogue: Catalogue,
    pages: Sequence[StaticPage],
    wanted: Collection[str],
) -> tuple[Output, ...]:
    """Plan the pages of these paths, in their order; of the others as few as can be."""
    left = {*wanted}
    made: list[Output] = []
    items = _items(editions, catalogue, pages)
    while left and (item := next(items, None)):
        outputs = (item,) if isinstance(item, Output) else tuple(item.plan(*item.inputs))
        left.difference_update([output.path for output in outputs])
        made += outputs
    if left:
        made += _lists_of_all(editions[0], made)
    return tuple(sorted((o for o in made if o.path in wanted), key=lambda output: output.path))


def _items(
    editions: Sequence[Edition], catalogue: Catalogue, pages: Sequence[StaticPage]
) -> Iterator[Output | Sheaf]:
    """Give all pages, or what they are planned from, but for those that list all others."""
    for edition in editions:
        yield from static_pages(pages, edition, catalogue)
    for make in PAGES:
        for edition in editions:
            yield from make(edition, catalogue)
    yield chooser(tuple(editions))
    yield not_found(tuple(editions))
    yield from data_files(editions[0], catalogue)


def _lists_of_all(edition: Edition, outputs: Iterable[Output]) -> Iterator[Output]:
    """Plan the sitemaps, which list the pages in the order of their paths."""
    if edition.settings.base_url and not edition.drafts:
        yield from _sitemaps(edition, sorted(outputs, key=lambda output: output.path))


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
        folded = path.lower() if path.isascii() else _folded(path)
        parts = folded.split("/")
        above = ["/".join(parts[:count]) for count in range(1, len(parts))]
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


def _sitemaps(edition: Edition, outputs: Iterable[Output]) -> Iterator[Output]:
    """List all addresses in one file, or in several and these in one."""
    listed = tuple((output.path, output.versions) for output in outputs if output.versions)
    lists = [listed[start : start + ADDRESSES] for start in range(0, len(listed), ADDRESSES)]
    files = tuple(routes.sitemap(number) for number in range(1, len(lists) + 1))
    whole: list[tuple[str, Listed, tuple[str, ...]]] = [(routes.SITEMAP, listed, ())]
    if len(lists) > 1:
        whole = [(routes.SITEMAP, (), files)]
        whole += [(file, part, ()) for file, part in zip(files, lists, strict=True)]
    for path, *inputs in whole:
        yield Output(
            path=path,
            template="sitemap.xml",
            make=_sitemap,
            edition=edition,
            inputs=tuple(inputs),
            origin="the sitemap",
        )


def _sitemap(edition: Edition, path: str, listed: Listed, files: tuple[str, ...]) -> View:
    addresses = tuple(
        SitemapAddress(
            absolute(edition, page),
            alternates(edition, versions, _default(page, versions)),
        )
        for page, versions in listed
    )
    view = Sitemap(addresses, tuple(absolute(edition, file) for file in files))
    return view, site(edition, path)


def _default(page: str, versions: Versions) -> str:
    """Choose the version for readers of other languages: of home pages it is the chooser."""
    homes = {routes.CHOOSER, *(routes.home(language) for language, _ in versions)}
    return routes.CHOOSER if page in homes else versions[0][1]
