"""See that the pages that list facts hang together: their links, their weights, their keys."""

from __future__ import annotations

import gzip
import itertools
import posixpath
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from urllib.parse import unquote, urldefrag

import pytest

from microsite.memo import Memo
from microsite.output.render import Press, render
from tests.building import (
    LOCALES,
    ROOT,
    Files,
    make_content,
    options_for,
    original,
    site_of,
    texts_in,
    translation,
    trial_from,
)
from tests.pages.telling import SOURCE, TERMS, commitment, event, figure, stating

LIMIT = 13_000
"""Bytes of a page with its style sheets, each compressed."""

REGISTERS = ("figures", "commitments", "sources", "people")

SYLLABLES = [*map("".join, itertools.product("бвгджзклмнпрстфхцш", "аеиоуюя"))]


@cache
def word(number: int) -> str:
    """Make one of the words of a language that nobody speaks."""
    draw = Random(number)  # noqa: S311 -- a text, not a secret
    return "".join(draw.choices(SYLLABLES, k=draw.randint(1, 4)))


def words(draw: Random, number: int) -> str:
    """Make a sentence."""
    return " ".join(word(draw.randrange(3_000)) for _ in range(number)).capitalize()


def much(briefings: int, each: int) -> dict[str, str]:
    """Make a content in which all words differ: nothing is as hard to compress."""
    files = dict(TERMS)
    for number in range(briefings):
        draw = Random(number)  # noqa: S311 -- as above
        figures = [
            figure(
                f"f-{n}",
                draw.choice(["2014", "2015", "2016", "2016-03", "2015/2016"]),
                measure=draw.choice(["trade", "trade", "trade", "exports"]),
                region=draw.choice(["RU-OMS", "RU-TOM"]),
                partner=draw.choice(["CN", "CN-HA", "JP"]),
                title=words(draw, 7),
                said_by=draw.choice(["ivanov", "li"]),
                evidence=f"{words(draw, 18)} {n}.",
            )
            for n in range(each)
        ]
        commitments = [
            commitment(
                f"c-{n}",
                draw.choice(["under way", "done", "unknown"]),
                title=words(draw, 7),
                region="RU-OMS",
                partner="CN",
                due=str(draw.randrange(2020, 2060)),
                said_by=draw.choice(["ivanov", "li"]),
                evidence=f"{words(draw, 15)} c{n}.",
            )
            for n in range(each // 2)
        ]
        source = f"title: {words(draw, 9)}, publisher: {words(draw, 4)}"
        files[f"briefings/b{number}.ru.md"] = stating(
            figures=figures,
            commitments=commitments,
            title=words(draw, 8),
            lang="ru",
            date=f"{2017 + number % 4}-0{1 + number % 9}-1{number % 10}",
            more=f"source: {{{source}, url: 'https://example.org/{draw.random()}'}}",
        )
    return files


def built(folder: Path, files: Files) -> dict[str, bytes]:
    """Build a site with the templates of the repository."""
    content = make_content(folder / "content", files)
    return site_of(options_for(content, ROOT / "templates", folder / "cache"))


@pytest.fixture(scope="module", params=[(100, 6), (20, 30)], ids=["many briefings", "long ones"])
def large(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    """Build a site with 600 figures."""
    return built(tmp_path_factory.mktemp("large"), much(*request.param))


def resolve(path: str, href: str) -> tuple[str, str]:
    """Give the file and the place in it that a relative href means on a page."""
    there, place = urldefrag(href)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(there))), place


def hrefs(data: bytes) -> set[str]:
    found: set[str] = set(re.findall(r'href="([^"]+)"', data.decode()))
    return {href for href in found if not href.startswith("https://")}


def unresolved(site: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Find links that lead nowhere."""
    ids = {path: set(re.findall(rb'\sid="([^"]+)"', data)) for path, data in site.items()}
    lost = []
    for path, data in site.items():
        if not path.endswith(".html") or path == "404.html":
            continue
        for href in hrefs(data):
            file, place = (path, href[1:]) if href.startswith("#") else resolve(path, href)
            if file not in site or (place and place.encode() not in ids[file]):
                lost.append((path, href))
    return lost


def in_registers(site: Mapping[str, bytes]) -> Iterator[str]:
    return (path for path in site if path.count("/") == 2 and path.split("/")[1] in REGISTERS)


def test_every_link_of_a_large_site_leads_somewhere(large: dict[str, bytes]) -> None:
    assert {path.split("/")[1] for path in in_registers(large)} == set(REGISTERS)
    assert unresolved(large) == []


def test_every_page_of_a_large_site_fits_into_the_first_packets(large: dict[str, bytes]) -> None:
    sheets = {
        name: len(gzip.compress(data, mtime=0))
        for name, data in large.items()
        if name.endswith(".css")
    }

    def weight(path: str) -> int:
        named = [resolve(path, href)[0] for href in hrefs(large[path]) if href.endswith(".css")]
        return len(gzip.compress(large[path], mtime=0)) + sum(map(sheets.__getitem__, named))

    weights = {path: weight(path) for path in in_registers(large)}
    assert len(weights) > 50
    assert {path: found for path, found in weights.items() if found > LIMIT} == {}


def test_every_page_of_a_large_site_can_be_found_from_the_first(large: dict[str, bytes]) -> None:
    seen: set[str] = set()
    waiting = ["index.html"]
    while waiting:
        path = waiting.pop()
        if path not in seen and path.endswith(".html"):
            seen.add(path)
            waiting += [resolve(path, href)[0] for href in hrefs(large[path]) if href[0] != "#"]
    assert set(in_registers(large)) - seen == set()


def test_a_site_without_facts_knows_nothing_of_such_pages(tmp_path: Path) -> None:
    site = built(tmp_path, {"briefings/a.en.md": original(more=SOURCE)})
    assert list(in_registers(site)) == []
    assert unresolved(site) == []


BRIEFING: dict[str, str] = {
    "briefings/a.en.md": stating(
        title="A bridge",
        more=SOURCE,
        figures=[
            figure("a", title="Words", region="RU-OMS", said_by="ivanov"),
            figure("b", measure="exports", change="+5%", base="2015"),
        ],
        events=[event("c", said_by="ivanov")],
        commitments=[commitment("d", "under way", due="2020", said_by="ivanov")],
    ),
    "briefings/a.ru.md": translation(more="words: {a: Слова}"),
    "briefings/b.en.md": stating(title="B", date="2015", figures=[figure("a", "2014")]),
}

EDITS = {
    "a number": ("a.en.md", '"value": "5"', '"value": "6"'),
    "a change": ("a.en.md", '"+5%"', '"+6%"'),
    "a period": ("a.en.md", '"period": "2016"', '"period": "2015"'),
    "a measure": ("a.en.md", '"measure": "exports"', '"measure": "trade"'),
    "a title of a figure": ("a.en.md", '"title": "Words"', '"title": "Others"'),
    "words of a translation": ("a.ru.md", "{a: Слова}", "{a: Речи}"),
    "a sentence": ("a.en.md", "Words of a", "Speech of a"),
    "a place": ("a.en.md", '"region": "RU-OMS"', '"region": "RU-TOM"'),
    "a speaker": ("a.en.md", '"said_by": "ivanov"', '"said_by": "li"'),
    "a status": ("a.en.md", '"under way"', '"done"'),
    "a date": ("a.en.md", '"due": "2020"', '"due": "2021"'),
    "a day": ("a.en.md", "date: 2016-09-12", "date: 2018"),
    "a publisher": ("a.en.md", "publisher: Bureau", "publisher: Ministry"),
    "a title": ("a.en.md", "title: A bridge", "title: A tunnel"),
    "a translated title": ("a.ru.md", "title: Мост", "title: Тоннель"),
    "another briefing": ("b.en.md", '"period": "2014"', '"period": "2013"'),
}


def pages(folder: Path, files: Files) -> dict[tuple[str, str], bytes]:
    """Render the pages that list facts; give them by their paths and keys."""
    found = {}
    with Memo() as memo:
        made = trial_from(folder, {**TERMS, **files}, memo=memo)
        texts = {language: texts_in(language) for language in ("en", "ru")}
        press = Press(ROOT / "templates", LOCALES, "", texts, memo, made.bodies)
        for output in made.plan():
            if output.path.split("/")[1:2] in [[name] for name in REGISTERS]:
                data = render(output, press)
                assert isinstance(data, bytes), data
                found[output.path, output.key] = data
    return found


@pytest.mark.parametrize("edit", EDITS)
def test_a_page_that_shows_something_else_has_another_key(tmp_path: Path, edit: str) -> None:
    name, before, after = EDITS[edit]
    text = BRIEFING[f"briefings/{name}"]
    assert before in text
    edited = {**BRIEFING, f"briefings/{name}": text.replace(before, after)}
    first, second = pages(tmp_path / "1", BRIEFING), pages(tmp_path / "2", edited)
    assert first != second
    assert {at: data for at, data in first.items() if second.get(at, data) != data} == {}


def test_an_edit_of_one_measure_leaves_the_pages_of_others_alone(tmp_path: Path) -> None:
    text = BRIEFING["briefings/b.en.md"].replace('"value": "5"', '"value": "7"')
    keys = [
        set(pages(tmp_path / str(number), files))
        for number, files in enumerate((BRIEFING, {**BRIEFING, "briefings/b.en.md": text}))
    ]
    changed = {path for path, _ in keys[0] ^ keys[1] if path.startswith("en/")}
    assert changed == {
        "en/figures/index.html",
        "en/figures/trade.html",
        "en/sources/index.html",
    }
