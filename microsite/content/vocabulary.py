"""Hold the closed lists that tags are taken from: regions, partners, places, topics, people."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from microsite.diagnostics import Diagnostic

FOLDER = "vocabulary"
"""Where they stand in the content folder."""

Spellings = Mapping[str, Mapping[str, str] | None]
"""Vocabulary -> spelling -> key, where each key is a spelling of itself; None for a vocabulary that
cannot be read, so that nobody is blamed for its mistakes."""


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """Name one region, country, province or topic."""

    name: dict[str, str]
    """By language."""
    slug: str | None = None
    aliases: tuple[str, ...] = ()


class Place(Term, frozen=True, kw_only=True):
    """Name one city or town, and the region, province or country it lies in."""

    parent: str


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """Name an office that a person held, as far as its dates are known."""

    title: dict[str, str]
    """By language."""
    of: str | None = None
    """The code of the region or partner it belongs to."""
    start: str | None = None
    """EDTF."""
    end: str | None = None
    """EDTF."""


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Name one person and the offices that he or she held."""

    name: dict[str, str]
    """By language."""
    offices: tuple[Office, ...] = ()
    aliases: tuple[str, ...] = ()


class Vocabulary(msgspec.Struct, frozen=True):
    """Hold all the closed lists, each as key -> entry in the order of the keys."""

    regions: dict[str, Term]
    partners: dict[str, Term]
    places: dict[str, Place]
    topics: dict[str, Term]
    people: dict[str, Person]
    measures: dict[str, Term]


class Reading(msgspec.Struct, frozen=True):
    """Hold the vocabularies, and what is known of them where they have mistakes."""

    vocabulary: Vocabulary | None
    """None with any finding."""
    spellings: Spellings
    findings: tuple[Diagnostic, ...] = ()


def country(code: str) -> str:
    """Give the country of a partner: of a province the code's first part."""
    return code.partition("-")[0]


def slug_of(key: str, term: Term) -> str:
    """Give the part of an address that stands for a term."""
    return term.slug or key.lower()
