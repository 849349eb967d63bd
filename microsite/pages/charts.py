"""Choose figures that compare, and work out the lines by which a chart shows them.

A chart is a table in which each row has its own small drawing, all of one scale. So the numbers
stand once, as words; the drawings repeat them for the eye alone.

What is drawn together has one unit and is of one kind. Changes stand with changes, never with
values; money with money of the same currency; a count with counts of the same. A rank is not drawn:
the first place is not the smallest. Neither is what has no period, nor what is planned beside what
was.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from math import floor
from typing import Final, NamedTuple

from microsite.catalogue.stated import Figures, Stated
from microsite.content.facts import Figure
from microsite.content.vocabulary import country
from microsite.pages.differences import ends_of
from microsite.pages.views import Mark

WIDTH: Final = 1000
"""Of the box that a row is drawn in; its height does not matter, for all lines are level."""

EDGE: Final = 40
"""Room for half a dot at either side."""

PAIRED: Final = ("exports", "imports")
"""Measures whose values are drawn as bars beside each other; of others, values are dots."""

MEASURES, PLACES, PERIODS = "measures", "places", "periods"


class Comparison(NamedTuple):
    """Hold figures that are drawn together."""

    varies: str
    """In what the rows differ: `MEASURES`, `PLACES` (with words of their own) or `PERIODS`."""
    bars: bool
    """Whether they are drawn from nothing on, as bars, or as dots."""
    rows: Figures


class _Rule(NamedTuple):
    varies: str
    bars: bool
    of: Callable[[Figure], bool]
    same: Callable[[Figure], Hashable]
    """What the figures of one chart have in common."""
    apart: Callable[[Figure], Hashable]
    """In what at least two of them must differ."""


def _what(figure: Figure) -> tuple[str, ...]:
    return (figure.measure, figure.title, figure.whole, figure.unit)


def _where(figure: Figure) -> tuple[str, ...]:
    return (figure.region, figure.partner)


def _level(figure: Figure) -> tuple[bool, bool]:
    """Tell values of regions from those of partners, and of countries from those of provinces."""
    return bool(figure.region), figure.partner == country(figure.partner)


_RULES: Final = (
    _Rule(
        MEASURES, bars=True, of=lambda f: bool(f.change),
        same=lambda f: (_where(f), f.title, f.whole, f.period), apart=lambda f: f.measure,
    ),
    _Rule(
        MEASURES, bars=True, of=lambda f: not f.change and f.measure in PAIRED,
        same=lambda f: (_where(f), _what(f)[1:], f.period), apart=lambda f: f.measure,
    ),
    # How fast things grew may be compared whatever they are; how large they are, only of a kind.
    _Rule(
        PLACES, bars=True, of=lambda f: bool(f.change),
        same=lambda f: (f.measure, f.period), apart=lambda f: (_where(f), f.title),
    ),
    _Rule(
        PLACES, bars=False, of=lambda f: not f.change,
        same=lambda f: (_what(f), _level(f), f.period), apart=_where,
    ),
    _Rule(
        PERIODS, bars=True, of=lambda f: bool(f.change),
        same=lambda f: (_where(f), _what(f)), apart=lambda f: f.period,
    ),
    _Rule(
        PERIODS, bars=False, of=lambda f: not f.change,
        same=lambda f: (_where(f), _what(f)), apart=lambda f: f.period,
    ),
)  # fmt: skip


def comparisons(figures: Figures) -> tuple[Comparison, ...]:
    """Choose what to draw of a list, those with the most rows first.

    They have no more rows in all than the list has figures, and none shows only what another does.
    """
    drawn = tuple(stated for stated in figures if _may_be_drawn(stated.fact))
    found = sorted(
        (comparison for rule in _RULES for comparison in _by_rule(rule, drawn)),
        key=lambda comparison: -len(comparison.rows),
    )
    chosen: list[Comparison] = []
    room = len(figures)
    for comparison in found:
        rows = {*comparison.rows}
        if len(rows) <= room and not any(rows <= {*other.rows} for other in chosen):
            chosen.append(comparison)
            room -= len(rows)
    return tuple(chosen)


def marks(rows: Sequence[Figure], *, bars: bool) -> tuple[Mark, ...]:
    """Work out the lines of the rows of one chart: whole numbers from 0 to `WIDTH`.

    All lengths are from nothing on, and in proportion.
    """
    spans = [_span(figure) for figure in rows]
    low = min(Fraction(0), *(span[0] for span in spans))
    high = max(_least_high(rows), *(span[1] for span in spans))
    edge = 0 if bars else EDGE
    scale = (WIDTH - 2 * edge) / ((high - low) or Fraction(1))

    def at(value: Fraction) -> int:
        return edge + floor((value - low) * scale + Fraction(1, 2))

    def mark(figure: Figure, span: tuple[Fraction, Fraction]) -> Mark:
        ends = ends_of(figure)
        near = min(ends, key=abs) if ends[0] * ends[1] > 0 else Fraction(0)
        return Mark(
            zero=at(Fraction(0)),
            low=at(span[0]),
            high=at(span[1]),
            bar=at(near) if bars else at(Fraction(0)),
            dots=() if bars else tuple(sorted({*map(at, ends)})),
        )

    return tuple(mark(figure, span) for figure, span in zip(rows, spans, strict=True))


def _least_high(rows: Sequence[Figure]) -> Fraction:
    """Draw shares by the whole that they are of."""
    return Fraction(100 if all(map(is_share, rows)) else 0)


def is_share(figure: Figure) -> bool:
    """Tell a part of a whole, in percent, from a change."""
    return figure.unit == "percent" and not figure.change


def _may_be_drawn(figure: Figure) -> bool:
    return bool(figure.period) and figure.unit != "rank"


def _by_rule(rule: _Rule, figures: Figures) -> Iterator[Comparison]:
    groups: dict[Hashable, list[Stated[Figure]]] = {}
    for stated in figures:
        if rule.of(stated.fact):
            same = (rule.same(stated.fact), stated.fact.planned)
            groups.setdefault(same, []).append(stated)
    for group in groups.values():
        kinds = {rule.apart(stated.fact) for stated in group}
        if len(kinds) > 1 and any(any(ends_of(stated.fact)) for stated in group):
            yield Comparison(rule.varies, rule.bars, _ordered(rule, group))


def _ordered(rule: _Rule, group: Iterable[Stated[Figure]]) -> Figures:
    """Put places by size; measures and periods stay as they stand in the list.

    What two sources say of the same stands side by side.
    """
    sides: dict[Hashable, list[Stated[Figure]]] = {}
    for stated in group:
        sides.setdefault(rule.apart(stated.fact), []).append(stated)
    rows = list(sides.values())
    if rule.varies == PLACES:
        # A reversed sort keeps equals as they stood.
        rows.sort(key=lambda side: max(ends_of(s.fact)[1] for s in side), reverse=True)
    return tuple(stated for side in rows for stated in side)


def _span(figure: Figure) -> tuple[Fraction, Fraction]:
    """Give the ends of what is stated, or the bounds of what was worked out."""
    ends = ends_of(figure)
    bounds = [Fraction(text) for text in figure.between]
    return min([*ends, *bounds]), max([*ends, *bounds])
