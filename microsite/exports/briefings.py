"""Tell the briefings, and the texts that they rest on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from operator import attrgetter
from typing import Final

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, Entries, Entry
from microsite.content.model import Briefing, Version
from microsite.exports.tables import (
    KEY,
    Cell,
    Column,
    Ground,
    Table,
    address,
    dated,
    in_each_language,
    names,
)
from microsite.languages.texts import mark

_TAGS: Final = (
    ("regions", "The codes of regions (ISO 3166-2)."),
    ("partners", "The codes of countries (ISO 3166-1) and provinces (ISO 3166-2)."),
    ("places", "The keys of cities and towns."),
    ("topics", "The keys of topics."),
)


def _in_order(catalogue: Catalogue) -> Entries:
    return catalogue.by_slug


def _briefings(ground: Ground) -> tuple[Column[Entry], ...]:
    return (
        Column(
            KEY,
            "The last part of the briefing's address; it is never changed.",
            lambda e: e.briefing.slug,
            required=True,
        ),
        *dated(
            "date",
            "When the source was published; empty where that is not known",
            lambda e: e.briefing.date,
        ),
        Column(
            "date_basis",
            "From what the date was inferred, in the language of the title.",
            lambda e: e.briefing.original.date_basis,
        ),
        Column("title", "The title of the original.", lambda e: e.briefing.original.title),
        Column(
            "title_language",
            "The language of the original (BCP 47).",
            lambda e: e.briefing.original.language,
            required=True,
        ),
        *_words(ground, "title", "The title", lambda _, version: version.title),
        *_words(ground, "summary", "The summary", lambda _, version: version.summary),
        *(column for name, what in _TAGS for column in _terms(ground, name, what)),
        Column(
            "source",
            "The text that it rests on.",
            lambda e: e.briefing.slug,
            required=True,
            table="sources",
        ),
        Column(
            "corrections",
            "How many times it was corrected.",
            lambda e: str(len(e.briefing.changes)),
            "integer",
            required=True,
        ),
        *dated("corrected", "When it was last corrected", _corrected),
        Column(
            "url",
            "Where the original stands: an absolute address, or one from the root of the site.",
            lambda e: _page(ground, e.briefing, e.briefing.original),
            required=True,
        ),
        *_words(ground, "url", "Where it stands", partial(_page, ground)),
    )


def _corrected(entry: Entry) -> str:
    changes = entry.briefing.changes
    return changes[-1].date if changes else ""


def _sources(_ground: Ground) -> tuple[Column[Entry], ...]:
    return (
        Column(
            KEY,
            "The key of the briefing that rests on it.",
            lambda e: e.briefing.slug,
            required=True,
        ),
        Column(
            "title",
            "The title of the text; empty where it is not known.",
            lambda e: e.briefing.source.title,
        ),
        Column(
            "title_language",
            "The language (BCP 47) of the title and of the publisher's name.",
            lambda e: e.briefing.original.language,
            required=True,
        ),
        Column(
            "publisher",
            "Who published the text; empty where that is not known.",
            lambda e: e.briefing.source.publisher,
        ),
        Column(
            "url",
            "Where it was published; empty where that is not known.",
            lambda e: e.briefing.source.url,
            "uri",
        ),
        *dated("retrieved", "When it was read there", lambda e: e.briefing.source.retrieved),
        Column(
            "seed",
            "The file in the site's repository that holds the text; empty where none does.",
            lambda e: e.briefing.source.seed,
        ),
    )


def _terms(ground: Ground, name: str, what: str) -> tuple[Column[Entry], ...]:
    keys: Callable[[Entry], tuple[str, ...]] = attrgetter(f"briefing.{name}")
    return (Column(name, what, keys, "list"), *names(ground, name, name, f"The {name}", keys))


def _words(
    ground: Ground, column: str, what: str, told: Callable[[Briefing, Version], str]
) -> tuple[Column[Entry], ...]:
    """Tell something of a briefing's versions: empty in a language that it does not have."""

    def told_in(language: str) -> Callable[[Entry], Cell]:
        def cell(entry: Entry) -> str:
            version = entry.briefing.version(language)
            return told(entry.briefing, version) if version else ""

        return cell

    return in_each_language(ground, column, what, told_in)


def _page(ground: Ground, briefing: Briefing, version: Version) -> str:
    return address(ground, routes.item(version.language, "briefings", briefing.slug))


BRIEFINGS: Final = Table[Entry](
    name="briefings",
    title=mark("Briefings"),
    description=mark("The briefings, with their dates and with what they are about."),
    rows=_in_order,
    columns=_briefings,
)

SOURCES: Final = Table[Entry](
    name="sources",
    title=mark("Sources"),
    description=mark("The texts that the briefings rest on, one for each briefing."),
    rows=_in_order,
    columns=_sources,
)
