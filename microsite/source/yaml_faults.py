"""Say what is wrong with a piece of YAML in the words of somebody who never heard of YAML.

Each row of the table is a mistake that people make; the first row that fits the parser's complaint
and the lines around its place speaks. A new mistake is a new row.
"""

from __future__ import annotations

import re
from typing import Final

import yaml

from microsite.diagnostics import Code, Diagnostic
from microsite.source.files import Source

_QUOTES = 'Put the whole value in quotes, as in `title: "One: two"`.'
_MARKS = "Put the whole value in quotes; inside, use quotation marks of the other kind, or « »."
_CLOSE = "Close every [ with ] and every { with }."
_FORM = "This line is not of the form `key: value`."
_COLON = "Put a colon and a space behind the key."
_INDENTED = "This line is indented, but the line above it already has a value."
_MARGIN = "Let it begin at the margin, like the other fields."
_SAME = "Let it begin in the same column as the line above it, or at the margin."
_STRAY = "A line of this list does not stand below the others."
_ITEM = (
    "Indent it like this: `  - date: …`, and on the next line `    note: …`;"
    " a field that is not part of the list begins at the margin."
)
_NO_HYPHEN = (
    "If it is an item of the list, put a hyphen and a space in front of it;"
    " if it continues the line above, indent it further."
)
_NEXT_LINE = (
    "If the value is meant to begin with this mark, put the whole of it in quotes;"
    " a text of several lines begins on the next line, indented."
)
_COLON_INSIDE = "A colon with a space behind it stands inside a value without quotes."
_NO_FIT = "This line fits neither the fields above it nor the value before it."
_CHECK = "Check its indentation, and the quotes of the line above."

_LONG = 5_000
"""Characters of two lines that no editor wrote; the patterns would take their time over them."""

_BEGAN, _FOUND = "began", "found"

_KEY = r"(?:‸|^ *(?:- +)?(?=.*\n +[\w-]+‸:))[^\W\d][\w-]*"
"""A key at the place, or in the line above, where the next key's colon surprises the parser."""

_ROWS: Final[tuple[tuple[str, str, str, str, str], ...]] = (
    # What the editor's keyboard puts where another character is wanted.
    ("tab char|any token", _FOUND, r"‸\t",
     "A tab stands here where spaces are wanted.", "Replace it with two spaces."),
    ("any token", _FOUND, r"‸(?P<here>.)", "A value may not begin with {here}.", _QUOTES),
    # A line that is not a field. The parser calls it a key, and misses the colon on the next line.
    ("expected ':'|mapping values", _BEGAN, rf"{_KEY}:(?P<here>[\u00a0\u2007\u202f])",
     "The space behind this colon is a no-break space.", "Delete it and type a plain space."),
    ("expected ':'|mapping values", _BEGAN, rf"{_KEY}(?P<here>[：﹕︰∶꞉])",
     "This colon is not the plain one.", "Delete it and type a plain colon and a space."),
    ("expected ':'|mapping values", _BEGAN, rf"{_KEY}(?P<here>:)(?!//)\S",
     _FORM, "Put a space behind the colon."),
    ("expected ':'", _BEGAN, r"^ *-(?: .*)?\n *‸(?P<here>-)\S",
     "A space is missing behind this hyphen.", "Put a space behind the hyphen."),
    ("expected ':'", _BEGAN, r"^ *-(?: .*)?\n *‸(?P<here>[‐-―−•·*])",
     "An item of a list begins with a hyphen.", "Write a hyphen in place of this mark."),
    ("expected ':'", _BEGAN, r"^( *)- .*\n\1‸", _FORM, _NO_HYPHEN),
    ("expected ':'", _BEGAN, r"""^ *(?:- +)?[\w-]+: +[^\s\[{"'|>].*\n *‸""", _FORM,
     f"{_COLON} If it continues the line above, indent it, or join the two lines."),
    ("expected ':'", _BEGAN, r"", _FORM, _COLON),
    # A colon and a space where a value stands.
    ("mapping values", _FOUND, r"^ *- .*\n(?P<here> +)[\w-]+‸:", _STRAY, _ITEM),
    ("mapping values", _FOUND, r"^ +.*\n(?P<here> +)[\w-]+‸:", _INDENTED, _SAME),
    ("mapping values", _FOUND, r"\n(?P<here> +)[\w-]+‸:", _INDENTED, _MARGIN),
    ("mapping values", _FOUND, r": *(?P<here>\() *[\w-]+‸:", "A group stands in { }, not in ( ).",
     "Write { } in place of ( ); if it is a text, put the whole value in quotes."),
    ("mapping values", _FOUND, r"[:-] +(?P<here>[“”„‟‘’‚«»‹›]).*‸:",
     'The quotation mark {here} does not hold a value together; only " does.',
     'Put " " around the whole value, as in `title: "One: two"`.'),
    ("mapping values", _FOUND, r"", _COLON_INSIDE, _QUOTES),
    # Quotation marks, and backslashes between them.
    ("escape|hexdecimal|hexadecimal", _FOUND, r"(?P<here>\\)\w?‸|‸",
     "In double quotes a backslash has a meaning of its own.", "Double it: \\\\."),
    ("quoted scalar", _BEGAN, r"",
     "A quotation mark is opened here and never closed.", "Close it at the end of the value."),
    # What a value may not begin with.
    ("directive", _BEGAN, r"", "A value may not begin with %.", _QUOTES),
    ("alphabetic or numeric", _BEGAN, r"", "A value may not begin with & or *.", _QUOTES),
    ("tag", _BEGAN, r"", "A value may not begin with !.", _QUOTES),
    ("mapping keys", _FOUND, r"",
     "A value may not begin with a question mark and a space.", _QUOTES),
    ("block scalar", _BEGAN, r"",
     "Something stands behind the mark | or > of a text of several lines.",
     _NEXT_LINE),
    ("sequence entries", _FOUND, r"\[.*‸-",
     "In brackets the items of a list have no hyphens.", "Delete the hyphen."),
    ("sequence entries", _FOUND, r"‸-\s*$",
     "A hyphen stands here where a value is wanted.", "If there are none, write []."),
    ("sequence entries", _FOUND, r"", "A value may not begin with a hyphen and a space.",
     "Put a text in quotes; put a list in brackets, as in `[one, two]`."),
    # Brackets and commas.
    ("node content", _FOUND, r",\s*‸,",
     "Two commas stand here with nothing between them.", "Delete one of the two commas."),
    ("node content", _FOUND, r"[\[{]\s*‸,",
     "A comma stands here with nothing in front of it.", "Delete it."),
    ("node content", _FOUND, r": +‸,", "A value may not begin with a comma.", _QUOTES),
    ("node content", _FOUND, r": +‸[\]}]", "A bracket is closed here that was never opened.",
     "Open it at the beginning of the value, or put the whole value in quotes."),
    ("node content", _FOUND, r"[\[,]\s*‸-",
     "In brackets the items of a list have no hyphens.", "Delete the hyphen."),
    ("node content", _BEGAN, r"",
     "A value is missing here, or a bracket before it is not closed.", _CLOSE),
    ("',' or", _FOUND, r"\n.*[\[{].*‸: ", _COLON_INSIDE, _QUOTES),
    ("',' or", _FOUND, r"""["']‸\w""",
     "The value ends at its closing quotation mark, but the line goes on.", _MARKS),
    ("',' or", _FOUND, r"""["'\]}] +‸["'\w\[{]""",
     "Two items stand here with no comma between them.", "Put a comma between them."),
    ("',' or ']'", _FOUND, r"‸\}", "A list was opened with [ but is closed here with }.",
     "Close it with ]."),
    ("',' or '}'", _FOUND, r"‸\]", "A group was opened with { but is closed here with ].",
     "Close it with }."),
    ("',' or ']'", _BEGAN, r"", "A list is opened here with [ and never closed.",
     "Close it with ] and separate its items with commas."),
    ("',' or '}'", _BEGAN, r"", "A group is opened here with { and never closed.",
     "Close it with } and separate its parts with commas."),
    ("nesting level", _FOUND, r"", "Brackets or lists are nested too deeply here.", _CLOSE),
    # A line that stands where no line of its kind can stand.
    ("block collection", _BEGAN, r"\n‸(?P<here>- )",
     "The first field begins with a hyphen, as if it were the item of a list.",
     "Delete the hyphen and the space behind it."),
    ("block collection", _FOUND, r"\n(?P<here> +)‸", _STRAY, _ITEM),
    ("block collection", _FOUND, r"", _STRAY, _ITEM),
    ("block mapping", _FOUND, r"""["'][ \t]*‸""",
     "The value ends at its closing quotation mark, but the line goes on.", _MARKS),
    ("block mapping", _FOUND, r"[\]}][ \t]*‸[\]}]",
     "A bracket is closed here that was never opened.", "Delete it."),
    ("block mapping", _FOUND, r"[\]}][ \t]*‸",
     "The value ends at its closing bracket, but the line goes on.", _QUOTES),
    ("block mapping", _FOUND, r"^ *- .*\n(?P<here> +)‸- ", _STRAY,
     "Let its hyphen stand below the hyphen of the line above."),
    ("block mapping", _FOUND, r"^ *- [\w-]+:.*\n(?P<here> +)‸", _STRAY, _ITEM),
    ("block mapping", _FOUND, r"^ +[^\s-].*\n(?P<here> +)‸", _INDENTED, _SAME),
    ("block mapping", _FOUND, r"\n(?P<here> +)‸", _INDENTED, _MARGIN),
    ("block mapping", _FOUND, r"‸-",
     "A list begins here, but the key above it already has a value.",
     "Indent the list, or delete the value."),
    ("block mapping", _FOUND, r"\n‸:", "The key is missing in front of this colon.",
     "Write the name of the field in front of it."),
    ("document start", _FOUND, r"(?P<here>\.\.\.)[^\S\n]*\n?‸",
     "Three dots at the beginning of a line end the fields.", "Delete them."),
    ("document start", _FOUND, r"^(?P<here> +)\S.*\n‸",
     "The fields above are indented, but the next one is not.",
     "Let every field begin at the margin."),
    ("block mapping|document start|block end", _FOUND, r"", _NO_FIT, _CHECK),
)  # fmt: skip
"""Part of the parser's complaint (a pattern), which of its two places counts (where the matter
began, or where the fault was found), what stands there (a pattern), message and hint. ‸ is the
place; in front of it are its line and, on a line of its own, the line above. What the group `here`
matches is what the editor has to act on."""


def explain(error: yaml.YAMLError, source: Source, first_line: int = 1) -> Diagnostic:
    """Turn the parser's complaint about a block that begins at `first_line` into a finding."""
    problem = getattr(error, "problem", None) or str(error)
    found = getattr(error, "problem_mark", None)
    if found is None:
        return source.finding(Code.YAML, first_line, 1, f"This cannot be read: {problem}.")
    began = getattr(error, "context_mark", None) or found
    complaint = f"{getattr(error, 'context', None)}: {problem}"
    marks = {_BEGAN: _place(began, source, first_line), _FOUND: _place(found, source, first_line)}
    line, column = marks[_FOUND]
    if "mapping values" in problem and re.fullmatch(r"[\w-]+", source.line(line)[: column - 1]):
        # A first line without its colon: the parser takes it and the next one for one text.
        complaint, marks[_BEGAN] = "expected ':'", (_first(source, first_line, line), 1)
    for part, which, pattern, message, hint in _ROWS:
        if re.search(part, complaint):
            scene = _Scene(source, first_line, *marks[which])
            if len(scene.text) > _LONG:
                break
            if match := re.search(pattern, scene.text):
                return scene.finding(match, message, hint)
    message = f"This cannot be read as YAML: {problem}."
    return source.finding(Code.YAML, line, column, message, _QUOTES)


class _Scene:
    """Show a place with its line and the line above it as one text."""

    def __init__(self, source: Source, first_line: int, line: int, column: int) -> None:
        self._source, self._line, self._column = source, line, column
        self._line_above = next(
            (above for above in range(line - 1, first_line - 1, -1) if _speaks(source, above)), 0
        )
        self._above, here = (
            source.line(number).replace("‸", "?") for number in (self._line_above, line)
        )
        self.text = f"{self._above}\n{here[: column - 1]}‸{here[column - 1 :]}"

    def finding(self, match: re.Match[str], message: str, hint: str) -> Diagnostic:
        here = match.groupdict().get("here") or ""
        line, column = (self._line, self._column) if not here else self._place(match.start("here"))
        message = message.replace("{here}", here)
        return self._source.finding(Code.YAML, line, column, message, hint, len(here))

    def _place(self, index: int) -> tuple[int, int]:
        if index < len(self._above):
            return self._line_above, index + 1
        column = index - len(self._above)
        return self._line, column - (column > self._column)


def _place(mark: yaml.Mark, source: Source, first_line: int) -> tuple[int, int]:
    """Give line and column; what is wrong at the end stands behind the last character."""
    line, last = mark.line + first_line, source.text.count("\n") + 1
    return (line, mark.column + 1) if line <= last else (last, len(source.line(last)) + 1)


def _first(source: Source, first_line: int, line: int) -> int:
    """Find the first line of the fields; `line` if there is none before it."""
    return next((number for number in range(first_line, line) if _speaks(source, number)), line)


def _speaks(source: Source, line: int) -> bool:
    """Tell whether a line is more than a space, a comment or the mark between blocks."""
    return not re.fullmatch(r"\s*(#.*|---\s*)?", source.line(line))
