"""Make the files of a site, by one process or several, and write those that differ."""

from __future__ import annotations

import filecmp
import hashlib
import os
import stat
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import TemplateError

from microsite.diagnostics import Diagnostic
from microsite.ledger import digest_of
from microsite.output.environment import environment
from microsite.output.render import Press, pieces, render
from microsite.output.static_files import Static
from microsite.pages.outputs import Output
from microsite.pages.plan import TEMPLATES
from microsite.workers import processes, spread

_RUN = 200
"""Outputs of one time that one process renders, so that it makes the cards they share once."""

_PIECE = 1 << 20
"""Bytes of a file that are held at once."""


class Printed(NamedTuple):
    """Say what came of an output."""

    digest: str
    """SHA-256 of its bytes."""
    written: bool
    """Whether it differs from what stands in the folder."""
    finding: Diagnostic | None = None


def print_files(
    files: Sequence[Output | Static],
    press: Press,
    progress: Callable[[Iterable[Any], int, str], Iterable[Any]],
) -> tuple[dict[str, Printed], tuple[Diagnostic, ...]]:
    """Make files, those of one time side by side; give what came of each by its path."""
    if press.stage:
        for folder in {file.path.rpartition("/")[0] for file in files}:
            Path(press.stage, folder).mkdir(parents=True, exist_ok=True)
    printed = {file.path: copy_static(file, press) for file in files if isinstance(file, Static)}
    outputs = [file for file in files if isinstance(file, Output)]
    outputs.sort(key=lambda output: (output.days, output.path))
    count = processes(len(outputs))
    if count > 1:
        for texts in press.texts.values():
            env = environment(press.templates, texts, press.memo, press.revision)
            for name in TEMPLATES:
                with suppress(TemplateError):  # told where a page is rendered with it
                    env.get_template(name)  # compiled once, before there are copies of this process
    findings: dict[object, Diagnostic] = {}
    results = spread(partial(print_output, press=press), outputs, count, _RUN)
    for output, result in progress(results, len(outputs), "Rendering"):
        printed[output.path] = result
        if result.finding:
            # One slip in a template shows on every page that uses it; it is told once.
            place = result.finding.location
            findings[place] = min(findings.get(place, result.finding), result.finding)
    return printed, tuple(sorted(findings.values()))


def print_output(output: Output, press: Press) -> Printed:
    """Render an output, and write it into the stage where the same bytes do not stand already."""
    if not output.template:
        return _print_pieces(output, press)
    data = render(output, press)
    if isinstance(data, Diagnostic):
        return Printed("", written=False, finding=data)
    written = bool(press.stage) and not _stands(f"{press.folder}/{output.path}", data)
    if written:
        with open(f"{press.stage}/{output.path}", "wb") as file:  # noqa: PTH123 -- one of thousands
            file.write(data)
    return Printed(hashlib.sha256(data).hexdigest(), written)


def _print_pieces(output: Output, press: Press) -> Printed:
    whole = hashlib.sha256()
    if not press.stage:
        for data in pieces(output, press):
            whole.update(data)
        return Printed(whole.hexdigest(), written=False)
    staged = Path(press.stage, output.path)
    with staged.open("wb") as file:
        for data in pieces(output, press):
            whole.update(data)
            file.write(data)
    if stands := _are_alike(Path(press.folder, output.path), staged):
        staged.unlink()
    return Printed(whole.hexdigest(), written=not stands)


def _stands(path: str, data: bytes) -> bool:
    try:
        at = os.lstat(path)
        if not stat.S_ISREG(at.st_mode) or at.st_size != len(data):
            return False
        with open(path, "rb") as file:  # noqa: PTH123 -- one of thousands
            return file.read() == data
    except OSError:
        return False


def copy_static(static: Static, press: Press) -> Printed:
    """Copy a file into the stage where the same bytes do not stand already.

    Raises: OSError, where it cannot be read or written.
    """
    target = Path(press.stage, static.path)
    if not press.stage or _holds(Path(press.folder, static.path), static.digest):
        return Printed(static.digest, written=False)
    whole = hashlib.sha256()
    with target.open("wb") as copy:
        if static.source is not None:
            with static.source.open("rb") as file:
                while piece := file.read(_PIECE):
                    whole.update(piece)
                    copy.write(piece)
    return Printed(whole.hexdigest(), written=True)


def _are_alike(path: Path, staged: Path) -> bool:
    filecmp.clear_cache()  # it goes by the times of files, which may be coarse
    try:
        return not path.is_symlink() and filecmp.cmp(path, staged, shallow=False)
    except OSError:
        return False


def _holds(path: Path, digest: str) -> bool:
    try:
        return path.is_file() and not path.is_symlink() and digest_of(path) == digest
    except OSError:
        return False
