"""Make the page of a briefing's facts, where they are too many to stand beside its text."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from microsite import routes
from microsite.catalogue.catalogue import Entry
from microsite.catalogue.stated import Stated
from microsite.content.model import Briefing, Version
from microsite.languages.typography import typeset
from microsite.pages.edition import Edition, briefing_path
from microsite.pages.fact_lists import weight
from microsite.pages.facts import facts_view
from microsite.pages.frames import Versions, frame, hrefs, section_title, site
from microsite.pages.outputs import Output, View
from microsite.pages.views import BriefingFactsPage, FactsView, Link

ROOM = 24_000
"""Weight of facts that such a page holds. Tested by the size of whole pages."""

BESIDE = 24
"""Facts that have room beside the text; more of them have a page of their own."""


def has_own_page(briefing: Briefing) -> bool:
    """Tell whether the facts of a briefing are too many to stand beside its text."""
    return len(briefing.facts.all) > BESIDE


def pages_of_facts(briefing: Briefing, language: str) -> dict[str, str]:
    """Give the path of the page on which each fact stands, by its id; none where all have room."""
    if not has_own_page(briefing):
        return {}
    return {
        fact: routes.facts(language, briefing.slug, number)
        for number, part in enumerate(_parts(briefing), start=1)
        for fact in part
    }


def facts_pages(edition: Edition, entry: Entry, version: Version) -> Iterator[Output]:
    """Show the facts of a briefing that exists in the language, and has many."""
    briefing = entry.briefing
    if not has_own_page(briefing):
        return
    for number in range(1, len(_parts(briefing)) + 1):
        yield Output(
            path=routes.facts(edition.language, briefing.slug, number),
            template="briefings/facts.html",
            make=_facts,
            edition=edition,
            inputs=(entry, number),
            days=briefing.days,
            versions=_versions(edition, briefing, number),
            origin=f"the facts of {version.path.rpartition('/')[2]}",
        )


def _parts(briefing: Briefing) -> tuple[tuple[str, ...], ...]:
    """Cut the facts, in their order, into as many as one page has room for; give their ids."""
    parts: list[list[str]] = []
    room = 0
    for number, fact in enumerate(briefing.facts.all, start=1):
        size = weight(Stated(briefing, fact, number))
        if not parts or size > room:
            parts.append([])
            room = ROOM
        parts[-1].append(fact.id)
        room -= size
    return tuple(map(tuple, parts))


def _versions(edition: Edition, briefing: Briefing, number: int) -> Versions:
    there = {version.language for version in briefing.versions}
    return tuple(
        (code, routes.facts(code, briefing.slug, number))
        for code in edition.settings.languages
        if code in there
    )


def _facts(edition: Edition, path: str, entry: Entry, number: int) -> View:
    href, briefing = hrefs(path), entry.briefing
    parts = _parts(briefing)
    shown = parts[number - 1]
    heading = edition.texts.gettext("Figures, events and commitments")
    version = edition.shown(briefing)
    title = typeset(version.title, version.language)
    index = routes.index(edition.language, "briefings")
    view = BriefingFactsPage(
        frame(
            edition,
            path,
            _versions(edition, briefing, number),
            heading if len(parts) == 1 else f"{heading}, {_span(parts, number)}",
            title,
            above=(
                Link(section_title(edition, "briefings"), href(index)),
                Link(title, href(briefing_path(briefing, version))),
            ),
            source=version.path,
            draft=version.draft or briefing.original.draft,
        ),
        _some(facts_view(edition, href, briefing), shown),
        tuple(
            Link(
                _span(parts, other),
                href(routes.facts(edition.language, briefing.slug, other)),
                current=other == number,
            )
            for other in range(1, len(parts) + 1)
            if len(parts) > 1
        ),
    )
    return view, site(edition, path)


def _span(parts: tuple[tuple[str, ...], ...], number: int) -> str:
    """Name a part by the numbers of its first and its last fact."""
    last = sum(map(len, parts[:number]))
    return f"{last - len(parts[number - 1]) + 1}–{last}"


def _some(facts: FactsView, ids: Collection[str]) -> FactsView:
    return FactsView(
        tuple(item for item in facts.figures if item.id in ids),
        tuple(item for item in facts.events if item.id in ids),
        tuple(item for item in facts.commitments if item.id in ids),
    )
