from __future__ import annotations

import pytest

from microsite.importer.days.bylines import byline, signature


@pytest.mark.parametrize(
    "line",
    [
        "By Nguyen Lan, Hanoi  March 16, 2021 | 10:14 am GMT+7",
        "Анна Иванова, Иркутск 16 марта 2021",
        "16 марта 2021, Анна Иванова",
        "四川省外事办公室 2021-03-16",
        "2021-03-16 블라디보스토크무역관 김지은",
        "2021.03.16. 모스크바 사무소",
        "러시아·유라시아 일반 / Interfax, Trend 2021/03/16",
    ],
)
def test_names_beside_a_day_are_a_byline(line: str) -> None:
    (found,) = byline(line)
    assert str(found.day) == "2021-03-16"


@pytest.mark.parametrize(
    "line",
    [
        "Завод заработал 16 марта 2021",
        "The plant opened its doors on March 16, 2021",
        "Forum in Omsk, March 16, 2021",
        "Anna Ivanova, updated March 16, 2021",
        "Anna Ivanova, March 16, 2021 – March 18, 2021",
        "Anna Ivanova",
        "16 марта 2021",
        "2021年3月16日黑龙江省与阿穆尔州签署协议",
        "16 марта 2021 Омичи посадили сто деревьев",
    ],
)
def test_what_is_said_of_a_day_is_no_byline(line: str) -> None:
    assert byline(line) == ()


@pytest.mark.parametrize(
    "line",
    [
        "The Northern Trade Gazette, 16 March 2021, p. 6",
        "Пресс-служба терминала, г. Новороссийск, 16 марта 2021 г.",
        "Газета «Коммерсантъ» №231 от 16.03.2021, стр. 10",
    ],
)
def test_a_paper_or_a_press_office_signs_with_its_day(line: str) -> None:
    (found,) = signature(line)
    assert str(found.day) == "2021-03-16"


@pytest.mark.parametrize(
    "line",
    [
        "Press conference in Omsk, 16 March 2021",
        "News: Omsk sells pumps, 16 March 2021",
        "Harbour opens, 16 March 2021",
        "16 March 2021 The Northern Trade Gazette is sold to its editors",
    ],
)
def test_what_is_told_behind_an_article_is_no_signature(line: str) -> None:
    assert signature(line) == ()
