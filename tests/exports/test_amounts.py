"""See that numbers keep their digits and changes become percent."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given

from microsite.exports.amounts import decimal, ends_of_change, ends_of_value
from microsite.facts.quantities import change_bounds
from tests.exports.drawing import CHANGES, NUMBERS


@pytest.mark.parametrize(
    ("change", "low", "high"),
    [
        (("+66%",), "66", "66"),
        (("-5%",), "-5", "-5"),
        (("-12.50%",), "-12.5", "-12.5"),
        (("×6.5",), "550", "550"),
        (("×1",), "0", "0"),
        (("×0.875",), "-12.5", "-12.5"),
        (("+1/4",), "25", "25"),
        (("+1/3",), "33.333", "33.333"),
        (("-2/3",), "-66.667", "-66.667"),
        (("+10%", "+15%"), "10", "15"),
        (("-5%", "-12.5%"), "-12.5", "-5"),
        ((), "", ""),
    ],
)
def test_a_change_is_told_in_percent(change: tuple[str, ...], low: str, high: str) -> None:
    assert ends_of_change(change) == (low, high)


@pytest.mark.parametrize(
    ("ends", "told"),
    [
        (("0.50",), ("0.50", "0.50")),
        (("12", "10.50"), ("10.50", "12")),
        (("9", "10"), ("9", "10")),
        (("-1", "-2"), ("-2", "-1")),
        ((), ("", "")),
    ],
)
def test_the_ends_of_a_value_are_ordered_as_numbers(
    ends: tuple[str, ...], told: tuple[str, str]
) -> None:
    assert ends_of_value(ends) == told


@given(NUMBERS)
def test_a_number_that_ends_is_told_whole(text: str) -> None:
    assert Decimal(decimal(Fraction(text))) == Decimal(text)


@given(CHANGES)
def test_a_change_is_told_to_the_third_decimal_at_least(text: str) -> None:
    low, high = ends_of_change((text,))
    assert low == high
    assert abs(Fraction(low) - change_bounds(text).middle * 100) <= Fraction(1, 2000)
