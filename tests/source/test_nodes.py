from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from microsite import report
from microsite.diagnostics import Code
from microsite.source.files import MOST, Source
from microsite.source.nodes import DEPTH, ITEMS, KEY_LENGTH, LENGTH, VALUES, Place, Tree, compose

FOLDER = Path("/content")
FILE = FOLDER / "a.yaml"


def tree_of(text: str) -> Tree:
    tree, findings = compose(Source(FILE, text))
    assert tree is not None, findings
    assert findings == ()
    return tree


def told(text: str) -> list[str]:
    """Give the first line of each finding, without the file's name."""
    _, findings = compose(Source(FILE, text))
    return [report.text([f], FOLDER).split("\n")[0].removeprefix("a.yaml:") for f in findings]


def test_every_value_stays_the_text_that_was_typed() -> None:
    text = "a: no\nb: 2016-09-12\nc: 007\nd: 1e3\ne: null\nf: ~\ng: 0x10\nh: 'x'\ni: 1:30\n"
    assert tree_of(text).data == {
        "a": "no",
        "b": "2016-09-12",
        "c": "007",
        "d": "1e3",
        "e": "null",
        "f": "~",
        "g": "0x10",
        "h": "x",
        "i": "1:30",
    }


def test_lists_and_groups_are_read_in_both_styles() -> None:
    text = "a: [x, {b: c}]\nd:\n  - e\n  - f: g\n"
    assert tree_of(text).data == {"a": ["x", {"b": "c"}], "d": ["e", {"f": "g"}]}


def test_long_texts_may_run_over_lines() -> None:
    text = "a: >\n  one\n  two\nb: |\n  one\n  two\nc: one\n  two\n"
    assert tree_of(text).data == {"a": "one two\n", "b": "one\ntwo\n", "c": "one two"}


def test_an_empty_text_is_a_mapping_without_keys() -> None:
    for text in ("", "\n\n", "# a remark\n"):
        assert tree_of(text).data == {}


def test_a_key_without_a_value_is_left_out_but_keeps_its_place() -> None:
    tree = tree_of("a:\nb: ''\n")
    assert tree.data == {"b": ""}
    assert tree.place(("a",)) == Place(1, 1, 1)


def test_places_are_those_of_the_values_and_count_characters() -> None:
    tree = tree_of("мост: [один, два]\nb:\n  c: d\n")
    assert tree.place(("мост",)) == Place(1, 7, 1)
    assert tree.place(("мост", 1)) == Place(1, 14, 3)
    assert tree.place(("b", "c")) == Place(3, 6, 1)
    assert tree.keys["b", "c"] == Place(3, 3, 1)


def test_a_value_that_is_not_there_has_the_place_of_what_holds_it() -> None:
    tree = tree_of("a: {b: c}\n")
    assert tree.place(("a", "x", 3)) == tree.place(("a",))
    assert tree.place(("z",)) == tree.place(()) == tree.end == Place(1, 1, 3)


def test_a_block_of_a_file_has_the_lines_of_the_file() -> None:
    source = Source(FILE, "---\na: b\n---\nText\n")
    tree, findings = compose(source, "\na: b\n", 1, 3)
    assert tree is not None
    assert findings == ()
    assert tree.place(("a",)) == Place(2, 4, 1)
    assert tree.end == Place(3, 1, 3)
    assert tree.finding(Code.INVALID, ("a",), "Wrong.").excerpt == "a: b"


def test_a_finding_stands_at_the_value_or_at_the_key() -> None:
    tree = tree_of("abc: defgh\n")
    at_value = tree.finding(Code.INVALID, ("abc",), "Wrong.")
    at_key = tree.key_finding(Code.INVALID, ("abc",), "Wrong.")
    assert (at_value.location.column, at_value.width) == (6, 5)
    assert (at_key.location.column, at_key.width) == (1, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b\na: c\n", [("2:1: error[doubled-key]: `a` stands here a second time; it is already"
                          " on line 1.")]),
        ("x: {a: b, a: c}\n", [("1:11: error[doubled-key]: `a` stands here a second time; it is"
                               " already on line 1.")]),
        ("a: &x b\n", ["1:4: error[yaml]: YAML's anchors (&) and aliases (*) are not used here."]),
        ("a: *x\n", ["1:4: error[yaml]: YAML's anchors (&) and aliases (*) are not used here."]),
        ("a: !!int 3\n", ["1:4: error[yaml]: YAML's tags (!) are not used here."]),
        ("a: b\n---\nc: d\n", [("2:1: error[yaml]: A second YAML document begins here; a file holds"
                               " one.")]),
        ("[a]: b\n", ["1:1: error[yaml]: A key is one word in front of a colon."]),
        ("? {a: b}\n: c\n", ["1:3: error[yaml]: A key is one word in front of a colon."]),
        ("- a\n- b\n", [("1:1: error[wrong-type]: A list of fields is wanted here, each on a line"
                        " of its own: `key: value`.")]),
        ("just words\n", [("1:1: error[wrong-type]: A list of fields is wanted here, each on a line"
                          " of its own: `key: value`.")]),
        ('a: "b\\0c"\n', [("1:4: error[invalid]: This value holds an invisible character: U+0000"
                          " (control character).")]),
        ('a: "\\u202eb"\n', [("1:4: error[invalid]: This value holds an invisible character: U+202E"
                             " (right-to-left override).")]),
    ],
)  # fmt: skip
def test_what_is_not_plain_is_refused_at_its_place(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_all_anchors_and_doubled_keys_are_told_at_once() -> None:
    assert len(told("a: &x b\nc: *x\na: d\n")) == 3


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("{a: ", "}")])
def test_nesting_ends_at_a_depth_that_no_text_needs(opening: str, closing: str) -> None:
    deepest = f"a: {opening * (DEPTH - 1)}{closing * (DEPTH - 1)}\n"
    assert told(deepest) == []
    deeper = f"a: {opening * 5000}{closing * 5000}\n"
    (only,) = told(deeper)
    assert only.endswith("Brackets or lists are nested more than 20 levels deep.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("&x a: b\n", "1:1: error[yaml]: YAML's anchors (&) and aliases (*) are not used here."),
        ("!x a: b\n", "1:1: error[yaml]: YAML's tags (!) are not used here."),
        ("<<: {a: b}\n<<: {a: b}\n", "2:1: error[doubled-key]: `<<` stands here a second time;"),
        ("*x : b\n", "1:1: error[yaml]: A key is one word in front of a colon."),
        ('"a\\u202eb": c\n', "1:1: error[invalid]: This value holds an invisible character:"),
        ('a: "\\e[2J"\n', "1:4: error[invalid]: This value holds an invisible character: U+001B"),
        ('a: "b\\N"\n', "1:4: error[invalid]: This value holds an invisible character: U+0085"),
        ('a: "\\uFEFFb"\n', "1:4: error[invalid]: This value holds an invisible character: U+FEFF"),
        (f"a: {'b' * (LENGTH + 1)}\n", "1:4: error[yaml]: This value is longer than 10000"),
        (f"{'k' * (KEY_LENGTH + 1)}: b\n", "1:1: error[yaml]: This key is longer than 100"),
        (f"a: [{'b, ' * 100_000}]\n", "1:905: error[yaml]: The list has more than 300 items."),
        ("".join(f"k{n}: v\n" for n in range(1000)), "301:1: error[yaml]: More than 300 fields"),
        ("".join(f"k{n}:\n" for n in range(1000)), "301:1: error[yaml]: More than 300 fields"),
        (
            "".join(f"k{n}: {{a: b}}\n" for n in range(VALUES)),
            "25000:13: error[yaml]: The file has more than 100000 keys and values.",
        ),
    ],
)  # fmt: skip
def test_what_nobody_wrote_by_hand_is_refused_at_its_place(text: str, expected: str) -> None:
    found = told(text)
    assert found[-1].startswith(expected)
    assert len(found) <= 2


def test_as_much_as_a_large_vocabulary_needs_is_taken() -> None:
    entries = "".join(f"k{n}: {{name: {{en: N{n}}}}}\n" for n in range(10_000))
    assert len(tree_of(entries).data) == 10_000
    assert told(f"a: [{', '.join(f'b{n}' for n in range(ITEMS))}]\nc: {'d' * LENGTH}\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "a: b\n" * 100_000,
        "a: [" + "*x, " * 200 + "]\n" + "b: !x c\n" * 1000,
        'a: "' + "\\u202e" * 1000 + '"\n',
    ],
)
def test_no_more_mistakes_are_told_than_anybody_reads(text: str) -> None:
    assert len(told(text)) == MOST


def test_aliases_are_never_followed() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    names = "abcdefghi"
    for before, name in pairwise(names):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")
    found = told("\n".join(lines))
    assert {line.partition("error")[2] for line in found} == {
        "[yaml]: YAML's anchors (&) and aliases (*) are not used here."
    }


def test_a_long_line_is_looked_at_once() -> None:
    # Patterns that go over such a line from each of its characters would take hours.
    for text in (
        "a: b: " + "c " * 900_000,
        "a: b " + "#" * 1_900_000,
        "a:" + " " * 1_900_000 + "b: c",
    ):
        assert len(told(text)) <= 1
