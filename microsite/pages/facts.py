"""Make what pages show of facts: the words, and the way to the sentence and its source."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from microsite import routes
from microsite.catalogue.stated import Kind, Stated
from microsite.content.facts import (
    ABANDONED,
    DONE,
    NOT_STATED,
    PLANNED,
    UNDER_WAY,
    UNKNOWN,
    Commitment,
    Event,
    Fact,
    Figure,
)
from microsite.content.model import Briefing
from microsite.content.vocabulary import Office, Person
from microsite.dates.edtf import parse
from microsite.languages.texts import mark
from microsite.languages.typography import typeset
from microsite.pages.amounts import amount, base_words, bounds
from microsite.pages.cards import date_words
from microsite.pages.edition import Edition, Href, briefing_path, term_link
from microsite.pages.views import (
    CommitmentView,
    EventView,
    FactsView,
    FigureView,
    Link,
    Rest,
    Speaker,
    Words,
)

STATUSES = {
    PLANNED: mark("Planned"),
    UNDER_WAY: mark("Under way"),
    DONE: mark("Done"),
    ABANDONED: mark("Abandoned"),
    UNKNOWN: mark("Outcome not known"),
}
"""Status -> its words."""


def facts_view(edition: Edition, href: Href, briefing: Briefing) -> FactsView:
    """Show the facts of a briefing, numbered as its sentences are."""
    facts = briefing.facts
    first, second = len(facts.figures), len(facts.figures) + len(facts.events)
    return FactsView(
        tuple(figure_view(edition, href, s) for s in _stated(briefing, facts.figures, 0)),
        tuple(event_view(edition, href, s) for s in _stated(briefing, facts.events, first)),
        tuple(
            commitment_view(edition, href, s) for s in _stated(briefing, facts.commitments, second)
        ),
    )


def figure_view(edition: Edition, href: Href, stated: Stated[Figure]) -> FigureView:
    """Show a figure with its period, its unit and how exact it is."""
    figure, briefing = stated.fact, stated.briefing
    known = {other.id: other for other in briefing.facts.figures}
    return FigureView(
        id=figure.id,
        number=stated.number,
        measure=edition.name(edition.vocabulary.measures[figure.measure]),
        title=_said(edition, briefing, figure.id, figure.title),
        amount=amount(figure, edition.texts),
        whole=_said(edition, briefing, f"{figure.id}.whole", figure.whole),
        base=base_words(figure, edition.texts),
        base_stated=figure.base != NOT_STATED,
        period=date_words(edition, figure.period),
        period_basis=_said(edition, briefing, f"{figure.id}.period_basis", figure.period_basis),
        region=place_link(edition, href, "regions", figure.region),
        partner=place_link(edition, href, "partners", figure.partner),
        planned=figure.planned,
        between=bounds(figure, edition.texts),
        rests_on=tuple(
            Link(amount(known[name], edition.texts), sentence(href, briefing, name))
            for name in figure.rests_on
        ),
        rest=_rest(edition, href, stated),
    )


def event_view(edition: Edition, href: Href, stated: Stated[Event]) -> EventView:
    """Show an event with its date."""
    event, briefing = stated.fact, stated.briefing
    return EventView(
        id=event.id,
        number=stated.number,
        title=_said(edition, briefing, event.id, event.title),
        date=date_words(edition, event.date),
        regions=_links(edition, href, "regions", event.regions),
        partners=_links(edition, href, "partners", event.partners),
        rest=_rest(edition, href, stated),
    )


def commitment_view(edition: Edition, href: Href, stated: Stated[Commitment]) -> CommitmentView:
    """Show a commitment with what became of it, and when that was known."""
    item, briefing = stated.fact, stated.briefing
    return CommitmentView(
        id=item.id,
        number=stated.number,
        title=_said(edition, briefing, item.id, item.title),
        due=date_words(edition, item.due),
        status=edition.texts.gettext(STATUSES[item.status]),
        as_of=date_words(edition, item.as_of),
        said=date_words(edition, briefing.date if item.as_of != briefing.date else ""),
        overdue=is_overdue(edition, item),
        region=place_link(edition, href, "regions", item.region),
        partner=place_link(edition, href, "partners", item.partner),
        rest=_rest(edition, href, stated),
    )


FactView = FigureView | EventView | CommitmentView


def fact_view(edition: Edition, href: Href, stated: Stated[Fact]) -> FactView:
    """Show a fact of any kind."""
    briefing, fact, number = stated.briefing, stated.fact, stated.number
    if isinstance(fact, Figure):
        return figure_view(edition, href, Stated(briefing, fact, number))
    if isinstance(fact, Event):
        return event_view(edition, href, Stated(briefing, fact, number))
    return commitment_view(edition, href, Stated(briefing, fact, number))


def is_overdue(edition: Edition, item: Commitment) -> bool:
    """Tell whether something was due before the day by which the site judges, and is not done."""
    day = edition.settings.as_of or ""
    last = parse(item.due).upper if item.due else None
    return bool(day and last and last.isoformat() < day and item.status not in {DONE, ABANDONED})


def place_link(edition: Edition, href: Href, taxonomy: str, code: str) -> Link | None:
    """Lead to the page of a region or a partner; None for no code."""
    return term_link(edition, href, taxonomy, code) if code else None


def sentence(href: Href, briefing: Briefing, fact: str) -> str:
    """Lead to the words of the original that state a fact."""
    return f"{href(briefing_path(briefing, briefing.original))}#{fact}"


def speaker(
    edition: Edition, href: Href, key: str, days: str, codes: Collection[str]
) -> Speaker | None:
    """Name a person with the office held at a time, given by its days; None for no key.

    `codes` are those of the region and partner spoken of.
    """
    if not key:
        return None
    person = edition.vocabulary.people[key]
    language = edition.language if edition.language in person.name else min(person.name)
    name = typeset(person.name[language], language)
    office = office_at(person, days, codes)
    title = office.title.get(edition.language, "") if office else ""
    address = href(routes.item(edition.language, "people", key))
    return Speaker(Link(name, address, edition.lang(language)), typeset(title, edition.language))


def office_at(person: Person, days: str, codes: Collection[str]) -> Office | None:
    """Choose the office that a person held when something was said.

    Where the time is not known, that is the only office. Of several that fit, it is that of the
    place which was spoken of, or else the first.
    """
    if not days:
        return person.offices[0] if len(person.offices) == 1 else None
    first, _, last = days.partition("/")
    held = [office for office in person.offices if _was_held(office, first, last)]
    held.sort(key=lambda office: office.of not in codes)
    return held[0] if held else None


def _was_held(office: Office, first: str, last: str) -> bool:
    start = parse(office.start).lower if office.start else None
    end = parse(office.end).upper if office.end else None
    return (start is None or start.isoformat() <= last) and (
        end is None or end.isoformat() >= first
    )


def _stated(briefing: Briefing, facts: Iterable[Kind], before: int) -> Iterable[Stated[Kind]]:
    return (Stated(briefing, fact, before + n) for n, fact in enumerate(facts, start=1))


def _rest(edition: Edition, href: Href, stated: Stated[Kind]) -> Rest:
    briefing, fact = stated.briefing, stated.fact
    original, source = briefing.original, briefing.source
    shown = edition.shown(briefing)
    return Rest(
        sentence=sentence(href, briefing, fact.id) if fact.evidence else "",
        evidence=_in(edition, original.language, fact.evidence),
        source=_in(edition, original.language, source.publisher or source.title),
        briefing=Link(
            typeset(shown.title, shown.language),
            href(briefing_path(briefing, shown)),
            edition.lang(shown.language),
        ),
        speaker=speaker(edition, href, fact.said_by, briefing.days, _codes(fact)),
    )


def _codes(fact: Fact) -> tuple[str, ...]:
    if isinstance(fact, Event):
        return (*fact.regions, *fact.partners)
    return (fact.region, fact.partner)


def _said(edition: Edition, briefing: Briefing, key: str, text: str) -> Words:
    """Give words of a fact in the page's language, or else in the original's."""
    version = briefing.version(edition.language)
    if text and version is not None and key in version.words:
        return Words(typeset(version.words[key], edition.language))
    return _in(edition, briefing.original.language, text)


def _in(edition: Edition, language: str, text: str) -> Words:
    return Words(typeset(text, language), edition.lang(language) if text else "")


def _links(edition: Edition, href: Href, taxonomy: str, codes: Iterable[str]) -> tuple[Link, ...]:
    return tuple(term_link(edition, href, taxonomy, code) for code in codes)
