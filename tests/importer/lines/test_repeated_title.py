from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer

TEXT = """\
Вечерний Омск. Городская газета, выходит с марта.
14 июля 2025, понедельник
г. ОМСК

Омские мельницы ищут покупателей в Монголии

03.06.2019

{}

Мукомолы Омской области ведут переговоры с тремя покупателями из Монголии, сообщили в союзе.

Первую партию муки отправят в Улан-Батор до конца лета.
"""


@pytest.mark.parametrize(
    "again",
    [
        "Омские мельницы ищут покупателей в Монголии",
        "ОМСКИЕ МЕЛЬНИЦЫ ИЩУТ ПОКУПАТЕЛЕЙ В МОНГОЛИИ",
        "Омские мельницы ищут покупателей в Монголии | Вечерний Омск",
    ],
)
def test_a_headline_that_stands_twice_ends_the_head_of_the_page(
    again: str, gazetteer: Gazetteer
) -> None:
    judged = judge(TEXT.format(again).encode(), gazetteer)
    assert judged.title == "Омские мельницы ищут покупателей в Монголии"
    assert judged.body.startswith("Мукомолы Омской области")
    assert "Вечерний" not in judged.body


def test_the_day_beside_it_is_that_of_the_text_and_not_the_one_of_the_page(
    gazetteer: Gazetteer,
) -> None:
    again = "Омские мельницы ищут покупателей в Монголии"
    assert judge(TEXT.format(again).encode(), gazetteer).publication.date == "2019-06-03"


def test_a_headline_in_a_list_behind_the_text_is_no_second_one(gazetteer: Gazetteer) -> None:
    text = TEXT.format("").split("03.06.2019")[1].strip()
    title = "Омские мельницы ищут покупателей в Монголии"
    judged = judge(f"{title}\n\n{text}\n\nПопулярное\n{title}\n".encode(), gazetteer)
    assert judged.title == title
    assert judged.body.startswith("Мукомолы")
    assert judged.body.endswith("до конца лета.")


def test_a_day_above_both_is_that_of_the_text(gazetteer: Gazetteer) -> None:
    again = "Омские мельницы ищут покупателей в Монголии"
    text = TEXT.format(again).split("ОМСК\n\n")[1].replace("03.06.2019\n\n", "")
    judged = judge(f"Важное и актуальное, 03.06.2019, 10:34\n\n{text}".encode(), gazetteer)
    assert judged.title == again
    assert judged.publication.date == "2019-06-03"


def test_below_a_picture_the_headline_is_its_caption(gazetteer: Gazetteer) -> None:
    title, one, two = (
        "Омские мельницы ищут покупателей в Монголии",
        "Мукомолы Омской области ведут переговоры с тремя покупателями из Монголии.",
        "Первую партию муки отправят в Улан-Батор до конца лета, сообщили в союзе.",
    )
    judged = judge(f"{title}\n\n{one}\n\nmill-3516.jpg\n{title}\n\n{two}\n".encode(), gazetteer)
    assert (judged.title, judged.body) == (title, f"{one}\n\n{two}")


def test_a_caption_that_stands_twice_is_no_headline(gazetteer: Gazetteer) -> None:
    caption = "Photo for illustration (Source: VNA)"
    title = "Promoting trade ties between Vietnam and Kursk"
    text = "He spoke of trade between Vietnam and Kursk Region when he met the governor there."
    page = f"{title}\n{caption}\n\n{caption}\n\n{text}\n"
    assert judge(page.encode(), gazetteer).title == title
