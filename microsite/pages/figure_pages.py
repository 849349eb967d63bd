"""Make the pages of figures: an index by measure, and the figures of each measure."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from microsite import routes
from microsite.catalogue.catalogue import Catalogue
from microsite.catalogue.stated import Figures, Stated
from microsite.content.facts import Figure
from microsite.languages.collation import sort_key
from microsite.pages.edition import Edition
from microsite.pages.fact_lists import (
    FIGURES,
    LINES,
    PERIOD_UNKNOWN,
    grouped,
    number_of,
    numbers_of,
)
from microsite.pages.facts import figure_view
from microsite.pages.frames import Versions, frame, hrefs, section_title, site, versions_in
from microsite.pages.listings import ROOM, PartOf
from microsite.pages.outputs import Output, View
from microsite.pages.part_views import part_title, parts_view, year_title
from microsite.pages.views import FigureGroup, FiguresPage, Link, MeasurePage

SECTION = "figures"

SHOWN = 3
"""Figures that the index shows of each measure at most; the measure's own page has all."""


def figure_pages(edition: Edition, catalogue: Catalogue) -> Iterator[Output]:
    """Make the index of measures and the pages of each, where there are any figures."""
    measures = catalogue.stated.figures_by_measure
    if not measures:
        return
    versions = versions_in(edition, partial(routes.index, section=SECTION))
    room = ROOM // len(measures)
    yield Output(
        path=routes.index(edition.language, SECTION),
        template="figures/index.html",
        make=_index,
        edition=edition,
        inputs=(
            versions,
            tuple(
                (key, len(figures), LINES.newest(figures[:SHOWN], room))
                for key, figures in measures.items()
            ),
        ),
        versions=versions,
        origin="the index of figures",
    )
    for key, figures in measures.items():
        numbers = numbers_of(FIGURES, figures)
        for part in FIGURES.parts_of_list(edition.term_slug("measures", key), figures):
            versions = versions_in(edition, partial(routes.item, section=SECTION, slug=part.slug))
            yield Output(
                path=routes.item(edition.language, SECTION, part.slug),
                template="figures/measure.html",
                make=_measure,
                edition=edition,
                inputs=(versions, key, part, number_of(part, numbers)),
                versions=versions,
                origin=f"the page of the measure {key}",
            )


def measure_path(edition: Edition, key: str) -> str:
    """Route the page of a measure that has figures."""
    return routes.item(edition.language, SECTION, edition.term_slug("measures", key))


def _index(
    edition: Edition, path: str, versions: Versions, measures: tuple[tuple[str, int, Figures], ...]
) -> View:
    href = hrefs(path)
    names = {key: edition.name(edition.vocabulary.measures[key]) for key, _, _ in measures}
    ordered = sorted(measures, key=lambda row: (sort_key(names[row[0]], edition.language), row[0]))
    view = FiguresPage(
        frame(
            edition,
            path,
            versions,
            section_title(edition, SECTION),
            edition.texts.gettext("The figures of all briefings by what they measure."),
        ),
        sum(count for _, count, _ in measures),
        tuple(
            FigureGroup(
                names[key],
                tuple(figure_view(edition, href, stated) for stated in figures),
                count,
                href(measure_path(edition, key)),
            )
            for key, count, figures in ordered
        ),
    )
    return view, site(edition, path)


def _measure(  # noqa: PLR0913, PLR0917 -- all that the page shows
    edition: Edition,
    path: str,
    versions: Versions,
    key: str,
    part: PartOf[Stated[Figure]],
    number: int,
) -> View:
    href = hrefs(path)
    name = edition.name(edition.vocabulary.measures[key])
    title = part_title(edition, name, part, PERIOD_UNKNOWN)
    # A topic may have the same name.
    told = edition.texts.gettext("%(name)s (figures)") % {"name": name}
    index = routes.index(edition.language, SECTION)
    above = [Link(section_title(edition, SECTION), href(index))]
    if part.year:
        above.append(Link(name, href(measure_path(edition, key))))
    view = MeasurePage(
        frame(
            edition,
            path,
            versions,
            part_title(edition, told, part, PERIOD_UNKNOWN),
            edition.texts.gettext("Figures: %(name)s.") % {"name": title},
            above=above,
        ),
        title,
        number,
        tuple(
            FigureGroup(
                year_title(edition, year, PERIOD_UNKNOWN) if year else "",
                tuple(figure_view(edition, href, stated) for stated in figures),
            )
            for year, figures in grouped(FIGURES, part)
        ),
        parts_view(edition, href, SECTION, part, PERIOD_UNKNOWN),
    )
    return view, site(edition, path)
