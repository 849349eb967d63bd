"""Tell the ends of values and of changes as numbers, without losing a digit."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from typing import Final

from microsite.facts.quantities import change_bounds

_ROUNDED: Final = 3
"""Decimals of a number that has no end, as a third has none."""

_KEPT: Final = 10_000
"""Ends that are told again without being worked out: a table asks for them twice, and there are
few kinds of change."""


@lru_cache(maxsize=_KEPT)
def ends_of_value(ends: tuple[str, ...]) -> tuple[str, str]:
    """Give the lower and the higher end of a value as written; of one number, twice it."""
    return (min(ends, key=Fraction), max(ends, key=Fraction)) if ends else ("", "")


@lru_cache(maxsize=_KEPT)
def ends_of_change(ends: tuple[str, ...]) -> tuple[str, str]:
    """Give the lower and the higher end of a change in percent: ×6.5 is 550, +1/3 33.333."""
    parts = sorted(change_bounds(end).middle * 100 for end in ends)
    return (decimal(parts[0]), decimal(parts[-1])) if parts else ("", "")


def decimal(value: Fraction) -> str:
    """Write a number in digits; one that has no end is rounded."""
    places, rest = 0, value.denominator
    for factor in (10, 5, 2):
        while rest % factor == 0:
            rest //= factor
            places += 1
    if rest > 1:
        places = _ROUNDED
    number = round(value * 10**places)
    digits = str(abs(number)).rjust(places + 1, "0")
    whole, part = digits[: len(digits) - places], digits[len(digits) - places :].rstrip("0")
    return ("-" if number < 0 else "") + whole + (f".{part}" if part else "")
