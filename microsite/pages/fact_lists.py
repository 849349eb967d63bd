"""Know how lists of facts are cut: what a fact weighs there, and in which year it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from microsite.catalogue.stated import Kind, Stated
from microsite.content.facts import Commitment, Fact, Figure
from microsite.content.model import Version
from microsite.languages.texts import mark
from microsite.pages.listings import Cutter, Item, PartOf

PERIOD_UNKNOWN = mark("Period unknown")
"""Heads the figures that have no period; translated where it is shown."""

_MARKUP = 120
"""What a fact weighs beside its words: its links, its place, its period, who said it."""

_WORDS = ("", ".whole", ".period_basis")
"""What follows the id of a fact in the keys of a translation's words."""


def weight(stated: Stated[Kind]) -> int:
    """Estimate what a fact in full adds to a list: bytes of its words, the longest of languages."""
    source, versions = stated.briefing.source, stated.briefing.versions
    said = len((stated.fact.evidence + (source.publisher or source.title)).encode())
    return weight_in_short(stated) + said + max(len(v.title.encode()) for v in versions)


def weight_in_short(stated: Stated[Kind]) -> int:
    """Estimate what it adds without its sentence, its source and its briefing."""
    fact = stated.fact
    own = (fact.title, fact.whole, fact.period_basis) if isinstance(fact, Figure) else (fact.title,)
    return _MARKUP + max(_weight_of(version, fact, own) for version in stated.briefing.versions)


def _weight_of(version: Version, fact: Fact, own: Sequence[str]) -> int:
    words = (version.words.get(fact.id + end, text) for end, text in zip(_WORDS, own, strict=False))
    return sum(len(text.encode()) for text in words)


def by_number(_: Sequence[Item], number: int) -> str:
    """Tell parts of a year apart by their numbers: the period of many is the whole year."""
    return str(number)


FIGURES: Cutter[Stated[Figure]] = Cutter(
    days=lambda stated: stated.fact.days, weight=weight, which=by_number
)
"""By their periods."""

LINES: Cutter[Stated[Figure]] = msgspec.structs.replace(FIGURES, weight=weight_in_short)
"""The same where each is one line."""

COMMITMENTS: Cutter[Stated[Commitment]] = Cutter(
    days=lambda stated: stated.fact.days, weight=weight_in_short, which=by_number
)
"""By when they are due; no list of them shows the sentences."""

STATEMENTS: Cutter[Stated[Fact]] = Cutter(
    days=lambda stated: stated.briefing.days, weight=weight, which=by_number
)
"""By when they were made."""


def grouped(cutter: Cutter[Item], part: PartOf[Item]) -> tuple[tuple[str, tuple[Item, ...]], ...]:
    """Give what a part holds by year; under no year where all of the part is of one."""
    return (("", part.entries),) if part.year else cutter.years_of(part.entries)


def numbers_of(cutter: Cutter[Item], items: tuple[Item, ...]) -> Mapping[str, int]:
    """Count the items of each year of a list, and under no year all."""
    return {"": len(items)} | {year: len(group) for year, group in cutter.years_of(items)}


def number_of(part: PartOf[Item], numbers: Mapping[str, int]) -> int:
    """Give the number of what a part is of; 0, which is not said, for one of several of a year.

    So what is once full stays as it is when the year gets another item.
    """
    return 0 if part.which else numbers[part.year]
