"""Measure what size, languages and kinds of page cost our own build, cold."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from bench.corpus import make_corpus
from bench.measure import Run
from bench.sites import Site, Size, lay_out, size_of
from bench.tools import Tool

SMALL, LARGE = 5_000, 50_000
"""Briefings between which the cost of a page may grow."""
GROWTH: Final = 1.2
LARGEST: Final = 10**9
"""Bytes of a site that GitHub Pages takes at most: https://docs.github.com/en/pages"""
LONGEST: Final = 600
"""Seconds that such a site may take."""

KINDS: Final[tuple[tuple[str, frozenset[str]], ...]] = (
    ("regions and pairs", frozenset({"regions"})),
    ("partners and pairs", frozenset({"partners"})),
    ("regions, partners and pairs", frozenset({"regions", "partners"})),
    ("topics", frozenset({"topics"})),
)
"""Kinds of page, and the vocabularies without which a site has none of them."""


@dataclass(frozen=True, slots=True)
class Setup:
    """Hold what all sites of one comparison share."""

    tool: Tool
    folder: Path
    """Where they are built, one after the other."""
    seed: int
    size: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Cold:
    """Hold the median of cold builds of one site."""

    run: Run
    size: Size
    sections: Mapping[str, int]
    """By folder of the output, the pages in it."""

    @property
    def microseconds(self) -> float:
        """Give the time that a page took."""
        return self.run.seconds / self.size.pages * 1e6

    @property
    def milliseconds(self) -> float:
        """Give the time that a megabyte of the site took."""
        return self.run.seconds / self.size.bytes * 1e9


def scale(setup: Setup) -> Iterator[str]:
    """Compare the cost of a page in a small site and in a large one; build the largest."""
    small = _cold(replace(setup, size=SMALL))
    yield _told(f"{SMALL} briefings", small)
    large = _cold(replace(setup, size=LARGE))
    yield _told(f"{LARGE} briefings", large)
    growth = large.microseconds / small.microseconds
    yield f"a page costs {growth:.2f} times as much, at most {GROWTH}: {_met(growth, GROWTH)}"
    # Lists grow with the site: the same page of a term shows more.
    growth = large.milliseconds / small.milliseconds
    yield f"a megabyte of pages costs {growth:.2f} times as much"
    # The larger site tells better what a briefing adds: lists of terms grow until all are there.
    fitting = LARGEST * LARGE // large.size.bytes
    whole = _cold(replace(setup, size=fitting, rounds=1))
    yield _told(f"{fitting} briefings, {whole.size.bytes / 1e9:.2f} GB", whole)
    seconds = whole.run.seconds
    yield f"the largest site took {seconds:.0f} s, at most {LONGEST}: {_met(seconds, LONGEST)}"


def languages(setup: Setup, tags: Sequence[str]) -> Iterator[str]:
    """Compare one language with several: as many texts as before, then all of them translated."""
    first = _cold(setup, tags[:1])
    yield _told(f"{setup.size} briefings in {tags[0]}", first)
    for translated, says in ((False, "each in one of"), (True, "each in all of")):
        cold = _cold(setup, tags, translated=translated)
        yield _told(f"{setup.size} briefings, {says} {', '.join(tags)}", cold)
        yield f"  {cold.run.seconds / first.run.seconds:.2f} times as long as in one language"


def kinds(setup: Setup) -> Iterator[str]:
    """Compare the whole site with sites whose briefings lack the terms that a kind rests on."""
    whole = _cold(setup)
    yield _told(f"{setup.size} briefings", whole)
    yield "  " + ", ".join(f"{name} {number}" for name, number in sorted(whole.sections.items()))
    for name, left_out in KINDS:
        cold = _cold(setup, left_out=left_out)
        pages = whole.size.pages - cold.size.pages
        seconds = whole.run.seconds - cold.run.seconds
        yield (
            f"{name}: {pages} pages, {seconds:.2f} s, {seconds / pages * 1e6:.0f} µs a page,"
            f" {seconds / whole.run.seconds:.0%} of the build"
        )


def _cold(
    setup: Setup,
    tags: Sequence[str] = ("en",),
    *,
    translated: bool = False,
    left_out: frozenset[str] = frozenset(),
) -> Cold:
    """Build one site from nothing, as often as there are rounds, and remove it."""
    corpus = make_corpus(setup.seed, setup.size, tags, translated=translated, left_out=left_out)
    site = lay_out(setup.tool, setup.folder, corpus)
    runs = sorted((_built(site) for _ in range(setup.rounds)), key=lambda run: run.seconds)
    sections = Counter(
        "/".join(path.relative_to(site.output).parts[1:-1]) or "entrance"
        for path in site.output.rglob("*.html")
    )
    cold = Cold(runs[len(runs) // 2], size_of(site.output), sections)
    shutil.rmtree(site.folder)
    return cold


def _built(site: Site) -> Run:
    site.clear()
    return site.build()


def _told(name: str, cold: Cold) -> str:
    return (
        f"{name}: {cold.size.pages} pages, {cold.run.seconds:.2f} s,"
        f" {cold.microseconds:.0f} µs a page, {cold.milliseconds:.0f} ms a megabyte,"
        f" peak {cold.run.megabytes} MB"
    )


def _met(value: float, target: float) -> str:
    return "met" if value <= target else "NOT MET"
