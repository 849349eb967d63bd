"""Tell the figures of all briefings: numbers and changes."""

from __future__ import annotations

from typing import Final

from microsite.catalogue.stated import Stated
from microsite.content.facts import NOT_STATED, QUALIFIERS, Figure
from microsite.exports.amounts import ends_of_change, ends_of_value
from microsite.exports.facts import fact_key, identity, in_order, place, proof, title
from microsite.exports.tables import Column, Ground, Table, dated, names
from microsite.languages.texts import mark

_RANGE: Final = ".."
"""Stands between the ends of a range of changes."""


def _columns(ground: Ground) -> tuple[Column[Stated[Figure]], ...]:
    return (
        *identity(),
        Column("measure", "The key of what is measured.", lambda s: s.fact.measure, required=True),
        *names(ground, "measure", "measures", "What is measured", lambda s: (s.fact.measure,)),
        *place(ground),
        *title("What it is, where measure, region and partner do not say so."),
        *_value(),
        *_change(),
        Column(
            "qualifier",
            "How exact the source says the number is; empty where it says nothing of it.",
            lambda s: s.fact.qualifier,
            choices=QUALIFIERS,
        ),
        Column(
            "planned",
            "Whether it lay in the future for the source.",
            lambda s: s.fact.planned,
            "boolean",
            required=True,
        ),
        *dated("period", "The time it is about; empty where that is not known", _period),
        Column(
            "period_basis",
            "From what the period was inferred, or why it is not known.",
            lambda s: s.fact.period_basis,
        ),
        Column("whole", "What a share is a share of.", lambda s: s.fact.whole),
        *proof(ground),
        *_derivation(),
    )


def _period(stated: Stated[Figure]) -> str:
    return stated.fact.period


def _value() -> tuple[Column[Stated[Figure]], ...]:
    return (
        Column(
            "value_low",
            "The value as the source has it, or the lower end of its range; empty for a change."
            " Money is never converted.",
            lambda s: ends_of_value(s.fact.ends)[0],
            "number",
        ),
        Column(
            "value_high",
            "The same value, or the higher end of its range.",
            lambda s: ends_of_value(s.fact.ends)[1],
            "number",
        ),
        Column(
            "unit",
            "The unit of the value: a currency (ISO 4217) or a plain unit.",
            lambda s: s.fact.unit,
        ),
    )


def _change() -> tuple[Column[Stated[Figure]], ...]:
    return (
        Column(
            "change",
            "The change as the source has it, as +66%, -5%, +1/3 or ×6.5, or a range as"
            " +10%..+15%; empty for a value. In CSV, as of every text, an apostrophe in front is"
            " none of its letters.",
            lambda s: _RANGE.join(s.fact.change),
        ),
        Column(
            "change_low",
            "The change, or the lower end of its range, in percent of the base: +66% is 66, ×6.5"
            " is 550, +1/3 is 33.333.",
            lambda s: ends_of_change(s.fact.change)[0],
            "number",
        ),
        Column(
            "change_high",
            "The same change, or the higher end of its range.",
            lambda s: ends_of_change(s.fact.change)[1],
            "number",
        ),
        Column(
            "base",
            f"The period that a change is measured from, in EDTF; “{NOT_STATED}” where the source"
            " names none.",
            lambda s: s.fact.base,
        ),
    )


def _derivation() -> tuple[Column[Stated[Figure]], ...]:
    return (
        Column(
            "formula",
            "By what the site worked the value out, from other figures of the briefing; empty for"
            " what the source states.",
            lambda s: s.fact.formula,
        ),
        Column(
            "rests_on",
            "The ids of the figures in the formula.",
            lambda s: tuple(fact_key(s.briefing.slug, name) for name in s.fact.rests_on),
            "list",
        ),
        Column(
            "bound_low",
            "The lower of the bounds within which a value lies that was worked out.",
            lambda s: s.fact.between[0] if s.fact.between else "",
            "number",
        ),
        Column(
            "bound_high",
            "The higher of these bounds.",
            lambda s: s.fact.between[1] if s.fact.between else "",
            "number",
        ),
    )


FIGURES: Final = Table[Stated[Figure]](
    name="figures",
    title=mark("Figures"),
    description=mark(
        "Numbers and changes that the briefings state, each with the words that state it."
    ),
    rows=lambda catalogue: in_order(catalogue.stated.figures),
    columns=_columns,
)
