"""Try a seeded sample of what `make torture` tries at length."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.torture.kill_build import kill, make_sites, time_of
from tests.torture.sequences import try_sequence


@pytest.mark.parametrize("seed", [1, 2, 3, 4])
def test_after_any_changes_the_site_is_that_of_a_clean_build(tmp_path: Path, seed: int) -> None:
    try_sequence(tmp_path, seed, changes=8)


@pytest.mark.parametrize("is_first", [True, False], ids=["first build", "rebuild"])
def test_a_build_that_is_killed_leaves_the_whole_old_or_the_whole_new_site(
    tmp_path: Path,
    is_first: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    old, new = make_sites(tmp_path)
    takes = time_of(tmp_path)
    for part in (0.5, 0.8, 0.95):
        assert kill(tmp_path, old, new, takes * part, is_first=is_first)
