"""The map of tiles: large enough to hit, in its place, and a list where it does not fit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from microsite.pages.tile_grid import GRID
from tests.browser.serving import Placement
from tests.browser.site import LANGUAGES

PLACES = {
    f"{name}": (row, column)
    for row, line in enumerate(GRID.strip().splitlines())
    for column, name in enumerate(line.split())
    if name != "."
}

_BOXES = """() => [...document.querySelectorAll('.tiles > li > *')].map((e) => {
  const {x, y, width, height} = e.getBoundingClientRect();
  return [e.firstChild.data.trim(), x, y, width, height];
})"""


@pytest.mark.parametrize("width", [768, 1280, 1920])
@pytest.mark.parametrize("name", ["en-home", "en-regions"])
def test_every_tile_stands_in_its_place_and_is_large_enough(
    at_root: Placement, page: Page, name: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(at_root.example(name))
    boxes = page.evaluate(_BOXES)
    assert {box[0] for box in boxes} == PLACES.keys()
    assert all(width >= 24 and height >= 24 for *_, width, height in boxes)
    columns = sorted({round(x) for _, x, *_ in boxes})
    rows = sorted({round(y) for _, _, y, *_ in boxes})
    assert len(rows) == 11
    order = sorted({column for _, column in PLACES.values()})
    found = {
        name: (rows.index(round(y)), order[columns.index(round(x))]) for name, x, y, *_ in boxes
    }
    assert found == PLACES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["home", "regions"])
def test_a_narrow_screen_has_the_list_of_names_alone(
    at_root: Placement, page: Page, language: str, kind: str
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(at_root.example(f"{language}-{kind}"))
    assert not page.locator(".tiles").is_visible()
    hrefs = page.locator(".tiles a").evaluate_all("links => links.map((a) => a.href)")
    assert hrefs
    listed = page.locator(".panel a:visible, .terms a:visible").evaluate_all(
        "links => links.map((a) => a.href)"
    )
    assert {*hrefs} <= {*listed}


@pytest.mark.parametrize("kind", ["home", "regions"])
def test_a_tile_is_named_by_its_region_and_its_briefings(
    at_root: Placement, page: Page, kind: str
) -> None:
    page.goto(at_root.example(f"en-{kind}"))
    tiles = page.locator(".tiles")
    link = tiles.get_by_role("link", name="Omsk Oblast: 3 briefings", exact=True)
    assert link.count() == 1
    assert tiles.get_by_role("img", name="Kurgan Oblast: no briefings yet", exact=True).count() == 1
    assert tiles.get_by_role("link").count() + tiles.get_by_role("img").count() == len(PLACES)


def test_the_name_is_shown_to_mouse_and_keyboard_and_covers_no_tile(
    at_root: Placement, page: Page
) -> None:
    page.set_viewport_size({"width": 768, "height": 900})
    page.goto(at_root.example("ru-home"))
    shown = "e => getComputedStyle(e, '::after').display"
    tile = page.locator(".tiles a").first
    assert tile.evaluate(shown) == "none"
    tile.hover()
    assert tile.evaluate(shown) == "block"
    page.mouse.move(0, 0)
    page.keyboard.press("Tab")
    tile.focus()
    assert tile.evaluate(shown) == "block"
    blank = page.locator(".tiles span").first
    blank.hover()
    assert blank.evaluate(shown) == "block"


def test_paper_shows_the_map(at_root: Placement, page: Page) -> None:
    page.set_viewport_size({"width": 658, "height": 900})
    page.emulate_media(media="print")
    page.goto(at_root.example("en-home"))
    assert page.locator(".tiles").is_visible()
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 658
