"""Plan the data files, and tell pages where they stand and what they hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.exports.files import as_csv, as_json
from microsite.exports.package import TABLES, describe
from microsite.exports.tables import Ground, Table
from microsite.pages.edition import Edition, Href
from microsite.pages.outputs import Output
from microsite.pages.views import DataFile

ORIGIN: Final = "the data of the site"

_TABLES: Final = {table.name: table for table in TABLES}


def data_files(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Give all facts as data, in tables that are the same for every language.

    Of the edition they show what editions share: the languages, the address and the vocabularies.
    """
    for table in TABLES:
        rows = table.rows(catalogue)
        for form, make in (("csv", _csv), ("json", _json)):
            yield Output(
                path=routes.data(table.name, form),
                template="",
                make=make,
                edition=edition,
                inputs=(table.name, rows),
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


def _csv(edition: Edition, _path: str, name: str, rows: tuple[Any, ...]) -> bytes:
    return as_csv(_table(name).columns(_ground(edition)), rows)


def _json(edition: Edition, _path: str, name: str, rows: tuple[Any, ...]) -> bytes:
    return as_json(_table(name).columns(_ground(edition)), rows)


def _package(edition: Edition, _path: str) -> bytes:
    return describe(_ground(edition))


def _table(name: str) -> Table[Any]:
    return _TABLES[name]


def _ground(edition: Edition) -> Ground:
    return Ground(edition.settings, edition.vocabulary)
