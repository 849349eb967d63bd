"""Say a date in words, in any language, as precisely as it is known and no more.

Months and days come from CLDR; what it has no words for (halves of a year, "around", "or later")
comes from the texts of the interface, so that a new language is a new file of texts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from microsite.dates import calendar_words as calendar
from microsite.dates.phrases import Piece, Pieces, enumeration, fill, finished, noted
from microsite.dates.point_words import in_decade, is_around, marked, point_words, span_of_years
from microsite.dates.values import COMPONENTS, UNKNOWN, AllOf, Interval, NoDate, OneOf, Point, Value
from microsite.languages.locales import join_and, join_or
from microsite.languages.typography import typeset

if TYPE_CHECKING:
    from microsite.dates.edtf import Edtf
    from microsite.languages.texts import Texts

__all__ = ["DateWords", "Piece", "words", "year_words"]


class DateWords(msgspec.Struct, frozen=True):
    """Hold a date in words, and how it was written."""

    pieces: Pieces
    edtf: str

    @property
    def text(self) -> str:
        """The words without their markup."""
        return "".join(piece.text for piece in self.pieces)


def words(edtf: Edtf, texts: Texts) -> DateWords:
    """Say a date in the language of the texts. Raises: MissingTextError."""
    return DateWords(finished(_value(edtf.value, texts), texts.language), edtf.text)


def year_words(year: int, texts: Texts) -> str:
    """Say a year as a heading does: `2016`, `2016 год`."""
    return typeset(texts.pgettext("heading", "%(year)s") % {"year": year}, texts.language)


def _value(value: Value, texts: Texts) -> Pieces:
    match value:
        case Point():
            return point_words(value, texts)
        case Interval():
            return _interval(value, texts)
        case OneOf(items):
            return enumeration([_choice(item, texts) for item in items], join_or, texts)
        case AllOf(items):
            return enumeration([_value(item, texts) for item in items], join_and, texts)


def _interval(interval: Interval, texts: Texts) -> Pieces:
    start, end = interval.start, interval.end
    if isinstance(start, Point) and isinstance(end, Point):
        return _closed(start, end, texts)
    if end == NoDate.OPEN:
        message = texts.pgettext("date", "%(date)s onwards")
    elif end == NoDate.UNKNOWN:
        message = texts.pgettext("date", "%(date)s – end date unknown")
    elif start == NoDate.OPEN:
        message = texts.pgettext("date", "%(date)s or earlier")
    else:
        message = texts.pgettext("date", "start date unknown – %(date)s")
    return fill(message, date=point_words(interval.points[0], texts))


def _closed(start: Point, end: Point, texts: Texts) -> Pieces:
    if start == end:
        return point_words(start, texts)
    body = _span(start, end, texts)
    if body is None:
        message = texts.pgettext("date", "%(start)s – %(end)s")
        return fill(message, start=point_words(start, texts), end=point_words(end, texts))
    return marked(body, [], start, texts)


def _span(start: Point, end: Point, texts: Texts) -> Pieces | None:
    """Say two dates of one kind and with the same marks in one, as 8–10 June 2016."""
    kinds = [
        (point.components, point.unknown_digits, point.approximate, point.uncertain)
        for point in (start, end)
    ]
    parts = (start.month, start.day, end.month, end.day)
    if kinds[0] != kinds[1] or UNKNOWN in parts or start.division or end.division:
        return None
    ends = (start.lower, end.lower)
    if start.unknown_digits:
        if not start.day or start.year != end.year:
            return None
        return in_decade(calendar.days_of_year(*ends, texts.locale), start, texts)
    if start.day:
        return calendar.days(*ends, texts.locale)
    if start.month:
        return calendar.months(*ends, texts.locale, in_phrase=is_around(start))
    return span_of_years(*ends, texts)


def _choice(item: Point | Interval, texts: Texts) -> Pieces:
    """Say a date of which it is one, where others may be the right ones."""
    match item:
        case Point():
            return point_words(item, texts)
        case Interval(Point() as start, NoDate()):
            return fill(texts.pgettext("date", "%(date)s or later"), date=point_words(start, texts))
        case Interval(Point() as start, _):
            note = {
                "year": texts.pgettext("date", "one of these years"),
                "month": texts.pgettext("date", "one of these months"),
                "day": texts.pgettext("date", "one of these days"),
            }[max(start.components, key=COMPONENTS.index)]
            return noted(_interval(item, texts), [note], texts)
        case _:
            return _interval(item, texts)
