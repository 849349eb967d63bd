from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from microsite.pages.views import Link
from tests.building import Trial, trial_from, view_of
from tests.pages.telling import TERMS, Fact, commitment, stating

SETTINGS = """\
title: {ru: Проба, en: Trial}
description: {ru: Пробный сайт., en: A site for trials.}
languages: [ru, en]
as_of: 2026-11-26
"""

OF_EVERY_STATUS = [
    commitment("a", "abandoned", due="2020"),
    commitment("b", "done"),
    commitment("c", "unknown"),
    commitment("d", "unknown", due="2024"),
    commitment("e", "unknown", due="2023", said_by="ivanov", region="RU-OMS", partner="CN-HA"),
    commitment("f", "under way", due="2026-11-26"),
    commitment("g", "planned"),
    commitment("h", "planned", due="2031-05"),
    commitment("i", "planned", due="2031"),
]


def trial(folder: Path, *told: Fact, settings: str = SETTINGS) -> Trial:
    files = {"briefings/a.en.md": stating(commitments=told), "site.yaml": settings}
    return trial_from(folder / "content", {**TERMS, **files})


def page(made: Trial, path: str = "en/commitments/index.html") -> Any:  # noqa: ANN401 -- of any kind
    return view_of(next(output for output in made.plan() if output.path == path))[0]


def paths(made: Trial) -> list[str]:
    return [o.path for o in made.plan() if o.path.startswith("en/commitments/")]


def many(number: int, status: str) -> list[Fact]:
    """Make commitments that are due one after the other."""
    return [
        commitment(f"{status[0]}{n:02}", status, title="w" * 400, due=str(2030 + n))
        for n in range(number)
    ]


def test_commitments_stand_by_status_and_what_is_due_first_comes_first(tmp_path: Path) -> None:
    made = trial(tmp_path, *OF_EVERY_STATUS)
    assert paths(made) == ["en/commitments/index.html"]
    found = page(made)
    assert (found.frame.title, found.count) == ("Commitments", 9)
    assert [
        (group.title, group.count, group.href, [item.id for item in group.commitments])
        for group in found.statuses
    ] == [
        # What is due in a year is due by its end.
        ("Planned", 3, "", ["h", "i", "g"]),
        ("Under way", 1, "", ["f"]),
        ("Outcome not known", 3, "", ["e", "d", "c"]),
        ("Done", 1, "", ["b"]),
        ("Abandoned", 1, "", ["a"]),
    ]


def test_a_commitment_is_shown_with_its_place_and_its_speaker(tmp_path: Path) -> None:
    shown = page(trial(tmp_path, *OF_EVERY_STATUS)).statuses[2].commitments[0]
    assert (shown.title.text, shown.rest.sentence) == ("Promise e", "../briefings/a.html#e")
    assert shown.region == Link("Omsk Oblast", "../regions/omsk-oblast.html")
    assert shown.partner == Link("Henan", "../partners/henan.html")
    assert shown.rest.speaker.link == Link("Ivan Ivanov", "../people/ivanov.html")


def test_what_is_overdue_is_counted_by_the_day_of_the_settings(tmp_path: Path) -> None:
    """What is due on the day itself is not overdue, nor what is done or given up."""
    found = page(trial(tmp_path, *OF_EVERY_STATUS))
    assert found.overdue == 2
    assert found.as_of.text == "26 November 2026"
    late = [i.id for group in found.statuses for i in group.commitments if i.overdue]
    assert late == ["e", "d"]


def test_without_such_a_day_nothing_is_overdue(tmp_path: Path) -> None:
    found = page(trial(tmp_path, *OF_EVERY_STATUS, settings=SETTINGS.replace("as_of", "# as_of")))
    assert (found.overdue, found.as_of) == (0, None)


def test_many_commitments_stand_on_pages_by_status_and_number(tmp_path: Path) -> None:
    made = trial(tmp_path, *many(40, "planned"), commitment("done", "done"))
    assert paths(made) == [
        "en/commitments/index.html",
        "en/commitments/planned-2.html",
        "en/commitments/planned.html",
    ]
    planned, done = page(made).statuses
    assert (planned.count, planned.href) == (40, "../commitments/planned.html")
    assert 1 < len(planned.commitments) < 40
    # What stands on the index in whole has no page of its own.
    assert (done.count, done.href, len(done.commitments)) == (1, "", 1)
    first, second = (page(made, f"en/commitments/{slug}.html") for slug in ("planned", "planned-2"))
    assert [*first.commitments, *second.commitments][: len(planned.commitments)] == [
        *planned.commitments
    ]
    assert [item.id for item in (*first.commitments, *second.commitments)] == [
        f"p{n:02}" for n in range(40)
    ]
    assert (first.title, second.title) == (
        "Commitments: Planned, part 1",
        "Commitments: Planned, part 2",
    )
    assert (first.previous, first.next) == (
        None,
        Link("Planned, part 2", "../commitments/planned-2.html"),
    )
    assert (second.previous, second.next) == (
        Link("Planned, part 1", "../commitments/planned.html"),
        None,
    )
    assert {p.count for p in (first, second)} == {40}
    assert second.frame.breadcrumbs[1:] == (Link("Commitments", "../commitments/index.html"),)


@pytest.mark.parametrize(("status", "slug"), [("under way", "under-way"), ("unknown", "unknown")])
def test_the_only_page_of_a_status_has_no_number(tmp_path: Path, status: str, slug: str) -> None:
    made = trial(tmp_path, *many(25, status), *many(25, "done"))
    found = page(made, f"en/commitments/{slug}.html")
    assert (found.previous, found.next, len(found.commitments)) == (None, None, 25)
    assert found.title in {"Commitments: Under way", "Commitments: Outcome not known"}


def test_without_commitments_there_are_no_such_pages(tmp_path: Path) -> None:
    assert paths(trial(tmp_path)) == []
