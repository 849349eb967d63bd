"""Readers change the language without losing their place, and machines are told each language."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections import Counter
from xml.etree.ElementTree import Element

import pytest
from playwright.sync_api import Page

from tests.browser.documents import Document, describe, inside
from tests.browser.serving import Placement
from tests.browser.site import KINDS, LANGUAGES, BuiltSite
from tests.browser.watching import follow

SCRIPTS = {
    "ru": {"CYRILLIC"},
    "en": {"LATIN"},
    "zh": {"CJK"},
    "ja": {"CJK", "HIRAGANA", "KATAKANA"},
}


def switch_of(document: Document) -> Element:
    """Find the language switch: the navigation that marks a language as the current one."""
    marks = "aria-current"
    (switch,) = (
        nav
        for nav in document.named("nav")
        if any(e.get(marks) and e.get("lang") == document.language for e in nav.iter())
    )
    return switch


def versions_of(site: BuiltSite, document: Document) -> dict[str, str | None]:
    """Tell where the language switch leads: language -> output path, None for a dead link."""
    return {
        a.get("hreflang", ""): site.target(document.path, a.get("href", ""))
        for a in inside(switch_of(document), "a")
    }


def pages_of_languages(site: BuiltSite) -> list[Document]:
    return [document for path, document in site.documents.items() if "/" in path]


@pytest.mark.parametrize("kind", KINDS)
def test_the_language_switch_stays_on_the_page(at_root: Placement, page: Page, kind: str) -> None:
    first = LANGUAGES[0]
    path = at_root.site.example(f"{first}-{kind}")
    page.goto(at_root.url(path))
    for language in (*LANGUAGES[1:], first):
        follow(page.locator(f"nav a[hreflang={language}]"))
        assert page.url == at_root.url(path.replace(f"{first}/", f"{language}/", 1))
        assert page.locator("html").get_attribute("lang") == language
        current = page.locator(f"nav [aria-current][lang={language}]")
        assert current.count() == 1
        assert current.is_visible()


def test_every_page_offers_itself_in_every_language_it_has(each_site: BuiltSite) -> None:
    for document in pages_of_languages(each_site):
        segment, _, rest = document.path.partition("/")
        others = {language for language in LANGUAGES if language.lower() != segment}
        there = {code: f"{code.lower()}/{rest}" for code in others}
        expected = {code: path for code, path in there.items() if path in each_site.documents}
        assert versions_of(each_site, document) == expected, document.path


def test_the_language_switch_names_each_language_and_marks_the_current(
    each_site: BuiltSite,
) -> None:
    for document in pages_of_languages(each_site):
        named = [e for e in switch_of(document).iter() if "lang" in e.attrib]
        current = [e for e in named if e.get("aria-current")]
        assert [e.attrib["lang"] for e in named] == list(LANGUAGES), document.path
        assert [(e.tag, e.attrib["lang"]) for e in current] == [("span", document.language)]


def test_every_page_says_its_language_and_direction(each_site: BuiltSite) -> None:
    for document in each_site.documents.values():
        language = posixpath.dirname(document.path).partition("/")[0] or LANGUAGES[0]
        assert document.language.lower() == language, document.path
        assert document.root.get("dir") in {"ltr", "rtl"}, document.path


def test_a_link_names_the_language_of_the_page_it_leads_to(each_site: BuiltSite) -> None:
    wrong = []
    for document in each_site.documents.values():
        for a in document.named("a"):
            target = each_site.target(document.path, a.get("href", ""))
            language = a.get("hreflang")
            if target and language and language != each_site.documents[target].language:
                wrong.append(f"{document.path}: {describe(a)}")
    assert wrong == []


def test_text_in_another_language_says_so(each_site: BuiltSite) -> None:
    """Tell by the letters: most are of the script in which the language is written.

    In a text of Latin letters one foreign word counts, elsewhere two: codes and names of
    firms are Latin everywhere. Addresses are in no language.
    """
    wrong = []
    for document in each_site.documents.values():
        for whole, language in document.texts():
            text = re.sub(r"\S*[/@]\S*", "", whole)
            letters = [letter for letter in text if letter.isalpha()]
            if letters:
                scripts = Counter(unicodedata.name(letter).split()[0] for letter in letters)
                script = scripts.most_common(1)[0][0]
                words = re.findall(r"\w*[a-z]\w+", text) if script == "LATIN" else [text, text]
                if script not in SCRIPTS[language.split("-")[0]] and len(words) > 1:
                    wrong.append(f"{document.path} ({language}): {text.strip()[:60]}")
    assert wrong == []
