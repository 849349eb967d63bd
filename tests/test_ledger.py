from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from microsite.ledger import (
    MANY,
    Known,
    Ledger,
    digest_of,
    leave,
    look,
    mark,
    marks,
    now,
    read_ledger,
    standing,
    write_ledger,
)
from microsite.source.walk import Stat, walk
from tests.building import write_files

LATER = 10**10
"""Nanoseconds after which a file is no longer young."""


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def looked(folder: Path, before: Ledger | None = None, *, later: int = LATER) -> dict[str, Known]:
    """Look at a folder, as if some time had gone by since it was written."""
    stats = {"content": walk(folder).files}
    return look({"content": folder}, stats, before or Ledger(), now() + later, ("content/texts/",))


def write_as_before(path: Path, data: bytes) -> None:
    """Write other bytes of the same number, and give the file back the time that it had."""
    at = path.stat()
    assert at.st_size == len(data)
    path.write_bytes(data)
    os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))


def test_a_file_is_known_by_its_mark_and_its_digest(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "one", "b/c": "two"})
    found = looked(tmp_path)
    assert {name: known.digest for name, known in found.items()} == {
        "content/a": sha256(b"one"),
        "content/b/c": sha256(b"two"),
    }
    assert all(known.mark for known in found.values())


def test_a_mark_that_is_as_it_was_stands_for_bytes_that_are_as_they_were(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "one"})
    before = Ledger(inputs={"content/a": Known(looked(tmp_path)["content/a"].mark, "remembered")})
    assert looked(tmp_path, before) == before.inputs


@pytest.mark.parametrize("later", [0, 1_000_000_000])
def test_a_file_that_is_too_young_has_no_mark_and_is_asked_for_its_bytes(
    tmp_path: Path, later: int
) -> None:
    write_files(tmp_path, {"a": "one"})
    before = Ledger(inputs={"content/a": Known("", "remembered")})
    assert looked(tmp_path, before, later=later)["content/a"] == Known("", sha256(b"one"))


@pytest.mark.parametrize("field", ["size", "mtime_ns", "ctime_ns", "inode"])
def test_whatever_the_system_says_of_a_file_is_in_its_mark(field: str) -> None:
    stat = Stat(1, 2, 3, 4)
    assert mark(stat, LATER) != mark(stat._replace(**{field: 5}), LATER)


@pytest.mark.parametrize("field", ["mtime_ns", "ctime_ns"])
def test_a_file_from_the_future_has_no_mark(field: str) -> None:
    assert mark(Stat(1, 2, 3, 4)._replace(**{field: 2 * LATER}), LATER) == ""


def test_other_bytes_of_the_same_size_and_time_are_noticed(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "one"})
    before = Ledger(inputs=looked(tmp_path))
    write_as_before(tmp_path / "a", b"two")
    assert looked(tmp_path, before)["content/a"].digest == sha256(b"two")


def test_of_many_files_the_texts_are_left_to_whoever_reads_them(tmp_path: Path) -> None:
    texts = {f"texts/{number}.md": "text" for number in range(MANY + 1)}
    write_files(tmp_path, {**texts, "other.md": "other"})
    found = looked(tmp_path)
    assert found.pop("content/other.md").digest == sha256(b"other")
    assert {known.digest for known in found.values()} == {""}
    assert all(known.mark for known in found.values())


def test_of_many_other_files_the_texts_are_read_all_the_same(tmp_path: Path) -> None:
    others = {f"{number}.py": "other" for number in range(MANY + 1)}
    write_files(tmp_path, {**others, "texts/a.md": "text"})
    assert looked(tmp_path)["content/texts/a.md"].digest == sha256(b"text")


def left(folder: Path) -> Ledger:
    """Write down what stands in a folder, and that it was left there now."""
    paths = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    at = marks(folder, paths)
    outputs = {
        path: Known(at[path][0], digest_of(folder / path), f"key of {path}") for path in paths
    }
    return Ledger(outputs=outputs, left=max(touched for _, touched in at.values()))


def test_outputs_that_were_left_alone_stand_as_they_were_left(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "one", "b/c": "two"})
    ledger = left(tmp_path)
    assert standing(tmp_path, ledger) == ledger.outputs


def test_an_output_of_equal_bytes_keeps_its_key_and_gets_its_new_mark(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "one"})
    ledger = left(tmp_path)
    (tmp_path / "a").unlink()
    write_files(tmp_path, {"a": "one"})
    os.utime(tmp_path / "a", (1, 1))
    found = standing(tmp_path, ledger)
    assert found["a"].mark != ledger.outputs["a"].mark
    assert found == left(tmp_path).outputs


def test_an_output_that_was_touched_since_is_asked_for_its_bytes(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "one"})
    ledger = replace(left(tmp_path), outputs={"a": left(tmp_path).outputs["a"]._replace(digest="")})
    assert standing(tmp_path, ledger).keys() == {"a"}
    assert standing(tmp_path, replace(ledger, left=ledger.left - 1)).keys() == set()


def test_the_time_at_which_outputs_were_left_is_that_of_their_file_system(tmp_path: Path) -> None:
    write_files(tmp_path, {"a": "one"})
    os.utime(tmp_path / "a", (1, 1))
    moment = leave(tmp_path / "a")
    assert moment == (tmp_path / "a").stat().st_ctime_ns
    assert (tmp_path / "a").stat().st_mtime == 1


def test_an_output_that_is_missing_damaged_or_no_plain_file_does_not_stand(tmp_path: Path) -> None:
    names = ("gone", "shorter", "same-size", "folder", "link", "whole")
    write_files(tmp_path, dict.fromkeys(names, "one"))
    ledger = left(tmp_path)
    (tmp_path / "gone").unlink()
    (tmp_path / "shorter").write_text("")
    write_as_before(tmp_path / "same-size", b"two")
    (tmp_path / "folder").unlink()
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("whole")
    assert standing(tmp_path, ledger).keys() == {"whole"}
    assert standing(tmp_path / "nowhere", ledger) == {}


INPUTS = {
    "content/a b.md": Known("1.2.3.4", "d1"),
    "content/a\tb": Known("", "d2"),
    "content/мост": Known("1.2", ""),
}
OUTPUTS = {"index.html": Known("5.6.7.8", "d3", "k")}
WHOLE = Ledger(
    surroundings="s", revision="r", planned="p", inputs=INPUTS, outputs=OUTPUTS, told=(7, True)
)


@pytest.mark.parametrize(
    "ledger",
    [WHOLE, Ledger(), replace(WHOLE, outputs={}), replace(WHOLE, inputs={}, told=(0, False))],
    ids=["whole", "empty", "inputs", "outputs"],
)
def test_a_ledger_is_read_back_as_it_was_written(tmp_path: Path, ledger: Ledger) -> None:
    path = tmp_path / "cache" / "ledger.txt"
    write_ledger(path, ledger)
    assert read_ledger(path) == ledger
    assert [other.name for other in path.parent.iterdir()] == ["ledger.txt"]


def test_a_ledger_that_is_missing_cut_or_damaged_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "ledger.txt"
    assert read_ledger(path) == Ledger()
    write_ledger(path, WHOLE)
    whole = path.read_bytes()
    for damaged in (
        *(whole[:cut] for cut in range(0, len(whole), 9)),
        *(whole[:at] + b"?" + whole[at + 1 :] for at in range(0, len(whole), 9)),
        whole + b"\n",
        b"\xff" * 100,
    ):
        path.write_bytes(damaged)
        assert read_ledger(path) == Ledger()
    path.unlink()
    path.mkdir()
    assert read_ledger(path) == Ledger()


def test_a_ledger_of_another_form_is_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "ledger.txt"
    write_ledger(path, WHOLE)
    _, _, text = path.read_text(encoding="utf-8").partition("\n")
    form, _, rest = text.partition("\n")
    for other in (f"{form}0\n{rest}", f"{form}\nmore\n{rest}", rest, "", f"{text}\n\nmore"):
        path.write_text(f"{sha256(other.encode())}\n{other}", encoding="utf-8")
        assert read_ledger(path) == Ledger()
    path.write_text(f"{sha256(text.encode())}\n{text}", encoding="utf-8")
    assert read_ledger(path) == WHOLE


@pytest.mark.parametrize("name", ["a\nb", "a\rb", "a\u2028b", "a\x85", "a\x0b", "a ", "\udcff"])
def test_names_that_could_not_be_read_back_are_not_recorded(tmp_path: Path, name: str) -> None:
    path = tmp_path / "ledger.txt"
    write_ledger(path, Ledger(inputs={f"content/{name}": Known("m", "d")}, outputs=OUTPUTS))
    assert read_ledger(path) == Ledger()
    assert list(tmp_path.iterdir()) == []


def test_a_ledger_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    write_files(tmp_path, {"file": "in the way", "ledger.txt/x": ""})
    for path in (tmp_path / "file" / "ledger.txt", tmp_path / "ledger.txt"):
        write_ledger(path, WHOLE)
        assert read_ledger(path) == Ledger()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "ledger.txt"]
