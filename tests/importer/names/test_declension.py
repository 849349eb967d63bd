from __future__ import annotations

import pytest

from microsite.content.vocabulary import Vocabulary
from microsite.importer.names.declension import forms_of, forms_of_adjective, forms_of_person
from tests.conftest import CASES

CASE = CASES / "import" / "declension" / "regions.txt"


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Омск", "Омска Омску Омском Омске"),
        ("Тверь", "Твери Тверью"),
        ("Тяньцзинь", "Тяньцзиня Тяньцзиню Тяньцзинем Тяньцзине"),
        ("Израиль", "Израиля Израилю Израилем Израиле"),
        ("Сычуань", "Сычуани Сычуанью"),
        ("Египет", "Египта Египту Египтом Египте"),
        ("Березники", "Березников Березникам Березниках"),
        ("Барановичи", "Барановичей Барановичам Барановичах"),
        ("Курилы", "Курил Курилам Курилах"),
        ("Академгородок", "Академгородка Академгородке"),
        ("Ярославль", "Ярославля Ярославлю Ярославлем Ярославле"),
        ("Москва", "Москвы Москве Москву Москвой"),
        ("Уфа", "Уфы Уфе Уфу Уфой"),
        ("Калуга", "Калуги Калуге Калугу Калугой"),
        ("Якутия", "Якутии Якутию Якутией"),
        ("Китай", "Китая Китаю Китаем Китае"),
        ("Приангарье", "Приангарья Приангарью Приангарьем"),
        ("Иваново", "Иванова Иванову Ивановом Иванове"),
        ("Орёл", "Орла Орлу Орлом Орле"),
        ("Елец", "Ельца Ельцу Ельцом Ельце"),
        ("Череповец", "Череповца Череповцу Череповцом Череповце"),
        ("Химки", "Химок Химкам Химками Химках"),
        ("Чебоксары", "Чебоксар Чебоксарам Чебоксарами Чебоксарах"),
        ("Грозный", "Грозного Грозному Грозным Грозном"),
        ("Нижний Новгород", "Нижнего_Новгорода Нижнему_Новгороду Нижнем_Новгороде"),
        ("Набережные Челны", "Набережных_Челнов Набережным_Челнам Набережных_Челнах"),
        ("Ростов-на-Дону", "Ростова-на-Дону Ростовом-на-Дону"),
        ("Южно-Сахалинск", "Южно-Сахалинска Южно-Сахалинске"),
        ("Петропавловск-Камчатский", ""),
        ("Хабаровский край", "Хабаровского_края Хабаровском_крае"),
        ("Омская область", "Омской_области Омскую_область Омской_областью"),
        ("Республика Алтай", "Республики_Алтай Республике_Алтай Республикой_Алтай"),
        ("город Маньчжурия", "города_Маньчжурия городе_Маньчжурия"),
        ("Внутренняя Монголия", "Внутренней_Монголии Внутреннюю_Монголию"),
    ],
)
def test_a_name_has_its_forms_in_all_cases(name: str, forms: str) -> None:
    wanted = {form.replace("_", " ") for form in forms.split()} | {name}
    assert wanted <= forms_of(name)


@pytest.mark.parametrize("name", ["Сочи", "Токио", "Улан-Удэ", "Кобе", "Чэнду", "ЕАО"])
def test_what_is_not_declined_has_one_form(name: str) -> None:
    assert forms_of(name) == {name}


def test_an_adjective_has_its_forms_in_all_genders() -> None:
    forms = forms_of_adjective("китайский")
    assert {"китайская", "китайского", "китайским", "китайские", "китайскими"} <= forms
    assert "тверских" in forms_of_adjective("тверской")
    assert "белых" in forms_of_adjective("белый")


def test_of_two_names_in_one_both_are_declined_where_the_first_has_an_ending() -> None:
    assert {"Эмилии-Романьи", "Саксонии-Анхальта"} <= (
        forms_of("Эмилия-Романья") | forms_of("Саксония-Анхальт")
    )


def test_first_name_and_surname_are_declined() -> None:
    first, last = forms_of_person("Виктор Назаров")
    assert {"Виктору", "Виктором"} <= first
    assert {"Назарова", "Назаровым", "Назарове"} <= last
    assert forms_of_person("Олег Кожемяко")[1] == {"Кожемяко"}
    assert "Орловой" in forms_of_person("Светлана Орлова")[1]


def test_the_regions_have_the_forms_that_were_proofread(
    vocabulary: Vocabulary, request: pytest.FixtureRequest
) -> None:
    told = "".join(
        f"{term.name['ru']}: {', '.join(sorted(forms_of(term.name['ru'])))}\n"
        for _, term in sorted(vocabulary.regions.items())
    )
    if request.config.getoption("--update", default=False):
        CASE.parent.mkdir(parents=True, exist_ok=True)
        CASE.write_text(told, encoding="utf-8")
    assert told == CASE.read_text(encoding="utf-8")
