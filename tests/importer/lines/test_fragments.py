"""Furniture that shares a line with a sentence goes; the sentence stays whole."""

from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer

SECOND = {
    "en": "The first wagons will be loaded in Barnaul in the middle of May, the carrier said.",
    "ru": "Первые вагоны загрузят в Барнауле в середине мая, сообщил руководитель перевозчика.",
    "zh": "据承运方负责人介绍，首批车皮将于五月中旬在巴尔瑙尔装车，随后经铁路发往沈阳。",
    "ja": "運送会社の責任者によると、最初の貨車は五月中旬にバルナウルで積み込まれ、瀋陽へ向かう。",
    "ko": "운송 회사 책임자는 첫 화차가 5월 중순 바르나울에서 실려 선양으로 떠난다고 말했다.",
}

LINES = {
    "en": [
        "The plant sells flour to Shenyang. ⟦Photo: Ivan Petrov⟧ It will send 40 wagons a month.",
        "The plant has sold flour to Shenyang since spring. ⟦Read also: Omsk opens a fair⟧",
        "⟦Read also: Rice is up in Dak Lak⟧ The wagons go by rail to Shenyang for a month or two.",
        "Talks took a year, he said. ⟦Subscribe to our weekly digest⟧ The wagons are due in May.",
        "The two sides will meet again in Shenyang in the autumn, the authorities said. ⟦Enditem⟧",
        "The plant sells flour to Shenyang and asks for more. ⟦(continued on page 2)⟧",
        "The two sides will meet in the autumn, the ministry said. ⟦Share this: Facebook Twitter⟧",
        "The two sides will meet in the autumn, the ministry said. ⟦[Photo gallery: the mill]⟧",
        "⟦Share | Print | Tweet |⟧ The plant will send 40 wagons of flour to Shenyang every month.",
    ],
    "ru": [
        "Комбинат продаёт муку в Шэньян. ⟦Фото: Ирина Молокова⟧ В месяц уйдёт сорок вагонов.",
        "Комбинат продаёт муку в Шэньян. ⟦Фото: ТАСС⟧ Губернатор назвал договор полезным.",
        "⟦Фото автора⟧ Раньше муку возили в Шэньян морем, и дорога занимала больше месяца.",
        "Вагоны ждут к середине мая. ⟦Фото: пресс-служба края⟧ Губернатор доволен договором.",
        "⟦Читайте также: Тюмень ждёт снега⟧ За год в Шэньян ушло сорок вагонов муки и отрубей.",
        "Похожий цех в Рубцовске закрыли: не хватило заказов. ⟦Читайте также: Омичи ждут снега⟧",
        "Комбинат продаёт муку в Шэньян и просит о новых заказах. ⟦Комментарии (14)⟧",
        "Комбинат продаёт муку в Шэньян. Договор на три года. ⟦(Окончание. Начало на стр. 1)⟧",
        "Комбинат продаёт муку в Шэньян. Договор рассчитан на три года. ⟦Фото Игоря Лапшина.⟧",
        "Комбинат продаёт муку в Шэньян. ⟦[Читайте также: Омск ждёт снега]⟧ Губернатор доволен.",
        "Губернатор также назвал цену пути до Шэньяна: она ниже прежней. ⟦Фото: Ирина Молокова⟧",
        "⟦Просмотров: 153⟧ Комбинат отправит в Шэньян сорок вагонов муки до конца этого года.",
    ],
    "zh": [
        "双方已就面粉价格谈妥。⟦（图片由企业提供）⟧首批四十车皮将于五月中旬运抵沈阳。",
        "双方已就面粉价格谈妥，首批四十车皮将于五月中旬运抵沈阳。⟦（图片由企业提供）⟧",
        "双方已就面粉价格谈妥，首批四十车皮将于五月中旬运抵沈阳。⟦【延伸阅读】鄂木斯克展会开幕⟧",
        "双方已就面粉价格谈妥，首批四十车皮将于五月中旬运抵沈阳。⟦点击查看更多图片⟧",
        "双方已就面粉价格谈妥，首批四十车皮将于五月中旬运抵沈阳。⟦>>点击查看报价单⟧",
        "双方已就面粉价格谈妥，首批四十车皮将于五月中旬运抵沈阳。⟦（视频截图）⟧",
    ],
    "ja": [
        "両者は小麦粉の価格で合意し、最初の四十両は五月に瀋陽に着く。⟦【関連記事】オムスクで見本市⟧",
        "瀋陽側は来年も同じ量を買うという。交渉は一年続いた。⟦写真はバルナウルの工場⟧",
        "両者は小麦粉の価格で合意し、最初の四十両は五月に瀋陽に着く。⟦（聞き手・小林）⟧",
        "両者は小麦粉の価格で合意し、最初の四十両は五月に瀋陽に着く。⟦＝写真＝⟧",
        "両者は小麦粉の価格で合意し、最初の四十両は五月に瀋陽に着く。⟦（この記事をシェアする）⟧",
    ],
    "ko": [
        "양측은 값에 합의했다. 첫 화차는 5월 중순 선양에 도착한다. ⟦[사진=바르나울 제분소]⟧",
        "양측은 밀가루 값에 합의했으며 첫 화차는 5월 선양에 도착한다. ⟦▶관련기사 3면⟧",
        "양측은 값에 합의했으며 첫 화차는 5월 선양에 도착한다. ⟦[관련기사] 옴스크 박람회 개막⟧",
    ],
}


@pytest.mark.parametrize(
    ("language", "line"), [(language, line) for language in LINES for line in LINES[language]]
)
@pytest.mark.parametrize("is_last", [False, True])
def test_furniture_beside_a_sentence_goes_and_the_sentence_stays(
    language: str, line: str, *, is_last: bool, gazetteer: Gazetteer
) -> None:
    before, _, rest = line.partition("⟦")
    fragment, _, behind = rest.partition("⟧")
    whole = before + fragment + behind
    paragraphs = [SECOND[language], whole] if is_last else [whole, SECOND[language]]
    anatomy = judge("\n\n".join(paragraphs).encode(), gazetteer).anatomy
    join = "" if language in {"zh", "ja"} else " "
    wanted = join.join(filter(None, (before.strip(), behind.strip())))
    assert [paragraph.text for paragraph in anatomy.paragraphs] == [
        text if text == SECOND[language] else wanted for text in paragraphs
    ]
    assert [cut.words.text for cut in anatomy.cut] == [fragment.strip()]


def test_one_sentence_beside_the_name_of_a_photographer_is_a_caption(gazetteer: Gazetteer) -> None:
    caption = "Участники переговоров у ворот мелькомбината в Барнауле. Фото: Ирина Молокова"
    anatomy = judge(f"{SECOND['ru']}\n\n{caption}\n\n{SECOND['ru']}".encode(), gazetteer).anatomy
    assert [(cut.words.text, cut.kind) for cut in anatomy.cut] == [(caption, "caption")]


def test_what_stands_in_brackets_and_is_no_credit_stays(gazetteer: Gazetteer) -> None:
    text = f"{SECOND['zh']}\n\n双方已就面粉价格谈妥。（图瓦共和国也有意参加。）"
    anatomy = judge(text.encode(), gazetteer).anatomy
    assert anatomy.cut == ()


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Photo: John Smith from Omsk took the prize in Harbin with a picture of the mill."),
        ("en", "Photo: Anna Maria Lopez It will be shown in Harbin until the end of the summer."),
        ("en", "Related: The flour was praised in Harbin on Monday by governor Petrov and others."),
        ("en", "Views: 30 percent of those who were asked want more trains to China, it says."),
        ("ru", "Фото: Иванов Пётр Сергеевич показал на выставке в Харбине сорок снимков Омска."),
        ("ru", "Фото автора Иванова показали на выставке в Харбине, и гости остались довольны."),
    ],
)
def test_a_line_whose_furniture_ends_nowhere_stays_or_goes_as_a_whole(
    language: str, line: str, gazetteer: Gazetteer
) -> None:
    text = f"{SECOND[language]}\n\n{line}\n\n{SECOND[language]}"
    anatomy = judge(text.encode(), gazetteer).anatomy
    whole = [paragraph.text for paragraph in anatomy.paragraphs]
    whole += [cut.words.text for cut in anatomy.cut]
    assert sorted(whole) == sorted((SECOND[language], line, SECOND[language]))


@pytest.mark.parametrize(("number", "is_cut"), [(0, False), (1, True), (2, False), (3, True)])
def test_a_credit_at_the_end_of_a_wrapped_line_costs_no_words(
    number: int, *, is_cut: bool, gazetteer: Gazetteer
) -> None:
    lines = [
        "The plant in Barnaul has sold flour to Shenyang since spring, and",
        "its wagons are on the way for two weeks, the governor told us.",
        "The first forty of them will be loaded in the middle of May, said",
        "the carrier, and the price of the way is half of what it was.",
    ]
    wanted = " ".join(lines)
    lines[number] += " Photo: Ivan Petrov"
    wanted = wanted if is_cut else " ".join(lines)  # within a sentence it may be anything
    anatomy = judge("\n".join([*lines, "", SECOND["en"]]).encode(), gazetteer).anatomy
    assert [paragraph.text for paragraph in anatomy.paragraphs] == [wanted, SECOND["en"]]
    assert [cut.words.text for cut in anatomy.cut] == ["Photo: Ivan Petrov"] * is_cut


def test_words_are_given_by_their_place_in_the_line_of_the_file(gazetteer: Gazetteer) -> None:
    line = (
        "Просмотров: 153 ОМСК, 05/03/2019. /ТАСС/. Комбинат в Омске продаёт муку. "
        "Фото: Ирина Молокова В месяц в Шэньян уйдёт сорок вагонов, сообщил губернатор."
    )
    judged = judge(f"{line}\n\n{SECOND['ru']}".encode(), gazetteer)
    tags = (*judged.roles.regions, *judged.roles.partners)
    words = [*(tag.words for tag in tags), *(cut.words for cut in judged.anatomy.cut)]
    words = [one for one in words if one.line == 1]
    assert {one.text for one in words} >= {"Омске", "Шэньян", "Просмотров: 153"}
    assert [line[one.start : one.end] for one in words] == [one.text for one in words]


def test_an_unknown_note_behind_the_last_sentence_costs_no_sentence(gazetteer: Gazetteer) -> None:
    last = "The wagons go by rail and are on their way for two weeks, he said. Zweispaltig hier"
    behind = "The price is fixed."
    anatomy = judge(f"{SECOND['en']}\n\n{last}\n\n{behind}\n".encode(), gazetteer).anatomy
    assert [paragraph.text for paragraph in anatomy.paragraphs] == [SECOND["en"], last, behind]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Source: the new contracts that", "the region signed with China in Harbin, and keeps in"),
        ("Read also: Omsk opens a new port in", "the north of the region, and hires people for"),
    ],
)
def test_what_goes_on_in_the_next_line_is_no_furniture(
    first: str, second: str, gazetteer: Gazetteer
) -> None:
    lines = [
        "The price of the way is half of what it was in spring and summer,",
        f"as the minister of trade said. {first}",
        f"{second} Omsk",
        "the spring of the year, when the first forty wagons were loaded.",
    ]
    anatomy = judge("\n".join([*lines, "", SECOND["en"]]).encode(), gazetteer).anatomy
    assert [paragraph.text for paragraph in anatomy.paragraphs] == [" ".join(lines), SECOND["en"]]
