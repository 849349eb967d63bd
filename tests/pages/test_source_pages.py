from __future__ import annotations

from pathlib import Path
from typing import Any

from microsite.pages.views import Link, SourceItem
from tests.building import Files, Trial, original, translation, trial_from, view_of
from tests.pages.telling import SOURCE, TERMS, commitment, event, figure, stating

FILES = {
    "briefings/a.en.md": stating(
        title="A bridge",
        more=SOURCE,
        figures=[figure("a"), figure("b")],
        commitments=[commitment("c")],
    ),
    "briefings/b.en.md": stating(title="A road", more=SOURCE, events=[event("a")]),
    "briefings/b.ru.md": translation(title="Дорога"),
    "briefings/c.ru.md": original(
        title="Мост",
        lang="ru",
        date="2018~",
        more="source: {publisher: Бюро}\ndate_basis: По тексту.",
    ),
    "briefings/d.en.md": original(title="A rail", date="unknown", more="date_basis: None."),
}


def trial(folder: Path, files: Files) -> Trial:
    return trial_from(folder / "content", {**TERMS, **files})


def page(made: Trial, path: str = "en/sources/index.html") -> Any:  # noqa: ANN401 -- of any kind
    return view_of(next(output for output in made.plan() if output.path == path))[0]


def paths(made: Trial) -> list[str]:
    return [o.path for o in made.plan() if o.path.startswith("en/sources/")]


def test_every_source_stands_once_with_all_that_rests_on_it(tmp_path: Path) -> None:
    made = trial(tmp_path, FILES)
    assert paths(made) == ["en/sources/index.html"]
    found = page(made)
    assert (found.title, found.count) == ("Sources", 3)
    bureau, report, unnamed = found.sources
    assert report == SourceItem(
        title="A report",
        publisher="Bureau",
        url="https://example.org/a",
        language="English",
        lang="",
        date=report.date,
        date_basis="",
        briefings=(
            Link("A bridge", "../briefings/a.html"),
            Link("A road", "../briefings/b.html"),
        ),
        figures=2,
        events=1,
        commitments=1,
    )
    assert report.date.text == "12 September 2016"
    assert (bureau.title, bureau.publisher, bureau.lang, bureau.language) == (
        "",
        "Бюро",
        "ru",
        "Russian",
    )
    assert bureau.date_basis == "../../ru/briefings/c.html#page-date"
    assert bureau.briefings == (Link("Мост", "../../ru/briefings/c.html", "ru"),)
    assert (unnamed.title, unnamed.publisher, unnamed.url, unnamed.date) == ("", "", "", None)


def test_sources_are_told_in_the_language_of_the_page(tmp_path: Path) -> None:
    found = page(trial(tmp_path, FILES), "ru/sources/index.html")
    bureau, report, _ = found.sources
    assert (report.language, report.lang, bureau.lang) == ("английский", "en", "")
    assert report.briefings[1] == Link("Дорога", "../briefings/b.html")


def test_many_sources_stand_on_pages_by_year(tmp_path: Path) -> None:
    files: dict[str, str] = {
        f"briefings/s{year}-{n:02}.en.md": stating(
            title=f"B{n}",
            date=f"{year}-01-{n + 1:02}",
            more=f"source: {{title: {'w' * 900}{n}}}",
            figures=[figure("a", "2010")],
        )
        for year in (2016, 2015)
        for n in range(16)
    }
    made = trial(tmp_path, files)
    assert paths(made) == [
        "en/sources/2015-2.html",
        "en/sources/2015.html",
        "en/sources/2016-2.html",
        "en/sources/2016.html",
        "en/sources/index.html",
    ]
    whole = page(made)
    assert whole.count == 32
    assert [(link.text, link.href, link.count) for link in whole.parts.years] == [
        ("2016", "../sources/2016.html", 16),
        ("2015", "../sources/2015.html", 16),
    ]
    part = page(made, "en/sources/2016-2.html")
    assert part.title.startswith("Sources: 1")
    assert part.count == 0
    assert part.frame.breadcrumbs[1:] == (Link("Sources", "../sources/index.html"),)
    titles = [
        link.text
        for name in ("2016", "2016-2")
        for item in page(made, f"en/sources/{name}.html").sources
        for link in item.briefings
    ]
    assert titles == [f"B{n}" for n in range(15, -1, -1)]


def test_on_a_site_that_states_no_facts_there_is_no_list_of_sources(tmp_path: Path) -> None:
    assert paths(trial(tmp_path, {"briefings/a.en.md": original(more=SOURCE)})) == []
