"""Charts compare what can be compared, and their lines are as long as their numbers are large."""

from __future__ import annotations

import gzip
import re
from fractions import Fraction
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from microsite.content.facts import Figure
from microsite.facts.quantities import change_bounds
from microsite.pages.charts import (
    EDGE,
    MEASURES,
    PERIODS,
    PLACES,
    WIDTH,
    Comparison,
    comparisons,
    is_share,
    marks,
)
from microsite.pages.differences import ends_of
from tests.pages.stating import INVENTED, change, site_with, stated, value

Drawn = tuple[str, bool, list[str]]


def drawn(*figures: Figure) -> list[Drawn]:
    """Tell what is drawn of the figures of one briefing: in what rows differ, and their numbers."""
    return [
        (found.varies, found.bars, [" ".join(s.fact.change or s.fact.ends) for s in found.rows])
        for found in comparisons(stated(figures))
    ]


def test_changes_of_several_measures_are_bars() -> None:
    figures = (
        change("+66%"),
        change("+94%", measure="exports"),
        change("-39%", measure="imports"),
    )
    assert drawn(*figures) == [(MEASURES, True, ["+66%", "+94%", "-39%"])]


def test_exports_and_imports_are_paired_bars() -> None:
    pair = (value("3", measure="exports"), value("2", measure="imports"))
    assert drawn(*pair) == [(MEASURES, True, ["3", "2"])]
    assert drawn(pair[0], value("9", measure="investment")) == []


def test_values_of_one_measure_are_dots_over_places_or_periods() -> None:
    places = (value("2"), value("4", region="RU-IRK"), value("3", region="RU-TOM"))
    assert drawn(*places) == [(PLACES, False, ["4", "3", "2"])]
    periods = (value("35", unit="percent", period="2017"), value("37", unit="percent"))
    assert drawn(*periods) == [(PERIODS, False, ["37", "35"])]


def test_changes_of_one_measure_are_compared_whatever_grew() -> None:
    figures = (change("+38%"), change("+50%", region="", partner="CN-ZJ", title="With Russia"))
    assert drawn(*figures) == [(PLACES, True, ["+50%", "+38%"])]
    assert drawn(value("38"), value("17", region="", partner="CN-ZJ", title="With Russia")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (value("4"), value("3", unit="CNY", region="RU-TOM")),
        (value("4"), value("3", unit="projects", region="RU-TOM")),
        (value("4", measure="exports"), value("3", unit="CNY", measure="imports")),
        (value("4", unit="percent"), change("+4%", region="RU-TOM")),
        (value("1", unit="rank"), value("3", unit="rank", region="RU-TOM")),
        (value("4", period=""), value("3", period="", region="RU-TOM")),
        (value("4"), value("3", period="2023", region="RU-TOM")),
        (value("4"), replace(value("3", region="RU-TOM"), planned=True)),
        (value("4"), value("3", region="")),
        (value("4"), value("3", partner="CN-HA", region="RU-TOM")),
        (value("4"), value("4.5")),
        (value("0"), value("0", region="RU-TOM")),
    ],
    ids=[
        "currencies",
        "amount and count",
        "currencies of a pair",
        "value and change",
        "ranks",
        "no period",
        "periods and places",
        "planned",
        "region and country",
        "country and province",
        "one and the same",
        "nothing at all",
    ],
)
def test_what_does_not_compare_is_not_drawn(one: Figure, other: Figure) -> None:
    assert drawn(one, other) == []


def test_one_figure_is_no_chart() -> None:
    assert drawn() == drawn(change("+5%")) == drawn(value("10", "15")) == []


def test_what_two_sources_say_of_one_place_stands_side_by_side() -> None:
    first = (value("4"), value("3", region="RU-TOM"), value("2", region="RU-IRK"))
    (found,) = comparisons(stated(first, (value("1"),)))
    assert [(s.fact.region, s.briefing.slug) for s in found.rows] == [
        ("RU-OMS", "a"),
        ("RU-OMS", "b"),
        ("RU-TOM", "a"),
        ("RU-IRK", "a"),
    ]


REGIONS = st.sampled_from(["", "RU-OMS", "RU-TOM", "RU-IRK"])
OTHERS = {
    "measure": st.sampled_from(["trade", "exports", "imports"]),
    "region": REGIONS,
    "partner": st.sampled_from(["", "CN", "CN-HA"]),
    "title": st.sampled_from(["", "", "Of timber"]),
    "period": st.sampled_from(["", "2023", "2024"]),
}
NUMBERS = st.one_of(
    st.integers(-20, 20).map(str),
    st.decimals(-5, 5, places=2).map(lambda number: f"{number:f}"),
    st.integers(0, 10**12).map(str),
)
CHANGES = st.one_of(
    st.builds("{}{}%".format, st.sampled_from("+-"), st.integers(0, 300)),
    st.sampled_from(["+1/3", "-1/4", "×6.5", "×0.5"]),
)


def ends(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(texts, min_size=1, max_size=2)


VALUES = st.builds(
    lambda texts, unit, others: value(*texts, unit=unit, **others),
    ends(NUMBERS),
    st.sampled_from(["USD", "CNY", "percent", "projects", "rank"]),
    st.fixed_dictionaries(OTHERS),
)
FIGURES = st.one_of(
    VALUES,
    st.builds(
        lambda texts, others: change(*texts, **others),
        ends(CHANGES),
        st.fixed_dictionaries(OTHERS),
    ),
)


@given(figures=st.lists(FIGURES, max_size=14))
def test_all_that_is_drawn_together_is_of_one_kind_and_unit(figures: list[Figure]) -> None:
    shown = stated(tuple(figures))
    found = comparisons(shown)
    assert sum(len(comparison.rows) for comparison in found) <= len(figures)
    for comparison in found:
        rows = [s.fact for s in comparison.rows]
        assert len(rows) > 1
        assert {*comparison.rows} <= {*shown}
        assert len({(bool(f.change), f.unit) for f in rows}) == 1
        assert all(f.unit != "rank" and f.period for f in rows)
        assert not [other for other in found if {*comparison.rows} < {*other.rows}]


def places_in(comparison: Comparison) -> list[tuple[int, ...]]:
    """Give all places of the lines of each row."""
    found = marks([s.fact for s in comparison.rows], bars=comparison.bars)
    return [(m.zero, m.low, m.high, m.bar, *m.dots) for m in found]


@given(figures=st.lists(FIGURES, min_size=1, max_size=8), bars=st.booleans())
def test_nothing_stands_out_of_the_box(figures: list[Figure], bars: bool) -> None:  # noqa: FBT001 -- drawn
    edge = 0 if bars else EDGE
    for mark in marks(figures, bars=bars):
        for place in (mark.zero, mark.low, mark.high, mark.bar, *mark.dots):
            assert edge <= place <= WIDTH - edge


@given(figures=st.lists(FIGURES, min_size=1, max_size=8), bars=st.booleans())
def test_lengths_are_in_proportion_to_the_numbers(figures: list[Figure], bars: bool) -> None:  # noqa: FBT001 -- drawn
    spans = [ends_of(figure) for figure in figures]
    found = marks(figures, bars=bars)
    width = Fraction(WIDTH if bars else WIDTH - 2 * EDGE)
    ends_and_nothing = [Fraction(0), *(end for span in spans for end in span)]
    if all(map(is_share, figures)):
        ends_and_nothing.append(Fraction(100))
    reach = max(ends_and_nothing) - min(ends_and_nothing)
    for (low, high), mark in zip(spans, found, strict=True):
        for number, place in ((low, mark.low), (high, mark.high)):
            # A place is a whole number, and so is that of nothing.
            assert abs((place - mark.zero) * reach - number * width) <= reach
        if bars:
            near = min(low, high, key=abs) if low * high > 0 else 0
            assert abs((mark.bar - mark.zero) * reach - near * width) <= reach
        else:
            assert {*mark.dots} == {mark.low, mark.high}
    assert len({mark.zero for mark in found}) == 1


def test_a_change_is_drawn_in_percent_however_it_is_written() -> None:
    found = marks([change("×6.5"), change("+275%"), change("-1/4")], bars=True)
    lengths = [mark.bar - mark.zero for mark in found]
    assert lengths == pytest.approx([957, 478, -43], abs=1)
    assert change_bounds("×6.5").middle == Fraction(11, 2)


def test_what_was_worked_out_is_drawn_with_its_bounds() -> None:
    derived = replace(value("57", unit="percent"), formula="a / b", between=("55", "60"))
    (mark,) = marks([derived], bars=False)
    assert mark.low < mark.dots[0] < mark.high
    assert len(mark.dots) == 1


@given(figures=st.lists(VALUES, min_size=2, max_size=8))
def test_a_chart_shows_the_same_however_its_rows_are_ordered(figures: list[Figure]) -> None:
    there = marks(figures, bars=False)
    back = marks(figures[::-1], bars=False)
    assert there == back[::-1]


TABLE = re.compile(rb'<table class="chart">.*?</table>', re.DOTALL)


def charts_of(page: bytes) -> list[ET.Element]:
    return [ET.fromstring(found) for found in TABLE.findall(page)]  # noqa: S314 -- our own


def number_of(words: str) -> Fraction:
    """Read a number as pages say it in English: `+66%`, `×6.5`, `about USD 412 million`."""
    found = re.search(r"[−-]?[0-9.]+", words)
    assert found, words
    number = Fraction(found[0].replace("−", "-"))
    scale = {"million": 10**6, "billion": 10**9}
    number *= next((scale[word] for word in scale if word in words), 1)
    return (number - 1) * 100 if "×" in words else number


def test_the_drawing_of_each_row_is_as_long_as_its_table_says(page_with_charts: bytes) -> None:
    tables = charts_of(page_with_charts)
    assert len(tables) >= 3
    for table in tables:
        ratios = []
        for row in table.iter("tr"):
            cell, box = row.find("td"), row.find("th/svg")
            assert cell is not None
            assert box is not None
            assert box.get("viewBox") == f"0 0 {WIDTH} 12"
            paths = {path.get("class", "").split()[0]: path.get("d", "") for path in box}
            zero = int(paths["axis"][1:].split()[0])
            drawn_to = re.findall(r"(?:6H|M)([0-9]+)", paths.get("dots") or paths["bar"])
            ends = [int(place) for place in drawn_to if int(place) != zero]
            numbers = map(number_of, "".join(cell.itertext()).split("–"))
            ratios += [(end - zero) / n for end, n in zip(ends, numbers, strict=True)]
        assert max(ratios) == pytest.approx(min(ratios), rel=0.02)


def test_charts_are_small_plain_and_for_the_eye_alone(page_with_charts: bytes) -> None:
    for found in TABLE.findall(page_with_charts):
        drawings = re.findall(rb"<svg.*?</svg>", found, re.DOTALL)
        assert drawings
        assert len(gzip.compress(b"".join(drawings), mtime=0)) <= 2_000
        assert all(b'aria-hidden="true"' in drawing for drawing in drawings)
        for forbidden in (b"style=", b"<script", b"href", b"url("):
            assert not [drawing for drawing in drawings if forbidden in drawing]


def test_a_change_whose_base_is_not_stated_is_hatched_and_says_so(page_with_charts: bytes) -> None:
    hatched = 0
    for table in charts_of(page_with_charts):
        caption = "".join(next(table.iter("caption")).itertext())
        for row in table.iter("tr"):
            classes = " ".join(path.get("class", "") for path in row.iter("path"))
            says_so = "base not stated" in caption + "".join(row.itertext())
            assert ("bar open" in classes) == says_so
            hatched += says_so
    assert hatched


@pytest.fixture(scope="module")
def page_with_charts(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Build a site; give a page with charts of each kind."""
    return site_with(tmp_path_factory.mktemp("charts"), INVENTED)["en/partners/china.html"]


def test_shares_are_drawn_by_the_whole_that_they_are_of() -> None:
    shares = [value("37", unit="percent")]
    (mark,) = marks(shares, bars=True)
    assert (mark.zero, mark.bar) == (0, 370)
