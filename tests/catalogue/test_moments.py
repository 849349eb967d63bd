from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.catalogue.catalogue import arrange
from microsite.catalogue.moments import Moment, days, moments_by_year, split, year_of
from microsite.catalogue.stated import Stated
from microsite.content.facts import Event, Facts
from microsite.content.model import Briefing, SourceText, Version
from microsite.dates.edtf import parse, sort_key
from tests.building import catalogue_from, original


def span(date: str) -> str:
    return "/".join(day.isoformat() for day in sort_key(parse(date))[:2]) if date else ""


def event(name: str, date: str) -> Event:
    return Event(
        id=name,
        date=date,
        days=span(date),
        title=f"Event {name}",
        regions=(),
        partners=(),
        said_by="",
        evidence="Words.",
    )


def briefing(slug: str, date: str, *dates: str) -> Briefing:
    """Make a briefing with events of these dates."""
    return Briefing(
        slug=slug,
        date=date,
        days=span(date),
        regions=(),
        partners=(),
        places=(),
        topics=(),
        source=SourceText(),
        changes=(),
        original=Version(language="en", title="A title", summary="", path="", body=""),
        translations=(),
        facts=Facts(events=tuple(event(f"e{n}", date) for n, date in enumerate(dates, start=1))),
        weight=100,
        digest=slug,
    )


def told(moment: Moment) -> str:
    """Name a moment: `a`, or `a e1` for an event."""
    slug = moment.briefing.slug
    return f"{slug} {moment.fact.id}" if isinstance(moment, Stated) else slug


def number_of(moment: Moment) -> int:
    return moment.number if isinstance(moment, Stated) else 0


def order(*briefings: Briefing) -> list[tuple[int, list[str]]]:
    years = moments_by_year(arrange(briefings))
    return [(year, [told(moment) for moment in moments]) for year, moments in years]


def test_briefings_and_events_stand_in_one_order_the_newest_first() -> None:
    found = order(
        briefing("b", "2016-06-10", "2016-06-10", "2016-09", "2015"),
        briefing("a", "2016-06-10", "2016-06-10", "2016-06-10"),
        briefing("c", "", "2016-12-01"),
    )
    assert found == [
        (2016, ["c e1", "b e2", "a", "b", "a e1", "a e2", "b e1"]),
        (2015, ["b e3"]),
        (0, ["c"]),
    ]


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2016-09-12", 2016),
        ("2016/2018", 2016),
        ("[2016,2017]", 2016),
        ("[2016..]", 2016),
        ("201X", 2010),
        ("200X/..", 2000),
        ("2015-12/2016-02", 2015),
        ("../2016", 2016),
        ("2016/..", 2016),
        ("", 0),
    ],
)
def test_what_spans_years_stands_once_at_its_lower_bound(date: str, year: int) -> None:
    assert order(briefing("a", date)) == [(year, ["a"])]
    if date:
        assert order(briefing("a", "", date)) == [(year, ["a e1"]), (0, ["a"])]


def test_a_year_may_have_nothing_but_events(tmp_path: Path) -> None:
    events = "events:\n- {id: fair, date: 2009, title: A fair, evidence: It is a fair}"
    files = {"briefings/a.en.md": original(date="2016", more=events, body="It is a fair.")}
    years = moments_by_year(catalogue_from(tmp_path / "content", files))
    assert [(year, [told(m) for m in moments]) for year, moments in years] == [
        (2016, ["a"]),
        (2009, ["a fair"]),
    ]


def test_what_is_not_published_has_no_events(tmp_path: Path) -> None:
    events = "draft: true\nevents:\n- {id: fair, date: 2009, title: A fair, evidence: A fair}"
    files = {"briefings/a.en.md": original(more=events, body="A fair.")}
    assert moments_by_year(catalogue_from(tmp_path / "content", files)) == ()


DATES = st.sampled_from(["2016", "2016-01", "2016-01-01", "2016/..", "2015-06", "201X", "2018~"])
BRIEFINGS = st.dictionaries(
    st.sampled_from(["a", "b", "b-2", "c", "d"]),
    st.tuples(st.one_of(st.just(""), DATES), st.lists(DATES, max_size=6)),
)


@settings(deadline=None)
@given(drawn=BRIEFINGS, random=st.randoms(use_true_random=False))
def test_the_order_is_total_and_each_stands_in_exactly_one_year(
    drawn: dict[str, tuple[str, list[str]]],
    random: Random,
) -> None:
    made = [briefing(slug, date, *dates) for slug, (date, dates) in drawn.items()]
    years = moments_by_year(arrange(made))
    random.shuffle(made)
    assert moments_by_year(arrange(made)) == years
    names = [told(moment) for _, moments in years for moment in moments]
    assert sorted(names) == sorted(
        [*drawn, *(f"{s} e{n + 1}" for s, (_, dates) in drawn.items() for n in range(len(dates)))]
    )
    assert [year for year, _ in years] == sorted({year for year, _ in years}, reverse=True)
    for year, moments in years:
        assert moments
        assert {year_of(moment) for moment in moments} == {year}
        ties = sorted(moments, key=lambda m: (isinstance(m, Stated), m.briefing.slug, number_of(m)))
        assert list(moments) == sorted(ties, key=days, reverse=True)


def test_briefings_and_events_are_told_apart_in_their_order() -> None:
    ((_, moments),) = moments_by_year(arrange([briefing("a", "2016", "2016-05", "2016-07")]))
    entries, events = split(moments)
    assert [entry.briefing.slug for entry in entries] == ["a"]
    assert [stated.fact.id for stated in events] == ["e2", "e1"]
