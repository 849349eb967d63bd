"""Choose the figures that the page of a region, a partner or a pair has room for, and show them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from microsite import routes
from microsite.catalogue.catalogue import Entries
from microsite.catalogue.stated import Figures, Stated
from microsite.content.facts import Figure
from microsite.languages.texts import Texts
from microsite.languages.typography import typeset
from microsite.pages.amounts import Unit, amount, number_words
from microsite.pages.chart_views import chart_view
from microsite.pages.charts import comparisons
from microsite.pages.differences import Difference, differences
from microsite.pages.edition import Edition, Href
from microsite.pages.facts import figure_view
from microsite.pages.listings import ROOM
from microsite.pages.listings import weight as weight_of_card
from microsite.pages.views import FigureView, KeyFigure, KeyFigures, Link, MeasureFigures, Told

SHARE = 6_000
"""Weight that figures may have however long the list of the page is; see `listings.weight`."""

_MARGIN = 4_000
"""What the longest margin weighs; what a page's own has less is free for figures."""

_LINK = 70
_FIGURE, _SPEAKER, _SOURCE = 210, 120, 220
"""What these weigh beside their words; a figure with its row of a chart."""

_FINEST = 10**9
"""Decimals beyond these are those of a part such as one third."""

_DIFFERENCES: Mapping[str, Unit] = {
    "percent": lambda t, n: t.ngettext(
        "%(number)s percentage point", "%(number)s percentage points", n
    ),
    "rank": lambda t, n: t.ngettext("%(number)s place", "%(number)s places", n),
}
"""Unit -> words for a difference in it, where these are not those of an amount."""


class Chosen(NamedTuple):
    """Hold the figures that a page shows."""

    figures: Figures = ()
    left_out: int = 0


def choose(figures: Figures, entries: Entries, links: int) -> tuple[Chosen, int]:
    """Choose the newest figures that a page has room for, and give the room left for its list.

    They may have what the list and the links in the margin leave, and `SHARE` at least. Those that
    differ stay together.
    """
    if not figures:
        return Chosen(), ROOM
    whole = ROOM + max(0, _MARGIN - _LINK * links)
    room = max(SHARE, whole - sum(map(weight_of_card, entries)))
    shown: dict[Stated[Figure], int] = {}
    seen: set[str] = set()
    for block in _blocks(figures):
        added = {stated: _weigh(stated, seen) for stated in block.figures}
        if shown and sum(shown.values()) + sum(added.values()) > room:
            break
        shown |= added
    kept = tuple(stated for stated in figures if stated in shown)
    return Chosen(kept, len(figures) - len(kept)), min(ROOM, whole - sum(shown.values()))


def _weigh(stated: Stated[Figure], seen: set[str]) -> int:
    """Estimate what a figure adds to a page: bytes of its words, the longest of its languages.

    Its speaker and its source add to it where they are not yet `seen`.
    """
    figure, briefing = stated.fact, stated.briefing
    own = {figure.id: figure.title, f"{figure.id}.whole": figure.whole}
    told = [own, *({**own, **version.words} for version in briefing.translations)]
    weight = max(sum(len(words[key].encode()) for key in own) for words in told)
    weight += _FIGURE * (1 + len(figure.rests_on))
    if figure.said_by and f"said by {figure.said_by}" not in seen:
        seen.add(f"said by {figure.said_by}")
        weight += _SPEAKER
    if briefing.slug not in seen:
        seen.add(briefing.slug)
        titles = (len(version.title.encode()) for version in briefing.versions)
        source = briefing.source.publisher or briefing.source.title
        weight += _SOURCE + max(titles) + len(source.encode())
    return weight


def key_figures(
    edition: Edition, href: Href, chosen: Chosen, about: Collection[str]
) -> KeyFigures | None:
    """Show figures by measure, with charts; None where there are none.

    `about` are the codes that the page itself is about, which its figures need not name.
    """
    shown = chosen.figures
    if not shown:
        return None
    views = {s: _without(figure_view(edition, href, s), s.fact, about) for s in shown}
    groups: dict[str, list[Difference]] = {}
    for block in _blocks(shown):
        groups.setdefault(block.figures[0].fact.measure, []).append(block)
    in_order = [s for blocks in groups.values() for block in blocks for s in block.figures]
    sources = {stated.briefing.slug: views[stated].rest for stated in in_order}
    numbers = {slug: number for number, slug in enumerate(sources, start=1)}

    def item(block: Difference) -> KeyFigure:
        told = (Told(views[s], numbers[s.briefing.slug]) for s in block.figures)
        return KeyFigure(tuple(told), difference_words(block, edition.texts) if block.gap else "")

    return KeyFigures(
        charts=tuple(chart_view(drawn, views, edition.texts) for drawn in comparisons(shown)),
        groups=tuple(
            MeasureFigures(
                edition.name(edition.vocabulary.measures[measure]), tuple(map(item, blocks))
            )
            for measure, blocks in groups.items()
        ),
        sources=tuple(sources.values()),
        more=_more(edition, href, chosen.left_out) if chosen.left_out else None,
    )


def difference_words(difference: Difference, texts: Texts) -> str:
    """Say how far sources are apart."""
    told = (
        texts.gettext("The sources differ; the difference: %(amount)s")
        if difference.exact
        else texts.gettext("The sources differ; the greatest difference: %(amount)s")
    )
    gap = _gap(difference.figures[0].fact, difference.gap, texts)
    return typeset(told % {"amount": gap}, texts.language)


def _gap(figure: Figure, gap: Fraction, texts: Texts) -> str:
    """Say a difference in the unit, and that of parts of a hundred in percentage points."""
    exact = (gap * _FINEST).denominator == 1
    shown = gap if exact else round(gap, 1)
    number = f"{Decimal(shown.numerator) / Decimal(shown.denominator):f}"
    if not figure.change and figure.unit not in _DIFFERENCES:
        return amount(replace(figure, ends=(number,), between=(), qualifier=""), texts)
    # A number with decimals takes the form of few in every language here.
    count = int(shown) if shown.denominator == 1 else 2
    told = _DIFFERENCES["percent" if figure.change else figure.unit](texts, count)
    words = told % {"number": number_words(number, texts)}
    return words if exact else texts.pgettext("amount", "about %(amount)s") % {"amount": words}


def _blocks(figures: Figures) -> Iterator[Difference]:
    """Give each figure alone, and those that differ together where the first of them stands."""
    found = {s: difference for difference in differences(figures) for s in difference.figures}
    given: set[Stated[Figure]] = set()
    for stated in figures:
        if stated not in given:
            block = found.get(stated) or Difference((stated,), Fraction(0), exact=True)
            given.update(block.figures)
            yield block


def _without(view: FigureView, figure: Figure, about: Collection[str]) -> FigureView:
    return replace(
        view,
        region=None if figure.region in about else view.region,
        partner=None if figure.partner in about else view.partner,
    )


def _more(edition: Edition, href: Href, count: int) -> Link:
    told = edition.texts.ngettext("%(num)d more figure", "%(num)d more figures", count)
    text = typeset(told % {"num": count}, edition.language)
    return Link(text, href(routes.index(edition.language, "figures")))
