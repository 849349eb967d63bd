"""Turn straight quotation marks into those of a language.

Each mark is read as opening or closing by what stands before and after it, then the two of a pair
find each other. A mark without a partner stays straight: 5" is an inch and not the end of a
speech. Pairs inside pairs alternate between the outer and the inner marks of the language. One
character becomes one, so that places in the text stay where they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Marks:
    """Hold the quotation marks of a language, each pair as its two characters."""

    outer: str
    inner: str
    apostrophes: bool
    """Whether single straight marks are set too: as inner marks, or as apostrophes."""


RUSSIAN: Final = Marks("«»", "„“", apostrophes=False)
ENGLISH: Final = Marks("“”", "‘’", apostrophes=True)

CLOSED_BY: Final = {"«": "»", "„": "“", "“": "”"}

RUN: Final = re.compile("[\"'«»„“”‘’]+")
"""Marks side by side open or close together: what is set already reads as what is not yet."""

DECADE: Final = re.compile(r"'(?=\d0s)")
"""The ’90s, which open nothing."""

BEFORE_OPENING: Final = re.compile(r"[\s(\[{/—–-]|\A\Z")
NOT_AFTER_OPENING: Final = re.compile(r"[\s)\]},;:!?]|\A\Z")


def set_quotes(text: str, marks: Marks) -> str:
    """Set the straight quotation marks of a text."""
    runs = [(run, _opens(text, run), _closes(text, run)) for run in RUN.finditer(text)]
    opening = {place for run, opens, _ in runs if opens for place in range(*run.span())}
    closing = {place for run, _, closes in runs if closes for place in range(*run.span())}
    characters = list(text)
    double = sorted(_pairs(text, '"', opening, closing))
    for start, end in double:
        if text[start] == '"':
            depth = sum(outer < start and end < last for outer, last in double)
            pair = marks.inner if depth % 2 else marks.outer
            characters[start], characters[end] = pair[0], pair[1]
    if marks.apostrophes:
        for place, character in enumerate(text):
            if character == "'" and _is_apostrophe(text, place):
                characters[place] = "’"
        opening -= {decade.start() for decade in DECADE.finditer(text)}
        for start, end in _pairs(text, "'", opening, closing):
            if text[start] == "'":
                characters[start], characters[end] = marks.inner[0], marks.inner[1]
    return "".join(characters)


def _opens(text: str, run: re.Match[str]) -> bool:
    before, after = text[: run.start()][-1:], text[run.end() :][:1]
    return bool(BEFORE_OPENING.fullmatch(before)) and not NOT_AFTER_OPENING.fullmatch(after)


def _closes(text: str, run: re.Match[str]) -> bool:
    before = text[: run.start()][-1:]
    return not _opens(text, run) and bool(before.strip())


def _pairs(
    text: str, straight: str, opening: set[int], closing: set[int]
) -> Iterator[tuple[int, int]]:
    """Find which marks belong together: straight ones of one kind, and double ones set already."""
    waiting: list[int] = []
    for place, character in enumerate(text):
        partners = [
            start
            for start in waiting
            if CLOSED_BY.get(text[start]) == character
            or (text[start] == character == straight and place in closing)
        ]
        if partners:
            del waiting[waiting.index(partners[-1]) :]
            yield partners[-1], place
        elif character in CLOSED_BY or (character == straight and place in opening):
            waiting.append(place)


def _is_apostrophe(text: str, place: int) -> bool:
    """Tell it from a mark of feet or minutes, and from one that stands alone."""
    before, after = text[:place][-1:], text[place + 1 :][:1]
    return before.isalpha() or after.isalpha() or (after.isdigit() and not before.isdigit())
