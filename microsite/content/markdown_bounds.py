"""Refuse what no editor writes, and what would keep the Markdown parser busy for minutes.

At some marks the parser looks far ahead, so that its time grows with the marks of a paragraph times
its length. The bounds are many times what the longest real text holds; files that a program made,
or that are no texts, meet them. What stands beyond one is told at its place, and not parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain

from markdown_it.rules_core import StateCore

from microsite.content.markdown_rules import Work, inlines
from microsite.diagnostics import Code

Excess = tuple[int, str, str]
"""A line of the body from 0, a message and a hint."""

SIZE = 300_000
"""Characters; a printed page has 3,000."""
LINES = 10_000
LINE = 50_000
"""Characters."""
MARKS = 20_000
CELLS = 20_000
"""Columns times rows of all tables: a row of a single bar gets a cell in each column."""
QUOTATIONS = 10
"""Quotations in one another: for each, the parser goes over all their lines."""
LEVELS = 100
"""Lists, their items, quotations and footnotes inside one another. The parser drops what is deeper;
a list in a list takes two."""
HEADING = 500
"""Characters."""
BRACKETS = 30
"""Square brackets inside one another in a paragraph."""
IMAGES = 3
"""Images in the descriptions of images: what stands in one is parsed once more for each."""
EFFORT = 50_000_000
"""Marks times characters of a paragraph, in all paragraphs together. A text of the largest size is
at three million if each thousand characters of it make a paragraph with ten marks."""

_SMALL = 7_000
"""So few characters pass none of SIZE, LINES, LINE, MARKS and EFFORT, whatever they are."""

_MARK = re.compile(r"[\[\]*_~`<>&!\\|]|[-+](?=\s)|\d[.)](?=\s)")
"""What may begin or end something that is not plain text."""

_RULER = re.compile(r"[ \t>]*[|:-][|: \t-]*-[|: \t-]*")
"""The line below the head of a table, which says how many columns there are."""

_BEGINNING = re.compile(r"[ \t>*+.)\d-]*")
"""What may stand before the words of a line that opens quotations and lists."""

_CONTAINERS = frozenset({"list_item_open", "blockquote_open", "footnote_reference_open"})


def excess(text: str, lines: Sequence[str]) -> Excess | None:
    """Find where a body is too large to be parsed."""
    checks = (_too_large, _too_deep, _too_wide)
    return next(chain.from_iterable(check(text, lines) for check in checks), None)


def _too_deep(text: str, lines: Sequence[str]) -> Iterator[Excess]:
    for number, line in enumerate(lines if text.count(">") > QUOTATIONS else ()):
        beginning = _BEGINNING.match(line)
        if beginning and beginning[0].count(">") > QUOTATIONS:
            message = f"More than {QUOTATIONS} quotations stand here in one another."
            yield number, message, "Take marks > at the beginning of the line out."


def _too_large(text: str, lines: Sequence[str]) -> Iterator[Excess]:
    if len(text) <= _SMALL:
        return
    if len(text) > SIZE:
        number = text.count("\n", 0, SIZE)
        yield number, f"The text has more than {SIZE} characters.", "Make several texts of it."
    if len(lines) > LINES:
        yield LINES, f"The text has more than {LINES} lines.", "Make several texts of it."
    for number, line in enumerate(lines):
        if len(line) > LINE:
            message = f"This line has {len(line)} characters; a line has at most {LINE}."
            yield number, message, "Make paragraphs of it, with empty lines between them."
    for number, marks in enumerate(accumulate(len(_MARK.findall(line)) for line in lines)):
        if marks > MARKS:
            message = f"Here the text goes beyond {MARKS} brackets, asterisks and other marks."
            yield number, message, "Make several texts of it, or take marks out."


def _too_wide(text: str, lines: Sequence[str]) -> Iterator[Excess]:
    columns = cells = 0
    for number, line in enumerate(lines if "|" in text else ()):
        columns = columns if line.strip() else 0
        if "|" in line and _RULER.fullmatch(line):
            columns = max(columns, line.count("|") + 1)
        cells += columns
        if cells > CELLS:
            yield number, f"Here the tables go beyond {CELLS} cells.", "Make them smaller."


def bounds(state: StateCore) -> None:
    """Find in the blocks what would be lost, or would take too long; then nothing is rendered."""
    work: Work = state.env["work"]
    for number, message, hint in _excesses(state):
        work.report(Code.MARKDOWN, (work.first_line + number, 1), message, hint)
        state.tokens.clear()
        return


def _excesses(state: StateCore) -> Iterator[Excess]:
    before = ""
    for token in state.tokens:
        number = token.map[0] if token.map else 0
        if token.type in _CONTAINERS and token.level >= LEVELS - 1:
            message = "Lists stand here too deep in one another."
            yield number, message, "Take marks at the beginning of the line out."
        if before == "heading_open" and len(token.content) > HEADING:
            message = f"This heading has {len(token.content)} characters; it has at most {HEADING}."
            yield number, message, "Put an empty line behind it, and begin the text below."
        brackets, images = _open(token.content) if token.type == "inline" else (0, 0)
        if brackets > BRACKETS:
            message = f"More than {BRACKETS} square brackets are open here at one time."
            yield number, message, "Close each of them, or take it out."
        if images > IMAGES:
            message = f"More than {IMAGES} images stand here in one another."
            yield number, message, "Put them one behind another."
        before = token.type
    if len(state.src) > _SMALL:
        efforts = [
            (len(_MARK.findall(t.content)) * len(t.content), t) for t in inlines(state.tokens)
        ]
        if sum(effort for effort, _ in efforts) > EFFORT:
            _, token = max(efforts, key=lambda pair: pair[0])
            message = "This paragraph has too many brackets, asterisks and other marks."
            yield (token.map or [0])[0], message, "Make several of it, or take marks out."


def _open(text: str) -> tuple[int, int]:
    """Count how many brackets, and how many of them of images, are open at one time at most."""
    if text.count("[") <= BRACKETS and text.count("![") <= IMAGES:
        return 0, 0
    opened: list[bool] = []
    brackets = images = inside = 0
    for mark in re.findall(r"!?\[|\]", text):
        if mark != "]":
            opened.append(mark == "![")
            inside += opened[-1]
        elif opened:
            inside -= opened.pop()
        brackets, images = max(brackets, len(opened)), max(images, inside)
    return brackets, images
