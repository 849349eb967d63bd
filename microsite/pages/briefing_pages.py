"""Make the pages of briefings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, product

from markupsafe import Markup

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES, Catalogue, Entries, Entry
from microsite.catalogue.sections import partners_and_countries, tagged_pairs, tagged_sections
from microsite.content.facts import FACT
from microsite.content.model import Briefing
from microsite.content.vocabulary import country
from microsite.dates.edtf import parse
from microsite.dates.wording import words
from microsite.languages.typography import typeset
from microsite.pages.briefing_facts import facts_pages, pages_of_facts
from microsite.pages.cards import Teaser, date_words, teaser, title_link
from microsite.pages.edition import Edition, Href, briefing_path, language_link, term_link
from microsite.pages.facts import facts_view
from microsite.pages.frames import frame, hrefs, section_title, site
from microsite.pages.outputs import Output, Sheaf, View
from microsite.pages.views import (
    BriefingPage,
    ChangeView,
    FactsView,
    Link,
    PlaceView,
    SourceView,
    TermList,
    TranslationView,
)

_MONTH = len("2016-09")
"""Of the days of a briefing, what names the month."""


def briefing_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output | Sheaf]:
    """Show each briefing that exists in the language; those of one month are planned together."""
    with_page = frozenset((*catalogue.taxonomies["regions"], *catalogue.taxonomies["partners"]))
    months = [
        (month, tuple(entries))
        for month, entries in groupby(catalogue.entries, key=lambda e: e.briefing.days[:_MONTH])
    ]
    around = (None, *(entries for month, entries in months if month), None)
    for number, (month, entries) in enumerate(months):
        # What has no date is neither newer nor older than anything, and comes last.
        newer, older = (around[number], around[number + 2]) if month else (None, None)
        yield Sheaf(
            f"{edition.language} briefings {month}",
            _pages_of_month,
            (edition, entries, newer and newer[-1], older and older[0], with_page),
        )


def _pages_of_month(
    edition: Edition,
    entries: Entries,
    newer: Entry | None,
    older: Entry | None,
    with_page: frozenset[str],
) -> Iterator[Output]:
    """Show the briefings of one month, or those without a date; and lead to those around it."""
    dated = bool(entries[0].briefing.date)
    around = (newer, *(entries if dated else (None,) * len(entries)), older)
    teasers = [teaser(edition, entry.briefing) if entry else None for entry in around]
    for number, entry in enumerate(entries):
        briefing = entry.briefing
        version = briefing.version(edition.language)
        if version is None:
            continue
        places = (edition.vocabulary.places[key].parent for key in briefing.places)
        versions = {v.language: briefing_path(briefing, v) for v in briefing.versions}
        yield Output(
            path=versions[edition.language],
            template="briefings/briefing.html",
            make=_page,
            edition=edition,
            inputs=(
                entry,
                teasers[number],
                teasers[number + 2],
                tuple(code for code in places if code in with_page),
            ),
            text=version.path,
            days=briefing.days,
            versions=tuple(
                (code, versions[code]) for code in edition.settings.languages if code in versions
            ),
            origin=version.path.rpartition("/")[2],
        )
        yield from facts_pages(edition, entry, version)


def change_view(edition: Edition, language: str, date: str, note: str) -> ChangeView:
    """Tell of a correction; its note stands in the original's language."""
    when = words(parse(date), edition.texts)
    return ChangeView(when, typeset(note, language), edition.lang(language))


def _page(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    entry: Entry,
    newer: Teaser | None,
    older: Teaser | None,
    parents_with_page: tuple[str, ...],
    html: str,
) -> View:
    language = edition.language
    href = hrefs(path)
    briefing = entry.briefing
    version, original = edition.shown(briefing), briefing.original
    basis = version if version.date_basis else original
    paths = {v.language: briefing_path(briefing, v) for v in briefing.versions}
    title, summary = typeset(version.title, language), typeset(version.summary, language)
    all_facts = edition.texts.gettext("All figures, events and commitments of this briefing")
    pages = pages_of_facts(briefing, language)
    own_page = href(routes.facts(language, briefing.slug)) if pages else ""
    for fact, place in pages.items():
        html = html.replace(f'href="#{FACT}{fact}"', f'href="{href(place)}#{FACT}{fact}"')
    above = Link(section_title(edition, "briefings"), href(routes.index(language, "briefings")))
    view = BriefingPage(
        frame=frame(
            edition,
            path,
            tuple((code, paths[code]) for code in edition.settings.languages if code in paths),
            title,
            summary,
            above=(above,),
            source=version.path,
            draft=version.draft or original.draft,
        ),
        title=title,
        summary=summary,
        body=Markup(html),  # noqa: S704 -- made by the Markdown room, which escapes
        facts=FactsView() if own_page else facts_view(edition, href, briefing),
        facts_page=Link(all_facts, own_page) if own_page else None,
        # On a translation whose facts stand elsewhere there is neither a list nor a mark.
        has_facts=bool(briefing.facts.all) and (not own_page or version is original),
        contents=tuple(
            Link(section.title, f"#{section.id}")
            for section in version.sections
            if section.id and section.level == 2  # noqa: PLR2004 -- the headings below the title
        ),
        date=date_words(edition, briefing.date),
        date_basis=typeset(basis.date_basis, basis.language),
        date_basis_lang=edition.lang(basis.language),
        terms=tuple(
            TermList(edition.texts.gettext(taxonomy.title), links)
            for taxonomy in TAXONOMIES
            if (
                links := tuple(
                    term_link(edition, href, taxonomy.name, key) for key in taxonomy.keys(briefing)
                )
            )
        ),
        pairs=_pair_links(edition, href, briefing),
        places=_places(edition, href, briefing, parents_with_page),
        source=_source(edition, briefing),
        changes=tuple(
            change_view(edition, original.language, change.date, change.note)
            for change in briefing.changes
        ),
        translation=None
        if version is original
        else TranslationView(
            language_link(original.language, href(briefing_path(briefing, original))),
            version.behind,
        ),
        newer=title_link(edition, href, newer) if newer else None,
        older=title_link(edition, href, older) if older else None,
    )
    return view, site(edition, path)


def _pair_links(edition: Edition, href: Href, briefing: Briefing) -> tuple[Link, ...]:
    """Lead to the pairs of regions and countries; provinces are found from there."""
    names = edition.vocabulary
    pairs = tagged_pairs(briefing, tagged_sections(briefing))
    countries = dict.fromkeys(map(country, partners_and_countries(briefing.partners)))
    return tuple(
        Link(
            f"{edition.name(names.regions[region])}\u00a0— {edition.name(names.partners[partner])}",
            href(edition.pair_path(region, partner)),
        )
        for region, partner in product(briefing.regions, countries)
        if (region, partner) in pairs
    )


def _places(
    edition: Edition, href: Href, briefing: Briefing, parents_with_page: tuple[str, ...]
) -> tuple[PlaceView, ...]:
    names = edition.vocabulary
    places = (names.places[key] for key in briefing.places)
    return tuple(
        PlaceView(
            edition.name(place),
            term_link(
                edition,
                href,
                "regions" if place.parent in names.regions else "partners",
                place.parent,
                has_page=place.parent in parents_with_page,
            ),
        )
        for place in places
    )


def _source(edition: Edition, briefing: Briefing) -> SourceView:
    source, language = briefing.source, briefing.original.language
    return SourceView(
        title=typeset(source.title, language),
        publisher=typeset(source.publisher, language),
        url=source.url,
        retrieved=date_words(edition, source.retrieved),
        lang=edition.lang(language),
    )
