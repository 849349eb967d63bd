from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from microsite.importer.normalise import normalise, with_straight_quotes


def test_lines_keep_the_numbers_that_they_have_in_the_file() -> None:
    lines = normalise("one\r\n\r\nthree\rfour\u2028five")
    assert [(line.number, line.text) for line in lines] == [
        (1, "one"),
        (2, ""),
        (3, "three"),
        (4, "four"),
        (5, "five"),
    ]


def test_what_cannot_be_seen_is_taken_out() -> None:
    (line,) = normalise("\ufeffтова\u00adро\u200bобо\u2060рот\u00a0и\u202f5\u2009\u2009%\u202e")
    assert line.text == "товарооборот и 5 %"


def test_quotation_marks_are_straight_where_the_site_sets_them() -> None:
    curly = "“One „two‟ three”, the region‘s ‘first’ 5″; «four»"
    straight = '"One "two" three", the region\'s \'first\' 5"; «four»'
    assert with_straight_quotes(curly, "en") == straight
    assert with_straight_quotes(curly, "ru") == straight


def test_quotation_marks_of_other_languages_stay() -> None:
    for language in ("zh-Hans", "zh-Hant", "ja", "ko", "und"):
        assert with_straight_quotes("“双方”，‘第一’", language) == "“双方”，‘第一’"


def test_tabs_and_indents_are_single_spaces() -> None:
    (line,) = normalise("    a\t\tb  ")
    assert line.text == "a b"


@given(st.text())
def test_to_normalise_twice_is_to_normalise_once(text: str) -> None:
    once = "\n".join(line.text for line in normalise(text))
    assert "\n".join(line.text for line in normalise(once)) == once


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_no_letter_is_lost(text: str) -> None:
    found = "".join(line.text for line in normalise(text))
    assert found == unicodedata.normalize("NFC", text)
