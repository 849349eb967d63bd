from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec import structs

from microsite.content import whole
from microsite.content.groups import Read, unpack
from microsite.content.read import (
    ContentReading,
    Remembered,
    read_content,
    recall_reading,
    remember_reading,
)
from microsite.content.site_file import read_settings
from microsite.content.vocabulary_files import read_vocabulary
from microsite.diagnostics import Code
from microsite.memo import Memo
from tests.building import (
    Files,
    bodies_from,
    content_from,
    make_content,
    original,
    read_folder,
    translation,
)

FILES = {"briefings/b.en.md": original(), "briefings/a.en.md": original(title="A")}


def reading(
    folder: Path, memo: Memo, before: Remembered | None = None, surroundings: str = ""
) -> ContentReading:
    settings, _ = read_settings(folder)
    assert settings is not None
    return read_content(
        folder,
        settings,
        read_vocabulary(folder, settings.languages),
        memo,
        remembered=before,
        surroundings=surroundings,
    )


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
    told = bodies_from(make_content(tmp_path / "content", files))["briefings/2016/a.en.md"]
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

    def scandir(path: str | Path | int = ".") -> object:
        if not isinstance(path, int) and Path(path).name == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    return scandir


@pytest.mark.parametrize("folder", ["briefings", "pages", "media"])
def test_a_folder_that_cannot_be_read_is_not_taken_for_an_empty_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    inside = {"pages/p.en.md": "?", "media/a.png": "?"}
    made = make_content(tmp_path / "content", FILES | inside)
    monkeypatch.setattr(os, "scandir", failing(folder))
    with pytest.raises(PermissionError):
        read_folder(made)


def said(remembered: Remembered) -> tuple[str, dict[str, Read]]:
    """Give what another process can be told of a reading."""
    return remembered.frame, remembered.reads


def test_a_text_is_remembered_by_all_that_it_is_made_of(tmp_path: Path) -> None:
    folder = make_content(tmp_path / "content", FILES)
    with Memo(tmp_path / "cache") as memo:
        first = reading(folder, memo)
        remember_reading(memo, first.remembered, Remembered())
    with Memo(tmp_path / "cache") as memo:
        before = recall_reading(memo)
        assert said(before) == said(first.remembered)
        assert reading(folder, memo, before).content == first.content
        (folder / "briefings" / "a.en.md").write_text(original(title="A", body="Other."))
        changed = reading(folder, memo, before)
        assert changed.content is not None
        assert said(changed.remembered) != said(before)
        assert changed.remembered.reads["briefings/b"] == before.reads["briefings/b"]
        body = changed.content.briefings[0].original.body
        assert unpack(memo.require(body)).html == "<p>Other.</p>\n"


def test_what_is_remembered_of_a_text_does_not_hide_what_has_become_a_mistake(
    tmp_path: Path,
) -> None:
    files = {"briefings/a.en.md": original(body="[b](b.en.md)"), "briefings/b.en.md": original()}
    folder = make_content(tmp_path / "content", files)
    with Memo() as memo:
        before = reading(folder, memo).remembered
        (folder / "briefings" / "b.en.md").unlink()
        assert [f.code for f in reading(folder, memo, before).findings] == [Code.LINK]
        (folder / "briefings" / "a.en.md").write_text(original())
        (folder / "vocabulary" / "regions.yaml").write_text("{}")
        assert Code.UNKNOWN_TERM in {f.code for f in reading(folder, memo, before).findings}


def test_what_is_remembered_with_another_reader_is_read_anew(tmp_path: Path) -> None:
    folder = make_content(tmp_path / "content", FILES)
    with Memo() as memo:
        before = reading(folder, memo).remembered
        spoilt = structs.replace(before, reads={name: Read((), ()) for name in before.reads})
        again = reading(folder, memo, spoilt, surroundings="another version")
    assert again.remembered.reads == before.reads


@pytest.mark.parametrize("kept", [b"", b"\xc1", b"\x80", b"\x81\xa5frame\x01"])
def test_a_memory_that_cannot_be_understood_is_none(kept: bytes) -> None:
    with Memo() as memo:
        memo.note([("frame", b"f"), ("f briefings/a", kept)], [])
        assert recall_reading(memo).reads == {}


def test_what_another_site_left_in_the_cache_is_not_taken_for_ones_own(tmp_path: Path) -> None:
    folder = make_content(tmp_path / "content", FILES)
    with Memo() as memo:
        mine = reading(folder, memo).remembered
        remember_reading(memo, mine, Remembered())
        remember_reading(memo, structs.replace(mine, frame="other"), Remembered())
        assert said(recall_reading(memo)) == ("other", mine.reads)
        remember_reading(memo, mine, recall_reading(memo))
        assert said(recall_reading(memo)) == said(mine)


def test_texts_that_are_gone_are_forgotten(tmp_path: Path) -> None:
    folder = make_content(tmp_path / "content", FILES)
    with Memo() as memo:
        both = reading(folder, memo).remembered
        remember_reading(memo, both, Remembered())
        (folder / "briefings" / "b.en.md").unlink()
        one = reading(folder, memo, both).remembered
        remember_reading(memo, one, both)
        assert said(recall_reading(memo)) == said(one)
        assert recall_reading(memo).reads.keys() == {"briefings/a"}


def test_many_texts_are_read_side_by_side_as_they_are_one_by_one(tmp_path: Path) -> None:
    files = {f"briefings/a{n:03}.en.md": original(title=f"No. {n}") for n in range(150)}
    files["briefings/a077.en.md"] = original(regions="RU-OMSK")
    folder = make_content(tmp_path / "content", files)
    with Memo() as memo:
        (finding,) = reading(folder, memo).findings
        assert finding.location.path == folder / "briefings" / "a077.en.md"
        (folder / "briefings" / "a077.en.md").write_text(original(title="No. 77"))
        content = reading(folder, memo).content
    assert content is not None
    assert [b.original.title for b in content.briefings] == [f"No. {n}" for n in range(150)]


SECTIONED = """\
First. ![A](../media/a.png)

## Omsk {#omsk regions="RU-OMS" partners="CN"}

On Omsk. [c](c.en.md#omsk)

More.
"""

EDITS = {
    "a paragraph": lambda text: text.replace("First.", "Second."),
    "a line above a heading": lambda text: text.replace("First.", "First.\n\nMore of it."),
    "the opening of a section": lambda text: text.replace("On Omsk.", "About Omsk."),
    "what follows the opening": lambda text: text.replace("More.", "Much more."),
    "a heading": lambda text: text.replace("## Omsk", "## The city"),
    "an id": lambda text: text.replace("#omsk regions", "#city regions"),
    "a tag": lambda text: text.replace('"CN"}', '"JP"}'),
    "a tag of a section": lambda text: text.replace(' partners="CN"}', "}"),
    "a link": lambda text: text.replace("c.en.md#omsk", "c.en.md"),
    "a dead link": lambda text: text.replace("c.en.md#omsk", "gone.en.md"),
    "a picture less": lambda text: text.replace("![A](../media/a.png)", ""),
    "no body": lambda text: text.partition("First.")[0],
    "a mistake in Markdown": lambda text: text + "\n# Too high\n",
    "another title": lambda text: text.replace("title: ", "title: Other "),
    "a line in the front matter": lambda text: text.replace("---\n", "---\n\n", 1),
    "a line of dashes in the body": lambda text: text.replace("More.", "---\n\nMore."),
    "a draft": lambda text: text.replace("lang: ", "draft: true\nlang: ", 1),
    "other ends of lines": lambda text: text.replace("\n", "\r\n"),
    "a byte-order mark": lambda text: "\ufeff" + text,
    "a letter that is not seen": lambda text: text.replace("More.", "Mo\u200bre."),
}


@pytest.mark.parametrize("path", ["briefings/a.en.md", "briefings/a.ru.md", "pages/p.en.md"])
@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_after_an_edit_what_was_read_before_changes_nothing_in_what_is_read(
    tmp_path: Path, path: str, edit: Callable[[str], str]
) -> None:
    page = f"---\ntitle: P\nsummary: What.\nlang: en\n---\n{SECTIONED}"
    page = page.replace(' regions="RU-OMS" partners="CN"', "").replace("c.en", "../briefings/c.en")
    files: dict[str, str | bytes] = {
        "briefings/a.en.md": original(partners="CN, JP", body=SECTIONED),
        "briefings/a.ru.md": translation(
            body=SECTIONED.replace(' regions="RU-OMS" partners="CN"', "")
        ),
        "briefings/c.en.md": original(body=SECTIONED.replace("[c](c.en.md#omsk)", "")),
        "pages/p.en.md": page,
        "media/a.png": b"?",
    }
    folder = make_content(tmp_path / "content", files)
    with Memo() as memo:
        first = reading(folder, memo)
        assert first.findings == ()
        text = edit((folder / path).read_text(encoding="utf-8"))
        (folder / path).write_bytes(text.encode())
        again = reading(folder, memo, first.remembered)
        anew = reading(folder, memo)
        assert again == anew
        assert again != first or text == files[path]


def test_an_edit_of_a_body_alone_does_not_ask_for_the_schema(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_content(tmp_path / "content", FILES)
    with Memo() as memo:
        before = reading(folder, memo).remembered
        monkeypatch.setattr(whole, "read_whole", None)
        (folder / "briefings" / "a.en.md").write_text(original(title="A", body="Other."))
        assert reading(folder, memo, before).findings == ()
        (folder / "briefings" / "a.en.md").write_text(original(title="B", body="Other."))
        with pytest.raises(TypeError):
            reading(folder, memo, before)


FIGURE = """\
figures:
  - id: trade-2015
    measure: trade
    period: 2015
    value: 5
    unit: USD
    evidence: came to 5 dollars"""

EDITS_OF_EVIDENCE: dict[str, Callable[[str], str]] = {
    "words around it": lambda text: text.replace("Trade", "All trade"),
    "a paragraph in front": lambda text: text.replace("Trade", "Before.\n\nTrade"),
    "its words": lambda text: text.replace("Trade came to 5", "Trade came to 6"),
    "its words twice": lambda text: text + "\nIt came to 5 dollars.\n",
    "the words that it names": lambda text: text.replace("evidence: came", "evidence: Trade came"),
}


@pytest.mark.parametrize("edit", EDITS_OF_EVIDENCE.values(), ids=EDITS_OF_EVIDENCE.keys())
def test_after_an_edit_evidence_is_looked_for_anew(
    tmp_path: Path, edit: Callable[[str], str]
) -> None:
    text = original(body="Trade came to 5 dollars.", more=FIGURE)
    folder = make_content(tmp_path / "content", {"briefings/a.en.md": text})
    with Memo() as memo:
        first = reading(folder, memo)
        assert first.findings == ()
        (folder / "briefings" / "a.en.md").write_text(edit(text))
        again = reading(folder, memo, first.remembered)
        assert again == reading(folder, memo)
        assert again != first
