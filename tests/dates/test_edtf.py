from __future__ import annotations

import contextlib
import io
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.dates.edtf import Edtf, EdtfError, anchor, parse, sort_key
from microsite.dates.values import Point

DATED = [
    # Exact
    ("2024", "2024-01-01", "2024-12-31", True),
    ("2016-02", "2016-02-01", "2016-02-29", True),
    ("2016-09-12", "2016-09-12", "2016-09-12", True),
    ("1000", "1000-01-01", "1000-12-31", True),
    ("9999-12", "9999-12-01", "9999-12-31", True),
    (" 2016 ", "2016-01-01", "2016-12-31", True),
    # Parts of a year
    ("2017-21", "2017-03-01", "2017-05-31", True),
    ("2017-24", "2017-12-01", "2018-02-28", True),
    ("9999-24", "9999-12-01", "9999-12-31", True),
    ("2018-34", "2018-04-01", "2018-06-30", True),
    ("2018-39", "2018-09-01", "2018-12-31", True),
    ("2018-40", "2018-01-01", "2018-06-30", True),
    # Marks
    ("2018-09~", "2018-09-01", "2018-09-30", False),
    ("2016-06-08?", "2016-06-08", "2016-06-08", False),
    ("2018%", "2018-01-01", "2018-12-31", False),
    ("2016?-06-08", "2016-06-08", "2016-06-08", False),
    ("2016-06-~08", "2016-06-08", "2016-06-08", False),
    # Unknown digits
    ("201X", "2010-01-01", "2019-12-31", False),
    ("20XX", "2000-01-01", "2099-12-31", False),
    ("201X~", "2010-01-01", "2019-12-31", False),
    ("201X-06", "2010-06-01", "2019-06-30", False),
    ("201X-06-08", "2010-06-08", "2019-06-08", False),
    ("2016-XX", "2016-01-01", "2016-12-31", False),
    ("2016-02-XX", "2016-02-01", "2016-02-29", False),
    ("2016-XX-XX", "2016-01-01", "2016-12-31", False),
    # Intervals
    ("2016-06-08/2016-06-10", "2016-06-08", "2016-06-10", True),
    ("2016-06/2017", "2016-06-01", "2017-12-31", True),
    ("2018-33/2018-34", "2018-01-01", "2018-06-30", True),
    ("2016-XX/2017-XX", "2016-01-01", "2017-12-31", False),
    ("2016~/2017", "2016-01-01", "2017-12-31", False),
    ("2009/..", "2009-01-01", None, True),
    ("../2016-06", None, "2016-06-30", True),
    ("2024/", "2024-01-01", None, True),
    ("/2016", None, "2016-12-31", True),
    # Sets
    ("[2016-06,2017-06]", "2016-06-01", "2017-06-30", False),
    ("[2017, 2016]", "2016-01-01", "2017-12-31", False),
    ("{2016,2018}", "2016-01-01", "2018-12-31", True),
    ("{2016,2018~}", "2016-01-01", "2018-12-31", False),
    ("[2016..2018]", "2016-01-01", "2018-12-31", False),
    ("[2014,2016-06-08..2016-06-10]", "2014-01-01", "2016-06-10", False),
    ("[..2016]", None, "2016-12-31", False),
    ("[2014,2016..]", "2014-01-01", None, False),
]

REFUSED = [
    tuple(line.split(" => "))
    for line in (Path(__file__).parent / "cases" / "refused.txt").read_text("utf-8").splitlines()
    if " => " in line and not line.startswith("#")
]

REMEDY = re.compile(r'(?:write|in|,) "?(\[[^]]+\]|[12][0-9X.~/-]{3,}?)"?(?:\.$|,? )')

TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="0123456789X-/.~?%[]{}, TYSxХ", max_size=24),
    st.text(alphabet="0123456789 ,.-–/~июляJulyгQIкв年月日", max_size=24),
    st.lists(
        st.sampled_from(
            [
                "2016",
                "2016年",
                "31",
                "3rd",
                "of",
                "июня",
                "Sept.",
                "лето",
                "winter",
                "Q1",
                "I",
                "квартал",
                "около",
                "г.",
            ]
        ),
        max_size=5,
    ).map(" ".join),
    st.from_regex(
        r"[~?%]?[12][09][0-9X][0-9X][~?%]?(-[~?%]?([0-4][0-9X]|XX)[~?%]?(-[~?%]?([0-3][0-9X]|XX)[~?%]?)?)?",
        fullmatch=True,
    ),
    st.from_regex(
        r"[\[{]?(\.\.)?20[01][0-9X](-[01][0-9X](-[0-3][0-9])?)?[~?%]?"
        r"(,|/|\.\.)?(20[01][0-9](-[0-4][0-9](-[0-3][0-9])?)?)?[~?%]?(\.\.)?[\]}]?",
        fullmatch=True,
    ),
)


def day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


@pytest.mark.parametrize(("text", "lower", "upper", "exact"), DATED)
def test_a_date_has_a_first_and_a_last_day(
    text: str,
    lower: str | None,
    upper: str | None,
    exact: bool,  # noqa: FBT001 - pytest hands it over by name
) -> None:
    found = parse(text)
    assert (found.text, found.lower, found.upper) == (text.strip(), day(lower), day(upper))
    assert found.is_exact is exact


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_is_not_a_date_is_refused_with_a_remedy(text: str, message: str) -> None:
    with pytest.raises(EdtfError) as refused:
        parse(text)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    "remedy", sorted({remedy for _, message in REFUSED for remedy in REMEDY.findall(message)})
)
def test_the_remedy_is_a_date(remedy: str) -> None:
    assert parse(remedy).text == remedy


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2016-06-08", "", ""),
        ("2016-06-08~", "year month day", ""),
        ("2016-06%", "year month", "year month"),
        ("2016?-06-08", "", "year"),
        ("?2016-06-08", "", "year"),
        ("2016-06?-08", "", "year month"),
        ("2016-?06-08", "", "month"),
        ("2016-06-%08", "day", "day"),
        ("~2016-?06", "year", "month"),
    ],
)
def test_a_mark_belongs_to_what_it_stands_by(text: str, approximate: str, uncertain: str) -> None:
    value = parse(text).value
    assert isinstance(value, Point)
    assert value.approximate == set(approximate.split())
    assert value.uncertain == set(uncertain.split())


def test_dates_are_sorted_by_their_first_day_then_their_last() -> None:
    ordered = [
        "2015",
        "2016-01-01",
        "2016-01",
        "2016",
        "2016~",
        "2016/2017",
        "2016/..",
        "../2016",
        "2017",
    ]
    assert sorted(map(parse, reversed(ordered)), key=sort_key) == list(map(parse, ordered))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2016/2018", "2016-01-01"), ("2009/..", "2009-01-01"), ("../2016-06", "2016-06-30")],
)
def test_an_item_stands_under_its_first_day_or_under_its_only_one(text: str, expected: str) -> None:
    assert anchor(parse(text)) == day(expected)


def test_a_date_without_any_day_has_no_place() -> None:
    with pytest.raises(ValueError, match="made by hand"):
        anchor(Edtf("made by hand", parse("2016").value, None, None))


def test_plain_dates_do_not_import_the_library() -> None:
    program = (
        "import sys; from microsite.dates.edtf import parse;"
        "[parse(text) for text in ('2016', '2016-09', '2016-09-12', '2016/..', '[2016,2017]')];"
        "sys.exit('edtf' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


def by_the_library(text: str) -> tuple[date, date] | None:
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            found = parse_edtf(text)
        lower, upper = found.lower_strict(), found.upper_strict()
        return date(*lower[:3]), date(*upper[:3])
    except Exception:  # noqa: BLE001 - the library lets out whatever its parts raise
        return None


@pytest.mark.parametrize(
    "text",
    [
        "1000", "1900", "2000", "2024", "9999", "2024-00", "2024-01", "2024-12", "2024-13",
        *(f"{year}-02-{day}" for year in (1900, 2000, 2023, 2024) for day in (28, 29, 30)),
        *(f"2023-{month:02}" for month in range(1, 13)),
        *(f"2023-{month:02}-{day}" for month in range(1, 13) for day in (30, 31, 32)),
    ],
)  # fmt: skip
def test_plain_dates_are_what_the_library_makes_of_them(text: str) -> None:
    assert bounds(text) == by_the_library(text)


@given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from([4, 7, 10]))
@settings(max_examples=60, deadline=None)
def test_every_plain_date_is_what_the_library_makes_of_it(when: date, length: int) -> None:
    text = when.isoformat()[:length]
    assert bounds(text) == by_the_library(text)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_where_the_library_has_bounds_they_are_ours(text: str) -> None:
    found, expected = bounds(text), by_the_library(text)
    if found and expected and None not in found and not text.endswith("-24"):
        assert found == expected


def bounds(text: str) -> tuple[date | None, date | None] | None:
    try:
        found = parse(text)
    except EdtfError:
        return None
    return found.lower, found.upper


@given(TEXTS)
@settings(max_examples=1000, deadline=None)
def test_any_text_is_a_date_or_is_refused_in_silence(text: str) -> None:
    with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.suppress(EdtfError):
        found = parse(text)
        assert found.lower is None or found.upper is None or found.lower <= found.upper
        assert isinstance(anchor(found), date)
    assert printed.getvalue() == ""


@given(st.lists(TEXTS, max_size=8))
@settings(deadline=None)
def test_the_order_of_dates_is_total(texts: list[str]) -> None:
    dates = []
    for text in texts:
        with contextlib.suppress(EdtfError):
            dates.append(parse(text))
    keys = sorted(map(sort_key, dates))
    assert len(set(keys)) == len({found.text for found in dates})
