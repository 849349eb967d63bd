"""Read EDTF, the notation for dates that are known only in part.

Level 2 of EDTF (ISO 8601-2:2019) without years outside 1000-9999, times of day, significant digits
and seasons of one hemisphere. What joins dates (a slash, brackets, two dots) is read here and not
by the library: it takes intervals that run backwards, and fails at `2016-XX/2017-XX` and
`2018-33/2018-34`.

Source: https://www.loc.gov/standards/datetime/
"""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from microsite.dates.points import read_point
from microsite.dates.values import AllOf, EdtfError, Interval, NoDate, OneOf, Point, Value, shown

__all__ = ["Edtf", "EdtfError", "anchor", "parse", "sort_key"]


class Edtf(msgspec.Struct, frozen=True):
    """Hold a date as it was written and as it is understood."""

    text: str
    value: Value
    lower: date | None
    """The first possible day; none where the start is open or unknown."""
    upper: date | None
    """The last possible day; none where the end is open or unknown."""

    @property
    def is_exact(self) -> bool:
        """Tell whether the date was stated: no `~ ? % X`, and not one of a set."""
        return _is_exact(self.value)


@cache
def parse(text: str) -> Edtf:
    """Read a date.

    Raises: EdtfError, with a sentence for the editor, for every text that is not a date here.
    """
    text = text.strip()
    value = _read(text)
    lower, upper = _bounds(value)
    if lower is None and upper is None:
        raise EdtfError(f"{shown(text)} has neither a start nor an end; write one of them.")
    return Edtf(text, value, lower, upper)


def sort_key(edtf: Edtf) -> tuple[date, date, str]:
    """Give the place of a date among others: by its first day, then its last, then its text.

    An open start sorts as if all of it were the last day, an open end as if it never came.
    """
    return anchor(edtf), edtf.upper or date.max, edtf.text


def anchor(edtf: Edtf) -> date:
    """Choose the one day under which an item with this date stands in a timeline.

    It is the first possible day; the last one where the start is open or unknown.
    """
    day = edtf.lower or edtf.upper
    if day is None:
        raise ValueError(edtf.text)  # `parse` lets no such date through
    return day


def _read(text: str) -> Value:
    match text[:1], text[-1:]:
        case "[", "]":
            return OneOf(_items(text))
        case "{", "}":
            return AllOf(_items(text))
    if text.count("/") == 1:
        start, end = text.split("/")
        interval = Interval(_end(start, text), _end(end, text))
        return _forward(interval, text)
    return _point(text, text)


def _items(text: str) -> tuple[Point | Interval, ...]:
    parts = [part.strip() for part in text[1:-1].split(",")]
    if len(parts) == 1 and ".." not in parts[0]:
        raise EdtfError(f"{shown(text)} holds no choice; write two dates or more, or no brackets.")
    return tuple(
        _run(part, text, first=index == 0, last=index == len(parts) - 1)
        if ".." in part
        else _point(part, text)
        for index, part in enumerate(parts)
    )


def _run(part: str, whole: str, *, first: bool, last: bool) -> Interval:
    """Read `2016..2018` or its open kinds, which stand in brackets only."""
    start, end = part.split("..", 1)
    if not (start or end) or not (start or first) or not (end or last):
        raise EdtfError(
            f"{shown(whole)} has two dots that join nothing; "
            "they may be open before its first date and after its last."
        )
    interval = Interval(_end(start or "..", whole), _end(end or "..", whole))
    plain = all(point.is_exact and point.division is None for point in interval.points)
    if not plain or len({point.components for point in interval.points}) > 1:
        raise EdtfError(
            f"{shown(whole)} joins unlike dates with two dots; "
            "write both as YYYY-MM-DD, both as YYYY-MM or both as YYYY."
        )
    return _forward(interval, whole)


def _forward(interval: Interval, whole: str) -> Interval:
    lower, upper = _bounds(interval)
    if lower is not None and upper is not None and lower > upper:
        raise EdtfError(f"{shown(whole)} ends before it starts; write the earlier date first.")
    return interval


def _end(text: str, whole: str) -> Point | NoDate:
    return NoDate(text) if text in {"", ".."} else _point(text, whole)


def _point(text: str, whole: str) -> Point:
    point = read_point(text)
    if point is None:
        # Only where a date is wrong: its many patterns take longer to compile than a date to read.
        from microsite.dates.refusals import refusal  # noqa: PLC0415

        raise EdtfError(refusal(text, whole))
    return point


def _points(value: Value) -> tuple[Point, ...]:
    match value:
        case Point():
            return (value,)
        case Interval():
            return value.points
        case OneOf(items) | AllOf(items):
            return tuple(point for item in items for point in _points(item))


def _bounds(value: Value) -> tuple[date | None, date | None]:
    match value:
        case Point(lower, upper):
            return lower, upper
        case Interval(start, end):
            return (
                start.lower if isinstance(start, Point) else None,
                end.upper if isinstance(end, Point) else None,
            )
        case OneOf(items) | AllOf(items):
            lowers, uppers = zip(*(_bounds(item) for item in items), strict=True)
            return (
                None if None in lowers else min(lowers),
                None if None in uppers else max(uppers),
            )


def _is_exact(value: Value) -> bool:
    return not isinstance(value, OneOf) and all(point.is_exact for point in _points(value))
