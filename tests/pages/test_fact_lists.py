from __future__ import annotations

from pathlib import Path

from microsite.catalogue.stated import Figures
from microsite.pages.fact_lists import (
    COMMITMENTS,
    FIGURES,
    LINES,
    STATEMENTS,
    by_number,
    grouped,
    number_of,
    numbers_of,
)
from microsite.pages.listings import PartOf
from tests.building import catalogue_from, translation
from tests.pages.telling import TERMS, Fact, commitment, figure, stating


def figures(folder: Path, *told: Fact, date: str = "2016-09-12", words: str = "") -> Figures:
    """Give the figures of one briefing; `words` are those of its translation."""
    files = {"briefings/a.en.md": stating(figures=told, title="Title", date=date)}
    if words:
        files["briefings/a.ru.md"] = translation(title="Мост", more=f"words: {words}")
    return catalogue_from(folder / "content", {**TERMS, **files}).stated.figures


def test_a_figure_weighs_what_is_shown_of_it(tmp_path: Path) -> None:
    more = {"title": "Title", "whole": "of all", "unit": "percent", "value": "5"}
    (plain,) = figures(tmp_path / "1", figure("a", evidence="Words"))
    (longer,) = figures(tmp_path / "2", figure("a", evidence="Words and more"))
    (titled,) = figures(tmp_path / "3", figure("a", evidence="Words", **more))
    assert LINES.weight(longer) == LINES.weight(plain)
    assert FIGURES.weight(longer) - FIGURES.weight(plain) == len(" and more")
    assert FIGURES.weight(plain) - LINES.weight(plain) == len("Words" + "Title")
    assert LINES.weight(titled) - LINES.weight(plain) == len("Title" + "of all")


def test_of_several_languages_the_longest_words_count(tmp_path: Path) -> None:
    told = figure("a", title="Bridges")
    (plain,) = figures(tmp_path / "1", told)
    (translated,) = figures(tmp_path / "2", told, words="{a: Мосты}")
    assert LINES.weight(translated) - LINES.weight(plain) == len("Мосты".encode()) - len("Bridges")
    (shorter,) = figures(tmp_path / "3", told, words="{a: М}")
    assert LINES.weight(shorter) == LINES.weight(plain)


def test_a_statement_stands_in_the_year_of_its_briefing_and_a_figure_in_that_of_its_period(
    tmp_path: Path,
) -> None:
    (stated,) = figures(tmp_path, figure("a", "2014/2015"), date="2016")
    assert FIGURES.days(stated)[:4] == LINES.days(stated)[:4] == "2014"
    assert STATEMENTS.days(stated)[:4] == "2016"  # type: ignore[arg-type]  # a figure is a fact


def test_a_commitment_stands_where_it_is_due(tmp_path: Path) -> None:
    files = {"briefings/a.en.md": stating(commitments=[commitment("a", due="2031")])}
    (stated,) = catalogue_from(tmp_path / "content", {**TERMS, **files}).stated.commitments
    assert COMMITMENTS.days(stated) == "2031-01-01/2031-12-31"


def test_parts_of_a_year_are_told_apart_by_number() -> None:
    assert by_number((), 3) == "3"


def test_a_list_is_grouped_by_year_but_a_part_of_one_year_is_one_group(tmp_path: Path) -> None:
    told = figure("a", "2016"), figure("b", "2015"), figure("c", "2015")
    a, b, c = figures(tmp_path, *told)
    whole = PartOf("trade", (a, b, c))
    assert grouped(FIGURES, whole) == (("2016", (a,)), ("2015", (b, c)))
    assert grouped(FIGURES, PartOf("trade-2015", (b, c), "2015")) == (("", (b, c)),)
    numbers = numbers_of(FIGURES, (a, b, c))
    assert numbers == {"": 3, "2016": 1, "2015": 2}
    assert number_of(whole, numbers) == 3
    assert number_of(PartOf("trade-2015", (b, c), "2015"), numbers) == 2
    assert number_of(PartOf("trade-2015", (b,), "2015", which="2"), numbers) == 0
