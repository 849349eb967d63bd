"""Kill whole builds at random moments, with all their processes at work, and look at what is left.

    python -m tests.torture.kill_build [RUNS [SEED]]

The site is large enough for several processes. Half of the kills fall into a first build, half into
a rebuild after a change that touches every page. Each time the site has to be the whole old or the
whole new one, or not there yet; no process may live on for long; and the next run has to complete
the site without being told, and to leave nothing beside it.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from microsite.options import Options
from microsite.run import run
from tests.building import BARE, LOCALES, ROOT, make_content, original, tree_of

BRIEFINGS = 130
"""More than one process is started for."""


def main(runs: int = 200, seed: int = 1) -> None:
    """Kill that many builds; the seed chooses the moments."""
    chance = random.Random(seed)  # noqa: S311 -- no secret
    with tempfile.TemporaryDirectory(prefix="microsite-kill-") as name:
        root = Path(name)
        old, new = make_sites(root)
        takes = time_of(root)
        for is_first in (True, False):
            found: Counter[str] = Counter()
            for _ in range(runs // 2):
                found[kill(root, old, new, chance.uniform(0, takes), is_first=is_first)] += 1
            kind = "first build" if is_first else "rebuild"
            told = ", ".join(f"{count} {what}" for what, count in sorted(found.items()))
            sys.stdout.write(f"{kind}: {runs // 2} kills, left {told}\n")


def make_sites(root: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Make a content folder and two sets of templates; give the sites that come of them."""
    files = {f"briefings/a{n}.en.md": original(title=f"A {n}") for n in range(BRIEFINGS)}
    make_content(root / "content", files)
    shutil.copytree(BARE, root / "old")
    shutil.copytree(BARE, root / "new")
    base = root / "new" / "base.html"
    base.write_text(base.read_text() + "<!-- new -->")
    sites = []
    for templates in ("old", "new"):
        options = Options(
            content=root / "content", templates=root / templates, locales=LOCALES, cache=None
        )
        assert run(options, root / f"built-{templates}" / "site").findings == ()
        sites.append(tree_of(root / f"built-{templates}" / "site"))
    return sites[0], sites[1]


def start(root: Path, desk: Path) -> subprocess.Popen[bytes]:
    """Start a build of the new site."""
    folders = (root / "content", root / "new", desk / "site", desk / "cache")
    names = ("content", "templates", "output", "cache")
    options = [f"--{name}={folder}" for name, folder in zip(names, folders, strict=True)]
    return subprocess.Popen(
        [sys.executable, str(ROOT / "build.py"), *options],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )


def time_of(root: Path) -> float:
    """Give the seconds that a build takes."""
    desk = root / "measured"
    desk.mkdir()
    begun = time.monotonic()
    with start(root, desk) as build:
        _, said = build.communicate()
        assert build.returncode == 0, said.decode()
    return time.monotonic() - begun


def kill(
    root: Path, old: dict[str, bytes], new: dict[str, bytes], seconds: float, *, is_first: bool
) -> str:
    """Kill one build after so many seconds; say what was left, and see that the next mends it."""
    with tempfile.TemporaryDirectory(prefix="desk-", dir=root) as name:
        desk = Path(name)
        if not is_first:
            shutil.copytree(root / "built-old" / "site", desk / "site")
        with start(root, desk) as build:
            time.sleep(seconds)
            build.kill()
            build.communicate()
        left = tree_of(desk / "site")
        if left not in ({} if is_first else old, new):
            raise AssertionError(f"after {seconds:.3f} s the site is neither old nor new")
        with start(root, desk) as again:
            _, said = again.communicate()
            assert again.returncode == 0, said.decode()
        if tree_of(desk / "site") != new:
            raise AssertionError(f"after {seconds:.3f} s the next run did not complete the site")
        if {path.name for path in desk.iterdir()} != {"site", "cache"}:
            raise AssertionError(f"after {seconds:.3f} s something is left beside the site")
        return "the new site" if left == new else "the old site" if left else "no site yet"


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
