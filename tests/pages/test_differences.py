from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from microsite.content.facts import NOT_STATED, Figure
from microsite.pages.differences import differences
from tests.pages.stating import change, stated, value

ONE = value("4000000000")
OTHER = value("3700000000")


def sources(*figures: Figure) -> list[tuple[list[str], Fraction, bool]]:
    """Let each figure be stated by a briefing of its own; tell which differ, and how far."""
    return [
        ([s.briefing.slug for s in found.figures], found.gap, found.exact)
        for found in differences(stated(*((figure,) for figure in figures)))
    ]


def test_two_briefings_that_state_different_numbers_of_one_thing_differ() -> None:
    assert sources(ONE, OTHER) == [(["a", "b"], Fraction(300_000_000), True)]


def test_what_one_briefing_says_twice_is_no_difference_of_sources() -> None:
    assert differences(stated((ONE, replace(OTHER, said_by="somebody")))) == ()


def test_equal_numbers_do_not_differ_however_exact_they_are_said_to_be() -> None:
    assert sources(ONE, replace(ONE, qualifier="nearly")) == []


@pytest.mark.parametrize(
    "other",
    [
        {"region": "RU-TOM"},
        {"partner": "CN-HA"},
        {"measure": "exports"},
        {"title": "Of timber"},
        {"whole": "all trade"},
        {"unit": "CNY"},
        {"period": "2023"},
        {"period": ""},
        {"planned": True},
        {"formula": "a / b"},
    ],
    ids=str,
)
def test_what_is_not_of_one_thing_does_not_differ(other: dict[str, object]) -> None:
    assert sources(ONE, replace(OTHER, **other)) == []


def test_what_neither_has_a_period_for_is_not_held_against_each_other() -> None:
    assert sources(replace(ONE, period=""), replace(OTHER, period="")) == []


def test_changes_differ_in_percentage_points() -> None:
    assert sources(change("+66%"), change("+60%")) == [(["a", "b"], Fraction(6), True)]
    assert sources(change("×6.5"), change("+540%")) == [(["a", "b"], Fraction(10), True)]


@pytest.mark.parametrize("same", [("×6.5", "+550%"), ("+1/3", "+33%"), ("+1/2", "+50%")])
def test_a_change_written_in_two_ways_is_one(same: tuple[str, str]) -> None:
    assert sources(change(same[0]), change(same[1])) == []


def test_a_value_and_a_change_are_not_of_one_kind() -> None:
    assert sources(ONE, change("+10%"), value("10", unit="percent")) == []


def test_changes_from_different_periods_do_not_differ() -> None:
    assert sources(change("+66%"), change("+60%", base="2022")) == []


def test_a_change_whose_base_is_not_stated_may_be_from_any_period() -> None:
    open_ = change("+60%", base=NOT_STATED)
    assert sources(change("+66%"), open_) == [(["a", "b"], Fraction(6), True)]
    assert sources(change("+66%"), open_, change("+50%", base="2022")) == []


def test_of_ranges_and_of_many_sources_the_greatest_difference_is_told() -> None:
    assert sources(value("10", "15"), value("12")) == [(["a", "b"], Fraction(3), False)]
    assert sources(ONE, OTHER, value("3600000000"), ONE) == [
        (["a", "b", "c", "d"], Fraction(400_000_000), False)
    ]


NUMBERS = st.integers(min_value=-1000, max_value=1000).map(str)


@given(numbers=st.lists(NUMBERS, min_size=1, max_size=6))
def test_sources_differ_exactly_where_they_do_not_all_say_the_same(numbers: list[str]) -> None:
    found = sources(*map(value, numbers))
    assert bool(found) == (len({*numbers}) > 1)
    for slugs, gap, exact in found:
        assert slugs == list("abcdef"[: len(numbers)])
        assert gap == max(map(int, numbers)) - min(map(int, numbers))
        assert exact == (len({*numbers}) == 2)
