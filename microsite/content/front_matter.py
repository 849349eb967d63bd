"""Split a file into front matter and body, and read the front matter with its places."""

from __future__ import annotations

import msgspec
from frontmatter.default_handlers import YAMLHandler

from microsite.diagnostics import Code, Diagnostic
from microsite.source.files import Source
from microsite.source.nodes import Place, Tree, compose

_DELIMITER = YAMLHandler.FM_BOUNDARY


class Parts(msgspec.Struct, frozen=True):
    """Hold the two parts of a file."""

    tree: Tree
    """Empty where the YAML cannot be read."""
    body: str
    body_line: int
    """The line of the file at which the body begins, from 1."""


def split(source: Source) -> tuple[Parts | None, tuple[Diagnostic, ...]]:
    """Split a file at the two lines of `---`.

    Reports: `front-matter`, and what reading the YAML finds.
    """
    delimiters = _DELIMITER.finditer(source.text)
    opening = next(delimiters, None)
    if opening is None or opening.start() != 0:
        message = "The file does not begin with front matter."
        hint = "Let its first line be ---, then the fields, then --- again."
        return None, (source.finding(Code.FRONT_MATTER, 1, 1, message, hint),)
    closing = next(delimiters, None)
    if closing is None:
        message = "The front matter is opened here and never closed."
        hint = "Put a line of --- behind the last field, before the text."
        return None, (source.finding(Code.FRONT_MATTER, 1, 1, message, hint, 3),)
    # The pattern may swallow empty lines, so that places are counted from what is left of it.
    block = source.text[len(source.line(1)) : closing.start()]
    end_line, _ = source.place(closing.start())
    body_start = min(closing.start() + len(source.line(end_line)) + 1, len(source.text))
    tree, findings = compose(source, block, 1, end_line)
    tree = tree or Tree(source, {}, Place(end_line, 1, 3))
    return Parts(tree, source.text[body_start:], end_line + 1), findings
