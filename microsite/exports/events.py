"""Tell the events and the commitments of all briefings."""

from __future__ import annotations

from typing import Final

from microsite.catalogue.stated import Stated
from microsite.content.facts import STATUSES, Commitment, Event
from microsite.exports.facts import identity, in_order, place, proof, title
from microsite.exports.tables import Column, Ground, Table, dated, names
from microsite.languages.texts import mark


def _events(ground: Ground) -> tuple[Column[Stated[Event]], ...]:
    return (
        *identity(),
        *dated("date", "When it took place", lambda s: s.fact.date, required=True),
        *title("What happened, in a few words."),
        Column("regions", "The codes of regions (ISO 3166-2).", lambda s: s.fact.regions, "list"),
        *names(ground, "regions", "regions", "The regions", lambda s: s.fact.regions),
        Column(
            "partners",
            "The codes of countries (ISO 3166-1) and provinces (ISO 3166-2).",
            lambda s: s.fact.partners,
            "list",
        ),
        *names(ground, "partners", "partners", "The partners", lambda s: s.fact.partners),
        *proof(ground),
    )


def _commitments(ground: Ground) -> tuple[Column[Stated[Commitment]], ...]:
    return (
        *identity(),
        *title("What is to be done, in a few words."),
        *place(ground),
        *dated("due", "By when; empty where that is not said", lambda s: s.fact.due),
        Column(
            "status",
            "What became of it.",
            lambda s: s.fact.status,
            required=True,
            choices=STATUSES,
        ),
        *dated("as_of", "When that was so", lambda s: s.fact.as_of, required=True),
        *proof(ground),
    )


EVENTS: Final = Table[Stated[Event]](
    name="events",
    title=mark("Events"),
    description=mark(
        "What happened, or was to happen, at a date, each with the words that state it."
    ),
    rows=lambda catalogue: in_order(catalogue.stated.events),
    columns=_events,
)

COMMITMENTS: Final = Table[Stated[Commitment]](
    name="commitments",
    title=mark("Commitments"),
    description=mark("What somebody promised, planned or began to do, and what became of it."),
    rows=lambda catalogue: in_order(catalogue.stated.commitments),
    columns=_commitments,
)
