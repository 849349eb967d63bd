"""Compare the data of a small site with files, byte for byte.

`pytest --update tests/exports/test_cases.py` writes what came out; review the difference.
"""

from __future__ import annotations

from tests.building import tree_of, write_files
from tests.conftest import CASES
from tests.exports.test_package import data_of

CASE = CASES / "exports"


def test_data_are_as_expected(
    update: bool,  # noqa: FBT001 -- a fixture
) -> None:
    _, files = data_of(CASE / "content")
    if update:
        write_files(CASE / "expected", files)
    expected = tree_of(CASE / "expected")
    assert sorted(files) == sorted(expected)
    for name, data in files.items():
        assert data == expected[name], name
