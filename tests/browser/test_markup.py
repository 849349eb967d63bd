"""Every page is right HTML that says what it is."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise

from tests.browser.documents import HEADINGS, describe, text
from tests.browser.site import BuiltSite

MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
YEAR = re.compile(r"\d{4}")


def is_date(value: str) -> bool:
    """Tell whether HTML knows a value as a year, a month or a date; other forms we do not write.

    Source: https://html.spec.whatwg.org/multipage/text-level-semantics.html#datetime-value
    """
    if YEAR.fullmatch(value) or MONTH.fullmatch(value):
        return int(value[:4]) > 0
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def test_every_page_parses_without_errors(each_site: BuiltSite) -> None:
    assert [e for document in each_site.documents.values() for e in document.errors] == []


def test_ids_are_unique_on_each_page(each_site: BuiltSite) -> None:
    doubled = {
        document.path: [name for name, count in Counter(document.ids).items() if count > 1]
        for document in each_site.documents.values()
    }
    assert {path: ids for path, ids in doubled.items() if ids} == {}


def test_every_page_has_one_first_heading_and_skips_no_level(each_site: BuiltSite) -> None:
    wrong = {}
    for document in each_site.documents.values():
        levels = [HEADINGS.index(e.tag) + 1 for e in document.named(*HEADINGS)]
        steps = pairwise(levels)
        if levels[:1] != [1] or levels.count(1) != 1 or any(b > a + 1 for a, b in steps):
            wrong[document.path] = levels
    assert wrong == {}


def test_every_heading_has_words(each_site: BuiltSite) -> None:
    headings = [e for d in each_site.documents.values() for e in d.named(*HEADINGS)]
    assert [describe(heading) for heading in headings if not text(heading)] == []


def test_titles_are_unique_in_each_language(each_site: BuiltSite) -> None:
    paths = defaultdict(list)
    for document in each_site.documents.values():
        if "/" in document.path:
            paths[document.language, text(document.one("title"))].append(document.path)
    assert {key: found for key, found in paths.items() if len(found) > 1} == {}


def test_every_page_has_a_title_and_a_description(each_site: BuiltSite) -> None:
    for document in each_site.documents.values():
        (description,) = document.meta("description")
        assert text(document.one("title")), document.path
        assert description.strip(), document.path
        assert document.meta("viewport") == ["width=device-width, initial-scale=1"]


def test_every_page_has_one_main_part(each_site: BuiltSite) -> None:
    for document in each_site.documents.values():
        assert len(document.named("main")) == 1, document.path


def test_dates_are_such_that_html_knows(each_site: BuiltSite) -> None:
    times = [e for d in each_site.documents.values() for e in d.named("time")]
    assert times
    assert [describe(e) for e in times if not is_date(e.get("datetime", ""))] == []


def test_every_picture_says_what_it_shows(each_site: BuiltSite) -> None:
    pictures = [e for d in each_site.documents.values() for e in d.named("img")]
    assert [describe(picture) for picture in pictures if not picture.get("alt")] == []
