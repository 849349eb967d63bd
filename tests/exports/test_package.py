"""See that the descriptor is a Data Package 2, and that the site's own data are what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from microsite.catalogue.catalogue import arrange
from microsite.exports.files import CSV, JSON, whole
from microsite.exports.package import TABLES, describe
from microsite.exports.tables import Ground
from tests.building import ROOT, read_folder
from tests.conftest import CASES
from tests.exports.data_package import breaches, faults, records
from tests.exports.drawing import GROUND

FOLDERS = [ROOT / "content", CASES / "exports" / "content"]


def data_of(folder: Path, base_url: str | None = None) -> tuple[Ground, dict[str, bytes]]:
    """Make all files of data of a content folder."""
    content, findings = read_folder(folder)
    assert content is not None, findings
    settings = msgspec.structs.replace(content.settings, base_url=base_url)
    ground, catalogue = Ground(settings, content.vocabulary), arrange(content.briefings)
    files = {"datapackage.json": describe(ground)}
    for table in TABLES:
        columns, rows = table.columns(ground), table.rows(catalogue)
        files[f"{table.name}.csv"] = whole(CSV, columns, rows)
        files[f"{table.name}.json"] = whole(JSON, columns, rows)
    return ground, files


@pytest.mark.parametrize("base_url", [None, "https://example.org/briefings/"])
def test_the_descriptor_keeps_to_the_standard(base_url: str | None) -> None:
    settings = msgspec.structs.replace(GROUND.settings, base_url=base_url)
    package = json.loads(describe(Ground(settings, GROUND.vocabulary)))
    assert [*faults(package)] == []
    assert package.get("homepage") == base_url
    assert ("id" in package) == (base_url is not None)


def test_a_site_without_english_names_its_package_in_its_first_language() -> None:
    settings = msgspec.structs.replace(GROUND.settings, title={"ru": "Проба"}, languages=("ru",))
    ground = Ground(settings, GROUND.vocabulary)
    assert json.loads(describe(ground))["title"] == "Проба"


@pytest.mark.parametrize("folder", FOLDERS, ids=["content", "case"])
def test_rows_are_what_the_descriptor_says_and_lead_where_they_say(folder: Path) -> None:
    _, files = data_of(folder)
    package: dict[str, Any] = json.loads(files["datapackage.json"])
    assert {resource["path"] for resource in package["resources"]} == {*files} - {
        "datapackage.json"
    }
    assert [*breaches(package, files)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=["content", "case"])
def test_json_says_what_csv_says(folder: Path) -> None:
    _, files = data_of(folder)
    package = json.loads(files["datapackage.json"])
    for resource in package["resources"]:
        if "schema" in resource:
            rows = records(resource, files[resource["path"]])
            found = json.loads(files[f"{resource['name']}.json"])
            names = [field["name"] for field in resource["schema"]["fields"]]
            assert all([*row] == names for row in found)
            assert [[_told(cell) for cell in row.values()] for row in found] == [
                [_told(cell) for cell in row.values()] for row in rows
            ]


def _told(cell: object) -> object:
    if isinstance(cell, (list, tuple)):
        return [*cell] or None
    return cell if cell is None or isinstance(cell, bool) else _number_or_text(cell)


def _number_or_text(cell: object) -> object:
    try:
        return float(str(cell))
    except ValueError:
        return str(cell)


def test_a_fact_leads_to_its_sentence() -> None:
    _, files = data_of(FOLDERS[1])
    rows = {row["id"]: row for row in json.loads(files["figures.json"])}
    assert rows["trade#growth"]["url"] == "en/briefings/trade.html#growth"
    assert rows["bridge#most"]["url"] == "ru/briefings/bridge.html#most"
    assert rows["trade#yearly"]["url"] is None


def test_addresses_are_absolute_where_the_site_has_one() -> None:
    _, files = data_of(FOLDERS[1], "https://example.org/b/")
    rows = [row for name in ("figures", "briefings") for row in json.loads(files[f"{name}.json"])]
    addresses = {cell for row in rows for name, cell in row.items() if name.startswith("url")}
    assert "https://example.org/b/en/briefings/trade.html#growth" in addresses
    assert all(a is None or a.startswith("https://example.org/b/") for a in addresses)
