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
