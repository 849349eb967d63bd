from __future__ import annotations

import errno
import json
import os
import resource
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from microsite.output.exchange import Calls
from microsite.output.manifest import MANIFEST, ForeignFolderError, Published, standing
from microsite.output.publish import exchange, open_stage
from tests.output.publishing import (
    WAYS,
    Files,
    Way,
    add_foreign_things,
    digests_of,
    publish,
    refusing,
    replace_in_place,
    replace_page,
    whole,
    with_calls,
)

FILES = {"index.html": b"home", "en/index.html": b"english", "en/a/b.html": b"deep"}
CHANGED = {"index.html": b"new home", "en/index.html": b"new", "ru/index.html": b"russian"}


@pytest.fixture(params=sorted(WAYS))
def way(request: pytest.FixtureRequest) -> Way:
    """Go through every way of publishing: all keep the same promises while nobody kills them."""
    return WAYS[request.param]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Publish the first site."""
    folder = tmp_path / "house" / "site"
    assert publish(FILES, folder) == Published(written=3, unchanged=0, removed=0)
    return folder


def write_files(folder: Path, files: Files) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def site_in(folder: Path) -> dict[str, bytes]:
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*")}
    return {name: p.read_bytes() for name, p in paths.items() if p.is_file() and name != MANIFEST}


def beside(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir()]


@contextmanager
def changing_nothing(folder: Path) -> Iterator[None]:
    """See to it that the folder above the output holds afterwards what it held before."""
    before = whole(folder.parent)
    yield
    assert whole(folder.parent) == before


def test_a_site_is_written_with_its_record_and_nothing_else(tmp_path: Path, way: Way) -> None:
    folder = tmp_path / "site"
    assert publish(FILES, folder, way) == Published(written=3, unchanged=0, removed=0)
    assert site_in(folder) == FILES
    assert standing(folder) == digests_of(FILES)
    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, "en", "index.html"]
    assert beside(folder) == ["site"]


def test_an_empty_folder_is_taken_with_its_mode(tmp_path: Path, way: Way) -> None:
    (tmp_path / "site").mkdir(mode=0o705)
    publish(FILES, tmp_path / "site", way)
    assert site_in(tmp_path / "site") == FILES
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o705


def test_folders_above_the_output_are_made(tmp_path: Path, way: Way) -> None:
    publish(FILES, tmp_path / "a" / "b" / "site", way)
    assert site_in(tmp_path / "a" / "b" / "site") == FILES


def test_the_same_site_again_touches_nothing(folder: Path, way: Way) -> None:
    def states() -> dict[Path, tuple[int, int, int]]:
        found = {path: path.stat() for path in [folder, *folder.rglob("*")]}
        return {path: (s.st_ino, s.st_mtime_ns, s.st_ctime_ns) for path, s in found.items()}

    before = states()
    assert publish(FILES, folder, way) == Published(written=0, unchanged=3, removed=0)
    assert states() == before
    assert beside(folder) == ["site"]


def test_only_what_differs_is_written(folder: Path, way: Way) -> None:
    for name in FILES:
        os.utime(folder / name, (1, 1))
    changed = FILES | {"en/index.html": b"English"}
    assert publish(changed, folder, way) == Published(written=1, unchanged=2, removed=0)
    assert site_in(folder) == changed
    assert standing(folder) == digests_of(changed)
    newer = [name for name in FILES if (folder / name).stat().st_mtime != 1]
    assert newer == ["en/index.html"]
    assert beside(folder) == ["site"]


def test_pages_whose_sources_are_gone_disappear_with_their_folders(folder: Path, way: Way) -> None:
    rest = {"index.html": b"home"}
    assert publish(rest, folder, way) == Published(written=0, unchanged=1, removed=2)
    assert sorted(path.name for path in folder.iterdir()) == [MANIFEST, "index.html"]
    assert list(standing(folder)) == ["index.html"]


def test_foreign_things_among_the_pages_are_kept(folder: Path, way: Way) -> None:
    add_foreign_things(folder)
    write_files(folder, {"en/a/notes.txt": b"mine"})
    ours = {*FILES, MANIFEST, "en", "en/a"}
    foreign = {path: thing for path, thing in whole(folder).items() if path not in ours}
    publish({"index.html": b"new"}, folder, way)
    left = whole(folder)
    assert {path: left[path] for path in foreign} == foreign
    assert {*left} - {*foreign} == {"index.html", MANIFEST, "en", "en/a"}
    assert list(standing(folder)) == ["index.html"]


def test_foreign_files_stay_the_same_file_with_their_times(folder: Path) -> None:
    write_files(folder, {"CNAME": b"example.org"})
    os.utime(folder / "CNAME", (1, 1))
    before = (folder / "CNAME").stat()
    publish(CHANGED, folder)
    after = (folder / "CNAME").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_folders_keep_their_modes(folder: Path, way: Way) -> None:
    folder.chmod(0o751)
    (folder / "en").chmod(0o711)
    publish(CHANGED, folder, way)
    assert [path.stat().st_mode & 0o777 for path in (folder, folder / "en")] == [0o751, 0o711]


def test_a_folder_with_foreign_files_alone_is_refused_untouched(tmp_path: Path, way: Way) -> None:
    folder = tmp_path / "site"
    write_files(folder, {"thesis.txt": b"years of work", ".hidden": b""})
    with changing_nothing(folder), pytest.raises(ForeignFolderError, match="name an empty folder"):
        publish(FILES, folder, way)


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, way: Way) -> None:
    folder = tmp_path / "site"
    folder.write_text("a file")
    with changing_nothing(folder), pytest.raises(ForeignFolderError, match="is a file, not a fol"):
        publish(FILES, folder, way)


def test_a_foreign_file_in_the_way_is_refused_untouched(folder: Path, way: Way) -> None:
    write_files(folder, {"en/new.html": b"mine"})
    with changing_nothing(folder), pytest.raises(ForeignFolderError) as caught:
        publish(FILES | {"index.html": b"new", "en/new.html": b"theirs"}, folder, way)
    assert str(caught.value) == (
        f"{folder}/en/new.html was not written by this program and is in the way; move it"
        " elsewhere."
    )


def test_a_foreign_file_that_is_like_the_page_is_taken_over(folder: Path, way: Way) -> None:
    write_files(folder, {"en/new.html": b"same"})
    assert publish(FILES | {"en/new.html": b"same"}, folder, way).written == 0
    assert "en/new.html" in standing(folder)


def test_a_foreign_file_that_is_like_the_page_may_be_written_again(folder: Path) -> None:
    write_files(folder, {"en/new.html": b"same"})
    stage = open_stage(folder)
    write_files(stage, {"en/new.html": b"same"})
    exchange(stage, folder, digests_of(FILES | {"en/new.html": b"same"}), ["en/new.html"])
    assert site_in(folder) == FILES | {"en/new.html": b"same"}
    assert beside(folder) == ["site"]


def test_a_foreign_folder_in_the_place_of_a_page_is_refused(folder: Path, way: Way) -> None:
    (folder / "en" / "new.html").mkdir()
    with (
        changing_nothing(folder),
        pytest.raises(ForeignFolderError, match=r"en/new\.html was not written by this program"),
    ):
        publish(FILES | {"en/new.html": b"theirs"}, folder, way)


def test_a_foreign_file_in_the_place_of_a_folder_is_refused(folder: Path, way: Way) -> None:
    write_files(folder, {"ru": b"mine"})
    with (
        changing_nothing(folder),
        pytest.raises(ForeignFolderError, match=r"/ru is in the way of .*/ru/index\.html"),
    ):
        publish(FILES | {"ru/index.html": b"theirs"}, folder, way)


def test_a_foreign_file_in_a_folder_of_ours_keeps_a_page_from_its_place(
    tmp_path: Path, way: Way
) -> None:
    folder = tmp_path / "site"
    publish({"media/a/b": b"1"}, folder)
    write_files(folder, {"media/a/mine": b"mine"})
    with (
        changing_nothing(folder),
        pytest.raises(ForeignFolderError, match="media/a/mine was not written by this program"),
    ):
        publish({"media/a": b"2"}, folder, way)


@pytest.mark.parametrize(
    "files", [{"media/a": b"1", "x": b"2"}, {"media/a/b": b"1", "media/a/c": b"2"}]
)
def test_a_file_and_a_folder_of_ours_may_change_places(
    tmp_path: Path, files: dict[str, bytes], way: Way
) -> None:
    other = {"media/a/b": b"3"} if "x" in files else {"media/a": b"3"}
    publish(files, tmp_path / "site")
    publish(other, tmp_path / "site", way)
    assert site_in(tmp_path / "site") == other


def test_nothing_is_written_through_a_link_to_another_folder(
    folder: Path, tmp_path: Path, way: Way
) -> None:
    (tmp_path / "elsewhere").mkdir()
    (folder / "ru").symlink_to(tmp_path / "elsewhere")
    with changing_nothing(folder), pytest.raises(ForeignFolderError, match="/ru is in the way"):
        publish(FILES | {"ru/index.html": b"new"}, folder, way)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_nothing_is_deleted_through_a_link_to_another_folder(
    folder: Path, tmp_path: Path, way: Way
) -> None:
    write_files(tmp_path / "elsewhere", {"index.html": b"mine", "a/b.html": b"mine"})
    before = whole(tmp_path / "elsewhere")
    (folder / "en").rename(tmp_path / "moved")
    (folder / "en").symlink_to(tmp_path / "elsewhere")
    publish({"index.html": b"home"}, folder, way)
    assert whole(tmp_path / "elsewhere") == before
    assert (folder / "en").readlink() == tmp_path / "elsewhere"


def test_an_output_that_is_a_link_stays_one(folder: Path, tmp_path: Path, way: Way) -> None:
    (tmp_path / "link").symlink_to(folder)
    publish(CHANGED, tmp_path / "link", way)
    assert (tmp_path / "link").is_symlink()
    assert site_in(folder) == CHANGED
    assert (beside(folder), len(beside(tmp_path / "link"))) == (["site"], 2)


@pytest.mark.parametrize("damage", [b"", b"hame", b"home and more"])
def test_a_damaged_page_comes_back(folder: Path, damage: bytes, way: Way) -> None:
    (folder / "index.html").write_bytes(damage)
    assert publish(FILES, folder, way) == Published(written=1, unchanged=2, removed=0)
    assert site_in(folder) == FILES


def test_a_deleted_page_comes_back(folder: Path, way: Way) -> None:
    (folder / "en" / "index.html").unlink()
    assert publish(FILES, folder, way).written == 1
    assert site_in(folder) == FILES


def test_a_page_that_became_a_link_becomes_a_page_again(
    folder: Path, tmp_path: Path, way: Way
) -> None:
    (tmp_path / "mine.html").write_bytes(b"home")
    (folder / "index.html").unlink()
    (folder / "index.html").symlink_to(tmp_path / "mine.html")
    publish(FILES | {"index.html": b"new"}, folder, way)
    assert not (folder / "index.html").is_symlink()
    assert (tmp_path / "mine.html").read_bytes() == b"home"


def test_a_page_that_vanishes_before_it_is_taken_over_is_named(folder: Path, way: Way) -> None:
    stage = open_stage(folder)
    write_files(stage, {"index.html": b"new"})
    (folder / "en" / "index.html").unlink()
    digests = digests_of(FILES | {"index.html": b"new"})
    with pytest.raises(FileNotFoundError) as caught:
        way(stage, folder, digests, ["index.html"])
    assert caught.value.filename == f"{folder}/en/index.html"
    assert site_in(folder) == {"index.html": b"home", "en/a/b.html": b"deep"}
    assert beside(folder) == ["site"]


@contextmanager
def disk_for(size: int) -> Iterator[None]:
    """Let no file grow beyond a size, as if the disk were full."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [0, 3, 20, 200])
def test_a_disk_that_is_full_changes_nothing(folder: Path, size: int, way: Way) -> None:
    # The last size is enough for the pages, but not for the manifest.
    full = pytest.raises(OSError, match="File too large")
    with changing_nothing(folder), full, disk_for(size):
        publish(CHANGED, folder, way)


def test_a_disk_that_is_full_leaves_nothing_of_a_first_build(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="File too large"), disk_for(200):
        publish(FILES, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("call", ["link", "rename", "exchange"])
def test_a_call_that_fails_changes_nothing(folder: Path, call: str, number: int) -> None:
    calls = {"exchange": refusing(errno.ENOSYS), call: refusing(number)}
    write_files(folder, {"CNAME": b"example.org"})
    with changing_nothing(folder), pytest.raises(OSError, match=os.strerror(number)):
        publish(CHANGED, folder, with_calls(Calls(**calls)))


def test_an_output_below_a_file_is_an_error_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with changing_nothing(tmp_path / "file"), pytest.raises(OSError, match="exists"):
        publish(FILES, tmp_path / "file" / "site")


def test_a_name_that_is_too_long_is_an_error_of_the_machine(folder: Path, way: Way) -> None:
    with changing_nothing(folder), pytest.raises(OSError, match="File name too long"):
        publish(CHANGED | {"a" * 300: b""}, folder, way)


@pytest.mark.parametrize("kind", ["pipe", "socket"])
def test_what_cannot_be_carried_over_is_told_and_nothing_changes(
    folder: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if kind == "pipe":
        os.mkfifo(folder / "thing")
    else:
        monkeypatch.chdir(folder)
        with socket.socket(socket.AF_UNIX) as thing:
            thing.bind("thing")
    with changing_nothing(folder), pytest.raises(OSError, match="move it elsewhere") as caught:
        publish(CHANGED, folder)
    assert caught.value.filename == f"{folder}/thing"


def name_in_manifest(folder: Path, *paths: object) -> None:
    record = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    record["files"] |= {str(path): "" for path in paths}
    (folder / MANIFEST).write_text(json.dumps(record), encoding="utf-8")


def test_a_record_cannot_have_files_outside_the_folder_deleted(folder: Path, way: Way) -> None:
    house = folder.parent
    write_files(house, {"mine.txt": b"mine", "site-too/mine.txt": b"mine"})
    (folder / "link").symlink_to(house)
    name_in_manifest(
        folder,
        house / "mine.txt",
        "../mine.txt",
        "en/../../mine.txt",
        "../site-too/mine.txt",
        "link/mine.txt",
        "link/site-too/mine.txt",
        ".",
        "",
        "/",
    )
    publish(CHANGED, folder, way)
    assert (house / "mine.txt").read_bytes() == b"mine"
    assert (house / "site-too" / "mine.txt").read_bytes() == b"mine"
    assert standing(folder) == digests_of(CHANGED)
    assert (folder / "link").readlink() == house


def test_a_record_cannot_have_a_folder_deleted(folder: Path, way: Way) -> None:
    write_files(folder, {"mine/notes.txt": b"mine"})
    name_in_manifest(folder, "mine")
    publish(FILES, folder, way)
    assert (folder / "mine" / "notes.txt").read_bytes() == b"mine"


def test_a_record_may_name_what_is_gone_already(folder: Path, way: Way) -> None:
    name_in_manifest(folder, "gone.html", "gone/too.html", "index.html/below.html")
    publish(FILES, folder, way)
    assert site_in(folder) == FILES
    assert standing(folder) == digests_of(FILES)


def test_a_damaged_record_is_refused(folder: Path, way: Way) -> None:
    (folder / MANIFEST).write_text("{")
    with changing_nothing(folder), pytest.raises(ForeignFolderError, match="is damaged"):
        publish(CHANGED, folder, way)


def test_names_in_all_scripts_are_published(tmp_path: Path, way: Way) -> None:
    files = {"media/Мост 1.jpg": b"1", "media/桥.jpg": b"2", ".nojekyll": b""}
    publish(files, tmp_path / "site", way)
    assert site_in(tmp_path / "site") == files
    publish({}, tmp_path / "site", way)
    assert site_in(tmp_path / "site") == {}


def test_a_foreign_file_whose_name_is_no_text_is_kept(folder: Path, way: Way) -> None:
    name = os.fsdecode(b"caf\xe9")
    try:
        (folder / name).write_bytes(b"mine")
    except OSError:
        # Some file systems take names in UTF-8 alone, and so have no such files.
        return
    publish(CHANGED, folder, way)
    assert (folder / name).read_bytes() == b"mine"


def test_in_place_the_folder_stays_the_one_that_somebody_holds(
    folder: Path,
) -> None:
    held = folder.stat().st_ino
    publish(CHANGED, folder, replace_in_place)
    assert folder.stat().st_ino == held


ONE = {**FILES, "en/a/b.html": b"another"}


def test_one_page_takes_the_place_of_the_old_and_all_else_is_as_it_was(folder: Path) -> None:
    held = {path: path.stat().st_ino for path in [folder, *folder.rglob("*")]}
    assert publish(ONE, folder, replace_page) == Published(1, len(ONE) - 1, 0)
    assert site_in(folder) == ONE
    after = {path: path.stat().st_ino for path in [folder, *folder.rglob("*")]}
    assert {path for path in held if after[path] != held[path]} == {
        folder / "en/a/b.html",
        folder / MANIFEST,
    }
    assert beside(folder) == [folder.name]
    assert publish(ONE, folder) == Published(0, len(ONE), 0)


def test_one_page_is_not_written_through_a_link(folder: Path, tmp_path: Path) -> None:
    publish(FILES, folder)
    (folder / "en" / "a").rename(tmp_path / "elsewhere")
    (folder / "en" / "a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ForeignFolderError):
        publish(ONE, folder, replace_page)
    assert (tmp_path / "elsewhere" / "b.html").read_bytes() == FILES["en/a/b.html"]


def test_one_page_on_another_file_system_is_replaced_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(FILES, folder)
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name == "b.html":
            monkeypatch.undo()
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    publish(ONE, folder, replace_page)
    assert site_in(folder) == ONE


def test_a_disk_that_is_full_leaves_the_one_page_as_it_was(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(FILES, folder)
    before = whole(folder)

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("microsite.output.publish.manifest", full)
    with pytest.raises(OSError, match="No space"):
        publish(ONE, folder, replace_page)
    assert whole(folder) == before
    assert beside(folder) == [folder.name]


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EBUSY])
def test_one_page_in_a_folder_that_may_not_be_written_comes_by_exchange(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        monkeypatch.undo()
        raise OSError(number, os.strerror(number), str(self), None, str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    publish(ONE, folder, replace_page)
    assert site_in(folder) == ONE


def test_one_page_that_cannot_be_put_in_its_place_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Path:
        monkeypatch.undo()
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="Input/output"):
        publish(ONE, folder, replace_page)
    assert site_in(folder) == FILES
    assert beside(folder) == [folder.name]
