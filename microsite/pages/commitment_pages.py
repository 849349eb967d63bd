"""Make the pages of commitments: all by status, and each status apart where there are many."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.catalogue.stated import Commitments, Stated
from microsite.content.facts import ABANDONED, DONE, PLANNED, UNDER_WAY, UNKNOWN, Commitment
from microsite.languages.typography import typeset
from microsite.pages.cards import date_words
from microsite.pages.edition import Edition, Href
from microsite.pages.fact_lists import COMMITMENTS
from microsite.pages.facts import STATUSES, commitment_view, is_overdue
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import ROOM
from microsite.pages.outputs import Output, View
from microsite.pages.views import CommitmentGroup, CommitmentsPage, Link, StatusPage

SECTION = "commitments"

ORDER = (PLANNED, UNDER_WAY, UNKNOWN, DONE, ABANDONED)
"""The statuses as the pages list them: what is still open first."""

Groups = tuple[tuple[str, int, Commitments], ...]
"""Statuses with the number of all their commitments, and those that are shown."""


def commitment_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Make the list of commitments, and where it is long those of each status."""
    everything = catalogue.stated.commitments
    if not everything:
        return
    groups = _shown(by_status(everything))
    overdue = sum(is_overdue(edition, stated.fact) for stated in everything)
    versions = versions_in(edition, partial(routes.index, section=SECTION))
    yield Output(
        path=routes.index(edition.language, SECTION),
        template="commitments/index.html",
        make=_index,
        edition=edition,
        inputs=(
            versions,
            overdue,
            tuple((status, len(items), shown) for status, items, shown in groups),
        ),
        versions=versions,
        origin="the list of commitments",
    )
    for status, items, shown in groups:
        pieces = _pieces(items) if len(shown) < len(items) else []
        for number, piece in enumerate(pieces, start=1):
            slug = _slug(status, number)
            versions = versions_in(edition, partial(routes.item, section=SECTION, slug=slug))
            yield Output(
                path=routes.item(edition.language, SECTION, slug),
                template="commitments/status.html",
                make=_status,
                edition=edition,
                inputs=(versions, status, len(items), number, len(pieces), piece),
                versions=versions,
                origin=f"the commitments that are {status}",
            )


def by_status(commitments: Commitments) -> tuple[tuple[str, Commitments], ...]:
    """Group commitments: what is due first comes first, what has no date last."""
    ordered = sorted(commitments, key=_due)
    groups = ((status, tuple(s for s in ordered if s.fact.status == status)) for status in ORDER)
    return tuple((status, group) for status, group in groups if group)


def _due(stated: Stated[Commitment]) -> tuple[bool, str, str, str, int]:
    # What is due in a year is due by its end.
    first, _, last = stated.fact.days.partition("/")
    return not last, last, first, stated.briefing.slug, stated.number


def _shown(
    groups: tuple[tuple[str, Commitments], ...],
) -> tuple[tuple[str, Commitments, Commitments], ...]:
    """Choose what the index shows of each status: all, or as many as it has room for."""
    everything = tuple(stated for _, items in groups for stated in items)
    if len(COMMITMENTS.newest(everything)) == len(everything):
        return tuple((status, items, items) for status, items in groups)
    room = ROOM // len(groups)
    return tuple((status, items, COMMITMENTS.newest(items, room)) for status, items in groups)


def _pieces(commitments: Commitments) -> list[Commitments]:
    """Cut a list from its beginning on: what is added may stand anywhere in it."""
    pieces = []
    while commitments:
        piece = COMMITMENTS.newest(commitments)
        pieces.append(piece)
        commitments = commitments[len(piece) :]
    return pieces


def _slug(status: str, number: int) -> str:
    return routes.part(routes.slug_of_words(status), number)


def _index(edition: Edition, path: str, versions: Versions, overdue: int, groups: Groups) -> View:
    href = hrefs(path)
    view = CommitmentsPage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, SECTION),
            edition.texts.gettext("What was promised, planned or begun, and what became of it."),
        ),
        sum(count for _, count, _ in groups),
        overdue,
        date_words(edition, edition.settings.as_of or ""),
        tuple(
            CommitmentGroup(
                edition.texts.gettext(STATUSES[status]),
                tuple(commitment_view(edition, href, stated) for stated in shown),
                count,
                _part(edition, href, status, 1).href if len(shown) < count else "",
            )
            for status, count, shown in groups
        ),
    )
    return view, site(edition, path)


def _status(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    status: str,
    count: int,
    number: int,
    numbers: int,
    shown: Commitments,
) -> View:
    href, language = hrefs(path), edition.language
    section = Link(section_title(edition, SECTION), href(routes.index(language, SECTION)))
    name = _part(edition, href, status, number, alone=numbers == 1).text
    whole = edition.texts.gettext("%(name)s: %(period)s")
    title = typeset(whole % {"name": section.text, "period": name}, language)
    view = StatusPage(
        frame(
            edition,
            path,
            versions,
            title,
            edition.texts.gettext("What was promised, planned or begun, and what became of it."),
            above=(section,),
        ),
        title,
        count,
        tuple(commitment_view(edition, href, stated) for stated in shown),
        _part(edition, href, status, number - 1) if number > 1 else None,
        _part(edition, href, status, number + 1) if number < numbers else None,
    )
    return view, site(edition, path)


def _part(edition: Edition, href: Href, status: str, number: int, *, alone: bool = False) -> Link:
    """Name one of the pages of a status by its number, but for the only one."""
    name = edition.texts.gettext(STATUSES[status])
    told = edition.texts.gettext("%(year)s, part %(number)s") % {"year": name, "number": number}
    path = routes.item(edition.language, SECTION, _slug(status, number))
    return Link(name if alone else typeset(told, edition.language), href(path))
