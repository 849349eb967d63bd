"""Drive Chromium, and note what a page asks for and complains of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    Response,
    sync_playwright,
)

ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Watch:
    """Note what a page does while it is shown."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@contextmanager
def launch(executable: Path) -> Iterator[Browser]:
    """Start Chromium without a screen; it may not look anything up outside."""
    # Playwright leaves out the sandbox, in which Chromium would not start as root.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def watch(page: Page) -> Iterator[Watch]:
    """Listen to a page that is about to be opened."""
    seen = Watch()

    def asked(request: Request) -> None:
        seen.requests.append(request.url)

    def answered(response: Response) -> None:
        if not response.ok:
            seen.complaints.append(f"{response.status} for {response.url}")

    def failed(request: Request) -> None:
        # No page waits for its icon: a page that is left first gives up asking for it, perhaps
        # while the next one is watched. An icon that is missing is answered, with 404.
        if not (request.url.endswith("/favicon.svg") and request.failure == "net::ERR_ABORTED"):
            seen.complaints.append(f"failed: {request.url}")

    def told(message: ConsoleMessage) -> None:
        # Browsers ask for it once for each host; `test_every_page_names_its_icon` sees to that.
        if not message.location["url"].endswith("/favicon.ico"):
            seen.complaints.append(f"{message.type}: {message.text} {message.location}")

    def broke(error: Error) -> None:
        seen.complaints.append(f"error: {error}")

    page.on("request", asked)
    page.on("response", answered)
    page.on("requestfailed", failed)
    page.on("console", told)
    page.on("pageerror", broke)
    yield seen
    page.remove_listener("request", asked)
    page.remove_listener("response", answered)
    page.remove_listener("requestfailed", failed)
    page.remove_listener("console", told)
    page.remove_listener("pageerror", broke)


def follow(link: Locator) -> None:
    """Click a link and wait until its page is there."""
    with link.page.expect_navigation():
        link.click()


def style(page: Page, selector: str, name: str) -> str:
    """Read a computed style."""
    value: str = page.eval_on_selector(selector, "(e, name) => getComputedStyle(e)[name]", name)
    return value


def is_styled(page: Page) -> bool:
    """Tell whether the stylesheets are applied: without them, a body has its margin of 8 px."""
    is_loaded = "() => [...document.querySelectorAll('link[rel=stylesheet]')].every((e) => e.sheet)"
    return style(page, "body", "marginTop") == "0px" and bool(page.evaluate(is_loaded))
