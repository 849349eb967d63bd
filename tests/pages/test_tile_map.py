from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.output.environment import environment
from microsite.pages.edition import Edition
from microsite.pages.frames import hrefs
from microsite.pages.tile_grid import GRID, SHORT
from microsite.pages.tile_map import SHADES, tile_map, tiles
from microsite.pages.views import HomePage, TermsPage, Tile, TileMap
from tests.building import ROOT, Trial, original, texts_in, trial_from, view_of

LINES = [line.split() for line in GRID.strip().splitlines()]
CODES = {f"RU-{name}" for line in LINES for name in line} - {"RU-."}
LIMIT = 2_800
"""Bytes of the map in a page, compressed."""


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    """Make a site with all the regions; one of them has two briefings."""
    folder = tmp_path_factory.mktemp("tiles") / "content"
    files: dict[str, str | bytes] = {
        "vocabulary/regions.yaml": (ROOT / "content/vocabulary/regions.yaml").read_bytes(),
        "briefings/a.en.md": original(regions="RU-OMS"),
        "briefings/b.en.md": original(regions="RU-OMS, RU-TOM"),
    }
    return trial_from(folder, files)


def edition_in(trial: Trial, language: str) -> Edition:
    return next(edition for edition in trial.editions if edition.language == language)


def map_of(trial: Trial, language: str, count: int) -> TileMap:
    """Make a map where every region has as many briefings, and more for some."""
    edition = edition_in(trial, language)
    numbers = [(code, count * (n % 40 + 1)) for n, code in enumerate(sorted(CODES))]
    found = tile_map(edition, hrefs(f"{language}/index.html"), numbers if count else ())
    assert found
    return found


def test_the_grid_holds_each_region_of_the_vocabulary_once(trial: Trial) -> None:
    names = [name for line in LINES for name in line if name != "."]
    assert len(names) == len(set(names)) == 83
    assert {*trial.editions[0].vocabulary.regions} == CODES
    assert {len(line) for line in LINES} == {20}


def test_tiles_fall_into_their_places_row_by_row() -> None:
    """Place them as CSS does: a column that lies behind begins the next row."""
    row, column, found = 1, 0, {}
    for code, given_column in tiles():
        at = given_column or column + 1
        row += at <= column
        column = at
        found[code] = (row, column)
    assert found == {
        f"RU-{name}": (row, column)
        for row, line in enumerate(LINES, start=1)
        for column, name in enumerate(line, start=1)
        if name != "."
    }


@pytest.mark.parametrize("language", sorted(SHORT))
def test_every_tile_has_a_short_name_of_its_own(language: str) -> None:
    words = SHORT[language].split()
    names = dict(zip(words[::2], words[1::2], strict=True))
    assert {f"RU-{code}" for code in names} == CODES
    assert len({*names.values()}) == len(names) == len(words) // 2
    assert all(2 <= len(name) <= 4 for name in names.values())


def test_the_style_sheet_knows_every_column_and_every_shade(trial: Trial) -> None:
    sheet = (ROOT / "templates" / "map.css").read_text(encoding="utf-8")
    columns = {column for _, column in tiles() if column}
    assert dict(re.findall(r"\.c(\d+) \{ grid-column: (\d+); \}", sheet)) == {
        str(column): str(column) for column in columns
    }
    assert len(re.findall(r"\.s(\d) \{ --shade", sheet)) == len(SHADES)
    assert {tile.shade for tile in map_of(trial, "en", 1).tiles} == {1, 2, 3, 4}


def test_a_region_with_briefings_is_a_link_and_one_without_is_named(trial: Trial) -> None:
    pages = {output.path: view_of(output)[0] for output in trial.plan()}
    rows = {}
    for path in ("en/index.html", "ru/index.html", "en/regions/index.html"):
        page = pages[path]
        assert isinstance(page, (HomePage, TermsPage))
        assert page.tile_map
        assert (len(page.tile_map.tiles), page.tile_map.there) == (83, 2)
        rows[path, page.tile_map.names] = [
            tile for tile in page.tile_map.tiles if tile.text in {"OMS", "KGN", "Омск", "Крг"}
        ]
    omsk = "Omsk Oblast: 2 briefings"
    assert rows == {
        ("en/index.html", "regions/index.html"): [
            Tile("KGN", "Kurgan Oblast: no briefings yet", "", 0, 0, 0),
            Tile("OMS", omsk, "regions/omsk-oblast.html", 2, 2, 0),
        ],
        ("ru/index.html", "regions/index.html"): [
            Tile("Крг", "Курганская область: пока нет справок", "", 0, 0, 0),
            Tile("Омск", "Омская область: 2 справки", "regions/omsk-oblast.html", 2, 2, 0),
        ],
        ("en/regions/index.html", ""): [
            Tile("KGN", "Kurgan Oblast: no briefings yet", "", 0, 0, 0),
            Tile("OMS", omsk, "../regions/omsk-oblast.html", 2, 2, 0),
        ],
    }


def test_the_other_indexes_have_no_map(trial: Trial) -> None:
    for output in trial.plan():
        page, _ = view_of(output)
        if isinstance(page, TermsPage):
            assert bool(page.tile_map) == ("/regions/" in output.path)


def test_a_site_that_does_not_know_all_regions_has_no_map(tmp_path: Path) -> None:
    files = {"briefings/a.en.md": original()}
    for output in trial_from(tmp_path / "content", files).plan():
        page, _ = view_of(output)
        assert getattr(page, "tile_map", None) is None


@settings(deadline=None)
@given(counts=st.lists(st.integers(0, 10_000), min_size=2, max_size=2).map(sorted))
def test_more_briefings_are_never_lighter_and_none_are_no_shade(
    trial: Trial, counts: list[int]
) -> None:
    edition = edition_in(trial, "en")
    fewer, more = (
        next(
            tile.shade
            for tile in (tile_map(edition, hrefs("en/index.html"), [("RU-OMS", n)]) or none()).tiles
            if tile.text == "OMS"
        )
        for n in counts
    )
    assert fewer <= more <= len(SHADES)
    assert (fewer == 0) == (counts[0] == 0)


def none() -> TileMap:
    raise AssertionError("no map")


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("count", [0, 1, 7])
def test_the_map_is_small_and_has_no_styles_of_its_own(
    trial: Trial, language: str, count: int
) -> None:
    template = environment(ROOT / "templates", texts_in(language)).get_template(
        "macros/tile_map.html"
    )
    html = str(template.module.tile_map(map_of(trial, language, count)))  # type: ignore[attr-defined]  # a macro
    assert len(gzip.compress(html.encode(), compresslevel=9, mtime=0)) <= LIMIT
    assert html.count("<a ") == (83 if count else 0)
    assert html.count("<li") == html.count('aria-label="') == 83
    assert "style" not in html
