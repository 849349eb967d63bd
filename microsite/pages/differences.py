"""Find where briefings state different numbers of the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations

import msgspec

from microsite.catalogue.stated import Figures, Stated
from microsite.content.facts import NOT_STATED, Figure
from microsite.facts.quantities import change_bounds

_HALF = Fraction(1, 2)
"""Percentage points that a part may be from a percentage and mean the same: a third is 33%."""

Ends = tuple[Fraction, Fraction]


class Difference(msgspec.Struct, frozen=True):
    """Hold figures of two briefings or more that should be one and are not."""

    figures: Figures
    """In the order of the list; where one briefing has several, all of them."""
    gap: Fraction
    """The greatest between two briefings: in the unit, or in percentage points."""
    exact: bool
    """Whether that is the only one: two numbers stand against each other, and no range."""


def differences(figures: Figures) -> tuple[Difference, ...]:
    """Find them, each where the first of its figures stands.

    Two figures should be one if they agree in region, partner, measure, title, whole, unit and
    period. What is planned, what has no period and what this site worked out contradicts nothing.
    """
    groups: dict[tuple[str, ...], list[Stated[Figure]]] = {}
    for stated in figures:
        figure = stated.fact
        if figure.period and not figure.planned and not figure.formula:
            same = (figure.region, figure.partner, figure.measure, figure.title, figure.whole)
            key = (*same, figure.period, "change" if figure.change else figure.unit)
            groups.setdefault(key, []).append(stated)
    found = (_difference(part) for group in groups.values() for part in _by_base(tuple(group)))
    return tuple(difference for difference in found if difference)


def ends_of(figure: Figure) -> Ends:
    """Give the lower and the upper end of what a figure states; of a change, in percent."""
    values = [100 * change_bounds(text).middle for text in figure.change]
    values = values or [Fraction(text) for text in figure.ends]
    return min(values), max(values)


def _by_base(group: Figures) -> Iterator[Figures]:
    """Part changes that are measured from different periods.

    One whose base is not stated may be measured from any: it stays with the others as long as
    these agree.
    """
    bases = {stated.fact.base for stated in group}
    if len(bases - {NOT_STATED}) <= 1:
        yield group
        return
    for base in sorted(bases):
        yield tuple(stated for stated in group if stated.fact.base == base)


def _difference(group: Figures) -> Difference | None:
    gaps = [
        _gap(one.fact, other.fact)
        for one, other in combinations(group, 2)
        if one.briefing.slug != other.briefing.slug
    ]
    greatest = max(gaps, default=Fraction(0))
    if not greatest:
        return None
    numbers = sorted({ends_of(stated.fact) for stated in group})
    exact = all(low == high for low, high in numbers) and len(numbers[1:]) == 1
    return Difference(group, greatest, exact)


def _gap(one: Figure, other: Figure) -> Fraction:
    """Give the greatest distance between two statements; none between equal ones."""
    (low, high), (bottom, top) = ends_of(one), ends_of(other)
    if (low, high) == (bottom, top):
        return Fraction(0)
    gap = max(abs(high - bottom), abs(top - low))
    in_parts = any("/" in text for text in (*one.change, *other.change))
    return gap if gap > _HALF or not in_parts else Fraction(0)
