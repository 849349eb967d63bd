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


ROUND_UP = """\
Какие соглашения подписали регионы

На форуме регионы подписали соглашения с иностранными компаниями. Редакция собрала самые заметные.

— Правительство Курской области и корпорация из провинции Шаньдун: строительство завода;

— Липецкая область и вьетнамский холдинг: теплицы на шести гектарах;

— Тульская область и индийская группа: разведка золота.
"""


def test_each_item_of_a_round_up_has_parties_of_its_own(gazetteer: Gazetteer) -> None:
    roles = judge(ROUND_UP.encode(), gazetteer).roles
    assert [tag.code for tag in roles.regions] == ["RU-KRS", "RU-LIP", "RU-TUL"]
    assert [tag.code for tag in roles.partners] == ["CN", "CN-SD", "VN", "IN"]


def test_a_partner_whose_share_of_the_trade_is_told_is_one(gazetteer: Gazetteer) -> None:
    late = "В импорте лидируют Германия (64,8 млн долларов) и Финляндия (39,5 млн долларов)."
    roles = judge(TEXT.format(late).encode(), gazetteer).roles
    assert [tag.code for tag in roles.partners] == ["VN", "DE", "FI"]


IN_TITLE = """\
В Санкт-Петербурге прошла встреча с послом Индии

{}, сообщила пресс-служба форума во вторник.

Стороны договорились о поставках лекарств и об обмене студентами.
"""


@pytest.mark.parametrize(
    ("lead", "codes"),
    [
        ("Губернатор Смоленской области встретился с послом Индии", ["RU-SMO"]),
        ("Вице-губернатор города встретился с послом Индии", ["RU-SPE"]),
    ],
)
def test_where_a_headline_says_that_a_meeting_was_is_a_party_where_no_other_region_is(
    lead: str, codes: list[str], gazetteer: Gazetteer
) -> None:
    roles = judge(IN_TITLE.format(lead).encode(), gazetteer).roles
    assert [tag.code for tag in roles.regions] == codes


def test_a_number_of_people_is_no_share_of_the_trade(gazetteer: Gazetteer) -> None:
    late = "В Турции 85 млн жителей, и сахара там едят больше, чем в Германии (80 млн жителей)."
    roles = judge(TEXT.format(late).encode(), gazetteer).roles
    assert [tag.code for tag in roles.partners] == ["VN"]


@pytest.mark.parametrize(
    "late",
    [
        "Заметно, на 38%, увеличилась торговля с Туркменистаном.",
        "Товарооборот с Туркменистаном вырос на 2,4 млн долларов.",
    ],
)
def test_a_partner_of_whose_trade_a_figure_is_told_is_one(late: str, gazetteer: Gazetteer) -> None:
    roles = judge(TEXT.format(late).encode(), gazetteer).roles
    assert [tag.code for tag in roles.partners] == ["VN", "TM"]


def test_a_look_back_within_a_paragraph_is_one(gazetteer: Gazetteer) -> None:
    late = "Сахар повезут по железной дороге. Ранее липецкие заводы подписали договор с Вьетнамом."
    assert regions(late, gazetteer) == ["RU-KRS"]
