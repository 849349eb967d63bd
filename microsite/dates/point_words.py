"""Say one date in words: a year, a part of it, a month or a day, and how well it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from microsite.dates import calendar_words as calendar
from microsite.dates.phrases import Piece, Pieces, fill, noted
from microsite.dates.values import COMPONENTS, UNKNOWN, Component, Point
from microsite.languages.locales import join_and

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from microsite.languages.texts import Texts

CENTURY: Final = 2
"""How many digits of a year are unknown where its century is known."""

QUARTERS: Final = range(33, 37)


def point_words(point: Point, texts: Texts) -> Pieces:
    """Say a date with all that is known and not known of it."""
    body, notes = _bare(point, texts, in_phrase=is_around(point))
    return marked(body, notes, point, texts)


def _bare(point: Point, texts: Texts, *, in_phrase: bool) -> tuple[Pieces, list[str]]:
    """Say a date without its marks, and note what of it is not known."""
    notes = _unknown(point, texts)
    if point.division:
        return _division(point, texts), notes
    if not point.month:
        return _year(point, texts), notes
    if point.unknown_digits:
        when = calendar.day_of_year if point.day else calendar.month_of_year
        return in_decade((when(point.lower, texts.locale),), point, texts), notes
    if point.day:
        return (calendar.day(point.lower, texts.locale),), notes
    return (calendar.month(point.lower, texts.locale, in_phrase=in_phrase),), notes


def _unknown(point: Point, texts: Texts) -> list[str]:
    if point.unknown_digits == CENTURY:
        return [texts.pgettext("date", "one of these years")]
    if point.month == UNKNOWN and point.day == UNKNOWN:
        return [texts.pgettext("date", "month and day unknown")]
    if point.month == UNKNOWN:
        return [texts.pgettext("date", "month unknown")]
    return [texts.pgettext("date", "day unknown")] if point.day == UNKNOWN else []


def _year(point: Point, texts: Texts) -> Pieces:
    if point.unknown_digits == CENTURY:
        return span_of_years(point.lower, point.upper, texts)
    if point.unknown_digits:
        return (Piece(texts.pgettext("date", "%(decade)ss") % {"decade": point.year}),)
    return (Piece(texts.pgettext("date", "%(year)s") % {"year": point.year}, str(point.year)),)


def span_of_years(start: date, end: date, texts: Texts) -> Pieces:
    """Say from which year to which: `2016–2018`."""
    return fill(
        texts.pgettext("date", "%(start)s–%(end)s"),
        start=(Piece(str(start.year), str(start.year)),),
        end=(Piece(str(end.year), str(end.year)),),
    )


def in_decade(body: Pieces, point: Point, texts: Texts) -> Pieces:
    """Say with a day or a month that only the decade or century of its year is known."""
    years = msgspec.structs.replace(point, month=None, day=None)
    return fill(
        texts.pgettext("date", "%(date)s, %(decade)s"), date=body, decade=_year(years, texts)
    )


def _division(point: Point, texts: Texts) -> Pieces:
    if point.division in QUARTERS:
        return (calendar.quarter(point.lower, texts.locale),)
    message = {
        21: texts.pgettext("date", "spring %(year)s"),
        22: texts.pgettext("date", "summer %(year)s"),
        23: texts.pgettext("date", "autumn %(year)s"),
        24: texts.pgettext("date", "winter %(year)s"),
        40: texts.pgettext("date", "first half of %(year)s"),
        41: texts.pgettext("date", "second half of %(year)s"),
    }.get(point.division or 0)
    if message is None:  # four months have no name of their own
        return calendar.months(point.lower, point.upper, texts.locale, in_phrase=False)
    return (Piece(message % {"year": point.year}),)


def is_around(point: Point) -> bool:
    """Tell whether a date is one that "around" can be put before."""
    known = not point.unknown_digits and UNKNOWN not in {point.month, point.day}
    return known and point.approximate == point.components


def marked(body: Pieces, notes: Sequence[str], point: Point, texts: Texts) -> Pieces:
    """Say the marks of a date with its words."""
    if is_around(point):
        body = fill(texts.pgettext("date", "around %(date)s"), date=body)
    elif point.approximate == point.components:
        notes = [*notes, texts.pgettext("date", "approximate")]
    elif point.approximate:
        message = texts.pgettext("date", "approximate: %(parts)s")
        notes = [*notes, message % {"parts": _names(point.approximate, texts)}]
    if point.uncertain == point.components:
        notes = [*notes, texts.pgettext("date", "uncertain")]
    elif point.uncertain:
        message = texts.pgettext("date", "uncertain: %(parts)s")
        notes = [*notes, message % {"parts": _names(point.uncertain, texts)}]
    return noted(body, notes, texts)


def _names(components: frozenset[Component], texts: Texts) -> str:
    names = {
        "year": texts.pgettext("date", "year"),
        "month": texts.pgettext("date", "month"),
        "day": texts.pgettext("date", "day"),
    }
    return join_and([names[part] for part in COMPONENTS if part in components], texts.locale)
