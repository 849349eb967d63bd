"""Know every address of the site; no other module puts one together.

An output path is relative to the root of the site and uses `/`. Pages are flat files and every
folder has its `index.html`, so that an address cut short still answers.
"""

from __future__ import annotations

import posixpath
import re
from urllib.parse import quote

CHOOSER = "index.html"
NOT_FOUND = "404.html"
STYLESHEET = "site.css"
SITEMAP = "sitemap.xml"
NO_JEKYLL = ".nojekyll"
DATA_PACKAGE = "data/datapackage.json"

INDEX = "index"
"""The one slug that nothing may have: a folder's own page has it."""

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""What slugs and ids are made of."""

_PLAIN = re.compile("[A-Za-z0-9/._-]*")

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


def facts(language: str, slug: str, number: int = 1) -> str:
    """Route a page of the facts of a briefing that has many: no slug has a dot."""
    return item(language, "briefings", part(f"{slug}.facts", number))


def pair_slug(region: str, partner: str) -> str:
    """Join the slugs of a region and a partner."""
    return f"{region}-{partner}"


def static_page(language: str, slug: str) -> str:
    """Route a page that is not a briefing, such as "About"."""
    return f"{segment(language)}/{slug}.html"


def media(name: str) -> str:
    """Route a file of `content/media/` by its path there."""
    return f"media/{name}"


def part(slug: str, number: int) -> str:
    """Name a part of a list: the newest has the list's own slug, the others count from the oldest.

    What is once full keeps its number, however much is added to the list.
    """
    return slug if number == 1 else f"{slug}-{number}"


def slug_of_words(words: str) -> str:
    """Make a slug of words of our own: `under way` gives `under-way`."""
    return words.replace(" ", "-")


def data(table: str, form: str) -> str:
    """Route a table of data by its name and its form: `csv` or `json`."""
    return f"data/{table}.{form}"


def sitemap(number: int) -> str:
    """Route one file of a sitemap that needs several; numbers from 1."""
    return f"sitemap-{number}.xml"


def of_source(path: str) -> str | None:
    """Route a file of the content folder by its path there; None where it is not published."""
    folder, _, rest = path.partition("/")
    if folder == "media" and rest:
        return media(rest)
    slug, _, language = posixpath.basename(rest).removesuffix(".md").rpartition(".")
    if not rest.endswith(".md") or not slug:
        return None
    if folder == "briefings":
        return item(language, "briefings", slug)
    if folder == "pages":
        return static_page(language, slug)
    return None


def relative(page: str, target: str) -> str:
    """Give the href of an output path as seen from another."""
    language, _, inside = target.partition("/")
    levels = page.count("/")
    if inside and page.startswith(f"{language}/"):
        return "../" * (levels - 1) + _quoted(inside)
    return "../" * levels + _quoted(target)


def folder_form(target: str) -> str:
    """Give an output path as it stands in absolute addresses: `index.html` is left out."""
    folder, name = posixpath.split(target)
    path = target if name != "index.html" else f"{folder}/" if folder else ""
    return _quoted(path)


def _quoted(path: str) -> str:
    # Nearly every path is made of slugs, and there are hundreds of thousands of links.
    return path if _PLAIN.fullmatch(path) else quote(path)
