from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.importer.days.companions import day_without_year
from microsite.importer.days.date_lines import date_line
from microsite.importer.days.forms import find_dates

FORMS = {
    "12 September 2016": "2016-09-12",
    "12th of September, 2016": "2016-09-12",
    "September 12, 2016": "2016-09-12",
    "Sept. 12, 2016": "2016-09-12",
    "Jun 04 | 2014": "2014-06-04",
    "12.09.2016": "2016-09-12",
    "12. 9. 2016 г.": "2016-09-12",
    "12-09-2016": "2016-09-12",
    "25/06/2018": "2018-06-25",
    "06/25/2018": "2018-06-25",
    "2016-09-12": "2016-09-12",
    "2016/9/12": "2016-09-12",
    "12 сентября 2016 г.": "2016-09-12",
    "«12» сентября 2016 года": "2016-09-12",
    "июля 1, 2008": "2008-07-01",
    "1 мая 2008": "2008-05-01",
    "3 марта 2008": "2008-03-03",
    "№043 от 15.03.2016": "2016-03-15",
    "2018年9月12日": "2018-09-12",
    "２０１８年９月１２日": "2018-09-12",
    "二〇一八年九月十二日": "2018-09-12",
    "二〇二〇年十二月二十日": "2020-12-20",
    "平成30年9月12日": "2018-09-12",
    "令和元年5月1日": "2019-05-01",
    "2018년 9월 12일": "2018-09-12",
    "2018. 9. 12.": "2018-09-12",
    "Среда, 12 сентября 2018, 14:05": "2018-09-12",
    "Wednesday, 12 September 2018 2:05 p.m.": "2018-09-12",
    "17 августа 2020 года, 14:05 (МСК+7)": "2020-08-17",
    "Омск, 12 сентября 2016 года": "2016-09-12",
    "Опубликовано: 12.09.2016 10:15": "2016-09-12",
    "14 марта 2019, 10:25 Просмотров: 318": "2019-03-14",
    "02.06.2022 | Новости региона": "2022-06-02",
    "发布时间：2018-09-12 10:20 来源：新华社 浏览次数：123": "2018-09-12",
    "2018年9月12日 星期三": "2018-09-12",
    "掲載日：2018年9月12日（水）": "2018-09-12",
    "입력 2018.09.12 10:11": "2018-09-12",
    "등록일 2019년 6월 20일 조회 1,234": "2019-06-20",
    "• 12 September 2016": "2016-09-12",
    "Занесено: 12.09.2016": "2016-09-12",
    "12 сентября 2016 Экономика": "2016-09-12",
    "작성자 국제협력과 작성일 2022-03-02 조회수 345": "2022-03-02",
    "（ロシア）2023年01月30日": "2023-01-30",
    "Важное и актуальное, 21.03.2024, 10:34": "2024-03-21",
}


@pytest.mark.parametrize("text", FORMS)
def test_a_line_that_is_a_date_is_read(text: str) -> None:
    assert [str(one.day) for one in date_line(text)] == [FORMS[text]]


@pytest.mark.parametrize(
    "text",
    [
        "Форум пройдёт 12 сентября 2016 года",
        "The forum opens on 12 September 2016",
        "Указ от 12.09.2016 вступил в силу",
        "31.02.2016",
        "2016",
        "September 2016",
        "в 2016 году",
        "12.09.16",
        "Договор действует до 12 сентября 2026 года",
        "代表团于2018年9月12日抵达",
        "Начало: 12.09.2016 10:00",
        "12–14 сентября 2016 г.",
        "12–14 September 2016",
        "2018年9月12日至14日",
        "2018年9月12日～14日",
        "2018년 9월 12일까지",
        "2018年9月12日，代表团抵达哈尔滨",
        "Deadline: 12 September 2016",
        "12 сентября 2016 года открылся форум",
        "Первый рейс — 10 сентября 2021 года.",
        "- deadline for the land survey: 1 October 2014",
        "- First delivery: no later than September 15, 2014",
    ],
)
def test_other_lines_are_none(text: str) -> None:
    assert date_line(text) == ()


def test_numbers_that_can_be_read_in_two_ways_are_no_day() -> None:
    (found,) = date_line("05/06/2018")
    assert found.day is None


@pytest.mark.parametrize(
    "text",
    [
        "12 сентября",
        "May 18",
        "18 May",
        "среда, 12 сентября",
        "9月12日",
        "9월 12일",
        "18 мая 10:25",
    ],
)
def test_a_day_without_a_year_is_known_as_one(text: str) -> None:
    assert day_without_year(text)
    assert date_line(text) == ()


MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "en": "January February March April May June July August September October November December",
}
DAYS = st.dates(date(1990, 1, 1), date(2039, 12, 31))


@given(DAYS)
def test_any_day_is_read_back_from_every_form(day: date) -> None:
    russian, english = (MONTHS[language].split()[day.month - 1] for language in ("ru", "en"))
    for text in (
        f"{day.day} {russian} {day.year} г.",
        f"{day.day} {english} {day.year}",
        f"{english} {day.day}, {day.year}",
        f"{day:%d.%m.%Y}",
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year}년 {day.month}월 {day.day}일",
        f"{day.year}. {day.month}. {day.day}.",
    ):
        assert [one.day for one in find_dates(text)] == [day], text


@pytest.mark.parametrize(
    "text",
    ["8 марта Регион: Омск и Харбин подписали договор", "5 мая, 10:15 Источник: завод остановят"],
)
def test_a_headline_that_a_day_opens_is_no_day(text: str) -> None:
    assert not day_without_year(text)


@pytest.mark.parametrize("text", ["18 мая 10:25 Фото: Иван Петров", "18 May, photo: A. Kim"])
def test_a_day_beside_who_wrote_it_or_took_the_picture_is_one(text: str) -> None:
    assert day_without_year(text)
