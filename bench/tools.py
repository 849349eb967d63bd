"""Know the tools: where each is found, how its site is laid out, what runs it.

A new tool is a row of `FINDERS`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench import formats
from bench.corpus import ROOT

ITEMS: Final = 33
"""How many briefings of this corpus a page of a list shows with ours, where words have weight."""

PEERS: Final = Path(__file__).resolve().parent / "peers"
BARE: Final = Path(__file__).resolve().parent / "templates"
ADDRESS: Final = "https://example.org/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """Hold one generator with one set of templates. Paths are those in the site's folder."""

    name: str
    version: str
    command: tuple[str, ...]
    """Builds the site; is run in the site's folder."""
    write: formats.Format
    layouts: tuple[tuple[Path, str], ...]
    """Folders that are copied, each with the name that it gets."""
    template: str
    """The template of a briefing."""
    output: str
    left: tuple[str, ...]
    """What it keeps between builds, beside the output."""
    environment: Mapping[str, str] = field(default_factory=dict)
    settings: Callable[[Sequence[str]], Mapping[str, str]] = lambda _languages: {}
    """Give the files that depend on the languages of the corpus, by path."""


def find_tools(peers: Iterable[Path], wanted: Sequence[str] = ()) -> tuple[Tool, ...]:
    """Find what is installed of the wanted tools, or of all where none is named."""
    folders = tuple(peers)
    return tuple(
        tool
        for names, finder in FINDERS
        if not wanted or names & set(wanted)
        for tool in finder(folders)
        if not wanted or tool.name in wanted
    )


def _hugo(folders: Sequence[Path]) -> Iterator[Tool]:
    """Find the program itself: a script in front of it adds an interpreter's start."""
    on_path = shutil.which("hugo")
    candidates = [Path(on_path)] if on_path else []
    for environment in _environments(folders):
        candidates += sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    for program in candidates:
        if not _is_script(program):
            command = str(program)
            yield Tool(
                name="hugo",
                version=_version(command, "version"),
                command=(command, "build", "--quiet", "--destination", "output"),
                write=formats.yaml,
                layouts=((PEERS / "hugo", "."),),
                template="layouts/page.html",
                output="output",
                left=("resources", ".hugo_build.lock"),
                environment={
                    "HUGO_PAGINATION_PAGERSIZE": str(ITEMS),
                    "HUGO_PARAMS_ITEMS": str(ITEMS),
                },
            )
            return


def _eleventy(folders: Sequence[Path]) -> Iterator[Tool]:
    programs = (folder / "node_modules" / ".bin" / "eleventy" for folder in folders)
    for program in programs:
        if program.exists():
            command = str(program)
            yield Tool(
                name="eleventy",
                version=_version(command, "--version"),
                command=(command, "--quiet"),
                write=formats.yaml,
                layouts=((PEERS / "eleventy", "."),),
                template="_includes/briefing.njk",
                output="output",
                left=(),
                environment={"BENCH_ITEMS": str(ITEMS)},
            )
            return


def _pelican(folders: Sequence[Path]) -> Iterator[Tool]:
    for environment in _environments(folders):
        if [*environment.glob("lib/python*/site-packages/pelican")]:
            command = (str(environment / "bin" / "python"), "-m", "pelican")
            yield Tool(
                name="pelican",
                version=_version(*command, "--version"),
                command=(*command, "--quiet", "--settings", "pelicanconf.py"),
                write=formats.pelican,
                layouts=((PEERS / "pelican", "."),),
                template="theme/templates/article.html",
                output="output",
                left=("cache",),
                environment={"BENCH_ITEMS": str(ITEMS)},
            )
            return


def _microsite(_folders: Sequence[Path]) -> Iterator[Tool]:
    program = (sys.executable, str(ROOT / "build.py"))
    version = _version(*program, "--version")
    for name, templates in (("microsite-bare", BARE), ("microsite", ROOT / "templates")):
        yield Tool(
            name=name,
            version=version,
            command=(
                *program,
                "build",
                *("--content", "content", "--templates", "templates", "--base-url", ADDRESS),
                *("--output", "output", "--cache", "cache"),
            ),
            write=formats.microsite,
            layouts=((templates, "templates"), (ROOT / "content/vocabulary", "content/vocabulary")),
            template="templates/briefings/briefing.html",
            output="output",
            left=("cache",),
            settings=formats.microsite_settings,
        )


FINDERS: Final[tuple[tuple[frozenset[str], Callable[[Sequence[Path]], Iterator[Tool]]], ...]] = (
    (frozenset({"hugo"}), _hugo),
    (frozenset({"microsite-bare", "microsite"}), _microsite),
    (frozenset({"eleventy"}), _eleventy),
    (frozenset({"pelican"}), _pelican),
)
"""The names of tools, and what finds them."""


def _environments(folders: Iterable[Path]) -> Iterator[Path]:
    """Find Python's environments: the folders themselves, what lies in them, and our own."""
    for folder in folders:
        found = (path.parent for path in sorted(folder.glob("*/pyvenv.cfg")))
        yield from (folder, *found)
    yield Path(sys.prefix)


def _is_script(program: Path) -> bool:
    # Not read whole: what this process once held would count as memory of those that it starts.
    with program.open("rb") as file:
        return file.read(2) == b"#!"


def _version(*command: str) -> str:
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 -- a tool that was just found
    found = re.search(r"\d+\.\d+\.\d+", told)
    return found[0] if found else "?"


def default_peers() -> tuple[Path, ...]:
    """Give the folders that BENCH_PEERS names, between colons."""
    return tuple(Path(name) for name in os.environ.get("BENCH_PEERS", "").split(":") if name)
