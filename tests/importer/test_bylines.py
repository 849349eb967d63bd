from __future__ import annotations

import pytest

from microsite.importer.bylines import byline


@pytest.mark.parametrize(
    "line",
    [
        "By Nguyen Lan, Hanoi  March 16, 2021 | 10:14 am GMT+7",
        "Анна Иванова, Иркутск 16 марта 2021",
        "16 марта 2021, Анна Иванова",
        "四川省外事办公室 2021-03-16",
        "2021-03-16 블라디보스토크무역관 김지은",
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
