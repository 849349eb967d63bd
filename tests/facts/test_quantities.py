from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.facts.quantities import (
    Bounds,
    QuantityError,
    change_bounds,
    changes_ascend,
    number_bounds,
    numbers_ascend,
    read_change,
    read_number,
)


def refusal(text: str) -> str:
    with pytest.raises(QuantityError) as refused:
        read_number(text)
    return str(refused.value)


def change_refusal(text: str) -> str:
    with pytest.raises(QuantityError) as refused:
        read_change(text)
    return str(refused.value)


def bounds(low: str, middle: str, high: str) -> Bounds:
    return Bounds(Fraction(low), Fraction(middle), Fraction(high))


@pytest.mark.parametrize("text", ["0", "58000000", "0.5", "-3", "10.50", "9" * 30])
def test_a_number_stays_the_text_that_was_typed(text: str) -> None:
    assert read_number(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("58 000 000", "58000000"),
        ("58\u00a0000\u202f000", "58000000"),
        ("58,000,000", "58000000"),
        ("58'000.5", "58000.5"),
        ("58,5", "58.5"),
        ("58 million", "58000000"),
        ("58 млн", "58000000"),
        ("58 миллионов", "58000000"),
        ("1,5 млрд", "1500000000"),
        ("1.5 миллиарда", "1500000000"),
        ("27.9bn", "27900000000"),
        ("4 тысячи", "4000"),
        ("0.5 thousand", "500"),
        ("1.2345 thousand", "1234.5"),
        ("-1.5 million", "-1500000"),
        ("3万", "30000"),
        ("2亿", "200000000"),
        ("58%", "58"),
        ("58 %", "58"),
        ("−5", "-5"),
        ("–0.5", "-0.5"),
        ("+5", "5"),
    ],
)
def test_what_is_meant_for_a_number_is_written_out(text: str, plain: str) -> None:
    assert f"write {plain}." in refusal(text)


@pytest.mark.parametrize(
    "text",
    ["", "about 58", "USD 58", "58 million dollars", "fifty-eight", ".5", "58.", "058", "5e7"],
)
def test_what_is_no_number_is_told_with_an_example(text: str) -> None:
    assert refusal(text).startswith("This is not a number; write it in digits alone")


def test_a_number_has_no_more_digits_than_a_source_can_know() -> None:
    assert "more than 30 digits" in refusal("1" * 31)
    assert "more than 30 digits" in change_refusal(f"+{'1' * 31}%")


@given(st.integers(-(10**15), 10**15), st.sampled_from(" ,'\u00a0\u202f"))
def test_a_grouped_number_is_told_without_its_marks(number: int, mark: str) -> None:
    text = f"{number:,}".replace(",", mark)
    if abs(number) < 1000:
        assert read_number(text) == str(number)
    else:
        assert refusal(text).endswith(f"write {number}.")


NEAR = "0123456789.,%+-−–/×xх \u00a0kmтысмлн"


@given(st.one_of(st.text(NEAR, max_size=12), st.text(max_size=12)))
def test_what_is_proposed_is_itself_taken(text: str) -> None:
    for read in (read_number, read_change):
        try:
            assert read(text) == text
        except QuantityError as refused:
            told = str(refused)
            if not told.startswith("This "):
                proposals = re.findall(r"(?: write| is written) (\S+?)(?: or (\S+?))?\.$", told)
                assert [read(part) for part in proposals[0] if part]


@pytest.mark.parametrize("text", ["+66%", "-5%", "+6.5%", "+0%", "+1/3", "-1/4", "×6.5", "×2"])
def test_a_change_stays_the_text_that_was_typed(text: str) -> None:
    assert read_change(text) == text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("+66 %", "+66%"),
        ("+6,5%", "+6.5%"),
        ("−5%", "-5%"),
        ("– 5 %", "-5%"),
        ("x6.5", "×6.5"),
        ("х6,5", "×6.5"),  # the Russian letter
        ("6.5x", "×6.5"),
        ("6.5×", "×6.5"),
        ("× 6.5", "×6.5"),
        ("*2", "×2"),
        ("6.5 times", "×6.5"),
        ("в 6,5 раза", "×6.5"),
        ("+ 1/3", "+1/3"),
    ],
)
def test_what_is_meant_for_a_change_is_written_out(text: str, plain: str) -> None:
    assert change_refusal(text) == f"A change is written {plain}."


@pytest.mark.parametrize("text", ["66%", "1/3", "6.5%"])
def test_a_change_says_whether_it_grew_or_fell(text: str) -> None:
    assert change_refusal(text) == f"Say whether it grew or fell: write +{text} or -{text}."


@pytest.mark.parametrize("text", ["", "66", "+66", "grew", "+1/0", "0/3", "×", "+-5%", "+1,000%"])
def test_what_is_no_change_is_told_with_examples(text: str) -> None:
    assert change_refusal(text).startswith("This is not a change; write it as in +66%")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4000000000", bounds("3500000000", "4000000000", "4500000000")),
        ("58000000", bounds("57500000", "58000000", "58500000")),
        ("182", bounds("181.5", "182", "182.5")),
        ("0.50", bounds("0.495", "0.5", "0.505")),
        ("100.0", bounds("99.95", "100", "100.05")),
        ("-3", bounds("-3.5", "-3", "-2.5")),
        ("0", bounds("-0.5", "0", "0.5")),
    ],
)
def test_a_rounded_number_lies_within_half_a_unit_of_its_last_digit(
    text: str, expected: Bounds
) -> None:
    assert number_bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+66%", bounds("0.655", "0.66", "0.665")),
        ("+50%", bounds("0.495", "0.5", "0.505")),
        ("-5.0%", bounds("-0.0505", "-0.05", "-0.0495")),
        ("×6.5", bounds("5.45", "5.5", "5.55")),
        ("×0.5", bounds("-0.55", "-0.5", "-0.45")),
        ("+1/4", bounds("0.245", "0.25", "0.255")),
        ("-1/4", bounds("-0.255", "-0.25", "-0.245")),
    ],
)
def test_a_change_is_a_part_of_its_base(text: str, expected: Bounds) -> None:
    assert change_bounds(text) == expected


@given(
    st.decimals(min_value=-(10**9), max_value=10**9, places=4, allow_nan=False),
    st.integers(min_value=-6, max_value=3),
)
def test_what_was_rounded_lies_within_the_bounds_of_what_it_became(
    number: Decimal, places: int
) -> None:
    step = Decimal(10) ** -places
    rounded = (number / step).to_integral_value() * step
    text = format(rounded, f".{max(places, 0)}f")
    told = number_bounds(text.replace("-0", "0") if not rounded else text)
    assert told.low <= told.middle <= told.high
    assert told.middle == Fraction(rounded)
    if rounded:
        assert told.low <= Fraction(number) <= told.high


@pytest.mark.parametrize(
    ("ends", "ascending"),
    [(["10", "15"], True), (["15", "10"], False), (["9", "10"], True), (["10", "10.0"], False)],
)
def test_the_ends_of_a_range_are_compared_as_numbers(ends: list[str], *, ascending: bool) -> None:
    assert numbers_ascend(ends) is ascending


@pytest.mark.parametrize(
    ("ends", "ascending"),
    [
        (["+10%", "+15%"], True),
        (["-5%", "+1/4"], True),
        (["+1/4", "×2"], True),
        (["×2", "+99%"], False),
        (["-5%", "-12.5%"], True),
        (["-12.5%", "-5%"], False),
        (["+5%", "+5.0%"], False),
    ],
)
def test_changes_of_all_kinds_are_compared_and_falls_by_their_size(
    ends: list[str], *, ascending: bool
) -> None:
    assert changes_ascend(ends) is ascending
