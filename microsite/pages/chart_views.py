"""Say in words what a chart shows: what its rows have in common, and in what each differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from microsite.catalogue.stated import Stated
from microsite.content.facts import Figure
from microsite.languages.texts import Texts
from microsite.pages.charts import MEASURES, PERIODS, PLACES, WIDTH, Comparison, is_share, marks
from microsite.pages.views import Chart, ChartRow, FigureView, Note, Words

DOT = "\u00a0· "
"""Between names of one line."""

_TITLE, _WHOLE, _SOURCE = "title", "whole", "source"


def chart_view(
    comparison: Comparison, views: Mapping[Stated[Figure], FigureView], texts: Texts
) -> Chart:
    """Show figures that compare, of which `views` holds the words."""
    figures = [views[stated] for stated in comparison.rows]
    rows = [_notes(figure, texts) for figure in figures]
    common = {name for name in rows[0] if len({row[name] for row in rows}) == 1}
    bases = {(figure.base, figure.base_stated) for figure in figures}
    base, stated = bases.pop() if len(bases) == 1 else ("", True)
    heads = [_head(comparison.varies, row, common) for row in rows]
    beside = [
        tuple(row[name] for name in row if name not in {*common, head, MEASURES, _SOURCE})
        for row, head in zip(rows, heads, strict=True)
    ]
    names = [row[head] for row, head in zip(rows, heads, strict=True)]
    twice = Counter(zip(names, beside, strict=True))
    drawn = marks([stated.fact for stated in comparison.rows], bars=comparison.bars)
    first = comparison.rows[0].fact
    said = [rows[0][name] for name in rows[0] if name in common - {MEASURES, _SOURCE}]
    said += [Note(Words(texts.gettext("planned")))] if first.planned else []
    said += [Note(Words(texts.gettext("change")))] if first.change else []
    said += [Note(Words(texts.gettext("scale from 0 to 100%%") % {}))] if is_share(first) else []
    return Chart(
        title=DOT.join(dict.fromkeys(row[MEASURES].words.text for row in rows)),
        notes=_said(said),
        base=base,
        base_stated=stated,
        width=WIDTH,
        rows=tuple(
            ChartRow(
                name=name.words,
                # Two sources may say the same of one thing, or not the same.
                notes=_said([*notes, row[_SOURCE]] if twice[name, notes] > 1 else notes),
                base="" if base else figure.base,
                base_stated=figure.base_stated,
                amount=figure.amount,
                sentence=figure.rest.sentence,
                mark=mark,
            )
            for name, notes, row, figure, mark in zip(
                names, beside, rows, figures, drawn, strict=True
            )
        ),
    )


def _notes(figure: FigureView, texts: Texts) -> dict[str, Note]:
    """Give all that may tell a figure from others, in the order in which it is said."""
    places = [link.text for link in (figure.region, figure.partner) if link]
    return {
        MEASURES: Note(Words(figure.measure)),
        PLACES: Note(Words(DOT.join(places))),
        _TITLE: Note(figure.title),
        _WHOLE: Note(figure.whole, texts.gettext("of:")),
        PERIODS: Note(Words(figure.period.text if figure.period else "")),
        _SOURCE: Note(figure.rest.source),
    }


def _head(varies: str, row: Mapping[str, Note], common: Collection[str]) -> str:
    """Choose by what a row is named: by its title where no place tells it from the others."""
    apart = (name for name in (varies, _TITLE) if row[name].words.text and name not in common)
    return next(apart, MEASURES)


def _said(notes: Sequence[Note]) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.words.text)
