"""Read a saved web page as lines of text.

Which part of a page is the article, trafilatura judges by its tags and links; it leaves out the
lines around it that name the day and the source, so those next to the article are taken from the
page itself, and judged like those of a plain text. Needs the extra `html`.
"""

from __future__ import annotations

import re
from typing import Any

from microsite.importer.decode import UnreadableError
from microsite.importer.normalise import clean

_NEAR = 8
"""Blocks behind an article that may belong to it."""

_ABOVE = 2
"""Blocks above its headline that may."""

_SHORT = 160
"""Characters that such a block has at most."""

_INLINE = frozenset(
    ["a", "abbr", "b", "cite", "code", "em", "font", "i", "img", "mark", "q", "s", "small"]
)
_INLINE |= {"span", "strong", "sub", "sup", "time", "u", "wbr", "ins", "del", "dfn", "nobr", "big"}
_INLINE |= {"tt", "kbd", "acronym", "bdi", "bdo", "label", "data", "var", "samp", "strike"}
"""Elements that stand within a line; all others begin one."""

_UNSEEN = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "head",
    "iframe",
    "button",
    "select",
    "input",
)

_HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")

_BREAK = "\u2028"


def text_of(page: str) -> str:
    """Give the headline, the article and the lines next to it, each block on a line of its own.

    Raises: UnreadableError, where the page holds no article or the extra is not installed.
    """
    try:
        import lxml.etree  # noqa: PLC0415 -- of an extra
        import lxml.html  # noqa: PLC0415 -- likewise
        import trafilatura  # noqa: PLC0415 -- likewise
    except ImportError as error:
        message = "Saved pages need more packages: pip install -e '.[html]'."
        raise UnreadableError(message) from error
    # A declaration of an encoding would be believed, though the text is decoded already.
    page = _CONTROL.sub("", re.sub(r"^\s*<\?xml[^>]*\?>", "", page))
    found = trafilatura.extract(page, include_comments=False, favor_recall=True)
    article = {_bare(clean(line)) for line in (found or "").split("\n")} - {""}
    try:
        tree: Any = lxml.html.document_fromstring(page or "<p></p>")
    except lxml.etree.ParserError as error:
        raise UnreadableError("No article was found in this page.") from error
    heads = [clean(str(head.text_content())) for head in tree.findall(".//h1")]
    blocks = _blocks(tree)
    inside = [number for number, block in enumerate(blocks) if _bare(block) in article]
    if not inside:
        raise UnreadableError("No article was found in this page. Save its text as .txt.")
    title = next((head for head in heads if head in blocks), "")
    first = min(blocks.index(title), inside[0]) if title else inside[0]
    near = range(first - _ABOVE, inside[-1] + _NEAR + 1)
    return "\n\n".join(
        block
        for number, block in enumerate(blocks)
        if _bare(block) in article or block == title or (number in near and len(block) <= _SHORT)
    )


def _bare(block: str) -> str:
    return block.lstrip("-•* ")


def _blocks(tree: Any) -> list[str]:  # noqa: ANN401 -- lxml has no types
    """Give the texts of all blocks of a page, in their order."""
    for element in [*tree.iter(*_UNSEEN)]:
        element.drop_tree()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            element.text = ""  # a comment
            continue
        edge = "" if element.tag in _INLINE else _BREAK
        if element.tag == "br" and str(element.getparent().tag) in _HEADS:
            edge = " "  # a headline on two lines is one
        if element.tag in ("td", "th"):
            _join_cell(element)
            continue
        bullet = "• " if element.tag == "li" else ""
        element.text = edge + bullet + _unbroken(element.text)
        element.tail = edge + _unbroken(element.tail)
    lines = (clean(line) for line in str(tree.text_content()).split(_BREAK))
    return [line for line in lines if line]


def _join_cell(cell: Any) -> None:  # noqa: ANN401 -- likewise
    """Put the cells of a row on one line, with commas between them."""
    is_first = cell.getprevious() is None
    cell.text = ("" if is_first else ", ") + _unbroken(cell.text)
    cell.tail = ""


def _unbroken(text: str | None) -> str:
    # The breaks of the page's source are none of its text.
    return re.sub(r"\s+", " ", text or "")


_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f]|&#(?:[0-8]|1[124-9]|2\d|3[01]|x[0-8bef]|x1[0-9a-f]);"
)
"""What no document of lxml may hold, though a page may name it by its number."""
