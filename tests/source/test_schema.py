from __future__ import annotations

from pathlib import Path
from typing import Annotated

import pytest
from pydantic import AfterValidator, Field, RootModel

from microsite import report
from microsite.diagnostics import Code
from microsite.source.faults import FaultError
from microsite.source.files import Source
from microsite.source.nodes import compose
from microsite.source.schema import Strict, bind

FOLDER = Path("/content")
FILE = FOLDER / "a.yaml"


def _short(value: str) -> str:
    if len(value) > 5:
        raise FaultError(Code.UNKNOWN_TERM, f"“{value}” is {{long}}.", "Shorten {it}.")
    return value


class Part(Strict):
    name: str
    size: int = Field(default=0, ge=1)


class Whole(Strict):
    title: Annotated[str, AfterValidator(_short)] | None = Field(
        default=None, description="The headline."
    )
    tags: tuple[str, ...] = ()
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    names: dict[str, str] = Field(default_factory=dict)
    draft: bool = False
    start: str | None = Field(default=None, alias="from")


class Parts(RootModel[dict[str, Part]]):
    pass


def told(text: str, **more: object) -> str:
    tree, findings = compose(Source(FILE, text))
    assert tree is not None, findings
    _, findings = bind(Whole, tree, **more)  # type: ignore[arg-type]  # handed on as given
    return "\n".join(
        f"{f.location.line}:{f.location.column}+{f.width} {f.code}: {f.message} {f.hint}".rstrip()
        for f in findings
    )


def test_a_tree_without_faults_becomes_a_model() -> None:
    tree, _ = compose(Source(FILE, "title: A\ntags: [x, y]\npart: {name: p, size: 2}\nfrom: z\n"))
    assert tree is not None
    whole, findings = bind(Whole, tree)
    assert findings == ()
    assert whole == Whole.model_validate(
        {"title": "A", "tags": ("x", "y"), "part": {"name": "p", "size": 2}, "from": "z"}
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tilte: A\n", "1:1+5 unknown-key: `tilte` is not a known field. Did you mean `title`?"),
        (
            "zzz: A\n",
            (
                "1:1+3 unknown-key: `zzz` is not a known field."
                " Allowed are: title, tags, part, parts, names, draft, from."
            ),
        ),
        (
            "part: {name: p, sise: 2}\n",
            "1:17+4 unknown-key: `sise` is not a known field. Did you mean `size`?",
        ),
        (
            "parts:\n  - {name: p}\n  - {name: q, nome: r}\n",
            "3:15+4 unknown-key: `nome` is not a known field. Did you mean `name`?",
        ),
        ("part: {size: 2}\n", "1:1+4 missing: `name` is missing in `part`."),
        ("parts: [{size: 2}]\n", "1:9+1 missing: `name` is missing in `parts[1]`."),
        ("part: {name: }\n", "1:8+4 missing: `name` has no value. Write one, or delete the line."),
        (
            "tags: x\n",
            (
                "1:7+1 wrong-type: `tags` is a list. "
                "Write its items in square brackets, [ONE, TWO]; if there are none, write []."
            ),
        ),
        (
            "title: [x]\n",
            "1:8+1 wrong-type: `title` takes one value, not a list or a group of fields.",
        ),
        (
            "tags: [x, {y: z}]\n",
            "1:11+1 wrong-type: `tags[2]` takes one value, not a list or a group of fields.",
        ),
        (
            "part: x\n",
            "1:7+1 wrong-type: `part` is a group of fields. Write it as {field: value, …}.",
        ),
        (
            "names: x\n",
            "1:8+1 wrong-type: `names` is a group of fields. Write it as {field: value, …}.",
        ),
        ("draft: maybe\n", "1:8+5 invalid: `draft` is either true or false."),
        ("draft: [x]\n", "1:8+1 invalid: `draft` is either true or false."),
        ("part: {name: p, size: x}\n", "1:23+1 invalid: `part.size` is a whole number."),
        ("part: {name: p, size: [1]}\n", "1:23+1 invalid: `part.size` is a whole number."),
        ("part: {name: p, size: 0}\n", "1:23+1 invalid: `part.size` is at least 1."),
        ("title: longer\n", "1:8+6 unknown-term: “longer” is {long}. Shorten {it}."),
    ],
)
def test_a_fault_stands_at_the_field_it_is_about(text: str, expected: str) -> None:
    assert told(text) == expected


def test_all_faults_of_a_file_are_told_at_once() -> None:
    assert len(told("title: longer\ntags: x\ndraft: maybe\nzzz: A\n").split("\n")) == 4


def test_a_required_field_that_is_absent_is_told_below_the_fields_with_what_it_is() -> None:
    found = told("tags: [x]\n", required=("title",))
    assert found == "1:1+3 missing: `title` is missing. The headline."


def test_a_required_field_without_a_value_is_told_at_its_key() -> None:
    found = told("title:\n", required=("title",))
    assert found == "1:1+5 missing: `title` has no value. The headline."


def test_a_key_that_may_not_stand_here_has_its_own_remedy() -> None:
    assert told("regions: [x]\n", unknown={"regions": "Delete it."}) == (
        "1:1+7 unknown-key: `regions` may not stand here. Delete it."
    )


def test_the_entries_of_a_file_of_entries_are_judged_each() -> None:
    tree, _ = compose(Source(FILE, "a: {name: x}\nb: {}\nc: {name: y, sise: 1}\n"))
    assert tree is not None
    entries, findings = bind(Parts, tree)
    assert entries is None
    assert report.text(findings, FOLDER) == (
        "a.yaml:2:1: error[missing]: `name` is missing in `b`.\n"
        "   |\n 2 | b: {}\n   | ^\n\n"
        "a.yaml:3:14: error[unknown-key]: `sise` is not a known field.\n"
        "   |\n 3 | c: {name: y, sise: 1}\n   |              ^^^^\n   Did you mean `size`?\n\n"
        "2 mistakes in 1 file; nothing was published."
    )
