from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microsite.memo import FILE, LostValueError, Memo, digest, forget


def remember(folder: Path, **entries: bytes) -> None:
    with Memo(folder) as memo:
        memo.remember(entries.items())


def recall(folder: Path | None, key: str) -> bytes | None:
    with Memo(folder) as memo:
        return memo.recall(key)


def test_what_one_run_remembers_the_next_recalls(tmp_path: Path) -> None:
    remember(tmp_path / "cache", a=b"1")
    assert recall(tmp_path / "cache", "a") == b"1"


def test_a_value_is_recalled_in_the_run_that_remembers_it() -> None:
    with Memo() as memo:
        assert memo.recall("a") is None
        memo.remember([("a", b"1")])
        memo.remember([("a", b"2")])
        assert memo.recall("a") == memo.require("a") == b"2"


def test_without_a_folder_nothing_outlives_the_run() -> None:
    with Memo() as memo:
        memo.remember([("a", b"1")])
    assert recall(None, "a") is None


def test_a_value_that_has_to_be_there_and_is_not_is_told() -> None:
    with Memo() as memo, pytest.raises(LostValueError):
        memo.require("a")


def test_values_are_kept_all_or_none(tmp_path: Path) -> None:
    with Memo(tmp_path) as memo:
        with pytest.raises(LostValueError):
            memo.remember([("a", b"1"), ("\ud800", b"2")])  # cannot be kept
        assert memo.recall("a") is None


def test_what_is_no_longer_used_is_let_go_once_that_is_the_most(tmp_path: Path) -> None:
    with Memo(tmp_path) as memo:
        memo.remember((str(number), b"") for number in range(200))
        memo.let_go({str(number) for number in range(60)})
        assert memo.recall("199") == b""
        memo.let_go({str(number) for number in range(40)})
        assert memo.recall("39") == b""
        assert memo.recall("40") is None


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


def write_texts(path: Path) -> None:
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("UPDATE memo SET value = 'another kind of value'")


Damage = Callable[[Path], None]


@pytest.mark.parametrize(
    "damage",
    [write_garbage, cut_short, write_nothing, write_other_columns, write_blobs, write_texts],
)
def test_a_damaged_cache_is_an_empty_one_and_is_written_anew(
    tmp_path: Path, damage: Damage
) -> None:
    remember(tmp_path, a=b"1")
    damage(tmp_path / FILE)
    assert recall(tmp_path, "a") is None
    remember(tmp_path, a=b"2")
    assert recall(tmp_path, "a") == b"2"


def test_a_value_in_which_one_bit_has_turned_is_not_recalled(tmp_path: Path) -> None:
    remember(tmp_path, a=b"1", b=b"1")
    with closing(sqlite3.connect(tmp_path / FILE)) as store, store:
        ((kept,),) = store.execute("SELECT value FROM memo WHERE key = 'a'")
        turned = kept[:-1] + bytes([kept[-1] ^ 1])
        store.execute("UPDATE memo SET value = ? WHERE key = 'a'", (turned,))
    assert recall(tmp_path, "a") is None
    assert recall(tmp_path, "b") == b"1"


def test_a_cache_that_cannot_be_written_is_one_for_the_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file" / "cache", tmp_path / "file"):
        with Memo(folder) as memo:
            memo.remember([("a", b"1")])
            assert memo.recall("a") == b"1"
        assert recall(folder, "a") is None
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_folder_in_the_place_of_the_file_is_no_reason_to_fail(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    remember(tmp_path, a=b"1")
    assert recall(tmp_path, "a") is None


def test_a_cache_that_is_forgotten_is_an_empty_one(tmp_path: Path) -> None:
    remember(tmp_path, a=b"1")
    forget(tmp_path)
    assert list(tmp_path.iterdir()) == []
    assert recall(tmp_path, "a") is None


def test_of_a_cache_for_one_run_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with Memo() as memo:
        memo.remember([("a", b"1")])
        assert list(tmp_path.iterdir()) != []
    assert list(tmp_path.iterdir()) == []


def look_up(memo: Memo) -> None:
    os._exit(0 if memo.recall("a") == b"1" else 1)


@pytest.mark.parametrize("start", ["fork", "spawn"])
def test_a_process_of_the_run_recalls_what_the_run_remembered(tmp_path: Path, start: str) -> None:
    for folder in (tmp_path / "cache", None):
        with Memo(folder) as memo:
            memo.remember([("a", b"1")])
            # Both kinds of start are there on every system that we run on.
            context = multiprocessing.get_context(start)
            child = context.Process(target=look_up, args=(memo,))  # type: ignore[attr-defined]  # the types know no common base
            child.start()
            child.join()
            assert child.exitcode == 0
            assert memo.recall("a") == b"1"


def test_a_key_tells_apart_where_one_text_ends_and_the_next_begins() -> None:
    keys = {digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", ""), digest()}
    assert len(keys) == 5
    assert digest("a", "b") == digest("a", "b")


def test_a_key_may_be_made_of_bytes_and_of_names_that_are_no_unicode() -> None:
    assert digest(b"a", "\udcff") == digest("a", "\udcff")


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    damage=st.lists(
        st.tuples(st.integers(0, 2**16), st.binary(min_size=1, max_size=40)), min_size=1
    ),
    left=st.floats(0.2, 1),
)
def test_whatever_is_damaged_a_value_is_right_or_missing(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, bytes]], left: float
) -> None:
    folder = tmp_path_factory.mktemp("cache")
    values = {f"k{number}": bytes([number]) * number * 50 for number in range(30)}
    with Memo(folder) as memo:
        memo.remember(values.items())
        memo.note(values.items(), [])
    data = bytearray((folder / FILE).read_bytes())
    for place, noise in damage:
        start = place % len(data)
        data[start : start + len(noise)] = noise[: len(data) - start]
    (folder / FILE).write_bytes(data[: int(len(data) * left)])
    with Memo(folder) as memo:
        for key, value in values.items():
            assert memo.recall(key) in {value, None}
        assert memo.recall_all().items() <= values.items()
        with suppress(LostValueError):
            memo.note([("k1", b"new")], ["k2"])
            memo.remember([("k1", b"new")])
            assert memo.recall("k1") in {b"new", None}
    forget(folder)


def test_a_value_that_stands_under_the_key_of_another_is_missing(tmp_path: Path) -> None:
    remember(tmp_path, a=b"1", b=b"2")
    with closing(sqlite3.connect(tmp_path / FILE)) as store, store:
        store.execute("UPDATE memo SET key = 'c' WHERE key = 'a'")
        store.execute("UPDATE memo SET key = 'a' WHERE key = 'b'")
    assert [recall(tmp_path, key) for key in "abc"] == [None, None, None]
