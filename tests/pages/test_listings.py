from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from microsite import routes
from microsite.catalogue.catalogue import Entries, Entry, arrange
from microsite.content.body import Section
from microsite.content.facts import Facts
from microsite.content.model import Briefing, SourceText, Version
from microsite.pages.listings import (
    ROOM,
    Cutter,
    Part,
    days_of,
    newest,
    parts_of_list,
    parts_of_years,
    weight,
    years_of,
)

WHOLE = "topic"

WORDS = st.sampled_from([0, 300, 3_000, ROOM, 3 * ROOM])
"""Weights of briefings, from the lightest to one that no page can hold with another."""


def briefing(slug: str, date: str, words: int = 0, *sections: Section) -> Briefing:
    """Make a briefing with a date (a day, or none) and a weight of words."""
    version = Version(language="en", title="", summary="", path="", body="", sections=sections)
    return Briefing(
        slug=slug,
        date=date,
        days=f"{date}/{date}" if date else "",
        regions=(),
        partners=(),
        places=(),
        topics=(),
        source=SourceText(),
        changes=(),
        original=version,
        translations=(),
        facts=Facts(),
        weight=words,
        digest=slug,
    )


def section(name: str, title: str, opening: str) -> Section:
    return Section(
        id=name,
        title=title,
        level=2,
        opening=opening,
        regions=(),
        partners=(),
        line=1,
        column=1,
    )


def listed(*briefings: Briefing) -> Entries:
    """Arrange briefings as every list has them."""
    return arrange(briefings).entries


def many(number: int, year: int, words: int = 2_000) -> list[Briefing]:
    """Make briefings of one year, on days that follow each other."""
    return [
        briefing(f"{year}-{n:03}", f"{year}-{n // 28 + 1:02}-{n % 28 + 1:02}", words)
        for n in range(number)
    ]


def slugs(part: Part) -> list[str]:
    return [entry.briefing.slug for entry in part.entries]


@st.composite
def lists(draw: st.DrawFn) -> Entries:
    """Draw a list of a few years, of which some do not fit on one page."""
    drawn = draw(
        st.lists(
            st.tuples(
                st.sampled_from(["", "2014-03-01", "2015-01-31", "2015-06-01", "2016-12-31"]),
                WORDS,
            ),
            min_size=1,
            max_size=40,
        )
    )
    return listed(
        *(briefing(f"b{number:02}", date, words) for number, (date, words) in enumerate(drawn))
    )


def weight_of(entries: Sequence[Entry]) -> int:
    return sum(map(weight, entries))


@given(entries=lists())
def test_the_years_of_a_list_hold_each_entry_once_and_newest_first(entries: Entries) -> None:
    own, *parts = parts_of_list(WHOLE, entries)
    assert own.entries == entries[: len(own.entries)]
    if parts:
        assert [entry for part in parts for entry in part.entries] == list(entries)
    else:
        assert own.entries == entries


@given(entries=lists())
def test_every_part_fits_into_its_room_or_holds_one_entry(entries: Entries) -> None:
    for part in parts_of_list(WHOLE, entries):
        assert part.entries
        assert weight_of(part.entries) <= ROOM or len(part.entries) == 1


@given(entries=lists())
def test_every_part_has_an_address_of_its_own_and_holds_one_year(entries: Entries) -> None:
    own, *parts = parts_of_list(WHOLE, entries)
    assert (own.slug, own.year) == (WHOLE, "")
    names = [part.slug for part in parts]
    assert len({WHOLE, *names}) == len(names) + 1
    for part in parts:
        ((year, inside),) = years_of(part.entries)
        assert (part.year, part.entries) == (year, inside)
        assert part.slug.startswith(f"{WHOLE}-{year}")
    for year, group in years_of(entries) if parts else ():
        of_year = [part for part in parts if part.year == year]
        count = len(of_year)
        # The newest has the year's own address, the others count from the oldest.
        ends = ["", *(f"-{number}" for number in range(count, 1, -1))]
        assert [part.slug for part in of_year] == [f"{WHOLE}-{year}{end}" for end in ends]
        assert [part.alone for part in of_year] == [count == 1] * count
        assert parts[0].years == tuple((slug, of, 0) for slug, of, _ in own.years)
        assert (f"{WHOLE}-{year}", year, len(group)) in own.years


@given(entries=lists())
def test_neighbours_lead_to_each_other_but_not_to_what_has_no_date(entries: Entries) -> None:
    own, *parts = parts_of_list(WHOLE, entries)
    assert (own.newer, own.older) == (None, None)
    for newer, older in pairwise(parts):
        if (newer.year == routes.UNKNOWN) != (older.year == routes.UNKNOWN):
            assert (newer.older, older.newer) == (None, None)
        else:
            assert newer.older is not None
            assert older.newer is not None
            assert (newer.older[:2], older.newer[:2]) == (
                (older.slug, older.year),
                (newer.slug, newer.year),
            )
    if parts:
        assert (parts[0].newer, parts[-1].older) == (None, None)


@pytest.mark.parametrize("day", ["2015-12-31", "2017-01-01"])
@given(entries=lists(), words=WORDS)
def test_a_briefing_that_is_the_newest_of_its_year_comes_onto_the_page_of_the_year(
    day: str, entries: Entries, words: int
) -> None:
    """What is once full holds the same for ever, at the same address."""
    more = listed(briefing("new", day, words), *(entry.briefing for entry in entries))
    before, after = ({p.slug: p.entries for p in parts_of_list(WHOLE, e)} for e in (entries, more))
    if len(before) == 1:
        return
    page = f"{WHOLE}-{day[:4]}"
    assert after[page][0].briefing.slug == "new"
    assert {slug: after[slug] for slug in before.keys() - {WHOLE, page}} == {
        slug: before[slug] for slug in before.keys() - {WHOLE, page}
    }
    # Where the page of the year was full, all that it held goes on to the next number.
    added = [after[slug] for slug in after.keys() - before.keys() - {page}]
    assert added in ([], [before.get(page)])
    assert after[page][1:] == (() if added else before.get(page, ()))


def test_a_list_that_fits_is_one_page() -> None:
    entries = listed(*many(5, 2016), *many(5, 2015, 10))
    assert list(parts_of_list(WHOLE, entries)) == [Part(WHOLE, entries)]


def test_a_list_that_does_not_fit_leads_to_its_years() -> None:
    entries = listed(*many(5, 2016), *many(7, 2015), briefing("undated", "", 10))
    own, *parts = parts_of_list(WHOLE, entries)
    assert own.years == (
        ("topic-2016", "2016", 5),
        ("topic-2015", "2015", 7),
        ("topic-unknown", "unknown", 1),
    )
    assert [(part.slug, slugs(part)) for part in parts] == [
        ("topic-2016", [f"2016-{n:03}" for n in range(4, -1, -1)]),
        ("topic-2015", ["2015-006"]),
        ("topic-2015-2", [f"2015-{n:03}" for n in range(5, -1, -1)]),
        ("topic-unknown", ["undated"]),
    ]
    # A year on one page is named by the year, one of several parts by its days.
    assert [part.newer for part in parts] == [
        None,
        ("topic-2016", "2016", ""),
        ("topic-2015", "2015", "2015-01-07/2015-01-07"),
        None,
    ]
    assert [part.older for part in parts] == [
        ("topic-2015", "2015", "2015-01-07/2015-01-07"),
        ("topic-2015-2", "2015", "2015-01-01/2015-01-06"),
        None,
        None,
    ]


def test_the_years_of_the_timeline_have_their_years_for_slugs() -> None:
    entries = listed(*many(7, 2016), *many(2, 2015))
    years = years_of(entries)
    links = tuple((year, year, len(group)) for year, group in years)
    parts = list(parts_of_years(years, links))
    assert [part.slug for part in parts] == ["2016", "2016-2", "2015"]
    assert {part.years for part in parts} == {tuple((slug, year, 0) for slug, year, _ in links)}


def test_a_briefing_larger_than_a_page_has_a_page_to_itself() -> None:
    giant = briefing("giant", "2016-06-01", 3 * ROOM)
    before, after = briefing("before", "2016-05-01"), briefing("after", "2016-07-01")
    assert newest(listed(giant)) == listed(giant)
    assert newest(listed(giant, before)) == listed(giant)
    own, *parts = parts_of_list(WHOLE, listed(before, giant, after))
    assert slugs(own) == ["after"]
    assert [(part.slug, slugs(part)) for part in parts] == [
        ("topic-2016", ["after"]),
        ("topic-2016-3", ["giant"]),
        ("topic-2016-2", ["before"]),
    ]


def test_of_an_empty_list_there_is_one_empty_page() -> None:
    assert newest(()) == ()
    assert list(parts_of_list(WHOLE, ())) == [Part(WHOLE, ())]


def test_an_entry_weighs_what_its_card_shows() -> None:
    sections = (section("a", "Title", "Opening."), section("b", "Мост", ""))
    made = briefing("a", "2016-01-01", 100, *sections)
    plain = weight(Entry(made))
    assert plain > 100
    assert weight(Entry(structs.replace(made, weight=150))) == plain + 50
    assert weight(Entry(made, ("a",))) == plain + len("TitleOpening.")
    assert weight(Entry(made, ("a", "b"))) == plain + len("TitleOpening.") + len("Мост".encode())


def test_of_several_languages_the_longest_counts_so_that_all_cut_alike() -> None:
    made = briefing("a", "2016-01-01", 0, section("a", "Title", ""))
    longer = structs.replace(
        made.original, language="ru", sections=(section("a", "Заголовок", ""),)
    )
    both = structs.replace(made, translations=(longer,))
    assert weight(Entry(both, ("a",))) - weight(Entry(both)) == len("Заголовок".encode())


def test_the_days_of_a_part_run_from_its_oldest_to_its_newest() -> None:
    entries = listed(*many(3, 2016))
    assert days_of(entries) == "2016-01-01/2016-01-03"
    assert days_of(listed(briefing("a", ""))) == ""


NUMBERED: Cutter[str] = Cutter(
    days=lambda text: text[:10], weight=len, which=lambda items, n: f"{n}: {len(items)}"
)
"""Cuts lists of texts that begin with a day, if with any."""


def test_a_list_of_anything_is_cut_by_when_it_stands_and_what_it_weighs() -> None:
    half = ROOM // 2
    items = (f"2016-02-01{'a' * half}", f"2016-01-01{'b' * half}", "2015-01-01", "")
    own, *parts = NUMBERED.parts_of_list("words", items)
    assert (own.slug, own.entries) == ("words", items[:1])
    assert [(part.slug, part.year, part.which, part.entries) for part in parts] == [
        ("words-2016", "2016", "2: 1", items[:1]),
        ("words-2016-2", "2016", "1: 1", items[1:2]),
        ("words-2015", "2015", "", items[2:3]),
        ("words-unknown", "unknown", "", items[3:]),
    ]
    assert [part.older for part in parts] == [
        ("words-2016-2", "2016", "1: 1"),
        ("words-2015", "2015", ""),
        None,
        None,
    ]


def test_the_years_of_a_list_may_have_other_slugs_than_it_has_itself() -> None:
    items = (f"2016-01-01{'a' * ROOM}", "2015-01-01")
    parts = NUMBERED.parts_of_list("index", items, before_year="")
    assert [part.slug for part in parts] == ["index", "2016", "2015"]


def test_the_page_of_a_list_may_have_less_room_than_its_parts() -> None:
    items = ("2016-01-02", "2016-01-01")
    assert [part.entries for part in NUMBERED.parts_of_list("words", items, 10)] == [
        items[:1],
        items,
    ]
