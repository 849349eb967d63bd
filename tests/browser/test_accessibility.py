"""Everyone can use the pages: axe finds nothing, on light and on dark paper."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.serving import Placement, serve
from tests.browser.site import PAGES, BuiltSite

OPTIONS = {
    "resultTypes": ["violations"],
    # Axe would fetch stylesheets anew, which the pages' policy refuses.
    "preload": False,
    # Off by default, for being newer than WCAG 2.1.
    "rules": {"target-size": {"enabled": True}},
}


def violations(page: Page) -> list[str]:
    """List what axe finds on light paper, then on dark."""
    page.emulate_media(color_scheme="light")
    found: list[dict[str, Any]] = Axe().run(page, options=OPTIONS).response["violations"]
    page.emulate_media(color_scheme="dark")
    # By now axe is in the page; putting it there costs more than a run.
    found += page.evaluate("options => axe.run(options)", OPTIONS)["violations"]
    return [
        f"{rule['id']}: {node['html']} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_on_light_and_on_dark_paper(
    at_root: Placement, page: Page, name: str
) -> None:
    page.goto(at_root.example(name))
    assert violations(page) == []


@pytest.mark.parametrize(
    "path", ["en/index.html", "en/timeline/index.html", "ru/briefings/bridge.html"]
)
def test_axe_finds_nothing_where_a_translation_is_missing(
    untranslated: BuiltSite, page: Page, path: str
) -> None:
    with serve(untranslated) as placement:
        page.goto(placement.url(path))
        assert violations(page) == []


def test_dark_paper_is_dark(at_root: Placement, page: Page) -> None:
    def lightness() -> int:
        colour = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        return sum(int(part) for part in colour.strip("rgb()").split(","))

    page.goto(at_root.url("index.html"))
    assert lightness() > 600
    page.emulate_media(color_scheme="dark")
    assert lightness() < 150
