from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.content.facts import NOT_STATED, QUALIFIERS, Figure
from microsite.facts.units import PLAIN
from microsite.pages.amounts import amount, base_words, bounds, number_words
from tests.building import texts_in

NBSP = "\u00a0"


def figure(**fields: Any) -> Figure:  # noqa: ANN401 -- of any field
    empty = dict.fromkeys(Figure.__struct_fields__, "")
    lists = {"ends": (), "change": (), "between": (), "rests_on": ()}
    return Figure(**{**empty, **lists, "planned": False, **fields})


def said(language: str, **fields: Any) -> str:  # noqa: ANN401 -- of any field
    """Say an amount; its no-break spaces are told as plain ones."""
    return amount(figure(**fields), texts_in(language)).replace(NBSP, " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("ends", "unit", "english", "russian"),
    [
        ("58000000", "USD", "USD 58 million", "58 млн долларов США"),
        ("4000000000", "USD", "USD 4 billion", "4 млрд долларов США"),
        ("27900000000", "CNY", "CNY 27.9 billion", "27,9 млрд юаней"),
        ("9000000000", "RUB", "RUB 9 billion", "9 млрд рублей"),
        ("1000000000000", "JPY", "JPY 1 trillion", "1 трлн иен"),
        ("1500000", "EUR", "EUR 1.5 million", "1,5 млн евро"),
        ("1", "USD", "USD 1", "1 доллар США"),
        ("2", "USD", "USD 2", "2 доллара США"),
        ("1.5", "USD", "USD 1.5", "1,5 доллара США"),
        ("25000", "USD", "USD 25,000", "25 000 долларов США"),
        ("21", "RUB", "RUB 21", "21 рубль"),
        ("1999999999", "RUB", "RUB 1,999,999,999", "1 999 999 999 рублей"),
        ("1234567", "count", "1,234,567", "1 234 567"),
        ("182", "projects", "182 projects", "182 проекта"),
        ("1", "projects", "1 project", "1 проект"),
        ("16", "districts", "16 districts", "16 районов"),
        ("6", "visits", "6 visits", "6 поездок"),
        ("4", "days", "4 days", "4 дня"),
        ("1.5", "days", "1.5 days", "1,5 дня"),
        ("21", "years", "21 years", "21 год"),
        ("12000", "people", "12,000 people", "12 000 человек"),
        ("3000000", "people", "3 million people", "3 млн человек"),
        ("14000000", "m3", "14 million m³", "14 млн м³"),
        ("1000", "m2", "1,000 m²", "1 000 м²"),
        ("0.5", "kwh", "0.5 kWh", "0,5 кВт·ч"),
        ("60", "percent", "60%", "60 %"),
        ("0.5", "percent", "0.5%", "0,5 %"),
        ("-3", "percent", "−3%", "−3 %"),
        ("10", "count", "10", "10"),
        ("1", "rank", "No. 1", "1-е место"),
        ("3", "rank", "No. 3", "3-е место"),
    ],
)
def test_a_value_is_said_with_its_unit(ends: str, unit: str, english: str, russian: str) -> None:
    assert said("en", ends=(ends,), unit=unit) == english
    assert said("ru", ends=(ends,), unit=unit) == russian


@pytest.mark.parametrize(
    ("ends", "unit", "english", "russian"),
    [
        (("10", "15"), "percent", "10–15%", "10–15 %"),
        (("1", "3"), "rank", "Nos. 1–3", "1–3-е места"),
        (("5", "10"), "days", "5–10 days", "5–10 дней"),
        (("2", "4"), "days", "2–4 days", "2–4 дня"),
        (("20", "21"), "projects", "20–21 projects", "20–21 проект"),
        (("10000000", "15000000"), "USD", "USD 10–15 million", "10–15 млн долларов США"),
        (("1500000000", "2000000000"), "RUB", "RUB 1.5–2 billion", "1,5–2 млрд рублей"),
        (("10000", "15000"), "USD", "USD 10,000–15,000", "10 000–15 000 долларов США"),
        (
            ("900000", "1500000"),
            "USD",
            "USD 900,000–1.5 million",
            "900 000–1,5 млн долларов США",
        ),
        (
            ("900000000", "1500000000"),
            "USD",
            "USD 900 million–1.5 billion",
            "900 млн–1,5 млрд долларов США",
        ),
    ],
)
def test_a_range_is_said_by_its_two_ends(
    ends: tuple[str, str], unit: str, english: str, russian: str
) -> None:
    assert said("en", ends=ends, unit=unit) == english
    assert said("ru", ends=ends, unit=unit) == russian


@pytest.mark.parametrize(
    ("change", "english", "russian"),
    [
        (("+66%",), "+66%", "+66 %"),
        (("-5%",), "−5%", "−5 %"),
        (("+6.5%",), "+6.5%", "+6,5 %"),
        (("+1/3",), "+1/3", "+1/3"),
        (("-1/4",), "−1/4", "−1/4"),
        (("×6.5",), "×6.5", "×6,5"),
        (("+10%", "+15%"), "+10–15%", "+10–15 %"),
        (("×2", "×3"), "×2–3", "×2–3"),
        (("-5%", "-12.5%"), "−5–12.5%", "−5–12,5 %"),
        (("-5%", "+5%"), "−5%–+5%", "−5 %–+5 %"),
    ],
)
def test_a_change_is_said_as_the_source_has_it(
    change: tuple[str, ...], english: str, russian: str
) -> None:
    assert said("en", change=change) == english
    assert said("ru", change=change) == russian


@pytest.mark.parametrize(
    ("qualifier", "english", "russian"),
    [
        ("more than", "more than 2 days", "более 2 дней"),
        ("at least", "at least 2 days", "не менее 2 дней"),
        ("about", "about 2 days", "около 2 дней"),
        ("nearly", "nearly 2 days", "почти 2 дня"),
        ("up to", "up to 2 days", "до 2 дней"),
        ("less than", "less than 2 days", "менее 2 дней"),
    ],
)
def test_how_exact_a_value_is_stands_before_it_and_rules_its_case(
    qualifier: str, english: str, russian: str
) -> None:
    assert said("en", ends=("2",), unit="days", qualifier=qualifier) == english
    assert said("ru", ends=("2",), unit="days", qualifier=qualifier) == russian


def test_every_qualifier_has_words() -> None:
    told = {said("ru", ends=("2",), unit="days", qualifier=qualifier) for qualifier in QUALIFIERS}
    assert len(told) == len(QUALIFIERS)


@pytest.mark.parametrize(
    ("ends", "unit", "russian"),
    [
        ("1", "days", "более 1 дня"),
        ("21", "projects", "более 21 проекта"),
        ("11", "projects", "более 11 проектов"),
        ("111", "visits", "более 111 поездок"),
        ("60", "regions", "более 60 регионов"),
        ("1.5", "years", "более 1,5 года"),
        ("2", "RUB", "более 2 рублей"),
        ("58000000", "USD", "более 58 млн долларов США"),
        ("1000", "m2", "более 1 000 м²"),
    ],
)
def test_behind_more_than_a_russian_unit_stands_in_the_genitive(
    ends: str, unit: str, russian: str
) -> None:
    assert said("ru", ends=(ends,), unit=unit, qualifier="more than") == russian


def test_a_change_may_be_no_more_exact_than_a_value() -> None:
    assert said("en", change=("+50%",), qualifier="more than") == "more than +50%"
    assert said("ru", change=("+50%",), qualifier="more than") == "более чем +50 %"


@pytest.mark.parametrize(
    ("base", "english", "russian"),
    [
        ("", "", ""),
        (NOT_STATED, "base not stated", "база не указана"),
        ("2016", "compared with 2016", "база сравнения: 2016 г."),
        ("2023?", "compared with 2023 (uncertain)", "база сравнения: 2023 г. (предположительно)"),
        ("2017-40", "compared with first half of 2017", "база сравнения: первое полугодие 2017 г."),
    ],
)
def test_what_a_change_is_measured_from_is_said(base: str, english: str, russian: str) -> None:
    told = [base_words(figure(base=base), texts_in(code)) for code in ("en", "ru")]
    assert [words.replace(NBSP, " ") for words in told] == [english, russian]


def test_the_bounds_of_a_derived_figure_are_said_with_its_unit() -> None:
    derived = figure(ends=("49",), unit="percent", qualifier="about", between=("47", "51"))
    assert bounds(derived, texts_in("en")) == "47–51%"
    assert bounds(derived, texts_in("ru")) == f"47–51{NBSP}%"
    money = figure(ends=("3",), unit="USD", between=("2500000", "3500000"))
    assert bounds(money, texts_in("en")) == f"USD{NBSP}2.5–3.5{NBSP}million"
    assert bounds(figure(ends=("49",), unit="percent"), texts_in("en")) == ""


def test_numbers_and_their_units_stay_on_one_line() -> None:
    for language, unit in (("en", "USD"), ("ru", "USD"), ("ru", "projects"), ("ru", "percent")):
        words = amount(figure(ends=("58000000",), unit=unit), texts_in(language))
        assert " " not in words.split(NBSP)[0]
        assert NBSP in words


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("unit", [*PLAIN, "USD", "CNY", "RUB", "JPY", "CHF"])
def test_every_unit_has_words_in_every_language(unit: str, language: str) -> None:
    for ends in (("1",), ("2",), ("5",), ("0.5",), ("2", "5")):
        assert ends[-1].replace(".", ",") in said(language, ends=ends, unit=unit).replace(".", ",")


@given(
    st.decimals(min_value=-(10**14), max_value=10**14, places=3).map(lambda n: format(n, "f")),
    st.sampled_from(["en", "ru"]),
)
def test_no_digit_of_a_number_is_lost(text: str, language: str) -> None:
    words = number_words(text, texts_in(language))
    point = "," if language == "ru" else "."
    shown = "".join(c for c in words.replace("−", "-") if c.isdigit() or c in {point, "-"})
    digits = shown.replace(point, "").lstrip("-0").rstrip("0")
    assert digits == text.replace(".", "").lstrip("-0").rstrip("0")
    assert shown.startswith("-") == (text.startswith("-") and bool(digits))
