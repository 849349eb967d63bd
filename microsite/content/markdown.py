"""Turn a Markdown body into HTML, and tell what stands in it: sections, links, images.

Raw HTML is off; what an editor types is text. A body knows nothing of other files: links to them
are collected with their places, and judged when all files are known.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.autolink import autolink
from markdown_it.rules_inline.image import image
from markdown_it.rules_inline.link import link
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from microsite.content.body import Body, Section, SectionTag
from microsite.content.evidence import NUMBER, Evidence, mark
from microsite.content.headings import TAGS
from microsite.content.markdown_bounds import bounds, excess
from microsite.content.markdown_losses import (
    left_over,
    lost_blocks,
    lost_cells,
    lost_footnotes,
)
from microsite.content.markdown_rules import (
    Work,
    destinations,
    heading_attributes,
    markup,
    places,
    typography,
)
from microsite.diagnostics import Code, Diagnostic
from microsite.source.files import Source


def to_body(  # noqa: PLR0913, PLR0917 -- all that a body depends on
    source: Source,
    text: str,
    first_line: int,
    language: str,
    here: str,
    evidence: Sequence[Evidence] = (),
) -> tuple[Body, tuple[Diagnostic, ...]]:
    """Render the body that begins at a line of a file; `here` is its path in the content folder.

    The evidence is marked; what of it is not found once is told by the body.

    Reports: `heading`, `link`, `image`, `markdown`.
    """
    lines = text.split("\n")
    if passed := excess(text, lines):
        number, message, hint = passed
        place = (first_line + number, 1)
        return Body(), (source.finding(Code.MARKDOWN, *place, message, hint),)
    parser = _parser()
    work = Work(source, lines, first_line, language, here, evidence=evidence)
    environment: dict[str, Any] = {"work": work}
    tokens = parser.parse(text, environment)
    html = parser.renderer.render(tokens, parser.options, environment)
    body = Body(html, tuple(_sections(tokens)), tuple(work.links), tuple(work.images), work.missed)
    return body, tuple(work.findings)


@cache
def _parser() -> MarkdownIt:
    """Put the parser together, once: what its rules keep of a body stands in the environment."""
    # What is nested deeper is dropped; by itself, markdown-it drops the tenth list in a list.
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": 100})
    parser.enable(["table", "strikethrough"])
    # Press texts are full of indented lines and lines of dashes; neither is code nor a heading.
    # Nor is `[note]: …`, which would vanish, the address of a link.
    parser.disable(["code", "lheading", "reference"])
    # With HTML off these two find nothing, at every line and every mark.
    parser.disable(["html_block", "html_inline"])
    parser.use(footnote_plugin, inline=False)
    for name, rule, kind in (
        ("link", link, "link_open"),
        ("autolink", autolink, "link_open"),
        ("image", image, "image"),
    ):
        parser.inline.ruler.at(name, _placed(rule, kind))
    # Every address is let through here and judged, with its place, by `read_destination`.
    parser.validateLink = lambda _url: True  # type: ignore[method-assign, assignment]
    parser.normalizeLink = _normalized  # type: ignore[method-assign]
    # No rule above begins at another character; others need not be asked of each colon and hyphen.
    parser.inline.terminator_re = re.compile(r"[\n!&*<\[\\\]_`~]")
    parser.core.ruler.after("block", "bounds", bounds)
    parser.core.ruler.after("bounds", "places", places)
    parser.core.ruler.after("places", "lost_cells", lost_cells)
    parser.core.ruler.after("places", "lost_blocks", lost_blocks)
    parser.core.ruler.after("lost_cells", "heading_attributes", heading_attributes)
    parser.core.ruler.after("inline", "lost_footnotes", lost_footnotes)
    parser.core.ruler.before("text_join", "left_over", left_over)
    parser.core.ruler.push("destinations", destinations)
    parser.core.ruler.push("evidence", mark)
    parser.core.ruler.push("typography", typography)
    parser.core.ruler.push("markup", markup)
    # Wide tables scroll in a box of their own, which the keyboard has to reach.
    parser.add_render_rule(
        "table_open", lambda *_: '<div class="table-scroll" tabindex="0"><table>\n'
    )
    parser.add_render_rule(NUMBER, lambda _, tokens, at, *__: tokens[at].content)
    parser.add_render_rule("table_close", lambda *_: "</table></div>\n")
    return parser


_NORMAL = re.compile(
    r"(?:https?://(?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,9}(?=[/?#]|\Z)|(?!//))[A-Za-z0-9_./~-]*"
    r"(?:\?[A-Za-z0-9_./~=&-]*)?(?:#[A-Za-z0-9_./~-]*)?"
)
"""An address that stands as it should: no host to lower or encode, no letter to escape."""


def _normalized(url: str) -> str:
    """Spare most addresses what costs as much as the rest of their paragraph."""
    return url if _NORMAL.fullmatch(url) else normalizeLink(url)


def _placed(
    rule: Callable[[StateInline, bool], bool], kind: str
) -> Callable[[StateInline, bool], bool]:
    """Let an inline rule note on its token where it began: inline tokens have no map."""

    def placed(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the rules' signature
        start, count = state.pos, len(state.tokens)
        if not rule(state, silent):
            return False
        for token in state.tokens[count:]:
            if token.type == kind and "index" not in token.meta:
                token.meta["index"] = start
                break
        return True

    return placed


def _sections(tokens: Sequence[Token]) -> Iterator[Section]:
    headings = [index for index, token in enumerate(tokens) if token.type == "heading_open"]
    for index, end in zip(headings, [*headings[1:], len(tokens)], strict=False):
        attributes, place = tokens[index].meta["attributes"]
        paragraphs = (
            tokens[at + 1]
            for at in range(index, end)
            if tokens[at].type == "paragraph_open" and tokens[at].level == 0
        )
        opening = next(paragraphs, None)
        regions, partners = (
            tuple(SectionTag(tag.code, *place(tag.index)) for tag in attributes.tags.get(name, ()))
            for name in TAGS
        )
        yield Section(
            attributes.id,
            _plain(tokens[index + 1]),
            int(tokens[index].tag[1]),
            _plain(opening) if opening else "",
            regions,
            partners,
            *place(0),
        )


def _plain(block: Token) -> str:
    words = ""
    for token in block.children or ():
        if token.type in {"text", "code_inline"}:
            words += token.content
        elif token.type in {"softbreak", "hardbreak"}:
            words += " "
    return words.strip()
