"""On a narrow screen everything is read without scrolling sideways, and hit with a finger."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.measuring import covered_targets, tiny_targets, too_wide
from tests.browser.serving import Placement
from tests.browser.site import PAGES, BuiltSite


@pytest.mark.parametrize("name", PAGES)
def test_nothing_stands_out_at_the_sides_and_targets_can_be_hit(
    at_root: Placement, page: Page, name: str
) -> None:
    page.goto(at_root.example(name))
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width
        assert too_wide(page) == []
        assert tiny_targets(page) == []
        assert covered_targets(page) == []


def test_no_page_at_all_is_wider_than_a_phone(
    at_root: Placement, plain: BuiltSite, page: Page
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    wide = []
    for path in plain.documents:
        page.goto(at_root.url(path))
        if page.evaluate("document.scrollingElement.scrollWidth") > 320:
            wide.append(path)
    assert wide == []


@pytest.mark.parametrize("path", ["en/index.html", "en/timeline/index.html"])
def test_no_page_scrolls_sideways_with_wide_text(at_root: Placement, page: Page, path: str) -> None:
    """Readers may widen the text's spacing: https://www.w3.org/TR/WCAG22/#text-spacing ."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(at_root.url(path))
    page.evaluate(
        "for (const e of document.querySelectorAll('*')) Object.assign(e.style, {"
        " lineHeight: 1.5, letterSpacing: '.12em', wordSpacing: '.16em'})"
    )
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
