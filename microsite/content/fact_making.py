"""Make facts of front matter: what was written there, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from microsite.content.fact_checks import Findings, judge_contradictions, judge_facts
from microsite.content.fact_matter import CommitmentMatter, EventMatter, FigureMatter
from microsite.content.facts import Commitment, Event, Facts, Figure
from microsite.content.matter import OriginalMatter
from microsite.dates.edtf import parse, sort_key
from microsite.diagnostics import Code, Diagnostic
from microsite.facts.derived import derive
from microsite.facts.formulas import FormulaError, names_in
from microsite.facts.quantities import Bounds, change_bounds, number_bounds
from microsite.source.nodes import Tree


def facts_of(matter: OriginalMatter, tree: Tree, as_of: str) -> tuple[Facts, Findings]:
    """Make the facts of an original, or tell what stands against them.

    `as_of` is the day by which what is due is judged; empty for none. Reports: `fact`, `missing`.
    """
    findings = [*judge_facts(matter, tree, as_of)]
    if findings:
        return Facts(), tuple(findings)
    figures, findings = _figures(matter.figures, tree)
    findings += judge_contradictions(figures, tree)
    if findings:
        return Facts(), tuple(findings)
    return Facts(
        figures,
        tuple(map(_event, matter.events)),
        tuple(map(_commitment, matter.commitments)),
    ), ()


def _figures(
    entries: Sequence[FigureMatter], tree: Tree
) -> tuple[tuple[Figure, ...], list[Diagnostic]]:
    known = {entry.id: _bounds(entry) for entry in entries if entry.derived is None}
    figures, findings = [], []
    for number, entry in enumerate(entries):
        figure = _figure(entry)
        if entry.derived is not None:
            try:
                value, low, high = derive(entry.derived, known, entry.unit or "")
                figure = _figure(entry, (value,), (low, high), names_in(entry.derived))
            except FormulaError as error:
                path = ("figures", number, "derived")
                findings.append(tree.finding(Code.FACT, path, str(error)))
        figures.append(figure)
    return tuple(figures), findings


def _bounds(entry: FigureMatter) -> Bounds:
    read: Callable[[str], Bounds] = change_bounds if entry.change is not None else number_bounds
    ends = [read(text) for text in entry.change or entry.value or ()]
    middle = sum((end.middle for end in ends), Fraction(0)) / len(ends)
    return Bounds(min(end.low for end in ends), middle, max(end.high for end in ends))


def _figure(
    entry: FigureMatter,
    ends: tuple[str, ...] = (),
    between: tuple[str, ...] = (),
    rests_on: tuple[str, ...] = (),
) -> Figure:
    return Figure(
        id=entry.id,
        measure=entry.measure,
        region=entry.region or "",
        partner=entry.partner or "",
        title=entry.title or "",
        period=entry.period,
        days=_days(entry.period),
        period_basis=entry.period_basis or "",
        ends=ends or entry.value or (),
        unit=entry.unit or "",
        whole=entry.whole or "",
        change=entry.change or (),
        base=entry.base or "",
        qualifier=entry.qualifier or "",
        planned=entry.planned,
        said_by=entry.said_by or "",
        evidence=entry.evidence or "",
        formula=entry.derived or "",
        between=between,
        rests_on=rests_on,
    )


def _event(entry: EventMatter) -> Event:
    return Event(
        id=entry.id,
        date=entry.date,
        days=_days(entry.date),
        title=entry.title,
        regions=entry.regions,
        partners=entry.partners,
        said_by=entry.said_by or "",
        evidence=entry.evidence,
    )


def _commitment(entry: CommitmentMatter) -> Commitment:
    return Commitment(
        id=entry.id,
        title=entry.title,
        region=entry.region or "",
        partner=entry.partner or "",
        due=entry.due or "",
        days=_days(entry.due or ""),
        status=entry.status,
        as_of=entry.as_of,
        said_by=entry.said_by or "",
        evidence=entry.evidence,
    )


def _days(text: str) -> str:
    """Give the first and the last possible day; they sort as they read."""
    return "/".join(day.isoformat() for day in sort_key(parse(text))[:2]) if text else ""
