from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.languages.collation import sort_key

LANGUAGES = st.sampled_from(["ru", "en", "zh-Hans", "ja", "fi"])


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        (
            "ru",
            ["1 мая", "Алтай", "Алтайский край", "Ели", "Елкино", "Ёлкино", "Жуков", "Zhejiang"],
        ),
        ("ru", ["Иркутск", "Йошкар-Ола", "Казань", "Ямал"]),
        ("ru", ["«Арктика»", "Байкал", "Ханты Мансийск", "Ханты-Мансийский округ"]),
        ("en", ["Angel", "Ángel", "Bali", "zebra", "Zurich", "Zürich", "Омск"]),
        ("zh-Hans", ["Omsk", "阿穆尔州", "北京", "俄罗斯", "鄂木斯克州", "哈尔滨", "上海", "中国"]),
        ("ja", ["Omsk", "アムール州", "オムスク州", "サハリン州", "大阪", "中国", "東京", "日本"]),
    ],
)
def test_names_are_in_the_order_of_the_language(language: str, ordered: list[str]) -> None:
    for names in itertools.islice(itertools.permutations(ordered), 0, 1000, 7):
        assert sorted(names, key=lambda name: sort_key(name, language)) == ordered


def test_case_decides_between_names_that_are_alike_otherwise() -> None:
    assert sort_key("Москва", "ru") < sort_key("москва", "ru") < sort_key("Москва-река", "ru")


@given(st.text(), st.text(), LANGUAGES)
@settings(deadline=None)
def test_no_two_names_share_a_place(left: str, right: str, language: str) -> None:
    assert (sort_key(left, language) == sort_key(right, language)) == (left == right)
