"""Build the sites that the browser tests look at, and find one page of each kind."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import yaml

from microsite.options import Options
from tests.browser.documents import Document, parse
from tests.building import site_of

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
UNTRANSLATED = ROOT / "tests" / "sites" / "untranslated"

BASE_URL = "https://example.org/repo/"

LANGUAGES: tuple[str, ...] = tuple(
    yaml.safe_load((CONTENT / "site.yaml").read_text(encoding="utf-8"))["languages"]
)
SECTIONS = {
    "briefings": "briefing",
    "regions": "region",
    "partners": "partner",
    "pairs": "pair",
    "topics": "topic",
    "timeline": "year",
    "figures": "measure",
    "people": "person",
}
"""The folders of a language, and what a page in them is called."""
LISTS = ("commitments", "sources")
"""The folders that hold a list alone, where it is short."""
KINDS = ("home", *SECTIONS, *SECTIONS.values(), *LISTS, "undated", "about")
"""The kinds of page that each language has."""

CHOOSER, NOT_FOUND = "chooser", "not-found"
LANGUAGE_PAGES = tuple(f"{language}-{kind}" for language in LANGUAGES for kind in KINDS)
PAGES = (CHOOSER, NOT_FOUND, *LANGUAGE_PAGES)
"""One page of each kind in each language; `BuiltSite.example` finds it."""


@dataclass(frozen=True)
class BuiltSite:
    """Hold a built site, as files and as pages."""

    files: Mapping[str, bytes]
    base_url: str

    @property
    def base_path(self) -> str:
        """Where the site stands on its host."""
        return urlsplit(self.base_url).path or "/"

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        """All pages, by their paths."""
        return {
            path: parse(path, data) for path, data in self.files.items() if path.endswith(".html")
        }

    @cached_property
    def examples(self) -> Mapping[str, str]:
        """One page of each kind, found by following links from the root."""
        homes = [path for path in self.targets("index.html") if path.endswith("/index.html")]
        found = {CHOOSER: "index.html", NOT_FOUND: "404.html"}
        for home in homes:
            language = self.documents[home].language
            kinds = self._examples_below(home)
            found |= {f"{language}-{kind}": path for kind, path in kinds.items()}
        return found

    def example(self, page: str) -> str:
        """Give the path of an example: `ru-region`."""
        return self.examples[page]

    def target(self, path: str, href: str) -> str | None:
        """Give the page of the site that a relative href leads to from another."""
        name = self.resolve(path, href)
        return name if name in self.documents else None

    def resolve(self, path: str, href: str) -> str | None:
        """Give the output path that an href means on a page; None where it leaves the site."""
        root = f"https://site.example{self.base_path}"
        there = urldefrag(urljoin(root + path, href)).url
        return unquote(there.removeprefix(root)) if there.startswith(root) else None

    def named(self, path: str, rel: str) -> list[str | None]:
        """Give the files that a page's head names in a relation, such as `stylesheet`."""
        links = self.documents[path].links(rel)
        return [self.resolve(path, link.get("href", "")) for link in links]

    def targets(self, path: str) -> list[str]:
        """Give the pages of the site that a page's text links to, in its order, each once."""
        hrefs = [e.get("href", "") for e in self.documents[path].named("a")]
        found = dict.fromkeys(self.target(path, href) for href in hrefs)
        return [page for page in found if page]

    def _examples_below(self, home: str) -> dict[str, str]:
        folder = posixpath.dirname(home)
        found = {"home": home}
        for path in self.targets(home):
            section = posixpath.basename(posixpath.dirname(path))
            if posixpath.dirname(path) == folder and path != home:
                found[posixpath.basename(path).removesuffix(".html")] = path
            elif posixpath.basename(path) == "index.html" and section in {*SECTIONS, *LISTS}:
                found[section] = path
        for section, kind in SECTIONS.items():
            if section not in found:  # a site without facts
                continue
            pages = [
                path
                for path in self.targets(found[section])
                if posixpath.dirname(path) == f"{folder}/{section}" and path != found[section]
            ]
            undated = f"{folder}/{section}/unknown.html"
            if undated in pages:
                pages.remove(undated)
                found["undated"] = undated
            # The longest page is the hardest to do right.
            found[kind] = max(pages, key=lambda path: len(self.files[path]))
        return found


def build_site(content: Path, cache: Path, base_url: str = "") -> BuiltSite:
    """Build a site from a content folder and the repository's templates."""
    options = Options(
        content=content,
        templates=ROOT / "templates",
        locales=ROOT / "locales",
        cache=cache,
        overrides={"base_url": base_url} if base_url else {},
    )
    return BuiltSite(site_of(options), base_url)


def write_site(site: BuiltSite, folder: Path) -> None:
    """Write a site to a folder, to be opened from there."""
    for name, data in site.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
