"""Hold what all pages of one language are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.content.model import Briefing, StaticPage, Version
from microsite.content.vocabulary import Place, Term, slug_of
from microsite.languages.collation import sort_key
from microsite.languages.locales import language_name
from microsite.languages.texts import Texts
from microsite.languages.typography import typeset
from microsite.pages.views import Link
from microsite.settings import Settings

Href = Callable[[str], str]
"""Gives the href of an output path from the page that is being made."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Hold one language's view of the whole site."""

    language: str
    texts: Texts
    settings: Settings
    catalogue: Catalogue
    pages: tuple[StaticPage, ...]
    """In all languages."""
    repository_path: str
    """Where the content folder stands in the repository: `content`."""
    folder: Path
    drafts: bool
    preview: bool = False

    def name(self, term: Term | Place) -> str:
        """Name a term in this language."""
        return typeset(term.name[self.language], self.language)

    def names(self, vocabulary: str) -> Mapping[str, Term]:
        """Give the terms of a vocabulary."""
        terms: Mapping[str, Term] = getattr(self.catalogue.vocabulary, vocabulary)
        return terms

    def term_path(self, taxonomy: str, key: str) -> str:
        """Route the page of a term; empty where it has no briefings, hence no page."""
        if self.catalogue.term(taxonomy, key) is None:
            return ""
        slug = slug_of(key, self.names(taxonomy)[key])
        return routes.item(self.language, taxonomy, slug)

    def pair_path(self, region: str, partner: str) -> str:
        """Route the page of a pair."""
        names = self.catalogue.vocabulary
        slug = routes.pair_slug(
            slug_of(region, names.regions[region]), slug_of(partner, names.partners[partner])
        )
        return routes.item(self.language, "pairs", slug)

    def shown(self, briefing: Briefing) -> Version:
        """Choose the words to show: those in this language, else the original's."""
        return briefing.version(self.language) or briefing.original

    def lang(self, language: str) -> str:
        """Give a `lang` attribute: empty for the page's own language."""
        return "" if language == self.language else language


def briefing_path(briefing: Briefing, version: Version) -> str:
    """Route a briefing in one of its languages."""
    return routes.item(version.language, "briefings", briefing.slug)


def term_link(
    edition: Edition, href: Href, taxonomy: str, key: str, *, count: bool = False
) -> Link:
    """Lead to the page of a term, by its name."""
    path = edition.term_path(taxonomy, key)
    term = edition.catalogue.term(taxonomy, key)
    number = len(term.entries) if count and term else 0
    name = edition.name(edition.names(taxonomy)[key])
    return Link(name, href(path) if path else "", count=number)


def by_name(edition: Edition, links: Iterable[Link]) -> tuple[Link, ...]:
    """Order links by their text, as the language orders words."""
    return tuple(sorted(links, key=lambda link: (sort_key(link.text, edition.language), link.href)))


def language_link(language: str, href: str, *, current: bool = False) -> Link:
    """Name a language by its own name, with a capital as headings have it."""
    name = language_name(language, language)
    return Link(name[:1].upper() + name[1:], href, language, current=current)
