"""Build whole small sites and compare what is published byte for byte.

`pytest --update tests/test_sites.py` writes what came out into `expected/`; review the difference.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.building import BARE, options_for, site_of, tree_of, write_files

SITES = sorted(path.parent for path in BARE.parent.glob("*/content"))


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_a_site_is_published_as_expected(
    site: Path,
    update: bool,  # noqa: FBT001 -- a fixture
) -> None:
    published = site_of(options_for(site / "content"))
    if update:
        shutil.rmtree(site / "expected", ignore_errors=True)
        write_files(site / "expected", published)
    expected = tree_of(site / "expected")
    assert sorted(published) == sorted(expected)
    for path, data in published.items():
        assert data.decode() == expected[path].decode(), path


def test_no_expected_page_shows_a_draft() -> None:
    for site in SITES:
        for path, data in tree_of(site / "expected").items():
            for secret in ("secret", "nobody knows", "Неизвестные", "Черновик", "noindex"):
                assert secret not in path
                assert secret not in data.decode() or path == "404.html", (path, secret)
