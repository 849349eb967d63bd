"""See that what the tables tell is what the facts are, for all facts that can be drawn."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.catalogue.catalogue import Catalogue, Entry, arrange
from microsite.content.facts import Commitment, Event, Fact, Figure
from microsite.exports.briefings import SOURCES
from microsite.exports.events import COMMITMENTS, EVENTS
from microsite.exports.figures import FIGURES
from microsite.exports.files import CSV, JSON, whole
from microsite.exports.package import TABLES
from microsite.exports.tables import Table
from tests.exports import drawing
from tests.exports.data_package import plain, rows_of
from tests.exports.drawing import GROUND, briefing_of, stated

Record = Mapping[str, Any]


def csv_records(table: Table[Any], facts: list[Fact]) -> list[dict[str, str]]:
    header, *rows = rows_of(whole(CSV, table.columns(GROUND), stated(*facts)))
    return [dict(zip(header, map(plain, row), strict=True)) for row in rows]


def json_records(table: Table[Any], facts: list[Fact]) -> list[dict[str, Any]]:
    data = whole(JSON, table.columns(GROUND), stated(*facts))
    found: list[dict[str, Any]] = json.loads(data, parse_float=str, parse_int=str)
    return [{name: "" if cell is None else cell for name, cell in row.items()} for row in found]


def keys(cell: str | list[str]) -> tuple[str, ...]:
    return tuple(cell.split(";") if cell else ()) if isinstance(cell, str) else tuple(cell)


def pair(row: Record, name: str) -> tuple[str, ...]:
    return tuple(row[f"{name}_{end}"] for end in ("low", "high") if row[f"{name}_{end}"])


def said(row: Record) -> dict[str, str]:
    """Read back what all facts say."""
    return {
        "id": row["id"].removeprefix("a#"),
        "title": row["title"],
        "said_by": row["said_by"],
        "evidence": row["evidence"],
        "days": "",
    }


def figure(row: Record) -> Figure:
    return Figure(
        **said(row),
        **{
            name: row[name]
            for name in (
                "measure", "region", "partner", "period", "period_basis", "unit", "whole", "base",
                "qualifier", "formula",
            )
        },
        ends=pair(row, "value"),
        change=tuple(row["change"].split("..")) if row["change"] else (),
        planned=row["planned"] in {True, "true"},
        between=pair(row, "bound"),
        rests_on=tuple(key.removeprefix("a#") for key in keys(row["rests_on"])),
    )  # fmt: skip


def event(row: Record) -> Event:
    return Event(
        **said(row),
        date=row["date"],
        regions=keys(row["regions"]),
        partners=keys(row["partners"]),
    )


def commitment(row: Record) -> Commitment:
    names = ("region", "partner", "due", "status", "as_of")
    return Commitment(**said(row), **{name: row[name] for name in names})


KINDS: list[tuple[Table[Any], st.SearchStrategy[Any], Callable[[Record], Fact]]] = [
    (FIGURES, drawing.FIGURES, figure),
    (EVENTS, drawing.EVENTS, event),
    (COMMITMENTS, drawing.COMMITMENTS, commitment),
]


@pytest.mark.parametrize(("table", "facts", "read"), KINDS, ids=["figures", "events", "promises"])
@given(data=st.data())
def test_the_facts_can_be_read_back(
    table: Table[Any],
    facts: st.SearchStrategy[Any],
    read: Callable[[Record], Fact],
    data: st.DataObject,
) -> None:
    drawn = data.draw(st.lists(facts, max_size=3))
    told = [with_both_ends(fact) if isinstance(fact, Figure) else fact for fact in drawn]
    assert [read(row) for row in csv_records(table, drawn)] == told
    assert [read(row) for row in json_records(table, drawn)] == told


def with_both_ends(figure: Figure) -> Figure:
    """Tell a value as a table does: its ends in their order, of one number twice."""
    ends = figure.ends
    both = (min(ends, key=Decimal), max(ends, key=Decimal)) if ends else ()
    return msgspec.structs.replace(figure, ends=both)


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_columns_depend_on_no_row(table: Table[Any]) -> None:
    names = [column.name for column in table.columns(GROUND)]
    assert names == [column.name for column in table.columns(GROUND)]
    assert len({*names}) == len(names)
    assert names[0] == "id"


def catalogue_of(*slugs: str) -> Catalogue:
    fact = {"title": "", "days": "", "said_by": "", "evidence": "E"}
    briefings = [
        briefing_of(
            slug,
            *(Event(**fact, id=name, date="2017", regions=(), partners=()) for name in ("b", "a")),
        )
        for slug in slugs
    ]
    return arrange(briefings)


@given(st.permutations(["c", "a", "b", "a-b"]))
def test_rows_have_one_order(slugs: list[str]) -> None:
    catalogue = catalogue_of(*slugs)
    events = [f"{s.briefing.slug}#{s.fact.id}" for s in EVENTS.rows(catalogue)]
    assert events == ["a#b", "a#a", "a-b#b", "a-b#a", "b#b", "b#a", "c#b", "c#a"]
    assert [entry.briefing.slug for entry in SOURCES.rows(catalogue)] == ["a", "a-b", "b", "c"]


def test_a_name_that_a_language_lacks_is_empty() -> None:
    fact = Event(
        id="a",
        title="",
        days="",
        said_by="ivanova",
        evidence="",
        date="2017",
        regions=(),
        partners=(),
    )
    (row,) = csv_records(EVENTS, [fact])
    assert (row["said_by"], row["said_by_ru"], row["said_by_en"]) == ("ivanova", "-Иванова", "")


def test_a_briefing_whose_source_is_not_known_has_a_row_of_it() -> None:
    rows = SOURCES.rows(catalogue_of("a"))
    assert [*map(type, rows)] == [Entry]
    data = whole(CSV, SOURCES.columns(GROUND), rows)
    assert data.splitlines()[1] == b"a,,en,,,,,,"
