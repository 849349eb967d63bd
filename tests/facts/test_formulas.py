from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.facts.formulas import FormulaError, names_in, work_out
from microsite.facts.quantities import Bounds, change_bounds, number_bounds

KNOWN = {
    "a": number_bounds("12"),
    "b-1": number_bounds("4"),
    "growth": change_bounds("+50%"),
    "half-a-year": number_bounds("2"),
}


def middle(formula: str) -> Fraction:
    return work_out(formula, KNOWN).middle


def refusal(formula: str) -> str:
    with pytest.raises(FormulaError) as refused:
        work_out(formula, KNOWN)
    return str(refused.value)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("a", 12),
        ("a + b-1", 16),
        ("a - b-1 - 2", 6),
        ("a - ( b-1 - 2 )", 10),
        ("a / b-1 / 3", 1),
        ("a + b-1 * 2", 20),
        ("( a + b-1 ) * 2", 32),
        ("a * ( 1 + growth )", 18),
        ("half-a-year * a", 24),
        ("  a   +   1 ", 13),
    ],
)
def test_a_formula_is_worked_out_as_at_school(formula: str, value: int) -> None:
    assert middle(formula) == value


def test_the_figures_that_a_formula_rests_on_stand_in_their_order_each_once() -> None:
    assert names_in("( b-1 + a ) / ( 2 * b-1 )") == ("b-1", "a")
    assert names_in("2 + 2") == ()


@pytest.mark.parametrize(
    ("formula", "message"),
    [
        ("a +", "The formula ends too soon."),
        ("", "The formula ends too soon."),
        ("( a + 1", "A bracket is not closed in the formula."),
        ("a )", "“)” is not expected there in the formula."),
        ("a b-1", "“b-1” is not expected there in the formula."),
        ("a + * 2", "“*” is not expected there in the formula; put spaces around signs."),
        ("a+2", "“a+2” is not expected there in the formula; put spaces around signs."),
        ("a × 2", "“×” is not expected there in the formula."),
        ("A / 2", "“A” is not expected there in the formula; put spaces around signs."),
        ("a * 0.5", "“0.5” is not expected there in the formula; put spaces around signs."),
        ("2 + 2", "A formula rests on other figures; name them by their ids."),
        ("( " * 60 + "a", "A bracket is not closed in the formula."),
    ],
)
def test_what_is_wrong_with_a_formula_is_told(formula: str, message: str) -> None:
    assert refusal(formula) == message


@pytest.mark.parametrize("formula", ["a / 0", "a / ( b-1 - 4 )", "1 / ( 2 / ( a - a ) )"])
def test_a_formula_divides_by_nothing_that_may_be_0(formula: str) -> None:
    assert refusal(formula) == (
        "The formula divides by what may be 0, since the figures are rounded."
    )


def test_a_formula_is_not_long() -> None:
    assert refusal("( " * 60 + "a" + " )" * 60).startswith("A formula has 100 ids, numbers")


def test_a_formula_rests_on_few_figures() -> None:
    known = {f"a{n}": number_bounds("1") for n in range(7)}
    with pytest.raises(FormulaError, match="rests on 6 figures at most"):
        work_out(" + ".join(known), known)


def test_a_divisor_that_may_be_nothing_is_told_also_where_no_end_of_it_is() -> None:
    known = {
        "a": Bounds(Fraction(-5), Fraction(1), Fraction(7)),
        "b": Bounds(Fraction(-1), Fraction(1), Fraction(3)),
    }
    with pytest.raises(FormulaError, match="may be 0"):
        work_out("a / b", known)


def test_the_bounds_are_those_of_the_ends_of_the_figures() -> None:
    assert work_out("a - b-1", KNOWN) == Bounds(Fraction(7), Fraction(8), Fraction(9))
    assert work_out("a / b-1", KNOWN) == Bounds(Fraction(23, 9), Fraction(3), Fraction(25, 7))
    assert work_out("100 - a", KNOWN) == Bounds(Fraction(175, 2), Fraction(88), Fraction(177, 2))


def test_a_figure_that_stands_twice_is_one_figure() -> None:
    assert work_out("a - a", KNOWN) == Bounds(Fraction(0), Fraction(0), Fraction(0))
    assert work_out("a / a", KNOWN) == Bounds(Fraction(1), Fraction(1), Fraction(1))


def test_a_formula_for_which_the_figures_are_too_rough_is_told() -> None:
    known = {"a": Bounds(Fraction(-2), Fraction(0), Fraction(2))}
    with pytest.raises(FormulaError, match="too rough"):
        work_out("a * a", known)


Made = tuple[str, list[str]]
"""A formula, and the ids of the figures in it."""

NAMES = [f"f{n}" for n in range(6)]


@st.composite
def formulas(draw: st.DrawFn, names: tuple[str, ...] = tuple(NAMES)) -> str:
    """Make a formula in which each figure stands once."""
    if len(names) == 1:
        return draw(st.sampled_from([names[0], f"{names[0]} * 3", f"( 1 + {names[0]} )"]))
    cut = draw(st.integers(1, len(names) - 1))
    left, right = draw(formulas(names[:cut])), draw(formulas(names[cut:]))
    sign = draw(st.sampled_from("+-*/"))
    brackets = draw(st.booleans())
    return f"( {left} ) {sign} ( {right} )" if brackets else f"{left} {sign} {right}"


@st.composite
def figures(draw: st.DrawFn) -> dict[str, Bounds]:
    """Make figures that are exact to a hundredth at least."""
    values = {name: draw(st.integers(100, 999)) for name in NAMES}
    return {
        name: Bounds(Fraction(value) - Fraction(1, 2), Fraction(value), value + Fraction(1, 2))
        for name, value in values.items()
    }


def python(formula: str, values: dict[str, Fraction]) -> Fraction:
    """Let Python work out the formula."""
    for name in NAMES:
        formula = formula.replace(name, f"values[{name!r}]")
    return Fraction(eval(formula, {"values": values}))  # noqa: S307 -- made above


@given(formulas(), figures())
def test_a_formula_is_worked_out_as_python_does(formula: str, known: dict[str, Bounds]) -> None:
    try:
        found = work_out(formula, known)
    except FormulaError:
        return
    assert found.middle == python(formula, {name: known[name].middle for name in NAMES})


@given(formulas(), figures(), st.lists(st.fractions(0, 1), min_size=6, max_size=6))
def test_what_the_figures_may_have_been_gives_nothing_beyond_the_bounds(
    formula: str, known: dict[str, Bounds], where: list[Fraction]
) -> None:
    try:
        found = work_out(formula, known)
    except FormulaError:
        return
    values = {
        name: known[name].low + (known[name].high - known[name].low) * part
        for name, part in zip(NAMES, where, strict=True)
    }
    assert found.low <= python(formula, values) <= found.high


@given(st.text(alphabet="abf0123456789-+*/() ", max_size=60))
def test_any_text_is_worked_out_or_refused(text: str) -> None:
    known = {name: number_bounds("7") for name in names_in(text)}
    try:
        found = work_out(text, known)
    except FormulaError:
        return
    assert found.low <= found.middle <= found.high
