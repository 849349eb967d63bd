from __future__ import annotations

import re
from pathlib import Path

import pytest

from microsite.output.environment import environment
from microsite.pages.coverage import CELLS, NAMED, PROVINCES
from microsite.pages.views import Cell, PairsPage, Site
from tests.building import ROOT, Files, original, texts_in, trial_from, view_of

MEASURES = "trade: {name: {ru: Торговля, en: Trade}}\n"

SECTIONS = """\
## Omsk {#omsk regions="RU-OMS" partners="CN"}

One fact.

## Tomsk {#tomsk regions="RU-TOM" partners="JP"}

Two facts.
"""


def figure(name: str, evidence: str, **codes: str) -> str:
    told = "".join(f", {key}: {code}" for key, code in codes.items())
    return (
        f"- {{id: {name}, measure: trade, period: 2015, value: 5, unit: USD,"
        f" title: {name}, evidence: {evidence}{told}}}\n"
    )


def view_from(folder: Path, files: Files, language: str) -> tuple[PairsPage, Site]:
    files = {"vocabulary/measures.yaml": MEASURES, **files}
    outputs = {o.path: o for o in trial_from(folder / "content", files).plan()}
    page, site = view_of(outputs[f"{language}/pairs/index.html"])
    assert isinstance(page, PairsPage)
    return page, site


def page_of(folder: Path, files: Files) -> PairsPage:
    return view_from(folder, files, "en")[0]


FILES = {
    "briefings/a.en.md": original(
        partners="CN-HA, JP",
        more="figures:\n"
        + figure("a", "One fact", region="RU-OMS", partner="CN-HA")
        + figure("b", "Two facts", region="RU-OMS", partner="CN")
        + figure("c", "Three facts", region="RU-OMS")
        + figure("d", "Four facts", partner="JP"),
        body="One fact. Two facts. Three facts. Four facts.",
    ),
    "briefings/b.en.md": original(partners="CN"),
    "briefings/c.en.md": original(regions="RU-TOM", partners=""),
}


def test_a_cell_counts_briefings_and_figures(tmp_path: Path) -> None:
    page = page_of(tmp_path, FILES)
    assert [column.text for column in page.columns] == ["China", "Japan"]
    omsk, tomsk = page.rows
    assert omsk.cells == (
        Cell("Omsk Oblast, China", "../pairs/omsk-oblast-china.html", 2, 2),
        Cell("Omsk Oblast, Japan", "../pairs/omsk-oblast-japan.html", 1, 0),
    )
    assert tomsk.cells == (
        Cell("Tomsk Oblast, China", "", 0, 0),
        Cell("Tomsk Oblast, Japan", "", 0, 0),
    )


def test_what_names_no_partner_leads_to_the_region(tmp_path: Path) -> None:
    omsk, tomsk = page_of(tmp_path, FILES).rows
    assert (omsk.alone, tomsk.alone) == (
        Cell("Omsk Oblast, no partner named", "../regions/omsk-oblast.html", 0, 1),
        Cell("Tomsk Oblast, no partner named", "../regions/tomsk-oblast.html", 1, 0),
    )


def test_provinces_are_named_with_both_numbers(tmp_path: Path) -> None:
    omsk, tomsk = page_of(tmp_path, FILES).rows
    assert omsk.provinces == (Cell("Henan", "../pairs/omsk-oblast-henan.html", 1, 1),)
    assert tomsk.provinces == ()


def test_figures_of_a_pair_that_no_section_is_about_lead_nowhere(tmp_path: Path) -> None:
    text = original(
        regions="RU-OMS, RU-TOM",
        partners="CN, JP",
        more="figures:\n" + figure("a", "One fact", region="RU-OMS", partner="JP"),
        body=SECTIONS,
    )
    page = page_of(tmp_path, {"briefings/a.en.md": text})
    assert page.rows[0].cells[1] == Cell("Omsk Oblast, Japan", "", 0, 1)
    assert page.rows[0].others.count == 0


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Omsk Oblast, China: briefings 2, figures 2"),
        ("en", "Omsk Oblast, Japan: briefings 1, figures 0"),
        ("en", "Omsk Oblast, no partner named: briefings 0, figures 1"),
        ("en", "Henan: briefings 1, figures 1"),
        ("ru", "Омская область, Китай: справок 2, показателей 2"),
    ],
)
def test_a_link_says_what_its_numbers_count(tmp_path: Path, language: str, words: str) -> None:
    page, site = view_from(tmp_path, FILES, language)
    template = environment(ROOT / "templates", texts_in(language)).get_template("pairs/index.html")
    html = template.render(page=page, site=site)
    links = re.findall(r"<a href=[^>]*>(.*?)</a>", html)
    assert words in [re.sub("<[^>]*>", "", link) for link in links]


def many(countries: int, provinces: int, regions: str = "RU-OMS") -> Files:
    """Make a site with so many partners; the last country has two briefings."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes = [f"{a}{b}" for a in letters for b in letters][:countries]
    under = [f"AA-{number}" for number in range(100, 100 + provinces)]
    terms = [f"{c}: {{name: {{ru: Место {c}, en: Place {c}}}}}\n" for c in [*codes, *under]]
    return {
        "vocabulary/partners.yaml": "".join(terms),
        "vocabulary/places.yaml": "{}\n",
        "briefings/a.en.md": original(regions=regions, partners=", ".join([*codes, *under])),
        "briefings/b.en.md": original(regions=regions, partners=codes[-1]),
    }


def test_beyond_its_room_it_shows_the_countries_with_the_most_briefings(tmp_path: Path) -> None:
    room = CELLS // 2
    page = page_of(tmp_path, many(room + 2, 0, "RU-OMS, RU-TOM"))
    assert page.counts_others
    for row in page.rows:
        assert (len(row.cells), row.others.count) == (room, 2)
        assert max(cell.count for cell in row.cells) == 2
        assert {cell.figures for cell in row.cells} == {0}


def test_beyond_its_room_it_counts_provinces(tmp_path: Path) -> None:
    few = page_of(tmp_path / "few", many(1, PROVINCES))
    more = page_of(tmp_path / "more", many(1, PROVINCES + 1))
    assert (few.names_provinces, len(few.rows[0].provinces)) == (True, PROVINCES)
    assert (more.names_provinces, more.rows[0].provinces) == (False, ())
    assert more.rows[0].others.count == PROVINCES + 1


def test_a_large_table_leaves_names_to_its_headings(tmp_path: Path) -> None:
    for number, named in ((NAMED, True), (NAMED + 1, False)):
        (row,) = page_of(tmp_path / str(number), many(number, 0)).rows
        assert len(row.cells) == number
        assert {bool(cell.name) for cell in row.cells} == {named}
