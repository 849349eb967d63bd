from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.facts.derived import derive
from microsite.facts.formulas import FormulaError
from microsite.facts.quantities import Bounds, change_bounds, number_bounds

GROWTH = {
    "trade": change_bounds("+66%"),
    "exports": change_bounds("+94%"),
    "imports": change_bounds("+39%"),
}
SHARE = "( trade - imports ) / ( exports - imports )"


def test_a_share_follows_from_three_growths() -> None:
    """Of 100 of trade, 49 were exports: 49 * 1.94 + 51 * 1.39 is 166, as it should be."""
    assert derive(SHARE, GROWTH, "percent") == ("49", "47", "51")
    later = f"{SHARE} * ( 1 + exports ) / ( 1 + trade )"
    assert derive(later, GROWTH, "percent") == ("57", "55", "60")


@pytest.mark.parametrize(
    ("formula", "unit", "expected"),
    [
        ("trade / 3", "USD", ("19300000", "19100000", "19500000")),
        ("trade * 1", "USD", ("58000000", "57000000", "59000000")),
        ("trade - part", "USD", ("40000000", "30000000", "50000000")),
        ("part / trade", "percent", ("30", "20", "50")),
        ("part / part", "times", ("1", "1", "1")),
        ("part - part", "USD", ("0", "0", "0")),
        ("part - trade", "USD", ("-40000000", "-50000000", "-30000000")),
        ("exact / trade", "times", ("0.213", "0.211", "0.215")),
    ],
)
def test_a_number_says_no_more_than_is_known(
    formula: str, unit: str, expected: tuple[str, str, str]
) -> None:
    known = {
        "trade": number_bounds("58000000"),
        "part": number_bounds("20000000"),
        "exact": number_bounds("12345678"),
    }
    assert derive(formula, known, unit) == expected


def test_a_formula_that_cannot_be_worked_out_is_refused() -> None:
    with pytest.raises(FormulaError):
        derive("trade / ( trade - 1 * trade )", GROWTH, "percent")


fractions = st.fractions(min_value=-(10**12), max_value=10**12, max_denominator=10**6)


@given(fractions, st.fractions(min_value=0, max_value=10**6, max_denominator=10**6))
def test_the_value_lies_between_the_bounds_and_these_around_what_may_be(
    middle: Fraction, half: Fraction
) -> None:
    known = {"a": Bounds(middle - half, middle, middle + half)}
    value, low, high = (Fraction(text) for text in derive("a", known, "USD"))
    assert low <= value <= high
    assert low <= middle - half
    assert middle + half <= high
    # Not more than a digit is lost on either side.
    step = max(2 * half, Fraction(1, 1000))
    assert high - low <= 2 * half + 2 * step


@given(fractions)
def test_numbers_end_with_no_noughts_behind_the_point(middle: Fraction) -> None:
    for text in derive("a", {"a": Bounds(middle, middle, middle)}, "USD"):
        assert str(text).strip() == text
        assert "." not in text or not text.endswith(("0", "."))
        assert "e" not in text
