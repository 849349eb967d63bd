"""Make the cards by which lists show briefings."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from microsite import routes
from microsite.catalogue.catalogue import Entry
from microsite.catalogue.sections import partners_and_countries
from microsite.content.model import Briefing, Version
from microsite.dates.edtf import parse
from microsite.dates.wording import DateWords, words
from microsite.languages.typography import typeset
from microsite.pages.edition import Edition, Href, briefing_path, language_link, term_link
from microsite.pages.frames import hrefs
from microsite.pages.views import Card, Link, SectionView

OPENINGS = 3
"""A card with more sections than this names them only: their openings would be the whole text."""


def cards(edition: Edition, path: str, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """Make the cards of the list that stands at a path, in its order."""
    # A card's links are the same on all pages of one depth: so it is made once for all of them.
    place = routes.segment(edition.language) + "/-" * path.count("/")
    return tuple([card(edition, place, entry) for entry in entries])


@lru_cache(maxsize=8_000)
def card(edition: Edition, place: str, entry: Entry) -> Card:
    """Make the card of a briefing, in the page's language or else in the original's.

    `place` is the path of a page, for which its links are made.
    """
    href = hrefs(place)
    briefing = entry.briefing
    version = edition.shown(briefing)
    path = briefing_path(briefing, version)
    here = version.language == edition.language
    sections = entry.sections(version)
    regions, partners = entry.tags()
    return Card(
        title=typeset(version.title, version.language),
        href=href(path),
        lang=edition.lang(version.language),
        summary=typeset(version.summary, version.language),
        date=date_words(edition, briefing.date),
        date_basis=bool(briefing.original.date_basis),
        regions=tuple(term_link(edition, href, "regions", code) for code in regions),
        partners=partner_links(edition, href, partners),
        languages=() if here else _languages(briefing, href),
        sections=tuple(
            SectionView(
                section.title,
                f"{href(path)}#{section.id}",
                section.opening if len(sections) <= OPENINGS else "",
                edition.lang(version.language),
            )
            for section in sections
        ),
        draft=version.draft or briefing.original.draft,
    )


def date_words(edition: Edition, date: str) -> DateWords | None:
    """Word a date (EDTF) in the page's language; None where it is unknown."""
    return date_in_words(edition, date) if date else None


@lru_cache(maxsize=8_000)
def date_in_words(edition: Edition, date: str) -> DateWords:
    """Word a date (EDTF) that is known."""
    return words(parse(date), edition.texts)


def partner_links(edition: Edition, href: Href, codes: tuple[str, ...]) -> tuple[Link, ...]:
    """Lead to partners, each country in front of its provinces."""
    countries_first = partners_and_countries(codes)
    return tuple(term_link(edition, href, "partners", code) for code in countries_first)


class Teaser(NamedTuple):
    """Hold what a link to a briefing shows of it."""

    slug: str
    language: str
    """Of its words: the page's, or else the original's."""
    title: str


def teaser(edition: Edition, briefing: Briefing) -> Teaser:
    """Choose the words of a link to a briefing."""
    version = edition.shown(briefing)
    return Teaser(briefing.slug, version.language, version.title)


def title_link(edition: Edition, href: Href, shown: Teaser) -> Link:
    """Lead to a briefing by its title."""
    return Link(
        typeset(shown.title, shown.language),
        href(routes.item(shown.language, "briefings", shown.slug)),
        edition.lang(shown.language),
    )


def _languages(briefing: Briefing, href: Href) -> tuple[Link, ...]:
    def link(version: Version) -> Link:
        return language_link(version.language, href(briefing_path(briefing, version)))

    return tuple(link(version) for version in briefing.versions)
