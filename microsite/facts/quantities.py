"""Read numbers and changes as editors write them, and know how exact they are.

A number is kept as the text that was typed, so that nothing is lost or added in between; whoever
calculates asks for the bounds within which a rounded number lies.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")

_GROUPED: Final = re.compile(r"-?[0-9]{1,3}(?:[ \u00a0\u202f',][0-9]{3})+(?:\.[0-9]+)?")
_COMMA: Final = re.compile(r"(-?[0-9]+),([0-9]+)")
_WORDS: Final = re.compile(
    r"(?i)(-?[0-9]+(?:[.,][0-9]+)?)\s*"
    r"(?P<word>thousand|million|billion|trillion|тыс\.?|тысяч\w*|млн\.?|миллион\w*|млрд\.?"
    r"|миллиард\w*|трлн\.?|mln|bn|m|k|万|亿)"
)
_TIMES_IN_WORDS: Final = re.compile(r"(?i)(?:в\s*)?([0-9]+(?:[.,][0-9]+)?)\s*(?:times|fold|раза?)")
_POWERS: Final = {
    "thousand": 3, "тыс": 3, "k": 3, "万": 4, "million": 6, "mln": 6, "m": 6, "млн": 6, "мил": 6,
    "亿": 8, "billion": 9, "bn": 9, "млрд": 9, "миллиард": 9, "trillion": 12, "трлн": 12,
}  # fmt: skip

PERCENT: Final = re.compile(r"(?P<sign>[+-])(?P<number>(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)%")
PART: Final = re.compile(r"(?P<sign>[+-])(?P<above>[1-9][0-9]*)/(?P<below>[1-9][0-9]*)")
TIMES: Final = re.compile(r"×(?P<number>(?:0|[1-9][0-9]*)(?:\.[0-9]+)?)")

_MARKS: Final = str.maketrans({"−": "-", "–": "-", " ": None, "\u00a0": None})

_LONGEST: Final = 30
"""Characters of a number, or of a change."""


class QuantityError(ValueError):
    """Refuse a text as a number or a change; the message tells the editor what to write."""


class Bounds(NamedTuple):
    """Hold between what a number lies that was rounded, and the number itself."""

    low: Fraction
    middle: Fraction
    high: Fraction


def read_number(text: str) -> str:
    """Take a plain number, as in 58000000, 0.5 or -3.

    Raises: QuantityError.
    """
    if NUMBER.fullmatch(text):
        return _short(text)
    for message, plain in _meant(text):
        if NUMBER.fullmatch(plain):
            raise QuantityError(f"{message}; write {plain}.")
    raise QuantityError(
        "This is not a number; write it in digits alone, as in 58000000 or 0.5. What stands"
        " around it goes into `unit` and `qualifier`."
    )


def _meant(text: str) -> Iterator[tuple[str, str]]:
    """Guess what number is meant: what is said against the text, and how it is written."""
    if _GROUPED.fullmatch(text):
        plain = re.sub(r"[^0-9.-]", "", text)
        yield "A number is written without marks between its digits", plain
    if found := _COMMA.fullmatch(text):
        yield "A number has a point, not a comma", f"{found[1]}.{found[2]}"
    if found := _WORDS.fullmatch(text):
        yield "A number is written in digits alone", _in_digits(found)
    if text.endswith("%"):
        yield "A value in percent is a number alone", text[:-1].strip()
    if text[:1] in {"−", "–", "+"}:
        sign = "" if text[0] == "+" else "-"
        yield "A number has no sign but a hyphen for minus", sign + text[1:].lstrip(" ")


def read_change(text: str) -> str:
    """Take a change as the source has it: +66%, -5%, +1/3, ×6.5.

    Raises: QuantityError.
    """
    if _is_change(text):
        return _short(text)
    times = _TIMES_IN_WORDS.fullmatch(text)
    plain = f"×{times[1]}" if times else text.translate(_MARKS)
    plain = re.sub(r"(?<=[0-9]),(?=[0-9])(?![0-9]{3}(?![0-9]))", ".", plain)
    plain = re.sub(r"^[xхXХ*](?=[0-9])|^(?=[0-9.]+[xхXХ×]$)", "×", plain).rstrip("xхXХ×")
    if _is_change(plain):
        raise QuantityError(f"A change is written {plain}.")
    if _is_change(f"+{plain}"):
        raise QuantityError(f"Say whether it grew or fell: write +{plain} or -{plain}.")
    raise QuantityError("This is not a change; write it as in +66%, -5%, +1/3 or ×6.5.")


def _is_change(text: str) -> bool:
    return any(form.fullmatch(text) for form in (PERCENT, PART, TIMES))


def numbers_ascend(ends: Sequence[str]) -> bool:
    """Tell whether the two ends of a range stand with the smaller one first."""
    first, last = (number_bounds(end).middle for end in ends)
    return first < last


def changes_ascend(ends: Sequence[str]) -> bool:
    """Tell the same of changes; of two falls, -5% is the smaller one, not -12%."""
    first, last = (change_bounds(end).middle for end in ends)
    return abs(first) < abs(last) if max(first, last) < 0 else first < last


def number_bounds(text: str) -> Bounds:
    """Give the bounds of a rounded number: half a unit of its last digit that is not 0 in an end.

    4000000000 lies between 3.5 and 4.5 billion, 0.50 between 0.495 and 0.505.
    """
    middle = Fraction(text)
    whole, _, decimals = text.lstrip("-").partition(".")
    if decimals:
        unit = Fraction(1, 10 ** len(decimals))
    else:
        unit = Fraction(10 ** (len(whole) - len(whole.rstrip("0")))) if middle else Fraction(1)
    return Bounds(middle - unit / 2, middle, middle + unit / 2)


def change_bounds(text: str) -> Bounds:
    """Give the bounds of a change as a part of its base: +66% is 0.66, ×6.5 is 5.5.

    A part such as +1/3 is taken to be rounded as a percentage in whole numbers would be.
    """
    if found := PERCENT.fullmatch(text):
        decimals = found["number"].partition(".")[2]
        half = Fraction(1, 2 * 10 ** (len(decimals) + 2))
        middle = Fraction(found["sign"] + found["number"]) / 100
        return Bounds(middle - half, middle, middle + half)
    if found := PART.fullmatch(text):
        middle = Fraction(int(found["above"]), int(found["below"]))
        middle = -middle if found["sign"] == "-" else middle
        half = Fraction(1, 200)
        return Bounds(middle - half, middle, middle + half)
    found = TIMES.fullmatch(text)
    if found is None:
        raise ValueError(text)  # `read_change` lets no such change through
    bounds = number_bounds(found["number"])
    return Bounds(*(value - 1 for value in bounds))


def _short(text: str) -> str:
    if len(text) > _LONGEST:
        raise QuantityError(f"This has more than {_LONGEST} digits; no source is so exact.")
    return text


def _in_digits(found: re.Match[str]) -> str:
    word = found["word"].lower()
    power = next(
        _POWERS[start] for start in sorted(_POWERS, key=len, reverse=True) if word.startswith(start)
    )
    return format(Decimal(found[1].replace(",", ".")).scaleb(power).normalize(), "f")
