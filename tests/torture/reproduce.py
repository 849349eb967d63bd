"""Build twice in surroundings that differ in all that must not count, and compare every byte.

`make reproduce`, or with a folder of your own: `make reproduce ARGS='--content DIR'`. Ends with 1
where the two sites differ, and names the first file that does.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("build.py", "microsite", "templates", "locales")
"""What a build needs of the repository, apart from the content."""

MANIFEST = ".microsite.json"

MORE = 150
"""Briefings that are added to the repository's own: enough for the build to share its work out."""

_BRIEFING = """---
title: "Briefing {number} names “a bridge” - and 5 000 tonnes"
summary: It is invented, so that there are enough.
lang: en
date: {year}-{month:02}
date_basis: It is invented.
regions: [RU-OMS, RU-AMU]
partners: [CN, JP]
topics: [trade]
source: {{title: Nothing, publisher: Nobody}}
---

The text of number {number}, with a [link](invented-{other:03}.en.md#what) to another.[^1]

## What it says {{#what}}

| Year | Tonnes |
| --- | --- |
| {year} | {number} |

[^1]: A note.
"""

_FAKETIME = (
    "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    "/usr/lib/faketime/libfaketime.so.1",
)
"""Where systems put the library that tells programs another time; used where it is installed."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Hold what differs between two builds of the same input."""

    folder: str
    """Where the copy of the repository stands, below a temporary folder."""
    environment: Mapping[str, str]
    umask: int
    backwards: bool
    """Whether files are made in the reverse of their order, with times of change of long ago."""
    inside: bool
    """Whether the build runs in the copy's folder, or far from it."""
    processors: int | None
    """How many the build may use; None for all."""


HERE = Surroundings(
    "a",
    {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"},
    umask=0o022,
    backwards=False,
    inside=True,
    processors=None,
)
ELSEWHERE = Surroundings(
    "another machine/мост/with a longer path",
    {
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "ru_RU.UTF-8",
        "LANG": "tr_TR.UTF-8",
        "PYTHONHASHSEED": "4242",
        "SOURCE_DATE_EPOCH": "4102444800",
    },
    umask=0o077,
    backwards=True,
    inside=False,
    processors=1,
)


def main() -> None:
    """Run the comparison from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--content", type=Path, default=ROOT / "content")
    content = parser.parse_args().content.resolve()
    more = MORE if content == ROOT / "content" else 0
    with tempfile.TemporaryDirectory(prefix="reproduce-") as name:
        first, second = (
            digests(built(Path(name), content, where, more)) for where in (HERE, ELSEWHERE)
        )
    difference = first_difference(first, second)
    if difference:
        sys.exit(f"The two builds differ: {difference}")
    sys.stdout.write(f"{len(first)} files, the same in both builds: sha256 {of_tree(first)}\n")


def built(place: Path, content: Path, where: Surroundings, more: int) -> Path:
    """Copy the repository into some surroundings, build there, and give the site's folder."""
    root = place / where.folder
    invented = {
        f"briefings/invented-{number:03}.en.md": _invented(number, more) for number in range(more)
    }
    _copy(content, root, where, invented)
    home = root / "home"
    home.mkdir()
    known = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH")
    environment = {name: os.environ[name] for name in known if name in os.environ}
    environment |= {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1", **where.environment}
    if where.backwards:
        environment |= _another_year()
    base_url = "https://example.org/briefings/"
    command = [sys.executable, str(root / "build.py"), "--base-url", base_url]
    with _processors(where.processors):
        subprocess.run(
            command,
            cwd=root if where.inside else "/",
            env=environment,
            umask=where.umask,
            check=True,
        )
    return root / "site"


def digests(site: Path) -> dict[str, str]:
    """Give the digest of every file of a site, the record of the build among them.

    Raises: ValueError, where that record does not say the same.
    """
    found = {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
    recorded = json.loads((site / MANIFEST).read_bytes())["files"]
    if recorded != {path: digest for path, digest in found.items() if path != MANIFEST}:
        raise ValueError(f"{MANIFEST} does not tell what stands in the site.")
    return found


def first_difference(first: Mapping[str, str], second: Mapping[str, str]) -> str | None:
    """Name the first path, in their order, that is not the same in both."""
    for path in sorted({*first, *second}):
        if path not in first or path not in second:
            return f"{path} is missing in the {'first' if path not in first else 'second'}."
        if first[path] != second[path]:
            return f"{path} holds other bytes."
    return None


def of_tree(found: Mapping[str, str]) -> str:
    """Give one digest of all paths and digests."""
    lines = "".join(f"{found[path]}  {path}\n" for path in sorted(found))
    return hashlib.sha256(lines.encode()).hexdigest()


def _copy(content: Path, root: Path, where: Surroundings, invented: Mapping[str, str]) -> None:
    files: dict[str, bytes] = {}
    for source, target in ((content, "content"), *((ROOT / part, part) for part in PARTS)):
        for path in (source, *source.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                name = path.relative_to(source).as_posix()
                files[target if name == "." else f"{target}/{name}"] = path.read_bytes()
    files |= {f"content/{name}": text.encode() for name, text in invented.items()}
    for number, name in enumerate(sorted(files, reverse=where.backwards)):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(files[name])
        if where.backwards:
            os.utime(path, (315_532_800 + number, 315_532_800 + number))


def _invented(number: int, count: int) -> str:
    return _BRIEFING.format(
        number=number,
        other=(number + 1) % count,
        year=1990 + number % 30,
        month=1 + number % 12,
    )


def _another_year() -> dict[str, str]:
    library = next((path for path in _FAKETIME if Path(path).exists()), None)
    if library is None:
        return {}
    return {"LD_PRELOAD": library, "FAKETIME": "@2063-04-05 12:00:00"}


@contextmanager
def _processors(count: int | None) -> Iterator[None]:
    """Let what is started inside use so many processors, where the system can say so."""
    if count is None or sys.platform != "linux":
        yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, sorted(before)[:count])
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


if __name__ == "__main__":
    main()
