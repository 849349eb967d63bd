"""Serve the site from a folder of its own, and reload the page after every change.

livereload polls, and does not tell the browser of a second change within three seconds; so it is
given a watcher that is told by the system, and no time to wait.
"""

from __future__ import annotations

import errno
import logging
import socket
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from html import escape
from pathlib import Path

import watchfiles
from livereload import Server
from livereload.handlers import LiveReloadHandler, StaticFileHandler
from tornado.ioloop import IOLoop

from microsite import report, routes
from microsite.pipeline import Build, Options, build, write

HOST = "127.0.0.1"
_QUIET = 50
"""Milliseconds without a change after which a burst of saves is over."""


def serve(options: Options, port: int) -> int:
    """Build into a temporary folder, serve it, and build again after every change.

    Returns 0 when the editor stops it. Raises: OSError, where the port is taken.
    """
    _check_port(port)
    with tempfile.TemporaryDirectory(prefix="briefing-preview-") as name:
        folder = Path(name) / "site"
        _rebuild(options, folder)
        LiveReloadHandler.DEFAULT_RELOAD_TIME = 0
        server = Server(watcher=_Watcher(options, lambda: _rebuild(options, folder)))
        server.SFH = _Handler
        # Talk of sockets would hide the mistakes that an editor looks for.
        logging.getLogger("livereload").addFilter(lambda record: record.levelno >= logging.ERROR)
        logging.getLogger("tornado.access").setLevel(logging.ERROR)
        print(f"The preview is at http://{HOST}:{port}/ (Ctrl-C stops it).", file=sys.stderr)
        server.serve(port=port, host=HOST, root=str(folder))
    return 0


def _check_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            message = f"port {port} cannot be used; name another with --port"
            raise OSError(errno.EADDRINUSE, message) from error


def _rebuild(options: Options, folder: Path) -> bool:
    """Build and say what came of it; with a mistake, the last good site stays.

    Tells whether the browser has anything new to show.
    """
    try:
        built = build(options)
        if not built.findings:
            published = write(built, folder)
            changed = published.written + published.removed
            print(f"{built.pages} pages without mistakes, {changed} files changed", file=sys.stderr)
            return changed > 0
    except OSError as error:
        print(f"{error.filename or ''}: {error.strerror or error}", file=sys.stderr)
        return False
    print(report.text(built.findings, Path.cwd()), file=sys.stderr)
    if (folder / routes.STYLESHEET).exists():
        return False
    return write(_apology(built), folder).written > 0


def _apology(built: Build) -> Build:
    """Say in the browser, at every address, why there is nothing to see yet."""
    told = escape(report.text(built.findings, Path.cwd()))
    page = (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Not yet</title></head>'
        f"<body><h1>The site cannot be shown yet</h1><pre>{told}</pre></body></html>"
    ).encode()
    return Build((), {routes.CHOOSER: page, routes.NOT_FOUND: page})


class _Handler(StaticFileHandler):  # type: ignore[misc]  # livereload has no types
    """Answer with the newest bytes, and with the site's own page for what is not there."""

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 -- tornado calls it so
        self.set_header("Cache-Control", "no-store")

    def should_return_304(self) -> bool:
        return False

    def write_error(self, status_code: int, **kwargs: object) -> None:
        page = Path(self.root) / routes.NOT_FOUND
        if status_code == 404 and page.is_file():  # noqa: PLR2004 -- HTTP's own number
            self.set_header("Content-Type", "text/html; charset=utf-8")
            self.finish(page.read_bytes())
        else:
            super().write_error(status_code, **kwargs)


class _Watcher:
    """Tell livereload of changes; has the attributes and methods that it asks of a watcher."""

    filepath = None
    """livereload names this file to the browser; without one, the whole page is loaded again."""

    def __init__(self, options: Options, rebuild: Callable[[], bool]) -> None:
        self._folders = [options.content, options.templates, options.locales]
        self._rebuild = rebuild
        self._tasks = {"site": None}
        self._changes: list[tuple[str, int]] = []

    def start(self, callback: Callable[[], None]) -> bool:
        loop = IOLoop.current()

        def watch() -> None:
            for _ in watchfiles.watch(*self._folders, step=_QUIET, raise_interrupt=False):
                try:
                    changed = self._rebuild()
                except Exception:  # noqa: BLE001 -- a fault of ours must not end the preview
                    traceback.print_exc()
                    continue
                if changed:
                    loop.add_callback(callback)

        threading.Thread(target=watch, daemon=True).start()
        return True

    def examine(self) -> tuple[str, int | None]:
        return "site", None
