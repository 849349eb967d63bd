"""Say numbers, money, changes and how exact they are, in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final

from babel.numbers import format_compact_decimal, format_decimal, get_currency_name

from microsite.content.facts import NOT_STATED, Figure
from microsite.dates.edtf import parse
from microsite.dates.wording import words
from microsite.facts.units import is_money
from microsite.languages.texts import Texts
from microsite.languages.typography import typeset

_LARGE: Final = 1_000_000
"""From here on a number is told in millions and billions."""

_DECIMALS: Final = 3
"""Behind the point of a number told in millions; one that needs more is told in full."""

_FEW, _MANY = 2, 5
"""Numbers that have the plural forms of few and of many."""

Unit = Callable[[Texts, int], str]

_UNITS: Final[Mapping[str, Unit]] = {
    "count": lambda t, _: t.pgettext("amount", "%(number)s"),
    "percent": lambda t, _: t.pgettext("amount", "%(number)s%%"),
    "rank": lambda t, n: t.npgettext("amount", "place %(number)s", "places %(number)s", n),
    "people": lambda t, n: t.ngettext("%(number)s person", "%(number)s people", n),
    "visits": lambda t, n: t.ngettext("%(number)s visit", "%(number)s visits", n),
    "days": lambda t, n: t.ngettext("%(number)s day", "%(number)s days", n),
    "years": lambda t, n: t.ngettext("%(number)s year", "%(number)s years", n),
    "projects": lambda t, n: t.ngettext("%(number)s project", "%(number)s projects", n),
    "enterprises": lambda t, n: t.ngettext("%(number)s enterprise", "%(number)s enterprises", n),
    "regions": lambda t, n: t.ngettext("%(number)s region", "%(number)s regions", n),
    "districts": lambda t, n: t.ngettext("%(number)s district", "%(number)s districts", n),
    "cities": lambda t, n: t.ngettext("%(number)s city", "%(number)s cities", n),
    "m": lambda t, _: t.pgettext("amount", "%(number)s m"),
    "km": lambda t, _: t.pgettext("amount", "%(number)s km"),
    "m2": lambda t, _: t.pgettext("amount", "%(number)s m²"),
    "km2": lambda t, _: t.pgettext("amount", "%(number)s km²"),
    "ha": lambda t, _: t.pgettext("amount", "%(number)s ha"),
    "m3": lambda t, _: t.pgettext("amount", "%(number)s m³"),
    "kg": lambda t, _: t.pgettext("amount", "%(number)s kg"),
    "t": lambda t, _: t.pgettext("amount", "%(number)s t"),
    "l": lambda t, _: t.pgettext("amount", "%(number)s l"),
    "kw": lambda t, _: t.pgettext("amount", "%(number)s kW"),
    "mw": lambda t, _: t.pgettext("amount", "%(number)s MW"),
    "kwh": lambda t, _: t.pgettext("amount", "%(number)s kWh"),
}
"""Unit -> its words."""

_CURRENCIES: Final[Mapping[str, Unit]] = {
    "CNY": lambda t, n: t.npgettext("currency", "CNY", "CNY", n),
    "JPY": lambda t, n: t.npgettext("currency", "JPY", "JPY", n),
    "RUB": lambda t, n: t.npgettext("currency", "RUB", "RUB", n),
}
"""Currencies that a language may call by a shorter name than CLDR does; all others are CLDR's."""

_QUALIFIERS: Final[Mapping[str, Callable[[Texts], str]]] = {
    "more than": lambda t: t.pgettext("amount", "more than %(amount)s"),
    "at least": lambda t: t.pgettext("amount", "at least %(amount)s"),
    "about": lambda t: t.pgettext("amount", "about %(amount)s"),
    "nearly": lambda t: t.pgettext("amount", "nearly %(amount)s"),
    "up to": lambda t: t.pgettext("amount", "up to %(amount)s"),
    "less than": lambda t: t.pgettext("amount", "less than %(amount)s"),
}


def amount(figure: Figure, texts: Texts) -> str:
    """Say a figure with its unit and its qualifier: `nearly USD 4 billion`, `+66%`."""
    if figure.change:
        told = _change(figure.change, texts)
    else:
        told = _with_unit(figure.unit, figure.ends, figure.qualifier, texts)
    if figure.qualifier:
        worded = _QUALIFIERS[figure.qualifier](texts)
        if figure.change and figure.qualifier == "more than":
            worded = texts.pgettext("change", "more than %(amount)s")
        told = worded % {"amount": told}
    return typeset(told, texts.language)


def bounds(figure: Figure, texts: Texts) -> str:
    """Say between what a derived figure lies; nothing of one that is stated."""
    if not figure.between:
        return ""
    return typeset(_with_unit(figure.unit, figure.between, "", texts), texts.language)


def base_words(figure: Figure, texts: Texts) -> str:
    """Say what a change is measured from; nothing of a value."""
    if not figure.base:
        return ""
    if figure.base == NOT_STATED:
        return texts.gettext("base not stated")
    told = texts.gettext("compared with %(period)s")
    return typeset(told % {"period": words(parse(figure.base), texts).text}, texts.language)


def number_words(text: str, texts: Texts) -> str:
    """Say a number as a language groups its digits; a large one in millions and billions.

    No digit is lost: 1999999999 is not told as 2 billion.
    """
    number, locale = Decimal(text), texts.locale
    told = format_decimal(number, locale=locale, decimal_quantization=False)
    if abs(number) >= _LARGE:
        form = texts.pgettext("short for millions, or long", "long")
        short, whole = (
            format_compact_decimal(
                number,
                format_type="short" if form == "short" else "long",
                locale=locale,
                fraction_digits=digits,
            )
            for digits in (_DECIMALS, len(text))
        )
        told = short if short == whole else told
    return str(told).replace("-", "−")


def _with_unit(unit: str, ends: tuple[str, ...], qualifier: str, texts: Texts) -> str:
    number = _range([number_words(end, texts) for end in ends])
    count = _count(ends, qualifier, texts)
    if is_money(unit):
        told = texts.pgettext("amount", "%(currency)s %(number)s")
        return told % {"currency": _currency(unit, count, texts), "number": number}
    if unit == "rank":
        count = len(ends)  # one place, or several
    return _UNITS[unit](texts, count) % {"number": number}


def _currency(code: str, count: int, texts: Texts) -> str:
    if code in _CURRENCIES:
        return _CURRENCIES[code](texts, count)
    named = texts.pgettext("code of a currency, or name", "code") == "name"
    return get_currency_name(code, count=count, locale=texts.locale) if named else code


def _count(ends: Sequence[str], qualifier: str, texts: Texts) -> int:
    """Give a number that has the plural form which goes with what is told."""
    last = abs(Decimal(ends[-1]))
    if last != int(last):
        return _FEW
    case = texts.pgettext("form of a unit behind more than, about and the like", "own")
    if case == "genitive" and qualifier not in {"", "nearly"}:
        # Its singular is written like the form of few, its plural like that of many.
        return _FEW if re.search("(?<!1)1$", str(int(last))) else _MANY
    return int(last)


_WORD_BEHIND: Final = re.compile(r"\D*$")


def _range(told: Sequence[str]) -> str:
    """Join the ends of a range; a word behind both, such as million, is said once."""
    first, *others = told
    for last in others:
        word = _WORD_BEHIND.search(first)
        if word and word[0] and last.endswith(word[0]):
            first = first[: word.start()]
        first = f"{first}–{last}"
    return first


def _change(ends: tuple[str, ...], texts: Texts) -> str:
    sign, percent = ends[0][0], ends[0].endswith("%")
    if any((end[0], end.endswith("%")) != (sign, percent) for end in ends):
        return "–".join(_change((end,), texts) for end in ends)
    numbers = [end[1:].removesuffix("%") for end in ends]
    told = _range([n if "/" in n else number_words(n, texts) for n in numbers])
    if percent:
        told = texts.pgettext("amount", "%(number)s%%") % {"number": told}
    return ("−" if sign == "-" else sign) + told
