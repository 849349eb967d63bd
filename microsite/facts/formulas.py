"""Work out a figure from others, with the bounds within which it lies.

A formula is written with spaces: `exports-2024 / trade-2024`, `( a - b ) / ( c - b )`. It knows the
ids of figures, whole numbers, the four kinds of arithmetic and brackets. A figure that tells a
change stands for the part of its base: +66% is 0.66.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from typing import Final

from microsite.facts.quantities import Bounds

_ID: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_WHOLE: Final = re.compile(r"[0-9]{1,15}")
_MOST: Final = 6
"""Figures that a formula may rest on; each doubles the cases that the bounds are taken from."""

_LONGEST: Final = 100
"""Ids, numbers, signs and brackets."""

_RANKS: Final[tuple[Mapping[str, Callable[[Fraction, Fraction], Fraction]], ...]] = (
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv},
)

Tree = Fraction | str | tuple[str, "Tree", "Tree"]
Values = Mapping[str, Fraction]
"""By the ids of figures."""


class FormulaError(ValueError):
    """Refuse a formula; the message tells the editor what to write."""


def names_in(formula: str) -> tuple[str, ...]:
    """Give the ids that a formula rests on, each once, in their order."""
    parts = (part for part in formula.split() if _ID.fullmatch(part) and not _WHOLE.fullmatch(part))
    return tuple(dict.fromkeys(parts))


def work_out(formula: str, known: Mapping[str, Bounds]) -> Bounds:
    """Calculate a formula: its bounds are those of all ends of the figures it rests on.

    That holds as long as the result goes one way with each figure, which sums, differences,
    products and quotients of rounded figures do. Raises: FormulaError.
    """
    names = names_in(formula)
    tree = _parse(formula)
    if not names:
        raise FormulaError("A formula rests on other figures; name them by their ids.")
    if len(names) > _MOST:
        raise FormulaError(f"A formula rests on {_MOST} figures at most.")
    middles = {name: known[name].middle for name in names}
    ends = [
        dict(zip(names, values, strict=True))
        for values in product(*((known[name].low, known[name].high) for name in names))
    ]
    for divisor in _divisors(tree):
        low, middle, high = _bounds(divisor, middles, ends)
        if not (min(low, middle) > 0 or max(high, middle) < 0):
            raise FormulaError(
                "The formula divides by what may be 0, since the figures are rounded."
            )
    low, middle, high = _bounds(tree, middles, ends)
    if not low <= middle <= high:
        raise FormulaError("The figures are too rough for this formula.")
    return Bounds(low, middle, high)


def _bounds(tree: Tree, middles: Values, ends: Sequence[Values]) -> Bounds:
    values = [_value(tree, known) for known in ends]
    return Bounds(min(values), _value(tree, middles), max(values))


def _divisors(tree: Tree) -> Iterator[Tree]:
    """Give all that a formula divides by, the innermost first."""
    if isinstance(tree, tuple):
        sign, left, right = tree
        yield from _divisors(left)
        yield from _divisors(right)
        if sign == "/":
            yield right


def _parse(formula: str) -> Tree:
    parts = formula.split()
    if len(parts) > _LONGEST:
        raise FormulaError(f"A formula has {_LONGEST} ids, numbers, signs and brackets at most.")
    tree, left = _sum(parts, 0)
    if left:
        raise FormulaError(f"“{left[0]}” is not expected there in the formula.")
    return tree


def _sum(parts: list[str], rank: int) -> tuple[Tree, list[str]]:
    if rank == len(_RANKS):
        return _atom(parts)
    tree, parts = _sum(parts, rank + 1)
    while parts and parts[0] in _RANKS[rank]:
        right, rest = _sum(parts[1:], rank + 1)
        tree, parts = (parts[0], tree, right), rest
    return tree, parts


def _atom(parts: list[str]) -> tuple[Tree, list[str]]:
    if not parts:
        raise FormulaError("The formula ends too soon.")
    first, rest = parts[0], parts[1:]
    if first == "(":
        tree, rest = _sum(rest, 0)
        if not rest or rest[0] != ")":
            raise FormulaError("A bracket is not closed in the formula.")
        return tree, rest[1:]
    if _WHOLE.fullmatch(first):
        return Fraction(first), rest
    if _ID.fullmatch(first):
        return first, rest
    raise FormulaError(f"“{first}” is not expected there in the formula; put spaces around signs.")


def _value(tree: Tree, known: Values) -> Fraction:
    if isinstance(tree, Fraction):
        return tree
    if isinstance(tree, str):
        return known[tree]
    sign, left, right = tree
    calculate = next(rank[sign] for rank in _RANKS if sign in rank)
    return calculate(_value(left, known), _value(right, known))
