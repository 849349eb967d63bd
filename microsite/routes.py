"""Know every address of the site; no other module puts one together.

An output path is relative to the root of the site and uses `/`. Pages are flat files and every
folder has its `index.html`, so that an address cut short still answers.
"""

from __future__ import annotations

import posixpath
from pathlib import PurePosixPath
from urllib.parse import quote

CHOOSER = "index.html"
NOT_FOUND = "404.html"
STYLESHEET = "site.css"
SITEMAP = "sitemap.xml"
NO_JEKYLL = ".nojekyll"

UNKNOWN = "unknown"
"""Stands for the year of what has no date."""


def segment(language: str) -> str:
    """Give the first part of every address in a language."""
    return language.lower()


def home(language: str) -> str:
    """Route the first page of a language."""
    return f"{segment(language)}/index.html"


def index(language: str, section: str) -> str:
    """Route the index of a section: briefings, regions, pairs, timeline and so on."""
    return f"{segment(language)}/{section}/index.html"


def item(language: str, section: str, slug: str) -> str:
    """Route one page of a section: a briefing, a region, a year and so on."""
    return f"{segment(language)}/{section}/{slug}.html"


def pair_slug(region: str, partner: str) -> str:
    """Join the slugs of a region and a partner."""
    return f"{region}-{partner}"


def static_page(language: str, slug: str) -> str:
    """Route a page that is not a briefing, such as "About"."""
    return f"{segment(language)}/{slug}.html"


def media(name: str) -> str:
    """Route a file of `content/media/` by its path there."""
    return f"media/{name}"


def of_source(path: PurePosixPath) -> str | None:
    """Route a file of the content folder by its path there; None where it is not published."""
    if not path.parts:
        return None
    folder, *rest = path.parts
    if folder == "media" and rest:
        return media("/".join(rest))
    slug, _, language = path.name.removesuffix(".md").rpartition(".")
    if path.suffix != ".md" or not slug:
        return None
    if folder == "briefings":
        return item(language, "briefings", slug)
    if folder == "pages":
        return static_page(language, slug)
    return None


def relative(page: str, target: str) -> str:
    """Give the href of an output path as seen from another."""
    return quote(posixpath.relpath(target, posixpath.dirname(page) or "."))


def folder_form(target: str) -> str:
    """Give an output path as it stands in absolute addresses: `index.html` is left out."""
    folder, name = posixpath.split(target)
    path = target if name != "index.html" else f"{folder}/" if folder else ""
    return quote(path)
