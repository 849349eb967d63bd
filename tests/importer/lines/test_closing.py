from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer

ARTICLE = """\
Tyumen sends pumps to Kazakhstan

Tyumen Region plants will send pumps worth 1.1 billion roubles to Kazakhstan, the government said.
"""

CLOSINGS = {
    "a list that is opened": "The parties plan to:\n- open a centre in Atyrau\n- train engineers",
    "facts": "• pumps – 640 million roubles\n• valves – 12 thousand tonnes",
    "a numbered list": "They agreed:\n1. to meet every spring;\n2. to open a warehouse.",
    "a list of amounts": "The plan is:\n1. 40 wagons of grain\n2. 12 wagons of oil",
    "a list of amounts in brackets": "The plan is:\n1) 40 wagons of grain\n2) 12 wagons of oil",
    "a table": "Deliveries by year\n2021, 210 million\n2022, 640 million",
    "a footnote": "The contract is for three years, and may be extended by two more.[1]",
    "points": "▲ Goods: 40 pumps\n▲ Term: 3 years\n▲ Price: 2.1 million dollars",
    "a list below a picture": "They agreed:\n- to meet;\n- to trade.",
}

OTHERS = ("• Omsk opens a fair", "Tyumen Times", "News, Sport, Weather")


@pytest.mark.parametrize("name", CLOSINGS)
def test_what_an_article_closes_with_belongs_to_it(name: str, gazetteer: Gazetteer) -> None:
    body = judge(f"{ARTICLE}\n{CLOSINGS[name]}\n".encode(), gazetteer).body
    for line in CLOSINGS[name].split("\n"):
        assert line.lstrip("•▲-– ") in body


@pytest.mark.parametrize("line", OTHERS)
def test_other_lines_behind_an_article_do_not(line: str, gazetteer: Gazetteer) -> None:
    assert line.lstrip("• ") not in judge(f"{ARTICLE}\n{line}\n".encode(), gazetteer).body


ROWS = {
    "rates": "- USD: 92,5\n- EUR: 99,1\n- CNY: 12,7",
    "headlines": "• Кемерово: уголь дорожает\n• Томск: мост закрыт\n• Чита: снег до мая",
    "captions": "▲ Barnaul: the mill, photo by A. Kim\n▲ Shenyang: the gate, photo by A. Kim",
}


@pytest.mark.parametrize("name", ROWS)
def test_rows_that_are_no_points_of_an_article_do_not(name: str, gazetteer: Gazetteer) -> None:
    lead = ARTICLE.strip().split("\n\n")[1]
    assert judge(f"{ROWS[name]}\n\n{ARTICLE}".encode(), gazetteer).body == lead


@pytest.mark.parametrize("name", ["captions", "rates"])
def test_nor_do_they_within_it(name: str, gazetteer: Gazetteer) -> None:
    lead = ARTICLE.strip().split("\n\n")[1]
    text = f"{ARTICLE}\n{ROWS[name]}\n\n{lead}\n"
    assert judge(text.encode(), gazetteer).body == f"{lead}\n\n{lead}"


def test_points_stay_with_their_heading(gazetteer: Gazetteer) -> None:
    points = "【工場の概要】\n・生産能力：年2万トン\n・投資額：12億円"
    text = (
        "オムスク州に工場\n\n日本の企業がオムスク州に工場を建てると、州政府が月曜日に発表した。\n\n"
    )
    assert "【工場の概要】" in judge(f"{text}{points}\n".encode(), gazetteer).body


def test_points_with_figures_stay_whatever_their_sign(gazetteer: Gazetteer) -> None:
    text = "옴스크에 제분소\n\n옴스크주와 한국 기업이 제분소를 짓기로 했다고 주정부가 밝혔다.\n\n"
    points = "▷ 총투자 280억 원, 지분 50 대 50\n▷ 2020년 3월 착공\n\n"
    text += f"{points}첫 밀가루는 내년 봄에 나올 예정이라고 기업 측은 설명했다.\n"
    body = judge(text.encode(), gazetteer).body
    assert "총투자 280억 원" in body
    assert "2020년 3월 착공" in body


def test_a_long_headline_with_its_day_below_a_head_is_that_of_another(
    gazetteer: Gazetteer,
) -> None:
    text = "Омские мельницы продают муку в Монголию с весны, сообщил губернатор в понедельник."
    other = "Турецкие инвесторы осмотрели курорты Адыгеи и Сочи (12 апреля 2013 г.)"
    page = f"Мука едет в Монголию\n\n{text}\n\nСамое читаемое\n{other}\n"
    assert judge(page.encode(), gazetteer).body == text
