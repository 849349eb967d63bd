from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.diagnostics import Code
from microsite.source.files import Source
from microsite.source.nodes import compose
from microsite.source.yaml_faults import explain

FILE = Path("/content/a.yaml")
QUOTES = 'Put the whole value in quotes, as in `title: "One: two"`.'
COLON = "Put a colon and a space behind the key."
CONTINUES = f"{COLON} If it continues the line above, indent it, or join the two lines."
FORM = "This line is not of the form `key: value`."
STRAY = "A line of this list does not stand below the others."
ITEM = (
    "Indent it like this: `  - date: …`, and on the next line `    note: …`;"
    " a field that is not part of the list begins at the margin."
)
INDENTED = "This line is indented, but the line above it already has a value."
MARGIN = "Let it begin at the margin, like the other fields."
SAME = "Let it begin in the same column as the line above it, or at the margin."
NO_HYPHEN = (
    "If it is an item of the list, put a hyphen and a space in front of it;"
    " if it continues the line above, indent it further."
)
INSIDE = "A colon with a space behind it stands inside a value without quotes."
SPACE = "Put a space behind the colon."
NO_BREAK = "The space behind this colon is a no-break space."
NO_BREAK_HINT = "Delete it and type a plain space."
MARK = "Something stands behind the mark | or > of a text of several lines."
MARK_HINT = (
    "If the value is meant to begin with this mark, put the whole of it in quotes;"
    " a text of several lines begins on the next line, indented."
)
CURLY_HINT = 'Put " " around the whole value, as in `title: "One: two"`.'
UNOPENED = "A bracket is closed here that was never opened."
COMMAS = ("Two commas stand here with nothing between them.", "Delete one of the two commas.")
HYPHENS = ("In brackets the items of a list have no hyphens.", "Delete the hyphen.")
TAB = ("A tab stands here where spaces are wanted.", "Replace it with two spaces.")
BACKSLASH = ("In double quotes a backslash has a meaning of its own.", "Double it: \\\\.")
OPEN_QUOTE = (
    "A quotation mark is opened here and never closed.",
    "Close it at the end of the value.",
)

LATER = [
    # A key without its colon or its space
    ("lang:en\ntitle: A\n", 1, 5, FORM, SPACE),
    ("title: A\nlang:en\ndate: 2016\n", 2, 5, FORM, SPACE),
    ("title: A\nlang:en\n", 2, 5, FORM, SPACE),
    ("a:\n  - date:2016\n    note: b\n", 2, 9, FORM, SPACE),
    ("a:\n  b:c\n  d: e\n", 2, 4, FORM, SPACE),
    ("ключ:значение\nlang: en\n", 1, 5, FORM, SPACE),
    ("title:\u00a0Amur\nlang: en\n", 1, 7, NO_BREAK, NO_BREAK_HINT),
    ("lang: en\n\n# x\ntitle:\u00a0Amur\ndate: 2016\n", 4, 7, NO_BREAK, NO_BREAK_HINT),
    (
        "lang: en\ntitle：Amur\n",
        2,
        6,
        "This colon is not the plain one.",
        "Delete it and type a plain colon and a space.",
    ),
    ("a: b\nhttp://c.org\nd: e\n", 2, 1, FORM, CONTINUES),
    ("title: Amur river\nthe first oil\nlang: en\n", 2, 1, FORM, CONTINUES),
    ("a: [b]\nwords\nc: d\n", 2, 1, FORM, COLON),
    ("words\nmore\nc: d\n", 1, 1, FORM, COLON),
    (f"{'a' * 1100}: b\n", 1, 1, FORM, COLON),
    # Lists
    ("a:\n  - date: 2016\n note: b\n", 3, 1, STRAY, ITEM),
    ("a:\n  - date: 2016\n  note: b\n", 3, 1, STRAY, ITEM),
    ("a:\n  - date: 2016\n   note: b\n", 3, 1, STRAY, ITEM),
    ("a:\n  - date: 2016\n     note: b\n", 3, 1, STRAY, ITEM),
    ("a:\n  - b\n - c\n", 3, 1, STRAY, "Let its hyphen stand below the hyphen of the line above."),
    ("a:\n  - b\n c: [d]\n", 3, 1, INDENTED, MARGIN),
    ("a:\n  - b\n  c\nd: e\n", 3, 3, FORM, NO_HYPHEN),
    (
        "a:\n  - b\n  -c\nd: e\n",
        3,
        3,
        "A space is missing behind this hyphen.",
        "Put a space behind the hyphen.",
    ),
    (
        "a:\n  - b\n  • c\nd: e\n",
        3,
        3,
        "An item of a list begins with a hyphen.",
        "Write a hyphen in place of this mark.",
    ),
    (
        "- a: b\nc: d\n",
        1,
        1,
        "The first field begins with a hyphen, as if it were the item of a list.",
        "Delete the hyphen and the space behind it.",
    ),
    (
        "a: -\nb: c\n",
        1,
        4,
        "A hyphen stands here where a value is wanted.",
        "If there are none, write [].",
    ),
    # Indentation
    ("a:\n  b: c\n d: e\n", 3, 1, INDENTED, SAME),
    ("a:\n  b: c\n    d: e\n", 3, 1, INDENTED, SAME),
    (
        "  a: b\nc: d\n",
        1,
        1,
        "The fields above are indented, but the next one is not.",
        "Let every field begin at the margin.",
    ),
    (
        "a: b\n...\nc: d\n",
        2,
        1,
        "Three dots at the beginning of a line end the fields.",
        "Delete them.",
    ),
    ("a: b\n\tc: d\n", 2, 1, *TAB),
    # Brackets and commas
    (
        "title: [Updated] Amur\n",
        1,
        18,
        "The value ends at its closing bracket, but the line goes on.",
        QUOTES,
    ),
    ("a: [b,, c]\n", 1, 7, *COMMAS),
    ("a: [b,\n  , c]\n", 2, 3, *COMMAS),
    ("a: [, b]\n", 1, 5, "A comma stands here with nothing in front of it.", "Delete it."),
    ("a: ,b\n", 1, 4, "A value may not begin with a comma.", QUOTES),
    ("a: [b]]\n", 1, 7, UNOPENED, "Delete it."),
    (
        "a: ]\n",
        1,
        4,
        UNOPENED,
        "Open it at the beginning of the value, or put the whole value in quotes.",
    ),
    (
        "a: [b}\n",
        1,
        6,
        "A list was opened with [ but is closed here with }.",
        "Close it with ].",
    ),
    (
        "a: {b: c]\n",
        1,
        9,
        "A group was opened with { but is closed here with ].",
        "Close it with }.",
    ),
    (
        'a: ["b" "c"]\n',
        1,
        9,
        "Two items stand here with no comma between them.",
        "Put a comma between them.",
    ),
    (
        "a: ['b's']\n",
        1,
        8,
        "The value ends at its closing quotation mark, but the line goes on.",
        "Put the whole value in quotes; inside, use quotation marks of the other kind, or « ».",
    ),
    ("a: [b: c: d]\n", 1, 9, INSIDE, QUOTES),
    ("a: [- b, - c]\n", 1, 5, *HYPHENS),
    (
        "translated_from: (lang: en, change: 0)\n",
        1,
        18,
        "A group stands in { }, not in ( ).",
        "Write { } in place of ( ); if it is a text, put the whole value in quotes.",
    ),
    # Marks at the beginning of a value
    ("title: > Amur\n", 1, 8, MARK, MARK_HINT),
    ("title: |0\n b\n", 1, 8, MARK, MARK_HINT),
    ("a: !b!c d\n", 1, 4, "A value may not begin with !.", QUOTES),
    ("a: ? b\n", 1, 4, "A value may not begin with a question mark and a space.", QUOTES),
    ("a: b\n%c: d\n", 2, 1, "A value may not begin with %.", QUOTES),
    (
        ": b\n",
        1,
        1,
        "The key is missing in front of this colon.",
        "Write the name of the field in front of it.",
    ),
    # Quotation marks
    *(
        (
            f"title: {mark}Amur: first oil{mark}\n",
            1,
            8,
            f'The quotation mark {mark} does not hold a value together; only " does.',
            CURLY_HINT,
        )
        for mark in "“„‘«"
    ),
    ('a: "b\n...\n', 1, 4, *OPEN_QUOTE),
    ('a: "b\\uZZ"\n', 1, 6, *BACKSLASH),
    ('a: "b\\ud800"\n', 1, 6, *BACKSLASH),
    ("a: @‸\n", 1, 4, "A value may not begin with @.", QUOTES),
]

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
        (1, 7, "In double quotes a backslash has a meaning of its own."),
        "Double it: \\\\.",
    ),
    "a per cent sign": ("a: %b\n", (1, 4, "A value may not begin with %."), QUOTES),
    "a line without a colon": (
        "a: b\nwords\nc: d\n",
        (2, 1, "This line is not of the form `key: value`."),
        CONTINUES,
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
        "Put a text in quotes; put a list in brackets, as in `[one, two]`.",
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


@pytest.mark.parametrize(("text", "line", "column", "message", "hint"), LATER)
def test_a_fault_is_shown_where_it_is_mended(
    text: str, line: int, column: int, message: str, hint: str
) -> None:
    _, (finding,) = compose(Source(FILE, text))
    assert (finding.location.line, finding.location.column) == (line, column)
    assert (finding.code, finding.message, finding.hint) == (Code.YAML, message, hint)


@given(st.text(alphabet="ab:-,[]{}()\"'|>?!%&*@#\\\t\n ‸“.\u00a0", max_size=30))
@settings(max_examples=500, deadline=None)
def test_a_fault_of_any_text_is_on_one_of_its_lines_and_has_a_remedy(text: str) -> None:
    source = Source(FILE, f"---\n{text}\n---\n")
    try:
        list(yaml.parse(f"\n{text}\n", Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        finding = explain(error, source)
        assert 1 <= finding.location.line <= source.text.count("\n") + 1
        assert 1 <= finding.location.column <= len(source.line(finding.location.line)) + 1
        assert finding.hint
        assert "cannot be read as YAML" not in finding.message


def test_a_complaint_that_is_not_in_the_table_is_shown_as_it_is() -> None:
    mark = yaml.Mark("", 0, 0, 0, None, 0)
    finding = explain(yaml.MarkedYAMLError(problem="odd", problem_mark=mark), Source(FILE, "a"))
    assert finding.message == "This cannot be read as YAML: odd."


def test_a_block_of_a_file_has_its_faults_on_the_lines_of_the_file() -> None:
    _, (finding,) = compose(Source(FILE, "---\na: [b\n---\n"), "\na: [b\n", 1, 3)
    assert (finding.location.line, finding.location.column) == (2, 4)
    assert finding.excerpt == "a: [b"


def test_a_fault_without_a_place_stands_where_the_block_begins() -> None:
    finding = explain(yaml.YAMLError("odd"), Source(FILE, "---\na: b\n"), 2)
    assert (finding.location.line, finding.message) == (2, "This cannot be read: odd.")
