"""Tell what facts of every kind have in common: where they stand, and on what they rest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from microsite import routes
from microsite.catalogue.stated import Kind, Stated
from microsite.exports.tables import KEY, Column, Ground, address, names


def in_order(facts: Iterable[Stated[Kind]]) -> tuple[Stated[Kind], ...]:
    """Order facts by briefing, and in it as the editor did."""
    return tuple(sorted(facts, key=lambda s: (s.briefing.slug, s.number)))


def fact_key(briefing: str, fact: str) -> str:
    """Name a fact among those of all briefings."""
    return f"{briefing}#{fact}"


def identity() -> tuple[Column[Stated[Any]], ...]:
    """Name the fact, and the briefing that states it."""
    return (
        Column(
            KEY,
            "The key of the briefing and the name of the fact in it; it is never changed.",
            lambda s: fact_key(s.briefing.slug, s.fact.id),
            required=True,
        ),
        Column(
            "briefing",
            "The briefing that states it.",
            lambda s: s.briefing.slug,
            required=True,
            table="briefings",
        ),
    )


def title(description: str) -> tuple[Column[Stated[Any]], ...]:
    """Tell what the fact is, and in what language."""
    return (
        Column("title", description, lambda s: s.fact.title),
        Column(
            "title_language",
            "The language (BCP 47) of the original, in which all words of the fact stand.",
            lambda s: s.briefing.original.language,
            required=True,
        ),
    )


def place(ground: Ground) -> tuple[Column[Stated[Any]], ...]:
    """Tell the region and the partner of a fact that is about one of each at most."""
    return (
        Column("region", "The code of the region (ISO 3166-2).", lambda s: s.fact.region),
        *names(ground, "region", "regions", "The region", lambda s: (s.fact.region,)),
        Column(
            "partner",
            "The code of the country (ISO 3166-1) or the province (ISO 3166-2).",
            lambda s: s.fact.partner,
        ),
        *names(ground, "partner", "partners", "The partner", lambda s: (s.fact.partner,)),
    )


def proof(ground: Ground) -> tuple[Column[Stated[Any]], ...]:
    """Tell on what a fact rests, and where that stands."""
    return (
        Column(
            "said_by",
            "The key of the person who said it; empty where the text itself does.",
            lambda s: s.fact.said_by,
        ),
        *names(ground, "said_by", "people", "The person", lambda s: (s.fact.said_by,)),
        Column(
            "evidence",
            "The words of the briefing that state it; empty for what was worked out.",
            lambda s: s.fact.evidence,
        ),
        Column(
            "evidence_language",
            "The language of these words (BCP 47).",
            lambda s: s.briefing.original.language if s.fact.evidence else "",
        ),
        Column(
            "source",
            "The text that the briefing rests on.",
            lambda s: s.briefing.slug,
            required=True,
            table="sources",
        ),
        Column(
            "url",
            "Where the words stand: an absolute address, or one from the root of the site.",
            lambda s: _sentence(ground, s),
        ),
    )


def _sentence(ground: Ground, stated: Stated[Kind]) -> str:
    if not stated.fact.evidence:
        return ""
    briefing = stated.briefing
    page = routes.item(briefing.original.language, "briefings", briefing.slug)
    return f"{address(ground, page)}#{stated.fact.id}"
