"""Build where there is anything to build: one run at a time, and nothing heavy before it is known.

What is needed to build (the schema, Markdown, templates) takes longer to import than it takes to
see that no file changed; so it is imported here, late, and by nothing that this module imports.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from microsite.diagnostics import Diagnostic
from microsite.inputs import Inputs, look_again, look_around, same
from microsite.ledger import Ledger, leave, read_ledger, standing, write_ledger
from microsite.memo import LostValueError, Memo, digest, forget
from microsite.options import Options
from microsite.output.locks import Hold, claim
from microsite.output.manifest import MANIFEST, Published
from microsite.output.manifest import standing as wrote
from microsite.output.mending import mend

if TYPE_CHECKING:
    from microsite.content.read import Remembered
    from microsite.planning import Plan

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
"""Passes things on one by one while it shows how many of a total have gone by, and of what."""


_TRIES = 5
"""How often a build begins anew because a file was saved, or the cache was lost, meanwhile."""


@dataclass(frozen=True, slots=True)
class Result:
    """Say what came of a run."""

    findings: tuple[Diagnostic, ...] = ()
    """In the order of their places, each once."""
    published: Published | None = None
    """None where nothing was to be written."""
    pages: int = 0
    has_base_url: bool = False


@dataclass(slots=True)
class Memory:
    """Hold what one build leaves to the next while the process lives."""

    memo: Memo | None = None
    inputs: Inputs | None = None
    remembered: Remembered | None = None
    ledger: Ledger | None = None
    planned: Plan | None = None
    kept: dict[str, dict[str, bytes]] = field(default_factory=dict)
    """The pieces of long files, by path and key."""

    def close(self) -> None:
        """Let go of the memo's file."""
        if self.memo is not None:
            self.memo.close()
            self.memo = None


def run(
    options: Options,
    output: Path | None,
    *,
    progress: Progress = lambda things, _total, _what: things,
    waiting: Callable[[], None] = lambda: None,
) -> Result:
    """Make a folder hold the site; without one, only look for mistakes.

    `waiting` is called when another run has the folder. Raises: ForeignFolderError; OSError, where
    the machine is at fault.
    """
    if output is None:
        return _run_once(options, None, progress)
    with claim(output, waiting) as hold:
        mend(output)
        return _run_once(options, output, progress, hold)


def run_again(
    options: Options, output: Path, memory: Memory, saved: Collection[Path] = ()
) -> Result:
    """Make a folder that nobody else writes into hold the site, and remember for the next time.

    The folder is changed file by file: it stays the same folder for a server that holds on to it.
    Where the files that were `saved` since the last time are named, no others are looked at, if
    that can be enough. Who says so has to ask again without: a system may forget to tell of one.

    Raises: as `run` does.
    """
    if memory.inputs and saved and (found := look_again(options, memory.inputs, saved)):
        # Where the system did not tell that a file is gone, all are looked at after all.
        with suppress(FileNotFoundError):
            return _run_again(options, found, output, memory)
    inputs = look_around(options, memory.ledger or Ledger(), closely=True)
    return _run_again(options, inputs, output, memory)


def _run_again(options: Options, inputs: Inputs, output: Path, memory: Memory) -> Result:
    ledger, memory.inputs = memory.ledger or Ledger(), inputs
    if ledger.outputs and not inputs.has_findings and inputs.are_those_of(ledger):
        memory.ledger = replace(ledger, inputs=inputs.files)
        return Result((), Published(0, len(ledger.outputs), 0), *ledger.told)
    result, memory.ledger = _build(options, inputs, memory, ledger, output)
    return result


def is_up_to_date(options: Options, memory: Memory) -> bool:
    """Tell whether all files are as they were when they were last looked at.

    Raises: as `run` does.
    """
    before = memory.inputs
    if before is None:
        return False
    now = look_around(
        options, replace(memory.ledger or Ledger(), inputs=before.files), closely=True
    )
    return (
        same(now.files, before.files)
        and (now.surroundings, now.findings, now.content.findings)
        == (before.surroundings, before.findings, before.content.findings)
    )  # fmt: skip


def _run_once(
    options: Options, output: Path | None, progress: Progress, hold: Hold | None = None
) -> Result:
    path = options.cache / f"ledger-{digest(str(output))}.txt" if options.cache and output else None
    ledger = read_ledger(path) if path else Ledger()
    inputs = look_around(options, ledger)
    fresh = _fresh(inputs, ledger, output) if output else None
    if fresh:
        if path and fresh != ledger:
            write_ledger(path, fresh)
        return _unchanged(fresh)
    if output:
        wrote(output)  # refuses a folder of others before anything is built
    memory = Memory()
    try:
        result, after = _build(
            options, inputs, memory, ledger, output, hold=hold, progress=progress
        )
    finally:
        memory.close()
    if path and not result.findings:
        write_ledger(path, after)
    return result


def _fresh(inputs: Inputs, ledger: Ledger, output: Path) -> Ledger | None:
    """Give the ledger with the marks of now, where all is as it was when it was written."""
    if not ledger.outputs or inputs.has_findings or not inputs.are_those_of(ledger):
        return None
    there = standing(output, ledger)
    if there.keys() != ledger.outputs.keys():
        return None
    if there == ledger.outputs:
        return replace(ledger, inputs=inputs.files)
    return replace(ledger, inputs=inputs.files, outputs=there, left=leave(output / MANIFEST))


def _unchanged(ledger: Ledger) -> Result:
    # The manifest is no file of the site.
    return Result((), Published(0, len(ledger.outputs) - 1, 0), *ledger.told)


def _build(  # noqa: PLR0913 -- all but five are named at the call
    options: Options,
    inputs: Inputs,
    memory: Memory,
    ledger: Ledger,
    output: Path | None,
    *,
    hold: Hold | None = None,
    progress: Progress = lambda things, _total, _what: things,
) -> tuple[Result, Ledger]:
    # Heavy: see above.
    from microsite.content.read import recall_reading, remember_reading  # noqa: PLC0415
    from microsite.pipeline import ChangedMeanwhileError, build, forget_readings  # noqa: PLC0415

    caches = [options.cache, None]
    for _ in range(_TRIES):
        memo = memory.memo = memory.memo or Memo(caches[0])
        before = memory.remembered or recall_reading(memo)
        try:
            built = build(
                options,
                inputs,
                memo=memo,
                remembered=before,
                ledger=ledger,
                before=memory.planned,
                kept=memory.kept if hold is None and output else None,
                output=output,
                hold=hold,
                progress=progress,
            )
            break
        except ChangedMeanwhileError:
            forget_readings()
            memory.planned = None
            memory.inputs = inputs = look_around(options, ledger, closely=hold is None)
        except LostValueError as error:
            # The cache was damaged or deleted meanwhile, or its disk is full. All that it held can
            # be made anew, in a folder for this run alone.
            memory.close()
            memory.remembered = None
            cache = caches.pop(0)
            if cache is None:
                message = f"what a build remembers cannot be kept ({error}); is the disk full?"
                raise OSError(errno.EIO, message) from error
            with suppress(OSError):
                forget(cache)
    else:
        raise OSError(errno.EAGAIN, "files are changed again and again while they are read")
    if memory.remembered is None and built.remembered.reads != before.reads:
        remember_reading(memo, built.remembered, before)
    if hold is None:
        memory.remembered = built.remembered
        memory.planned = built.planned or memory.planned
    return Result(built.findings, built.published, *built.ledger.told), built.ledger
