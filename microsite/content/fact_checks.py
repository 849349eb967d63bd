"""Judge of facts what one field alone cannot show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from microsite.content.body import Body
from microsite.content.evidence import Missed
from microsite.content.fact_matter import CommitmentMatter, FigureMatter
from microsite.content.facts import PLANNED, Facts, Figure
from microsite.content.matter import OriginalMatter
from microsite.content.vocabulary import country
from microsite.dates.edtf import parse
from microsite.diagnostics import Code, Diagnostic, nearest
from microsite.facts.formulas import names_in
from microsite.source.nodes import Tree

Findings = tuple[Diagnostic, ...]

KINDS = ("figures", "events", "commitments")
"""The lists of facts in front matter."""


def judge_facts(matter: OriginalMatter, tree: Tree, as_of: str) -> Iterator[Diagnostic]:
    """Judge all facts of an original but for their numbers. Reports: `fact`, `missing`."""
    yield from _judge_doubled(matter, tree)
    for number, figure in enumerate(matter.figures):
        yield from _judge_figure(figure, number, tree)
    yield from _judge_codes(matter, tree)
    yield from _judge_periods(matter, tree)
    yield from _judge_due(matter.commitments, tree, as_of)
    yield from _judge_formulas(matter.figures, tree)


def judge_evidence(tree: Tree, facts: Facts, missed: Sequence[Missed]) -> Findings:
    """Put what the body does not hold once where the front matter names it. Reports: `evidence`."""
    places = {
        fact.id: (kind, number, "evidence")
        for kind in KINDS
        for number, fact in enumerate(getattr(facts, kind))
    }
    return tuple(
        tree.finding(Code.EVIDENCE, places[item.id], *_missing_evidence(item)) for item in missed
    )


def judge_ids(tree: Tree, facts: Facts, body: Body) -> Iterator[Diagnostic]:
    """Find facts whose ids are those of headings. Reports: `fact`."""
    lines = {section.id: section.line for section in body.sections if section.id}
    for kind in KINDS:
        for number, fact in enumerate(getattr(facts, kind)):
            if fact.id in lines:
                message = f"The heading on line {lines[fact.id]} has the id “{fact.id}” already."
                yield tree.finding(
                    Code.FACT, (kind, number, "id"), message, "Give the fact another id."
                )


def judge_words(tree: Tree, words: Mapping[str, str], facts: Facts) -> Iterator[Diagnostic]:
    """Find words for facts that the original does not have. Reports: `translation`."""
    told = {
        f"{fact.id}.{name}".removesuffix(".title"): bool(getattr(fact, name, ""))
        for fact in facts.all
        for name in ("title", "whole", "period_basis")
    }
    for key in words:
        if not told.get(key):
            near = nearest(key, [other for other in told if told[other] and other not in words])
            id_, _, name = key.partition(".")
            message = f"The original has no fact “{id_}”."
            hint = "The keys are the ids of its facts, some with .whole or .period_basis behind."
            if id_ in told:
                message = f"The fact “{id_}” of the original has no `{name or 'title'}`."
                hint = "Delete this line."
            hint = f"Did you mean “{near}”?" if near else hint
            yield tree.key_finding(Code.TRANSLATION, ("words", key), message, hint)


def _missing_evidence(item: Missed) -> tuple[str, str]:
    if len(item.lines) > 1:
        lines = sorted(set(item.lines))
        where = f"on line {lines[0]}" if len(lines) == 1 else f"on lines {_listed(lines)}"
        message = f"These words stand in the text {_times(len(item.lines))}, {where}."
        return message, "Take more words around them, so that they stand there once."
    message = "These words do not stand in the text."
    hint = "Copy them from one paragraph, list item, heading or cell of it."
    if item.near:
        hint = f"Most like them, on line {item.lines[0]}: “{item.near}”. {hint}"
    return message, hint


def _listed(numbers: Sequence[int]) -> str:
    *others, last = map(str, numbers)
    return f"{', '.join(others)} and {last}"


def _times(number: int) -> str:
    return "twice" if number == 2 else f"{number} times"  # noqa: PLR2004 -- as one says it


def _judge_doubled(matter: OriginalMatter, tree: Tree) -> Iterator[Diagnostic]:
    first: dict[str, tuple[str, int]] = {}
    for kind in KINDS:
        for number, fact in enumerate(getattr(matter, kind)):
            path = (kind, number, "id")
            if fact.id in first:
                line = tree.place((*first[fact.id], "id")).line
                message = f"The id “{fact.id}” stands here a second time; it is on line {line} too."
                yield tree.finding(Code.FACT, path, message, "Give this fact another id.")
            first.setdefault(fact.id, (kind, number))


def _judge_figure(figure: FigureMatter, number: int, tree: Tree) -> Iterator[Diagnostic]:
    here = ("figures", number)
    told = [name for name in ("value", "change", "derived") if getattr(figure, name) is not None]
    if not told:
        message = "A figure has a `value`, a `change`, or is `derived`."
        yield tree.finding(Code.MISSING, (*here, "id"), message, "Write one of the three.")
    for name in told[1:]:
        message = f"`{name}` cannot stand beside `{told[0]}`."
        hint = "Make two figures of it, or delete one of the two."
        yield tree.key_finding(Code.FACT, (*here, name), message, hint)
    if len(told) == 1:
        yield from _judge_parts(figure, here, told[0], tree)
    if figure.derived is None and figure.evidence is None:
        message = "`evidence` is missing: the words of the text that state the figure."
        yield tree.finding(Code.MISSING, (*here, "id"), message, "Copy them from the text.")
    if figure.derived is not None and figure.evidence is not None:
        message = "What is derived stands in no sentence of the text."
        hint = "Delete `evidence`; or write the number as a `value`, if the text states it."
        yield tree.key_finding(Code.FACT, (*here, "evidence"), message, hint)
    if not figure.period and figure.period_basis is None:
        message = "`period_basis` is missing, but the period is unknown."
        hint = "Say in a few words why, or what the text says of it."
        yield tree.key_finding(Code.MISSING, (*here, "period"), message, hint)


def _judge_parts(
    figure: FigureMatter, here: tuple[str | int, ...], told: str, tree: Tree
) -> Iterator[Diagnostic]:
    """Judge what belongs to a value, or to a change."""
    change = told == "change"
    rules = (
        (
            "unit",
            not change,
            "Write a currency as in USD (ISO 4217), or a unit such as percent.",
            "A change has no unit; delete it.",
        ),
        (
            "base",
            change,
            "Write the period that the source compares with; or: not stated.",
            "Only a change has a base; delete it.",
        ),
        ("whole", not change, "", "Say in the `title` what has changed."),
    )
    for name, fits, add, delete in rules:
        given = getattr(figure, name) is not None
        if fits and add and not given:
            message = f"`{name}` is missing, but there is a `{told}`."
            if told == "derived":
                message = "`unit` is missing, but the figure is `derived`."
            yield tree.key_finding(Code.MISSING, (*here, told), message, add)
        if given and not fits:
            of = "a `change`" if name == "base" else "a `value`"
            yield tree.key_finding(Code.FACT, (*here, name), f"`{name}` belongs to {of}.", delete)


def _judge_codes(matter: OriginalMatter, tree: Tree) -> Iterator[Diagnostic]:
    """Find regions and partners of facts that the front matter does not list."""
    listed = {
        "regions": {*matter.regions},
        "partners": {*matter.partners, *map(country, matter.partners)},
    }
    for kind in KINDS:
        for number, fact in enumerate(getattr(matter, kind)):
            for name, many in (("region", "regions"), ("partner", "partners")):
                one = getattr(fact, name, None)
                codes: list[tuple[tuple[str | int, ...], str]] = []
                codes += [((kind, number, name), one)] if one else []
                codes += [
                    ((kind, number, many, n), c) for n, c in enumerate(getattr(fact, many, ()))
                ]
                for path, code in codes:
                    if code not in listed[many]:
                        message = f"{code} is not among the `{many}` of the front matter."
                        hint = f"Add it there: `{many}` lists all that the briefing is about."
                        yield tree.finding(Code.FACT, path, message, hint)


def _judge_periods(matter: OriginalMatter, tree: Tree) -> Iterator[Diagnostic]:
    """Find periods that begin after the source was published, and are not said to be planned."""
    source = matter.date
    last = source.upper if source else None
    for number, figure in enumerate(matter.figures):
        first = parse(figure.period).lower if figure.period else None
        if source and last and first and first > last and not figure.planned:
            message = f"{figure.period} begins after the source was published ({source.text})."
            hint = "Correct the period, or add planned: true."
            yield tree.finding(Code.FACT, ("figures", number, "period"), message, hint)


def _judge_due(
    commitments: Sequence[CommitmentMatter], tree: Tree, as_of: str
) -> Iterator[Diagnostic]:
    for number, item in enumerate(commitments):
        last = parse(item.due).upper if item.due else None
        if as_of and last and last < date.fromisoformat(as_of) and item.status == PLANNED:
            message = f"This was due by {item.due}: on {as_of} it cannot be planned any more."
            hint = (
                "Write what came of it: done, abandoned or under way; or unknown."
                f" {as_of} is `as_of` in content/site.yaml."
            )
            yield tree.finding(Code.FACT, ("commitments", number, "status"), message, hint)


def _judge_formulas(figures: Sequence[FigureMatter], tree: Tree) -> Iterator[Diagnostic]:
    """Find formulas that rest on anything but figures of the same text which it states."""
    stated = {figure.id for figure in figures if figure.derived is None}
    derived = {figure.id for figure in figures} - stated
    for number, figure in enumerate(figures):
        for name in names_in(figure.derived or ""):
            if name in stated:
                continue
            near = nearest(name, stated)
            message = f"The formula rests on “{name}”, which is not the id of a figure here."
            hint = "Write ids of figures in this file, and spaces around signs."
            hint = f"Did you mean “{near}”?" if near else hint
            if name in derived:
                message = f"The formula rests on “{name}”, which is derived itself."
                hint = "Write in its place the figures that it rests on."
            yield tree.finding(Code.FACT, ("figures", number, "derived"), message, hint)


def judge_contradictions(figures: Sequence[Figure], tree: Tree) -> Iterator[Diagnostic]:
    """Find two figures that one speaker, or the text itself, cannot both have meant."""
    first: dict[tuple[str, ...], tuple[int, Figure]] = {}
    for number, figure in enumerate(figures):
        if figure.formula or not figure.period:
            continue
        kind = figure.base if figure.change else figure.unit
        same = (figure.said_by, figure.measure, figure.region, figure.partner, figure.title)
        key = (*same, figure.whole, figure.period, kind, "change" if figure.change else "value")
        if key in first:
            before, other = first[key]
            told = figure.change or figure.ends
            if (other.change or other.ends) != told or other.qualifier != figure.qualifier:
                line = tree.place(("figures", before, "id")).line
                message = f"“{other.id}” on line {line} gives another number for the same."
                hint = "Correct one of the two; or say by `title` or `said_by` how they differ."
                path = ("figures", number, "change" if figure.change else "value")
                yield tree.finding(Code.FACT, path, message, hint)
        first.setdefault(key, (number, figure))
