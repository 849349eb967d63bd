from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from microsite.pages.facts import FactView
from microsite.pages.people_pages import OFFICES
from microsite.pages.views import FactsView, Link
from tests.building import Files, Trial, trial_from, view_of
from tests.pages.telling import SOURCE, TERMS, commitment, event, figure, stating

SAID = {"said_by": "ivanov"}
FILES = {
    "briefings/a.en.md": stating(
        title="A bridge",
        date="2014",
        more=SOURCE,
        figures=[figure("a", "2014", **SAID), figure("b", "2013", said_by="li")],
        events=[event("c", **SAID), event("d")],
        commitments=[commitment("e", **SAID)],
    ),
    "briefings/b.en.md": stating(
        title="A road", date="2018", figures=[figure("f", "1999", **SAID)]
    ),
    "briefings/c.en.md": stating(
        title="A rail", date="unknown", more="date_basis: None.", events=[event("g", **SAID)]
    ),
}


def trial(folder: Path, files: Files = FILES) -> Trial:
    return trial_from(folder / "content", {**TERMS, **files})


def page(made: Trial, path: str) -> Any:  # noqa: ANN401 -- of any kind
    return view_of(next(output for output in made.plan() if output.path == path))[0]


def paths(made: Trial) -> list[str]:
    return [o.path for o in made.plan() if o.path.startswith("en/people/")]


def ids(facts: FactsView) -> list[str]:
    told: list[FactView] = [*facts.figures, *facts.events, *facts.commitments]
    return [item.id for item in told]


def test_only_people_who_said_something_have_pages(tmp_path: Path) -> None:
    made = trial(tmp_path)
    assert paths(made) == ["en/people/index.html", "en/people/ivanov.html", "en/people/li.html"]
    index = page(made, "en/people/index.html")
    assert [(row.link, row.office, row.count) for row in index.people] == [
        (Link("Ivan Ivanov", "../people/ivanov.html"), "Governor", 5),
        (Link("Li", "../people/li.html"), "", 1),
    ]


def test_the_index_is_in_the_order_of_the_language(tmp_path: Path) -> None:
    index = page(trial(tmp_path), "ru/people/index.html")
    assert [(row.link.text, row.office) for row in index.people] == [
        ("Иван Иванов", "Губернатор"),
        ("Ли", ""),
    ]


def test_the_index_of_very_many_people_has_no_room_for_offices(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert OFFICES > 2
    monkeypatch.setattr("microsite.pages.people_pages.OFFICES", 1)
    index = page(trial(tmp_path), "en/people/index.html")
    assert [row.office for row in index.people] == ["", ""]


def test_statements_stand_by_when_they_were_made_with_the_office_held_then(
    tmp_path: Path,
) -> None:
    found = page(trial(tmp_path), "en/people/ivanov.html")
    assert (found.title, found.lang, found.count) == ("Ivan Ivanov", "", 5)
    assert [
        (
            year.title,
            [(said.briefing.text, said.office, ids(said.facts)) for said in year.statements],
        )
        for year in found.years
    ] == [
        ("2018", [("A road", "Governor", ["f"])]),
        ("2014", [("A bridge", "Mayor", ["a", "c", "e"])]),
        # Without a date, it is not known which of his offices he held.
        ("Date unknown", [("A rail", "", ["g"])]),
    ]
    assert found.frame.breadcrumbs == (
        Link("Home", "../index.html"),
        Link("People", "../people/index.html"),
    )


def test_a_statement_leads_to_its_sentence_and_does_not_repeat_its_speaker(tmp_path: Path) -> None:
    said = page(trial(tmp_path), "en/people/ivanov.html").years[1].statements[0]
    rests = [f.rest for f in (*said.facts.figures, *said.facts.events, *said.facts.commitments)]
    assert [rest.sentence for rest in rests] == [f"../briefings/a.html#{id_}" for id_ in "ace"]
    assert {rest.speaker for rest in rests} == {None}
    assert {rest.source.text for rest in rests} == {"Bureau"}
    assert (said.date.text, said.briefing.href) == ("2014", "../briefings/a.html")


def test_of_several_offices_each_statement_has_the_one_of_its_place(tmp_path: Path) -> None:
    people = """\
ivanov:
  name: {ru: Иван Иванов, en: Ivan Ivanov}
  offices:
    - {title: {ru: Мэр, en: Mayor}, of: RU-OMS}
    - {title: {ru: Посол, en: Envoy}, of: CN}
"""
    facts = [
        figure("a", region="RU-OMS", **SAID),
        figure("b", region="RU-OMS", measure="exports", **SAID),
        figure("c", partner="CN", **SAID),
    ]
    files = {"vocabulary/people.yaml": people, "briefings/a.en.md": stating(figures=facts)}
    (year,) = page(trial(tmp_path, files), "en/people/ivanov.html").years
    assert [(said.office, ids(said.facts)) for said in year.statements] == [
        ("Mayor", ["a", "b"]),
        ("Envoy", ["c"]),
    ]


def test_a_name_that_a_language_lacks_stands_in_another(tmp_path: Path) -> None:
    files = {
        **FILES,
        "vocabulary/people.yaml": "ivanov: {name: {ru: Иванов}}\nli: {name: {ru: Ли, en: Li}}\n",
    }
    found = page(trial(tmp_path, files), "en/people/ivanov.html")
    assert (found.title, found.lang) == ("Иванов", "ru")


def test_many_statements_stand_on_pages_by_year_and_number(tmp_path: Path) -> None:
    told = [
        figure(f"f{n:02}", evidence=f"{'w' * 900} {n}.", title=f"T{n}", **SAID) for n in range(20)
    ]
    made = trial(tmp_path, {**FILES, "briefings/d.en.md": stating(date="2016", figures=told)})
    assert [path for path in paths(made) if "ivanov-" in path] == [
        "en/people/ivanov-2014.html",
        "en/people/ivanov-2016-2.html",
        "en/people/ivanov-2016.html",
        "en/people/ivanov-2018.html",
        "en/people/ivanov-unknown.html",
    ]
    part = page(made, "en/people/ivanov-2016-2.html")
    assert (part.title, part.count) == ("Ivan Ivanov: 2016, part 1", 0)
    assert part.frame.breadcrumbs[1:] == (
        Link("People", "../people/index.html"),
        Link("Ivan Ivanov", "../people/ivanov.html"),
    )


def test_where_nobody_said_anything_there_are_no_such_pages(tmp_path: Path) -> None:
    assert paths(trial(tmp_path, {"briefings/a.en.md": stating(figures=[figure("a")])})) == []
