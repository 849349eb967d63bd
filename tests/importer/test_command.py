from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import indent

import pytest

from tests.building import ROOT
from tests.importer.labelled import read_cases

TEXT = """\
Омские аграрии договорились о поставках в Павлодар

12 сентября 2016 г.

Хозяйства Омской области поставят в Павлодарскую область Казахстана семена ячменя и льна.

Источник: пресс-служба правительства
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path / "content"


def run(
    content: Path, *arguments: str, data: bytes | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, str(ROOT / "build.py"), *arguments, "--content", str(content)],
        input=data,
        capture_output=True,
        check=False,
        cwd=content.parent,
    )


def drafts(content: Path) -> list[str]:
    there = {path.name for path in (ROOT / "content" / "briefings").iterdir()}
    return sorted(p.name for p in (content / "briefings").iterdir() if p.name not in there)


NAME = "omskiye-agrarii-dogovorilis-o-postavkakh-v-pavlodar.ru.md"


def test_a_text_becomes_a_draft_that_passes_every_check(content: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="cp1251")
    made = run(content, "import", "text.txt")
    assert made.returncode == 0, made.stderr.decode()
    assert drafts(content) == [NAME]
    draft = (content / "briefings" / NAME).read_text(encoding="utf-8")
    assert "draft: true" in draft
    assert "date: 2016-09-12 # line 3: “12 сентября 2016 г.”" in draft
    assert "regions: [RU-OMS]" in draft
    assert "publisher: пресс-служба правительства" in draft
    checked = run(content, "check", "--cache", str(tmp_path / "cache"))
    assert checked.returncode == 0, checked.stderr.decode()


def test_the_same_text_again_changes_nothing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    run(content, "import", "text.txt")
    path = content / "briefings" / NAME
    path.write_text(path.read_text("utf-8").replace("draft: true", "draft: true "), "utf-8")
    before = path.read_bytes()
    again = run(content, "import", "text.txt")
    assert again.returncode == 0
    said = f"text.txt: imported before, as {NAME}; nothing was written"
    assert again.stdout.decode().strip() == said
    assert path.read_bytes() == before
    assert drafts(content) == [NAME]


def test_the_same_text_in_another_encoding_is_known(content: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT.replace("\n", "\r\n"), encoding="cp1251", newline="")
    told = run(content, "import", "a.txt", "b.txt").stdout.decode()
    assert f"b.txt: imported before, as {NAME}; nothing was written" in told
    assert drafts(content) == [NAME]


def test_another_text_of_the_same_title_gets_a_free_name(content: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{TEXT}Печать\n", encoding="utf-8")
    run(content, "import", "a.txt", "b.txt")
    assert drafts(content) == [NAME.replace(".ru", "-2.ru"), NAME]


def test_a_text_that_was_saved_twice_is_told_by_its_headline(content: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{TEXT}Печать\n", encoding="utf-8")
    told = run(content, "import", "a.txt", "b.txt").stdout.decode()
    assert told.count("has the same headline") == 1
    assert f"{NAME} has the same headline: is it the same article?" in told
    assert told.endswith("2 texts. Drafts written: 2.\n")


def test_hidden_files_and_the_drafts_themselves_are_not_imported(
    content: Path, tmp_path: Path
) -> None:
    (tmp_path / "in" / ".git").mkdir(parents=True)
    (tmp_path / "in" / ".git" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text(TEXT, encoding="utf-8")
    into = tmp_path / "in" / "drafts"
    for _ in range(2):
        run(content, "import", "in", "--into", str(into))
        assert [path.name for path in into.iterdir()] == [NAME]


def test_what_is_no_text_is_told_and_makes_no_draft(content: Path, tmp_path: Path) -> None:
    (tmp_path / "digits.txt").write_text("12345\n---\n", encoding="utf-8")
    (tmp_path / "comment.html").write_text("<!-- nothing -->", encoding="utf-8")
    (tmp_path / "codec.html").write_bytes(b"<meta charset=undefined><p>\xd2\xe5\xea\xf1\xf2")
    os.mkfifo(tmp_path / "pipe.txt")
    made = run(
        content, "import", "", "digits.txt", "comment.html", "codec.html", "pipe.txt", "x" * 300
    )
    assert made.returncode == 1
    told = made.stderr.decode().splitlines()
    assert [line.partition(": ")[0] for line in told] == [
        '""',
        "digits.txt",
        "comment.html",
        "codec.html",
        "pipe.txt",
        "x" * 300,
    ]
    assert drafts(content) == []


def test_a_dry_run_writes_nothing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    made = run(content, "import", "--dry-run", "text.txt")
    assert f"would become {NAME}" in made.stdout.decode()
    assert drafts(content) == []


def test_json_has_one_object_a_line_and_writes_nothing(content: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    made = run(content, "import", "--format", "json", "a.txt", "b.txt")
    first, second = map(json.loads, made.stdout.decode().splitlines())
    assert made.returncode == 1
    assert first == {
        "file": "a.txt",
        "language": "ru",
        "title": "Омские аграрии договорились о поставках в Павлодар",
        "date": "2016-09-12",
        "date_basis": "It stands in a line of its own beside the title.",
        "regions": ["RU-OMS"],
        "partners": ["KZ", "KZ-55"],
        "places": ["pavlodar"],
        "mentioned": {"regions": [], "partners": []},
        "body": "Хозяйства Омской области поставят в Павлодарскую область Казахстана семена ячменя"
        " и льна.",
        "evidence": {"RU-OMS": "Омские", "KZ": "Павлодар", "KZ-55": "Павлодар"},
    }
    assert second == {"file": "b.txt", "error": "It is empty."}
    assert drafts(content) == []


def test_standard_input_and_folders_are_imported(content: Path, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "in" / "deep" / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in" / "picture.png").write_bytes(b"\x89PNG")
    other = TEXT.replace("Павлодар\n", "Астану\n").encode()
    made = run(content, "import", "in", "-", data=other)
    assert made.returncode == 0, made.stderr.decode()
    assert made.stderr.decode() == "in: Files of other kinds are passed over: .png.\n"
    assert len(drafts(content)) == 2


def test_what_cannot_be_read_stops_nothing_else(content: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "large.txt").write_bytes(b"x" * 50_000_000)
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    made = run(content, "import", "no.txt", "empty.txt", "large.txt", "a.pdf", "text.txt")
    assert made.returncode == 1
    assert drafts(content) == [NAME]
    assert made.stderr.decode().splitlines() == [
        "no.txt: There is no such file.",
        "empty.txt: It is empty.",
        "large.txt: It is larger than 5 MB: that is no press text.",
        "a.pdf: There is no such file.",
    ]


def test_drafts_go_where_they_are_wanted(content: Path, tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(TEXT, encoding="utf-8")
    run(content, "import", "text.txt", "--into", str(tmp_path / "drafts"))
    assert [path.name for path in (tmp_path / "drafts").iterdir()] == [NAME]
    assert drafts(content) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(("import",), "name the files to import"), (("build", "a.txt"), "it takes no files")],
)
def test_a_command_line_that_makes_no_sense_is_refused(
    content: Path, arguments: tuple[str, ...], message: str
) -> None:
    made = run(content, *arguments)
    assert made.returncode == 2
    assert message in made.stderr.decode()


def test_drafts_of_every_language_pass_the_check(content: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for case in read_cases():
        (texts / f"{case.name}.txt").write_text(case.text, encoding="utf-8")
    assert run(content, "import", "texts").returncode == 0
    assert len(drafts(content)) == len(read_cases())
    checked = run(content, "check", "--cache", str(tmp_path / "cache"))
    assert checked.returncode == 0, checked.stderr.decode()


def test_the_how_to_shows_what_the_command_says(content: Path, tmp_path: Path) -> None:
    page = (ROOT / "docs" / "how-to" / "import-a-text.md").read_text(encoding="utf-8")
    seed = "seeds/omsk-exports-asia-pacific-2016.en.txt"
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    told = run(content, "import", "--dry-run", seed).stdout.decode().rstrip()
    assert indent(told, "   ") in page
    run(content, "import", seed)
    (name,) = drafts(content)
    matter = (content / "briefings" / name).read_text(encoding="utf-8").split("\n---\n")[0]
    assert indent(matter, "   ") in page
    assert f"content/briefings/{name}" in page


def test_marks_of_markdown_are_no_part_of_a_text(content: Path, tmp_path: Path) -> None:
    marked = TEXT.replace("Омские", "# Омские", 1).replace("Хозяйства", "**Хозяйства**")
    (tmp_path / "text.md").write_text(marked, encoding="utf-8")
    made = run(content, "import", "--format", "json", "text.md")
    row = json.loads(made.stdout)
    assert row["title"] == "Омские аграрии договорились о поставках в Павлодар"
    assert row["body"].startswith("Хозяйства Омской области")


def test_front_matter_and_links_of_markdown_are_read(content: Path, tmp_path: Path) -> None:
    body = TEXT.split("\n\n", 1)[1].replace("Казахстана", "[Казахстана](https://a.kz/b)")
    matter = '---\ntitle: "Омские аграрии договорились"\ntags: [a, b]\n---\n\n'
    quoted = body.replace("Хозяйства", "> *Хозяйства*")
    (tmp_path / "text.md").write_text(matter + quoted, encoding="utf-8")
    row = json.loads(run(content, "import", "--format", "json", "text.md").stdout)
    assert row["title"] == "Омские аграрии договорились"
    assert row["date"] == "2016-09-12"
    assert row["body"].startswith("Хозяйства Омской области поставят в Павлодарскую область Каз")
    assert "http" not in row["body"]


def test_an_import_that_is_stopped_leaves_no_litter(content: Path, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(f"{TEXT}\n{number}\n", encoding="utf-8")
    command = [sys.executable, str(ROOT / "build.py"), "import", "many", "--content", str(content)]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        process.stdout.readline()  # it is under way
        process.send_signal(signal.SIGINT)
        _, told = process.communicate()
    assert process.returncode == 3
    assert told.decode().endswith("build.py: Stopped.\n")
    made = [content / "briefings" / name for name in drafts(content)]
    assert made
    assert all(path.name.endswith(".ru.md") for path in made)
    assert all(path.read_text(encoding="utf-8").startswith("---\ndraft: true") for path in made)
