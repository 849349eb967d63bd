"""Letters that look like the name of a place are none within a word, a name or a sum."""

from __future__ import annotations

import pytest

from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.passages import Passage
from microsite.importer.places import find_mentions
from microsite.importer.words import Line


@pytest.mark.parametrize(
    ("language", "text", "codes"),
    [
        ("ru", "Как сообщил «РиМ» губернатор, завод построят.", set()),
        ("ru", "Завод построят в Риме.", {"IT", "IT-62"}),
        ("en", "The first stage is worth US$3.4 million.", set()),
        ("en", "The US buys titanium.", {"US"}),
        ("ru", "В посёлках Приморского района и в приморских посёлках построят заводы.", set()),
        ("ru", "Договор подписала Наталья Иванова.", set()),
        ("ru", "Договор подписали в Иванове.", {"RU-IVA"}),
        ("ru", "Студентов примет университет имени Королёва.", set()),
        ("ja", "ローマンホテルで会談した。", set()),
    ],
)
def test_a_name_stands_apart(
    language: str, text: str, codes: set[str], gazetteer: Gazetteer
) -> None:
    passage = Passage((Line(1, text),), text)
    found = {mention.code for mention in find_mentions([passage], language, gazetteer)}
    assert found | {code[:2] for code in found if code[:3] != "RU-"} == codes
