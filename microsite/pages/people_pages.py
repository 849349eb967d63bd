"""Make the pages of people: who said something, and what each of them said."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

import msgspec

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.catalogue.stated import Stated
from microsite.content.facts import Fact
from microsite.languages.collation import sort_key
from microsite.pages.cards import date_words, teaser, title_link
from microsite.pages.edition import Edition, Href
from microsite.pages.fact_lists import STATEMENTS, grouped, number_of, numbers_of
from microsite.pages.facts import FactView, fact_view, speaker
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import PartOf
from microsite.pages.outputs import Output, View
from microsite.pages.part_views import part_title, parts_view, year_title
from microsite.pages.views import (
    CommitmentView,
    EventView,
    FactsView,
    FigureView,
    Link,
    PeoplePage,
    PersonPage,
    PersonRow,
    Statement,
    StatementYear,
)

SECTION = "people"

OFFICES = 100
"""People beside whose names the index has room for an office."""

Said = tuple[Stated[Fact], ...]


def people_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Make the index of people and a page for each, where anybody said anything."""
    people = catalogue.stated.said_by
    if not people:
        return
    versions = versions_in(edition, partial(routes.index, section=SECTION))
    yield Output(
        path=routes.index(edition.language, SECTION),
        template="people/index.html",
        make=_index,
        edition=edition,
        inputs=(versions, tuple((key, len(said), said[0]) for key, said in people.items())),
        versions=versions,
        origin="the index of people",
    )
    for key, said in people.items():
        numbers = numbers_of(STATEMENTS, said)
        for part in STATEMENTS.parts_of_list(key, said):
            versions = versions_in(edition, partial(routes.item, section=SECTION, slug=part.slug))
            yield Output(
                path=routes.item(edition.language, SECTION, part.slug),
                template="people/person.html",
                make=_person,
                edition=edition,
                inputs=(versions, key, part, number_of(part, numbers)),
                versions=versions,
                origin=f"the page of the person {key}",
            )


def _index(
    edition: Edition,
    path: str,
    versions: Versions,
    people: tuple[tuple[str, int, Stated[Fact]], ...],
) -> View:
    href = hrefs(path)
    rows = []
    for _, count, newest in people:
        told = fact_view(edition, href, newest).rest.speaker
        assert told is not None  # noqa: S101 -- somebody said it
        rows.append(PersonRow(told.link, told.office if len(people) <= OFFICES else "", count))
    rows.sort(key=lambda row: (sort_key(row.link.text, edition.language), row.link.href))
    view = PeoplePage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, SECTION),
            edition.texts.gettext("Who is quoted in the briefings, and in which office."),
        ),
        tuple(rows),
    )
    return view, site(edition, path)


def _person(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    key: str,
    part: PartOf[Stated[Fact]],
    number: int,
) -> View:
    href = hrefs(path)
    told = speaker(edition, href, key, "", ())
    assert told is not None  # noqa: S101 -- there is a key
    title = part_title(edition, told.link.text, part)
    index = routes.index(edition.language, SECTION)
    above = [Link(section_title(edition, SECTION), href(index))]
    if part.year:
        above.append(told.link)
    view = PersonPage(
        frame(
            edition,
            path,
            versions,
            title,
            edition.texts.gettext("Statements: %(name)s.") % {"name": title},
            above=above,
        ),
        title,
        told.link.lang,
        number,
        tuple(
            StatementYear(
                year_title(edition, year) if year else "",
                tuple(_statements(edition, href, said)),
            )
            for year, said in grouped(STATEMENTS, part)
        ),
        parts_view(edition, href, SECTION, part),
    )
    return view, site(edition, path)


def _statements(edition: Edition, href: Href, said: Said) -> Iterator[Statement]:
    """Gather what was said in one briefing and in one office."""
    for _, group in groupby(said, key=lambda stated: stated.briefing.slug):
        of_briefing = tuple(group)
        briefing = of_briefing[0].briefing
        views = [fact_view(edition, href, stated) for stated in of_briefing]
        for office, of_office in groupby(views, key=_office):
            told = [_without_speaker(view) for view in of_office]
            yield Statement(
                date=date_words(edition, briefing.date),
                briefing=title_link(edition, href, teaser(edition, briefing)),
                office=office,
                facts=FactsView(
                    tuple(view for view in told if isinstance(view, FigureView)),
                    tuple(view for view in told if isinstance(view, EventView)),
                    tuple(view for view in told if isinstance(view, CommitmentView)),
                ),
            )


def _office(view: FactView) -> str:
    return view.rest.speaker.office if view.rest.speaker else ""


def _without_speaker(view: FactView) -> FactView:
    """Leave out who said it, where that stands above."""
    rest = msgspec.structs.replace(view.rest, speaker=None)
    return msgspec.structs.replace(view, rest=rest)
