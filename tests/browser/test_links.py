"""Every link leads somewhere, wherever the site stands."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.documents import Document, describe
from tests.browser.serving import Placement
from tests.browser.site import LANGUAGES, SECTIONS, BuiltSite
from tests.browser.watching import follow, is_styled

MISSING = ("nothing.html", "ru/nothing.html", "ru/regions/nothing.html", "a/b/c/d/", "ru/x y/ю")


def target(site: BuiltSite, address: str, place: str) -> tuple[str, str] | None:
    """Find the output path and the fragment of an address; None where it leaves the site.

    From a folder, `file://`, nothing answers but a file.
    """
    whole, fragment = urldefrag(place)
    if site.base_url and whole.startswith(site.base_url):
        path = whole.removeprefix(site.base_url)
    elif whole.startswith(address):
        path = whole.removeprefix(address)
    else:
        return None
    path = unquote(path)
    is_folder = not path or path.endswith("/")
    if is_folder and not address.startswith("file:"):
        path += "index.html"
    return path, unquote(fragment)


def dead_links(site: BuiltSite, address: str, document: Document) -> list[str]:
    """List what a page refers to and the site does not have."""
    dead = []
    for element, reference in document.references:
        place = urljoin(address + document.path, reference)
        found = target(site, address, place)
        if found is None:
            is_ours = urlsplit(place)[:2] == urlsplit(address)[:2]
            is_dead = is_ours or urlsplit(place).scheme not in {"https", "http", "mailto"}
        else:
            path, fragment = found
            ids = site.documents[path].ids if path in site.documents else []
            is_dead = path not in site.files or bool(fragment and fragment not in ids)
        if is_dead:
            dead.append(f"{document.path}: {describe(element)}")
    return dead


def test_every_link_leads_to_a_page_and_a_place_on_it(each_site: BuiltSite) -> None:
    address = each_site.base_url or "https://site.example/"
    documents = each_site.documents.values()
    assert [
        dead for document in documents for dead in dead_links(each_site, address, document)
    ] == []


def test_every_link_leads_to_a_file_when_opened_from_a_folder(plain: BuiltSite) -> None:
    pages = (document for path, document in plain.documents.items() if path != "404.html")
    address = "file:///home/reader/a%20site/"
    assert [dead for document in pages for dead in dead_links(plain, address, document)] == []


def test_links_are_relative_and_name_the_file(each_site: BuiltSite) -> None:
    wrong = []
    for path, document in each_site.documents.items():
        for element, reference in document.references:
            parts = urlsplit(reference)
            if path == "404.html" or element.get("rel") in {"canonical", "alternate"}:
                continue
            is_inside = not parts.scheme and not parts.netloc
            names_file = bool(posixpath.basename(parts.path)) or (parts.fragment and not parts.path)
            if is_inside and (parts.path.startswith("/") or not names_file):
                wrong.append(f"{path}: {describe(element)}")
    assert wrong == []


def test_links_of_the_page_for_missing_addresses_begin_at_the_root(
    plain: BuiltSite, hosted: BuiltSite
) -> None:
    for site, start in ((plain, "/"), (hosted, "/repo/")):
        references = [reference for _, reference in site.documents["404.html"].references]
        assert len(references) > 1 + len(LANGUAGES)
        assert [r for r in references if not r.startswith(start) or r.startswith("//")] == []


def test_every_folder_answers(each_site: BuiltSite) -> None:
    folders = {posixpath.dirname(path) for path in each_site.documents}
    assert {
        folder
        for folder in folders
        if posixpath.join(folder, "index.html") not in each_site.documents
    } == set()


def test_every_page_can_be_reached_from_the_root(each_site: BuiltSite) -> None:
    reached, waiting = set[str](), ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += each_site.targets(path)
    assert set(each_site.documents) - reached == {"404.html"}


def test_the_root_offers_the_languages(each_placement: Placement, page: Page) -> None:
    is_served = not each_placement.address.startswith("file:")
    page.goto(each_placement.address if is_served else each_placement.url("index.html"))
    offered = page.locator("main a[hreflang]")
    assert [a.get_attribute("hreflang") for a in offered.all()] == list(LANGUAGES)
    for number, language in enumerate(LANGUAGES):
        follow(offered.nth(number))
        assert page.locator("html").get_attribute("lang") == language
        assert page.url == each_placement.url(f"{language}/index.html")
        page.go_back()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_gets_from_the_root_to_a_pair_and_back(
    each_placement: Placement, page: Page, language: str
) -> None:
    at = each_placement.url
    page.goto(at("index.html"))
    visited = []
    for following in (
        f"main a[hreflang={language}]",
        "main a[href^='briefings/']:not([href$='index.html'])",
        "main a[href^='../regions/']",
        "main a[href^='../pairs/']",
    ):
        visited.append(page.url)
        follow(page.locator(following).first)
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").is_visible()
        assert is_styled(page)
    assert page.url.startswith(at(f"{language}/pairs/"))
    for earlier in reversed(visited):
        page.go_back()
        assert page.url == earlier


@pytest.mark.parametrize("missing", MISSING)
def test_a_missing_address_is_answered_at_any_depth(
    under_path: Placement, page: Page, missing: str
) -> None:
    response = page.goto(under_path.url(missing))
    assert response is not None
    assert response.status == 404
    assert is_styled(page)
    hrefs = [link.get_attribute("href") or "" for link in page.locator("a").all()]
    assert len(hrefs) > len(LANGUAGES)
    for href in dict.fromkeys(hrefs):
        answer = page.request.get(urljoin(page.url, href))
        assert answer.status == 200, href
    follow(page.locator("main a").first)
    assert page.url.startswith(under_path.address)
    assert is_styled(page)


@pytest.mark.parametrize("section", SECTIONS)
def test_an_address_cut_short_answers(under_path: Placement, page: Page, section: str) -> None:
    response = page.goto(under_path.url(f"ru/{section}/"))
    assert response is not None
    assert response.status == 200
    assert is_styled(page)
