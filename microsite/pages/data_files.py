"""Plan the data files, and tell pages where they stand and what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from typing import Any, Final, cast
from zlib import crc32

import msgspec

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, Entry
from microsite.catalogue.stated import Stated
from microsite.exports.files import CSV, JSON
from microsite.exports.package import TABLES, describe
from microsite.exports.tables import Ground
from microsite.memo import digest
from microsite.pages.edition import Edition, Href
from microsite.pages.outputs import Held, Output, Piece
from microsite.pages.views import DataFile

ORIGIN: Final = "the data of the site"

_TABLES: Final = {table.name: table for table in TABLES}

_FORMS: Final = {form.name: form for form in (CSV, JSON)}

_LENGTH: Final = 50
"""Briefings that a run of rows is of, on average."""

Rows = tuple[Entry, ...] | tuple[Stated[Any], ...]


def data_files(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Give all facts as data, in tables that are the same for every language.

    Of the edition they show what editions share: the languages, the address and the vocabularies.
    """
    held: dict[Callable[[Catalogue], Rows], tuple[Held, ...]] = {}
    for table in TABLES:
        # Two tables have a row for each briefing: to cut many takes long.
        if table.rows not in held:
            held[table.rows] = tuple(_held(run) for run in runs(table.rows(catalogue)))
        rows = held[table.rows]
        for name in _FORMS:
            yield Output(
                path=routes.data(table.name, name),
                template="",
                make=_data,
                edition=edition,
                inputs=(name, table.name, rows),
                origin=ORIGIN,
            )
    yield Output(
        path=routes.DATA_PACKAGE,
        template="",
        make=_package,
        edition=edition,
        inputs=(),
        origin=ORIGIN,
    )


def data_views(edition: Edition, href: Href) -> tuple[DataFile, ...]:
    """Name the tables, say what they hold, and lead to them."""
    return tuple(
        DataFile(
            edition.texts.gettext(table.title),
            edition.texts.gettext(table.description),
            href(routes.data(table.name, "csv")),
            href(routes.data(table.name, "json")),
        )
        for table in TABLES
    )


def _data(
    edition: Edition, _path: str, form_name: str, table_name: str, rows: tuple[Held, ...]
) -> Iterator[bytes | Piece]:
    ground = _ground(edition)
    form, columns = _FORMS[form_name], _TABLES[table_name].columns(ground)
    if not rows:
        yield form.empty(columns)
        return
    yield form.head(columns)
    # What was read, and not the files that it was to be read from: they may have been saved since.
    said = digest(msgspec.msgpack.encode(ground), form_name, table_name)
    for number, run in enumerate(rows):
        if number:
            yield form.between
        yield Piece(digest(said, run.digest), partial(form.rows, columns, cast("Rows", run.value)))
    yield form.end


def runs(rows: Rows) -> Iterator[Rows]:
    """Cut rows into runs whose bounds depend on the briefing there alone.

    So when a briefing is changed, added or removed, all runs but its own are as they were.
    """
    slugs = [row.briefing.slug for row in rows]
    bounds = [
        number
        for number, slug in enumerate(slugs)
        if not crc32(slug.encode()) % _LENGTH and slug != slugs[number - 1]
    ]
    for start, end in pairwise(sorted({0, *bounds, len(rows)})):
        yield rows[start:end]


def _held(run: Rows) -> Held:
    return Held(run, digest("\n".join([row.digest for row in run])))


def _package(edition: Edition, _path: str) -> Iterator[bytes]:
    yield describe(_ground(edition))


def _ground(edition: Edition) -> Ground:
    return Ground(edition.settings, edition.vocabulary)
