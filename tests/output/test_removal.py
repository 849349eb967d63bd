from __future__ import annotations

import os
from pathlib import Path

import pytest

from microsite.output.manifest import ForeignFolderError
from microsite.output.mending import mend
from microsite.output.removal import are_alike, discard, retire
from tests.output.publishing import add_foreign_things, publish, whole

OLD = {"index.html": b"old", "en/a.html": b"1"}
NEW = {"index.html": b"new", "ru/b.html": b"2"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Publish the new site."""
    publish(NEW, tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Publish the old site where an exchange that was killed leaves it."""
    publish(OLD, tmp_path / "old-site")
    return (tmp_path / "old-site").rename(tmp_path / ".site-old-1")


def inside(folder: Path) -> dict[str, bytes]:
    return {path: data for path, (_, data) in whole(folder).items() if data and path[0] != "."}


def test_an_old_site_goes(site: Path, old: Path) -> None:
    before = whole(site)
    mend(site)
    assert whole(site) == before
    assert not old.exists()


def test_what_appeared_in_the_old_site_comes_into_the_new_one(site: Path, old: Path) -> None:
    add_foreign_things(old)
    (old / "en" / "late.txt").write_bytes(b"mine")
    foreign = {path: thing for path, thing in whole(old).items() if path not in OLD}
    mend(site)
    assert not old.exists()
    left = whole(site)
    assert {path: left.get(path) for path in foreign if path != ".microsite.json"} == {
        path: thing for path, thing in foreign.items() if path != ".microsite.json"
    }


def test_the_later_of_two_foreign_files_stays(site: Path, old: Path) -> None:
    for folder, name, when in [(old, "a", 2), (site, "a", 1), (old, "b", 1), (site, "b", 2)]:
        (folder / name).write_text(f"written at {when}")
        os.utime(folder / name, (when, when))
    mend(site)
    assert inside(site) == NEW | {"a": b"written at 2", "b": b"written at 2"}
    assert not old.exists()


def test_a_foreign_thing_without_a_place_is_told_and_not_lost(site: Path, old: Path) -> None:
    (old / "ru").mkdir()
    (old / "ru" / "b.html").write_bytes(b"mine")
    for _ in range(2):
        with pytest.raises(ForeignFolderError, match="has no place in the new site; move it"):
            mend(site)
    assert inside(site) == NEW
    assert (old / "ru" / "b.html").read_bytes() == b"mine"
    (old / "ru" / "b.html").unlink()
    mend(site)
    assert not old.exists()


def test_nothing_is_moved_through_a_link(site: Path, old: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (site / "en").symlink_to(tmp_path / "elsewhere")
    (old / "en" / "late.txt").write_bytes(b"mine")
    with pytest.raises(ForeignFolderError, match="has no place"):
        mend(site)
    assert list((tmp_path / "elsewhere").iterdir()) == []
    assert (old / "en" / "late.txt").read_bytes() == b"mine"


def test_folders_that_were_made_read_only_go_too(site: Path, old: Path) -> None:
    (old / "en").chmod(0o500)
    retire(str(old), str(site), [*OLD], [*NEW])
    assert not old.exists()


def test_a_stage_goes_with_all_that_it_holds(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "mine").touch()
    stage = tmp_path / "stage"
    (stage / "a" / "b").mkdir(parents=True)
    (stage / "a" / "b" / "c").touch()
    (stage / "link").symlink_to(tmp_path / "elsewhere")
    (stage / "a" / "b").chmod(0o500)
    for _ in range(2):
        discard(stage)
    assert [path.name for path in tmp_path.rglob("*")] == ["elsewhere", "mine"]


def test_things_are_alike_when_they_hold_the_same(tmp_path: Path) -> None:
    for name, data in [("a", b"1"), ("b", b"1"), ("c", b"2"), ("d", b"11")]:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "x").symlink_to("a")
    (tmp_path / "y").symlink_to("a")
    (tmp_path / "z").symlink_to("b")
    names = "abcdxyz"
    alike = {
        one + other
        for one in names
        for other in names
        if one < other and are_alike(str(tmp_path / one), str(tmp_path / other))
    }
    assert alike == {"ab", "xy"}
