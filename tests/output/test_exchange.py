from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from microsite.output.exchange import Calls, exchange_names, put_in_place
from microsite.output.manifest import standing
from tests.output.publishing import SITES, digests_of, publish, refusing, whole, with_calls


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Make an old folder and a new one, each with a file that says which it is."""
    for name in ("site", "new"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "says").write_text(name)
    return tmp_path


def said(house: Path) -> dict[str, str]:
    return {path.name: (path / "says").read_text() for path in sorted(house.iterdir())}


def put(house: Path, calls: Calls) -> str:
    new, folder, aside = (str(house / name) for name in ("new", "site", "aside"))
    return Path(put_in_place(new, folder, aside, calls)).name


def test_two_folders_change_names(house: Path) -> None:
    try:
        exchange_names(str(house / "new"), str(house / "site"))
    except OSError as error:
        # Where the file system of the tests does not know the exchange, it has to say so.
        assert error.errno in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}  # noqa: PT017 -- see above
        return
    assert said(house) == {"new": "site", "site": "new"}


def test_the_exchange_names_what_is_missing(house: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        exchange_names(str(house / "new"), str(house / "мост"))
    assert caught.value.filename == str(house / "мост")


@pytest.mark.parametrize("number", [errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EPERM])
def test_where_the_exchange_is_refused_the_old_folder_steps_aside(house: Path, number: int) -> None:
    assert put(house, Calls(exchange=refusing(number))) == "aside"
    assert said(house) == {"aside": "site", "site": "new"}


def test_the_old_folder_comes_back_if_the_second_rename_fails(house: Path) -> None:
    done: list[str] = []

    def rename(source: str, target: str) -> None:
        done.append(source)
        if len(done) == 2:
            raise OSError(errno.EIO, os.strerror(errno.EIO), source)
        Path(source).rename(target)

    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        put(house, Calls(exchange=refusing(errno.ENOSYS), rename=rename))
    assert said(house) == {"new": "new", "site": "site"}


def test_an_error_of_the_machine_is_no_reason_to_try_renames(house: Path) -> None:
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        put(house, Calls(exchange=refusing(errno.EIO)))
    assert said(house) == {"new": "new", "site": "site"}


HELD = {
    "exchange": Calls(exchange=refusing(errno.EBUSY)),
    "rename": Calls(exchange=refusing(errno.EINVAL), rename=refusing(errno.EBUSY)),
    "another file system": Calls(exchange=refusing(errno.EXDEV)),
    "another mount": Calls(link=refusing(errno.EXDEV), exchange=refusing(errno.EXDEV)),
}


@pytest.mark.parametrize("calls", HELD.values(), ids=HELD)
def test_a_folder_that_the_system_holds_is_filled_in_place(tmp_path: Path, calls: Calls) -> None:
    folder = tmp_path / "site"
    publish(SITES["old"], folder)
    (folder / "CNAME").write_bytes(b"example.org")
    before = folder.stat().st_ino
    publish(SITES["new"], folder, with_calls(calls))
    assert folder.stat().st_ino == before
    assert standing(folder) == digests_of(SITES["new"])
    assert (folder / "CNAME").read_bytes() == b"example.org"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_folder_held_before_the_first_build_is_filled_in_place(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    before = folder.stat().st_ino
    publish(SITES["new"], folder, with_calls(Calls(rename=refusing(errno.EBUSY))))
    assert folder.stat().st_ino == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize("number", [errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.EXDEV])
def test_where_links_are_refused_pages_are_copied_with_their_times(
    tmp_path: Path, number: int
) -> None:
    folder = tmp_path / "site"
    publish(SITES["old"], folder)
    os.utime(folder / "en/briefings/001.html", (1, 1))
    publish(SITES["new"], folder, with_calls(Calls(link=refusing(number))))
    assert (folder / "en/briefings/001.html").stat().st_mtime == 1
    plain = tmp_path / "plain"
    publish(SITES["new"], plain)
    assert whole(folder) == whole(plain)
