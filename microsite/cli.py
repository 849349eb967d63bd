"""Read the command line, run the command, say what came of it."""

from __future__ import annotations

import argparse
import gc
import io
import re
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NoReturn, TextIO

from microsite import __version__, report
from microsite.diagnostics import Diagnostic
from microsite.options import Options
from microsite.output.manifest import ForeignFolderError, InTheWayError
from microsite.run import Result, run

ROOT = Path(__file__).resolve().parent.parent
"""The repository, whose folders are the defaults."""

DONE, FAULTY, MISUSED, MACHINE = 0, 1, 2, 3

_PROGRESS_AFTER = 1.0
"""Seconds after which a build counts as long."""

_PORTS = 2**16

_MANY = 100
"""Pages from which a build may be long."""

_PLAIN_URL = re.compile(r"https://[a-z0-9-]+(\.[a-z0-9-]+)*(/[A-Za-z0-9_-]+)*/")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and give its exit code.

    0: done; 1: content or a template is at fault; 2: the command line is; 3: the machine is.
    """
    # A build holds many small things until its end: to look for circles among them takes long.
    gc.set_threshold(100_000, 50, 100)
    parser = _parser()
    options = parser.parse_intermixed_args(arguments)
    try:
        return _run(options, parser)
    except ForeignFolderError as error:
        return _complain(str(error), MACHINE if isinstance(error, InTheWayError) else MISUSED)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _complain(f"{where}{error.strerror or error}", MACHINE)
    except KeyboardInterrupt:
        return _complain("Stopped.", MACHINE)


def _run(given: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    output: Path = given.output.resolve()
    _check_folders(given, output, parser)
    options = _options(given, parser)
    if given.command == "import":
        if not given.files:
            _refuse(parser, "import: name the files to import, or - for standard input")
        from microsite.importer.command import import_texts, order_for  # noqa: PLC0415 -- heavy

        order, findings = order_for(options.content, given)
        if order is not None:
            return import_texts(order)
        _print_findings(findings, "text")
        return FAULTY
    if given.files:
        _refuse(parser, f"{given.command}: it takes no files ({given.files[0]})")
    if given.command == "serve":
        from microsite.preview.server import serve  # noqa: PLC0415 -- only needed here, and heavy

        return serve(options, given.port)
    started = time.monotonic()
    result = run(
        options, output if given.command == "build" else None, progress=_progress, waiting=_wait
    )
    _print_findings(result.findings, given.format)
    if result.findings:
        return FAULTY
    _summarize(result, time.monotonic() - started, given)
    return DONE


def _wait() -> None:
    print("Another build is under way here; waiting for it to end ...", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py", description="Build the briefing microsite.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"briefing-microsite {__version__}")
    parser.add_argument(
        "command",
        nargs="?",
        choices=("build", "check", "serve", "import"),
        default="build",
        help="build writes the site (the default); check does all but writing; serve shows it live;"
        " import makes drafts of source texts",
    )
    parser.add_argument(
        "files",
        nargs="*",
        metavar="FILE",
        help="what to import: files, folders, - for standard input",
    )
    folders = parser.add_argument_group("folders")
    for name, default, says in (
        ("content", "content", "the texts"),
        ("templates", "templates", "the templates, a whole set"),
        ("output", "site", "where the site is written"),
        ("cache", ".cache", "what is remembered between builds; may be deleted"),
    ):
        folders.add_argument(
            f"--{name}", type=Path, default=ROOT / default, metavar="DIR", help=says
        )
    parser.add_argument(
        "--base-url", metavar="URL", help="the address at which the site is published"
    )
    parser.add_argument(
        "--drafts", action="store_true", help="show drafts too; never into the default output"
    )
    parser.add_argument(
        "--format",
        choices=tuple(report.FORMATS),
        default="text",
        help="how mistakes are told: for people, for GitHub, or as JSON; import: JSON lines",
    )
    parser.add_argument(
        "--into", type=Path, metavar="DIR", help="where import writes drafts (content/briefings)"
    )
    parser.add_argument(
        "--dry-run", action="store_true", help="import: say what would be done, and write nothing"
    )
    parser.add_argument(
        "--port", type=_port, default=5500, metavar="N", help="where serve answers (5500)"
    )
    return parser


def _port(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 0 < int(value) < _PORTS):
        raise argparse.ArgumentTypeError(f"a port is a number from 1 to {_PORTS - 1}")
    return int(value)


def _check_folders(
    given: argparse.Namespace, output: Path, parser: argparse.ArgumentParser
) -> None:
    """Refuse folders that are not there, or that would be written into by mistake."""
    for name in ("content", "templates"):
        folder: Path = getattr(given, name).resolve()
        if not folder.is_dir():
            _refuse(parser, f"--{name}: there is no folder {getattr(given, name)}")
        if given.command == "build" and (
            output.is_relative_to(folder) or folder.is_relative_to(output)
        ):
            _refuse(parser, f"--output: {given.output} and the folder of {name} lie in each other")
    if given.command == "build" and given.cache.resolve().is_relative_to(output):
        _refuse(parser, f"--cache: {given.cache} lies inside the output folder")
    if (
        given.command == "build"
        and given.drafts
        and output.is_relative_to((ROOT / "site").resolve())
    ):
        _refuse(parser, "--drafts: name another folder with --output; site/ is for readers")


def _options(given: argparse.Namespace, parser: argparse.ArgumentParser) -> Options:
    overrides: dict[str, Any] = {}
    if given.base_url is not None:
        overrides["base_url"] = _base_url(given.base_url, parser)
    content = given.content.resolve()
    return Options(
        content=content,
        templates=given.templates.resolve(),
        locales=ROOT / "locales",
        cache=given.cache.resolve(),
        repository_path=(
            content.relative_to(ROOT).as_posix() if content.is_relative_to(ROOT) else content.name
        ),
        overrides=overrides,
        drafts=given.drafts or given.command == "serve",
        preview=given.command == "serve",
    )


def _base_url(value: str, parser: argparse.ArgumentParser) -> str:
    if value.startswith("https://") and _PLAIN_URL.fullmatch(value):
        return value  # as nearly always: no need to import the schema that judges the others
    from microsite.settings import check_base_url  # noqa: PLC0415 -- heavy
    from microsite.source.faults import FaultError  # noqa: PLC0415 -- only wanted here

    try:
        return check_base_url(value)
    except FaultError as error:
        _refuse(parser, f"--base-url: {error.message} {error.hint}")


def _refuse(parser: argparse.ArgumentParser, message: str) -> NoReturn:
    parser.error(message)


def _progress(things: Iterable[Any], total: int, what: str) -> Iterable[Any]:
    if total < _MANY or not sys.stderr.isatty():
        return things
    from tqdm import tqdm  # noqa: PLC0415 -- takes as long to import as a small build

    # Its watch is a thread, and a process with threads cannot be copied for others to help.
    tqdm.monitor_interval = 0
    return tqdm(things, total=total, desc=what, unit="page", delay=_PROGRESS_AFTER, leave=False)


def _print_findings(findings: Sequence[Diagnostic], form: str) -> None:
    stream: TextIO = sys.stderr if form == "text" else sys.stdout
    if form != "text" and isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")  # programs read it, whatever the terminal can show
    told = report.FORMATS[form](findings, Path.cwd())
    if told:
        print(told, file=stream)
    if findings and form != "text":
        print(report.total(findings), file=sys.stderr)


def _summarize(result: Result, seconds: float, given: argparse.Namespace) -> None:
    parts = [f"{result.pages} pages"]
    if published := result.published:
        parts += [
            f"{published.written} files written",
            f"{published.unchanged} unchanged",
            f"{published.removed} removed",
        ]
    else:
        parts.append("no mistakes")
    print(", ".join(parts) + f", {seconds:.1f} s", file=sys.stderr)
    if not result.has_base_url and given.command == "build":
        print(
            "No base_url is set (content/site.yaml or --base-url): canonical addresses, hreflang"
            " and the sitemap are left out.",
            file=sys.stderr,
        )


def _complain(message: str, code: int) -> int:
    print(f"build.py: {message}", file=sys.stderr)
    return code
