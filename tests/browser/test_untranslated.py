"""A briefing that exists in one language is found from the others, and says which it is in."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.documents import inside, text
from tests.browser.serving import serve
from tests.browser.site import BuiltSite
from tests.browser.watching import follow

TITLE = "Мост через Омку"
LISTS = (
    "en/index.html",
    "en/briefings/index.html",
    "en/regions/omsk-oblast.html",
    "en/partners/henan.html",
    "en/pairs/omsk-oblast-henan.html",
    "en/topics/transport.html",
    "en/timeline/index.html",
    "en/timeline/2016.html",
)


@pytest.mark.parametrize("path", LISTS)
def test_a_list_shows_it_with_its_own_title_and_the_languages_it_has(
    untranslated: BuiltSite, path: str
) -> None:
    document = untranslated.documents[path]
    (card,) = (e for e in document.named("article") if TITLE in text(e))
    (heading,) = inside(card, "h2", "h3")
    (link,) = inside(heading, "a")
    assert text(heading) == TITLE
    assert heading.get("lang") == "ru"
    assert link.get("hreflang") == "ru"
    assert untranslated.target(path, link.attrib["href"]) == "ru/briefings/bridge.html"
    (label,) = (e for e in inside(card, "p") if any(a.get("hreflang") for a in e))
    assert (label.text or "").strip(), "words before the languages say what they are"
    (language,) = inside(label, "a")
    assert (text(language), language.get("lang"), language.get("hreflang")) == (
        "Русский",
        "ru",
        "ru",
    )
    assert untranslated.target(path, language.attrib["href"]) == "ru/briefings/bridge.html"


@pytest.mark.parametrize("path", LISTS)
def test_a_list_labels_nothing_that_is_translated(untranslated: BuiltSite, path: str) -> None:
    for version in (path, path.replace("en/", "ru/", 1)):
        for card in untranslated.documents[version].named("article"):
            is_labelled = any(a.get("hreflang") for e in inside(card, "p") for a in e)
            foreign = [h for h in inside(card, "h2", "h3") if h.get("lang")]
            assert is_labelled == bool(foreign), text(card)


def test_lists_say_how_many_briefings_can_be_read_here(untranslated: BuiltSite) -> None:
    counts = {
        "en/briefings/index.html": r"\b3 briefings\D+2 in English",
        "en/topics/transport.html": r"\b2 briefings\D+1 in English",
    }
    for path, words in counts.items():
        assert re.search(words, text(untranslated.documents[path].one("main")))


def test_it_has_no_page_in_the_other_language(untranslated: BuiltSite) -> None:
    assert "ru/briefings/bridge.html" in untranslated.documents
    assert "en/briefings/bridge.html" not in untranslated.documents
    assert "ru/briefings/fair.html" not in untranslated.documents


def test_the_link_leads_to_its_page_whose_language_switch_has_no_dead_link(
    untranslated: BuiltSite, page: Page
) -> None:
    with serve(untranslated) as placement:
        page.goto(placement.url("en/index.html"))
        follow(page.get_by_role("link", name=TITLE, exact=True))
        assert page.url == placement.url("ru/briefings/bridge.html")
        assert page.locator("html").get_attribute("lang") == "ru"
        expect(page.locator("h1")).to_have_text(TITLE)
        switch = page.locator("nav:has([aria-current][lang])")
        expect(switch.locator("[aria-current]")).to_have_attribute("lang", "ru")
        expect(switch.locator("a")).to_have_count(0)
        expect(switch.locator("[lang=en]")).to_be_visible()
        assert len(switch.inner_text().split()) > 2, "the names alone do not say what is missing"
