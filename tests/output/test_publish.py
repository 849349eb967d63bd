from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from microsite.output.publish import MANIFEST, ForeignFolderError, Published, publish
from tests.building import tree_of, write_files

FILES = {"index.html": b"home", "en/index.html": b"english", "en/a/b.html": b"deep"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Publish the first site."""
    folder = tmp_path / "site"
    assert publish(FILES, folder) == Published(written=3, unchanged=0, removed=0)
    return folder


def site_in(folder: Path) -> dict[str, bytes]:
    return tree_of(folder, without=[MANIFEST])


def manifest_of(folder: Path) -> list[str]:
    return list(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"])


def whole(folder: Path) -> dict[str, bytes | None]:
    """Give all that lies in a folder, empty folders too."""
    paths = sorted(folder.rglob("*"))
    return {str(path): path.read_bytes() if path.is_file() else None for path in paths}


def test_a_site_is_written_with_its_record_and_nothing_else(folder: Path) -> None:
    assert site_in(folder) == FILES
    assert manifest_of(folder) == sorted(FILES)
    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, "en", "index.html"]


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(FILES, tmp_path / "site")
    assert site_in(tmp_path / "site") == FILES


def test_folders_above_the_output_are_made(tmp_path: Path) -> None:
    publish(FILES, tmp_path / "a" / "b" / "site")
    assert site_in(tmp_path / "a" / "b" / "site") == FILES


def test_the_same_site_again_writes_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    assert publish(FILES, folder) == Published(written=0, unchanged=3, removed=0)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_only_what_differs_is_written(folder: Path) -> None:
    before = {name: (folder / name).stat().st_mtime_ns for name in FILES}
    changed = FILES | {"en/index.html": b"English"}
    assert publish(changed, folder) == Published(written=1, unchanged=2, removed=0)
    assert site_in(folder) == changed
    after = {name: (folder / name).stat().st_mtime_ns for name in FILES}
    assert [name for name in FILES if after[name] != before[name]] == ["en/index.html"]


def test_pages_whose_sources_are_gone_disappear_with_their_folders(folder: Path) -> None:
    rest = {"index.html": b"home"}
    assert publish(rest, folder) == Published(written=0, unchanged=1, removed=2)
    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, "index.html"]
    assert manifest_of(folder) == ["index.html"]


def test_foreign_files_among_the_pages_are_kept(folder: Path) -> None:
    foreign: dict[str, str | bytes] = {"CNAME": b"example.org", "en/a/notes.txt": b"mine"}
    write_files(folder, foreign)
    publish({"index.html": b"new"}, folder)
    assert site_in(folder) == {"index.html": b"new", **foreign}


def test_a_folder_with_foreign_files_alone_is_refused_untouched(tmp_path: Path) -> None:
    write_files(tmp_path / "site", {"thesis.txt": b"years of work", ".hidden": b""})
    before = whole(tmp_path)
    with pytest.raises(ForeignFolderError) as caught:
        publish(FILES, tmp_path / "site")
    assert str(caught.value) == (
        f"{tmp_path}/site holds files that this program did not write; name an empty folder or a"
        " new one with --output."
    )
    assert whole(tmp_path) == before


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(ForeignFolderError, match="is a file, not a folder"):
        publish(FILES, tmp_path / "site")


def test_a_foreign_file_in_the_way_is_refused_untouched(folder: Path) -> None:
    write_files(folder, {"en/new.html": b"mine"})
    before = whole(folder)
    with pytest.raises(ForeignFolderError) as caught:
        publish(FILES | {"index.html": b"new", "en/new.html": b"theirs"}, folder)
    assert str(caught.value) == (
        f"{folder}/en/new.html was not written by this program and is in the way; move it"
        " elsewhere."
    )
    assert whole(folder) == before


def test_a_foreign_file_that_is_like_the_page_is_taken_over(folder: Path) -> None:
    write_files(folder, {"en/new.html": b"same"})
    assert publish(FILES | {"en/new.html": b"same"}, folder).written == 0
    assert "en/new.html" in manifest_of(folder)


def test_a_foreign_folder_in_the_place_of_a_page_is_refused(folder: Path) -> None:
    (folder / "en" / "new.html").mkdir()
    with pytest.raises(ForeignFolderError, match=r"en/new\.html was not written by this program"):
        publish(FILES | {"en/new.html": b"theirs"}, folder)


def test_a_foreign_file_in_the_place_of_a_folder_is_refused(folder: Path) -> None:
    write_files(folder, {"ru": b"mine"})
    with pytest.raises(ForeignFolderError, match=r"/ru is in the way of .*/ru/index\.html"):
        publish(FILES | {"ru/index.html": b"theirs"}, folder)


@pytest.mark.parametrize(
    "files", [{"media/a": b"1", "x": b"2"}, {"media/a/b": b"1", "media/a/c": b"2"}]
)
def test_a_file_and_a_folder_of_ours_may_change_places(
    tmp_path: Path, files: dict[str, bytes]
) -> None:
    other = {"media/a/b": b"3"} if "x" in files else {"media/a": b"3"}
    publish(files, tmp_path / "site")
    publish(other, tmp_path / "site")
    assert site_in(tmp_path / "site") == other


def test_nothing_is_written_through_a_link_to_another_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "ru").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ForeignFolderError, match="/ru is in the way"):
        publish(FILES | {"ru/index.html": b"new"}, folder)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_nothing_is_deleted_through_a_link_to_another_folder(folder: Path, tmp_path: Path) -> None:
    write_files(tmp_path / "elsewhere", {"index.html": b"mine", "a/b.html": b"mine"})
    before = whole(tmp_path / "elsewhere")
    (folder / "en").rename(tmp_path / "moved")
    (folder / "en").symlink_to(tmp_path / "elsewhere")
    publish({"index.html": b"home"}, folder)
    assert whole(tmp_path / "elsewhere") == before


@pytest.mark.parametrize("damage", [b"", b"hame", b"home and more"])
def test_a_damaged_page_comes_back(folder: Path, damage: bytes) -> None:
    (folder / "index.html").write_bytes(damage)
    assert publish(FILES, folder) == Published(written=1, unchanged=2, removed=0)
    assert site_in(folder) == FILES


def test_a_deleted_page_comes_back(folder: Path) -> None:
    (folder / "en" / "index.html").unlink()
    assert publish(FILES, folder).written == 1
    assert site_in(folder) == FILES


def test_a_page_that_became_a_link_becomes_a_page_again(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_bytes(b"home")
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(tmp_path / "mine.html")
    publish(FILES | {"index.html": b"new"}, folder)
    assert not (folder / "index.html").is_symlink()
    assert (tmp_path / "mine.html").read_bytes() == b"home"


def failing(name: str, at: int) -> Callable[..., object]:
    """Make a method of Path that fails as a full disk does, at the call of that number."""
    real, calls = getattr(Path, name), iter(range(1, 1000))

    def method(self: Path, *arguments: object) -> object:
        if next(calls) == at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return real(self, *arguments)

    return method


CHANGED = {"index.html": b"new home", "en/index.html": b"new", "ru/index.html": b"russian"}


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_disk_that_is_full_changes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    before = whole(folder)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", failing("write_bytes", at))
        with pytest.raises(OSError, match="No space left on device"):
            publish(CHANGED, folder)
    assert whole(folder) == before


def test_a_disk_that_is_full_leaves_nothing_in_a_new_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", failing("write_bytes", 2))
        with pytest.raises(OSError, match="No space left on device"):
            publish(FILES, tmp_path / "site")
    assert whole(tmp_path / "site") == {}
    publish(FILES, tmp_path / "site")
    assert site_in(tmp_path / "site") == FILES


@pytest.mark.parametrize("at", range(1, 6))
def test_a_build_that_is_stopped_half_way_is_completed_by_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", failing("replace", at))
        with pytest.raises(OSError, match="No space left on device"):
            publish(CHANGED, folder)
    assert set(site_in(folder)) - {f"{MANIFEST}.new"} <= {*FILES, *CHANGED}
    publish(CHANGED, folder)
    assert site_in(folder) == CHANGED
    assert manifest_of(folder) == sorted(CHANGED)


def test_what_a_killed_build_left_is_cleared_away(folder: Path) -> None:
    write_files(folder, {".microsite-staging/0": b"half"})
    publish(FILES, folder)
    assert site_in(folder) == FILES
    assert not (folder / ".microsite-staging").exists()


def name_in_manifest(folder: Path, *paths: object) -> None:
    record = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    record["files"] |= {str(path): "" for path in paths}
    (folder / MANIFEST).write_text(json.dumps(record), encoding="utf-8")


def test_a_record_cannot_have_files_outside_the_folder_deleted(
    folder: Path, tmp_path: Path
) -> None:
    write_files(tmp_path, {"mine.txt": b"mine", "site-too/mine.txt": b"mine"})
    name_in_manifest(
        folder,
        tmp_path / "mine.txt",
        "../mine.txt",
        "en/../../mine.txt",
        "../site-too/mine.txt",
        ".",
        "",
        "/",
    )
    publish(FILES, folder)
    assert (tmp_path / "mine.txt").read_bytes() == b"mine"
    assert (tmp_path / "site-too" / "mine.txt").read_bytes() == b"mine"
    assert manifest_of(folder) == sorted(FILES)


def test_a_record_cannot_have_a_folder_deleted(folder: Path) -> None:
    write_files(folder, {"mine/notes.txt": b"mine"})
    name_in_manifest(folder, "mine")
    publish(FILES, folder)
    assert (folder / "mine" / "notes.txt").read_bytes() == b"mine"


def test_a_record_may_name_what_is_gone_already(folder: Path) -> None:
    name_in_manifest(folder, "gone.html", "gone/too.html", "index.html/below.html")
    publish(FILES, folder)
    assert site_in(folder) == FILES


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"files": 1}', '{"files": null}', "\x00"])
def test_a_damaged_record_is_refused(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text)
    before = whole(folder)
    with pytest.raises(ForeignFolderError, match=r"the record of what was written there, is dam"):
        publish(CHANGED, folder)
    assert whole(folder) == before


def test_names_in_all_scripts_are_published(tmp_path: Path) -> None:
    files = {"media/Мост 1.jpg": b"1", "media/桥.jpg": b"2", ".nojekyll": b""}
    publish(files, tmp_path / "site")
    assert site_in(tmp_path / "site") == files
    publish({}, tmp_path / "site")
    assert site_in(tmp_path / "site") == {}


def test_a_foreign_file_in_a_folder_of_ours_keeps_a_page_from_its_place(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    publish({"media/a/b": b"1"}, folder)
    write_files(folder, {"media/a/mine": b"mine"})
    before = whole(folder)
    with pytest.raises(ForeignFolderError, match="media/a/mine was not written by this program"):
        publish({"media/a": b"2"}, folder)
    assert whole(folder) == before
