"""Make the pages of briefings, and the list of all of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from markupsafe import Markup

from microsite import routes
from microsite.catalogue.catalogue import TAXONOMIES, Entry
from microsite.catalogue.sections import partners_and_countries, tagged_pairs
from microsite.content.model import Briefing, Change, Version
from microsite.content.vocabulary import country
from microsite.dates.wording import words
from microsite.languages.typography import typeset
from microsite.pages.cards import cards, counts, date_words, title_link
from microsite.pages.edition import Edition, Href, briefing_path, language_link, term_link
from microsite.pages.frames import frame, hrefs, section_title, site
from microsite.pages.outputs import Output
from microsite.pages.views import (
    BriefingPage,
    BriefingsPage,
    ChangeView,
    Link,
    PlaceView,
    SourceView,
    TermList,
    TranslationView,
)


def briefings_index(edition: Edition) -> Iterator[Output]:
    """List every briefing, in whatever language it exists."""
    path = routes.index(edition.language, "briefings")
    briefings = edition.catalogue.briefings
    title = section_title(edition, "briefings")
    view = BriefingsPage(
        frame(
            edition,
            lambda language: routes.index(language, "briefings"),
            title,
            edition.texts.gettext("All briefings, newest first."),
        ),
        cards(edition, hrefs(path), map(Entry, briefings)),
        counts(edition, briefings),
    )
    yield Output(path, "briefings/index.html", view, site(edition, path), "the list of briefings")


def briefing_pages(edition: Edition) -> Iterator[Output]:
    """Show each briefing that exists in the language."""
    # What has no date is neither newer nor older than anything.
    dated = [briefing for briefing in edition.catalogue.briefings if briefing.date]
    newer = dict(zip((b.slug for b in dated[1:]), dated, strict=False))
    older = dict(zip((b.slug for b in dated), dated[1:], strict=False))
    for briefing in edition.catalogue.briefings:
        version = briefing.version(edition.language)
        if version is None:
            continue
        path = briefing_path(briefing, version)
        slug = briefing.slug
        view = _page(edition, briefing, version, newer.get(slug), older.get(slug))
        around = site(edition, path)
        yield Output(path, "briefings/briefing.html", view, around, version.path.name)


def change_view(edition: Edition, briefing: Briefing, change: Change) -> ChangeView:
    """Tell of a correction; its note stands in the original's language."""
    language = briefing.original.language
    return ChangeView(
        words(change.date, edition.texts), typeset(change.note, language), edition.lang(language)
    )


def _page(
    edition: Edition,
    briefing: Briefing,
    version: Version,
    newer: Briefing | None,
    older: Briefing | None,
) -> BriefingPage:
    language = edition.language
    path = briefing_path(briefing, version)
    href = hrefs(path)
    original = briefing.original
    basis = version if version.date_basis else original

    def path_in(code: str) -> str | None:
        other = briefing.version(code)
        return briefing_path(briefing, other) if other else None

    title, summary = typeset(version.title, language), typeset(version.summary, language)
    above = Link(section_title(edition, "briefings"), href(routes.index(language, "briefings")))
    return BriefingPage(
        frame=frame(
            edition,
            path_in,
            title,
            summary,
            above=(above,),
            source=version.path,
            draft=version.draft or original.draft,
        ),
        title=title,
        summary=summary,
        body=Markup(version.body.html),  # noqa: S704 -- made by the Markdown room, which escapes
        contents=tuple(
            Link(section.title, f"#{section.id}")
            for section in version.body.sections
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
        places=_places(edition, href, briefing),
        source=_source(edition, briefing),
        changes=tuple(change_view(edition, briefing, change) for change in briefing.changes),
        translation=None
        if version is original
        else TranslationView(
            language_link(original.language, href(briefing_path(briefing, original))),
            version.behind,
        ),
        newer=title_link(edition, href, newer),
        older=title_link(edition, href, older),
    )


def _pair_links(edition: Edition, href: Href, briefing: Briefing) -> tuple[Link, ...]:
    """Lead to the pairs of regions and countries; provinces are found from there."""
    names = edition.catalogue.vocabulary
    pairs = tagged_pairs(briefing)
    countries = dict.fromkeys(map(country, partners_and_countries(briefing.partners)))
    return tuple(
        Link(
            f"{edition.name(names.regions[region])}\u00a0— {edition.name(names.partners[partner])}",
            href(edition.pair_path(region, partner)),
        )
        for region, partner in product(briefing.regions, countries)
        if (region, partner) in pairs
    )


def _places(edition: Edition, href: Href, briefing: Briefing) -> tuple[PlaceView, ...]:
    names = edition.catalogue.vocabulary
    places = (names.places[key] for key in briefing.places)
    return tuple(
        PlaceView(
            edition.name(place),
            term_link(
                edition,
                href,
                "regions" if place.parent in names.regions else "partners",
                place.parent,
            ),
        )
        for place in places
    )


def _source(edition: Edition, briefing: Briefing) -> SourceView:
    source, language = briefing.source, briefing.original.language
    return SourceView(
        title=typeset(source.title or "", language),
        publisher=typeset(source.publisher or "", language),
        url=source.url or "",
        retrieved=date_words(edition, source.retrieved),
        lang=edition.lang(language),
    )
