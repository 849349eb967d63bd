"""Say of a part of a list what it is, where the other parts are, and how much there is in all."""

from __future__ import annotations

from collections.abc import Sequence

from microsite import routes
from microsite.catalogue.catalogue import Entries
from microsite.dates.edtf import parse
from microsite.dates.wording import DateWords, words, year_words
from microsite.languages.texts import mark
from microsite.languages.typography import typeset
from microsite.pages.edition import Edition, Href
from microsite.pages.listings import Item, Part, PartOf, years_of
from microsite.pages.views import Counts, Link, Parts

Counted = tuple[int, int]
"""Briefings of a list, and those of them in the page's language."""

UNDATED = mark("Date unknown")
"""Heads what has no date; translated where it is shown."""


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


def year_title(edition: Edition, year: str, undated: str = UNDATED) -> str:
    """Name a year as headings do, or say that there is no date."""
    if year == routes.UNKNOWN:
        return edition.texts.gettext(undated)
    return year_words(int(year), edition.texts)


def part_title(edition: Edition, name: str, part: PartOf[Item], undated: str = UNDATED) -> str:
    """Name a part of a list by its year, and where the year has several, by what tells it apart."""
    if not part.year:
        return name
    told = _label(edition, part.year, part.which, undated)
    title = edition.texts.gettext("%(name)s: %(period)s") % {"name": name, "period": told}
    return typeset(title, edition.language)


def parts_view(
    edition: Edition, href: Href, section: str, part: PartOf[Item], undated: str = UNDATED
) -> Parts:
    """Lead to the other parts of a list; `section` is where they stand."""

    def path(slug: str) -> str:
        return href(routes.item(edition.language, section, slug))

    def neighbour(named: tuple[str, str, str] | None) -> Link | None:
        slug, year, which = named or ("", "", "")
        return Link(_label(edition, year, which, undated), path(slug)) if slug else None

    return Parts(
        days=_days(edition, part.which),
        years=tuple(
            Link(
                year_title(edition, year, undated),
                path(slug),
                count=count,
                current=year == part.year,
            )
            for slug, year, count in part.years
        ),
        newer=neighbour(part.newer),
        older=neighbour(part.older),
    )


def _label(edition: Edition, year: str, which: str, undated: str) -> str:
    if days := _days(edition, which):
        return days.text
    title = year_title(edition, year, undated)
    if not which:
        return title
    told = edition.texts.gettext("%(year)s, part %(number)s")
    return typeset(told % {"year": title, "number": which}, edition.language)


def _days(edition: Edition, which: str) -> DateWords | None:
    return words(parse(which), edition.texts) if "/" in which else None
