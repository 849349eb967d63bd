"""Define what may stand in front matter, as editors write it.

A new field is one line in `OriginalMatter` (see also docs/content.md).
"""

from __future__ import annotations

from pydantic import Field

from microsite.content.fact_matter import CommitmentMatter, EventMatter, FigureMatter
from microsite.content.fields import (
    Date,
    DateOrUnknown,
    Flag,
    Language,
    PartnerCodes,
    PlaceKeys,
    RegionCodes,
    Text,
    TopicKeys,
    Url,
)
from microsite.source.schema import Strict


class Change(Strict):
    """Tell readers of one correction."""

    date: Date = Field(description="EDTF: when it was made.")
    note: Text = Field(description="What was changed, in the original's language.")


class SourceMatter(Strict):
    """Name the text that a briefing rests on, as far as it is known."""

    title: Text | None = Field(default=None, description="The source's own headline.")
    publisher: Text | None = Field(default=None, description="Who published it.")
    url: Url | None = Field(default=None, description="Where it stands.")
    retrieved: Date | None = Field(default=None, description="EDTF: when it was read there.")
    seed: Text | None = Field(
        default=None, description="The file in `seeds/` that it was made from."
    )
    digest: Text | None = Field(
        default=None,
        description="SHA-256 of the text that it was imported from: it tells the same text again.",
    )


class Matter(Strict):
    """Hold the front matter that every text has."""

    title: Text | None = Field(default=None, description="The headline.")
    summary: Text | None = Field(default=None, description="One or two sentences.")
    lang: Language | None = Field(
        default=None, description="The language, the same as in the file's name."
    )
    draft: Flag = Field(default=False, description="`true` keeps the text from being published.")


class OriginalMatter(Matter):
    """Hold the front matter of an original, which carries the facts."""

    date: DateOrUnknown = Field(
        default=None,
        description="When the source was published: EDTF, as in 2016-09-12, 2016-09 or 2016~;"
        " or `unknown`.",
    )
    date_basis: Text | None = Field(
        default=None, description="From what the date was inferred, or why it is unknown."
    )
    regions: RegionCodes = Field(
        default=(), description="ISO 3166-2 codes of the regions, as in [RU-OMS]; may be []."
    )
    partners: PartnerCodes = Field(
        default=(),
        description="Codes of countries and of their provinces, as in [CN, CN-HA]; may be [].",
    )
    places: PlaceKeys = Field(default=(), description="Keys of cities and towns.")
    topics: TopicKeys = Field(default=(), description="Keys of topics.")
    source: SourceMatter = Field(
        default_factory=SourceMatter, description="The text that it rests on."
    )
    changes: tuple[Change, ...] = Field(
        default=(), description="Corrections that readers are told of."
    )
    figures: tuple[FigureMatter, ...] = Field(default=(), description="Numbers that it states.")
    events: tuple[EventMatter, ...] = Field(default=(), description="What it says took place.")
    commitments: tuple[CommitmentMatter, ...] = Field(
        default=(), description="What it says somebody will do."
    )


class TranslatedFrom(Strict):
    """Say which state of the original a translation renders."""

    lang: Language = Field(description="The original's language.")
    change: int = Field(ge=0, description="How many of the original's `changes` it has taken in.")


class TranslationMatter(Matter):
    """Hold the front matter of a translation: only its own words."""

    translated_from: TranslatedFrom = Field(description="What it was translated from.")
    date_basis: Text | None = Field(
        default=None, description="The original's `date_basis`, translated; shown instead of it."
    )
    words: dict[str, Text] = Field(
        default_factory=dict,
        description="Titles of the original's facts, by their ids; with `.whole` or"
        " `.period_basis` behind the id, what these say.",
    )


class PageMatter(Matter):
    """Hold the front matter of a page that is not a briefing."""


REQUIRED: dict[type[Matter], tuple[str, ...]] = {
    OriginalMatter: ("title", "summary", "lang", "date", "regions", "partners"),
    TranslationMatter: ("title", "summary", "lang", "translated_from"),
    PageMatter: ("title", "summary", "lang"),
}
"""The fields that may be absent only from a draft."""
