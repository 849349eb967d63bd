"""Pages of regions, partners and pairs show the figures they have room for, each with its proof."""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from microsite.catalogue.catalogue import Entry
from microsite.content.body import Section
from microsite.content.facts import Figure
from microsite.pages.differences import differences
from microsite.pages.key_figures import SHARE, choose, difference_words
from microsite.pages.listings import ROOM, weight
from tests.building import texts_in, translation, trial_from, view_of
from tests.pages.stating import (
    INVENTED,
    MEASURES,
    VOCABULARY,
    briefing,
    change,
    site_with,
    source,
    stated,
    value,
)

LIMIT = 13_000
"""Bytes of a page with its style sheets, each compressed."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return site_with(tmp_path_factory.mktemp("figures"), INVENTED)


def words_of(page: bytes) -> str:
    """Give the text of a page's key figures, without marks."""
    section = page.decode().partition('<section class="key-figures"')[2].partition("</section>")[0]
    told = html.unescape(re.sub(r"<[^>]+>", " ", section))
    return " ".join(told.replace("\u202f", " ").split())


def headings(page: bytes) -> list[str]:
    return re.findall(r"<h[23][^>]*>([^<]+)</h[23]>", page.decode())


def weigh(site: Mapping[str, bytes], path: str) -> int:
    page = site[path]
    sheets = re.findall(r'rel="stylesheet" href="(?:\.\./)*([^"]+)"', page.decode())
    return sum(len(gzip.compress(data, mtime=0)) for data in (page, *(site[s] for s in sheets)))


def test_figures_stand_by_measure_newest_first_above_the_briefings(site: dict[str, bytes]) -> None:
    assert headings(site["en/regions/omsk-oblast.html"])[:6] == [
        "Key figures",
        "Trade",
        "Exports",
        "Imports",
        "Share",
        "Rank",
    ]
    told = words_of(site["en/regions/omsk-oblast.html"])
    assert told.index("37% Share (of: all trade)") < told.index("30–35% Share (of: all trade)")
    assert told.index("Rank No. 1") < told.index("CNY 5 million")


def test_each_figure_tells_its_subject_period_base_speaker_and_source(
    site: dict[str, bytes],
) -> None:
    told = words_of(site["en/regions/omsk-oblast.html"])
    assert (
        "+66% China 2024 , compared with 2023 (uncertain) · Ivan Ivanov , Governor of Omsk Oblast"
        " · Source 1"
    ) in told
    assert "−39% China 2024 , base not stated · Source 1" in told
    assert "CNY 5 million Henan period unknown, planned · Source 1" in told
    assert "Source: Bureau. Briefing: What Bureau says" in told


def test_the_amount_leads_to_the_sentence_in_the_original(site: dict[str, bytes]) -> None:
    for path in ("en/regions/omsk-oblast.html", "ru/partners/china.html"):
        page = site[path].decode()
        amounts = re.findall(r'<a class="amount" href="\.\./((?:\.\./en/)?briefings/[^"]+)"', page)
        assert amounts
        for target in amounts:
            name, _, anchor = target.removeprefix("../en/").partition("#")
            assert f'id="{anchor}"'.encode() in site[f"en/{name}"]


def test_a_page_does_not_name_what_it_is_about(site: dict[str, bytes]) -> None:
    told = words_of(site["en/pairs/omsk-oblast-china.html"])
    assert "China" not in told.replace("China among partners", "").partition("Source:")[0]
    assert "Omsk" not in told.replace("Governor of Omsk Oblast", "")
    assert "+66% Omsk Oblast 2024" in words_of(site["en/partners/china.html"])


def test_two_sources_that_differ_stand_side_by_side(site: dict[str, bytes]) -> None:
    told = words_of(site["en/pairs/omsk-oblast-china.html"])
    assert "The sources differ; the difference: 6 percentage points +66% Trade 2024" in told
    assert "The sources differ; the difference: USD 19 million about USD 412 million" in told
    assert site["en/pairs/omsk-oblast-china.html"].count(b'<li class="differing">') == 2
    russian = words_of(site["ru/pairs/omsk-oblast-china.html"])
    assert "Источники расходятся; разница: 6 п. п. +66 % " in russian


def test_topics_and_parts_of_years_show_no_figures(tmp_path: Path) -> None:
    words = "Very long words. " * 400
    long = {
        f"briefings/c{n}.en.md": source([], date=f"201{n}").replace("It is planned.", words)
        for n in range(4)
    }
    built = site_with(tmp_path, {**INVENTED, **long})
    with_figures = {path for path, data in built.items() if b"page-figures" in data}
    assert "en/regions/omsk-oblast.html" in with_figures
    assert "en/regions/omsk-oblast-2010.html" in built
    assert not [path for path in with_figures if re.search(r"-20\d\d\.html|/topics/", path)]
    assert {Path(path).parts[1] for path in with_figures} == {"regions", "partners", "pairs"}


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ((change("+66%"), change("+65%")), "the difference: 1 percentage point"),
        ((change("+66.5%"), change("+60%")), "the difference: 6.5 percentage points"),
        ((change("+1/3"), change("+30%")), "the difference: about 3.3 percentage points"),
        ((change("+1/3"), change("+1/2")), "the difference: about 16.7 percentage points"),
        ((value("35", unit="percent"), value("37", unit="percent")), "2 percentage points"),
        ((value("4000000000"), value("3700000000")), "the difference: USD 300 million"),
        ((value("16", unit="projects"), value("15", unit="projects")), "difference: 1 project"),
        ((value("1", unit="rank"), value("3", unit="rank")), "the difference: 2 places"),
        ((value("1.5"), value("1.25")), "the difference: USD 0.25"),
        ((value("10", "15"), value("12")), "the greatest difference: USD 3"),
    ],
    ids=str,
)
def test_a_difference_is_said_in_the_unit_or_in_percentage_points(
    figures: tuple[Figure, Figure], told: str
) -> None:
    (found,) = differences(stated(*((figure,) for figure in figures)))
    words = difference_words(found, texts_in("en")).replace("\u00a0", " ")
    assert words.startswith("The sources differ; ")
    assert words.endswith(told)


def many(number: int, words: int = 40) -> tuple[Figure, ...]:
    return tuple(
        value(str(n), title="a" * words, period=str(2024 - n), said_by=f"p{n}")
        for n in range(number)
    )


def entries(number: int, words: int) -> tuple[Entry, ...]:
    return tuple(Entry(briefing(f"e{n}", summary="a" * words)) for n in range(number))


@given(
    figures=st.integers(1, 80),
    words=st.integers(0, 200),
    listed=st.integers(1, 40),
    summary=st.integers(0, 3000),
    links=st.integers(0, 100),
)
@settings(deadline=None)
def test_the_newest_figures_are_shown_and_take_from_the_room_of_the_list(
    figures: int, words: int, listed: int, summary: int, links: int
) -> None:
    everything = stated(many(figures, words))
    chosen, room = choose(everything, entries(listed, summary), links)
    assert chosen.figures
    assert chosen.figures == everything[: len(chosen.figures)]
    assert chosen.left_out == figures - len(chosen.figures)
    assert room <= ROOM
    # A longer list, or more links, is never a reason to show more figures.
    fewer, _ = choose(everything, entries(listed + 5, summary), links + 20)
    assert len(fewer.figures) <= len(chosen.figures)
    if chosen.left_out:
        assert room <= max(ROOM - SHARE + 4_000, sum(map(weight, entries(listed, summary)))) + 700


def test_without_figures_a_list_has_all_of_its_room() -> None:
    assert choose((), entries(3, 10), 5)[1] == ROOM


def test_figures_that_differ_are_shown_together_or_not_at_all() -> None:
    first = many(60)
    other = (replace(first[5], ends=("999",)),)
    long_list = entries(40, 3000)
    shown = choose(stated(first, other), long_list, links=100)[0].figures
    assert 6 < len(shown) < 60
    assert [s.briefing.slug for s in shown if s.fact.period == "2019"] == ["a", "b"]
    late = (replace(first[59], ends=("999",)),)
    shown = choose(stated(first, late), long_list, links=100)[0].figures
    assert {s.briefing.slug for s in shown} == {"a"}


def test_a_card_of_many_sections_weighs_their_titles_alone() -> None:
    def with_sections(number: int) -> Entry:
        names = [f"s{n}" for n in range(number)]
        sections = tuple(
            Section(
                id=name, title="Title", level=2, opening="a" * 500, regions=(), partners=(),
                line=1, column=1,
            )
            for name in names
        )  # fmt: skip
        made = briefing("a")
        version = replace(made.original, sections=sections)
        return Entry(replace(made, original=version), tuple(names))

    assert weight(with_sections(3)) > 1_500
    assert weight(with_sections(10)) < 500


def test_another_figure_is_another_page_of_its_region_and_no_other(tmp_path: Path) -> None:
    def keys(folder: str, files: Mapping[str, str | bytes]) -> dict[str, str]:
        made = trial_from(tmp_path / folder, {**VOCABULARY, **files})
        return {output.path: output.key for output in made.plan()}

    here = {"briefings/a.en.md": source([{"value": "1", "unit": "USD"}])}
    there = {"briefings/a.en.md": source([{"value": "2", "unit": "USD"}])}
    before, after = keys("before", here), keys("after", there)
    assert before["en/regions/omsk-oblast.html"] != after["en/regions/omsk-oblast.html"]
    assert before["en/pairs/index.html"] == after["en/pairs/index.html"]


WORDS = (
    "тайга договор провинция поставки лесоматериалы мост соглашение уголь завод",
    "площадка граница перевозки обработка зерно инвестор область губернатор форум",
)


def text(draw: Random, length: int) -> str:
    """Make words that do not compress as if they were one."""
    words = " ".join(WORDS).split()
    return " ".join(draw.choice(words) + str(draw.randrange(99)) for _ in range(length))


def crowded(figures: int, briefings: int) -> dict[str, str]:
    """Write briefings with long summaries, the newest of which state figures with long titles."""
    files = {}
    draw = Random(1)  # noqa: S311 -- words, not a secret
    left = figures
    for n in range(briefings):
        told: list[Mapping[str, object]] = [
            {
                "measure": draw.choice([m for m in MEASURES if m != "rank"]),
                "title": text(draw, 8),
                "period": str(1990 + draw.randrange(30)),
                "said_by": "ivanov",
                **(
                    {"change": f"+{draw.randrange(99)}.{draw.randrange(9)}%", "base": "not stated"}
                    if draw.random() < 0.5
                    else {"value": str(draw.randrange(10**9)), "unit": "USD", "qualifier": "about"}
                ),
            }
            for _ in range(min(left, 6))
        ]
        left -= len(told)
        written = source(told, of=text(draw, 4)).replace("It is planned.", text(draw, 25))
        files[f"briefings/n{n}.en.md"] = written
        files[f"briefings/n{n}.ru.md"] = translation(title=text(draw, 8), summary=text(draw, 25))
    return files


@pytest.mark.parametrize(("figures", "briefings"), [(60, 60), (60, 10), (6, 60)])
def test_a_page_stays_within_its_budget(tmp_path: Path, figures: int, briefings: int) -> None:
    built = site_with(tmp_path, crowded(figures, briefings))
    paths = [f"{lang}/{name}" for lang in ("ru", "en") for name in (
        "regions/omsk-oblast.html", "partners/china.html", "pairs/omsk-oblast-china.html"
    )]  # fmt: skip
    assert {path: weigh(built, path) for path in paths if weigh(built, path) > LIMIT} == {}
    for path in paths:
        page = built[path].decode()
        shown = len(re.findall(r'class="amount"', page))
        assert shown >= 6
        more = re.search(r'<p class="more"><a href="\.\./figures/index\.html">\D*(\d+)', page)
        assert shown + (int(more[1]) if more else 0) == figures


def test_every_view_of_figures_is_in_the_words_of_the_page(tmp_path: Path) -> None:
    made = trial_from(tmp_path / "content", {**VOCABULARY, **INVENTED})
    pages = {output.path: view_of(output)[0] for output in made.plan()}
    figures = pages["ru/regions/omsk-oblast.html"].figures
    assert [group.measure for group in figures.groups][:2] == [
        "trade по-русски",
        "exports по-русски",
    ]
    told = chain.from_iterable(item.told for group in figures.groups for item in group.items)
    assert {side.figure.rest.source.lang for side in told} == {"en"}
