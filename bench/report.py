"""Say what was measured: as a table for people, as a line of the history for later."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from bench.corpus import ROOT, Corpus
from bench.measure import Run
from bench.scenarios import PEAK, TARGETS, Runs, Scenario, ratios
from bench.sites import Size
from bench.tools import ITEMS, Tool

_ROW = "{:<20} {:<15} {:>8} {:>8} {:>8} {:>8} {:>8} {:>8}"


def table(
    runs: Runs, scenarios: Sequence[Scenario], briefings: int, sizes: Mapping[str, Size]
) -> Iterator[str]:
    """Set out medians, ratios to Hugo and targets, one line for each scenario and tool."""
    yield _ROW.format("", "", "seconds", "× Hugo", "at most", "", "CPU s", "peak MB")
    for scenario in scenarios:
        for tool, by_scenario in runs.items():
            done = by_scenario[scenario.name]
            found = [*ratios(runs, tool, scenario.name)]
            ratio = median(found) if found else None
            target = TARGETS.get(briefings, {}).get(tool, {}).get(scenario.name)
            peak = max(run.megabytes for run in done)
            yield _ROW.format(
                scenario.says,
                tool,
                f"{median(run.seconds for run in done):.2f}",
                f"{ratio:.3f}" if ratio is not None else "-",
                f"{target}" if target is not None else "-",
                _verdict(ratio, target),
                f"{median(run.work for run in done):.2f}",
                f"{peak}{'!' if tool.startswith('microsite') and peak > PEAK else ''}",
            )
    for tool, size in sizes.items():
        yield f"{tool}: {size.pages} pages, {size.bytes / 1e6:.0f} MB"


def _verdict(value: float | None, target: float | None) -> str:
    if value is None or target is None:
        return ""
    return "met" if value <= target else "NOT MET"


def machine(tools: Sequence[Tool]) -> Mapping[str, Any]:
    """Tell on what and of what was measured."""
    return {
        "commit": _commit(),
        "date": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),
        "cores": len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None,
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        "versions": {tool.name: tool.version for tool in tools},
    }


def line(
    about: Mapping[str, Any], corpus: Corpus, runs: Runs, sizes: Mapping[str, Size]
) -> Mapping[str, Any]:
    """Make the line of the history: every single run, so that medians can be taken anew."""

    def each(value: Callable[[Run], float]) -> Mapping[str, Mapping[str, Sequence[float]]]:
        return {
            tool: {name: [round(value(run), 3) for run in done] for name, done in by.items()}
            for tool, by in runs.items()
        }

    return {
        **about,
        "briefings": corpus.size,
        "seed": corpus.seed,
        "items": ITEMS,
        "pages": {tool: size.pages for tool, size in sizes.items()},
        "seconds": each(lambda run: run.seconds),
        "work": each(lambda run: run.work),
        "peak": each(lambda run: run.megabytes),
    }


def append(history: Path, told: Mapping[str, Any]) -> None:
    """Add a line to the history."""
    with history.open("a", encoding="utf-8") as file:
        file.write(json.dumps(told, ensure_ascii=False) + "\n")


def _commit() -> str:
    """Name the commit; a plus sign says that files have changed since."""

    def git(*words: str) -> str:
        command = ("git", "-C", str(ROOT), *words)
        return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()  # noqa: S603 -- only asks

    return git("rev-parse", "--short", "HEAD") + ("+" if git("status", "--porcelain") else "")
