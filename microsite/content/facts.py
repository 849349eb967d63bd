"""Define the facts that a briefing carries: figures, events, commitments.

Each stands once, in the original, and rests on words of its body: the evidence.
"""

from __future__ import annotations

from typing import Final

import msgspec

FACT: Final = "fact-"
"""What the ids of the list of facts begin with; those of the sentences are the facts' own."""

NOT_STATED: Final = "not stated"
"""Stands for the base of a change that the source does not name."""

QUALIFIERS: Final = ("more than", "at least", "about", "nearly", "up to", "less than")

PLANNED, UNDER_WAY, DONE, ABANDONED, UNKNOWN = (
    "planned", "under way", "done", "abandoned", "unknown",
)  # fmt: skip
STATUSES: Final = (PLANNED, UNDER_WAY, DONE, ABANDONED, UNKNOWN)


class Figure(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Hold one number, or one change, that a source states; what is not said is empty."""

    id: str
    measure: str
    region: str
    partner: str
    title: str
    """What it is, where measure, region and partner do not say so; in the original's language."""
    period: str
    """EDTF; empty where it is unknown."""
    days: str
    """The first and the last possible day of the period, as those of a briefing."""
    period_basis: str
    ends: tuple[str, ...]
    """The value as it was written, or the two ends of a range; empty for a change."""
    unit: str
    whole: str
    """What a share is a share of."""
    change: tuple[str, ...]
    """The change as it was written, or its two ends; empty for a value."""
    base: str
    """EDTF of the period that a change is measured from, or `NOT_STATED`."""
    qualifier: str
    planned: bool
    said_by: str
    evidence: str
    formula: str = ""
    """By what the build worked it out; then `ends` holds one number, and `between` its bounds."""
    between: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Hold one thing that happened, or was to happen, at a date."""

    id: str
    date: str
    """EDTF."""
    days: str
    title: str
    regions: tuple[str, ...]
    partners: tuple[str, ...]
    said_by: str
    evidence: str


class Commitment(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Hold one thing that somebody promised, planned or began to do."""

    id: str
    title: str
    region: str
    partner: str
    due: str
    """EDTF; empty where none is given."""
    days: str
    """Of `due`, as above."""
    status: str
    as_of: str
    """EDTF: when that was so."""
    said_by: str
    evidence: str


Fact = Figure | Event | Commitment


class Facts(msgspec.Struct, frozen=True, gc=False):
    """Hold all facts of a briefing, each kind in the editor's order."""

    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    @property
    def all(self) -> tuple[Fact, ...]:
        """Give them in one order, by which they are numbered."""
        return (*self.figures, *self.events, *self.commitments)
