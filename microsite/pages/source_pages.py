"""Make the list of sources: what each of them is, and what on the site rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, Entries
from microsite.catalogue.sources import sources
from microsite.languages.locales import language_name
from microsite.languages.typography import typeset
from microsite.pages.cards import date_words, teaser, title_link
from microsite.pages.edition import Edition, Href, briefing_path
from microsite.pages.fact_lists import number_of, numbers_of
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import BRIEFINGS, Cutter, PartOf
from microsite.pages.outputs import Output, View
from microsite.pages.part_views import part_title, parts_view
from microsite.pages.views import Link, SourceItem, SourcesPage

SECTION = "sources"

_MARKUP = 220
"""What a source weighs beside its words and the titles of its briefings."""

_LINK = 60
"""What the link to a briefing weighs beside its title."""


def _weight(entries: Entries) -> int:
    source = entries[0].briefing.source
    words = len((source.title + source.publisher + source.url).encode())
    titles = (
        max(len(version.title.encode()) for version in entry.briefing.versions) for entry in entries
    )
    return _MARKUP + words + sum(title + _LINK for title in titles)


SOURCES: Cutter[Entries] = Cutter(
    days=lambda entries: entries[0].briefing.days,
    weight=_weight,
    which=lambda many, _: BRIEFINGS.which((*many[0], *many[-1]), 0),
)
"""By their dates."""


def source_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Make the list of sources, on a site that states any facts."""
    if SECTION not in edition.registers:
        return
    everything = sources(catalogue.entries)
    numbers = numbers_of(SOURCES, everything)
    for part in SOURCES.parts_of_list(routes.INDEX, everything, before_year=""):
        versions = versions_in(edition, partial(routes.item, section=SECTION, slug=part.slug))
        yield Output(
            path=routes.item(edition.language, SECTION, part.slug),
            template="sources/index.html",
            make=_page,
            edition=edition,
            inputs=(versions, part, number_of(part, numbers)),
            versions=versions,
            origin="the list of sources",
        )


def _page(
    edition: Edition, path: str, versions: Versions, part: PartOf[Entries], number: int
) -> View:
    href = hrefs(path)
    section = section_title(edition, SECTION)
    title = part_title(edition, section, part)
    index = Link(section, href(routes.index(edition.language, SECTION)))
    view = SourcesPage(
        frame(
            edition,
            path,
            versions,
            title,
            edition.texts.gettext("The texts that the briefings rest on, newest first."),
            above=(index,) if part.year else (),
        ),
        title,
        number,
        tuple(_source(edition, href, entries) for entries in part.entries),
        parts_view(edition, href, SECTION, part),
    )
    return view, site(edition, path)


def _source(edition: Edition, href: Href, entries: Entries) -> SourceItem:
    briefing = entries[0].briefing
    source, language = briefing.source, briefing.original.language
    facts = [entry.briefing.facts for entry in entries]
    basis = f"{href(briefing_path(briefing, edition.shown(briefing)))}#page-date"
    return SourceItem(
        title=typeset(source.title, language),
        publisher=typeset(source.publisher, language),
        url=source.url,
        language=language_name(language, edition.language),
        lang=edition.lang(language),
        date=date_words(edition, briefing.date),
        date_basis=basis if briefing.original.date_basis else "",
        briefings=tuple(
            title_link(edition, href, teaser(edition, entry.briefing)) for entry in entries
        ),
        figures=sum(len(of.figures) for of in facts),
        events=sum(len(of.events) for of in facts),
        commitments=sum(len(of.commitments) for of in facts),
    )
