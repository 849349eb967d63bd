"""On paper the text stands alone, with the address at which it was read."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.serving import Placement
from tests.browser.site import LANGUAGE_PAGES

_VISIBLE_NAVIGATION = """() => [...document.querySelectorAll('nav, nav *, .skip')]
  .filter((e) => e.checkVisibility()).map((e) => e.outerHTML.slice(0, 120))"""
_VISIBLE_TEXT = "() => document.body.innerText"


@pytest.mark.parametrize("name", LANGUAGE_PAGES)
def test_paper_shows_the_address_and_no_navigation(
    under_path: Placement, page: Page, name: str
) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto(under_path.example(name))
    address = page.locator("link[rel=canonical]").get_attribute("href")
    printed = page.evaluate(_VISIBLE_TEXT)
    assert page.evaluate(_VISIBLE_NAVIGATION) == []
    assert address in printed.split()
    assert page.locator("h1").inner_text() in printed
    paper, ink = page.evaluate(
        "(({backgroundColor, color}) => [backgroundColor, color])"
        "(getComputedStyle(document.documentElement))"
    )
    assert (paper, ink) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")


def test_paper_shows_the_path_where_no_address_is_set(at_root: Placement, page: Page) -> None:
    page.emulate_media(media="print")
    page.goto(at_root.example("en-region"))
    path = page.url.removeprefix(at_root.address)
    assert path in page.evaluate(_VISIBLE_TEXT).split()


def test_the_screen_does_not_repeat_the_address(under_path: Placement, page: Page) -> None:
    page.goto(under_path.example("en-region"))
    address = page.locator("link[rel=canonical]").get_attribute("href")
    assert address
    assert address not in page.evaluate(_VISIBLE_TEXT)
