"""See that any text survives as CSV and as JSON, and that no cell is a formula."""

from __future__ import annotations

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.exports.files import CSV, JSON, harmless, whole
from microsite.exports.tables import Column
from tests.exports.data_package import plain, rows_of
from tests.exports.drawing import KEYS, NUMBERS, TEXTS

Row = tuple[str, str, bool, tuple[str, ...]]

COLUMNS: tuple[Column[Row], ...] = (
    Column("text", "A text.", lambda row: row[0]),
    Column("number", "A number.", lambda row: row[1], "number"),
    Column("flag", "Yes or no.", lambda row: row[2], "boolean"),
    Column("list", "Keys.", lambda row: row[3], "list"),
)

ROWS = st.lists(
    st.tuples(TEXTS, NUMBERS, st.booleans(), st.lists(KEYS, max_size=3).map(tuple)), max_size=4
)


@given(ROWS)
def test_any_text_survives_in_csv(rows: list[Row]) -> None:
    header, *found = rows_of(whole(CSV, COLUMNS, rows))
    assert header == ["text", "number", "flag", "list"]
    assert [
        (plain(text), number, flag == "true", tuple(keys.split(";")) if keys else ())
        for text, number, flag, keys in found
    ] == rows


@given(ROWS)
def test_any_text_survives_in_json(rows: list[Row]) -> None:
    found = json.loads(whole(JSON, COLUMNS, rows), parse_float=Decimal, parse_int=Decimal)
    assert [
        (row["text"] or "", row["number"], row["flag"], tuple(row["list"])) for row in found
    ] == [(text, Decimal(number), flag, keys) for text, number, flag, keys in rows]


@given(TEXTS)
def test_no_spreadsheet_takes_a_text_for_a_formula(text: str) -> None:
    told = harmless(text)
    assert told[:1] not in {*"=+-@\t\r\n＝＋－＠"}
    assert plain(told) == text


@given(ROWS)
def test_a_row_is_a_line_in_json(rows: list[Row]) -> None:
    lines = whole(JSON, COLUMNS, rows).decode().splitlines() if rows else []
    assert len([line for line in lines if line.startswith("{")]) == len(rows)


def test_a_number_keeps_its_digits() -> None:
    row: Row = ("", "0.50", False, ())
    assert b",0.50," in whole(CSV, COLUMNS, [row])
    assert b'"number":0.50,' in whole(JSON, COLUMNS, [row])


def test_a_negative_number_is_no_text() -> None:
    row: Row = ("-5", "-5", False, ())
    assert whole(CSV, COLUMNS, [row]).splitlines()[1] == b"'-5,-5,false,"


@pytest.mark.parametrize("text", ["", "a", "1 = 1", "5-6", "“+”", "(a - b) / 2", "в"])
def test_a_text_that_is_no_formula_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_a_table_without_rows_has_its_header() -> None:
    assert whole(CSV, COLUMNS, []) == b"text,number,flag,list\r\n"
    assert whole(JSON, COLUMNS, []) == b"[]\n"


def test_lines_end_as_rfc_4180_has_it() -> None:
    data = whole(CSV, COLUMNS, [("a\nb", "1", True, ("c", "d"))])
    assert data == b'text,number,flag,list\r\n"a\nb",1,true,c;d\r\n'
    assert not re.match(b"\xef\xbb\xbf", data)
