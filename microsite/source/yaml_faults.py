"""Say what is wrong with a piece of YAML in the words of somebody who never heard of YAML."""

from __future__ import annotations

import re

import yaml

from microsite.diagnostics import Code, Diagnostic
from microsite.source.files import Source

_QUOTES = 'Put the whole value in quotes, as in `title: "One: two"`.'

_FAULTS: tuple[tuple[str, str, str], ...] = (
    (
        "found unexpected end of stream",
        "A quotation mark is opened here and never closed.",
        "Close it at the end of the value.",
    ),
    (
        "',' or ']'",
        "A list is opened here with [ and never closed.",
        "Close it with ] and separate its items with commas.",
    ),
    (
        "',' or '}'",
        "A group is opened here with { and never closed.",
        "Close it with } and separate its parts with commas.",
    ),
    (
        "unknown escape",
        "In double quotes a backslash has a meaning of its own.",
        "Double it: \\\\.",
    ),
    (
        "expected node content",
        "A value is missing here, or a bracket before it is not closed.",
        "Close every [ with ] and every { with }.",
    ),
    ("block sequence entries", "A value may not begin with a hyphen and a space.", _QUOTES),
    ("expected alphabetic or numeric", "A value may not begin with & or *.", _QUOTES),
    ("directive", "A value may not begin with %.", _QUOTES),
    (
        "comment or line break",
        "Something stands behind the mark | or > of a text of several lines.",
        "Let the text begin on the next line, indented.",
    ),
    ("could not find expected ':'", "This line is not of the form `key: value`.", ""),
)
"""Parts of the parser's messages, and what they mean. The place is where the fault began."""


def explain(error: yaml.YAMLError, source: Source, first_line: int = 1) -> Diagnostic:
    """Turn the parser's complaint about a block that begins at `first_line` into a finding."""
    problem = getattr(error, "problem", None) or str(error)
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    if mark is None:
        return source.finding(Code.YAML, first_line, 1, f"This cannot be read: {problem}.")
    line, column = _place(mark, source, first_line)
    if "mapping values" in problem:
        return _stray_colon(source, line, column)
    if "cannot start any token" in problem:
        return _stray_character(source, line, column)
    for part, message, hint in _FAULTS:
        if part in problem:
            if began is not None:
                line, column = _place(began, source, first_line)
            return source.finding(Code.YAML, line, column, message, hint)
    if "expected key" in problem or "block end" in problem:
        return _does_not_continue(source, line, column)
    return source.finding(Code.YAML, line, column, f"This cannot be read as YAML: {problem}.")


def _place(mark: yaml.Mark, source: Source, first_line: int) -> tuple[int, int]:
    """Give line and column; what is wrong at the end stands behind the last character."""
    line, last = mark.line + first_line, source.text.count("\n") + 1
    return (line, mark.column + 1) if line <= last else (last, len(source.line(last)) + 1)


def _stray_colon(source: Source, line: int, column: int) -> Diagnostic:
    text = source.line(line)
    if re.match(r"\s*[\w-]+$", text[: column - 1]):
        if text[:1].isspace():
            message = "This line is indented, but the line above it already has a value."
            return source.finding(
                Code.YAML, line, 1, message, "Let it begin at the margin, like the other fields."
            )
        above = line - 1
        while above > 1 and not source.line(above).strip():
            above -= 1
        message = "This line is not of the form `key: value`."
        hint = "Put a colon and a space behind the key."
        words = source.line(above)
        return source.finding(Code.YAML, above, 1, message, hint, len(words))
    message = "A colon with a space behind it stands inside a value without quotes."
    return source.finding(Code.YAML, line, column, message, _QUOTES)


def _stray_character(source: Source, line: int, column: int) -> Diagnostic:
    character = source.line(line)[column - 1 : column]
    if character == "\t":
        message = "A tab stands here where spaces are wanted."
        return source.finding(Code.YAML, line, column, message, "Replace it with two spaces.")
    return source.finding(
        Code.YAML, line, column, f"A value may not begin with {character}.", _QUOTES
    )


def _does_not_continue(source: Source, line: int, column: int) -> Diagnostic:
    text = source.line(line)
    before = text[: column - 1].rstrip()
    if before.endswith(('"', "'")):
        message = "The value ends at its closing quotation mark, but the line goes on."
        hint = (
            "Put the whole value in quotes; inside, use quotation marks of the other kind, or « »."
        )
        return source.finding(Code.YAML, line, column, message, hint)
    if not before and column > 1:
        message = "This line is indented, but the line above it already has a value."
        hint = "Let it begin at the margin, like the other fields."
        return source.finding(Code.YAML, line, 1, message, hint, column - 1)
    if text[column - 1 : column] == "-":
        message = "A list begins here, but the key above it already has a value."
        return source.finding(
            Code.YAML, line, column, message, "Indent the list, or delete the value."
        )
    return source.finding(
        Code.YAML,
        line,
        column,
        "This line fits neither the fields above it nor the value before it.",
        "Check its indentation, and the quotes of the line above.",
    )
