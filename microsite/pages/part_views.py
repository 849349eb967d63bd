"""Say of a part of a list what it is, where the other parts are, and how much there is in all."""

from __future__ import annotations

from collections.abc import Sequence

from microsite import routes
from microsite.catalogue.catalogue import Entries
from microsite.dates.edtf import parse
from microsite.dates.wording import DateWords, words, year_words
from microsite.languages.typography import typeset
from microsite.pages.edition import Edition, Href
from microsite.pages.listings import Part, days_of, years_of
from microsite.pages.views import Counts, Link, Parts

Counted = tuple[int, int]
"""Briefings of a list, and those of them in the page's language."""


def counted(edition: Edition, entries: Entries) -> Counted:
    """Count the briefings of a list, and those in the page's language."""
    language = edition.language
    if edition.settings.languages == (language,):
        return len(entries), len(entries)
    return len(entries), sum(entry.briefing.version(language) is not None for entry in entries)


def counted_parts(edition: Edition, entries: Entries, parts: Sequence[Part]) -> dict[str, Counted]:
    """Count what the parts of a list are parts of: each year, and under no year all."""
    years = years_of(entries) if len(parts) > 1 else ()
    return {
        "": counted(edition, entries),
        **{year: counted(edition, group) for year, group in years},
    }


def counts(number: Counted) -> Counts:
    """Hand such numbers on to a template."""
    return Counts(*number)


def year_title(edition: Edition, year: str) -> str:
    """Name a year as headings do, or say that there is no date."""
    if year == routes.UNKNOWN:
        return edition.texts.gettext("Date unknown")
    return year_words(int(year), edition.texts)


def part_title(edition: Edition, name: str, part: Part) -> str:
    """Name a part of a list by its year, or by its days where the year has several."""
    if not part.year:
        return name
    told = _label(edition, part.year, "" if part.alone else days_of(part.entries))
    title = edition.texts.gettext("%(name)s: %(period)s") % {"name": name, "period": told}
    return typeset(title, edition.language)


def parts_view(edition: Edition, href: Href, section: str, part: Part) -> Parts:
    """Lead to the other parts of a list; `section` is where they stand."""

    def path(slug: str) -> str:
        return href(routes.item(edition.language, section, slug))

    def neighbour(named: tuple[str, str, str] | None) -> Link | None:
        return Link(_label(edition, *named[1:]), path(named[0])) if named else None

    return Parts(
        days=None if part.alone or not part.year else _days(edition, days_of(part.entries)),
        years=tuple(
            Link(year_title(edition, year), path(slug), count=count, current=year == part.year)
            for slug, year, count in part.years
        ),
        newer=neighbour(part.newer),
        older=neighbour(part.older),
    )


def _label(edition: Edition, year: str, days: str) -> str:
    found = _days(edition, days)
    return found.text if found else year_title(edition, year)


def _days(edition: Edition, days: str) -> DateWords | None:
    return words(parse(days), edition.texts) if days else None
