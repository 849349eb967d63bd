"""Hold what all pages of one language are made from.

An edition knows no briefings: which of them a page shows is told to the page apart, so that the
page's digest can name them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

import msgspec

from microsite import routes
from microsite.content.model import Briefing, Version
from microsite.content.vocabulary import Place, Term, Vocabulary, slug_of
from microsite.languages.collation import sort_key
from microsite.languages.locales import language_name
from microsite.languages.texts import Texts
from microsite.languages.typography import typeset
from microsite.pages.views import Link
from microsite.settings import Settings

Href = Callable[[str], str]
"""Gives the href of an output path from the page that is being made."""


class Edition(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """Hold one language's view of what the whole site shares."""

    language: str
    texts: Texts
    settings: Settings
    vocabulary: Vocabulary
    pages: tuple[tuple[str, str], ...]
    """Slug and title of the pages in this language that are not briefings."""
    repository_path: str
    """Where the content folder stands in the repository: `content`."""
    digest: str
    """Of all that is held here."""
    registers: tuple[str, ...] = ()
    """The sections that list facts, as far as there are facts: see `REGISTERS`."""
    drafts: bool = False
    preview: bool = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edition) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def name(self, term: Term | Place) -> str:
        """Name a term in this language."""
        return _set(term.name[self.language], self.language)

    def names(self, vocabulary: str) -> Mapping[str, Term]:
        """Give the terms of a vocabulary."""
        terms: Mapping[str, Term] = getattr(self.vocabulary, vocabulary)
        return terms

    def term_slug(self, taxonomy: str, key: str) -> str:
        """Give the part of an address that stands for a term."""
        return slug_of(key, self.names(taxonomy)[key])

    def term_path(self, taxonomy: str, key: str) -> str:
        """Route the page of a term that has briefings."""
        return routes.item(self.language, taxonomy, self.term_slug(taxonomy, key))

    def pair_slug(self, region: str, partner: str) -> str:
        """Give the part of an address that stands for a pair."""
        return routes.pair_slug(
            self.term_slug("regions", region), self.term_slug("partners", partner)
        )

    def pair_path(self, region: str, partner: str) -> str:
        """Route the page of a pair."""
        return routes.item(self.language, "pairs", self.pair_slug(region, partner))

    def shown(self, briefing: Briefing) -> Version:
        """Choose the words to show: those in this language, else the original's."""
        return briefing.version(self.language) or briefing.original

    def lang(self, language: str) -> str:
        """Give a `lang` attribute: empty for the page's own language."""
        return "" if language == self.language else language


_set = lru_cache(maxsize=10_000)(typeset)
"""Names stand on every page, and there are few of them."""


def briefing_path(briefing: Briefing, version: Version) -> str:
    """Route a briefing in one of its languages."""
    return routes.item(version.language, "briefings", briefing.slug)


def term_link(  # noqa: PLR0913 -- all but four are named at the call
    edition: Edition,
    href: Href,
    taxonomy: str,
    key: str,
    *,
    count: int = 0,
    has_page: bool = True,
) -> Link:
    """Lead to the page of a term, by its name; without a page, only name it."""
    name = edition.name(edition.names(taxonomy)[key])
    return Link(name, href(edition.term_path(taxonomy, key)) if has_page else "", count=count)


def by_name(edition: Edition, links: Iterable[Link]) -> tuple[Link, ...]:
    """Order links by their text, as the language orders words."""
    return tuple(sorted(links, key=lambda link: (sort_key(link.text, edition.language), link.href)))


def language_link(language: str, href: str, *, current: bool = False) -> Link:
    """Name a language by its own name, with a capital as headings have it."""
    name = language_name(language, language)
    return Link(name[:1].upper() + name[1:], href, language, current=current)
