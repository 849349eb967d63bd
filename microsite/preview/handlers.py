"""Answer what the editor's own browser asks, and nobody else.

Drafts are nobody's business yet, and any page in the editor's browser can ask this machine for
something: by a name of its own that it lets lead here, or by an address that leads out of the
folder. So a request has to name this machine as the preview does, and gets files of the site alone.
"""

from __future__ import annotations

import ipaddress
import json
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import LiveScriptInjector
from tornado import web
from tornado.websocket import WebSocketHandler

from microsite import routes

OWN_NAMES = r"127\.0\.0\.1|localhost"
"""What the `Host` of a request may say, whatever the port: a pattern."""

_FORBIDDEN, _NOT_FOUND, _MISDIRECTED = 403, 404, 421
"""Of HTTP: https://www.rfc-editor.org/rfc/rfc9110#name-client-error-4xx"""


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """Serve a folder live, to this machine and under its own name."""

    def application(
        self,
        port: int,
        host: str,
        liveport: int | None = None,  # noqa: ARG002 -- livereload calls it so
        debug: bool | None = None,  # noqa: ARG002, FBT001
        live_css: bool = True,  # noqa: FBT001, FBT002
    ) -> None:
        """Listen on a port; `host` is an address of this machine that others cannot reach.

        Raises: ValueError, where they could.
        """
        if not ipaddress.ip_address(host).is_loopback:
            raise ValueError(f"{host} can be reached from other machines")
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = live_css

        class WithScript(LiveScriptInjector):  # type: ignore[misc]  # livereload has no types
            script = f'<script src="/livereload.js?port={port}"></script>'.encode()

        # Of when each file was that somebody asked for, by its address.
        sent: dict[str, int] = {}
        application = web.Application(
            transforms=[WithScript], default_handler_class=Stranger, root=self.root, sent=sent
        )
        application.add_handlers(
            f"^(?:{OWN_NAMES})$",
            [
                (r"/livereload", Reload),
                (r"/livereload\.js", LiveReloadJSHandler),
                (r"/(.*)", SiteFile, {"path": self.root, "default_filename": routes.CHOOSER}),
            ],
        )
        application.listen(port, address=host)


class Stranger(web.RequestHandler):
    """Send away what was asked under a name that is not ours: it came by a trick."""

    def prepare(self) -> None:
        """Answer before anything else is looked at."""
        self.set_status(_MISDIRECTED)
        self.finish(f"The preview answers at http://127.0.0.1/ alone ({_MISDIRECTED}).\n")


class Reload(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """Tell a page of ours to load itself again."""

    def on_message(self, message: str | bytes) -> None:
        """Greet a page; one that changed before it could be told is told at once."""
        super().on_message(message)
        said = json.loads(message)
        path = unquote(urlsplit(str(said.get("url", ""))).path).removeprefix("/")
        moment = self.settings["sent"].get(path)
        is_old = moment is not None and moment != _moment_of(self.settings["root"], path)
        if said.get("command") == "info" and is_old:
            self.send_message({"command": "reload", "path": "*", "liveCSS": False})

    def check_origin(self, origin: str) -> bool:
        """Take pages of this very address alone; livereload would take all."""
        return WebSocketHandler.check_origin(self, origin)


class SiteFile(web.StaticFileHandler):
    """Answer with the newest bytes, and with the site's own page for what is not there."""

    def set_extra_headers(self, path: str) -> None:  # noqa: ARG002 -- tornado calls it so
        """Let no cache keep a page, and no other site show one."""
        self.set_header("Cache-Control", "no-store")
        self.set_header("Cross-Origin-Resource-Policy", "same-origin")
        self.set_header("X-Content-Type-Options", "nosniff")

    def compute_etag(self) -> None:
        """Give none: what was remembered of a file would be compared."""

    def should_return_304(self) -> bool:
        """Send the whole file each time."""
        return False

    def prepare(self) -> None:
        """Refuse what no page links to; tornado refuses what leads out of the folder."""
        (path,) = self.path_args or ("",)
        # A second slash in front would make another host of the path in a redirection.
        if path.startswith("/") or "\\" in path or "\0" in path:
            raise web.HTTPError(_NOT_FOUND)
        self.settings["sent"][path] = _moment_of(self.root, path)  # before it is read

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401 -- as tornado
        """Answer with the site's page for what is not there, or is none of the site."""
        page = Path(self.root) / routes.NOT_FOUND
        if status_code not in {_FORBIDDEN, _NOT_FOUND}:
            super().write_error(status_code, **kwargs)
            return
        self.set_status(_NOT_FOUND)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(page.read_bytes() if page.is_file() else b"There is no such page.\n")


def _moment_of(root: str, path: str) -> int:
    """Tell when a file of the folder was written; 0 for what is not there."""
    file = Path(root, path)
    if ".." in file.parts:
        return 0
    with suppress(OSError, ValueError):
        return (file / routes.CHOOSER if file.is_dir() else file).stat().st_mtime_ns
    return 0
