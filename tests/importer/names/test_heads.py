from __future__ import annotations

import pytest

from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.names.word_lists import table
from microsite.importer.passages import Passage
from microsite.importer.places import find_mentions
from microsite.importer.words import Line

SAYINGS = {
    "ru": "Об этом сообщил {}.",
    "en": "It was {} who said so.",
    "zh": "{}表示。",
    "ja": "{}が述べた。",
    "ko": "{} 말했다.",
}

IN_TWO_OFFICES = {
    *("chen-jining", "goldstein", "gong-zheng", "kozhemyako", "ma-xingrui", "merkushkin"),
    *("morozov-astrakhan", "pasler", "tsybulsky", "yuan-jiajun"),
}
"""Who left one office and took over another within a day or a month that is all that is known;
and Sergey Morozov, of whom there were two at once."""


def codes(text: str, language: str, gazetteer: Gazetteer, day: str = "") -> set[str]:
    passage = Passage((Line(1, text),), text)
    return {mention.code for mention in find_mentions((passage,), language, gazetteer, day)}


def test_every_head_speaks_for_the_region_within_the_term_by_every_spelling(
    gazetteer: Gazetteer,
) -> None:
    missed = set()
    for key, person in table("officials").items():
        for language, saying in SAYINGS.items():
            for name in person.get(language, ()):
                for office in person["offices"]:
                    day = office.get("to") or office.get("from") or "1999"
                    if office["of"] not in codes(saying.format(name), language, gazetteer, day):
                        missed.add(key)
    assert missed == IN_TWO_OFFICES


@pytest.mark.parametrize(
    ("text", "day", "code"),
    [
        ("Олег Кожемяко подписал соглашение.", "2014-10-01", "RU-AMU"),
        ("Олег Кожемяко подписал соглашение.", "2016-05-01", "RU-SAK"),
        ("Олег Кожемяко подписал соглашение.", "2021-05-01", "RU-PRI"),
        ("Соглашение подписал губернатор Бурков.", "2019-05-01", "RU-OMS"),
        ("Соглашение подписал глава региона Бурков.", "2019-05-01", "RU-OMS"),
    ],
)
def test_the_day_and_the_title_tell_for_whom_somebody_speaks(
    text: str, day: str, code: str, gazetteer: Gazetteer
) -> None:
    assert codes(text, "ru", gazetteer, day) == {code}


@pytest.mark.parametrize(
    "text",
    ["Соглашение подписал Бурков.", "Соглашение подписал вице-губернатор Бурков."],
)
def test_a_surname_alone_or_a_deputy_speaks_for_nobody(text: str, gazetteer: Gazetteer) -> None:
    assert codes(text, "ru", gazetteer, "2019-05-01") == set()
