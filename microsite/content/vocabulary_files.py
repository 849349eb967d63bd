"""Read `content/vocabulary/*.yaml`.

A vocabulary is one row of `VOCABULARIES`; a term is one entry in one file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path

import msgspec
from pydantic import Field, RootModel

from microsite.content.fields import DateText, Language, Slug, Text
from microsite.content.vocabulary import (
    FOLDER,
    Reading,
    Term,
    Vocabulary,
    country,
    slug_of,
)
from microsite.diagnostics import Code, Diagnostic, nearest
from microsite.routes import SLUG
from microsite.source.files import MOST, read
from microsite.source.nodes import Tree, compose
from microsite.source.schema import Strict, bind

Names = dict[Language, Text]


class TermEntry(Strict):
    """Name one region, country, province or topic."""

    slug: Slug | None = Field(
        default=None, description="The part of an address; the key if left out."
    )
    name: Names = Field(description="The name in each language.")
    aliases: tuple[Text, ...] = Field(default=(), description="Other names by which texts call it.")


class PlaceEntry(TermEntry):
    """Name one city or town, and the region, province or country it lies in."""

    parent: Text = Field(description="The code of the region, province or country it lies in.")


class OfficeEntry(Strict):
    """Name an office that a person held, as far as its dates are known."""

    title: Names = Field(description="The office in each language.")
    of: Text | None = Field(
        default=None, description="The code of the region or partner it belongs to."
    )
    start: DateText | None = Field(default=None, alias="from", description="EDTF: since when.")
    end: DateText | None = Field(default=None, alias="to", description="EDTF: until when.")


class PersonEntry(Strict):
    """Name one person and the offices that he or she held."""

    name: Names = Field(description="The name in each language.")
    offices: tuple[OfficeEntry, ...] = Field(
        default=(), description="Offices, in the order they were held."
    )
    aliases: tuple[Text, ...] = Field(default=(), description="Other spellings of the name.")


class Terms(RootModel[dict[str, TermEntry]]):
    """Hold a file of terms."""


class Places(RootModel[dict[str, PlaceEntry]]):
    """Hold a file of places."""


class People(RootModel[dict[str, PersonEntry]]):
    """Hold a file of people."""


_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_PARTNER = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")

VOCABULARIES: dict[str, tuple[type[Terms | Places | People], re.Pattern[str], str]] = {
    "regions": (Terms, _REGION, "an ISO 3166-2 code, as in RU-OMS"),
    "partners": (
        Terms,
        _PARTNER,
        "an ISO 3166-1 code, as in CN, or an ISO 3166-2 code, as in CN-HA",
    ),
    "places": (Places, SLUG, "lower-case letters a-z, digits and hyphens"),
    "topics": (Terms, SLUG, "lower-case letters a-z, digits and hyphens"),
    "measures": (Terms, SLUG, "lower-case letters a-z, digits and hyphens"),
    "people": (People, SLUG, "lower-case letters a-z, digits and hyphens"),
}
"""File -> what its entries are, what their keys look like, and how to say so."""


def read_vocabulary(content: Path, languages: tuple[str, ...]) -> Reading:
    """Read the vocabularies of a content folder; a file that is not there is an empty one.

    Reports: `vocabulary`, `yaml` and what the schema finds.
    """
    findings: list[Diagnostic] = []
    entries: dict[str, dict[str, TermEntry | PlaceEntry | PersonEntry]] = {}
    trees: dict[str, Tree] = {}
    spellings: dict[str, Mapping[str, str] | None] = {}
    for name, (model, _, _) in VOCABULARIES.items():
        entries[name], spellings[name] = {}, {}
        path = content / FOLDER / f"{name}.yaml"
        # A link is told where the folder is walked through, and never followed.
        if not path.is_file() or path.parent.is_symlink():
            continue
        source, found = read(path)
        findings += found
        tree, found = compose(source) if source else (None, ())
        findings += found
        if tree is None:
            spellings[name] = None
            continue
        trees[name] = tree
        bound, found = bind(model, tree)
        findings += found
        spellings[name] = {key: key for key in tree.data}
        if bound is not None:
            entries[name] = {key: bound.root[key] for key in sorted(bound.root)}
            spellings[name] = _spellings(entries[name])
    vocabulary = msgspec.convert(entries, Vocabulary, from_attributes=True)
    # What the schema refused is not judged, but the entries of the other files are.
    areas = [spellings["regions"], spellings["partners"]]
    codes = None if None in areas else {code for area in areas for code in (area or {}).values()}
    for name, tree in trees.items():
        findings += islice(_judge(name, tree, vocabulary, languages, codes), MOST)
    return Reading(None if findings else vocabulary, spellings, tuple(findings))


def _judge(
    name: str,
    tree: Tree,
    vocabulary: Vocabulary,
    languages: tuple[str, ...],
    codes: Collection[str] | None,
) -> Iterator[Diagnostic]:
    """Judge the entries of a file; `codes` are those of regions and partners, where known."""
    _, pattern, form = VOCABULARIES[name]
    slugs: dict[str, str] = {}
    for key, entry in getattr(vocabulary, name).items():
        if not pattern.fullmatch(key):
            message = f"“{key}” is not a key of {name}."
            yield tree.key_finding(Code.VOCABULARY, (key,), message, f"Write {form}.")
        if isinstance(entry, Term):
            yield from _judge_names(tree, key, entry, languages)
            slug = slug_of(key, entry)
            if slug in slugs:
                message = f"{key} has the same slug as {slugs[slug]}: {slug}."
                yield tree.finding(Code.VOCABULARY, (key, "slug"), message, "Give it another.")
            slugs[slug] = key
    if codes is not None:
        yield from _judge_codes(name, tree, vocabulary, codes)


def _judge_names(
    tree: Tree, key: str, entry: Term, languages: tuple[str, ...]
) -> Iterator[Diagnostic]:
    for language in languages:
        if language not in entry.name:
            message = f"{key} has no name in {language}, which is one of the site's languages."
            hint = f"Add `{language}: …` to its `name`."
            yield tree.key_finding(Code.VOCABULARY, (key, "name"), message, hint)


def _judge_codes(
    name: str, tree: Tree, vocabulary: Vocabulary, codes: Collection[str]
) -> Iterator[Diagnostic]:
    named: list[tuple[tuple[str | int, ...], str]] = []
    if name == "partners":
        named = [((code,), country(code)) for code in vocabulary.partners]
    if name == "places":
        named = [((key, "parent"), place.parent) for key, place in vocabulary.places.items()]
    if name == "people":
        named = [
            ((key, "offices", index, "of"), office.of)
            for key, person in vocabulary.people.items()
            for index, office in enumerate(person.offices)
            if office.of
        ]
    for path, code in named:
        if code not in codes:
            near = nearest(code, codes)
            hint = f"Did you mean {near}?" if near else "Add it to regions.yaml or partners.yaml."
            message = f"{code} is neither a region nor a partner."
            yield tree.finding(Code.VOCABULARY, path, message, hint)


def _spellings(entries: Mapping[str, TermEntry | PlaceEntry | PersonEntry]) -> dict[str, str]:
    spellings: dict[str, str] = {}
    for key, entry in entries.items():
        for name in (*entry.name.values(), *entry.aliases):
            spellings.setdefault(name, key)
    return spellings | {key: key for key in entries}
