"""Read the command line, measure, say what came of it: `python -m bench`."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from bench import growth, report
from bench.corpus import make_corpus
from bench.importing import importing
from bench.measure import ToolFailedError
from bench.preview import preview
from bench.prose import ALPHABETS
from bench.scenarios import SCENARIOS, chosen, run_rounds
from bench.sites import lay_out, size_of
from bench.tools import FINDERS, Tool, default_peers, find_tools

RAM_DISK = Path("/dev/shm")  # noqa: S108 -- a folder with a random name is made in it
HISTORY = Path(__file__).resolve().parent / "history.jsonl"
_TRIAL = 5
"""Briefings of the site that each tool has to build before anything is measured."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmark and give the exit code: 1 where a tool failed, 2 where none was found."""
    given = _parser().parse_args(arguments)
    tools = find_tools(given.peers, given.tools)
    if not tools:
        print("None of these tools is installed.", file=sys.stderr)
        return 2
    memory = RAM_DISK if RAM_DISK.is_dir() else None
    try:
        with tempfile.TemporaryDirectory(prefix="bench-", dir=given.work or memory) as name:
            _try(tools, Path(name))
            for line in _measured(given, tools, Path(name)):
                print(line, flush=True)
    except ToolFailedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Measure the build beside other generators of static sites.",
        allow_abbrev=False,
    )
    parser.add_argument("--briefings", type=_numbers, default=[10_000, 100], metavar="N,N")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="times all is done (3)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="of the corpus (1)")
    for option, known in (
        ("--tools", [name for names, _ in FINDERS for name in sorted(names)]),
        ("--scenario", [scenario.name for scenario in SCENARIOS]),
    ):
        parser.add_argument(
            option,
            type=_some_of(known),
            default=[],
            metavar="NAME,NAME",
            help=f"some of {', '.join(known)}; else all",
        )
    parser.add_argument(
        "--peers",
        type=Path,
        action="append",
        default=[*default_peers()],
        metavar="DIR",
        help="a folder with node_modules/, an environment of Python, or both (BENCH_PEERS)",
    )
    parser.add_argument(
        "--work", type=Path, metavar="DIR", help="where sites are built; else a RAM disk"
    )
    parser.add_argument("--history", type=Path, default=HISTORY, metavar="FILE")
    instead = parser.add_argument_group("instead of the comparison, of our own build")
    instead.add_argument("--scale", action="store_true", help="cost of a page as sites grow")
    instead.add_argument(
        "--languages",
        type=_some_of([*ALPHABETS]),
        nargs="?",
        const=[*ALPHABETS],
        metavar="TAG,TAG",
        help=f"cost of several languages ({','.join(ALPHABETS)})",
    )
    instead.add_argument("--kinds", action="store_true", help="cost of each kind of page")
    instead.add_argument("--preview", action="store_true", help="wait for an edit in the preview")
    instead.add_argument("--import", action="store_true", dest="importing", help="cost of a text")
    return parser


def _some_of(known: Sequence[str]) -> Callable[[str], list[str]]:
    def names(text: str) -> list[str]:
        given = text.split(",")
        if unknown := [name for name in given if name not in known]:
            raise argparse.ArgumentTypeError(f"{', '.join(unknown)}: known are {', '.join(known)}")
        return given

    return names


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.split(",")]


def _try(tools: Sequence[Tool], work: Path) -> None:
    """Let each tool build once before it is measured: what starts for the first time is slow."""
    for tool in tools:
        site = lay_out(tool, work / "trial", make_corpus(0, _TRIAL))
        site.build()
        shutil.rmtree(site.folder)


def _measured(given: argparse.Namespace, tools: Sequence[Tool], work: Path) -> Iterator[str]:
    """Choose what is measured."""
    own = [tool for tool in tools if tool.name.startswith("microsite")]
    if given.importing:
        yield from _titled("importing", importing(work))
        return
    if not (given.scale or given.languages or given.kinds or given.preview):
        for number in given.briefings:
            yield from _compare(given, tools, work, number)
    for tool in own:
        setup = growth.Setup(tool, work / "growth", given.seed, given.briefings[0], given.rounds)
        if given.scale:
            yield from _titled(f"scale, {tool.name}", growth.scale(setup))
        if given.languages:
            yield from _titled(f"languages, {tool.name}", growth.languages(setup, given.languages))
        if given.kinds:
            yield from _titled(f"kinds of page, {tool.name}", growth.kinds(setup))
        if given.preview:
            site = lay_out(tool, work / "preview", make_corpus(given.seed, setup.size))
            yield from _titled(f"preview, {tool.name}", preview(site, _tell))
            shutil.rmtree(site.folder)


def _titled(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"# {title}"
    yield from lines


def _compare(
    given: argparse.Namespace, tools: Sequence[Tool], work: Path, number: int
) -> Iterator[str]:
    corpus = make_corpus(given.seed, number)
    sites = [lay_out(tool, work / f"{tool.name}-{number}", corpus) for tool in tools]
    scenarios = chosen(given.scenario)
    runs = run_rounds(sites, scenarios, given.rounds, _tell)
    sizes = {site.tool.name: size_of(site.output) for site in sites}
    about = report.machine(tools)
    versions = ", ".join(f"{name} {version}" for name, version in about["versions"].items())
    yield f"# {number} briefings, {given.rounds} rounds, {about['cores']} cores; {versions}"
    yield from report.table(runs, scenarios, number, sizes)
    report.append(given.history, report.line(about, corpus, runs, sizes))
    for site in sites:
        shutil.rmtree(site.folder)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
