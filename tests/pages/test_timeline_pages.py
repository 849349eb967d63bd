from __future__ import annotations

from pathlib import Path

from microsite.pages.timeline_pages import SHOWN, timeline_years
from microsite.pages.views import TimelinePage, YearPage
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


def pages_of(folder: Path, files: Files) -> dict[str, object]:
    return {output.path: view_of(output)[0] for output in trial_from(folder / "c", files).plan()}


def test_what_spans_years_stands_once_in_the_year_of_its_lower_bound(tmp_path: Path) -> None:
    years = timeline_years(trial_from(tmp_path / "content", FILES).catalogue)
    groups = [(slug, [entry.briefing.slug for entry in entries]) for slug, entries in years]
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


def test_the_index_shows_so_many_of_each_year_and_counts_all(tmp_path: Path) -> None:
    files = {f"briefings/a{n}.en.md": original(date="2016") for n in range(SHOWN + 1)}
    pages = pages_of(tmp_path, files)
    index, year = pages["en/timeline/index.html"], pages["en/timeline/2016.html"]
    assert isinstance(index, TimelinePage)
    assert isinstance(year, YearPage)
    assert [(y.title, y.count, len(y.cards)) for y in index.years] == [("2016", SHOWN + 1, SHOWN)]
    assert len(year.cards) == SHOWN + 1


def test_without_an_unknown_date_there_is_no_page_for_it(tmp_path: Path) -> None:
    files = {"briefings/a.en.md": original()}
    assert not [path for path in pages_of(tmp_path, files) if path.endswith("unknown.html")]
