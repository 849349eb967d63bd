"""Turn straight quotation marks into those of a language.

Each mark is read as opening or closing by what stands before and after it, then the two of a pair
find each other. A mark without a partner stays straight: 5" is an inch and not the end of a
speech. Pairs inside pairs alternate between the outer and the inner marks of the language. One
character becomes one, so that places in the text stay where they are.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class Marks(msgspec.Struct, frozen=True):
    """Hold the quotation marks of a language, each pair as its two characters."""

    outer: str
    inner: str
    apostrophes: bool
    """Whether single straight marks are set too: as inner marks, or as apostrophes."""


class Mark(NamedTuple):
    """Hold a mark of a text, and what it can do where it stands."""

    place: int
    character: str
    opens: bool
    closes: bool


RUSSIAN: Final = Marks("«»", "„“", apostrophes=False)
ENGLISH: Final = Marks("“”", "‘’", apostrophes=True)

CLOSED_BY: Final = {"«": "»", "„": "“", "“": "”"}
SET: Final = frozenset(CLOSED_BY) | frozenset(CLOSED_BY.values())

RUN: Final = re.compile("[\"'«»„“”‘’][\"'«»„“”‘’]*")
"""Marks side by side open or close together: what is set already reads as what is not yet.

A pattern that begins with one character of a set is searched for much faster than a repetition."""

DECADE: Final = re.compile(r"'(?=\d0s)")
"""The ’90s, which open nothing."""

BEFORE_OPENING: Final = frozenset("([{/—–-")
NOT_AFTER_OPENING: Final = frozenset(")]},;:!?")


def set_quotes(text: str, marks: Marks) -> str:
    """Set the straight quotation marks of a text."""
    if '"' not in text and not (marks.apostrophes and "'" in text):
        return text
    found = list(_marks(text))
    characters = list(text)
    around: list[int] = []
    for start, end in sorted(_pairs(found, '"')):
        while around and around[-1] < start:
            around.pop()
        if text[start] == '"':
            pair = marks.inner if len(around) % 2 else marks.outer
            characters[start], characters[end] = pair[0], pair[1]
        around.append(end)
    if marks.apostrophes and "'" in text:
        for mark in found:
            if mark.character == "'" and _is_apostrophe(text, mark.place):
                characters[mark.place] = "’"
        for start, end in _pairs(found, "'"):
            if text[start] == "'":
                characters[start], characters[end] = marks.inner[0], marks.inner[1]
    return "".join(characters)


def _marks(text: str) -> Iterator[Mark]:
    for run in RUN.finditer(text):
        start, end = run.span()
        before, after = text[max(start - 1, 0) : start], text[end : end + 1]
        opens = not before or before.isspace() or before in BEFORE_OPENING
        opens = opens and not (not after or after.isspace() or after in NOT_AFTER_OPENING)
        closes = not opens and bool(before) and not before.isspace()
        for place in range(start, end):
            yield Mark(place, text[place], opens and not DECADE.match(text, place), closes)


def _pairs(marks: Iterable[Mark], straight: str) -> Iterator[tuple[int, int]]:
    """Find which marks belong together: straight ones of one kind, and double ones set already."""
    waiting: list[tuple[int, str]] = []
    # Without it, each of many marks that close nothing would look through all that wait.
    awaited: Counter[str] = Counter()
    for place, character, opens, closes in marks:
        if character != straight and character not in SET:
            continue
        if awaited[character] and (closes or character != straight):
            start, partner = waiting.pop()
            awaited[partner] -= 1
            while partner != character:
                start, partner = waiting.pop()
                awaited[partner] -= 1
            yield start, place
        elif character in CLOSED_BY or (opens and character == straight):
            partner = CLOSED_BY.get(character, straight)
            waiting.append((place, partner))
            awaited[partner] += 1


def _is_apostrophe(text: str, place: int) -> bool:
    """Tell it from a mark of feet or minutes, and from one that stands alone."""
    before, after = text[max(place - 1, 0) : place], text[place + 1 : place + 2]
    return before.isalpha() or after.isalpha() or (after.isdigit() and not before.isdigit())
