"""Build again and again into one folder: quick if nothing changed, right if anything did."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from microsite import memo
from microsite.diagnostics import Code
from microsite.options import Options
from microsite.output.locks import claim
from microsite.output.manifest import MANIFEST, Published
from microsite.run import Memory, Result, is_up_to_date, run, run_again
from tests.building import (
    BARE,
    LOCALES,
    ROOT,
    Files,
    make_content,
    original,
    translation,
    tree_of,
    write_files,
)

FILES: Files = {
    "briefings/a.en.md": original(title="A", body="![A](../media/a.png) [b](b.ru.md)"),
    "briefings/a.ru.md": translation(),
    "briefings/b.ru.md": original(lang="ru", title="Б", date="2017", partners="CN-HA, JP"),
    "briefings/c.en.md": original(title="C", date="2018", more="draft: true"),
    "pages/about.en.md": "---\ntitle: About\nsummary: What.\nlang: en\n---\nText.\n",
    "media/a.png": b"a picture",
    "media/b.png": b"another one",
}


@dataclass(frozen=True)
class Desk:
    """Hold folders of one's own for all that a build reads and writes."""

    folder: Path

    @property
    def options(self) -> Options:
        """Build with a cache."""
        return Options(
            content=self.folder / "content",
            templates=self.folder / "templates",
            locales=self.folder / "locales",
            cache=self.folder / "cache",
        )

    @property
    def site(self) -> Path:
        """Where the site stands."""
        return self.folder / "work" / "site"

    def build(self) -> Result:
        """Build once more."""
        return run(self.options, self.site)

    def clean(self, options: Options | None = None) -> dict[str, bytes]:
        """Build elsewhere with nothing remembered; give all files, the record too."""
        other = self.folder / "clean" / "site"
        result = run(replace(options or self.options, cache=None), other)
        assert result.findings == ()
        built = tree_of(other)
        shutil.rmtree(other.parent)
        return built

    def write(self, files: Files) -> None:
        """Write files of the content folder."""
        write_files(self.folder / "content", files)

    def states(self) -> dict[str, tuple[int, int, int]]:
        """Give what the system says of all that stands in the site, and of its folders."""
        return {
            path.relative_to(self.folder).as_posix(): (at.st_mtime_ns, at.st_size, at.st_ino)
            for path in [self.site, *self.site.rglob("*")]
            for at in [path.lstat()]
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path)
    make_content(tmp_path / "content", FILES)
    shutil.copytree(BARE, tmp_path / "templates")
    shutil.copytree(LOCALES, tmp_path / "locales")
    return made


HEAVY = ("pydantic", "jinja2", "markdown_it", "babel", "yaml", "msgspec", "markupsafe", "edtf")

COMMAND = f"""
import sys
from microsite.cli import main
code = main(sys.argv[1:])
print([name for name in {HEAVY} if name in sys.modules])
sys.exit(code)
"""


def command(desk: Desk) -> list[str | Path]:
    options = desk.options
    folders = {"content": options.content, "templates": options.templates, "output": desk.site}
    named = [each for name, path in folders.items() for each in (f"--{name}", path)]
    return [sys.executable, "-c", COMMAND, *named, "--cache", desk.folder / "cache"]


def test_where_nothing_changed_nothing_heavy_is_imported_and_nothing_written(desk: Desk) -> None:
    told = []
    states = []
    for _ in range(3):
        done = subprocess.run(command(desk), cwd=ROOT, capture_output=True, text=True, check=True)
        told.append((done.stdout.strip(), done.stderr.partition(" files written")[0]))
        states.append(desk.states())
    number = len(tree_of(desk.site, without=[MANIFEST]))
    pages = sum(path.endswith(".html") for path in tree_of(desk.site))
    assert "pydantic" in told[0][0]
    assert told[0][1] == f"{pages} pages, {number}"
    assert told[1:] == [("[]", f"{pages} pages, 0")] * 2
    assert states[0] == states[1] == states[2]


def test_an_edit_of_a_body_asks_for_no_schema_and_no_yaml(desk: Desk) -> None:
    desk.build()
    path = desk.folder / "content" / "briefings" / "b.ru.md"
    path.write_text(path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    told = subprocess.run(command(desk), capture_output=True, text=True, check=True)
    assert "1 files written" in told.stderr
    assert {"pydantic", "yaml", "edtf"} & set(re.findall(r"\w+", told.stdout)) == set()
    assert "jinja2" in told.stdout


def test_a_run_that_finds_nothing_changed_says_what_the_first_one_said(desk: Desk) -> None:
    first, again = desk.build(), desk.build()
    assert first.published == Published(len(tree_of(desk.site)) - 1, 0, 0)
    assert again.published == Published(0, len(tree_of(desk.site)) - 1, 0)
    assert replace(first, published=None) == replace(again, published=None)
    assert tree_of(desk.site) == desk.clean()


PATHS = ["index.html", "en/briefings/a.html", "site.css", "media/a.png", ".nojekyll", MANIFEST]


def delete(path: Path) -> None:
    path.unlink()


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1] or b"?")


def change_unseen(path: Path) -> None:
    """Change a byte and give the file its time back: only the system knows that it was written."""
    at, data = path.stat(), path.read_bytes()
    path.write_bytes(data[:-1] + b"?" if data else b"?")
    os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))


def replace_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_by_a_link(path: Path) -> None:
    path.rename(path.with_name("other"))
    path.symlink_to("other")


@pytest.mark.parametrize("path", PATHS[:-1])
@pytest.mark.parametrize("damage", [delete, cut, change_unseen])
def test_a_page_that_was_deleted_or_damaged_comes_back(
    desk: Desk, path: str, damage: Callable[[Path], None]
) -> None:
    desk.build()
    expected = tree_of(desk.site)
    damage(desk.site / path)
    assert desk.build().published == Published(1, len(expected) - 2, 0)
    assert tree_of(desk.site) == expected
    assert desk.build().published == Published(0, len(expected) - 1, 0)


def test_a_record_that_was_deleted_is_never_taken_for_nothing_changed(desk: Desk) -> None:
    desk.build()
    (desk.site / MANIFEST).unlink()
    with pytest.raises(Exception, match="holds files that this program did not write"):
        desk.build()


def test_a_page_that_was_only_touched_is_left_as_it_is(desk: Desk) -> None:
    desk.build()
    os.utime(desk.site / "index.html", (1, 1))
    before = desk.states()
    assert desk.build().published == Published(0, len(tree_of(desk.site)) - 1, 0)
    assert desk.states() == before


def test_files_of_others_stay_through_builds(desk: Desk) -> None:
    desk.build()
    write_files(desk.site, {"CNAME": "example.org", ".git/HEAD": "ref"})
    desk.write({"briefings/a.ru.md": translation(title="Иначе")})
    desk.build()
    assert (desk.site / "CNAME").read_text() == "example.org"
    assert (desk.site / ".git" / "HEAD").read_text() == "ref"


def test_an_edit_of_a_body_leaves_the_folder_and_every_other_page_where_they_are(
    desk: Desk,
) -> None:
    desk.build()
    before = desk.states()
    EDITS["a body"](desk)
    assert desk.build().published == Published(1, len(desk.clean()) - 2, 0)
    after = desk.states()
    changed = {path for path in after if after[path][2] != before[path][2]}
    assert changed == {f"work/site/{path}" for path in ("ru/briefings/a.html", MANIFEST)}


def test_killed_between_the_one_page_and_its_record_the_next_run_mends_it(desk: Desk) -> None:
    desk.build()
    record = (desk.site / MANIFEST).read_bytes()
    ledgers = {path: path.read_bytes() for path in (desk.folder / "cache").glob("ledger*")}
    EDITS["a body"](desk)
    desk.build()
    wanted = tree_of(desk.site)
    (desk.site / MANIFEST).write_bytes(record)
    for path, ledger in ledgers.items():
        path.write_bytes(ledger)
    assert desk.build().findings == ()
    assert tree_of(desk.site) == wanted == desk.clean()


Edit = Callable[[Desk], object]

TITLE = original(title="Another", body="![A](../media/a.png) [b](b.ru.md)")
SETTINGS = "title: {ru: П, en: T}\ndescription: {ru: О, en: D}\nlanguages: [en, ru]\n"


def renamed(desk: Desk) -> None:
    folder = desk.folder / "content" / "briefings"
    text = original(title="Another", body="![A](../media/a.png) [b](new.ru.md)")
    desk.write({"briefings/a.en.md": text})
    (folder / "b.ru.md").rename(folder / "new.ru.md")


def with_one_language(desk: Desk) -> None:
    for path in (desk.folder / "content").rglob("*.en.md"):
        path.unlink()
    settings = "title: {ru: П}\ndescription: {ru: О}\nlanguages: [ru]\n"
    desk.write({"site.yaml": settings, "briefings/a.ru.md": original(lang="ru")})


def with_text(path: str, before: str, after: str) -> Edit:
    def edit(desk: Desk) -> None:
        text = (desk.folder / path).read_text(encoding="utf-8")
        assert before in text
        (desk.folder / path).write_text(text.replace(before, after), encoding="utf-8")

    return edit


EDITS: dict[str, Edit] = {
    "a body": with_text("content/briefings/a.ru.md", "Текст.", "Слова."),
    "a title": lambda desk: desk.write({"briefings/a.en.md": TITLE}),
    "a date": with_text("content/briefings/b.ru.md", "date: 2017", "date: 2019"),
    "a tag": with_text("content/briefings/b.ru.md", "CN-HA, JP", "JP"),
    "a draft that is published": with_text("content/briefings/c.en.md", "draft: true\n", ""),
    "a new briefing": lambda desk: desk.write({"briefings/d.en.md": original(title="D")}),
    "a new translation": lambda desk: desk.write({"briefings/d.ru.md": translation()}),
    "a translation that goes": lambda desk: (
        desk.folder / "content" / "briefings" / "d.ru.md"
    ).unlink(),
    "a briefing that goes": lambda desk: (
        desk.folder / "content" / "briefings" / "d.en.md"
    ).unlink(),
    "a new name": renamed,
    "a picture": lambda desk: desk.write({"media/a.png": b"a new picture"}),
    "a page": with_text("content/pages/about.en.md", "Text.", "Words."),
    "the summary of a page": with_text(
        "content/pages/about.en.md", "summary: What.", "summary: Why."
    ),
    "a picture that is shown no more": with_text(
        "content/briefings/a.en.md", "![A](../media/a.png) ", ""
    ),
    "a page that goes": lambda desk: (desk.folder / "content" / "pages" / "about.en.md").unlink(),
    "a name of the vocabulary": with_text(
        "content/vocabulary/partners.yaml", "en: China", "en: PRC"
    ),
    "the settings": lambda desk: desk.write({"site.yaml": SETTINGS}),
    "a template": with_text(
        "templates/briefings/briefing.html", "{% block main %}", "{% block main %}<hr>"
    ),
    "a macro": with_text("templates/macros.html", 'class="date"', 'class="day"'),
    "a style sheet": with_text("templates/site.css", "", "/* more */"),
    "a new style sheet": lambda desk: write_files(desk.folder, {"templates/print.css": "p {}"}),
    "a text of the interface": with_text(
        "locales/en/microsite.po", 'msgstr "Regions"', 'msgstr "Areas"'
    ),
    "a language less": with_one_language,
}


def test_after_every_edit_the_site_is_what_a_clean_build_makes_of_it(desk: Desk) -> None:
    desk.build()
    before = tree_of(desk.site)
    for name, edit in EDITS.items():
        edit(desk)
        result = desk.build()
        assert result.findings == (), name
        after = tree_of(desk.site)
        assert after == desk.clean(), name
        assert after != before, name
        changed = {path for path in after if after[path] != before.get(path)} - {MANIFEST}
        gone = before.keys() - after.keys()
        number = Published(len(changed), len(after) - 1 - len(changed), len(gone))
        assert result.published == number, name
        before = after


def test_in_the_preview_too(desk: Desk) -> None:
    memory = Memory()
    desk.site.mkdir(parents=True)
    try:
        for name, edit in EDITS.items():
            edit(desk)
            assert run_again(desk.options, desk.site, memory).findings == (), name
            wanted = desk.clean()
            del wanted[MANIFEST]  # a folder that nobody else writes into has none
            assert tree_of(desk.site) == wanted, name
            again = run_again(desk.options, desk.site, memory)
            assert again.published == Published(0, len(wanted), 0)
    finally:
        memory.close()


def test_in_the_preview_what_is_told_of_is_enough_and_what_is_not_is_found_in_the_pause(
    desk: Desk,
) -> None:
    memory = Memory()
    desk.site.mkdir(parents=True)
    try:
        assert not is_up_to_date(desk.options, memory)
        run_again(desk.options, desk.site, memory)
        assert is_up_to_date(desk.options, memory)
        one, other = sorted((desk.folder / "content" / "briefings").glob("*.md"))[:2]
        for path in (one, other):
            path.write_text(path.read_text("utf-8") + "\nOne word more.\n", "utf-8")
        before = tree_of(desk.site)
        run_again(desk.options, desk.site, memory, [one])
        told = {path for path, data in tree_of(desk.site).items() if before[path] != data}
        assert told
        assert tree_of(desk.site) != desk.clean()
        assert not is_up_to_date(desk.options, memory)
        run_again(desk.options, desk.site, memory)
        wanted = desk.clean()
        del wanted[MANIFEST]
        assert tree_of(desk.site) == wanted
        assert is_up_to_date(desk.options, memory)
    finally:
        memory.close()


def test_in_the_preview_a_file_that_went_untold_is_missed_by_nobody(desk: Desk) -> None:
    memory = Memory()
    desk.site.mkdir(parents=True)
    try:
        write_files(desk.folder / "content", {"briefings/z.en.md": original(title="Z")})
        write_files(desk.folder / "content", {"briefings/z.ru.md": translation(title="Я")})
        run_again(desk.options, desk.site, memory)
        told = desk.folder / "content" / "briefings" / "z.en.md"
        told.write_text(original(title="Z again"), "utf-8")
        told.with_name("z.ru.md").unlink()
        assert run_again(desk.options, desk.site, memory, [told]).findings == ()
        wanted = desk.clean()
        del wanted[MANIFEST]
        assert tree_of(desk.site) == wanted
    finally:
        memory.close()


def test_a_mistake_that_stands_is_not_looked_for_again_in_every_pause(desk: Desk) -> None:
    memory = Memory()
    desk.site.mkdir(parents=True)
    try:
        path = min((desk.folder / "content" / "briefings").glob("*.md"))
        text = path.read_text("utf-8")
        path.write_text(text.replace("title:", "titel:"), "utf-8")
        assert run_again(desk.options, desk.site, memory).findings != ()
        assert is_up_to_date(desk.options, memory)
        path.write_text(text, "utf-8")
        assert run_again(desk.options, desk.site, memory, [path]).findings == ()
        assert is_up_to_date(desk.options, memory)
    finally:
        memory.close()


@pytest.mark.parametrize(
    "others",
    [{"drafts": True}, {"overrides": {"base_url": "https://example.org/"}}],
    ids=str,
)
def test_other_options_make_another_site(desk: Desk, others: dict[str, Any]) -> None:
    desk.build()
    before = tree_of(desk.site)
    options = replace(desk.options, **others)
    run(options, desk.site)
    assert tree_of(desk.site) == desk.clean(options) != before
    desk.build()
    assert tree_of(desk.site) == before


def test_an_edit_that_leaves_size_and_time_as_they_were_is_noticed(desk: Desk) -> None:
    desk.build()
    path = desk.folder / "content" / "briefings" / "a.ru.md"
    at = path.stat()
    data = path.read_bytes().replace("Текст".encode(), "Слово".encode())
    path.write_bytes(data)
    os.utime(path, ns=(at.st_atime_ns, at.st_mtime_ns))
    assert path.stat().st_size == at.st_size
    desk.build()
    assert "Слово" in (desk.site / "ru" / "briefings" / "a.html").read_text(encoding="utf-8")


def test_a_file_that_was_only_touched_changes_nothing(desk: Desk) -> None:
    desk.build()
    before = desk.states()
    for path in (desk.folder / "content").rglob("*.md"):
        os.utime(path, (1, 1))
    desk.build()
    assert desk.states() == before


MISTAKES: dict[str, Files] = {
    "in a text": {"briefings/a.en.md": original(regions="RU-OMSK")},
    "in a link": {"briefings/a.en.md": original(body="[dead](nowhere.en.md)")},
    "in the settings": {"site.yaml": "title: {en: T}\n"},
    "in the vocabulary": {"vocabulary/regions.yaml": "RU-OMS: {}\n"},
    "in a template": {"../templates/briefings/briefing.html": "{{ page.titel }}"},
    "in the grammar of a template": {"../templates/home.html": "{% if %}"},
    "in an address": {"pages/briefings.en.md": FILES["pages/about.en.md"]},
}


@pytest.mark.parametrize("name", MISTAKES)
def test_with_a_mistake_the_site_is_left_as_it_is_and_mending_it_is_enough(
    desk: Desk, name: str
) -> None:
    desk.build()
    before, states = tree_of(desk.site), desk.states()
    kept = tree_of(desk.folder / "content"), tree_of(desk.folder / "templates")
    # Another edit that is right must not be published by halves.
    desk.write({"briefings/b.ru.md": original(lang="ru", title="Иначе"), **MISTAKES[name]})
    for _ in range(2):
        result = desk.build()
        assert result.findings
        assert result.published is None
        assert (tree_of(desk.site), desk.states()) == (before, states)
        assert [path.name for path in desk.site.parent.iterdir()] == ["site"]
    for folder, files in zip(("content", "templates"), kept, strict=True):
        shutil.rmtree(desk.folder / folder)
        write_files(desk.folder / folder, files)
    assert desk.build().findings == ()
    assert (tree_of(desk.site), desk.states()) == (before, states)


def test_a_first_build_with_a_mistake_leaves_nothing(desk: Desk) -> None:
    desk.write(MISTAKES["in a template"])
    assert [finding.code for finding in desk.build().findings] == [Code.TEMPLATE]
    assert not desk.site.parent.exists()


def test_looking_for_mistakes_writes_no_site_and_finds_them_all(desk: Desk) -> None:
    result = run(desk.options, None)
    assert (result.findings, result.published) == ((), None)
    assert not desk.site.parent.exists()
    assert result.pages == desk.build().pages
    before = desk.states()
    desk.write({**MISTAKES["in a template"], **MISTAKES["in a text"]})
    assert {finding.code for finding in run(desk.options, None).findings} == {Code.UNKNOWN_TERM}
    desk.write({"briefings/a.en.md": FILES["briefings/a.en.md"]})
    assert {finding.code for finding in run(desk.options, None).findings} == {Code.TEMPLATE}
    assert desk.states() == before


def garbage(path: Path) -> None:
    path.write_bytes(b"garbage" * 3000)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def halved(path: Path) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


@pytest.mark.parametrize("damage", [delete, garbage, emptied, halved, replace_by_a_folder])
@pytest.mark.parametrize("which", ["ledger*", f"{memo.FILE}*", "*"])
def test_a_cache_that_was_deleted_or_damaged_costs_time_alone(
    desk: Desk, which: str, damage: Callable[[Path], None]
) -> None:
    desk.build()
    before = desk.states()
    for path in list((desk.folder / "cache").glob(which)):
        damage(path)
    desk.build()
    assert desk.states() == before
    for path in list((desk.folder / "cache").glob(which)):
        shutil.rmtree(path) if path.is_dir() else damage(path)
    desk.write({"briefings/a.en.md": TITLE})
    desk.build()
    assert tree_of(desk.site) == desk.clean()


def test_a_cache_that_cannot_be_written_is_none(desk: Desk) -> None:
    (desk.folder / "cache").write_text("in the way")
    for files in (FILES, {"briefings/a.en.md": TITLE}):
        desk.write(files)
        desk.build()
        assert tree_of(desk.site) == desk.clean()
    assert (desk.folder / "cache").read_text() == "in the way"


def test_a_cache_may_serve_several_sites(desk: Desk) -> None:
    others = desk.folder / "others"
    make_content(others, {"briefings/a.en.md": original(title="Others")})
    elsewhere = replace(desk.options, content=others)
    for _ in range(2):
        desk.build()
        run(elsewhere, desk.folder / "elsewhere" / "site")
        desk.write({"briefings/a.en.md": TITLE})
    assert tree_of(desk.site) == desk.clean()
    assert tree_of(desk.folder / "elsewhere" / "site") == desk.clean(elsewhere)
    # And two folders may change places.
    run(elsewhere, desk.site)
    assert tree_of(desk.site) == desk.clean(elsewhere)


@pytest.mark.parametrize("at", ["Reading", "Rendering"])
def test_a_cache_that_is_lost_in_the_middle_of_a_build_costs_time_alone(
    desk: Desk, at: str
) -> None:
    lost: list[str] = []

    def lose(things: Iterable[Any], _total: int, what: str) -> Iterable[Any]:
        if what == at and not lost:
            lost.append(what)
            with closing(sqlite3.connect(desk.folder / "cache" / memo.FILE)) as store, store:
                store.execute("DELETE FROM memo")
        return things

    desk.build()
    desk.write({"site.yaml": SETTINGS, "briefings/b.ru.md": original(lang="ru", title="Иначе")})
    assert run(desk.options, desk.site, progress=lose).findings == ()
    assert lost == [at]
    assert tree_of(desk.site) == desk.clean()
    assert [path.name for path in desk.site.parent.iterdir()] == ["site"]
    desk.write({"briefings/a.en.md": TITLE})
    desk.build()
    assert tree_of(desk.site) == desk.clean()


def test_a_build_that_is_stopped_leaves_the_site_and_no_litter(desk: Desk) -> None:
    def stop(things: Iterable[Any], _total: int, what: str) -> Iterable[Any]:
        for number, thing in enumerate(things):
            if what == "Rendering" and number == 5:
                raise KeyboardInterrupt
            yield thing

    desk.build()
    before, states = tree_of(desk.site), desk.states()
    desk.write({"site.yaml": SETTINGS})
    with pytest.raises(KeyboardInterrupt):
        run(desk.options, desk.site, progress=stop)
    assert (tree_of(desk.site), desk.states()) == (before, states)
    assert [path.name for path in desk.site.parent.iterdir()] == ["site"]
    desk.build()
    assert tree_of(desk.site) == desk.clean()


def test_a_second_build_says_that_it_waits_and_then_builds(desk: Desk) -> None:
    with claim(desk.site, lambda: None):
        second = subprocess.Popen(
            command(desk), cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        assert second.stderr is not None
        said = second.stderr.readline()
        assert not desk.site.exists()
    with second:
        rest = second.stderr.read()
    assert said.startswith("Another build ")
    assert said.endswith("; waiting for it to end ...\n")
    assert second.returncode == 0, rest
    assert rest.startswith(f"{len([p for p in tree_of(desk.site) if p.endswith('.html')])} pages")


def test_two_builds_at_once_both_end_well(desk: Desk) -> None:
    both = [
        subprocess.Popen(
            command(desk), cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True
        )
        for _ in range(2)
    ]
    told = [build.communicate()[1] for build in both]
    assert [build.returncode for build in both] == [0, 0], told
    assert [path.name for path in desk.site.parent.iterdir()] == ["site"]
    assert tree_of(desk.site) == desk.clean(replace(desk.options, locales=LOCALES))


def test_a_link_or_a_folder_that_may_not_lie_there_is_told_after_a_build_too(desk: Desk) -> None:
    desk.build()
    link = desk.folder / "content" / "media" / "x.png"
    link.parent.mkdir(exist_ok=True)
    link.symlink_to("/etc/hostname")
    assert [f.code for f in run(desk.options, desk.site).findings] == [Code.FILE_NAME]
    link.unlink()
    (desk.folder / "content" / "breifings").mkdir()
    assert [f.code for f in run(desk.options, desk.site).findings] == [Code.FILE_NAME]


def test_a_slip_that_is_found_when_a_template_is_compiled_is_told_on_a_large_site_too(
    desk: Desk,
) -> None:
    files = {f"content/briefings/x{n}.en.md": original(title=f"X {n}") for n in range(120)}
    write_files(desk.folder, files)
    page = desk.folder / "templates" / "home.html"
    page.write_text(page.read_text() + "{% block more %}{{ 1|nonsense }}{% endblock %}")
    assert {f.code for f in run(desk.options, desk.site).findings} == {Code.TEMPLATE}
