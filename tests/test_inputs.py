from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from microsite.diagnostics import Code
from microsite.inputs import (
    CODE,
    CONTENT,
    LOCALES,
    TEMPLATES,
    Inputs,
    look_again,
    look_around,
)
from microsite.ledger import MANY, Ledger
from microsite.options import Options
from tests import building
from tests.building import make_content, original, write_files


@pytest.fixture
def options(tmp_path: Path) -> Options:
    make_content(tmp_path / "content", {"briefings/a.en.md": original()})
    write_files(tmp_path / "templates", {"a.html": "", "macros/b.html": ""})
    shutil.copytree(building.LOCALES, tmp_path / "locales")
    return Options(
        content=tmp_path / "content",
        templates=tmp_path / "templates",
        locales=tmp_path / "locales",
        cache=None,
    )


def ledger_of(found: Inputs) -> Ledger:
    return Ledger(surroundings=found.surroundings, inputs=found.files)


def test_what_was_found_is_that_of_a_ledger_as_long_as_nothing_changes(options: Options) -> None:
    before = look_around(options, Ledger())
    assert not before.are_those_of(Ledger())
    assert before.are_those_of(ledger_of(before))
    assert look_around(options, ledger_of(before)).are_those_of(ledger_of(before))
    assert look_around(options, Ledger()).are_those_of(ledger_of(before))


@pytest.mark.parametrize(
    "name",
    [
        "content/briefings/a.en.md",
        "content/briefings/new.en.md",
        "content/media/new.png",
        "content/site.yaml",
        "content/vocabulary/regions.yaml",
        "templates/macros/b.html",
        "templates/new.css",
        "locales/en/microsite.po",
    ],
)
def test_every_file_that_a_build_may_read_counts(options: Options, name: str) -> None:
    before = ledger_of(look_around(options, Ledger()))
    path = options.content.parent / name
    write_files(options.content.parent, {name: b"#" + path.read_bytes() if path.exists() else "#"})
    assert not look_around(options, before).are_those_of(before)
    path.unlink()
    # What was new is gone again; what was there is missing.
    assert look_around(options, before).are_those_of(before) == ("new" in name)


def test_the_code_counts(options: Options) -> None:
    files = look_around(options, Ledger()).files
    assert f"{CODE}/inputs.py" in files
    assert f"{CODE}/pages/plan.py" in files


@pytest.mark.parametrize(
    "others",
    [
        {"drafts": True},
        {"preview": True},
        {"repository_path": "texts"},
        {"overrides": {"base_url": "https://example.org/"}},
    ],
    ids=str,
)
def test_options_count(options: Options, others: dict[str, Any]) -> None:
    before = ledger_of(look_around(options, Ledger()))
    assert not look_around(replace(options, **others), before).are_those_of(before)


def test_what_is_installed_counts(
    options: Options, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = ledger_of(look_around(options, Ledger()))
    monkeypatch.syspath_prepend(tmp_path / "packages")
    assert look_around(options, before).are_those_of(before)
    (tmp_path / "packages" / "something-1.0.dist-info").mkdir(parents=True)
    assert not look_around(options, before).are_those_of(before)


def test_a_digest_of_folders_tells_their_files_apart_and_no_others(options: Options) -> None:
    before = look_around(options, Ledger())
    places = ((CONTENT,), (TEMPLATES,), (LOCALES,), (TEMPLATES, CODE), (f"{CONTENT}/site.yaml",))
    write_files(options.templates, {"a.html": "other"})
    after = look_around(options, Ledger())
    changed = [place for place in places if before.digests(*place) != after.digests(*place)]
    assert changed == [(TEMPLATES,), (TEMPLATES, CODE)]
    write_files(options.content, {"site.yaml.md": ""})
    last = look_around(options, Ledger())
    assert last.digests(f"{CONTENT}/site.yaml") == after.digests(f"{CONTENT}/site.yaml")


def test_of_many_texts_those_of_briefings_and_pages_alone_are_left_unread(options: Options) -> None:
    texts = {f"briefings/a{number}.en.md": original() for number in range(MANY)}
    write_files(options.content, {**texts, "pages/a.en.md": "", "media/README.md": "1"})
    write_files(options.templates, {"notes.md": "1"})
    unread = {
        name for name, known in look_around(options, Ledger()).files.items() if not known.digest
    }
    assert len(unread) == MANY + 2
    assert {name.split("/")[1] for name in unread} == {"briefings", "pages"}


def test_links_among_templates_and_texts_are_told(options: Options) -> None:
    (options.templates / "link.html").symlink_to("a.html")
    (finding,) = look_around(options, Ledger()).findings
    assert (finding.code, finding.location.path) == (
        Code.FILE_NAME,
        options.templates / "link.html",
    )


def test_a_close_look_takes_the_digests_of_many_texts_too(options: Options) -> None:
    texts = {f"briefings/a{number}.en.md": original() for number in range(MANY)}
    write_files(options.content, texts)
    assert all(
        known.digest for known in look_around(options, Ledger(), closely=True).files.values()
    )


def test_of_what_was_saved_alone_as_much_is_found_as_of_everything(options: Options) -> None:
    before = look_around(options, Ledger(), closely=True)
    text = options.content / "briefings" / "a.en.md"
    write_files(options.content, {"briefings/a.en.md": original(title="Another")})
    found = look_again(options, before, [text, text.with_name("a.en.md.swp")])
    assert found is not None
    assert found.content is before.content
    everything = look_around(options, Ledger(), closely=True)
    digests = {name: known.digest for name, known in everything.files.items()}
    assert {name: known.digest for name, known in found.files.items()} == digests
    # The text could be written again within the same moment, so that it is asked for its bytes.
    assert found.files["content/briefings/a.en.md"].mark == ""


@pytest.mark.parametrize(
    "name",
    [
        "content/briefings/new.en.md",
        "content/briefings/folder",
        "content/media/new.png",
        "content/site.yaml",
        "templates/a.html",
        "locales/en/microsite.po",
    ],
)
def test_what_is_not_the_bytes_of_a_text_leads_to_a_look_at_everything(
    options: Options, name: str
) -> None:
    before = look_around(options, Ledger())
    path = options.content.parent / name
    if path.suffix:
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(b"#")
    else:
        path.mkdir()
    assert look_again(options, before, [path]) is None


def test_a_text_that_went_or_became_a_link_leads_to_a_look_at_everything(options: Options) -> None:
    before = look_around(options, Ledger())
    text = options.content / "briefings" / "a.en.md"
    text.unlink()
    assert look_again(options, before, [text]) is None
    text.symlink_to("b.en.md")
    assert look_again(options, before, [text]) is None


def test_as_long_as_a_name_is_at_fault_everything_is_looked_at(options: Options) -> None:
    text = options.content / "briefings" / "a.en.md"
    text.with_name("link.md").symlink_to("a.en.md")
    before = look_around(options, Ledger())
    assert before.has_findings
    assert look_again(options, before, [text]) is None
