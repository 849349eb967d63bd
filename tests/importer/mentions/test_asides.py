from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer

TEXT = """\
Курская область и Вьетнам договорились о поставках сахара

Курская область будет поставлять сахар во Вьетнам, сообщило правительство региона.

Соглашение подписано на три года, первая партия уйдёт в мае.

{}
"""


def regions(sentence: str, gazetteer: Gazetteer) -> list[str]:
    roles = judge(TEXT.format(sentence).encode(), gazetteer).roles
    return [tag.code for tag in roles.regions]


@pytest.mark.parametrize(
    "sentence",
    [
        "Напомним, что Липецкая область работает с Таиландом.",
        "Вас часто путают с Тульской областью, у них свои договоры с Китаем.",
        "Брянская область от участия в проекте отказалась.",
        "В прошлом году больше сахара, чем в Воронежской области, не сделал никто.",
        "По данным Тульского областного таможенного управления, оборот вырос.",
    ],
)
def test_a_region_that_a_late_sentence_only_names_is_no_party(
    sentence: str, gazetteer: Gazetteer
) -> None:
    assert regions(sentence, gazetteer) == ["RU-KRS"]


@pytest.mark.parametrize(
    "sentence",
    [
        "К договору присоединилась и Липецкая область: она поставит во Вьетнам патоку.",
        "Липецкие заводы тоже подписали контракты с Вьетнамом.",
        "Липецкая область: патока для Хошимина.",
    ],
)
def test_a_region_that_deals_with_somebody_is_a_party_however_late(
    sentence: str, gazetteer: Gazetteer
) -> None:
    assert regions(sentence, gazetteer) == ["RU-KRS", "RU-LIP"]
