"""Define the closed lists that tags are taken from: regions, partners, places, topics, people."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from pydantic import Field

from microsite.content.fields import Date, Slug, Text
from microsite.settings import Language
from microsite.source.schema import Strict

Names = dict[Language, Text]


class Term(Strict):
    """Name one region, country, province or topic."""

    slug: Slug | None = Field(
        default=None, description="The part of an address; the key if left out."
    )
    name: Names = Field(description="The name in each language.")
    aliases: tuple[Text, ...] = Field(default=(), description="Other names by which texts call it.")


class Place(Term):
    """Name one city or town, and the region, province or country it lies in."""

    parent: Text = Field(description="The code of the region, province or country it lies in.")


class Office(Strict):
    """Name an office that a person held, as far as its dates are known."""

    title: Names = Field(description="The office in each language.")
    of: Text | None = Field(
        default=None, description="The code of the region or partner it belongs to."
    )
    start: Date | None = Field(default=None, alias="from", description="EDTF: since when.")
    end: Date | None = Field(default=None, alias="to", description="EDTF: until when.")


class Person(Strict):
    """Name one person and the offices that he or she held."""

    name: Names = Field(description="The name in each language.")
    offices: tuple[Office, ...] = Field(
        default=(), description="Offices, in the order they were held."
    )
    aliases: tuple[Text, ...] = Field(default=(), description="Other spellings of the name.")


class Vocabulary(msgspec.Struct, frozen=True):
    """Hold all the closed lists, each as key -> entry in the order of the keys."""

    regions: Mapping[str, Term]
    partners: Mapping[str, Term]
    places: Mapping[str, Place]
    topics: Mapping[str, Term]
    people: Mapping[str, Person]


def country(code: str) -> str:
    """Give the country of a partner: of a province the code's first part."""
    return code.partition("-")[0]


def slug_of(key: str, term: Term) -> str:
    """Give the part of an address that stands for a term."""
    return term.slug or key.lower()
