"""Hold what a date says, as values: a point in time, an interval, a set; or that it is not one."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, Literal

import msgspec

if TYPE_CHECKING:
    from datetime import date

LONGEST: Final = 40
"""How many characters of a text are shown; a whole paragraph may stand where a date should."""

Component = Literal["year", "month", "day"]
COMPONENTS: Final[tuple[Component, ...]] = ("year", "month", "day")

UNKNOWN: Final = 0
"""Stands for a month or a day written `XX`: there is one, but it is not known which."""


class Point(msgspec.Struct, frozen=True):
    """Hold one date: a year, a part of a year, a month or a day, as far as it is known."""

    lower: date
    """The first day it can be."""
    upper: date
    """The last day it can be."""
    year: int
    """The first possible: 2010 for `201X`."""
    unknown_digits: int = 0
    """How many digits of the year are `X`, counted from its end: 0, 1 or 2."""
    month: int | None = None
    day: int | None = None
    division: int | None = None
    """21-24 are spring to winter, 33-36 quarters, 37-39 four months each, 40 and 41 halves."""
    approximate: frozenset[Component] = frozenset()
    """The components marked `~` or `%`."""
    uncertain: frozenset[Component] = frozenset()
    """The components marked `?` or `%`."""

    @property
    def components(self) -> frozenset[Component]:
        """The components that are written, known or not; a part of a year counts as its year."""
        parts = (self.year, self.month, self.day)
        return frozenset(
            name for name, part in zip(COMPONENTS, parts, strict=True) if part is not None
        )

    @property
    def is_exact(self) -> bool:
        """Tell whether nothing of the date is guessed or left out."""
        unknown = self.unknown_digits or UNKNOWN in {self.month, self.day}
        return not (unknown or self.approximate or self.uncertain)


class NoDate(StrEnum):
    """Say why an end of an interval has no date."""

    OPEN = ".."
    """There is no such end, or none is claimed."""
    UNKNOWN = ""
    """There is one, but it is not known."""


class Interval(msgspec.Struct, frozen=True):
    """Hold a span of time, both ends included; one end at least is a date."""

    start: Point | NoDate
    end: Point | NoDate

    @property
    def points(self) -> tuple[Point, ...]:
        """The ends that are dates, the earlier first."""
        return tuple(end for end in (self.start, self.end) if isinstance(end, Point))


class OneOf(msgspec.Struct, frozen=True):
    """Hold dates of which one is right, and it is not known which; intervals mean their dates."""

    items: tuple[Point | Interval, ...]


class AllOf(msgspec.Struct, frozen=True):
    """Hold dates that are all meant; intervals mean each of their dates."""

    items: tuple[Point | Interval, ...]


Value = Point | Interval | OneOf | AllOf


class EdtfError(ValueError):
    """Refuse a text as a date; the message tells the editor what to write instead."""


def shown(text: str) -> str:
    """Quote a text for a message, cut where it is long."""
    return f"“{text if len(text) <= LONGEST else text[: LONGEST - 1] + '…'}”"
