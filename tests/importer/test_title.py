from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer

TEXT = "Омская область поставит в Китай сорок вагонов муки, сообщил губернатор в понедельник."


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Омск Инфо\nГлавная | Новости | Контакты", None),
        ("Мука поедет в Китай\nГлавная | Новости | Контакты", "Мука поедет в Китай"),
        ("Омск Инфо\nГлавная | Новости\nМука поедет в Китай", "Мука поедет в Китай"),
    ],
)
def test_the_name_of_a_page_above_its_menu_is_no_headline(
    head: str, title: str | None, gazetteer: Gazetteer
) -> None:
    assert judge(f"{head}\n\n{TEXT}\n".encode(), gazetteer).title == title


def test_a_letter_begins_with_its_greeting(gazetteer: Gazetteer) -> None:
    judged = judge(f"3 июня 2024 г.\n\nУважаемые коллеги!\n\n{TEXT}\n".encode(), gazetteer)
    assert (judged.title, judged.publication.date) == (None, "2024-06-03")
    assert judged.body == f"Уважаемые коллеги!\n\n{TEXT}"


def test_a_headline_with_gaps_is_no_menu(gazetteer: Gazetteer) -> None:
    title = "ヴォロネジ州　日本の都市づくりのモデルに　信号制御、病院で協力"
    text = "ヴォロネジ州は日本の都市づくりをモデルに、信号制御や病院で協力すると州が発表した。"
    assert judge(f"{title}\n\n{text}\n".encode(), gazetteer).title == title.replace("　", " ")


@pytest.mark.parametrize(
    "title",
    ["В Якутске при -50 °C испытали автобусы из Китая", "Якутск: -50 °C и китайские автобусы"],
)
def test_a_headline_with_a_temperature_is_one(title: str, gazetteer: Gazetteer) -> None:
    text = "В Якутске испытали автобусы из Китая, сообщили в мэрии города в понедельник утром."
    assert judge(f"{title}\n\n{text}\n".encode(), gazetteer).title == title
