"""Arrange the facts of all briefings: by region, partner, pair, measure, person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final, Generic, TypeVar

import msgspec

from microsite.content.facts import Commitment, Event, Fact, Facts, Figure
from microsite.content.model import Briefing
from microsite.content.vocabulary import country

Kind = TypeVar("Kind", bound=Fact)


class Stated(Generic[Kind]):
    """Hold a fact with the briefing that states it.

    Two of one digest are equal: pages show the same of them.
    """

    __slots__ = ("briefing", "digest", "fact", "number")

    def __init__(self, briefing: Briefing, fact: Kind, number: int) -> None:
        self.briefing: Final = briefing
        self.fact: Final = fact
        self.number: Final = number
        self.digest: Final = f"{briefing.digest} {fact.id}"

    def __repr__(self) -> str:
        return f"Stated({self.briefing.slug!r}, {self.fact.id!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Stated) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


REGISTERS: Final[Mapping[str, Callable[[Facts], bool]]] = {
    "figures": lambda facts: bool(facts.figures),
    "commitments": lambda facts: bool(facts.commitments),
    "sources": lambda facts: bool(facts.all),
    "people": lambda facts: any(fact.said_by for fact in facts.all),
}
"""The sections of a site that list facts, each with what a briefing must state for it to exist."""

Figures = tuple[Stated[Figure], ...]
Events = tuple[Stated[Event], ...]
Commitments = tuple[Stated[Commitment], ...]


class AllStated(msgspec.Struct, frozen=True):
    """Hold the facts of all briefings; every list is newest first, what has no date comes last."""

    figures: Figures = ()
    events: Events = ()
    commitments: Commitments = ()
    figures_of: Mapping[str, Figures] = {}
    """By the code of a region or a partner; a province's are its country's too."""
    figures_of_pair: Mapping[tuple[str, str], Figures] = {}
    """By region and partner, likewise."""
    figures_by_measure: Mapping[str, Figures] = {}
    said_by: Mapping[str, tuple[Stated[Fact], ...]] = {}
    """By the key of a person, what was said last first: figures, events and commitments."""


def gather(briefings: Iterable[Briefing]) -> AllStated:
    """Gather the facts of briefings."""
    figures, events, commitments = [], [], []
    for briefing in briefings:
        numbers = {fact.id: n for n, fact in enumerate(briefing.facts.all, start=1)}
        facts = briefing.facts
        figures += [Stated(briefing, fact, numbers[fact.id]) for fact in facts.figures]
        events += [Stated(briefing, fact, numbers[fact.id]) for fact in facts.events]
        commitments += [Stated(briefing, fact, numbers[fact.id]) for fact in facts.commitments]
    newest = _newest_first(figures, lambda stated: stated.fact.days)
    latest = _newest_first(events, lambda stated: stated.fact.days)
    due = _newest_first(commitments, lambda stated: stated.fact.days)
    everything: list[Stated[Fact]] = [*newest, *latest, *due]  # type: ignore[list-item]  # each is a fact
    said = _newest_first(everything, lambda stated: stated.briefing.days)
    return AllStated(
        newest,
        latest,
        due,
        _under(newest, _codes),
        _under(newest, _pairs),
        _under(newest, lambda figure: (figure.measure,)),
        _under(said, lambda fact: (fact.said_by,) if fact.said_by else ()),
    )


def registers_of(briefings: Iterable[Briefing]) -> tuple[str, ...]:
    """Tell which of the sections that list facts there are."""
    facts = [briefing.facts for briefing in briefings if briefing.facts.all]
    return tuple(name for name, there in REGISTERS.items() if any(map(there, facts)))


def _codes(figure: Figure) -> tuple[str, ...]:
    codes = (figure.region, country(figure.partner), figure.partner)
    return tuple(dict.fromkeys(code for code in codes if code))


def _pairs(figure: Figure) -> tuple[tuple[str, str], ...]:
    if not (figure.region and figure.partner):
        return ()
    partners = dict.fromkeys((country(figure.partner), figure.partner))
    return tuple((figure.region, partner) for partner in partners)


Key = TypeVar("Key")


def _under(
    facts: Iterable[Stated[Kind]], keys: Callable[[Kind], Iterable[Key]]
) -> dict[Key, tuple[Stated[Kind], ...]]:
    found: dict[Key, list[Stated[Kind]]] = {}
    for stated in facts:
        for key in keys(stated.fact):
            found.setdefault(key, []).append(stated)
    return {key: tuple(found[key]) for key in sorted(found)}  # type: ignore[type-var]  # texts, and pairs of them


def _newest_first(
    facts: Iterable[Stated[Kind]], days: Callable[[Stated[Kind]], str]
) -> tuple[Stated[Kind], ...]:
    ordered = sorted(facts, key=lambda stated: (stated.briefing.slug, stated.number))
    # A reversed sort keeps equals as they stood.
    return tuple(sorted(ordered, key=days, reverse=True))
