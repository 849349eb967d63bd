"""Kill a publishing process before one of its calls of the system, and look at what is left."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from microsite.output.manifest import MANIFEST
from microsite.output.mending import mend
from tests.output.publishing import SITES, WAYS, Files, add_foreign_things, publish, start, whole

SEED, SAMPLE = 20, 15


@pytest.fixture
def make(tmp_path: Path) -> Callable[[str, bool], Path]:
    """Publish the old site with foreign things in it, or nothing, in a folder of its own."""

    def one(name: str, is_first: bool) -> Path:  # noqa: FBT001 -- a test's parameter
        folder = tmp_path / name / "site"
        folder.parent.mkdir()
        if not is_first:
            publish(SITES["old"], folder)
            add_foreign_things(folder)
        return folder

    return one


def killed(folder: Path, way: str, at: object, site: str = "new") -> int | None:
    """Publish the new site in a process that dies at a call; give the number of calls if not."""
    with start(folder, site, way, str(at)) as process:
        said, _ = process.communicate()
        assert process.returncode in {0, -9}
        return None if process.returncode else int(said.split()[1])


def moments(calls: int | None) -> list[int]:
    assert calls is not None
    chosen = random.Random(SEED).sample(range(1, calls + 1), SAMPLE)  # noqa: S311 -- no secret
    return sorted(chosen)


def only_the_site_in(folder: Path) -> bool:
    return [path.name for path in folder.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("way", ["exchange", "copies"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_killed_build_leaves_the_old_site_or_the_new_one(
    make: Callable[[str, bool], Path], way: str, *, is_first: bool
) -> None:
    living = make("living", is_first)
    old = whole(living)
    calls = killed(living, way, 0)
    new = whole(living)
    assert old != new
    for at in moments(calls):
        folder = make(f"at-{at}", is_first)
        assert killed(folder, way, at) is None
        assert whole(folder) in (old, new), f"killed before call {at}"
        publish(SITES["new"], folder)
        assert whole(folder) == new
        assert only_the_site_in(folder)


@pytest.mark.parametrize("is_first", [True, False])
def test_without_an_exchange_the_next_run_brings_the_old_site_back_or_keeps_the_new(
    make: Callable[[str, bool], Path], *, is_first: bool
) -> None:
    living = make("living", is_first)
    old = whole(living)
    calls = killed(living, "two renames", 0)
    new = whole(living)
    for at in moments(calls):
        folder = make(f"at-{at}", is_first)
        assert killed(folder, "two renames", at) is None
        mend(folder)
        assert whole(folder) in (old, new), f"killed before call {at}"
        publish(SITES["new"], folder)
        assert whole(folder) == new
        assert only_the_site_in(folder)


def test_between_two_renames_the_old_site_stands_beside_its_name(
    make: Callable[[str, bool], Path],
) -> None:
    folder = make("killed", False)  # noqa: FBT003 -- a test's parameter
    old = whole(folder)
    assert killed(folder, "two renames", "os.rename 3") is None
    assert not folder.exists()
    assert whole(folder.parent / ".site-old-0") == old
    mend(folder)
    assert whole(folder) == old
    assert only_the_site_in(folder)


@pytest.mark.parametrize("is_first", [True, False])
def test_in_place_every_file_is_whole_and_the_next_run_completes_it(
    make: Callable[[str, bool], Path], *, is_first: bool
) -> None:
    living = make("living", is_first)
    old = whole(living)
    calls = killed(living, "in place", 0)
    new = whole(living)
    for at in moments(calls):
        folder = make(f"at-{at}", is_first)
        assert killed(folder, "in place", at) is None
        check_files(folder, SITES["old"], SITES["new"])
        publish(SITES["new"], folder, WAYS["in place"])
        assert whole(folder) == new
        assert only_the_site_in(folder)
        shutil.rmtree(folder)
    assert old != new


def test_one_page_is_the_old_one_or_the_new_one_and_the_next_run_puts_its_record_right(
    make: Callable[[str, bool], Path],
) -> None:
    living = make("living", False)  # noqa: FBT003 -- a test's parameter
    old = whole(living)
    calls = killed(living, "one page", 0, "one")
    new = whole(living)
    assert calls is not None
    for at in range(1, calls + 1):
        folder = make(f"at-{at}", False)  # noqa: FBT003 -- a test's parameter
        assert killed(folder, "one page", at, "one") is None
        left = whole(folder)
        between = {**new, MANIFEST: old[MANIFEST]}
        assert left in (old, new, between), f"killed before call {at}"
        publish(SITES["one"], folder)
        assert whole(folder) == new
        assert only_the_site_in(folder)


def check_files(folder: Path, *sites: Files) -> None:
    for path in {*sites[0], *sites[1]}:
        if (folder / path).is_file():
            assert (folder / path).read_bytes() in {site.get(path) for site in sites}
