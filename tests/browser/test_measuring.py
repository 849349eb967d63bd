"""The instruments of the other tests find what they are made to find."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.documents import parse
from tests.browser.measuring import covered_targets, tab_through, tiny_targets, too_wide
from tests.browser.serving import Placement
from tests.browser.site import BuiltSite
from tests.browser.test_accessibility import violations
from tests.browser.test_links import dead_links
from tests.browser.test_markup import is_date
from tests.browser.watching import watch

SMALL = "<style>a { display: inline-block; width: 12px; height: 12px; background: #ddd }</style>"
FAR = "<style>a { margin: 6px }</style>"


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f"{SMALL}<a href='#a'></a><a href='#b'></a>", 2),
        (f"{SMALL}{FAR}<a href='#a'></a><a href='#b'></a>", 0),
        (f"{SMALL}<a href='#a'></a>", 0),
        ("<p style='line-height: 1'>See <a href='#a'>a</a> <a href='#b'>b</a> there.</p>", 0),
        ("<p style='line-height: 1'><a href='#a'>a</a>, <a href='#b'>b</a></p>", 2),
        ("<button style='width: 24px; height: 24px'></button>" * 2, 0),
    ],
)
def test_targets_are_tiny_when_small_and_crowded(page: Page, html: str, found: int) -> None:
    page.set_content(html)
    assert len(tiny_targets(page)) == found


def test_a_covered_target_is_found(page: Page) -> None:
    cover = "<div style='position: fixed; inset: 0'></div>"
    page.set_content(f"<a href='#a'>below</a>{cover}")
    assert len(covered_targets(page)) == 1


def test_what_stands_out_is_found_even_where_it_is_cut_off(page: Page) -> None:
    page.set_content("<body style='overflow-x: hidden'><p style='width: 3000px'>wide")
    assert len(too_wide(page)) == 1


def test_what_scrolls_by_itself_does_not_stand_out(page: Page) -> None:
    page.set_content("<div style='overflow-x: auto'><p style='width: 3000px'>wide")
    assert too_wide(page) == []


@pytest.mark.parametrize(
    ("css", "is_seen"),
    [
        (":focus { outline: 2px solid red }", True),
        (":focus { outline: none; background: red }", True),
        (":focus { outline: none }", False),
        (":focus { outline: 2px solid transparent }", False),
        ("a { outline: none; box-shadow: 0 0 2px red }", False),
        (":focus { clip-path: inset(50%) }", False),
    ],
)
def test_a_focus_without_a_mark_is_found(page: Page, css: str, *, is_seen: bool) -> None:
    page.set_content(f"<style>{css}</style><a href='#a'>a</a>")
    targets, visited = tab_through(page)
    assert visited == [(targets[0], is_seen)]


def test_a_link_that_the_tab_key_passes_by_is_found(page: Page) -> None:
    page.set_content("<a href='#a'>a</a><button disabled>b</button>")
    targets, visited = tab_through(page)
    assert (len(targets), len(visited)) == (2, 1)


def test_what_a_page_asks_of_others_and_what_its_policy_refuses_is_noted(
    at_root: Placement, page: Page
) -> None:
    with watch(page) as seen:
        page.goto(at_root.url("index.html"))
        # Written into the page, so that its policy goes on to count.
        page.set_content("<img src='http://127.0.0.1:9/x.png'><p style='color: red'>red")
    # The icon is asked for whenever the browser likes.
    assert "http://127.0.0.1:9/x.png" in seen.requests
    for directive in ("img-src", "style-src"):
        assert any(directive in complaint for complaint in seen.complaints)


def test_axe_is_at_work(page: Page) -> None:
    page.set_content("<html><title>x</title><main><h1>x</h1><img src='data:,'></main>")
    found = violations(page)
    assert any(complaint.startswith("image-alt") for complaint in found)
    assert any(complaint.startswith("html-has-lang") for complaint in found)


@pytest.mark.parametrize(
    ("href", "is_dead"),
    [
        ("b.html", False),
        ("b.html#there", False),
        ("b.html#nowhere", True),
        ("nothing.html", True),
        ("/b.html", True),
        ("../../../b.html", True),
        ("https://other.example/b.html", False),
        ("javascript:void(0)", True),
    ],
)
def test_dead_links_are_found(href: str, *, is_dead: bool) -> None:
    site = BuiltSite({"x/a.html": b"", "x/b.html": b"<p id=there>"}, "")
    document = parse("x/a.html", f"<a href='{href}'>".encode())
    assert bool(dead_links(site, "https://site.example/repo/", document)) == is_dead


@pytest.mark.parametrize(
    ("value", "is_right"),
    [
        ("2016", True),
        ("2016-09", True),
        ("2016-02-29", True),
        ("2017-02-29", False),
        ("2016-13", False),
        ("0000", False),
        ("2016~", False),
        ("2016-09/2017", False),
        ("20160912", False),
        ("2016-W37-1", False),
        ("", False),
    ],
)
def test_dates_that_html_does_not_know_are_found(value: str, *, is_right: bool) -> None:
    assert is_date(value) == is_right
