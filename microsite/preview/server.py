"""Serve the site from a folder of its own, and reload the page after every change.

livereload polls, and does not tell the browser of a second change within three seconds; so it is
given a watcher that is told by the system, and no time to wait.
"""

from __future__ import annotations

import errno
import logging
import signal
import socket
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Collection
from html import escape
from pathlib import Path
from types import FrameType

import watchfiles
from livereload.handlers import LiveReloadHandler
from tornado.ioloop import IOLoop

from microsite import report, routes
from microsite.options import Options
from microsite.output.manifest import ForeignFolderError
from microsite.output.publish import open_stage, swap
from microsite.preview.handlers import PreviewServer
from microsite.run import Memory, is_up_to_date, run_again

HOST = "127.0.0.1"
_PAUSE = 300
"""Milliseconds without a change after which the watch looks up."""
_QUIET = 10
"""Milliseconds without a change after which a burst of saves is over."""


def serve(options: Options, port: int) -> int:
    """Build into a temporary folder, serve it, and build again after every change.

    Returns 0 when the editor stops it. Raises: OSError, where the port is taken.
    """
    _check_port(port)
    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):  # Windows has one of the two
            # To be stopped so is to be stopped: the folder for a time shall go then too.
            signal.signal(number, _interrupt)
    memory = Memory()
    with tempfile.TemporaryDirectory(prefix="briefing-preview-") as name:
        folder = Path(name) / "site"
        _rebuild(options, folder, memory, ())
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0

        def rebuild(saved: Collection[Path]) -> bool:
            return _rebuild(options, folder, memory, saved)

        server = PreviewServer(watcher=_Watcher(options, rebuild))
        # Talk of sockets would hide the mistakes that an editor looks for.
        logging.getLogger("livereload").addFilter(lambda record: record.levelno >= logging.ERROR)
        logging.getLogger("tornado.access").setLevel(logging.ERROR)
        print(f"The preview is at http://{HOST}:{port}/ (Ctrl-C stops it).", file=sys.stderr)
        try:
            server.serve(port=port, host=HOST, root=str(folder))
        finally:
            memory.close()
    return 0


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"port {port} cannot be used; name another with --port"
            raise OSError(errno.EADDRINUSE, message) from error


def _rebuild(options: Options, folder: Path, memory: Memory, saved: Collection[Path]) -> bool:
    """Build and say what came of it; with a mistake, the last good site stays.

    `saved` are the files that the system told of; without any, all are looked at, and nothing is
    said where there is nothing new. Tells whether the browser has anything new to show.
    """
    try:
        if not saved and is_up_to_date(options, memory):
            return False
        result = run_again(options, folder, memory, saved)
        if published := result.published:
            changed = published.written + published.removed
            print(
                f"{result.pages} pages without mistakes, {changed} files changed", file=sys.stderr
            )
            return changed > 0
    except ForeignFolderError as error:
        print(error, file=sys.stderr)
        return False
    except OSError as error:
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return False
    told = report.text(result.findings, Path.cwd())
    print(told, file=sys.stderr)
    if (folder / routes.STYLESHEET).exists():
        return False
    return _apologize(told, folder)


def _apologize(told: str, folder: Path) -> bool:
    """Say in the browser, at every address, why there is nothing to see yet."""
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not yet</title></head>'
        f"<body><h1>The site cannot be shown yet</h1><pre>{escape(told)}</pre></body></html>"
    ).encode()
    names = (routes.CHOOSER, routes.NOT_FOUND)
    stage = open_stage(folder)
    for name in names:
        (stage / name).write_bytes(page)
    swap(stage, folder, dict.fromkeys(names, ""), names, names)
    return True


class _Watcher:
    """Tell livereload of changes; has the attributes and methods that it asks of a watcher."""

    filepath = None
    """livereload names this file to the browser; without one, the whole page is loaded again."""

    def __init__(self, options: Options, rebuild: Callable[[Collection[Path]], bool]) -> None:
        self._folders = [options.content, options.templates, options.locales]
        self._rebuild = rebuild
        self._tasks = {"site": None}
        self._changes: list[tuple[str, int]] = []

    def start(self, callback: Callable[[], None]) -> bool:
        loop = IOLoop.current()

        def watch() -> None:
            looked = False
            changes = watchfiles.watch(
                *self._folders,
                step=_QUIET,
                rust_timeout=_PAUSE,
                yield_on_timeout=True,
                raise_interrupt=False,
            )
            for change in changes:
                # In a pause all is looked at once: for what was saved before the system was asked
                # to tell, and for what it did not tell.
                if not change and looked:
                    continue
                looked = not change
                try:
                    changed = self._rebuild([Path(path) for _, path in change])
                except Exception:  # noqa: BLE001 -- a fault of ours must not end the preview
                    traceback.print_exc()
                    continue
                if changed:
                    loop.add_callback(callback)

        threading.Thread(target=watch, daemon=True).start()
        return True

    def examine(self) -> tuple[str, int | None]:
        return "site", None
