"""Say what is wrong with the content, and where: places, codes and findings.

A mistake of an editor is a value, never an exception: every stage returns its findings beside its
result, so that one run can show them all. There are no warnings: what is reported stops
publication, what is not worth that is not reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from pathlib import Path


class Code(StrEnum):
    """Name each kind of finding; the string under a member is its entry in the reference."""

    UNREADABLE = "unreadable"
    """The file is not UTF-8 text, is too large to be a text of this site, or is no file at all."""
    YAML = "yaml"
    """The YAML cannot be read: a quote, a colon, a tab or a bracket is out of place."""
    FRONT_MATTER = "front-matter"
    """The front matter is missing, is not closed with `---`, or is not a list of fields."""
    DOUBLED_KEY = "doubled-key"
    """A key stands twice in one mapping."""
    UNKNOWN_KEY = "unknown-key"
    """A key is not one of those that may stand here."""
    MISSING = "missing"
    """A required field is absent or empty."""
    WRONG_TYPE = "wrong-type"
    """A value has the wrong shape: a list where one value is wanted, or the reverse."""
    INVALID = "invalid"
    """A value has the right shape but not an allowed content."""
    INVALID_DATE = "invalid-date"
    """A date is not EDTF, does not exist, or runs backwards."""
    UNKNOWN_TERM = "unknown-term"
    """A code or key is not in the vocabulary."""
    FILE_NAME = "file-name"
    """A file's name does not fit its folder or some system, or the file is a link."""
    LANGUAGE = "language"
    """The language in the front matter, the file's name and the settings disagree."""
    ORIGINAL = "original"
    """A translation has no original, or a briefing has two."""
    TRANSLATION = "translation"
    """A translation does not fit its original."""
    FACT = "fact"
    """A figure, an event or a commitment contradicts itself, another one or the source's date."""
    EVIDENCE = "evidence"
    """The words that a fact rests on do not stand in the text, or stand there more than once."""
    HEADING = "heading"
    """A heading has no proper id, level or tags."""
    MARKDOWN = "markdown"
    """A mark of Markdown did not become what it was meant to be."""
    LINK = "link"
    """A link leads nowhere, or its address is not of an allowed kind."""
    IMAGE = "image"
    """An image is missing, comes from another site, holds a program, or has no description."""
    COLLISION = "collision"
    """Two sources would be published at one address."""
    VOCABULARY = "vocabulary"
    """The vocabulary contradicts itself: a parent or a slug does not fit."""
    SETTINGS = "settings"
    """The settings contradict themselves or the files beside them."""
    TEXT = "text"
    """An interface text has no translation."""
    TEMPLATE = "template"
    """A template is missing, cannot be read, or asks for something it is not given."""


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Point at a character of a file."""

    path: Path
    line: int = 1
    """From 1."""
    column: int = 1
    """In characters, from 1."""


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """Tell an editor about one mistake, in words to act on."""

    location: Location
    code: Code
    message: str
    hint: str = ""
    """What to do about it; empty where the message says so already."""
    excerpt: str = ""
    """The source line at the location; empty where there is none to show."""
    width: int = 1
    """How many characters of the excerpt the finding is about."""


LOOKALIKES = str.maketrans("АВЕКМНОРСТХаеорсух", "ABEKMHOPCTXaeopcyx")
"""Cyrillic letters that cannot be told from Latin ones on the screen."""


def nearest(word: str, choices: Iterable[str] | Mapping[str, str]) -> str | None:
    """Find the choice that looks most like a word, ignoring case and look-alikes.

    A mapping gives other spellings (its keys) of the choices (its values). Equal likeness is
    settled by the common beginning, then by the alphabet, never by the order of the choices.
    """
    import difflib  # noqa: PLC0415 -- slow to import, and only wanted where there is a mistake

    spellings = choices if isinstance(choices, Mapping) else {choice: choice for choice in choices}
    folded: dict[str, str] = {}
    for spelling in sorted(spellings):
        folded.setdefault(spelling.translate(LOOKALIKES).casefold(), spellings[spelling])
    wanted = word.translate(LOOKALIKES).casefold()
    found = difflib.get_close_matches(wanted, sorted(folded), n=5, cutoff=0.65)
    if not found:
        return None

    def likeness(spelling: str) -> tuple[float, int]:
        ratio = difflib.SequenceMatcher(None, wanted, spelling).ratio()
        alike = (a == b for a, b in zip(wanted, spelling, strict=False))
        return ratio, sum(1 for _ in takewhile(bool, alike))

    return folded[max(sorted(found), key=likeness)]
