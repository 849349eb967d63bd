from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from hypothesis import given, settings
from hypothesis import strategies as st

import microsite.dates
from microsite.dates.edtf import Edtf, EdtfError, parse
from microsite.dates.values import AllOf, Interval, OneOf, Point, Value
from microsite.dates.wording import DateWords, words, year_words
from microsite.languages.texts import Texts, WantedText, missing
from microsite.languages.translations import load_texts

HERE = Path(__file__).parent
SITE, EXTRA = HERE.parents[1] / "locales", HERE / "locales"
LANGUAGES = ("ru", "en", "zh-Hans", "ja")


def load(language: str) -> Texts:
    texts, findings = load_texts(SITE if (SITE / language).exists() else EXTRA, language)
    assert texts is not None
    assert findings == ()
    return texts


TEXTS = {language: load(language) for language in LANGUAGES}

CASES = [
    (lines[0], dict(zip(LANGUAGES, lines[1:5], strict=True)), lines[5])
    for case in (HERE / "cases" / "wording.txt").read_text("utf-8").split("\n\n")
    if len(lines := [line.strip() for line in case.splitlines() if not line.startswith("#")]) == 6
]

# Dates of every kind, as an editor may write them.
DAYS = st.dates(date(1000, 1, 1)).map(date.isoformat)
PLAIN = {length: DAYS.map(itemgetter(slice(length))) for length in (4, 7, 10)}
MARKS = st.sampled_from(["~", "?", "%"])
POINTS = st.one_of(
    *PLAIN.values(),
    st.builds("{}{}".format, st.one_of(*PLAIN.values()), MARKS),
    st.builds("{}{}-{}06".format, PLAIN[4], MARKS, MARKS | st.just("")),
    st.builds("{}-{}".format, PLAIN[4], st.sampled_from([*range(21, 25), *range(33, 42)])),
    st.builds(
        "{}{}".format,
        st.integers(10, 99),
        st.sampled_from(["1X", "XX", "1X~", "1X-06", "1X-06-08", "XX-06-08"])
        | st.sampled_from(["16-XX", "16-06-XX", "16-XX-XX", "16-XX?", "16-06-XX%"]),
    ),
)
ENDS = POINTS | st.sampled_from(["", ".."])
PAIRS = st.one_of(*(st.lists(kind, min_size=2, max_size=2).map(sorted) for kind in PLAIN.values()))
ITEMS = st.lists(POINTS | PAIRS.map("..".join), min_size=2, max_size=4).map(",".join)
WRITTEN = st.one_of(
    POINTS,
    st.builds("{}/{}".format, ENDS, ENDS),
    PAIRS.map("/".join),
    PAIRS.map(lambda pair: f"{pair[0]}~/{pair[1]}~"),
    ITEMS.map("[{}]".format),
    ITEMS.map("{{{}}}".format),
)


def parsed(text: str) -> Edtf | None:
    try:
        return parse(text)
    except EdtfError:
        return None


DATES = WRITTEN.map(parsed).filter(bool)


def shown(found: DateWords) -> str:
    pieces = (f"‹{piece.text}›" if piece.datetime else piece.text for piece in found.pieces)
    return "".join(pieces).replace("\u00a0", "·")


@pytest.mark.parametrize(("text", "expected", "times"), CASES, ids=[text for text, _, _ in CASES])
def test_a_date_is_said_in_every_language(text: str, expected: dict[str, str], times: str) -> None:
    for language, texts in TEXTS.items():
        found = words(parse(text), texts)
        assert shown(found) == expected[language]
        assert found.edtf == text
        assert found.text.replace("\u00a0", "·") == re.sub("[‹›]", "", expected[language])
        marked = [piece.datetime for piece in found.pieces if piece.datetime]
        assert sorted(marked) == sorted(times.replace("-", "", times == "-").split())


def test_a_year_is_a_heading() -> None:
    headings = [year_words(2016, texts) for texts in TEXTS.values()]
    assert headings == ["2016\u00a0год", "2016", "2016年", "2016年"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_that_dates_need_is_translated(language: str) -> None:
    rooms = Path(microsite.dates.__file__).parent
    found = extract_from_dir(rooms, keywords={"pgettext": ((1, "c"), 2)})
    wanted = [WantedText(str(message), context=str(context)) for _, _, message, _, context in found]
    assert len(wanted) > 20
    assert missing(TEXTS[language], wanted) == ()


@given(DATES, st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_every_time_is_one_that_html_takes(found: Edtf, language: str) -> None:
    for piece in words(found, TEXTS[language]).pieces:
        if piece.datetime is not None:
            first_and_last(piece.datetime)


@given(POINTS.map(parsed).filter(bool), st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_a_date_is_never_said_more_precisely_than_it_is_known(found: Edtf, language: str) -> None:
    said = [first_and_last(time) for time in times(found, language) if re.match("[0-9]{4}", time)]
    if said:
        assert min(said)[0] <= one(found.lower)
        assert one(found.upper) <= max(last for _, last in said)


@given(DATES, st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_dates_together_are_said_no_more_precisely_than_alone(found: Edtf, language: str) -> None:
    alone = (Edtf("", point, point.lower, point.upper) for point in points(found.value))
    assert set(times(found, language)) <= {time for one in alone for time in times(one, language)}


@given(DATES, st.sampled_from(LANGUAGES))
@settings(deadline=None)
def test_words_are_ready_for_the_page(found: Edtf, language: str) -> None:
    pieces = words(found, TEXTS[language]).pieces
    text = "".join(piece.text for piece in pieces)
    assert all(piece.text for piece in pieces)
    assert all(one.datetime or next_one.datetime for one, next_one in pairwise(pieces))
    assert text == text.strip()
    assert not set(text) & set("\u202f\u2009%\n")
    assert "  " not in text


def times(found: Edtf, language: str) -> list[str]:
    return [piece.datetime for piece in words(found, TEXTS[language]).pieces if piece.datetime]


def points(value: Value) -> list[Point]:
    match value:
        case Point():
            return [value]
        case Interval():
            return list(value.points)
        case OneOf(items) | AllOf(items):
            return [point for item in items for point in points(item)]


def one(day: date | None) -> date:
    assert day is not None
    return day


def first_and_last(time: str) -> tuple[date, date]:
    """Read a valid `datetime` of HTML: a year, month or day, or a day of any year."""
    match [int(part) for part in time.split("-")]:
        case [year] if re.fullmatch("[0-9]{4}", time):
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month] if re.fullmatch("[0-9]{4}-[0-9]{2}", time):
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        case [month, day] if re.fullmatch("[0-9]{2}-[0-9]{2}", time):
            return date(2000, month, day), date(2000, month, day)
        case [year, month, day] if re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", time):
            return date(year, month, day), date(year, month, day)
    raise AssertionError(time)
