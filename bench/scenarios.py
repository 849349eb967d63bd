"""Change one thing, build again: what is measured, and how good it has to be.

A new scenario is a row of `SCENARIOS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bench.corpus import Briefing, Corpus
from bench.measure import Run
from bench.sites import Site

Edit = Callable[[Briefing, Corpus, str], Briefing]
"""Give a briefing as an editor leaves it; the text is of no other edit."""

Runs = Mapping[str, Mapping[str, Sequence[Run]]]
"""By tool and scenario, one run for each round."""


def _body(briefing: Briefing, _corpus: Corpus, text: str) -> Briefing:
    words = briefing.original
    return replace(briefing, original=replace(words, body=f"{text} said. {words.body}"))


def _title(briefing: Briefing, _corpus: Corpus, text: str) -> Briefing:
    words = briefing.original
    return replace(briefing, original=replace(words, title=f"{text} {words.title}"))


def _date(briefing: Briefing, _corpus: Corpus, _text: str) -> Briefing:
    """Move it into another year, halfway through the list of all."""
    year = 2012 + (briefing.date.year - 2012 + 7) % 14
    return replace(briefing, date=briefing.date.replace(year=year, day=min(28, briefing.date.day)))


def _tag(briefing: Briefing, corpus: Corpus, _text: str) -> Briefing:
    """Give it another region, which changes its pairs too."""
    regions = [code for code in corpus.names["regions"] if code not in briefing.regions]
    return replace(briefing, regions=(regions[0], *briefing.regions[1:]))


@dataclass(frozen=True, slots=True)
class Scenario:
    """Name what is done before a build."""

    name: str
    says: str
    edit: Edit | None = None


COLD, NOTHING, TEMPLATE = "cold", "nothing", "template"

SCENARIOS: Final = (
    Scenario(COLD, "no output, no cache"),
    Scenario(NOTHING, "nothing changed"),
    Scenario("body", "one body edited", _body),
    Scenario("title", "one title edited", _title),
    Scenario("date", "one date edited", _date),
    Scenario("tag", "one tag edited", _tag),
    Scenario(TEMPLATE, "one template edited"),
)

_WARM = {"nothing": 0.05, "body": 0.12, "title": 0.25, "date": 0.25, "tag": 0.25, "template": 1.2}
_SMALL = {"nothing": 1.0, "body": 2.0, "title": 2.0, "date": 2.0, "tag": 2.0}

TARGETS: Final[Mapping[int, Mapping[str, Mapping[str, float]]]] = {
    10_000: {"microsite-bare": {"cold": 2.1, **_WARM}, "microsite": {"cold": 2.6, **_WARM}},
    100: {"microsite-bare": _SMALL, "microsite": _SMALL},
}
"""By briefings, tool and scenario, the time that may be taken, as a multiple of Hugo's."""

PEAK: Final = 300
"""Megabytes that a process of ours may hold."""


def run_rounds(
    sites: Sequence[Site], scenarios: Sequence[Scenario], rounds: int, tell: Callable[[str], None]
) -> Runs:
    """Run every scenario with every tool, by turns, in each round.

    All tools are given the same edits. Who begins changes from round to round.
    """
    runs: dict[str, dict[str, list[Run]]] = {
        site.tool.name: {scenario.name: [] for scenario in scenarios} for site in sites
    }
    if scenarios[0].name != COLD:
        for site in sites:
            site.build()
    for number in range(rounds):
        first = number % len(sites)
        for place, scenario in enumerate(scenarios):
            for site in (*sites[first:], *sites[:first]):
                _prepare(site, scenario, number, number * len(scenarios) + place)
                run = site.build()
                runs[site.tool.name][scenario.name].append(run)
                tell(f"round {number + 1}, {scenario.name}, {site.tool.name}: {run.seconds:.2f} s")
    return runs


def _prepare(site: Site, scenario: Scenario, number: int, edits: int) -> None:
    if scenario.name == COLD:
        site.clear()
    elif scenario.name == TEMPLATE:
        site.edit_template(f"edit-{number}")
    elif scenario.edit:
        # Each edit is of another briefing, from the middle on, so that none undoes another.
        briefing = site.corpus.briefing((site.corpus.size // 2 + edits) % site.corpus.size)
        site.write(scenario.edit(briefing, site.corpus, f"Edit {edits}"))


def chosen(names: Sequence[str]) -> tuple[Scenario, ...]:
    """Give scenarios by name, in their own order; all where none is named."""
    return tuple(s for s in SCENARIOS if not names or s.name in names)


def ratios(runs: Runs, tool: str, scenario: str, *, to: str = "hugo") -> Iterator[float]:
    """Divide a tool's times by those of another, each by that of the same round."""
    if to in runs:
        pairs = zip(runs[tool][scenario], runs[to][scenario], strict=True)
        yield from (run.seconds / other.seconds for run, other in pairs)
