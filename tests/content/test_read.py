from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from microsite.memo import Memo
from tests.building import Files, content_from, make_content, original, read_folder, translation

FILES = {"briefings/b.en.md": original(), "briefings/a.en.md": original(title="A")}


def test_briefings_stand_in_the_order_of_their_slugs(tmp_path: Path) -> None:
    content = content_from(tmp_path / "content", FILES)
    assert [briefing.slug for briefing in content.briefings] == ["a", "b"]


def test_a_folder_without_briefings_pages_and_media_is_an_empty_site(tmp_path: Path) -> None:
    content = content_from(tmp_path / "content", {})
    assert (content.briefings, content.pages, content.media) == ((), (), ())


def test_what_programs_leave_beside_texts_is_no_content(tmp_path: Path) -> None:
    left = (".DS_Store", "a.en.md~", ".a.en.md.swp", "~$a.en.md", "#a.en.md#", "a.en.md.tmp")
    files = FILES | {f"briefings/{name}": "?" for name in left} | {"media/.hidden/x": "?"}
    content = content_from(tmp_path / "content", files)
    assert len(content.briefings) == 2
    assert content.media == ()


def test_texts_may_stand_in_folders_of_their_own(tmp_path: Path) -> None:
    files: Files = {
        "briefings/2016/a.en.md": original(body="[b](../b.ru.md) ![B](../../media/x/b.png)"),
        "briefings/b.ru.md": original(lang="ru"),
        "media/x/b.png": b"?",
    }
    content = content_from(tmp_path / "content", files)
    told = content.briefings[0].original.body.html
    assert '<a href="../../ru/briefings/b.html">' in told
    assert '<img src="../../media/x/b.png" alt="B" />' in told


def test_a_translation_is_put_to_its_original(tmp_path: Path) -> None:
    files = {"briefings/a.ru.md": translation(), "briefings/a.en.md": original()}
    (briefing,) = content_from(tmp_path / "content", files).briefings
    assert briefing.original.language == "en"
    assert [version.language for version in briefing.translations] == ["ru"]


def failing(folder: str) -> Callable[..., object]:
    """Make `os.scandir` fail for one folder, as it does without the right to read it."""
    real = os.scandir

    def scandir(path: str | Path = ".") -> object:
        if Path(path).name == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    return scandir


@pytest.mark.parametrize("folder", ["briefings", "pages", "media"])
def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    made = make_content(tmp_path / "content", FILES)
    monkeypatch.setattr(os, "scandir", failing(folder))
    with pytest.raises(PermissionError):
        read_folder(made)


def test_a_body_is_remembered_by_all_that_it_is_made_of(tmp_path: Path) -> None:
    folder = make_content(tmp_path / "content", FILES)
    read_first, read_again = Memo(tmp_path / "cache"), Memo(tmp_path / "cache")
    first, _ = read_folder(folder, read_first)
    read_first.save()
    again, _ = read_folder(folder, read_again)
    assert first == again
    (folder / "briefings" / "a.en.md").write_text(original(title="A", body="Other."))
    changed, _ = read_folder(folder, Memo(tmp_path / "cache"))
    assert changed is not None
    assert changed.briefings[0].original.body.html == "<p>Other.</p>\n"
