from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.catalogue.catalogue import arrange
from microsite.catalogue.moments import Moments, moments_by_year
from microsite.pages.moments import heft, heft_in_short, shared_out
from microsite.pages.views import HomePage
from tests.building import original, trial_from, view_of
from tests.catalogue.test_moments import BRIEFINGS, briefing, told


def years_of(*dates: str, events: tuple[str, ...] = ()) -> list[Moments]:
    made = [briefing(f"b{n}", date, *events) for n, date in enumerate(dates)]
    return [moments for _, moments in moments_by_year(arrange(made))]


@settings(deadline=None)
@given(drawn=BRIEFINGS, room=st.integers(-500, 9_000), most=st.integers(0, 4))
def test_what_is_shared_out_fits_and_stands_in_its_order(
    drawn: dict[str, tuple[str, list[str]]], room: int, most: int
) -> None:
    made = [briefing(slug, date, *dates) for slug, (date, dates) in drawn.items()]
    years = [moments for _, moments in moments_by_year(arrange(made))]
    shares = shared_out(years, room, most)
    assert sum(heft_in_short(m) for share in shares for m in share) <= max(room, 0)
    for moments, share in zip(years, shares, strict=True):
        assert len(share) <= most
        assert list(share) == [moment for moment in moments if moment in share]
        # Events are shown only where all briefings of the year are.
        briefings = {told(m) for m in moments if " " not in told(m)}
        if any(" " in told(moment) for moment in share):
            assert briefings <= {told(moment) for moment in share}


def test_with_room_for_all_all_are_shown() -> None:
    years = years_of("2016", "2015", "", events=("2016-05", "2014"))
    assert shared_out(years, 100_000, 20) == tuple(years)


def test_the_years_take_turns() -> None:
    years = years_of("2016", "2016", "2015")
    one = heft_in_short(years[0][0])
    for count, expected in ((1, [1, 0]), (2, [1, 1]), (3, [2, 1])):
        assert [len(share) for share in shared_out(years, count * one, 20)] == expected


def test_an_event_weighs_its_title_and_what_it_rests_on() -> None:
    ((moment, _), *_) = years_of("2016", events=("2017",)), ()
    event = moment[0]
    assert told(event) == "b0 e1"
    assert heft(event) - heft_in_short(event) == 80 + len("A title")


def test_a_home_page_shows_fewer_briefings_the_more_they_weigh(tmp_path: Path) -> None:
    shown = []
    for length in (10, 2_000):
        words = "word " * (length // 5)
        files = {f"briefings/b{n}.en.md": original(summary=words) for n in range(12)}
        trial = trial_from(tmp_path / str(length), files)
        home = next(view_of(o)[0] for o in trial.plan() if o.path == "en/index.html")
        assert isinstance(home, HomePage)
        shown.append(len(home.latest))
        assert home.counts.total == 12
    assert shown == [10, 6]
