from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer
from tests.importer.test_lines import INSIDE, lines_of

SENTENCES = {
    "en": (
        "The plant exported 250000 pumps to Kazakhstan in 2019, the company in Omsk said.",
        "A new line, 300 metres long, will make pumps for Kazakhstan at the plant in Omsk.",
        "By 2025 the plant in Omsk will double its supplies of pumps to Kazakhstan, it said.",
        "Its main resources are steel and pumps for Kazakhstan, and much more.",
    ),
    "ru": (
        "В 2019 году омский завод поставил в Казахстан 250000 насосов, сообщили на предприятии.",
        "Сегодня омский завод отправил в Казахстан первые насосы для оросительных систем.",
        "Цены на насосы для Казахстана омский завод не поднимал: договор рассчитан на два года.",
        "По данным предприятия, поставки насосов в Казахстан выросли вдвое за год.",
    ),
}


@pytest.mark.parametrize(
    ("language", "line"),
    [(language, line) for language in SENTENCES for line in SENTENCES[language]],
)
def test_a_sentence_of_the_article_stays_though_it_has_the_shape_of_furniture(
    language: str, line: str, gazetteer: Gazetteer
) -> None:
    title, one, two = lines_of("article", language)
    for put in INSIDE.values():
        judged = judge(put(line, title, one, two).encode(), gazetteer)
        assert judged.body == f"{one}\n\n{line}\n\n{two}"
