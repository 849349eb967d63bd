from __future__ import annotations

import msgspec
import pytest

from microsite.content.vocabulary import Vocabulary
from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer, load
from microsite.importer.passages import passages_of
from microsite.importer.places import find_mentions
from microsite.importer.role import Roles, roles
from microsite.importer.words import Anatomy, Line, Paragraph


def told(text: str, language: str, gazetteer: Gazetteer) -> Roles:
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    anatomy = Anatomy(None, tuple(Paragraph((line,)) for line in lines), (), None)
    passages = passages_of(anatomy)
    return roles(find_mentions(passages, language, gazetteer), passages, language)


CASES = [
    ("ru", "Омская область. Помог консул Китая в Екатеринбурге.", "RU-OMS CN", "RU-SVE:consulate"),
    (
        "en",
        "Omsk Region. The Chinese consul in Yekaterinburg came.",
        "RU-OMS CN",
        "RU-SVE:consulate",
    ),
    ("zh-Hans", "鄂木斯克州代表团。中国驻叶卡捷琳堡总领事出席。", "RU-OMS CN", "RU-SVE:consulate"),
    ("ru", "Омская область продаёт муку в Узбекистан через Казахстан.", "RU-OMS UZ", "KZ:transit"),
    ("en", "Omsk Region sells flour to Uzbekistan via Kazakhstan.", "RU-OMS UZ", "KZ:transit"),
    ("zh-Hans", "鄂木斯克州向乌兹别克斯坦出口面粉，经哈萨克斯坦运输。", "RU-OMS UZ", "KZ:transit"),
    (
        "ja",
        "オムスク州は釜山港経由で日本に小麦を輸出する。",
        "RU-OMS JP",
        "KR:transit KR-26:transit",
    ),
    ("ko", "옴스크주는 카자흐스탄을 거쳐 한국에 밀을 수출한다.", "RU-OMS KR", "KZ:transit"),
    ("ru", "Омск торгует с Китаем больше, чем в Томске.", "RU-OMS CN", "RU-TOM:comparison"),
    ("en", "Omsk sells more to China compared with Tomsk.", "RU-OMS CN", "RU-TOM:comparison"),
    (
        "ru",
        "Омская область подписала договор с Китаем на форуме в Сочи.",
        "RU-OMS CN",
        "RU-KDA:venue",
    ),
    (
        "en",
        "Omsk Region signed a contract with China at a forum in Sochi.",
        "RU-OMS CN",
        "RU-KDA:venue",
    ),
    ("ru", "Москва и Омская область. Китай.", "RU-OMS CN", "RU-MOW:capital"),
    ("ru", "Правительство Москвы и Китай подписали договор.", "RU-MOW CN", ""),
    ("en", "The mayor of Moscow visited China.", "RU-MOW CN", ""),
]


@pytest.mark.parametrize(
    ("language", "text", "tags", "mentioned"), CASES, ids=[c[1] for c in CASES]
)
def test_parties_are_told_from_what_is_only_mentioned(
    language: str, text: str, tags: str, mentioned: str, gazetteer: Gazetteer
) -> None:
    found = told(text, language, gazetteer)
    assert {tag.code for tag in (*found.regions, *found.partners)} == {*tags.split()}
    others = (*found.mentioned_regions, *found.mentioned_partners)
    assert {f"{tag.code}:{tag.reason}" for tag in others} == {*mentioned.split()}


def test_a_country_stands_in_front_of_its_units(gazetteer: Gazetteer) -> None:
    found = told("Омск сотрудничает с Харбином, Ниигатой и Китаем", "ru", gazetteer)
    codes = [tag.code for tag in found.partners]
    assert codes.index("CN") < codes.index("CN-HL")


def test_each_tag_has_the_words_that_it_rests_on(gazetteer: Gazetteer) -> None:
    found = told("Заголовок\nОмские заводы и китайцы", "ru", gazetteer)
    (region,), (partner,) = found.regions, found.partners
    assert (region.words.line, region.words.text) == (2, "Омские")
    assert (partner.words.line, partner.words.text) == (2, "китайцы")


def test_a_region_that_the_site_lacks_is_a_region_all_the_same(vocabulary: Vocabulary) -> None:
    known = {code: term for code, term in vocabulary.regions.items() if code != "RU-OMS"}
    gazetteer = load(msgspec.structs.replace(vocabulary, regions=known))
    text = "Омск и Китай договорились о поставках\n\nОмская область поставит в Китай зерно."
    found = judge(text.encode(), gazetteer).roles
    assert [tag.code for tag in found.regions] == ["RU-OMS"]
    assert [tag.code for tag in found.partners] == ["CN"]


LEADS = [
    ("ru", "Омская область заключила с Китаем договор о зерне, который пока не вступил в силу."),
    ("ru", "Раньше Омская область продавала Китаю только муку, теперь продаёт и масло."),
    ("en", "The agreement restores the trade lost in 2015 between Omsk Region and China, he said."),
    ("en", "Omsk Region and China will sign a contract for flour in May, observers expect."),
    ("en", "The ferry between Omsk Region and China calls at small ports twice a week."),
    ("zh-Hans", "此前已有合作的鄂木斯克州与中国签署新协议，计划明年供应面粉。"),
    ("ko", "지금까지 밀가루만 거래했던 옴스크주와 중국이 기름도 거래하기로 했다."),
]


@pytest.mark.parametrize(("language", "lead"), LEADS, ids=[lead for _, lead in LEADS])
def test_one_word_of_a_lead_does_not_leave_a_text_without_parties(
    language: str, lead: str, gazetteer: Gazetteer
) -> None:
    found = told(lead, language, gazetteer)
    assert {tag.code for tag in (*found.regions, *found.partners)} == {"RU-OMS", "CN"}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Делегация Казахстана прибыла с визитом в Москву и встретилась с мэром города.", "RU-MOW"),
        ("The delegation of Kazakhstan came on a visit to Moscow and met the mayor.", "RU-MOW"),
        ("Делегация Казахстана прибыла с визитом в Москву и встретилась с президентом.", ""),
        ("The delegation of Kazakhstan came on a visit to Moscow and met the president.", ""),
        ("Переговоры между Россией и Москвой министры Казахстана назвали полезными.", ""),
    ],
)
def test_a_capital_that_is_visited_stands_for_its_country_unless_its_mayor_is_met(
    sentence: str, code: str, gazetteer: Gazetteer
) -> None:
    language = "ru" if sentence[0] in "ДП" else "en"
    found = told(sentence, language, gazetteer)
    assert [tag.code for tag in found.regions] == ([code] if code else [])


def test_a_list_of_many_names_is_judged_in_time_that_grows_with_it(gazetteer: Gazetteer) -> None:
    text = "Соглашения подписали: " + "Омская, Томская, " * 1500 + "области и Китай."
    assert {tag.code for tag in told(text, "ru", gazetteer).partners} == {"CN"}


def test_who_signs_in_the_lead_is_a_party_though_others_sign_below(gazetteer: Gazetteer) -> None:
    lead = "Омская область подписала с Китаем договор, который пока не вступил в силу."
    found = told(f"{lead}\nНовосибирск и Китай тоже подписали договор о зерне.", "ru", gazetteer)
    assert [tag.code for tag in found.regions] == ["RU-OMS", "RU-NVS"]


@pytest.mark.parametrize(
    ("language", "lead", "tags", "mentioned"),
    [
        (
            "ru",
            "Омская область и Хэйлунцзян подписали соглашение, Монголия в нём не участвует.",
            "RU-OMS CN CN-HL",
            "MN",
        ),
        (
            "zh-Hans",
            "鄂木斯克州与黑龙江省签署协议，托木斯克州没有参加，蒙古国仅派观察员。",
            "RU-OMS CN CN-HL",
            "RU-TOM MN",
        ),
        (
            "en",
            "Omsk Region signed a contract with China at a Moscow hotel.",
            "RU-OMS CN",
            "RU-MOW",
        ),
        ("ru", "Мэр Омска во время визита в Пекин рассказал о муке.", "RU-OMS CN", "CN-BJ"),
        ("zh-Hans", "中国市场需求与去年相比增长，鄂木斯克州已签署合同。", "RU-OMS CN", ""),
        ("ja", "ウラジオストク港から中国の大連に至る航路が開設された。", "RU-PRI CN CN-LN", ""),
    ],
)
def test_of_a_lead_each_clause_is_judged(
    language: str, lead: str, tags: str, mentioned: str, gazetteer: Gazetteer
) -> None:
    found = told(lead, language, gazetteer)
    assert {tag.code for tag in (*found.regions, *found.partners)} == {*tags.split()}
    others = (*found.mentioned_regions, *found.mentioned_partners)
    assert {tag.code for tag in others} == {*mentioned.split()}
