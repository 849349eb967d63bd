from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from microsite.catalogue.stated import REGISTERS, AllStated, Stated, registers_of
from microsite.content.facts import Figure
from tests.building import catalogue_from, original, translation


def figure(id_: str, *, measure: str = "trade", period: str = "2015", **fields: str) -> str:
    """Write a figure on a line of its own; all rest on the one sentence of the body."""
    basis = "period_basis: It is not said, " if period == "unknown" else ""
    more = "".join(f"{key}: {value}, " for key, value in fields.items())
    return (
        f'  - {{id: {id_}, measure: {measure}, title: {id_}, period: "{period}", {basis}{more}'
        'value: "1", unit: count, evidence: All grew}\n'
    )


def event(id_: str, date: str, **fields: str) -> str:
    more = "".join(f"{key}: {value}, " for key, value in fields.items())
    return f'  - {{id: {id_}, date: "{date}", title: T, {more}evidence: All grew}}\n'


def commitment(id_: str, due: str = "", **fields: str) -> str:
    more = "".join(f"{key}: {value}, " for key, value in fields.items())
    more += f'due: "{due}", ' if due else ""
    return (
        f'  - {{id: {id_}, title: T, {more}status: unknown, as_of: "2016", evidence: All grew}}\n'
    )


def briefing(
    figures: Iterable[str] = (), events: Iterable[str] = (), commitments: Iterable[str] = ()
) -> str:
    lists = {"figures": figures, "events": events, "commitments": commitments}
    more = "".join(f"{name}:\n{''.join(of)}" for name, of in lists.items() if of)
    return original(more=more, body="All grew.", regions="RU-OMS, RU-TOM", partners="CN-HA, JP")


def stated(folder: Path, **briefings: str) -> AllStated:
    files = {f"briefings/{slug}.en.md": text for slug, text in briefings.items()}
    return catalogue_from(folder / "content", files).stated


def ids(facts: Iterable[Stated[Any]]) -> list[str]:
    return [f"{fact.briefing.slug}-{fact.fact.id}" for fact in facts]


def test_the_newest_stands_first_and_what_has_no_date_last(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        a=briefing(
            [figure("old", period="2014"), figure("none", period="unknown"), figure("new")],
            [event("late", "2018-09~"), event("early", "2001/..")],
            [commitment("open"), commitment("soon", "2017"), commitment("later", "2019-12")],
        ),
    )
    assert ids(found.figures) == ["a-new", "a-old", "a-none"]
    assert ids(found.events) == ["a-late", "a-early"]
    assert ids(found.commitments) == ["a-later", "a-soon", "a-open"]


def test_of_two_periods_that_begin_together_the_one_that_ends_later_is_newer(
    tmp_path: Path,
) -> None:
    found = stated(
        tmp_path,
        a=briefing(
            [figure("part", period="2015-33"), figure("year"), figure("half", period="2015-40")]
        ),
    )
    assert ids(found.figures) == ["a-year", "a-half", "a-part"]


def test_facts_of_one_time_stand_by_their_briefings_and_as_the_editor_put_them(
    tmp_path: Path,
) -> None:
    found = stated(
        tmp_path,
        b=briefing([figure("z"), figure("y")]),
        a=briefing([figure("x"), figure("w")]),
    )
    assert ids(found.figures) == ["a-x", "a-w", "b-z", "b-y"]


def test_a_fact_carries_its_number_in_the_briefing(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        a=briefing([figure("one"), figure("two", period="2016")], [event("three", "2015")],
                   [commitment("four")]),
    )  # fmt: skip
    everything: list[Stated[Any]] = [*found.figures, *found.events, *found.commitments]
    assert {fact.fact.id: fact.number for fact in everything} == {
        "one": 1,
        "two": 2,
        "three": 3,
        "four": 4,
    }


def test_figures_are_found_by_region_and_partner_and_those_of_a_province_by_its_country(
    tmp_path: Path,
) -> None:
    found = stated(
        tmp_path,
        a=briefing(
            [
                figure("both", region="RU-OMS", partner="CN-HA"),
                figure("country", region="RU-TOM", partner="CN"),
                figure("region", region="RU-OMS"),
                figure("partner", partner="JP"),
                figure("neither"),
            ]
        ),
    )
    assert {code: ids(figures) for code, figures in found.figures_of.items()} == {
        "CN": ["a-both", "a-country"],
        "CN-HA": ["a-both"],
        "JP": ["a-partner"],
        "RU-OMS": ["a-both", "a-region"],
        "RU-TOM": ["a-country"],
    }
    assert {pair: ids(figures) for pair, figures in found.figures_of_pair.items()} == {
        ("RU-OMS", "CN"): ["a-both"],
        ("RU-OMS", "CN-HA"): ["a-both"],
        ("RU-TOM", "CN"): ["a-country"],
    }


def test_keys_stand_in_their_order(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        a=briefing([figure("one", measure="trade", region="RU-TOM", partner="JP")]),
        b=briefing([figure("two", measure="exports", region="RU-OMS", partner="CN")]),
    )
    assert list(found.figures_of) == sorted(found.figures_of)
    assert list(found.figures_of_pair) == sorted(found.figures_of_pair)
    assert list(found.figures_by_measure) == sorted(found.figures_by_measure)


def test_figures_are_found_by_their_measure(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        a=briefing(
            [figure("one"), figure("two", measure="exports"), figure("three", period="2016")]
        ),
    )
    assert {measure: ids(figures) for measure, figures in found.figures_by_measure.items()} == {
        "exports": ["a-two"],
        "trade": ["a-three", "a-one"],
    }


def test_everything_that_a_person_said_is_found(tmp_path: Path) -> None:
    found = stated(
        tmp_path,
        a=briefing(
            [figure("one", said_by="ivanov"), figure("two")],
            [event("three", "2015", said_by="ivanov")],
            [commitment("four", said_by="petrova"), commitment("five", said_by="ivanov")],
        ),
        b=briefing([figure("six", period="2016", said_by="ivanov")]),
    )
    assert {person: ids(facts) for person, facts in found.said_by.items()} == {
        "ivanov": ["a-one", "a-three", "a-five", "b-six"],
        "petrova": ["a-four"],
    }


def test_what_a_person_said_stands_newest_first_by_when_it_was_said(tmp_path: Path) -> None:
    said = briefing(
        [figure("one", period="2001", said_by="ivanov"), figure("two", said_by="ivanov")]
    )
    dates = {"a": "2016-09-13", "b": "2018", "c": "unknown\ndate_basis: None", "d": "2016-09-14"}
    texts = {
        slug: said.replace("date: 2016-09-12", f"date: {date}") for slug, date in dates.items()
    }
    (facts,) = stated(tmp_path, **texts).said_by.values()
    assert ids(facts) == [f"{slug}-{name}" for slug in "bdac" for name in ("one", "two")]


@pytest.mark.parametrize(
    ("facts", "registers"),
    [
        ({}, ()),
        ({"figures": [figure("a")]}, ("figures", "sources")),
        ({"events": [event("a", "2015")]}, ("sources",)),
        ({"commitments": [commitment("a")]}, ("commitments", "sources")),
        ({"events": [event("a", "2015", said_by="ivanov")]}, ("sources", "people")),
        (
            {"figures": [figure("a")], "commitments": [commitment("b", said_by="ivanov")]},
            ("figures", "commitments", "sources", "people"),
        ),
    ],
)
def test_a_site_has_the_registers_of_which_it_has_facts(
    tmp_path: Path, facts: dict[str, Any], registers: tuple[str, ...]
) -> None:
    texts = {"briefings/a.en.md": original(), "briefings/b.en.md": briefing(**facts)}
    found = catalogue_from(tmp_path / "content", texts)
    assert registers_of(found.briefings) == registers
    assert set(registers) <= set(REGISTERS)


def test_briefings_without_facts_have_none(tmp_path: Path) -> None:
    assert stated(tmp_path, a=original()) == AllStated()


def test_facts_are_told_alike_where_pages_show_the_same_of_them(tmp_path: Path) -> None:
    """The sentence around the words may change: no other page shows it."""

    def read(name: str, text: str) -> Stated[Figure]:
        files = {"briefings/a.en.md": text, "briefings/a.ru.md": translation()}
        (fact,) = catalogue_from(tmp_path / name / "content", files).stated.figures
        return fact

    first = read("first", briefing([figure("one")]))
    same = read("same", briefing([figure("one")]).replace("All grew.", "All grew, it says."))
    other = read("other", briefing([figure("one", qualifier="about")]))
    assert first == same
    assert hash(first) == hash(same)
    assert first != other
    assert first != first.digest
    assert repr(first) == "Stated('a', 'one')"


@pytest.mark.parametrize("field", ["title", "summary"])
def test_a_fact_is_told_anew_where_its_briefing_is_shown_otherwise(
    tmp_path: Path, field: str
) -> None:
    text = briefing([figure("one")])
    changed = text.replace(f"\n{field}: ", f"\n{field}: Now ")
    assert changed != text
    digests = [
        stated(tmp_path / name, a=of).figures[0].digest
        for name, of in (("a", text), ("b", changed))
    ]
    assert digests[0] != digests[1]
