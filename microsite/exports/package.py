"""Describe all tables as a Data Package, version 2: what each column means, and how they refer.

Source: https://datapackage.org/standard/data-package/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import msgspec

from microsite import routes
from microsite.exports.briefings import BRIEFINGS, SOURCES
from microsite.exports.events import COMMITMENTS, EVENTS
from microsite.exports.figures import FIGURES
from microsite.exports.files import MARK
from microsite.exports.tables import KEY, SEPARATOR, Column, Ground, Row, Table, Type

TABLES: Final[tuple[Table[Any], ...]] = (FIGURES, EVENTS, COMMITMENTS, BRIEFINGS, SOURCES)

_PROFILE: Final = "https://datapackage.org/profiles/2.0/"

_NAME: Final = "briefings"

_DESCRIPTION: Final = f"""\
What briefings state, as data: every row leads to its briefing, to the words that state it and to \
the source.

Texts stand in the language of the original, which a column names; codes and keys are the same in \
every language. A number has the digits that the source gives it, and money is never converted. \
What is empty is not known or does not apply.

In CSV a text that begins with a sign which spreadsheets take for the beginning of a formula \
(= + - @), or with an apostrophe, has an apostrophe ({MARK}) in front that is none of its letters. \
Each table also stands as JSON: the same columns, with null for what is empty, and without such \
marks."""

_TYPES: Final[Mapping[Type, dict[str, str]]] = {
    "string": {"type": "string"},
    "uri": {"type": "string", "format": "uri"},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean"},
    "date": {"type": "date"},
    "list": {"type": "list", "delimiter": SEPARATOR, "itemType": "string"},
}


def describe(ground: Ground) -> bytes:
    """Write the descriptor, which names each table as CSV with its schema, and as JSON."""
    settings = ground.settings
    base = settings.base_url
    whole = {
        "$schema": f"{_PROFILE}datapackage.json",
        "name": _NAME,
        **({"id": base + routes.DATA_PACKAGE} if base else {}),
        "title": settings.title.get("en", settings.title[settings.languages[0]]),
        "description": _DESCRIPTION,
        **({"homepage": base} if base else {}),
        "resources": [part for table in TABLES for part in _resources(table, ground)],
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def _resources(table: Table[Row], ground: Ground) -> Iterator[dict[str, Any]]:
    about = {"title": table.title, "description": table.description}
    columns = table.columns(ground)
    yield {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        **about,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {
            "$schema": f"{_PROFILE}tableschema.json",
            "fields": [_field(column) for column in columns],
            "primaryKey": [KEY],
            **_foreign_keys(columns),
        },
    }
    yield {
        "name": f"{table.name}-json",
        "path": f"{table.name}.json",
        **about,
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
    }


def _field(column: Column[Row]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.name == KEY:
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = column.choices
    return {
        "name": column.name,
        **_TYPES[column.type],
        "description": column.description,
        **({"constraints": constraints} if constraints else {}),
    }


def _foreign_keys(columns: tuple[Column[Row], ...]) -> dict[str, Any]:
    keys = [
        {"fields": [column.name], "reference": {"resource": column.table, "fields": [KEY]}}
        for column in columns
        if column.table
    ]
    return {"foreignKeys": keys} if keys else {}
