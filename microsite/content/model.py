"""Define what is made of texts: briefings in their languages, and pages."""

from __future__ import annotations

import msgspec

from microsite.content.body import Section
from microsite.content.destinations import Link
from microsite.content.facts import Facts


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
    words: dict[str, str] = {}
    """What a translation says of the original's facts: see `words` in the front matter."""
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
    facts: Facts
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
