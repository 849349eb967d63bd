"""Everything works from the keyboard, and the eye can follow."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from tests.browser.measuring import tab_through
from tests.browser.serving import Placement
from tests.browser.site import LANGUAGE_PAGES, PAGES


@pytest.mark.parametrize("name", LANGUAGE_PAGES)
def test_the_first_tab_offers_to_skip_to_the_content(
    at_root: Placement, page: Page, name: str
) -> None:
    page.goto(at_root.example(name))
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert (skip.get_attribute("href") or "").startswith("#")
    assert skip.evaluate("e => getComputedStyle(e).clipPath") == "none"
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(location.hash).matches('main')")
    page.keyboard.press("Tab")
    assert page.evaluate(
        "!(document.querySelector('main').compareDocumentPosition(document.activeElement)"
        " & Node.DOCUMENT_POSITION_PRECEDING)"
    )
    assert page.evaluate("document.activeElement.matches('a, [tabindex]')")


@pytest.mark.parametrize("name", PAGES)
def test_the_tab_key_visits_all_links_in_order_and_shows_where_it_is(
    at_root: Placement, page: Page, name: str
) -> None:
    page.goto(at_root.example(name))
    targets, visited = tab_through(page)
    assert targets
    assert [target for target, _ in visited] == targets
    assert [target for target, is_seen in visited if not is_seen] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_mark_of_focus_stands_out(
    at_root: Placement, page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(at_root.example("en-home"))
    for _ in range(2):
        page.keyboard.press("Tab")
    outline = page.locator(":focus").evaluate("e => getComputedStyle(e).outlineColor")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    light, dark = sorted((luminance(outline), luminance(paper)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


def luminance(colour: str) -> float:
    """Weigh a colour as eyes do.

    Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    """
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
