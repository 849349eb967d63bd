from __future__ import annotations

import json
from pathlib import Path

import pytest

from microsite import report
from microsite.diagnostics import Code, Diagnostic, Location

FOLDER = Path("/home/editor/here")
FILE = FOLDER / "content" / "a.en.md"


def finding(  # noqa: PLR0913 -- one argument for each part of a finding
    *,
    path: Path = FILE,
    line: int = 2,
    column: int = 1,
    message: str = "Wrong.",
    hint: str = "",
    excerpt: str = "",
    width: int = 1,
) -> Diagnostic:
    return Diagnostic(Location(path, line, column), Code.INVALID, message, hint, excerpt, width)


def marked(excerpt: str, column: int, width: int = 1) -> tuple[str, str]:
    """Give the line and the line of marks that the report shows, without the margin."""
    told = report.text([finding(excerpt=excerpt, column=column, width=width)], FOLDER)
    lines = told.split("\n")
    assert lines[1] == "   |"
    assert lines[2].startswith(" 2 | ")
    assert lines[3].startswith("   | ")
    return lines[2][5:], lines[3][5:]


def test_text_tells_place_message_line_mark_and_remedy_and_counts_at_the_end() -> None:
    findings = [
        finding(column=8, excerpt="date: 2016-13", message="No.", hint="Write 01-12.", width=6),
        finding(path=FOLDER / "content" / "b.en.md", line=10, message="Not there."),
    ]
    assert report.text(findings, FOLDER) == (
        "content/a.en.md:2:8: error[invalid]: No.\n"
        "   |\n"
        " 2 | date: 2016-13\n"
        "   |        ^^^^^^\n"
        "   Write 01-12.\n"
        "\n"
        "content/b.en.md:10:1: error[invalid]: Not there.\n"
        "\n"
        "2 mistakes in 2 files; nothing was published."
    )


def test_the_margin_is_as_wide_as_the_line_number() -> None:
    assert report.text([finding(line=1234, excerpt="x")], FOLDER).split("\n")[1:4] == [
        "      |",
        " 1234 | x",
        "      | ^",
    ]


def test_one_mistake_is_counted_in_the_singular() -> None:
    told = report.text([finding()], FOLDER)
    assert told.endswith("\n1 mistake in 1 file; nothing was published.")


def test_without_findings_text_and_github_say_nothing_and_json_is_an_empty_list() -> None:
    said = {name: word([], FOLDER) for name, word in report.FORMATS.items()}
    assert said == {"text": "", "github": "", "json": "[]"}


@pytest.mark.parametrize(
    ("excerpt", "column", "width", "marks"),
    [
        ("title: Мост", 8, 4, "       ^^^^"),
        ("中文x", 3, 1, "    ^"),
        ("x中文", 2, 2, " ^^^^"),
        ("ｆullwidth", 2, 1, "  ^"),
        ("e\u0301e\u0301x", 5, 1, "  ^"),
        ("xe\u0301", 2, 2, " ^"),
        ("x\u0301", 2, 1, " ^"),
        ("\tx", 2, 1, "\t^"),
        ("a\t中x", 4, 1, " \t  ^"),
        ("abc", 4, 1, "   ^"),
    ],
)
def test_the_mark_stands_under_what_it_is_about(
    excerpt: str, column: int, width: int, marks: str
) -> None:
    assert marked(excerpt, column, width) == (excerpt, marks)


def test_a_line_of_white_space_is_not_shown() -> None:
    told = report.text([finding(excerpt="   ", hint="Write one.")], FOLDER)
    assert told.split("\n")[:2] == ["content/a.en.md:2:1: error[invalid]: Wrong.", "   Write one."]


def test_a_line_of_a_hundred_characters_is_shown_whole() -> None:
    line = "a" * 99 + "b"
    assert marked(line, 100) == (line, " " * 99 + "^")


@pytest.mark.parametrize(
    ("column", "width", "shown", "marks"),
    [
        (1, 3, "b" * 3 + "a" * 97 + "…", "^^^"),
        (150, 3, "…" + "a" * 50 + "b" * 3 + "a" * 47 + "…", " " * 51 + "^^^"),
        (298, 3, "…" + "a" * 50 + "b" * 3, " " * 51 + "^^^"),
        (150, 151, "…" + "a" * 50 + "b" * 50 + "…", " " * 51 + "^" * 50),
    ],
)
def test_of_a_long_line_only_what_stands_around_the_mark_is_shown(
    column: int, width: int, shown: str, marks: str
) -> None:
    line = "a" * (column - 1) + "b" * width + "a" * (301 - column - width)
    assert marked(line, column, width) == (shown, marks)


def test_github_puts_the_first_of_each_file_first() -> None:
    other = FOLDER / "content" / "b.en.md"
    findings = [
        finding(message="One."),
        finding(message="Two."),
        finding(path=other, message="Three."),
        finding(path=other, message="Four."),
    ]
    told = [line.rpartition("::")[2] for line in report.github(findings, FOLDER).split("\n")]
    assert told == ["One.", "Three.", "Two.", "Four."]


def test_github_is_told_the_place_and_the_marked_columns() -> None:
    told = report.github([finding(column=3, width=4, hint="Write it.")], FOLDER)
    assert told == (
        "::error title=error[invalid],file=content/a.en.md,line=2,col=3,endColumn=7"
        "::Wrong. Write it."
    )


def test_github_gets_its_own_marks_escaped() -> None:
    path = FOLDER / "content" / "a,b:c%.md"
    told = report.github([finding(path=path, message="Of 100%: a,\nb\r", hint="c")], FOLDER)
    assert told == (
        "::error title=error[invalid],file=content/a%2Cb%3Ac%25.md,line=2,col=1,endColumn=2"
        "::Of 100%25: a,%0Ab%0D c"
    )


def test_json_is_a_list_of_plain_objects_with_readable_letters() -> None:
    told = report.as_json([finding(message="«Нет»", hint="Так.", column=3)], FOLDER)
    assert "«Нет»" in told
    assert json.loads(told) == [
        {
            "path": "content/a.en.md",
            "line": 2,
            "column": 3,
            "code": "invalid",
            "message": "«Нет»",
            "hint": "Так.",
        }
    ]


def test_a_path_is_relative_below_the_working_folder_and_whole_elsewhere() -> None:
    assert report.shown(FILE, FOLDER) == "content/a.en.md"
    assert report.shown(Path("/home/editor/here-too/a.md"), FOLDER) == "/home/editor/here-too/a.md"
