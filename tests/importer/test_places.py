from __future__ import annotations

import msgspec
import pytest

from microsite.content.vocabulary import Office, Person, Vocabulary
from microsite.importer.names.gazetteer import Gazetteer, load
from microsite.importer.passages import passages_of
from microsite.importer.places import find_mentions
from microsite.importer.words import Anatomy, Line, Paragraph


def codes(text: str, language: str, gazetteer: Gazetteer, year: str = "") -> set[str]:
    anatomy = Anatomy(None, (Paragraph((Line(1, text),)),), (), None)
    mentions = find_mentions(passages_of(anatomy), language, gazetteer, year)
    return {mention.code for mention in mentions}


FRIENDS = [
    ("ru", "Омск и Томск", "RU-OMS RU-TOM"),
    ("ru", "в Омской области и в Томске", "RU-OMS RU-TOM"),
    ("ru", "омские и томские заводы", "RU-OMS RU-TOM"),
    ("en", "Omsk and Tomsk regions", "RU-OMS RU-TOM"),
    ("ru", "Омская и Новосибирская области", "RU-OMS RU-NVS"),
    ("ru", "в Амурской, Иркутской и Томской областях", "RU-AMU RU-IRK RU-TOM"),
    ("en", "the Amur and Sakhalin Regions", "RU-AMU RU-SAK"),
    ("ru", "Алтайский край", "RU-ALT"),
    ("ru", "Республика Алтай и Горный Алтай", "RU-AL"),
    ("en", "Altai Territory and the Altai Republic", "RU-ALT RU-AL"),
    ("ru", "Внутренняя Монголия", "CN-NM"),
    ("ru", "с автономным районом Монголии КНР", "CN-NM"),
    ("ru", "в Монголии", "MN"),
    ("zh-Hans", "内蒙古自治区", "CN-NM"),
    ("zh-Hans", "蒙古国代表团", "MN"),
    ("ru", "река Амур", ""),
    ("en", "the Amur River", ""),
    ("ru", "Амурская область", "RU-AMU"),
    ("ru", "Владимир Путин и Владимир Иванов", ""),
    ("ru", "город Владимир во Владимирской области", "RU-VLA"),
    ("en", "Vladimir Putin", ""),
    ("en", "the Vladimir Region", "RU-VLA"),
    ("ru", "Ненецкий автономный округ", "RU-NEN"),
    ("ru", "Ямало-Ненецкий автономный округ", "RU-YAN"),
    ("ru", "ЯНАО и Ямал", "RU-YAN"),
    ("ru", "Китай-город", ""),
    ("ru", "приморский бульвар", ""),
    ("ru", "Приморье и Приморский край", "RU-PRI"),
    ("en", "the Maritime Territory", "RU-PRI"),
    ("ru", "Еврейская автономная область, ЕАО", "RU-YEV"),
    ("en", "the Jewish Autonomous Region", "RU-YEV"),
    ("ja", "ユダヤ自治州", "RU-YEV"),
    ("ru", "Кузбасс, Приангарье и Якутия", "RU-KEM RU-IRK RU-SA"),
    ("ru", "Подмосковье и Средний Урал", "RU-MOS RU-SVE"),
    ("en", "Yakutia and Kuzbass", "RU-SA RU-KEM"),
    ("ru", "Читинская область", "RU-ZAB"),
    ("en", "Kamchatka Oblast", "RU-KAM"),
    ("en", "Perm Oblast", "RU-PER"),
    ("ru", "Петропавловск-Камчатский", "RU-KAM"),
    ("zh-Hans", "滨海边疆区和哈巴罗夫斯克", "RU-PRI RU-KHA"),
    ("zh-Hant", "濱海邊疆區", "RU-PRI"),
    ("ja", "沿海地方とウラジオストク", "RU-PRI"),
    ("ko", "연해주와 블라디보스토크", "RU-PRI"),
    ("ko", "사하공화국", "RU-SA"),
    ("zh-Hans", "吉林省", "CN-JL"),
    ("ja", "新潟県", "JP-15"),
    ("ko", "전북과 강원도", "KR-45 KR-42"),
    ("en", "Gujarat", "IN-GJ"),
    ("ru", "в штате Гуджарат", "IN-GJ"),
    ("ru", "аймак Сэлэнгэ", "MN-049"),
    ("ru", "Китайская Народная Республика, КНР", "CN"),
    ("ru", "российско-китайский проект", "CN"),
    ("en", "a Sino-Russian project", "CN"),
    ("ja", "日ロ経済", "JP"),
    ("zh-Hans", "中俄贸易", "CN"),
    ("ru", "10 долларов США", ""),
    ("en", "turkey and china in the shop", ""),
    ("ru", "Фучжоу", ""),
    ("en", "Fuzhou", ""),
    ("en", "Manchuria", ""),
    ("ru", "город Маньчжурия", "CN-NM"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), FRIENDS, ids=[f[1] for f in FRIENDS])
def test_names_are_told_from_their_false_friends(
    language: str, text: str, wanted: str, gazetteer: Gazetteer
) -> None:
    assert codes(text, language, gazetteer) == {*wanted.split()}


@pytest.mark.parametrize("case", ["", "а", "у", "ом", "е"])
def test_a_city_is_found_in_every_case(case: str, gazetteer: Gazetteer) -> None:
    assert codes(f"Говорили об Омск{case}.", "ru", gazetteer) == {"RU-OMS"}


@pytest.mark.parametrize(
    ("year", "code"), [("2012", "RU-AMU"), ("2017", "RU-SAK"), ("2022", "RU-PRI"), ("", "")]
)
def test_a_governor_speaks_for_the_region_that_he_headed_then(
    year: str, code: str, gazetteer: Gazetteer
) -> None:
    found = codes("Олег Кожемяко встретился с гостями.", "ru", gazetteer, year)
    assert found == ({code} if code else set())


def test_a_patronymic_may_stand_between_the_names(gazetteer: Gazetteer) -> None:
    text = "Приняли Виталия Павловича Хоценко."
    assert codes(text, "ru", gazetteer, "2024") == {"RU-OMS"}
    text = "They met Vitaly Pavlovich Khotsenko."
    assert codes(text, "en", gazetteer, "2024") == {"RU-OMS"}


def test_a_word_of_two_meanings_is_settled_by_the_rest_of_the_text(gazetteer: Gazetteer) -> None:
    assert codes("Фучжоу", "ru", gazetteer) == set()
    assert "CN-FJ" in codes("Фучжоу в провинции Фуцзянь", "ru", gazetteer)
    assert "CN-JX" in codes("Фучжоу в провинции Цзянси", "ru", gazetteer)


def test_people_of_the_vocabulary_speak_for_their_offices(
    vocabulary: Vocabulary, gazetteer: Gazetteer
) -> None:
    office = Office(title={"ru": "Глава"}, of="RU-TOM", start="2020")
    person = Person(name={"ru": "Пётр Выдуманов", "en": "Pyotr Vydumanov"}, offices=(office,))
    more = msgspec.structs.replace(vocabulary, people={"vydumanov": person})
    text = "Гостей принял Пётр Выдуманов."
    assert codes(text, "ru", gazetteer, "2022") == set()
    assert codes(text, "ru", load(more), "2022") == {"RU-TOM"}
