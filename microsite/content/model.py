"""Define what a briefing is: the front matter as editors write it, and the briefing made of it.

A new field is one line in `OriginalMatter` (see also docs/content.md).
"""

from __future__ import annotations

import msgspec
from pydantic import Field

from microsite.content.body import Section
from microsite.content.destinations import Link
from microsite.content.fields import (
    Date,
    DateOrUnknown,
    Flag,
    PartnerCodes,
    PlaceKeys,
    RegionCodes,
    Text,
    TopicKeys,
    Url,
)
from microsite.settings import Language
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


class PageMatter(Matter):
    """Hold the front matter of a page that is not a briefing."""


REQUIRED: dict[type[Matter], tuple[str, ...]] = {
    OriginalMatter: ("title", "summary", "lang", "date", "regions", "partners"),
    TranslationMatter: ("title", "summary", "lang", "translated_from"),
    PageMatter: ("title", "summary", "lang"),
}
"""The fields that may be absent only from a draft."""


class SourceText(msgspec.Struct, frozen=True, gc=False):
    """Name the text that a briefing rests on; what is not known is empty."""

    title: str = ""
    publisher: str = ""
    url: str = ""
    retrieved: str = ""
    """EDTF."""
    seed: str = ""


class Correction(msgspec.Struct, frozen=True, gc=False):
    """Tell of one correction."""

    date: str
    """EDTF."""
    note: str


class Version(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Hold a briefing's words in one language, but for the body's HTML."""

    language: str
    title: str
    summary: str
    path: str
    """The file they stand in, in the content folder."""
    body: str
    """The key under which the memo holds the body."""
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    date_basis: str = ""
    """From what the date was inferred; empty in a translation that does not say it."""
    behind: int = 0
    """How many of the original's changes a translation has not taken in."""
    draft: bool = False


class Briefing(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Hold one briefing in all its languages; valid by construction."""

    slug: str
    date: str
    """EDTF; empty where it is unknown."""
    days: str
    """The first and the last possible day, as `2016-09-12/2016-09-12`; they sort as they read."""
    regions: tuple[str, ...]
    partners: tuple[str, ...]
    """Countries and provinces, in the editor's order; see `partners_and_countries`."""
    places: tuple[str, ...]
    topics: tuple[str, ...]
    source: SourceText
    changes: tuple[Correction, ...]
    original: Version
    translations: tuple[Version, ...]
    """In the order of the site's languages."""
    weight: int
    """Bytes of the longest title and summary of its languages, by which lists are cut."""
    digest: str
    """Of all that other pages may show of it: two briefings of one digest are told alike."""

    @property
    def versions(self) -> tuple[Version, ...]:
        """Give the original first, then the translations."""
        return (self.original, *self.translations)

    def version(self, language: str) -> Version | None:
        """Find the words in a language."""
        if self.original.language == language:
            return self.original
        return next((v for v in self.translations if v.language == language), None)


class StaticPage(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Hold a page that is not a briefing, such as "About", in one language."""

    slug: str
    language: str
    title: str
    summary: str
    path: str
    body: str
    """The key under which the memo holds the body."""
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Link, ...] = ()
    draft: bool = False


Writing = Version | StaticPage
"""What is made of one Markdown file."""
