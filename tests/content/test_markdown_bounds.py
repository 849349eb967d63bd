"""How large and how dense a body may be; each bound is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from microsite.content.markdown import to_body
from microsite.content.markdown_bounds import BRACKETS, CELLS, HEADING, LINE, LINES, MARKS, SIZE
from microsite.diagnostics import Code
from microsite.source.files import LIMIT, Source


def found(text: str) -> list[tuple[int, str]]:
    source = Source(Path("/content/briefings/a.en.md"), text)
    _, findings = to_body(source, text, 11, "en", "briefings/a.en.md")
    assert all(finding.code is Code.MARKDOWN for finding in findings)
    return [(finding.location.line, finding.message) for finding in findings]


LONG = (
    "Words of a report, with *emphasis*, “quotations” and a [link](b.en.md). " * 12 + "\n\n"
) * 200
ROWS = "| Year | Goods | Sum |\n| --- | --- | --- |\n" + "| 2016 | *Oil* | [5](b.en.md) |\n" * 500
LIST = "- a point of a list, with a [link](b.en.md) and **bold** words\n" * 500


@pytest.mark.parametrize(
    "text",
    [LONG, ROWS, LIST, "word " * (LINE // 5 - 1), "- " * 40 + "deep", "  \n" * (LINES - 1)],
    ids=["a long report", "a long table", "a long list", "a long line", "deep", "blank lines"],
)
def test_no_text_that_an_editor_writes_passes_a_bound(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("word\n" * (SIZE // 5) + "a", 11 + SIZE // 5, "The text has more than 300000 characters."),
        ("\n" * LINES, 11 + LINES, "The text has more than 10000 lines."),
        (
            "a\n" + "b" * (LINE + 1),
            12,
            "This line has 50001 characters; a line has at most 50000.",
        ),
        (
            "a\n\n" + ("*a* " * 100 + "\n\n") * (MARKS // 200 + 1),
            13 + 2 * MARKS // 200,
            "Here the text goes beyond 20000 brackets, asterisks and other marks.",
        ),
        (
            "a\n\n" + "*word* " * 100 + "\n\n" + ("*word* " * 100 + "\n") * 60,
            15,
            "This paragraph has too many brackets, asterisks and other marks.",
        ),
        (
            "a\n\n" + "|a" * 99 + "\n" + "|-" * 99 + "\n" + "|\n" * 8000,
            14 + CELLS // 100,
            "Here the tables go beyond 20000 cells.",
        ),
        (
            "a\n\n" + "> " * 10 + "- " * 45 + "words",
            13,
            "Lists stand here too deep in one another.",
        ),
        (
            "> a > b > c > d > e > f > g > h > i > j > k\n\n" + "- >" * 10 + "a\n\n" + "- >" * 11,
            15,
            "More than 10 quotations stand here in one another.",
        ),
        (
            "a\n\n## " + "b" * HEADING + "\n\n## " + "b" * (HEADING + 1),
            15,
            "This heading has 501 characters; it has at most 500.",
        ),
        (
            "a\n" + "[" * BRACKETS + "b" + "]" * BRACKETS + "\n\n]" + "[b" * (BRACKETS + 1),
            14,
            "More than 30 square brackets are open here at one time.",
        ),
        (
            "a\n\n" + "![" * 3 + "a" + "](b.png)" * 3 + "\n\n" + "![" * 4 + "a" + "](b.png)" * 4,
            15,
            "More than 3 images stand here in one another.",
        ),
    ],
    ids=[
        "size",
        "lines",
        "line",
        "marks",
        "dense",
        "cells",
        "deep",
        "quotations",
        "heading",
        "brackets",
        "images",
    ],
)
def test_a_text_beyond_a_bound_is_told(text: str, line: int, message: str) -> None:
    assert found(text) == [(line, message)]


def test_words_that_the_parser_would_drop_are_told() -> None:
    for depth in range(45, 55):
        text = "- " * depth + "words"
        source = Source(Path("/content/briefings/a.en.md"), text)
        body, findings = to_body(source, text, 1, "en", "briefings/a.en.md")
        assert ("words" in body.html) is not bool(findings)


def test_a_file_of_the_largest_size_is_told_and_not_parsed() -> None:
    for text in ("[" * LIMIT, "*a " * (LIMIT // 3), "> " * (LIMIT // 2), "- a\n" * (LIMIT // 4)):
        assert len(found(text)) == 1
