"""Laws that hold for every text an editor may write, and on every machine."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microsite import memo
from microsite.diagnostics import Code, Diagnostic
from microsite.output.manifest import MANIFEST, Published
from microsite.run import run
from tests.building import (
    BARE,
    ROOT,
    bodies_from,
    make_content,
    options_for,
    original,
    read_folder,
    site_of,
    tree_of,
)

TWO_LANGUAGES = BARE.parent / "two_languages"

settings.register_profile(
    "laws",
    deadline=None,
    derandomize=bool(os.environ.get("CI")),
    max_examples=150,
    suppress_health_check=[HealthCheck.too_slow],
)
LAWS = settings.get_profile("laws")
WHOLE_BUILDS = settings(LAWS, max_examples=15)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make one content folder for all examples of a law; each puts its one file there."""
    return make_content(tmp_path_factory.mktemp("laws") / "content", {"site.yaml": LEAST})


LEAST = """\
title: {en: Trial}
description: {en: A site for trials.}
languages: [en]
"""

MARKS = (
    *("---\n", "\n", "\n\n", " ", "  ", "\t", ": ", "- ", "#", "## ", "### ", "{#id}", "{#", "}"),
    *(' regions="RU-OMS"}', ' partners="', "[", "]", "(", ")", "[a](b.en.md)", "![", "](x.png)"),
    *("<https://a.b>", "<b>", "&#0;", "&amp;", "*", "**", "_", "~~", "`", "```\n", "> ", "1. "),
    *("| a | b |\n| - | -: |\n", "| ", "\\", "\\|", "[^1]", "[^1]: ", '"', "'", "«", "…", "--"),
    *("{", "}", ",", "&a ", "*a ", "!!int ", "%", "@", "title: ", "lang: en\n", "date: 2016\n"),
    *("draft: true\n", "Мост", "桥", "e\u0301", "\u00a0", "\u202e", "\x00", "\r", "\x85", "😀"),
)
PIECES = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=5)), max_size=30).map("".join)
TEXTS = st.one_of(st.text(max_size=80), PIECES)


@contextmanager
def with_file(folder: Path, name: str, data: bytes) -> Iterator[Path]:
    """Put a file into the folder; what stood there comes back."""
    path = folder / name
    before = path.read_bytes() if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    try:
        yield path
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def judge(folder: Path, name: str, data: bytes) -> tuple[Diagnostic, ...]:
    """Read the folder with a file, and see that what is found lies inside the files."""
    with with_file(folder, name, data):
        content, findings = read_folder(folder)
        assert (content is None) == bool(findings)
        for finding in findings:
            assert inside(finding), finding
    return findings


def inside(finding: Diagnostic) -> bool:
    """Tell whether the place of a finding lies in its file; the end of a line belongs to it."""
    place = finding.location
    if not place.path.is_file():
        return (place.line, place.column) == (1, 1)
    text = place.path.read_bytes().decode("utf-8-sig", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    if not 1 <= place.line <= len(lines) or place.column < 1 or finding.width < 1:
        return False
    length = len(lines[place.line - 1])
    return place.column <= length + 1 and place.column + finding.width <= length + 2


@given(data=st.one_of(st.binary(max_size=120), TEXTS.map(str.encode)))
@LAWS
def test_any_bytes_are_a_briefing_or_have_findings(folder: Path, data: bytes) -> None:
    judge(folder, "briefings/a.en.md", data)


@given(cut=st.integers(0, 200), length=st.integers(0, 20), insert=TEXTS)
@LAWS
def test_a_briefing_with_a_slip_of_the_hand_is_one_or_has_findings(
    folder: Path, cut: int, length: int, insert: str
) -> None:
    text = original(more="date_basis: Guessed.\nsource: {title: A}", body="## A {#a}\n\nText.")
    judge(folder, "briefings/a.en.md", (text[:cut] + insert + text[cut + length :]).encode())


@given(block=TEXTS)
@LAWS
def test_any_text_may_stand_between_the_fields(folder: Path, block: str) -> None:
    judge(folder, "briefings/a.en.md", original(more=block).encode())


@given(key=st.sampled_from(["title", "date", "regions", "source", "changes", "x"]), value=TEXTS)
@LAWS
def test_any_text_may_stand_as_a_value(folder: Path, key: str, value: str) -> None:
    text = original().replace(f"\n{key}:", f"\n{key}-too:")
    judge(folder, "briefings/a.en.md", text.replace("---\n", f"---\n{key}: {value}\n", 1).encode())


@given(body=TEXTS)
@LAWS
def test_any_text_may_stand_in_the_body(folder: Path, body: str) -> None:
    judge(folder, "briefings/a.en.md", original(body=body).encode())


@given(text=st.one_of(TEXTS, st.builds(str.__add__, st.just(LEAST), TEXTS)))
@LAWS
def test_any_text_may_stand_in_the_settings(folder: Path, text: str) -> None:
    judge(folder, "site.yaml", text.encode())


@given(
    name=st.sampled_from(["regions", "partners", "places", "topics", "people"]),
    text=st.one_of(TEXTS, st.builds("a: {{name: {{en: {}}}}}\n{}".format, TEXTS, TEXTS)),
)
@LAWS
def test_any_text_may_stand_in_a_vocabulary(folder: Path, name: str, text: str) -> None:
    judge(folder, f"vocabulary/{name}.yaml", text.encode())


PARAGRAPHS = (
    "Words *and* more.",
    "## Heading {{#id-{}}}",
    "- item\n- item\n\n  more",
    "> quote\n> goes on",
    "| a | b |\n| - | - |\n| c | d |",
    "```\ncode\n\ncode\n```",
    "1. one\n\n   two",
    "***",
)


@given(
    before=st.lists(st.sampled_from(PARAGRAPHS), max_size=6),
    gaps=st.integers(1, 3),
    prefix=st.sampled_from(["", "Words, ", "- ", "> ", "## ", "| ", "Line\nline ", "*Мост* "]),
    fields=st.integers(0, 3),
)
@LAWS
def test_a_mistake_in_the_body_is_told_at_its_line_and_column(
    folder: Path, before: Sequence[str], gaps: int, prefix: str, fields: int
) -> None:
    blocks = [block.format(number) for number, block in enumerate(before)]
    link = f"{prefix}[dead](nowhere.en.md)" + (" |\n| - |" if prefix == "| " else "")
    body = ("\n" * (gaps + 1)).join([*blocks, link])
    more = "\n".join(f"# remark {number}" for number in range(fields))
    text = original(more=more, body=body)
    (finding,) = judge(folder, "briefings/a.en.md", text.encode())
    index = text.index("[dead]")
    assert finding.code is Code.LINK
    assert finding.location.line == text.count("\n", 0, index) + 1
    assert finding.location.column == index - text.rfind("\n", 0, index)


@given(words=st.lists(st.sampled_from(["мост", "bridge", "桥", "2016", "12%"]), min_size=1))
@LAWS
def test_plain_words_reach_the_page_unchanged(folder: Path, words: Sequence[str]) -> None:
    body = " ".join(words)
    with with_file(folder, "briefings/a.en.md", original(body=body).encode()):
        (html,) = bodies_from(folder).values()
    assert html.replace("\u00a0", " ") == f"<p>{body}</p>\n"


@pytest.fixture(scope="module")
def expected() -> dict[str, bytes]:
    """Give the bytes of the small site in two languages."""
    return tree_of(TWO_LANGUAGES / "expected")


@given(seed=st.randoms(use_true_random=False))
@WHOLE_BUILDS
def test_the_order_in_which_files_were_made_does_not_matter(
    expected: dict[str, bytes], seed: random.Random
) -> None:
    files = [*tree_of(TWO_LANGUAGES / "content").items()]
    seed.shuffle(files)
    with tempfile.TemporaryDirectory() as name:
        for path, data in files:
            target = Path(name, "content", path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        assert site_of(options_for(Path(name, "content"))) == expected


@given(chosen=st.sets(st.integers(0, 11)), damage=st.binary(max_size=40), cached=st.booleans())
@WHOLE_BUILDS
def test_whatever_the_folder_held_before_the_site_becomes_the_same(
    expected: dict[str, bytes],
    chosen: set[int],
    damage: bytes,
    cached: bool,  # noqa: FBT001 -- drawn like the others
) -> None:
    """Pages that are missing, damaged or old, and pages of another site, leave no trace."""
    with tempfile.TemporaryDirectory() as name:
        out, cache = Path(name) / "site", Path(name) / "cache" if cached else None
        options = options_for(TWO_LANGUAGES / "content", cache=cache)
        run(options_for(BARE.parent / "minimal" / "content", cache=cache), out)
        run(options, out)
        paths = sorted(expected)
        for number in chosen:
            path = out / paths[number * 5 % len(paths)]
            path.unlink() if number % 2 else path.write_bytes(damage)
        run(options, out)
        assert tree_of(out, without=[MANIFEST]) == expected
        assert run(options, out).published == Published(0, len(expected), 0)


@pytest.mark.parametrize("cached", [True, False])
def test_building_twice_writes_nothing(
    tmp_path: Path,
    expected: dict[str, bytes],
    cached: bool,  # noqa: FBT001 -- a parameter
) -> None:
    cache = tmp_path / "cache" if cached else None
    options = options_for(TWO_LANGUAGES / "content", cache=cache)
    assert run(options, tmp_path / "site").published == Published(len(expected), 0, 0)
    assert run(options, tmp_path / "site").published == Published(0, len(expected), 0)


def test_a_cache_that_is_absent_new_used_or_damaged_gives_the_same_bytes(
    tmp_path: Path, expected: dict[str, bytes]
) -> None:
    cached = options_for(TWO_LANGUAGES / "content", cache=tmp_path / "cache")
    store = tmp_path / "cache" / memo.FILE
    assert site_of(options_for(TWO_LANGUAGES / "content")) == expected
    assert site_of(cached) == expected
    assert store.is_file()
    assert site_of(cached) == expected
    whole = store.read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], b"x" * len(whole)):
        store.write_bytes(damaged)
        assert site_of(cached) == expected


def test_a_remembered_body_that_cannot_be_read_is_made_anew(
    tmp_path: Path, expected: dict[str, bytes]
) -> None:
    cached = options_for(TWO_LANGUAGES / "content", cache=tmp_path / "cache")
    site_of(cached)
    with closing(sqlite3.connect(tmp_path / "cache" / memo.FILE)) as store, store:
        store.execute("DELETE FROM memo WHERE key != 'what was read'")
    assert site_of(cached) == expected


MACHINES = {
    "another seed of hashes": {"PYTHONHASHSEED": "1"},
    "a third seed of hashes": {"PYTHONHASHSEED": "4242"},
    "the far east": {"TZ": "Asia/Kamchatka", "LC_ALL": "ja_JP.UTF-8", "LANG": "ja_JP.UTF-8"},
    "the plain locale": {"TZ": "America/Adak", "LC_ALL": "C", "PYTHONUTF8": "0"},
}


@pytest.mark.parametrize("name", MACHINES)
def test_every_machine_gives_the_same_bytes(
    name: str, tmp_path: Path, expected: dict[str, bytes]
) -> None:
    folders = ("--templates", BARE, "--output", "out", "--cache", "cache")
    subprocess.run(
        [sys.executable, ROOT / "build.py", *folders, "--content", TWO_LANGUAGES / "content"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        env=os.environ | MACHINES[name],
    )
    published = tree_of(tmp_path / "out", without=[MANIFEST])
    edit = b"/edit/main/"
    assert {path for path, data in published.items() if data != expected[path]} == {
        path for path, data in expected.items() if edit in data
    }
    assert {
        path: data.replace(edit + b"tests/sites/two_languages/", edit)
        for path, data in published.items()
    } == expected


def test_the_place_of_the_content_folder_does_not_matter(
    tmp_path: Path, expected: dict[str, bytes]
) -> None:
    deep = tmp_path / "Папка с пробелами" / "content"
    shutil.copytree(TWO_LANGUAGES / "content", deep)
    assert site_of(options_for(deep)) == expected
