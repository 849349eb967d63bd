"""Follow each number of the site's own pages to its row in the data and to its sentence."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from html import unescape

import pytest

from microsite.content.facts import Figure
from microsite.pages.amounts import amount
from tests.building import ROOT, options_for, read_folder, site_of, texts_in

SHOWN = re.compile(r'(?:<a class="amount" |<td><a )href="([^"#]*)#([a-z0-9-]+)">([^<]*)</a>')
"""A figure in a list, and in a row of a chart: the address of its sentence, its id, its amount."""


@pytest.fixture(scope="module")
def site() -> dict[str, bytes]:
    """Build the site's own content with the shipped templates."""
    return site_of(options_for(ROOT / "content", ROOT / "templates"))


@pytest.fixture(scope="module")
def figures() -> dict[str, Figure]:
    """Give the figures of the site's content by the id of their rows."""
    content, findings = read_folder(ROOT / "content")
    assert content is not None, findings
    return {
        f"{briefing.slug}#{figure.id}": figure
        for briefing in content.briefings
        for figure in briefing.facts.figures
    }


def test_every_number_shown_is_that_of_a_row_and_leads_to_its_sentence(
    site: dict[str, bytes], figures: dict[str, Figure]
) -> None:
    rows = csv.DictReader(io.StringIO(site["data/figures.csv"].decode()))
    found = {row["id"]: row for row in rows}
    assert found.keys() == figures.keys()
    seen = set()
    for path, data in site.items():
        if not path.endswith(".html") or "/" not in path:
            continue
        language = path.partition("/")[0]
        for href, fact, told in SHOWN.findall(data.decode()):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), href or path))
            target = target if href else path
            assert f'id="{fact}"' in site[target].decode(), (path, fact)
            name = f"{posixpath.basename(target).removesuffix('.html')}#{fact}"
            assert found[name]["url"] == f"{target}#{fact}"
            assert unescape(told) == amount(figures[name], texts_in(language)), (path, fact)
            seen.add(name)
    assert seen == {name for name, figure in figures.items() if figure.evidence}


def test_the_rows_hold_what_the_figures_hold(
    site: dict[str, bytes], figures: dict[str, Figure]
) -> None:
    for row in csv.DictReader(io.StringIO(site["data/figures.csv"].decode())):
        figure = figures[row["id"]]
        ends = figure.ends or ("", "")
        assert (row["value_low"], row["value_high"]) == (ends[0], ends[-1])
        assert row["unit"] == figure.unit
        assert row["change"].removeprefix("'") == "..".join(figure.change)
        assert row["evidence"] == figure.evidence
