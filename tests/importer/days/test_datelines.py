"""Datelines in front of reports are known by place, day and agency."""

from __future__ import annotations

import pytest

from microsite.importer.days.datelines import dateline, opening_dateline
from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("ОМСК, 12 сентября 2016 г. /ТАСС/. Делегация", "ОМСК, 12 сентября 2016 г. /ТАСС/. "),
        ("Владивосток. 12 сентября. ИНТЕРФАКС - Власти", "Владивосток. 12 сентября. ИНТЕРФАКС - "),
        ("KHABAROVSK, March 21, 2019 (Interfax) - The", "KHABAROVSK, March 21, 2019 (Interfax) - "),
        ("MOSCOW — Russia and China", "MOSCOW — "),
        ("ОМСК, 05/03/2019. /ТАСС/. Омская", "ОМСК, 05/03/2019. /ТАСС/. "),
        ("Омск, 05.03.2019. /ТАСС/. Омская", "Омск, 05.03.2019. /ТАСС/. "),
        ("ОМСК, 5 марта 2019 года. Омская", "ОМСК, 5 марта 2019 года. "),
        ("2019年6月5日，图拉——工厂", "2019年6月5日，图拉——"),
        ("[매일일보 김천규 기자] 한국", "[매일일보 김천규 기자] "),
        ("新华社哈尔滨9月12日电（记者王君）黑龙江省", "新华社哈尔滨9月12日电（记者王君）"),
        ("【ユジノサハリンスク共同】ロシア", "【ユジノサハリンスク共同】"),
        ("(서울=연합뉴스) 홍길동 기자 = 강원도", "(서울=연합뉴스) 홍길동 기자 = "),
        ("【大江日報訊】(記者 何詠思)廣東東莞", "【大江日報訊】(記者 何詠思)"),
        ("【本報記者 陳嘉敏】俄羅斯", "【本報記者 陳嘉敏】"),
        ("【本報訊】深圳一間", ""),
        ("SHARJAH // Meat producers", "SHARJAH // "),
        (
            "Чебоксары. 17 апреля 2025 г. ИНТЕРФАКС - Китай",
            "Чебоксары. 17 апреля 2025 г. ИНТЕРФАКС - ",
        ),
        ("【大公報訊】記者應江洪報道：新疆", "【大公報訊】記者應江洪報道："),
        ("PERM - UZBEKISTAN: POTASH FOR COTTON", ""),
        ("Омская область — один из регионов", ""),
        ("Томск – город студентов, и вузы", ""),
        ("China - the main partner of the region", ""),
        ("Aisen Nikolayev, Head of the Republic of Sakha (Yakutia), said", ""),
    ],
)
def test_a_dateline_ends_where_the_report_begins(text: str, head: str) -> None:
    assert text[: dateline(text)] == head


@pytest.mark.parametrize(
    ("texts", "head"),
    [
        (["VLADIVOSTOK: The plant", "The head"], "VLADIVOSTOK: "),
        (["BURYATIA: The plant", "TOMSK: The head"], ""),
        (["The plant", "TOMSK: The head"], ""),
        (["ATTENTION: The plant", "The head"], ""),
        (["Чита. Завод продаёт", "Глава"], "Чита. "),
        (["Внимание. Завод продаёт", "Глава"], ""),
        ([], ""),
    ],
)
def test_a_city_in_capitals_is_a_dateline_in_front_of_the_first_paragraph_alone(
    texts: list[str], head: str
) -> None:
    assert "".join(texts[:1])[: opening_dateline(texts)] == head


def test_a_dateline_behind_a_bullet_is_one(gazetteer: Gazetteer) -> None:
    text = "• ОМСК, 12 сентября 2016 г. /ТАСС/. Делегация посетила Китай и подписала договор."
    judged = judge(f"{text}\n".encode(), gazetteer)
    assert judged.publication.date == "2016-09-12"
    assert judged.body == "Делегация посетила Китай и подписала договор."
