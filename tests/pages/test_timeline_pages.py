from __future__ import annotations

from pathlib import Path

from microsite.pages.timeline_pages import SHOWN, timeline_years, year_counts
from microsite.pages.views import HomePage, Moment, TimelinePage, YearPage
from tests.building import Files, original, trial_from, view_of

GUESSED = "date_basis: Guessed."
FILES = {
    "briefings/a.en.md": original(date="2015-12/2016-02"),
    "briefings/b.en.md": original(date="2016"),
    "briefings/c.en.md": original(date='"[2016-06,2017-06]"', more=GUESSED),
    "briefings/d.en.md": original(date="unknown", more=GUESSED),
    "briefings/e.en.md": original(date="2018-09~", more=GUESSED),
    "briefings/f.en.md": original(date="2018/.."),
}


def with_events(*events: tuple[str, str], date: str = "2016-09-12", title: str = "A bridge") -> str:
    """Write a briefing with events: the id of each, and its date."""
    lines = [
        f'- {{id: {name}, date: "{when}", title: Event {name}, regions: [RU-OMS],'
        f" partners: [CN], evidence: This is {name} itself}}"
        for name, when in events
    ]
    body = " ".join(f"This is {name} itself." for name, _ in events)
    source = "source: {title: A text, publisher: The Press}\nevents:\n"
    return original(title=title, date=date, more=source + "\n".join(lines), body=body)


EVENTS = {
    "briefings/a.en.md": with_events(("fair", "2009"), ("talks", "2016-09-12"), ("bus", "2001/..")),
    "briefings/b.en.md": original(title="B", date="2016-12"),
}


def pages_of(folder: Path, files: Files) -> dict[str, object]:
    return {output.path: view_of(output)[0] for output in trial_from(folder / "c", files).plan()}


def told(items: tuple[Moment, ...]) -> list[str]:
    return [
        item.card.title if item.card else item.event.title.text if item.event else ""
        for item in items
    ]


def test_what_spans_years_stands_once_in_the_year_of_its_lower_bound(tmp_path: Path) -> None:
    years = timeline_years(trial_from(tmp_path / "content", FILES).catalogue)
    groups = [(slug, [moment.briefing.slug for moment in moments]) for slug, moments in years]
    assert groups == [
        ("2018", ["e", "f"]),
        ("2016", ["c", "b"]),
        ("2015", ["a"]),
        ("unknown", ["d"]),
    ]


def test_a_year_leads_to_its_neighbours_and_what_has_no_date_comes_last(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, FILES)
    rows = []
    for slug in ("2018", "2016", "2015", "unknown"):
        page = pages[f"en/timeline/{slug}.html"]
        assert isinstance(page, YearPage)
        rows.append((page.newer and page.newer.href, page.title, page.older and page.older.href))
    assert rows == [
        (None, "2018", "../timeline/2016.html"),
        ("../timeline/2018.html", "2016", "../timeline/2015.html"),
        ("../timeline/2016.html", "2015", None),
        (None, "Date unknown", None),
    ]


def test_a_year_shows_briefings_and_events_in_one_order(tmp_path: Path) -> None:
    page = pages_of(tmp_path, EVENTS)["en/timeline/2016.html"]
    assert isinstance(page, YearPage)
    assert told(page.items) == ["B", "A bridge", "Event talks"]
    assert (page.counts.total, page.events) == (2, 1)
    assert page.frame.description == "Briefings and events: 2016."
    event = page.items[2].event
    assert event
    assert event.date
    assert (event.date.text, event.rest.sentence) == (
        "12 September 2016",
        "../briefings/a.html#talks",
    )
    assert [link.href for link in (*event.regions, *event.partners, event.rest.briefing)] == [
        "../regions/omsk-oblast.html",
        "../partners/china.html",
        "../briefings/a.html",
    ]
    assert event.rest.source.text == "The Press"


def test_a_year_with_nothing_but_events_has_a_page(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, EVENTS)
    for slug, title in (("2009", "Event fair"), ("2001", "Event bus")):
        page = pages[f"en/timeline/{slug}.html"]
        assert isinstance(page, YearPage)
        assert (told(page.items), page.counts.total, page.events) == ([title], 0, 1)


def test_the_index_and_the_home_page_count_both(tmp_path: Path) -> None:
    pages = pages_of(tmp_path, EVENTS)
    index, home = pages["en/timeline/index.html"], pages["en/index.html"]
    assert isinstance(index, TimelinePage)
    assert isinstance(home, HomePage)
    expected = [("2016", 2, 1), ("2009", 0, 1), ("2001", 0, 1)]
    for page in (index, home):
        years = [(year.link.text, year.link.count, year.events) for year in page.years]
        assert years == expected
    assert home.years[0].link.href == "timeline/2016.html"
    assert [year.items for year in home.years] == [(), (), ()]
    assert [told(year.items) for year in index.years] == [
        ["B", "A bridge", "Event talks"],
        ["Event fair"],
        ["Event bus"],
    ]


def test_the_index_shows_so_many_of_each_year_and_counts_all(tmp_path: Path) -> None:
    files = {f"briefings/a{n}.en.md": original(date="2016") for n in range(SHOWN + 1)}
    pages = pages_of(tmp_path, files)
    index, year = pages["en/timeline/index.html"], pages["en/timeline/2016.html"]
    assert isinstance(index, TimelinePage)
    assert isinstance(year, YearPage)
    assert [(y.link.text, y.link.count, len(y.items)) for y in index.years] == [
        ("2016", SHOWN + 1, SHOWN)
    ]
    assert len(year.items) == SHOWN + 1


def test_a_year_too_long_for_a_page_has_parts_that_hold_each_event_once(tmp_path: Path) -> None:
    files = {
        f"briefings/b{n}.en.md": with_events(
            *((f"e{n}-{day}", f"2016-03-{day:02}") for day in range(1, 29)), title=f"B{n}"
        )
        for n in range(3)
    }
    trial = trial_from(tmp_path / "content", files)
    assert year_counts(trial.catalogue) == (("2016", 3, 84),)
    pages = {o.path: view_of(o)[0] for o in trial.plan() if o.path.startswith("en/timeline/2016")}
    assert sorted(pages) == [
        "en/timeline/2016-2.html",
        "en/timeline/2016-3.html",
        "en/timeline/2016.html",
    ]
    parts = [pages[f"en/timeline/2016{end}.html"] for end in ("", "-3", "-2")]
    items = [item for page in parts if isinstance(page, YearPage) for item in page.items]
    events = [item.event for item in items if item.event]
    assert len(items) == 87
    assert sorted(event.id for event in events) == sorted(
        f"e{n}-{day}" for n in range(3) for day in range(1, 29)
    )
    days = [event.date.edtf for event in events if event.date]
    assert days == sorted(days, reverse=True)
    assert {page.events for page in parts if isinstance(page, YearPage)} == {84}


def test_without_an_unknown_date_there_is_no_page_for_it(tmp_path: Path) -> None:
    files = {"briefings/a.en.md": original()}
    assert not [path for path in pages_of(tmp_path, files) if path.endswith("unknown.html")]


def test_another_date_of_an_event_is_seen_on_the_pages_of_both_years(tmp_path: Path) -> None:
    keys = []
    for number, year in enumerate((2009, 2010)):
        text = with_events(("fair", str(year)), ("talks", "2016-09-12"))
        files = {**EVENTS, "briefings/a.en.md": text}
        keys.append({(o.path, o.key) for o in trial_from(tmp_path / str(number), files).plan()})
    changed = {path for path, _ in keys[0] ^ keys[1]}
    assert {"en/timeline/2009.html", "en/timeline/2010.html", "en/index.html"} <= changed
