"""Serve a built site as a host for static files does: under a path, with a page for what is not."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import unquote, urlsplit

from tests.browser.site import BuiltSite


@dataclass(frozen=True)
class Placement:
    """Say where a site stands; the address ends in a slash."""

    site: BuiltSite
    address: str

    def url(self, path: str) -> str:
        """Give the address of an output path."""
        return self.address + path

    def example(self, page: str) -> str:
        """Give the address of the example of a kind of page."""
        return self.url(self.site.example(page))


@contextmanager
def serve(site: BuiltSite) -> Iterator[Placement]:
    """Serve a site on this machine, under the path of its base address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            status, name = _find(site, self.path)
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            data = site.files.get(name, b"")
            self.send_response(status)
            charset = "; charset=utf-8" if kind.startswith("text/") else ""
            self.send_header("Content-Type", kind + charset)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            # A browser that goes elsewhere meanwhile hangs up.
            with suppress(ConnectionError):
                self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield Placement(site, f"http://127.0.0.1:{server.server_port}{site.base_path}")
        server.shutdown()


def _find(site: BuiltSite, target: str) -> tuple[HTTPStatus, str]:
    """Find the file that answers a request; a folder's is its `index.html`."""
    path = unquote(urlsplit(target).path)
    name = path.removeprefix(site.base_path)
    if path.startswith(site.base_path):
        for candidate in (name, f"{name}index.html" if name.endswith("/") or not name else name):
            if candidate in site.files:
                return HTTPStatus.OK, candidate
    return HTTPStatus.NOT_FOUND, "404.html"
