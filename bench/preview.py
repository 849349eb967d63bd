"""Measure how long an editor waits for a page in the running preview."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import replace
from statistics import median
from typing import Final

from bench.corpus import ROOT
from bench.measure import ToolFailedError
from bench.sites import Site

LONGEST: Final = 0.3
_EDITS = 9
_POLL = 0.005
_PATIENCE = 600
"""Seconds after which no answer will come."""


def preview(site: Site, tell: Callable[[str], None]) -> Iterator[str]:
    """Edit one body after the other, and wait until the served page shows it."""
    port = _free_port()
    temporary = site.folder / "temporary"
    temporary.mkdir()
    command = [
        *(sys.executable, str(ROOT / "build.py"), "serve", "--port", str(port)),
        *("--content", "content", "--templates", "templates", "--cache", "cache"),
    ]
    with (site.folder.with_suffix(".log")).open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 -- our own program
            command,
            cwd=site.folder,
            # The preview builds into a temporary folder: onto the RAM disk like all others.
            env={**os.environ, "TMPDIR": str(temporary)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
        )
    try:
        slug = site.corpus.briefing(site.corpus.size // 2).slug
        address = f"http://127.0.0.1:{port}/{site.corpus.languages[0]}/briefings/{slug}.html"
        started = time.perf_counter()
        _wait(address, b"</h1>", process)
        yield f"the preview stands after {time.perf_counter() - started:.2f} s"
        waits = []
        for number in range(_EDITS):
            time.sleep(1)  # An editor pauses; what one edit leaves to do must not slow the next.
            waits.append(_edit(site, f"Preview edit {number}", address, process))
            tell(f"edit {number + 1}: {waits[-1]:.3f} s")
        found = median(waits)
        verdict = "met" if found <= LONGEST else "NOT MET"
        yield f"one edit is shown after {found:.3f} s, at most {LONGEST}: {verdict}"
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _edit(site: Site, text: str, address: str, process: subprocess.Popen[bytes]) -> float:
    briefing = site.corpus.briefing(site.corpus.size // 2)
    words = briefing.original
    edited = replace(briefing, original=replace(words, body=f"{text} is here. {words.body}"))
    started = time.perf_counter()
    site.write(edited)
    _wait(address, text.encode(), process)
    return time.perf_counter() - started


def _wait(address: str, wanted: bytes, process: subprocess.Popen[bytes]) -> None:
    patience = time.monotonic() + _PATIENCE
    while process.poll() is None and time.monotonic() < patience:
        # Typesetting puts spaces that must not break a line between words.
        if wanted in re.sub(rb"\xc2\xa0|&nbsp;", b" ", _answer(address)):
            return
        time.sleep(_POLL)
    raise ToolFailedError(f"{address} did not come to show {wanted.decode()}")


def _answer(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 -- our own server
            return bytes(answer.read())
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return b""


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
