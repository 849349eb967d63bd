"""The table of furniture: what its keys promise."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.importer.lines.shapes import KINDS
from microsite.importer.names.word_lists import table

FIELDS = ("line", "start", "middle", "end", "heads")
LANGUAGES = ("all", "ru", "en", "zh-ja", "ko")


def expressions() -> Iterator[tuple[str, str, str, str]]:
    for kind, fields in table("furniture").items():
        for field, languages in fields.items():
            for language, found in languages.items():
                yield from ((kind, field, language, one) for one in found)


def test_the_table_has_known_kinds_fields_and_languages_and_says_nothing_twice() -> None:
    rows = [*expressions()]
    assert {kind for kind, *_ in rows} <= KINDS.keys()
    assert {field for _, field, *_ in rows} <= {*FIELDS}
    assert {language for _, _, language, _ in rows} <= {*LANGUAGES}
    assert len(rows) == len({*rows})


OF_A_LANGUAGE = [
    re.compile(pattern, re.IGNORECASE)
    for _, field, language, pattern in expressions()
    if language != "all" and field in {"line", "heads"}
]


@pytest.mark.parametrize(
    "line", ["[1] [2] [3]", "12:30", "1 / 14", "+7 (495) 123-45-67", "12.09.2016 | 10:15", "***"]
)
def test_what_stands_with_a_language_fits_no_line_without_letters(line: str) -> None:
    assert [one.pattern for one in OF_A_LANGUAGE if one.fullmatch(line)] == []


@given(st.text("0123456789 .,:;/()[]«»+-–|%№", min_size=1, max_size=24))
def test_nor_any_other_line_of_digits_and_signs(line: str) -> None:
    assert [one.pattern for one in OF_A_LANGUAGE if one.fullmatch(line)] == []
