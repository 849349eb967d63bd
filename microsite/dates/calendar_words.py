"""Write days, months, quarters and spans of them as CLDR has them in a language.

Two things are changed. Spans have whole names of months, where Babel falls back to short ones.
The narrow no-break and thin spaces of CLDR become a no-break and a plain space, which every font
and every reader's search has.

Months come in two forms: alone (LLLL in CLDR's patterns: сентябрь 2018 г.) and as a part of a
phrase (MMMM: около сентября 2018 г.).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from babel.dates import format_date

from microsite.dates.phrases import Piece

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

SPACES: Final = str.maketrans({"\u202f": "\u00a0", "\u2009": " "})
SHORT_MONTH: Final = re.compile(r"(?<!M)MMM(?!M)")
BETWEEN: Final = re.compile(r"[\s\-–—~～〜至]*\Z")
"""What joins the ends of a span, found at the end of the first."""


def day(when: date, locale: Locale) -> Piece:
    """Write a day: `12 September 2016`."""
    return Piece(_write(when, locale.date_formats["long"].pattern, locale), when.isoformat())


def day_of_year(when: date, locale: Locale) -> Piece:
    """Write a day without its year: `12 September`."""
    pattern = locale.datetime_skeletons["MMMMd"].pattern
    return Piece(_write(when, pattern, locale), f"{when:%m-%d}")


def month(when: date, locale: Locale, *, in_phrase: bool) -> Piece:
    """Write a month: `September 2016`."""
    pattern = locale.datetime_skeletons["yMMMM"].pattern
    return Piece(_write(when, _inflected(pattern, in_phrase=in_phrase), locale), f"{when:%Y-%m}")


def month_of_year(when: date, locale: Locale) -> Piece:
    """Write a month without its year, for which HTML has no form."""
    return Piece(_write(when, "LLLL", locale))


def quarter(when: date, locale: Locale) -> Piece:
    """Write a quarter, for which HTML has no form: `3rd quarter 2016`."""
    return Piece(_write(when, locale.datetime_skeletons["yQQQQ"].pattern, locale))


def days(start: date, end: date, locale: Locale) -> tuple[Piece, ...]:
    """Write a span of days: `8–10 June 2016`."""
    halves = _halves(locale, ("yMMMd",), _difference(start, end))
    return _span(start, end, halves, "%Y-%m-%d", locale)


def days_of_year(start: date, end: date, locale: Locale) -> tuple[Piece, ...]:
    """Write a span of days without their year: `8–10 June`."""
    field = "d" if start.month == end.month else "M"
    return _span(start, end, _halves(locale, ("MMMd",), field), "%m-%d", locale)


def months(start: date, end: date, locale: Locale, *, in_phrase: bool) -> tuple[Piece, ...]:
    """Write a span of months: `June – September 2016`."""
    halves = _halves(locale, ("yMMMM", "yMMM"), _difference(start, end))
    first, second = (_inflected(half, in_phrase=in_phrase) for half in halves)
    return _span(start, end, (first, second), "%Y-%m", locale)


def _difference(start: date, end: date) -> str:
    """Name the greatest field in which two days differ, as CLDR does."""
    if start.year != end.year:
        return "y"
    return "M" if start.month != end.month else "d"


def _halves(locale: Locale, skeletons: tuple[str, ...], field: str) -> tuple[str, str]:
    formats = next(filter(None, map(locale.interval_formats.get, skeletons)))
    start, end = formats[field]
    return SHORT_MONTH.sub("MMMM", start), SHORT_MONTH.sub("MMMM", end)


def _span(
    start: date, end: date, halves: tuple[str, str], datetime: str, locale: Locale
) -> tuple[Piece, ...]:
    first, second = _write(start, halves[0], locale), _write(end, halves[1], locale)
    words = BETWEEN.sub("", first)
    return (
        Piece(words, start.strftime(datetime)),
        Piece(first[len(words) :]),
        Piece(second, end.strftime(datetime)),
    )


def _inflected(pattern: str, *, in_phrase: bool) -> str:
    return pattern.replace("LLLL", "MMMM") if in_phrase else pattern


def _write(when: date, pattern: str, locale: Locale) -> str:
    return format_date(when, pattern, locale).translate(SPACES)
