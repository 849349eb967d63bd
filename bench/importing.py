"""Measure what importing a text costs, after start-up, and that memory stays bounded."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench.corpus import ROOT
from bench.measure import measure

LONGEST: Final = 20.0
"""Milliseconds that a text may take."""
MANY: Final = 10_000
"""Texts that are imported in one run."""
MORE: Final = 1.25
"""Times as much memory as a few texts take that many may take."""
_FEW: Final = 100
_CASES: Final = ROOT / "tests" / "cases" / "import" / "texts"
_SEEDS: Final = ROOT / "seeds"


def importing(work: Path) -> Iterator[str]:
    """Import a few texts and many, and compare; each time as JSON, which writes nothing."""
    seconds, megabytes = {}, {}
    for number in (_FEW, MANY):
        folder = work / f"texts-{number}"
        folder.mkdir()
        for index, text in zip(range(number), _texts(), strict=False):
            (folder / f"{index:05}.txt").write_text(f"{text}\n{index}\n", encoding="utf-8")
        program = (sys.executable, str(ROOT / "build.py"))
        run = measure((*program, "import", "--format", "json", str(folder)), work, {})
        seconds[number], megabytes[number] = run.seconds, run.megabytes
    cost = (seconds[MANY] - seconds[_FEW]) / (MANY - _FEW) * 1000
    yield f"a text takes {cost:.1f} ms, at most {LONGEST:.0f}: {_met(cost, LONGEST)}"
    growth = megabytes[MANY] / megabytes[_FEW]
    yield (
        f"{MANY} texts hold {megabytes[MANY]} MB, {_FEW} hold {megabytes[_FEW]}: {growth:.2f}"
        f" times, at most {MORE}: {_met(growth, MORE)}"
    )


def _texts() -> Iterator[str]:
    """Give the labelled texts and the seeds over and over, the marks of the labels taken off."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt"))]
    for path in sorted(_CASES.glob("*.txt")):
        _, _, marked = path.read_text(encoding="utf-8").partition("\n---\n")
        texts.append("\n".join(line[2:] for line in marked.split("\n")))
    while True:
        yield from texts


def _met(value: float, target: float) -> str:
    return "met" if value <= target else "NOT MET"
