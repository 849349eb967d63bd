from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path

import pytest
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import websocket_connect

from microsite.preview.handlers import PreviewServer
from tests.building import write_files


class Watcher:
    """Watch nothing."""

    filepath = None


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    outside = tmp_path_factory.mktemp("outside")
    folder = outside / "site"
    page = "<html><head></head><body>page</body></html>"
    write_files(folder, {"index.html": page, "en/index.html": page, "404.html": "no such page"})
    write_files(outside, {"secret.html": "secret", "site-of-another/secret.html": "secret"})
    (folder / "link.html").symlink_to(outside / "secret.html")
    (folder / "linked").symlink_to(outside)
    return folder


@pytest.fixture(scope="module")
def port(root: Path) -> Iterator[int]:
    with contextlib.closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        number = int(probe.getsockname()[1])
    ready = threading.Event()
    loop = asyncio.new_event_loop()

    async def listen() -> None:
        server = PreviewServer(watcher=Watcher())
        server.root = str(root)
        server.application(number, "127.0.0.1")
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        loop.create_task(listen())  # noqa: RUF006 -- done before the loop is left
        loop.run_forever()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    assert ready.wait(20)
    yield number
    loop.call_soon_threadsafe(loop.stop)
    thread.join(20)


def ask(port: int, target: str, host: str | None = None) -> tuple[int, str]:
    """Ask for a target as it is written, and give status and text."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    with contextlib.closing(connection):
        connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
        connection.putheader("Host", host or f"127.0.0.1:{port}")
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


@pytest.mark.parametrize("target", ["/", "/index.html", "/en/", "/en/index.html?query"])
def test_a_page_comes_with_the_script_that_loads_it_again(port: int, target: str) -> None:
    status, text = ask(port, target)
    assert status == 200
    script = f'<script src="/livereload.js?port={port}"></script>'
    assert text == f"<html><head>{script}</head><body>page</body></html>"
    assert ask(port, "/livereload.js")[0] == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "localhost:80", "LOCALHOST"])
def test_this_machine_is_asked_under_its_own_names(port: int, host: str) -> None:
    assert ask(port, "/", host)[0] == 200


@pytest.mark.parametrize("target", ["/", "/livereload.js", "/livereload", "/absent"])
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:80",
        "evil.example#localhost",
        "localhost@evil.example",
        "192.168.0.2",
        "[::1]",
        "0.0.0.0",  # noqa: S104 -- a name in a request
    ],
)
def test_a_name_that_was_made_to_lead_here_gets_nothing(port: int, host: str, target: str) -> None:
    status, text = ask(port, target, host)
    assert status in {400, 421}
    assert "page" not in text


@pytest.mark.parametrize(
    "target",
    [
        "/../secret.html",
        "/en/../../secret.html",
        "/%2e%2e/secret.html",
        "/%2e%2e%2fsecret.html",
        "/..%2fsecret.html",
        "/%252e%252e/secret.html",
        "/..%5csecret.html",
        "/..\\secret.html",
        "/....//secret.html",
        "/../site-of-another/secret.html",
        "/%2fetc/passwd",
        "//etc/passwd",
        "/etc/passwd",
        "/%00",
        "/index.html%00.png",
        "/link.html",
        "/linked/secret.html",
        "/linked",
        "/en/%e0%80%ae%e0%80%ae/secret.html",
        "/absent.html",
        "//evil.example/%2e%2e",
    ],
)
def test_what_is_no_part_of_the_site_is_not_there(port: int, target: str) -> None:
    status, text = ask(port, target)
    assert status in {400, 404}
    assert "secret" not in text
    assert "root:" not in text


def test_the_sites_own_page_tells_that_there_is_none(port: int) -> None:
    assert ask(port, "/absent.html") == (404, "no such page")


def test_nobody_can_make_the_page_load_again(port: int) -> None:
    assert ask(port, "/forcereload")[0] == 404


def greeting(port: int, host: str, origin: str) -> str | bytes | None:
    async def greet() -> str | bytes | None:
        headers = {"Host": host, "Origin": origin}
        request = HTTPRequest(f"ws://127.0.0.1:{port}/livereload", headers=headers)
        connection = await websocket_connect(request)
        await connection.write_message('{"command": "hello"}')
        answer = await connection.read_message()
        connection.close()
        return answer

    # In a thread of its own: a browser that another test drives may have a loop in this one.
    with ThreadPoolExecutor(1) as other:
        return other.submit(lambda: asyncio.run(greet())).result()


def test_a_page_of_ours_is_told_of_changes(port: int) -> None:
    own = f"127.0.0.1:{port}"
    assert "hello" in str(greeting(port, own, f"http://{own}"))


@pytest.mark.parametrize(
    ("host", "origin", "status"),
    [
        ("127.0.0.1:{port}", "https://evil.example", 403),
        ("127.0.0.1:{port}", "http://127.0.0.1:1", 403),
        ("127.0.0.1:{port}", "null", 403),
        ("evil.example", "http://evil.example", 421),
    ],
)
def test_a_page_of_others_is_told_nothing(port: int, host: str, origin: str, status: int) -> None:
    with pytest.raises(HTTPClientError) as refusal:
        greeting(port, host.replace("{port}", str(port)), origin)
    assert refusal.value.code == status


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.0.2"])  # noqa: S104 -- is refused
def test_the_preview_listens_to_this_machine_alone(host: str) -> None:
    with pytest.raises(ValueError, match="other machines"):
        PreviewServer(watcher=Watcher()).application(5500, host)


def told_after(port: int, url: str, changing: Callable[[], object]) -> list[str]:
    """Load a page, change something, and give the commands that the page is then told."""
    with contextlib.closing(HTTPConnection("127.0.0.1", port, timeout=20)) as fetched:
        fetched.request("GET", url)
        with fetched.getresponse() as answer:
            answer.read()
    changing()

    async def tell() -> list[str]:
        own = f"127.0.0.1:{port}"
        headers = {"Host": own, "Origin": f"http://{own}"}
        request = HTTPRequest(f"ws://{own}/livereload", headers=headers)
        connection = await websocket_connect(request)
        for said in ({"command": "info", "url": f"http://{own}{url}"}, {"command": "hello"}):
            await connection.write_message(json.dumps(said))
        commands: list[str] = []
        while "hello" not in commands:
            commands.append(json.loads(str(await connection.read_message()))["command"])
        connection.close()
        while await connection.read_message() is not None:
            pass  # until the other side has closed it too
        return commands

    with ThreadPoolExecutor(1) as other:
        return other.submit(lambda: asyncio.run(tell())).result()


@pytest.mark.parametrize("url", ["/en/index.html", "/en/", "/later.html"])
def test_a_page_that_changed_while_it_was_loading_is_told_so(
    root: Path, port: int, url: str
) -> None:
    file = root / f"{url.removeprefix('/')}{'index.html' if url.endswith('/') else ''}"
    new = root / "new"
    new.write_text("<html><head></head><body>changed</body></html>", encoding="utf-8")
    os.utime(new, ns=(1, len(url)))
    assert told_after(port, url, lambda: new.replace(file)) == ["reload", "hello"]


def test_a_page_that_stands_as_it_was_sent_is_told_nothing(port: int) -> None:
    assert told_after(port, "/index.html", lambda: None) == ["hello"]
