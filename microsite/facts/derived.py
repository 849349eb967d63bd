"""Write what was worked out as a number that says no more than is known."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import ceil, floor

from microsite.facts.formulas import work_out
from microsite.facts.quantities import Bounds

_HUNDRED = 100


def derive(formula: str, known: Mapping[str, Bounds], unit: str) -> tuple[str, str, str]:
    """Give the value of a formula, and the bounds within which it lies, as numbers in a unit.

    The value is rounded to the digit that the bounds leave open; the bounds are rounded outwards.
    Raises: FormulaError.
    """
    low, middle, high = work_out(formula, known)
    scale = _HUNDRED if unit == "percent" else 1
    step = _step((high - low) * scale)
    return (
        _written(floor(middle * scale / step + Fraction(1, 2)) * step),
        _written(floor(low * scale / step) * step),
        _written(ceil(high * scale / step) * step),
    )


def _step(width: Fraction) -> Fraction:
    """Give the power of ten by which a number of such a width is told."""
    step = Fraction(1, 1000)
    while step * 10 <= width:
        step *= 10
    return step


def _written(value: Fraction) -> str:
    """Write a number whose decimals end, without noughts behind the last of them."""
    whole, rest = divmod(int(abs(value) * 1000), 1000)
    return f"{'-' if value < 0 else ''}{whole}.{rest:03}".rstrip("0").rstrip(".")
