"""Edit texts while `build.py serve` runs, and see in Chromium that the page follows by itself."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parent.parent.parent
PATH = "briefings/bridge.en.md"


def text(title: str, region: str = "RU-OMS") -> bytes:
    return (
        f"---\ntitle: {title}\nsummary: It is planned.\nlang: en\ndate: 2016-09-12\n"
        f"regions: [{region}]\npartners: [CN]\n---\nText.\n"
    ).encode()


@pytest.fixture
def port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def preview(
    content_of: Callable[[dict[str, bytes]], Path], port: int, tmp_path: Path
) -> Iterator[Callable[[bytes], Path]]:
    """Start the preview of one briefing; give the briefing's file."""
    started: list[subprocess.Popen[bytes]] = []

    def start(data: bytes) -> Path:
        folder = content_of({PATH: data})
        command = [sys.executable, str(ROOT / "build.py"), "serve", "--port", str(port)]
        options = ["--content", str(folder), "--cache", str(tmp_path / "cache")]
        started.append(subprocess.Popen([*command, *options], stderr=subprocess.DEVNULL))
        for _ in range(200):
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                break
        return folder / PATH

    yield start
    for process in started:
        process.terminate()
        process.wait(timeout=20)


def open_briefing(page: Page, port: int) -> None:
    with page.expect_websocket():  # the page is told of changes from here on
        page.goto(f"http://127.0.0.1:{port}/en/{PATH.replace('.en.md', '.html')}")
    page.wait_for_timeout(300)


def test_the_page_follows_every_save(
    preview: Callable[[bytes], Path], page: Page, port: int
) -> None:
    file = preview(text("First"))
    open_briefing(page, port)
    expect(page.locator("h1")).to_have_text("First")
    file.write_bytes(text("Second"))
    expect(page.locator("h1")).to_have_text("Second", timeout=15_000)
    page.wait_for_timeout(300)
    file.write_bytes(text("Third"))
    time.sleep(0.2)
    file.write_bytes(text("Fourth"))
    expect(page.locator("h1")).to_have_text("Fourth", timeout=15_000)


def test_a_mistake_leaves_the_last_good_page_and_its_mending_shows(
    preview: Callable[[bytes], Path], page: Page, port: int
) -> None:
    file = preview(text("First"))
    open_briefing(page, port)
    file.write_bytes(text("Broken", region="RU-OMSK"))
    page.wait_for_timeout(1500)
    expect(page.locator("h1")).to_have_text("First")
    file.write_bytes(text("Mended"))
    expect(page.locator("h1")).to_have_text("Mended", timeout=15_000)


def test_a_preview_that_starts_with_a_mistake_shows_it_at_every_address_until_it_is_mended(
    preview: Callable[[bytes], Path], page: Page, port: int
) -> None:
    file = preview(text("First", region="RU-OMSK"))
    open_briefing(page, port)
    expect(page.locator("pre")).to_contain_text("“RU-OMSK” is not in the vocabulary")
    file.write_bytes(text("First", region="RU-TOMSK"))
    expect(page.locator("pre")).to_contain_text(
        "“RU-TOMSK” is not in the vocabulary", timeout=15_000
    )
    page.wait_for_timeout(300)
    file.write_bytes(text("First"))
    expect(page.locator("h1")).to_have_text("First", timeout=15_000)
