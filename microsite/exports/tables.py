"""Define what a table is: columns, each of which tells one thing of a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Generic, Literal, TypeVar

import msgspec

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.content.vocabulary import Vocabulary
from microsite.dates.edtf import parse
from microsite.languages.locales import language_name
from microsite.settings import Settings

Row = TypeVar("Row")

Type = Literal["string", "uri", "number", "integer", "boolean", "date", "list"]

Cell = str | bool | tuple[str, ...]
"""A number or a day is a text too, as it was written; a tuple is a list; what is empty is not
known, or does not apply."""

SEPARATOR: Final = ";"
"""Stands between the items of a list in a cell; no code and no key has it."""

KEY: Final = "id"
"""The column by which the rows of each table are told apart."""


class Ground(msgspec.Struct, frozen=True):
    """Hold what names and addresses are taken from."""

    settings: Settings
    vocabulary: Vocabulary


class Column(msgspec.Struct, Generic[Row], frozen=True):
    """Tell one thing of each row."""

    name: str
    description: str
    """In English, as the names of columns are."""
    cell: Callable[[Row], Cell]
    type: Type = "string"
    required: bool = False
    choices: tuple[str, ...] = ()
    """All texts that the cell may hold; empty where they cannot be listed."""
    table: str = ""
    """The table in whose `KEY` each cell is found."""


class Table(msgspec.Struct, Generic[Row], frozen=True, kw_only=True):
    """Name the rows of one kind, and what is told of them."""

    name: str
    title: str
    description: str
    """Both in English; translated where they are shown."""
    rows: Callable[[Catalogue], tuple[Row, ...]]
    """Gives them in their order, which depends on nothing but their keys."""
    columns: Callable[[Ground], tuple[Column[Row], ...]]
    """Depends on the languages of the site, and on no row."""


def names(
    ground: Ground,
    column: str,
    vocabulary: str,
    what: str,
    keys: Callable[[Row], tuple[str, ...]],
) -> tuple[Column[Row], ...]:
    """Name the terms of a column, in a column for each language of the site."""
    terms = getattr(ground.vocabulary, vocabulary)

    def told_in(language: str) -> Callable[[Row], Cell]:
        return lambda row: f"{SEPARATOR} ".join(
            [terms[key].name.get(language, "") for key in keys(row) if key]
        )

    return in_each_language(ground, column, what, told_in)


def in_each_language(
    ground: Ground, column: str, what: str, told_in: Callable[[str], Callable[[Row], Cell]]
) -> tuple[Column[Row], ...]:
    """Tell the same in a column for each language of the site."""
    return tuple(
        Column(
            f"{column}_{language}",
            f"{what}, in {language_name(language, 'en')}.",
            told_in(language),
        )
        for language in ground.settings.languages
    )


def address(ground: Ground, path: str) -> str:
    """Give the address of an output: absolute with a base address, else from the site's root."""
    return (ground.settings.base_url or "") + routes.folder_form(path)


def dated(
    column: str, description: str, text: Callable[[Row], str], *, required: bool = False
) -> tuple[Column[Row], ...]:
    """Tell a date as it was written, with its first and its last possible day."""
    return (
        Column(
            column,
            f"{description}, in EDTF (https://www.loc.gov/standards/datetime/).",
            text,
            required=required,
        ),
        Column(
            f"{column}_start",
            f"The first possible day of `{column}`; empty where it is open or not known.",
            lambda row: _day(text(row), first=True),
            "date",
        ),
        Column(
            f"{column}_end",
            f"The last possible day of `{column}`; empty where it is open or not known.",
            lambda row: _day(text(row), first=False),
            "date",
        ),
    )


def _day(text: str, *, first: bool) -> str:
    if not text:
        return ""
    day = parse(text).lower if first else parse(text).upper
    return day.isoformat() if day else ""
