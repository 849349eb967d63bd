"""Make briefings from a seed: the same seed gives the same bytes, on every machine.

Each briefing is drawn by its number alone, so that a corpus of any size is made one by one: what
this process holds would count as memory of those that it starts.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from bench import prose

ROOT = Path(__file__).resolve().parent.parent
VOCABULARY = ROOT / "content" / "vocabulary"
"""The repository's own terms, which the briefings are about."""

_FIRST_DAY, _DAYS = dt.date(2012, 1, 1), 14 * 365
_EVENNESS = 4
"""How evenly terms are drawn: the first of a list weighs 1/4, the next 1/5 and so on."""


@dataclass(frozen=True, slots=True)
class Words:
    """Hold what a briefing says in one language."""

    language: str
    title: str
    summary: str
    body: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Hold one briefing before it is written in the format of a tool."""

    slug: str
    date: dt.date
    regions: tuple[str, ...]
    partners: tuple[str, ...]
    topics: tuple[str, ...]
    publisher: str
    original: Words
    translations: tuple[Words, ...] = ()


Names = Mapping[str, Mapping[str, str]]
"""By vocabulary and key, the English names of terms."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Draw briefings by number."""

    seed: int
    size: int
    languages: tuple[str, ...]
    translated: bool
    """Whether each briefing stands in every language, or in one of them by turns."""
    names: Names
    words: Mapping[str, tuple[str, ...]]
    left_out: frozenset[str] = frozenset()
    """Vocabularies from which nothing is drawn."""

    def __iter__(self) -> Iterator[Briefing]:
        """Draw all, one after the other."""
        return map(self.briefing, range(self.size))

    def briefing(self, number: int) -> Briefing:
        """Draw one."""
        draw = Random(f"{self.seed}/{number}")  # noqa: S311 -- a corpus, not a secret
        date = _FIRST_DAY + dt.timedelta(draw.randrange(_DAYS))
        regions = self.terms(draw, "regions", draw.choice((1, 1, 2)))
        partners = self.terms(draw, "partners", draw.choice((1, 1, 2)))
        topics = self.terms(draw, "topics", draw.choice((1, 2)))
        first = self.languages[number % len(self.languages)]
        others = [language for language in self.languages if language != first]
        return Briefing(
            f"b{number:06}",
            date,
            regions,
            partners,
            topics,
            f"{prose.phrase(draw, self.words[first], 2)} press",
            self._words(number, first),
            tuple(self._words(number, other) for other in others) if self.translated else (),
        )

    def terms(self, draw: Random, vocabulary: str, number: int) -> tuple[str, ...]:
        """Draw different terms, some oftener than others, as regions are in the news."""
        keys = tuple(self.names[vocabulary])
        weights = [1 / (rank + _EVENNESS) for rank in range(len(keys))]
        drawn: dict[str, None] = {}
        while len(drawn) < number:
            drawn.update(dict.fromkeys(draw.choices(keys, weights)))
        # Left out after drawing, so that all else is drawn as it would be with them.
        return () if vocabulary in self.left_out else tuple(drawn)

    def _words(self, number: int, language: str) -> Words:
        draw = Random(f"{self.seed}/{number}/{language}")  # noqa: S311 -- a corpus, not a secret
        words = self.words[language]
        return Words(
            language,
            prose.phrase(draw, words, 7),
            prose.sentences(draw, words, 2),
            prose.body(draw, words),
        )


def make_corpus(
    seed: int,
    size: int,
    languages: Sequence[str] = ("en",),
    *,
    translated: bool = False,
    left_out: frozenset[str] = frozenset(),
) -> Corpus:
    """Make a corpus about the terms of the repository's vocabularies."""
    return Corpus(
        seed,
        size,
        tuple(languages),
        translated,
        {name: _names(name, seed) for name in ("regions", "partners", "topics")},
        {language: prose.words_of(language, seed) for language in languages},
        left_out,
    )


def _names(vocabulary: str, seed: int) -> Mapping[str, str]:
    text = (VOCABULARY / f"{vocabulary}.yaml").read_text("utf-8")
    # Every scalar as it is typed: NO is Norway. The loader in C, where PyYAML was built with it.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    entries = yaml.load(text, loader)  # noqa: S506 -- a safe loader, which makes only texts
    keys = sorted(entries)
    Random(f"{seed}/{vocabulary}").shuffle(keys)  # noqa: S311 -- a corpus, not a secret
    return {key: entries[key]["name"]["en"] for key in keys}
