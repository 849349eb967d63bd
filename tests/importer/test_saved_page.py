from __future__ import annotations

import pytest

from microsite.importer.decode import UnreadableError
from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.saved_page import text_of

PAGE = """<!DOCTYPE html><html lang="ru"><head><meta charset="{charset}"><title>Новости</title>
<script>alert(1)</script><style>p {{color: red}}</style></head><body>
<nav><ul><li><a href="/">Главная</a></li><li><a href="/n">Все новости</a></li></ul></nav>
<div class="content"><h1>Томские предприниматели отправили в Харбин кедровое масло</h1>
<div class="meta"><span>14 марта 2019, 10:25</span> <span>Просмотров: 318</span></div>
<div class="text"><p>Двадцать тонн кедрового масла ушли из Томска в Харбин. Об этом рассказали
в департаменте потребительского рынка области.</p>
<p>Покупатель — торговая компания из провинции Хэйлунцзян. По словам директора завода Игоря
Лаптева, следующую партию отправят в мае.</p>
<p>«Мы полгода согласовывали этикетку, и теперь все документы в порядке», — сказал он.<br>
Завод расширит цех.</p></div>
<p>Источник: пресс-служба администрации области</p></div>
<aside><h3>Последние новости</h3><ul><li><a>В Омске открыли каток</a> 12.02.2020</li></ul></aside>
<footer>© 2019 Администрация</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1251", "koi8-r"])
def test_the_article_of_a_saved_page_is_found_with_its_date(
    charset: str, gazetteer: Gazetteer
) -> None:
    found = judge(
        PAGE.format(charset=charset).encode(charset, "xmlcharrefreplace"), gazetteer, "html"
    )
    assert found.title == "Томские предприниматели отправили в Харбин кедровое масло"
    assert found.publication.date == "2019-03-14"
    assert found.anatomy.publisher
    assert found.anatomy.publisher.text == "пресс-служба администрации области"
    assert found.body.startswith("Двадцать тонн кедрового масла ушли из Томска в Харбин.")
    assert found.body.endswith("Завод расширит цех.")
    assert [tag.code for tag in found.roles.regions] == ["RU-TOM"]
    assert [tag.code for tag in found.roles.partners] == ["CN", "CN-HL"]


def test_no_script_and_no_style_is_text() -> None:
    text = text_of(PAGE.format(charset="utf-8"))
    assert "alert" not in text
    assert "color" not in text


@pytest.mark.parametrize("page", ["<html></html>", "<p></p>", "<script>1</script>"])
def test_a_page_without_an_article_is_refused(page: str) -> None:
    with pytest.raises(UnreadableError, match="No article"):
        text_of(page)


BODY = PAGE.format(charset="utf-8")


def test_a_page_in_one_form_is_read_as_any_other(gazetteer: Gazetteer) -> None:
    page = BODY.replace("<body>", "<body><form>").replace("</body>", "</form></body>")
    assert (
        judge(page.encode(), gazetteer, "html").body == judge(BODY.encode(), gazetteer, "html").body
    )


def test_signs_that_no_document_may_hold_are_passed_over() -> None:
    assert "Двадцать тонн" in text_of(BODY.replace("Двадцать тонн", "Двадцать&#1; тонн"))


def test_the_rows_of_a_table_and_the_items_of_a_list_stand_on_lines_of_their_own() -> None:
    closing = """<p>Вывоз масла по годам, по данным департамента области:</p>
<table><tr><td>2017</td><td>12 тонн</td></tr><tr><td>2018</td><td>16 тонн</td></tr></table>
<p>Завод намерен:</p><ul><li>открыть склад в Харбине;</li><li>нанять 30 человек.</li></ul></div>
<p>Источник"""
    lines = text_of(BODY.replace("</div>\n<p>Источник", closing)).split("\n\n")
    for line in ("2017, 12 тонн", "2018, 16 тонн", "• открыть склад в Харбине;"):
        assert line in lines
