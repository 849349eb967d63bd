"""Read YAML into plain values and remember the place of each.

All scalars stay the text that was typed: `no` is not False and `2016-09-12` is not a date until a
schema says so. The tree is built from the parser's events: they come one at a time, so that depth,
aliases and doubled keys are judged where they stand, however deep the nesting goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
import yaml

from microsite.diagnostics import Code, Diagnostic
from microsite.source.files import MOST, Source, invisible
from microsite.source.yaml_faults import explain

Path = tuple[str | int, ...]
"""Keys and indexes that lead from the root to a value."""

DEPTH = 20
"""Levels of nesting; the deepest that a file of this project needs is five."""

VALUES = 100_000
"""Keys and values in a file; seven thousand places with names in four languages have as many."""

ITEMS = 300
"""Items of a list, and fields of a group; a briefing that names every region has 83."""

LENGTH = 10_000
"""Characters of a value; a text of that length belongs below the front matter."""

KEY_LENGTH = 100
"""Characters of a key."""

_COMMENT = re.compile(r"[ ]+(?P<text>#+[^\s#].*)")

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Place(msgspec.Struct, frozen=True):
    """Mark a stretch of one line."""

    line: int
    """From 1."""
    column: int
    """In characters, from 1."""
    width: int = 1


class Tree(msgspec.Struct, frozen=True):
    """Hold a YAML mapping as text, lists and dicts, with the place of every key and value.

    A key without a value is left out of `data`, but keeps its place in `keys`.
    """

    source: Source
    data: dict[str, object]
    end: Place
    """Where a missing key would have to be added: the line behind the mapping."""
    keys: dict[Path, Place] = {}
    values: dict[Path, Place] = {}

    def place(self, path: Path) -> Place:
        """Find the place of a value, else of its key, else of the nearest value around it."""
        while path:
            if found := self.values.get(path) or self.keys.get(path):
                return found
            path = path[:-1]
        return self.end

    def finding(self, code: Code, path: Path, message: str, hint: str = "") -> Diagnostic:
        """Make a finding at the value of a path."""
        place = self.place(path)
        return self.source.finding(code, place.line, place.column, message, hint, place.width)

    def key_finding(self, code: Code, path: Path, message: str, hint: str = "") -> Diagnostic:
        """Make a finding at the key of a path."""
        place = self.keys.get(path) or self.place(path)
        return self.source.finding(code, place.line, place.column, message, hint, place.width)


def compose(
    source: Source, block: str | None = None, first_line: int = 1, end_line: int | None = None
) -> tuple[Tree | None, tuple[Diagnostic, ...]]:
    """Read a file's text, or a block of it that begins at `first_line`, as one YAML mapping.

    Reports: `yaml`, `front-matter`, `doubled-key`, `wrong-type`.
    """
    text = source.text if block is None else block
    lines = text.rstrip("\n").count("\n") + 1 if text.strip() else 0
    end = Place(end_line or max(1, first_line + lines - 1), 1, 3)
    tree = Tree(source, {}, end)
    builder = _Builder(tree, first_line)
    try:
        events = yaml.parse(text, Loader=_LOADER)
        root = builder.document(events)
    except yaml.YAMLError as error:
        return None, (*builder.findings, explain(error, source, first_line))
    except _Unfit:
        return None, tuple(builder.findings)
    if root is not None and not isinstance(root, dict):
        message = "A list of fields is wanted here, each on a line of its own: `key: value`."
        place = tree.values.get((), tree.end)
        finding = source.finding(Code.WRONG_TYPE, place.line, place.column, message)
        return None, (*builder.findings, finding)
    tree.data.update(root or {})
    return tree, tuple(builder.findings)


class _Unfit(Exception):  # noqa: N818 -- ends the reading, is not an error of the program
    """End the reading: what follows could only be guessed at, or is too much."""


class _Builder(msgspec.Struct):
    tree: Tree
    first_line: int
    findings: list[Diagnostic] = []
    values: int = 0

    def document(self, events: Iterator[yaml.Event]) -> object:
        root: object = None
        seen = False
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and seen:
                self._refuse(event, "A second YAML document begins here; a file holds one.")
                raise _Unfit
            if isinstance(event, yaml.NodeEvent):
                seen = True
                root = self._value(event, events, (), 0)
        return root

    def _value(
        self, event: yaml.Event, events: Iterator[yaml.Event], path: Path, depth: int
    ) -> object:
        if depth > DEPTH:
            self._refuse(event, f"Brackets or lists are nested more than {DEPTH} levels deep.")
            raise _Unfit
        self._judge_marks(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        self.tree.values[path] = self._place(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, path, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(events, path, depth)
        if not isinstance(event, yaml.ScalarEvent) or (event.value == "" and event.implicit[0]):
            del self.tree.values[path]
            return None
        return self._text(event, LENGTH)

    def _list(self, events: Iterator[yaml.Event], path: Path, depth: int) -> list[object]:
        items: list[object] = []
        for item in events:
            if isinstance(item, yaml.SequenceEndEvent):
                break
            if len(items) == ITEMS:
                self._refuse(item, f"The list has more than {ITEMS} items.", "Shorten it.")
                raise _Unfit
            items.append(self._value(item, events, (*path, len(items)), depth + 1))
        return items

    def _mapping(self, events: Iterator[yaml.Event], path: Path, depth: int) -> dict[str, object]:
        mapping: dict[str, object] = {}
        first: dict[str, Place] = {}
        fields = 0
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self._refuse(event, "A key is one word in front of a colon.")
                raise _Unfit
            self._judge_marks(event)
            key, place = self._text(event, KEY_LENGTH), self._place(event)
            value = self._value(next(events), events, (*path, key), depth + 1)
            if key in first:
                message = f"`{key}` stands here a second time; it is already on line"
                message = f"{message} {first[key].line}."
                self._refuse(event, message, "Keep one of the two.", Code.DOUBLED_KEY)
                continue
            first[key] = place
            self.tree.keys[(*path, key)] = place
            if value is not None:
                mapping[key] = value
            # A vocabulary may have any number of entries, but those are groups.
            fields += not isinstance(value, dict)
            if fields > ITEMS:
                self._refuse(event, f"More than {ITEMS} fields stand here.", "Delete some.")
                raise _Unfit
        return mapping

    def _judge_marks(self, event: yaml.Event) -> None:
        """Count a key or value, and find what YAML would take it for beside its text."""
        self.values += 1
        if self.values > VALUES:
            self._refuse(event, f"The file has more than {VALUES} keys and values.", "Divide it.")
            raise _Unfit
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            hint = "Write the value out; if it begins with & or *, put it in quotes."
            self._refuse(event, "YAML's anchors (&) and aliases (*) are not used here.", hint)
        elif getattr(event, "tag", None):
            hint = "Delete it; if the value begins with !, put it in quotes."
            self._refuse(event, "YAML's tags (!) are not used here.", hint)

    def _text(self, event: yaml.ScalarEvent, length: int) -> str:
        text = str(event.value)
        if len(text) > length:
            what = "key" if length == KEY_LENGTH else "value"
            self._refuse(event, f"This {what} is longer than {length} characters.", "Shorten it.")
            raise _Unfit
        for _, name in invisible(text):
            # Written with a backslash: what stands in the file as it is was found before.
            message = f"This value holds an invisible character: {name}."
            hint = "Take out the backslash and the letters and digits behind it."
            self._refuse(event, message, hint, Code.INVALID)
        if event.implicit[0] and length == LENGTH:
            self._judge_comment(event)
        return text

    def _judge_comment(self, event: yaml.ScalarEvent) -> None:
        """Find text that was meant to be read: `Partner #1` is “Partner” to YAML."""
        place, end = self._place(event), event.end_mark
        assert end is not None  # noqa: S101 -- parsed events have it
        line = end.line + self.first_line
        # From where the value ends; a slice would copy the rest of a long line for each value.
        if lost := _COMMENT.match(self.tree.source.line(line), end.column):
            column = lost.start("text") + 1
            message = "What stands behind # is a comment, which readers do not see."
            hint = "Put the whole value in quotes; if it is a comment, put a space behind #."
            width = len(lost["text"]) if line == place.line else 1
            self.findings.append(
                self.tree.source.finding(Code.YAML, line, column, message, hint, width)
            )

    def _place(self, event: yaml.Event) -> Place:
        start, end = event.start_mark, event.end_mark
        assert start is not None and end is not None  # noqa: S101, PT018 -- parsed events have both
        width = end.column - start.column if end.line == start.line else 1
        if isinstance(event, yaml.CollectionStartEvent):
            width = 1
        return Place(start.line + self.first_line, start.column + 1, max(1, width))

    def _refuse(
        self, event: yaml.Event, message: str, hint: str = "", code: Code = Code.YAML
    ) -> None:
        place = self._place(event)
        self.findings.append(
            self.tree.source.finding(code, place.line, place.column, message, hint, place.width)
        )
        if len(self.findings) == MOST:
            raise _Unfit
