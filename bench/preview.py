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
from pathlib import Path
from statistics import median
from typing import Final

from bench.corpus import ROOT, Words
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
        (page,) = temporary.glob(f"*/site/{site.corpus.languages[0]}/briefings/{slug}.html")
        for what, edit in _EDITED.items():
            waits = []
            for number in range(_EDITS):
                time.sleep(
                    1
                )  # An editor pauses; what one edit leaves to do must not slow the next.
                text = f"Preview {what} {number}"
                waits.append(_edit(site, edit, text, page, address, process))
                tell(f"{what} {number + 1}: {waits[-1]:.3f} s")
            found = median(waits)
            verdict = "met" if found <= LONGEST else "NOT MET"
            yield f"one {what} is shown after {found:.3f} s, at most {LONGEST}: {verdict}"
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _body(words: Words, text: str) -> Words:
    return replace(words, body=f"{text} is here. {words.body}")


def _title(words: Words, text: str) -> Words:
    return replace(words, title=text)


_EDITED: Final[dict[str, Callable[[Words, str], Words]]] = {"body": _body, "title": _title}
"""What is edited, and how."""


def _edit(  # noqa: PLR0913, PLR0917 -- what is edited, and where it is looked for
    site: Site,
    edit: Callable[[Words, str], Words],
    text: str,
    page: Path,
    address: str,
    process: subprocess.Popen[bytes],
) -> float:
    briefing = site.corpus.briefing(site.corpus.size // 2)
    edited = replace(briefing, original=edit(briefing.original, text))
    before = page.stat().st_mtime_ns
    started = time.perf_counter()
    site.write(edited)
    # A browser is told when to ask; to ask the server all the time would keep it from building.
    while page.stat().st_mtime_ns == before and process.poll() is None:
        time.sleep(_POLL)
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
