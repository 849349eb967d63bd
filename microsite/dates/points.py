"""Read one EDTF date that is not an interval or a set.

A plain year, month or day goes by a pattern and the calendar alone, because the library takes
milliseconds for each and 0.15 seconds to import. Every other date is shaped by our pattern and
judged and bounded by the library: without the pattern before it, the library prints, and raises
whatever comes up, for a month or day that is half unknown.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Final

from microsite.dates.values import COMPONENTS, UNKNOWN, Component, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

PLAIN: Final = re.compile(r"([1-9][0-9]{3})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")

MARKED: Final = re.compile(
    r"""
    ([~?%]?) ([1-9][0-9](?:[0-9][0-9X]|XX)) ([~?%]?)
    (?: - ([~?%]?) ([0-9]{2}|XX) ([~?%]?)
        (?: - ([~?%]?) ([0-9]{2}|XX) ([~?%]?) )? )?
    """,
    re.VERBOSE,
)
"""Each component with the mark before it, which is its own, and the mark after it, which is also
that of every component to the left."""

DIVISIONS: Final = frozenset({*range(21, 25), *range(33, 42)})
HEMISPHERES: Final = frozenset(str(number) for number in range(25, 33))
"""Seasons of the north or the south alone, which no editor has asked for."""
WINTER: Final = 24
FEBRUARY: Final = 2
DECEMBER: Final = 12


def read_point(text: str) -> Point | None:
    """Read a date; none where the text is not one that this site takes."""
    if (plain := PLAIN.fullmatch(text)) and (point := _plain(*plain.groups())):
        return point
    if (marked := MARKED.fullmatch(text)) and (bounds := _judge(text, marked)):
        return _marked(marked, *bounds)
    return None


def _plain(year: str, month: str | None, day: str | None) -> Point | None:
    try:
        lower = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    end = int(month or DECEMBER)
    upper = date(int(year), end, int(day or calendar.monthrange(int(year), end)[1]))
    return Point(lower, upper, int(year), month=_number(month), day=_number(day))


def _judge(text: str, marked: re.Match[str]) -> tuple[date, date] | None:
    """Ask the library for the first and last possible day; none where it is not a date."""
    year, month, day = marked.group(2, 5, 8)
    if "X" in year and "XX" in {month, day}:
        return None  # says no more than the year alone
    if month == "XX" and day not in {None, "XX"}:
        return None  # a day of no month cannot be shown
    if month and month in HEMISPHERES:
        return None
    from edtf import parse_edtf  # noqa: PLC0415 - most sites never need it

    try:
        found = parse_edtf(text)
        lower, upper = found.lower_strict(), found.upper_strict()
        return date(*lower[:3]), date(*upper[:3])
    except Exception:  # noqa: BLE001 - the library lets out whatever its parts raise
        return None


def _marked(marked: re.Match[str], lower: date, upper: date) -> Point:
    year, month, day = marked.group(2, 5, 8)
    division = int(month) if month and month != "XX" and int(month) in DIVISIONS else None
    if division == WINTER and lower.year < date.max.year:
        # The winter that begins in December, as 24 stands after autumn; the library ends it there.
        upper = date(lower.year + 1, FEBRUARY, calendar.monthrange(lower.year + 1, FEBRUARY)[1])
    return Point(
        lower,
        upper,
        int(year.replace("X", "0")),
        unknown_digits=year.count("X"),
        month=None if division else _number(month),
        day=_number(day),
        division=division,
        approximate=frozenset(_components(marked, "~%")),
        uncertain=frozenset(_components(marked, "?%")),
    )


def _number(digits: str | None) -> int | None:
    if digits is None:
        return None
    return UNKNOWN if digits == "XX" else int(digits)


def _components(marked: re.Match[str], marks: str) -> Iterator[Component]:
    groups = marked.groups(default="")
    for index, component in enumerate(COMPONENTS):
        before, part, *_ = groups[3 * index : 3 * index + 3]
        after = groups[3 * index + 2 :: 3]
        if part and any(mark and mark in marks for mark in (before, *after)):
            yield component
