from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from microsite.diagnostics import Code
from microsite.source.files import Source
from microsite.source.nodes import compose
from microsite.source.yaml_faults import explain

FILE = Path("/content/a.yaml")
QUOTES = 'Put the whole value in quotes, as in `title: "One: two"`.'

FAULTS = {
    "a quote that is not closed": (
        'a: b\ntitle: "One\nc: d\n',
        (2, 8, "A quotation mark is opened here and never closed."),
        "Close it at the end of the value.",
    ),
    "a list that is not closed": (
        "a: [b, c\nd: e\n",
        (1, 4, "A list is opened here with [ and never closed."),
        "Close it with ] and separate its items with commas.",
    ),
    "a group that is not closed": (
        "a: {b: c\nd: e\n",
        (1, 4, "A group is opened here with { and never closed."),
        "Close it with } and separate its parts with commas.",
    ),
    "a backslash": (
        'a: "C:\\Media"\n',
        (1, 4, "In double quotes a backslash has a meaning of its own."),
        "Double it: \\\\.",
    ),
    "a per cent sign": ("a: %b\n", (1, 4, "A value may not begin with %."), QUOTES),
    "a line without a colon": (
        "a: b\nwords\nc: d\n",
        (2, 1, "This line is not of the form `key: value`."),
        "",
    ),
    "a first line without a colon": (
        "words\nc: d\n",
        (1, 1, "This line is not of the form `key: value`."),
        "Put a colon and a space behind the key.",
    ),
    "a colon in a value": (
        "title: One: two\n",
        (1, 11, "A colon with a space behind it stands inside a value without quotes."),
        QUOTES,
    ),
    "an indented line": (
        "a: b\n  c: d\n",
        (2, 1, "This line is indented, but the line above it already has a value."),
        "Let it begin at the margin, like the other fields.",
    ),
    "an indented line below a value in quotes": (
        'a: "b"\n  c: d\n',
        (2, 1, "This line is indented, but the line above it already has a value."),
        "Let it begin at the margin, like the other fields.",
    ),
    "a tab": (
        "a:\n\tb: c\n",
        (2, 1, "A tab stands here where spaces are wanted."),
        "Replace it with two spaces.",
    ),
    "a reserved character": ("a: @b\n", (1, 4, "A value may not begin with @."), QUOTES),
    "words behind a quote": (
        'a: "One" and two\n',
        (1, 10, "The value ends at its closing quotation mark, but the line goes on."),
        "Put the whole value in quotes; inside, use quotation marks of the other kind, or « ».",
    ),
    "a list below a value": (
        "a: [b]\n- c\n",
        (2, 1, "A list begins here, but the key above it already has a value."),
        "Indent the list, or delete the value.",
    ),
    "a list that nothing follows": (
        "a: b\nc: [d,",
        (2, 7, "A value is missing here, or a bracket before it is not closed."),
        "Close every [ with ] and every { with }.",
    ),
    "a hyphen": (
        "a: - b\n",
        (1, 4, "A value may not begin with a hyphen and a space."),
        QUOTES,
    ),
    "an asterisk": ("a: **b**\n", (1, 4, "A value may not begin with & or *."), QUOTES),
    "something else": (
        "a: b\n]\n",
        (2, 1, "This line fits neither the fields above it nor the value before it."),
        "Check its indentation, and the quotes of the line above.",
    ),
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_told_in_words_without_yaml(name: str) -> None:
    text, (line, column, message), hint = FAULTS[name]
    tree, findings = compose(Source(FILE, text))
    assert tree is None
    (finding,) = findings
    assert (finding.location.line, finding.location.column) == (line, column)
    assert (finding.code, finding.message, finding.hint) == (Code.YAML, message, hint)


def test_a_block_of_a_file_has_its_faults_on_the_lines_of_the_file() -> None:
    _, (finding,) = compose(Source(FILE, "---\na: [b\n---\n"), "\na: [b\n", 1, 3)
    assert (finding.location.line, finding.location.column) == (2, 4)
    assert finding.excerpt == "a: [b"


def test_a_fault_without_a_place_stands_where_the_block_begins() -> None:
    finding = explain(yaml.YAMLError("odd"), Source(FILE, "---\na: b\n"), 2)
    assert (finding.location.line, finding.message) == (2, "This cannot be read: odd.")
