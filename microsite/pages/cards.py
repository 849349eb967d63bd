"""Make the cards by which lists show briefings."""

from __future__ import annotations

from collections.abc import Iterable

from microsite.catalogue.catalogue import Entry
from microsite.catalogue.sections import partners_and_countries
from microsite.content.model import Briefing, Version
from microsite.dates.edtf import Edtf
from microsite.dates.wording import DateWords, words
from microsite.languages.typography import typeset
from microsite.pages.edition import Edition, Href, briefing_path, language_link, term_link
from microsite.pages.views import Card, Counts, Link, SectionView

OPENINGS = 3
"""A card with more sections than this names them only: their openings would be the whole text."""


def cards(edition: Edition, href: Href, entries: Iterable[Entry]) -> tuple[Card, ...]:
    """Make the cards of a list, in its order."""
    return tuple(card(edition, href, entry) for entry in entries)


def card(edition: Edition, href: Href, entry: Entry) -> Card:
    """Make the card of a briefing, in the page's language or else in the original's."""
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


def counts(edition: Edition, briefings: Iterable[Briefing]) -> Counts:
    """Count the briefings of a list, and those in the page's language."""
    listed = tuple(briefings)
    return Counts(len(listed), sum(b.version(edition.language) is not None for b in listed))


def date_words(edition: Edition, date: Edtf | None) -> DateWords | None:
    """Word a date in the page's language."""
    return words(date, edition.texts) if date else None


def partner_links(edition: Edition, href: Href, codes: Iterable[str]) -> tuple[Link, ...]:
    """Lead to partners, each country in front of its provinces."""
    countries_first = partners_and_countries(codes)
    return tuple(term_link(edition, href, "partners", code) for code in countries_first)


def title_link(edition: Edition, href: Href, briefing: Briefing | None) -> Link | None:
    """Lead to a briefing by its title."""
    if briefing is None:
        return None
    version = edition.shown(briefing)
    return Link(
        typeset(version.title, version.language),
        href(briefing_path(briefing, version)),
        edition.lang(version.language),
    )


def _languages(briefing: Briefing, href: Href) -> tuple[Link, ...]:
    def link(version: Version) -> Link:
        return language_link(version.language, href(briefing_path(briefing, version)))

    return tuple(link(version) for version in briefing.versions)
