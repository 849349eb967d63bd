"""Write tables as bytes: CSV for spreadsheets, JSON for programs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from microsite.exports.tables import SEPARATOR, Cell, Column, Type

_END: Final = "\r\n"

_QUOTED: Final = re.compile('[",\r\n]')

_RISKY: Final = re.compile("[=+\\-@\t\r\n＝＋－＠']")
"""What a text begins with that a spreadsheet takes for a formula; and the mark itself that is put
in front of it, so that it can be taken off again.

Source: https://owasp.org/www-community/attacks/CSV_Injection
"""

MARK: Final = "'"


Columns = Sequence[Column[Any]]


class Form(NamedTuple):
    """Write tables in one way: what stands before their rows, runs of these, and what follows."""

    name: str
    """As files end."""
    head: Callable[[Columns], bytes]
    rows: Callable[[Columns, Iterable[Any]], bytes]
    """Writes a run of one row or more."""
    between: bytes
    """Stands between two runs."""
    end: bytes
    empty: Callable[[Columns], bytes]
    """Writes a table that has no rows."""


def whole(form: Form, columns: Columns, rows: Iterable[Any]) -> bytes:
    """Write a whole table at once."""
    if not (run := [*rows]):
        return form.empty(columns)
    return form.head(columns) + form.rows(columns, run) + form.end


def _csv_head(columns: Columns) -> bytes:
    return f"{','.join([_quoted(column.name) for column in columns])}{_END}".encode()


def _csv_rows(columns: Columns, rows: Iterable[Any]) -> bytes:
    told = [(column.cell, _IN_CSV[column.type]) for column in columns]
    lines = [",".join([write(cell(row)) for cell, write in told]) for row in rows]
    return _END.join([*lines, ""]).encode()


def _json_rows(columns: Columns, rows: Iterable[Any]) -> bytes:
    told = [(column.name, column.cell, _IN_JSON[column.type]) for column in columns]
    return b",\n".join(
        [
            msgspec.json.encode({name: write(cell(row)) for name, cell, write in told})
            for row in rows
        ]
    )


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula, so that the text can be had back."""
    return MARK + text if _RISKY.match(text) else text


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _QUOTED.search(text) else text


def _text(cell: Cell) -> str:
    return _quoted(harmless(str(cell))) if cell else ""  # most cells are empty


def _flag(cell: Cell) -> str:
    return "true" if cell else "false"


def _list(cell: Cell) -> str:
    return _quoted(harmless(SEPARATOR.join(cell if isinstance(cell, tuple) else ())))


def _or_null(cell: Cell) -> Cell | None:
    return cell or None


def _number(cell: Cell) -> msgspec.Raw | None:
    # With the digits that were written, which a number of the machine would not keep.
    return msgspec.Raw(str(cell).encode()) if cell else None


def _itself(cell: Cell) -> Cell:
    return cell


_IN_CSV: Final[Mapping[Type, Callable[[Cell], str]]] = {
    "string": _text,
    "uri": _text,
    "date": _text,
    "number": str,
    "integer": str,
    "boolean": _flag,
    "list": _list,
}

_IN_JSON: Final[Mapping[Type, Callable[[Cell], Any]]] = {
    "string": _or_null,
    "uri": _or_null,
    "date": _or_null,
    "number": _number,
    "integer": _number,
    "boolean": _itself,
    "list": _itself,
}

CSV: Final = Form("csv", _csv_head, _csv_rows, between=b"", end=b"", empty=_csv_head)
"""As RFC 4180 has it, without a byte order mark.

Source: https://www.rfc-editor.org/rfc/rfc4180
"""

JSON: Final = Form(
    "json", lambda _: b"[\n", _json_rows, between=b",\n", end=b"\n]\n", empty=lambda _: b"[]\n"
)
"""An array of objects, one on each line; what is empty is null."""
