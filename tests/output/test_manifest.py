from __future__ import annotations

import json
from pathlib import Path

import pytest

from microsite.output.manifest import MANIFEST, STAGING, ForeignFolderError, manifest, standing


def record(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / MANIFEST).write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def test_a_new_folder_and_an_empty_one_hold_nothing_of_ours(tmp_path: Path) -> None:
    assert standing(tmp_path / "new") == standing(tmp_path) == {}


def test_a_folder_in_which_a_first_build_was_stopped_is_taken_for_empty(tmp_path: Path) -> None:
    (tmp_path / STAGING).mkdir()
    assert standing(tmp_path) == {}


def test_what_is_worded_is_read_again(tmp_path: Path) -> None:
    digests = {"ru/мост.html": "ab", "media/桥 1.jpg": "cd", ".nojekyll": "", 'a"b\n': "ef"}
    assert standing(record(tmp_path, manifest(digests))) == digests
    assert standing(record(tmp_path, manifest({}))) == {}


def test_the_manifest_has_a_line_for_each_file_in_order() -> None:
    assert manifest({"b/мост": "2", "a": "1"}).decode().splitlines() == [
        "{",
        ' "generator": "briefing-microsite",',
        ' "files": {',
        '  "a": "1",',
        '  "b/мост": "2"',
        " }",
        "}",
    ]


def test_a_folder_with_foreign_files_alone_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".hidden").touch()
    with pytest.raises(ForeignFolderError) as caught:
        standing(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path} holds files that this program did not write; name an empty folder or a"
        " new one with --output."
    )


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(ForeignFolderError, match="site is a file, not a folder"):
        standing(tmp_path / "site")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        '{"files": 1}',
        '{"files": null}',
        '{"files": ["a"]}',
        '{"files": {"a": 1}}',
        "\x00",
        b"\xff",
        "[" * 100_000,
    ],
)
def test_a_damaged_record_is_refused(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(ForeignFolderError, match=r"the record of what was written there, is dam"):
        standing(record(tmp_path, text))


@pytest.mark.parametrize(
    "path",
    ["../a", "a/../../b", "..", ".", "", "/", "/etc/passwd", "a//b", "a/", "./a", "a\0b", "\ud800"],
)
def test_a_path_that_we_never_write_is_passed_over(tmp_path: Path, path: str) -> None:
    text = json.dumps({"files": {"index.html": "1", path: "2"}})
    assert standing(record(tmp_path, text)) == {"index.html": "1"}
