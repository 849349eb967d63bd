"""Choose the part of an address that stands for a briefing: written once, when its file is made.

Russian is written in Latin letters as Wikipedia's table for its articles has it: съезд is syezd,
Щёкино shchyokino. Source: https://en.wikipedia.org/wiki/Wikipedia:Romanization_of_Russian
A title in Chinese, Japanese or Korean gives the places that it is about and the year; where there
are none, the name of the file is taken.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePath

import iuliia

LIMIT = 60
"""Characters; longer ones are cut between words."""

_KEPT = "index"
"""The list of all briefings stands there."""


def slug_of(title: str | None, language: str, places: Sequence[str], year: str, file: str) -> str:
    """Make a slug of a title, or of slugs of places and a year; of a file's name where all fail."""
    words = ""
    if title and language in {"ru", "en", "und"}:
        words = latin(title)
    if not words:
        words = "-".join([*dict.fromkeys(places), *([year] if year and places else [])])
    slug = words or latin(PurePath(file).stem) or "text"
    return f"{slug}-text" if slug == _KEPT or not re.search("[a-z]", slug) else slug


def latin(text: str) -> str:
    """Write words in small Latin letters, digits and hyphens, cut between words."""
    letters = iuliia.WIKIPEDIA.translate(re.sub("['’ʼ]", "", text))
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode().lower()
    slug = re.sub("[^a-z0-9]+", "-", plain).strip("-")
    return slug if len(slug) <= LIMIT else (slug[: LIMIT + 1].rpartition("-")[0] or slug[:LIMIT])
