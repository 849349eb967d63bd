from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from microsite.memo import FILE, Memo, digest


def remember(folder: Path, **entries: str) -> None:
    memo = Memo(folder)
    for key, value in entries.items():
        memo.remember(key, value)
    memo.save()


def test_what_one_run_remembers_the_next_recalls(tmp_path: Path) -> None:
    remember(tmp_path / "cache", a="1")
    assert Memo(tmp_path / "cache").recall("a") == "1"


def test_a_value_is_recalled_in_the_run_that_remembers_it() -> None:
    memo = Memo()
    assert memo.recall("a") is None
    memo.remember("a", "1")
    assert memo.recall("a") == "1"


def test_without_a_folder_nothing_outlives_the_run() -> None:
    memo = Memo()
    memo.remember("a", "1")
    memo.save()
    assert Memo().recall("a") is None


def test_what_a_run_did_not_use_is_let_go(tmp_path: Path) -> None:
    remember(tmp_path, a="1", b="2")
    memo = Memo(tmp_path)
    memo.recall("b")
    memo.save()
    assert (Memo(tmp_path).recall("a"), Memo(tmp_path).recall("b")) == (None, "2")


def test_a_run_that_used_all_of_it_and_nothing_new_leaves_the_file_as_it_is(
    tmp_path: Path,
) -> None:
    remember(tmp_path, a="1")
    before = (tmp_path / FILE).stat().st_mtime_ns
    memo = Memo(tmp_path)
    memo.recall("a")
    memo.save()
    assert (tmp_path / FILE).stat().st_mtime_ns == before


def write_garbage(path: Path) -> None:
    path.write_bytes(b"not a database" * 1000)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:1500])


def write_nothing(path: Path) -> None:
    path.write_bytes(b"")


def write_other_columns(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("CREATE TABLE memo (something TEXT)")


def write_blobs(path: Path) -> None:
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("UPDATE memo SET value = x'00ff'")


@pytest.mark.parametrize(
    "damage", [write_garbage, cut_short, write_nothing, write_other_columns, write_blobs]
)
def test_a_damaged_cache_is_an_empty_one_and_is_written_anew(
    tmp_path: Path, damage: object
) -> None:
    assert callable(damage)
    remember(tmp_path, a="1")
    damage(tmp_path / FILE)
    assert Memo(tmp_path).recall("a") is None
    remember(tmp_path, a="2")
    assert Memo(tmp_path).recall("a") == "2"


def test_a_cache_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    remember(tmp_path / "file" / "cache", a="1")
    remember(tmp_path / "file", a="1")
    assert Memo(tmp_path / "file" / "cache").recall("a") is None
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_folder_in_the_place_of_the_file_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    remember(tmp_path, a="1")
    assert Memo(tmp_path).recall("a") is None


def test_a_key_tells_apart_where_one_text_ends_and_the_next_begins() -> None:
    keys = {digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", ""), digest()}
    assert len(keys) == 5
    assert digest("a", "b") == digest("a", "b")
