"""The timeline shows each briefing and each event once, in its year, the newest first."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

import pytest

from microsite.dates.edtf import anchor, parse
from tests.browser.documents import inside
from tests.browser.site import LANGUAGES, BuiltSite

UNKNOWN = "unknown"


def years_of(site: BuiltSite, language: str) -> list[tuple[str, Element]]:
    """Give the years of the timeline, by the names of their pages, with their parts of the page."""
    path = site.example(f"{language}-timeline")
    parts = [e for e in inside(site.documents[path].one("main"), "section") if inside(e, "h2")]
    years = []
    for part in parts:
        (heading,) = inside(part, "h2")
        (link,) = inside(heading, "a")
        target = site.target(path, link.attrib["href"]) or ""
        assert posixpath.dirname(target) == posixpath.dirname(path)
        years.append((posixpath.basename(target).removesuffix(".html"), part))
    return years


def items_of(part: Element) -> list[Element]:
    """Give the items of the only list of briefings and events in a part of a page."""
    (items,) = (e for e in inside(part, "ul", "ol") if "cards" in e.attrib.get("class", ""))
    return list(items)


def cards_of(part: Element) -> list[Element]:
    """Give those that are briefings."""
    return [item for item in items_of(part) if inside(item, "article")]


def title_of(site: BuiltSite, path: str, card: Element) -> str | None:
    """Give the page to which the heading of a card leads."""
    (heading,) = inside(card, "h2", "h3")
    (link,) = inside(heading, "a")
    return site.target(path, link.attrib["href"])


def lower_bound(card: Element) -> str | None:
    """Give the first day that a date can be; None where there is none."""
    dates = [e.attrib["data-edtf"] for e in card.iter() if "data-edtf" in e.attrib]
    return anchor(parse(dates[0])).isoformat() if dates else None


@pytest.mark.parametrize("language", LANGUAGES)
def test_years_stand_newest_first_and_unknown_dates_last(
    each_site: BuiltSite, language: str
) -> None:
    names = [name for name, _ in years_of(each_site, language)]
    assert len(names) > 1
    assert names == [*sorted((n for n in names if n != UNKNOWN), key=int, reverse=True), UNKNOWN]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_year_has_one_list_of_its_own(each_site: BuiltSite, language: str) -> None:
    for name, part in years_of(each_site, language):
        bounds = [lower_bound(item) for item in items_of(part)]
        assert bounds
        if name == UNKNOWN:
            assert set(bounds) == {None}
            assert inside(part, "time") == []
        else:
            known = [bound or "" for bound in bounds]
            assert {bound[:4] for bound in known} == {name}
            assert known == sorted(known, reverse=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_briefing_stands_once_in_the_timeline_and_the_index(
    each_site: BuiltSite, language: str
) -> None:
    timeline = each_site.example(f"{language}-timeline")
    index = each_site.example(f"{language}-briefings")
    in_years = [
        title_of(each_site, timeline, card)
        for _, part in years_of(each_site, language)
        for card in cards_of(part)
    ]
    in_index = [
        title_of(each_site, index, card)
        for card in cards_of(each_site.documents[index].one("main"))
    ]
    slugs = {
        posixpath.basename(path)
        for path in each_site.documents
        if path.split("/")[1:2] == ["briefings"]
        and ".facts" not in path
        and not path.endswith("/index.html")
    }
    assert None not in in_years
    assert sorted(posixpath.basename(path or "") for path in in_years) == sorted(slugs)
    assert in_years == in_index


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_event_stands_once_and_leads_to_its_sentence(
    each_site: BuiltSite, language: str
) -> None:
    timeline = each_site.example(f"{language}-timeline")
    found = []
    for name, _ in years_of(each_site, language):
        path = f"{posixpath.dirname(timeline)}/{name}.html"
        for item in items_of(each_site.documents[path].one("main")):
            if not inside(item, "article"):
                href = inside(item, "a")[0].attrib["href"]
                page, _, fact = href.partition("#")
                target = each_site.target(path, page)
                assert target
                assert f'id="{fact}"' in each_site.files[target].decode()
                found.append((target, fact))
    assert len(found) == len({*found})


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_a_year_lists_what_the_timeline_lists(
    each_site: BuiltSite, language: str
) -> None:
    timeline = each_site.example(f"{language}-timeline")
    for name, part in years_of(each_site, language):
        path = f"{posixpath.dirname(timeline)}/{name}.html"
        there = cards_of(each_site.documents[path].one("main"))
        expected = [title_of(each_site, timeline, card) for card in cards_of(part)]
        assert [title_of(each_site, path, card) for card in there][: len(expected)] == expected
