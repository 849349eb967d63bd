"""Kill publishing at random moments, and look at what is left.

    python -m tests.torture.kill_publish [RUNS [SEED]]

Half of the kills fall into a first build, half into a rebuild with foreign things in the folder.
Every other one comes at a moment of the clock, the rest before a call of the system. Each time the
site has to be the whole old or the whole new one; the next run has to complete it and to leave
nothing beside it. The first failure ends the run with a traceback.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.output.publishing import LARGE_SITES, add_foreign_things, publish, start, whole


def main(runs: int = 200, seed: int = 1) -> None:
    """Kill that many builds; the seed chooses the moments."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    with tempfile.TemporaryDirectory(prefix="microsite-kill-") as scratch:
        for is_first in (True, False):
            found = _kill(Path(scratch), runs // 2, chance, is_first=is_first)
            kind = "first build" if is_first else "rebuild"
            told = ", ".join(f"{count} {what}" for what, count in sorted(found.items()))
            sys.stdout.write(f"{kind}: {runs // 2} kills, left {told}\n")


def _kill(scratch: Path, runs: int, chance: random.Random, *, is_first: bool) -> Counter[str]:
    living = _make(scratch, is_first=is_first)
    old = whole(living)
    takes, calls = _publish(living)
    new = whole(living)
    found: Counter[str] = Counter()
    for number in range(runs):
        folder = _make(scratch, is_first=is_first)
        if number % 2:
            _publish(folder, dies_at=chance.randint(1, calls))
        else:
            _publish(folder, seconds=chance.uniform(0, takes))
        left = whole(folder)
        if left not in (old, new):
            raise AssertionError(f"the site is neither the old nor the new one: {folder}")
        litter = len([*folder.parent.iterdir()]) > folder.exists()
        found[f"{'the new site' if left == new else 'the old site'}{' and a stage' * litter}"] += 1
        publish(LARGE_SITES["new"], folder)
        if whole(folder) != new:
            raise AssertionError("the next run did not complete the site")
        if [path.name for path in folder.parent.iterdir()] != [folder.name]:
            raise AssertionError("something is left beside the site")
    return found


def _make(scratch: Path, *, is_first: bool) -> Path:
    folder = scratch / "house" / "site"
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.parent.mkdir()
    if not is_first:
        publish(LARGE_SITES["old"], folder)
        add_foreign_things(folder)
    return folder


def _publish(folder: Path, *, seconds: float | None = None, dies_at: int = 0) -> tuple[float, int]:
    """Publish the new site in a process that may be killed; tell its time and its calls."""
    with start(folder, "large new", "exchange", str(dies_at)) as process:
        if process.stdout is None:
            raise AssertionError
        process.stdout.readline()
        begun = time.monotonic()
        if seconds is not None:
            time.sleep(seconds)
            process.kill()
        said = process.stdout.read()
    return time.monotonic() - begun, int(said or 0)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
