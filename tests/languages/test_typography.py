from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.languages.typography import typeset, typeset_pieces

LANGUAGES = st.sampled_from(["ru", "en", "zh-Hans", "ja", "fi"])
LETTERS = st.text(
    alphabet="абвгдкноят ABst 0123456789 \u00a0\"\"''«»„“”‘’.…,—–-%№§()\n", max_size=60
)
TEXTS = LETTERS | st.text(max_size=60)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        # Quotation marks
        ('"Омск"', "«Омск»"),
        ('ООО "Ромашка", г. Омск', "ООО «Ромашка», г. Омск"),
        ('Сказал: "ООО "Ромашка" открыто"', "Сказал: «ООО „Ромашка“ открыто»"),
        ('""Омск" — лучший"', "«„Омск“·— лучший»"),
        ('«ООО "Ромашка"»', "«ООО „Ромашка“»"),
        ('("скобки")', "(«скобки»)"),
        ('"А?" "Б!"', "«А?» «Б!»"),
        ('"... и всё", "— Да"', "«… и·всё», «— Да»"),
        ('экран 15"', 'экран 15"'),
        ('"без пары', '"без пары'),
        ("д'Артаньян", "д'Артаньян"),
        ('«А» "Б "В "Г" Д" Е" »', "«А» «Б „В·«Г» Д“ Е» »"),
        ('« « "А" ” "Б"', "« « «А» ” «Б»"),
        # Short words hold on to their neighbours
        ("в Омске и на Дону", "в·Омске и·на·Дону"),
        ("В Омске, от А до Я", "В·Омске, от·А·до·Я"),
        ("кое-на что", "кое-на что"),
        ("то же, что бы", "то·же, что·бы"),
        ("Слово — дело – слово", "Слово·— дело·– слово"),
        ("— Да.", "— Да."),
        ("слово-дело, кто-то", "слово-дело, кто-то"),
        # Numbers
        ("66% и 94 %", "66·% и·94·%"),
        ("58 000 000 руб.", "58·000·000·руб."),
        ("20 млрд рублей", "20·млрд·рублей"),
        ("300 млн долл.", "300·млн·долл."),
        ("5 тыс. чел.", "5·тыс.·чел."),
        ("в 2016 г., 2016–2017 гг.", "в·2016·г., 2016–2017·гг."),
        ("в 2024 году", "в·2024·году"),
        ("8 июня, 12 сентября", "8·июня, 12·сентября"),
        ("10-15%, 2016-2017", "10-15·%, 2016-2017"),
        ("в 2024 300 человек", "в·2024 300·человек"),
        ("№ 35, § 4, №35", "№·35, §·4, №35"),
        ("35 дел, 5 слов", "35 дел, 5 слов"),
        # The rest
        ("и т. д., и т. п.", "и·т.·д., и·т.·п."),
        ("и т. д... ушёл", "и·т. д… ушёл"),
        ("5 тыс. руб., 5 м. и 5 мест", "5·тыс.·руб., 5·м. и·5 мест"),
        ("1 000 000 %, а 7 000‰", "1·000·000·%, а·7·000·‰"),
        ("В. В. Путин", "В.·В.·Путин"),
        ("ушёл... и", "ушёл… и"),
        ("ушёл.... и", "ушёл.... и"),
    ],
)
def test_russian(written: str, shown: str) -> None:
    assert typeset(written, "ru") == shown.replace("·", "\u00a0")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('"Omsk"', "“Omsk”"),
        ('"He said "yes" to it"', "“He said ‘yes’ to it”"),
        ("the 'Russian Culture' festival", "the ‘Russian Culture’ festival"),
        ("\"'Yes,' he said\"", "“‘Yes,’ he said”"),
        ("It's the dogs' home", "It’s the dogs’ home"),
        ("in the '90s and the 1990's", "in the ’90s and the 1990’s"),
        ("5'10\" tall", "5'10\" tall"),
        ("'a 'b 'c' d' e", "’a ‘b ‘c’ d’ e"),
        ("rock'90s 'x'", "rock’90s ‘x’"),
        ("\" 'a\" b' ''", "\" ‘a\" b’ ''"),
        ("“a 'b” c'", "“a ’b” c’"),
        ('“a "b "c" d" e”', "“a ‘b “c” d’ e”"),
        ('("brackets")', "(“brackets”)"),
        ("USD 964 million, RMB 27.9 billion", "USD·964·million, RMB·27.9·billion"),
        ("17% and 50 per cent of 5 km", "17% and 50·per cent of 5·km"),
        ("8 June 2016 – 10 June", "8 June 2016 – 10 June"),
        ("No. 5, pp. 3-4", "No.·5, pp.·3-4"),
        ("and so on...", "and so on…"),
        ("«Our relations»", "«Our relations»"),
    ],
)
def test_english(written: str, shown: str) -> None:
    assert typeset(written, "en") == shown.replace("·", "\u00a0")


@pytest.mark.parametrize("language", ["zh-Hans", "ja", "fi"])
def test_a_language_without_rules_is_left_as_it_is(language: str) -> None:
    assert typeset("\"你好\"... 66% 'x'", language) == "\"你好\"... 66% 'x'"


def test_a_region_of_a_language_has_the_rules_of_the_language() -> None:
    assert typeset('"x"', "en-GB") == "“x”"


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        (
            ['слово "на', 'чало" 66', "% и в ", "городе..", "."],
            ["слово «на", "чало» 66", "·% и·в·", "городе…", ""],
        ),
        (["в", " ", "Омске"], ["в", "·", "Омске"]),
        (["", "", ""], ["", "", ""]),
        (
            ["1.", "..", " 2...3%", "4%", "", "%. . ..."],
            ["1…", "", " 2…3·%", "4·%", "", "%. . …"],
        ),
        ([], []),
    ],
)
def test_what_spans_pieces_is_set_as_in_one_text(pieces: list[str], shown: list[str]) -> None:
    assert typeset_pieces(pieces, "ru") == [part.replace("·", "\u00a0") for part in shown]


@given(TEXTS, LANGUAGES)
@settings(deadline=None)
def test_setting_a_text_twice_changes_nothing(text: str, language: str) -> None:
    once = typeset(text, language)
    assert typeset(once, language) == once


@given(TEXTS, LANGUAGES)
@settings(deadline=None)
def test_letters_digits_and_their_order_are_never_touched(text: str, language: str) -> None:
    def bare(text: str) -> str:
        return re.sub("[ \u00a0.…\"'«»„“”‘’]", "", text)

    assert bare(typeset(text, language)) == bare(text)


@given(TEXTS, LANGUAGES)
@settings(deadline=None)
def test_words_are_neither_joined_nor_cut(text: str, language: str) -> None:
    assert re.findall(r"\w+", typeset(text, language)) == re.findall(r"\w+", text)


@given(st.lists(LETTERS, max_size=6), LANGUAGES)
@settings(deadline=None)
def test_pieces_join_to_the_text_set_in_one(pieces: list[str], language: str) -> None:
    found = typeset_pieces(pieces, language)
    assert len(found) == len(pieces)
    assert "".join(found) == typeset("".join(pieces), language)
