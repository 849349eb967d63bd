"""Account for every numeral of the seeds: the fact that holds it, or why there is none.

A list in `tests/cases/numerals/` has a row for each numeral of a seed, in digits or in words, in
their order: its line, the numeral, and `is` with the id of a fact, or `not` with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import pytest
import yaml

from microsite.content.facts import Fact, Figure
from microsite.content.model import Briefing
from tests.building import ROOT, read_folder
from tests.conftest import CASES

LISTS = sorted((CASES / "numerals").glob("*.yaml"))
SEEDS = ROOT / "seeds"

NUMERAL = re.compile(
    r"""(?xi)
    (?P<digits> \d (?: [\d.,]* \d )? )
    | \b (?:
        first\ half | several\ thousand | fourteen\ million | four\ billion | a\ thousand
        | a\ third | one | two | three | four | five | six | seven | eight | nine | ten | eleven
        | twelve | hundreds? | dozens? | half | quarter | single | both | once | twice | several
        | first | second | third | fourth | fifth | tenth
        | один | одна | одно | два | две | оба | обе | три | четыре | пять | шесть | семь | восемь
        | девять | десять | перв\w+ | втор\w+ | трет\w+ | половин\w+ | тысяч\w*
      ) \b
    """
)
"""A number in digits, or a word for one; million and billion go with the digits before them."""

SAID = {
    "a third": "1/3", "a thousand": "1000", "first": "1", "four": "4", "four billion": "4000000000",
    "fourteen million": "14000000", "one": "1", "six": "6", "ten": "10", "third": "3", "three": "3",
    "two": "2", "десять": "10",
}  # fmt: skip
"""What words stand for."""

THOUSANDS = [10**power for power in (0, 3, 6, 9, 12)]


@dataclass(frozen=True)
class Row:
    line: int
    numeral: str
    fact: str
    reason: str


def rows(slug: str) -> list[Row]:
    text = (CASES / "numerals" / f"{slug}.yaml").read_text("utf-8")
    return [
        Row(row["line"], row["numeral"], row.get("is", ""), row.get("not", ""))
        for row in yaml.safe_load(text)
    ]


@pytest.fixture(scope="module")
def briefings() -> dict[str, Briefing]:
    content, findings = read_folder(ROOT / "content")
    assert content is not None, findings
    return {briefing.slug: briefing for briefing in content.briefings}


def test_every_seed_has_its_list(briefings: dict[str, Briefing]) -> None:
    seeds = {briefing.source.seed for briefing in briefings.values()}
    assert seeds == {path.name for path in SEEDS.glob("*.txt")}
    assert [path.stem for path in LISTS] == sorted(briefings)


slugs = pytest.mark.parametrize("slug", [path.stem for path in LISTS])


@slugs
def test_every_numeral_of_the_seed_is_listed_in_its_order(
    slug: str, briefings: dict[str, Briefing]
) -> None:
    lines = (SEEDS / briefings[slug].source.seed).read_text("utf-8").split("\n")
    found = [
        (number, match[0])
        for number, line in enumerate(lines, start=1)
        for match in NUMERAL.finditer(line)
    ]
    assert [(row.line, row.numeral) for row in rows(slug)] == found


@slugs
def test_every_numeral_is_held_by_its_fact_or_said_to_be_none(
    slug: str, briefings: dict[str, Briefing]
) -> None:
    facts = {fact.id: fact for fact in briefings[slug].facts.all}
    for row in rows(slug):
        assert bool(row.fact) != bool(row.reason), row
        if row.fact:
            assert row.fact in facts, row
            assert holds(facts[row.fact], row.numeral), row


@slugs
def test_every_figure_comes_from_a_numeral(slug: str, briefings: dict[str, Briefing]) -> None:
    """A rank may be told without one: no other place had been a partner before."""
    named = {row.fact for row in rows(slug)}
    stated = [figure for figure in briefings[slug].facts.figures if not figure.formula]
    assert [f.id for f in stated if f.id not in named and f.unit != "rank"] == []


def test_a_fact_does_not_hold_just_any_number(briefings: dict[str, Briefing]) -> None:
    facts = {fact.id: fact for fact in briefings["omsk-exports-asia-pacific-2016"].facts.all}
    trade, growth = facts["trade-2016"], facts["trade-growth-2016"]
    assert [n for n in ("58", "58,000,000", "2016") if not holds(trade, n)] == []
    assert [n for n in ("5", "8", "580", "58.5", "20", "two") if holds(trade, n)] == []
    assert holds(growth, "a third")
    assert not holds(growth, "3")


def holds(fact: Fact, numeral: str) -> bool:
    """Tell whether a fact has a number as its own, or says it in its words."""
    if NUMERAL.fullmatch(numeral.lower())["digits"]:  # type: ignore[index]  # each is one
        wanted = numeral.replace(",", "")
        digits = rf"(?<!\d)(?<!\d[.,]){re.escape(numeral)}(?![.,]?\d)"
        return any(same(wanted, number) for number in numbers(fact)) or any(
            re.search(digits, text) for text in texts(fact)
        )
    said = SAID.get(numeral.lower(), "")
    spoken = re.compile(rf"\b{re.escape(numeral)}\b", re.IGNORECASE)
    return said in {*numbers(fact)} or any(spoken.search(text) for text in texts(fact))


def same(numeral: str, number: str) -> bool:
    """Tell whether a number is a numeral, or so many thousands or millions."""
    return any(Fraction(numeral) * power == Fraction(number) for power in THOUSANDS)


def numbers(fact: Fact) -> Iterator[str]:
    if isinstance(fact, Figure):
        yield from fact.ends
        yield from (end.strip("+-×%") for end in fact.change)


def texts(fact: Fact) -> Iterator[str]:
    for name in ("title", "evidence", "period", "base", "date", "due"):
        yield getattr(fact, name, "")
