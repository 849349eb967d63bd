"""Charts are seen on every screen, and nobody needs them."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.serving import Placement

LENGTHS = """() => [...document.querySelectorAll('.chart tr')].map((row) => {
  const box = row.querySelector('svg').getBoundingClientRect();
  const drawn = row.querySelector('.bar, .dots').getBoundingClientRect();
  return [box.left - drawn.left, box.width, drawn.right - box.right, drawn.width];
})"""

STROKES = """() => [...document.querySelectorAll('.chart path:not(.axis)')]
  .map((path) => [getComputedStyle(path).stroke, getComputedStyle(document.body).color])"""


@pytest.mark.parametrize("width", [320, 1280])
def test_a_drawing_has_room_and_stays_in_it(at_root: Placement, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(at_root.url("ru/partners/china.html"))
    lengths = page.evaluate(LENGTHS)
    assert len(lengths) > 6
    for before, box, after, drawn in lengths:
        assert box > 80
        assert 0 <= drawn <= box
        assert max(before, after) <= 0.5


def test_drawings_take_the_colour_of_text_where_colours_are_forced(
    at_root: Placement, page: Page
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(at_root.url("en/partners/china.html"))
    strokes = page.evaluate(STROKES)
    page.emulate_media(forced_colors="none")
    assert strokes
    assert [stroke for stroke, text in strokes if stroke != text] == []


def test_what_a_chart_says_is_a_table_to_a_screen_reader(at_root: Placement, page: Page) -> None:
    page.goto(at_root.url("en/pairs/omsk-oblast-china.html"))
    table = page.get_by_role("table", name="Trade · Exports · Imports")
    exports = table.get_by_role("row", name="Exports +94%", exact=True)
    assert exports.get_by_role("rowheader").inner_text().strip() == "Exports"
    assert exports.get_by_role("cell").inner_text() == "+94%"
    assert page.get_by_role("img").count() == 0
