"""See that data are published, are made anew only when they differ, and are led to."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from microsite import routes
from microsite.exports.package import TABLES
from microsite.options import Options
from microsite.output.manifest import MANIFEST
from microsite.pages.outputs import Output, Piece
from microsite.run import run
from tests.building import LOCALES, ROOT, original, trial_from, view_of, write_files
from tests.conftest import CASES

MEASURES = {"vocabulary/measures.yaml": "trade: {name: {ru: Торговля, en: Trade}}\n"}
FIGURE = (
    "figures: [{id: a, measure: trade, period: '2016', value: 5, unit: USD, evidence: 5 dollars}]"
)
BODY = "It costs 5 dollars."
FILES = {
    **MEASURES,
    "briefings/a.en.md": original(more=FIGURE, body=BODY),
    "briefings/b.en.md": original(title="B"),
    "pages/about.en.md": "---\ntitle: About\nsummary: What.\nlang: en\n---\nText.\n",
}
PATHS = {routes.DATA_PACKAGE} | {
    routes.data(table.name, form) for table in TABLES for form in ("csv", "json")
}


def data_of(folder: Path, files: dict[str, str]) -> dict[str, Output]:
    outputs = trial_from(folder, {**FILES, **files}).plan()
    return {output.path: output for output in outputs if output.path.startswith("data/")}


def changed(folder: Path, files: dict[str, str]) -> set[str]:
    """Give the data whose key is another after an edit."""
    before, after = data_of(folder / "before", {}), data_of(folder / "after", files)
    return {path for path in before if before[path].key != after[path].key}


def test_all_tables_are_planned_once_for_all_languages(tmp_path: Path) -> None:
    assert data_of(tmp_path / "c", {}).keys() == PATHS


def test_an_edit_of_a_body_makes_no_data_anew(tmp_path: Path) -> None:
    text = original(more=FIGURE, body=f"Before all. {BODY} And more.")
    assert changed(tmp_path, {"briefings/a.en.md": text}) == set()


def test_another_number_makes_its_own_tables_anew(tmp_path: Path) -> None:
    text = original(more=FIGURE.replace("value: 5", "value: 5.0"), body=BODY)
    found = changed(tmp_path, {"briefings/a.en.md": text})
    assert {"data/figures.csv", "data/figures.json"} <= found
    assert not [path for path in found if "events" in path or "commitments" in path]


def test_a_briefing_without_figures_is_not_in_the_key_of_figures(tmp_path: Path) -> None:
    found = changed(tmp_path, {"briefings/b.en.md": original(title="C")})
    assert {path.partition(".")[0] for path in found} == {"data/briefings", "data/sources"}


def test_another_name_makes_all_data_anew(tmp_path: Path) -> None:
    names = {"vocabulary/measures.yaml": "trade: {name: {ru: Торговля, en: Commerce}}\n"}
    assert changed(tmp_path, names) == PATHS


def test_data_are_pieces_of_bytes(tmp_path: Path) -> None:
    for output in data_of(tmp_path / "c", {}).values():
        assert not output.template
        assert not output.versions
        found = output.make(output.edition, output.path, *output.inputs)
        assert all(isinstance(piece, (bytes, Piece)) for piece in found)


def test_the_page_about_the_site_lists_all_tables(tmp_path: Path) -> None:
    outputs = trial_from(tmp_path / "c", FILES).plan()
    (about,) = (output for output in outputs if output.path == "en/about.html")
    page, _ = view_of(about)
    assert page.package == f"../{routes.DATA_PACKAGE}"
    assert {f"../{path}" for path in PATHS - {routes.DATA_PACKAGE}} == {
        address for file in page.data for address in (file.csv, file.json)
    }
    assert all(file.title and file.holds for file in page.data)


def test_another_static_page_lists_none(tmp_path: Path) -> None:
    page = "---\ntitle: Terms\nsummary: What.\nlang: en\n---\nText.\n"
    outputs = trial_from(tmp_path / "c", {**FILES, "pages/terms.en.md": page}).plan()
    (terms,) = (output for output in outputs if output.path == "en/terms.html")
    assert (view_of(terms)[0].data, view_of(terms)[0].package) == ((), "")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Publish the small site of the cases with the site's own templates and an address."""
    folder = tmp_path_factory.mktemp("published")
    content = folder / "content"
    write_files(
        content,
        {
            path.relative_to(CASES / "exports" / "content").as_posix(): path.read_bytes()
            for path in (CASES / "exports" / "content").rglob("*")
            if path.is_file()
        },
    )
    about = "---\ntitle: About\nsummary: What.\nlang: en\n---\nText.\n"
    write_files(content, {"pages/about.en.md": about})
    with (content / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("base_url: https://example.org/\n")
    options = Options(content=content, templates=ROOT / "templates", locales=LOCALES, cache=None)
    result = run(options, folder / "site")
    assert not result.findings
    return folder / "site"


def test_data_are_published_and_in_the_manifest(published: Path) -> None:
    manifest = (published / MANIFEST).read_text("utf-8")
    for path in PATHS:
        assert (published / path).read_bytes()
        assert path in manifest


def test_the_sitemap_does_not_list_data(published: Path) -> None:
    sitemap = (published / routes.SITEMAP).read_text("utf-8")
    assert "https://example.org/en/briefings/trade.html" in sitemap
    assert "/data/" not in sitemap


TYPES = {"csv": "text/csv", "json": "application/json"}


@pytest.mark.parametrize(
    ("path", "tables"),
    [
        ("en/briefings/trade.html", ["figures", "events", "commitments"]),
        ("ru/briefings/bridge.html", ["figures"]),
        ("ru/briefings/index.html", ["briefings", "figures", "events", "commitments", "sources"]),
        ("en/about.html", [table.name for table in TABLES]),
    ],
)
def test_pages_lead_to_the_data_of_what_they_show(
    published: Path, path: str, tables: list[str]
) -> None:
    page = (published / path).read_text("utf-8")
    links = re.findall(r'<a href="([^"]*/data/[^"]*)" type="([^"]*)">', page)
    root = "../" * path.count("/")
    assert [link for link in links if not link[0].endswith(routes.DATA_PACKAGE)] == [
        (f"{root}{routes.data(table, form)}", TYPES[form])
        for table in tables
        for form in ("csv", "json")
    ]
