from __future__ import annotations

import pytest

from microsite.importer.passages import passages_of, sentence_around
from microsite.importer.words import Anatomy, Line, Paragraph


def test_a_sentence_is_what_stands_between_two_signs() -> None:
    text = "One. Two of Omsk! Three?"
    at = text.index("Omsk")
    start, end = sentence_around(text, at, at + 4)
    assert text[start:end] == " Two of Omsk"


@pytest.mark.parametrize(
    "text",
    [
        "Trade with Omsk reached 2.9 million dollars in May",
        "Губернатор А. Иванов приехал в г. Omsk с делегацией",
        "이 공장은 Omsk 끝 땅에 있다",
    ],
)
def test_a_point_within_a_number_or_a_short_form_ends_no_sentence(text: str) -> None:
    at = text.index("Omsk")
    assert sentence_around(text, at, at + 4) == (0, len(text))


def test_of_an_endless_sentence_no_more_is_read_than_another_may_have() -> None:
    text = "омск " * 100_000
    start, end = sentence_around(text, 250_000, 250_004)
    assert 1000 < end - start < 2000


@pytest.mark.parametrize(
    ("text", "is_item"),
    [
        ("1. Build a mill in Omsk", True),
        ("1.加强合作", True),
        ("2) Build a mill in Omsk", True),
        ("1. 40 wagons of flour", True),
        ("1、40车皮小麦", True),
        ("3.5 percent of the flour goes to Mongolia", False),
        ("12.09 a delegation came to Omsk", False),
        ("12.09.2016 a delegation came to Omsk", False),
    ],
)
def test_a_number_in_front_of_an_item_is_no_part_of_a_number(text: str, *, is_item: bool) -> None:
    anatomy = Anatomy(None, (Paragraph((Line(1, text),)),), (), None)
    assert [passage.is_item for passage in passages_of(anatomy)] == [is_item]
