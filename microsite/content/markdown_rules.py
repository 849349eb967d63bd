"""Judge and settle, between parsing and rendering, what stands in a body.

Each rule goes over the tokens once and puts what it finds into `Work`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import quote

import msgspec
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from microsite import routes
from microsite.content.destinations import Link, read_destination
from microsite.content.evidence import Evidence, Missed
from microsite.content.headings import read_attributes
from microsite.diagnostics import Code, Diagnostic
from microsite.languages.typography import typeset, typeset_pieces
from microsite.source.files import MOST, Source


class Work(msgspec.Struct):
    """Gather, in the order of the text, what the rules below find."""

    source: Source
    lines: list[str]
    first_line: int
    language: str
    here: str
    """The file's path in the content folder."""
    findings: list[Diagnostic] = []
    links: list[Link] = []
    images: list[Link] = []
    evidence: Sequence[Evidence] = ()
    missed: tuple[Missed, ...] = ()

    def place(self, block: Token, index: int) -> tuple[int, int]:
        """Turn an index of an inline block's text into line and column of the file."""
        row = block.content.count("\n", 0, index)
        start = block.content.rfind("\n", 0, index) + 1
        number = (block.map or [0, 0])[0] + row
        return self.first_line + number, block.meta["starts"][row] + index - start + 1

    def report(
        self, code: Code, place: tuple[int, int], message: str, hint: str = "", width: int = 1
    ) -> None:
        """Make a finding of it, unless there are many."""
        if len(self.findings) < MOST:
            self.findings.append(self.source.finding(code, *place, message, hint, width))


def inlines(tokens: Sequence[Token]) -> Iterator[Token]:
    """Give the blocks of running text."""
    return (token for token in tokens if token.type == "inline")


def places(state: StateCore) -> None:
    """Note on each block where its lines begin: cells that are alike stand one behind another."""
    work: Work = state.env["work"]
    searched: dict[int, int] = {}
    for block in inlines(state.tokens):
        first = (block.map or [0, 0])[0]
        block.meta["starts"] = []
        for number, words in enumerate(block.content.split("\n"), first):
            line = work.lines[number] if number < len(work.lines) else ""
            # A table's cell holds `|` where the line holds `\\|`: then the line's start must do.
            start = max(line.find(words, searched.get(number, 0)), 0)
            searched[number] = start + len(words)
            block.meta["starts"].append(start)


def heading_attributes(state: StateCore) -> None:
    """Take the braces off headings, and judge ids and levels."""
    work: Work = state.env["work"]
    seen: dict[str, int] = {}
    level = 1
    for opening, block in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "heading_open":
            continue
        whole = Token("inline", "", 0, content=block.content, map=block.map, meta=block.meta)

        def place(index: int, whole: Token = whole) -> tuple[int, int]:
            return work.place(whole, index)

        def report(index: int, message: str, hint: str, width: int, whole: Token = whole) -> None:
            work.report(Code.HEADING, work.place(whole, index), message, hint, width)

        attributes = read_attributes(block.content, report)
        block.content = attributes.text
        # Kept on the token: footnotes move to the end, and their headings with them.
        opening.meta["attributes"] = (attributes, place)
        here = int(opening.tag[1])
        line = work.first_line + (opening.map or [0])[0]
        if not attributes.text.strip():
            report(0, "This heading has no words.", "Write some, or delete it.", 1)
        _judge_level(work, line, here, level)
        level = max(here, 1)
        if attributes.id:
            if attributes.id in seen:
                message = (
                    f"The id “{attributes.id}” stands here a second time; it is already on line"
                    f" {seen[attributes.id]}."
                )
                index = max(whole.content.rfind("#" + attributes.id) + 1, 0)
                report(index, message, "Give this heading another id.", len(attributes.id))
            seen.setdefault(attributes.id, line)
            opening.attrs["id"] = attributes.id


def _judge_level(work: Work, line: int, here: int, above: int) -> None:
    if here == 1:
        message = "The page's title is its only heading of the first level."
        work.report(Code.HEADING, (line, 1), message, "Begin headings of the text with ##.")
    elif here > above + 1:
        message = f"A heading of level {here} follows one of level {above}."
        if above == 1:
            message = "The first heading of a text is of the second level."
        hint = f"Write {'#' * (above + 1)} instead of {'#' * here}."
        work.report(Code.HEADING, (line, 1), message, hint, here)


_ADDRESS_IN = {"link_open": "href", "image": "src"}


def destinations(state: StateCore) -> None:
    """Judge where links and images lead, and make the hrefs of those to files."""
    work: Work = state.env["work"]
    for block in inlines(state.tokens):
        for token in block.children or ():
            key = _ADDRESS_IN.get(token.type)
            if key is None or "index" not in token.meta:
                continue
            line, column = work.place(block, token.meta["index"])
            raw = str(token.attrs.get(key, ""))
            is_image = token.type == "image"
            found, fault = read_destination(raw, work.here, line, column, is_image=is_image)
            if fault:
                code = Code.IMAGE if is_image else Code.LINK
                work.report(code, (line, column), *fault)
            if is_image and not token.content.strip():
                message = "The image has no description for readers who cannot see it."
                hint = "Say in the square brackets what it shows: ![A bridge over the Amur](…)."
                work.report(Code.IMAGE, (line, column), message, hint, 2)
            if found is not None:
                (work.images if is_image else work.links).append(found)
                href = _href(work.here, found.target)
                if href is not None:
                    token.attrs[key] = href + (
                        f"#{quote(found.fragment)}" if found.fragment else ""
                    )


def _href(here: str, target: str) -> str | None:
    """Give the href of a content file as seen from another; None for what is not published."""
    if here == target:
        return ""
    page, route = routes.of_source(here), routes.of_source(target)
    return routes.relative(page or "", route) if route else None


def typography(state: StateCore) -> None:
    """Set the text as its language does: quotation marks, dashes, no-break spaces."""
    language = state.env["work"].language
    for block in inlines(state.tokens):
        pieces: list[Token] = []
        texts: list[str] = []
        literal = False
        for token in block.children or ():
            if token.type == "link_open":
                literal = token.markup == "autolink"
            elif token.type == "link_close":
                literal = False
            elif token.type in {"text", "softbreak", "hardbreak"} and not literal:
                pieces.append(token)
                texts.append(token.content if token.type == "text" else "\n")
            elif token.type in {"code_inline", "image"}:
                pieces.append(token)
                texts.append("\ufffc")
            if token.type == "image":
                token.content = typeset(token.content, language)
                token.children = [Token("text", "", 0, content=token.content)]
        for token, words in zip(pieces, typeset_pieces(texts, language), strict=True):
            if token.type == "text":
                token.content = words


def markup(state: StateCore) -> None:
    """Settle what the renderer would do in ways that a strict page does not allow."""
    for token in state.tokens:
        style = token.attrs.pop("style", None)
        if style:
            token.attrs["class"] = "align-" + str(style).rpartition(":")[2]
