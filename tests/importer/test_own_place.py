"""What an office calls its own is found where its page names itself."""

from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "regions", "partners"),
    [
        (
            (
                "吉林省人民政府外事办公室\n首页 > 外事动态\n代表团访问俄罗斯萨哈林州\n\n"
                "我省代表团近日访问俄罗斯萨哈林州，与当地企业就渔业加工合作进行了会谈，双方商定年内互派考察团。\n"
            ),
            ["RU-SAK"],
            ["CN", "CN-JL"],
        ),
        (
            (
                "Официальный портал Правительства Кировской области\nГлавная | Новости | Контакты\n"
                "Белорусские лифты заменят старые\n\n"
                "Губернатор обсудил с делегацией Белоруссии поставку лифтов. Область закупит сто"
                " двадцать кабин, контракт подпишут осенью.\n"
            ),
            ["RU-KIR"],
            ["BY"],
        ),
        (
            (
                "Официальный портал Правительства Кировской области\nГлавная | Новости | Контакты\n"
                "Белорусские лифты заменят старые\n\n"
                "Компания обсудила с делегацией Белоруссии поставку лифтов и закупит сто двадцать"
                " кабин, контракт подпишут осенью этого года.\n"
            ),
            [],
            ["BY"],
        ),
    ],
    ids=["our province", "the governor", "nobody speaks of it"],
)
def test_what_is_called_ones_own_is_what_the_page_names(
    text: str, regions: list[str], partners: list[str], gazetteer: Gazetteer
) -> None:
    judged = judge(text.encode(), gazetteer)
    assert [tag.code for tag in judged.roles.regions] == regions
    assert [tag.code for tag in judged.roles.partners] == partners
