from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.importer.slug import LIMIT, latin, slug_of
from microsite.routes import INDEX, SLUG


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("съезд", "syezd"),
        ("Щёкино", "shchyokino"),
        ("объём вырос", "obyom-vyros"),
        ("Хабаровский край", "khabarovsky-kray"),
        ("Улан-Удэ", "ulan-ude"),
        ("Omsk's trade: 66% up!", "omsks-trade-66-up"),
    ],
)
def test_words_are_written_in_latin_letters(words: str, slug: str) -> None:
    assert latin(words) == slug


def test_a_chinese_title_gives_places_and_a_year() -> None:
    assert slug_of(
        "黑龙江与滨海边疆区", "zh-Hans", ["primorsky-krai", "china"], "2018", "a.txt"
    ) == ("primorsky-krai-china-2018")


def test_without_places_the_name_of_the_file_is_taken() -> None:
    assert slug_of("代表团", "zh-Hans", [], "2018", "saved/news_12.txt") == "news-12"


@given(st.none() | st.text(), st.sampled_from(["ru", "en", "zh-Hans", "und"]), st.text(max_size=20))
def test_any_title_gives_a_slug_that_can_stand_in_an_address(
    title: str | None, language: str, file: str
) -> None:
    slug = slug_of(title, language, [], "", file)
    assert SLUG.fullmatch(slug)
    assert slug != INDEX
    assert len(slug) <= LIMIT + len("-text")
