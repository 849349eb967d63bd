"""Run a command once, and tell how long it took and how much memory its largest process held."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in which the system counts memory."""


@dataclass(frozen=True, slots=True)
class Run:
    """Hold what one run took."""

    seconds: float
    """By the clock on the wall."""
    work: float
    """Seconds of all its processors, which the load of others changes less."""
    megabytes: int
    """The peak of the largest process: the command's own, or that of one which it waited for."""


class ToolFailedError(Exception):
    """Say that a command did not end well, with the last lines that it printed."""


def measure(
    command: Sequence[str | Path], folder: Path, environment: Mapping[str, str] | None = None
) -> Run:
    """Run a command in a folder; what it prints goes into a file beside the folder.

    Raises: ToolFailedError, where it ends with another code than 0.
    """
    log = folder.with_suffix(".log")
    with log.open("wb") as output:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 -- the commands of bench/tools.py
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        # Not wait(): the system tells of the memory to who asks for it with the end.
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        told = log.read_text("utf-8", "replace").splitlines()[-20:]
        end = f"ended with code {process.returncode}"
        raise ToolFailedError("\n".join([f"{command[0]} in {folder} {end}:", *told]))
    return Run(seconds, usage.ru_utime + usage.ru_stime, round(usage.ru_maxrss * _UNIT / 1e6))
