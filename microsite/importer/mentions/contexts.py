"""Know the words beside a place that tell what it is named for, in each language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from microsite.importer.names.word_lists import table

_NEVER = re.compile(r"(?!)")


class Context(NamedTuple):
    """Know one kind of words in front of a name or behind it."""

    kind: str
    before: re.Pattern[str]
    behind: re.Pattern[str]
    sentence: re.Pattern[str]

    def fits(self, behind: Iterable[str], before: Iterable[str]) -> bool:
        """Tell whether it is what stands behind a name or its list, or in front of them."""
        return any(map(self.behind.match, behind)) or any(map(self.before.search, before))


class Parties(NamedTuple):
    """Know the words that make a party of a name."""

    before: re.Pattern[str] = _NEVER
    behind: re.Pattern[str] = _NEVER
    place: re.Pattern[str] = _NEVER
    """In front of a name, that what is told took place there, whoever did it."""
    dealings: re.Pattern[str] = _NEVER
    joins: re.Pattern[str] = _NEVER
    """What is done by parties alone, whoever else is named."""
    recalls: re.Pattern[str] = _NEVER
    """What opens a look back, or aside."""


@cache
def capitals() -> frozenset[str]:
    """Give the codes of units that news name for their country."""
    return frozenset(table("capitals"))


@cache
def contexts_of(language: str) -> tuple[Context, ...]:
    """Give the contexts of a language, in the order in which they are tried."""
    found = table("contexts").get(language, {})
    return tuple(
        Context(
            kind,
            _any(shapes.get("before", ()), "$"),
            _any(shapes.get("behind", ())),
            _any(shapes.get("sentence", ())),
        )
        for kind, shapes in found.items()
    )


@cache
def parties_of(language: str) -> Parties:
    """Give the words of a language that make a party."""
    found = table("parties").get(language)
    if found is None:
        return Parties()
    return Parties(
        re.compile(f"{_one_of(found['before'])}{found.get('linked', '')}$"),
        re.compile(
            f"{found['ending']}{_one_of(found['behind'])}|{found['adverbs']}{_one_of(found['does'])}"
        ),
        re.compile(f"{found['place']}$") if "place" in found else _NEVER,
        re.compile(_one_of(found["dealings"])),
        re.compile(_one_of(found["joins"])),
        re.compile(rf"\W*{_one_of(found['recalls'])}"),
    )


def _one_of(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(words)})"


def _any(patterns: Iterable[str], end: str = "") -> re.Pattern[str]:
    joined = "|".join(f"(?:{pattern})" for pattern in patterns)
    return re.compile(f"(?:{joined}){end}") if joined else _NEVER
