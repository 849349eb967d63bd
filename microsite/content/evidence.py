"""Find the words of a body that facts rest on, and mark them.

Evidence is words as they read: markup dropped, any white space counts as one space, before
typography, inside one block, whole words and numbers, and found exactly once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import msgspec
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from microsite.content.facts import FACT


class Evidence(msgspec.Struct, frozen=True, gc=False):
    """Name the words that a fact rests on."""

    id: str
    words: str
    number: int
    """Of the fact in its briefing, from 1."""


class Missed(msgspec.Struct, frozen=True, gc=False):
    """Tell of evidence that is not found, or found more than once."""

    id: str
    lines: tuple[int, ...]
    """Of the file, where they are found; or the one line where something like them stands."""
    near: str
    """What stands there; empty where they are found more than once, or nothing is like them."""


NUMBER = "fact_number"
"""The kind of token that holds the number of a fact; the renderer has a rule for it."""

Span = tuple[int, int, Evidence]
"""Start and end in a block's plain text."""

_Edges = tuple[tuple[int, int], tuple[int, int], Evidence]
"""Where evidence begins and ends among a block's children: the number of one and an index there."""

_BREAKS = frozenset({"softbreak", "hardbreak"})
_STOPS = ".,;:"
_IN_NUMBER = re.compile(r"(?<=\d)[.,]?(?=\d)|(?<=\d[.,])(?=\d)")


class _Block(msgspec.Struct):
    """Hold a block with its text as it reads, and where each letter of it stands."""

    token: Token
    line: int
    text: str
    places: list[tuple[int, int]]
    """For each letter, the number of its child and the index there."""


def find_evidence(
    tokens: Sequence[Token], wanted: Sequence[Evidence], first_line: int
) -> tuple[list[tuple[Token, list[Span], list[tuple[int, int]]]], tuple[Missed, ...]]:
    """Find the words in the blocks of a body.

    Gives each block that holds any, with where in its text they stand and where each letter of
    that is among its children; and what is not found once.
    """
    blocks = [_read(token, first_line) for token in tokens if token.type == "inline"]
    spans: dict[int, list[Span]] = {}
    missed = []
    for evidence in wanted:
        words = " ".join(evidence.words.split())
        found = [(n, at) for n, block in enumerate(blocks) for at in _all(block.text, words)]
        if len(found) == 1:
            ((number, start),) = found
            spans.setdefault(number, []).append((start, start + len(words), evidence))
        elif found:
            lines = tuple(_line(blocks[number], at) for number, at in found)
            missed.append(Missed(evidence.id, lines, ""))
        else:
            missed.append(Missed(evidence.id, *_nearest(blocks, words)))
    marked = [(blocks[n].token, sorted(spans[n], key=_order), blocks[n].places) for n in spans]
    return marked, tuple(missed)


def mark(state: StateCore) -> None:
    """Mark the evidence of a body, each with the id of its fact and a way back to it."""
    work = state.env["work"]
    marked, work.missed = find_evidence(state.tokens, work.evidence, work.first_line)
    for block, spans, places in marked:
        block.children = [*_out_of_links(_with_marks(block.children or [], spans, places))]


def _order(span: Span) -> tuple[int, int, int]:
    return span[0], span[1], span[2].number


def _read(token: Token, first_line: int) -> _Block:
    text, places = [], []
    for number, child in enumerate(token.children or ()):
        words = child.content if child.type in {"text", "code_inline"} else ""
        if child.type in _BREAKS:
            words = " "
        for index, letter in enumerate(words):
            if not letter.isspace():
                text.append(letter)
                places.append((number, index))
            elif text and text[-1] != " ":
                text.append(" ")
                places.append((number, index))
    return _Block(token, first_line + (token.map or [0])[0], "".join(text), places)


def _line(block: _Block, at: int) -> int:
    """Give the line of the file on which a letter of a block stands."""
    before = (block.token.children or ())[: block.places[at][0]]
    return block.line + sum(child.type in _BREAKS for child in before)


def _all(text: str, words: str) -> Iterator[int]:
    """Find the words wherever they stand whole: “8%” does not stand in “38%”."""
    at = text.find(words)
    while at >= 0:
        if not (_is_cut(text, at) or _is_cut(text, at + len(words))):
            yield at
        at = text.find(words, at + 1)


def _is_cut(text: str, at: int) -> bool:
    """Tell whether a place is inside a word or a number; Chinese and Japanese have no words."""
    around = text[at - 1 : at + 1] if at else ""
    return (
        len(around) > 1 and all(c.isdecimal() or c.lower() != c.upper() for c in around)
    ) or _IN_NUMBER.match(text, at) is not None


def _nearest(blocks: Sequence[_Block], words: str) -> tuple[tuple[int, ...], str]:
    """Find what looks most like the words: its line, and as much of the text.

    What has less than a quarter in common with them, in one stretch, is not like them.
    """
    from difflib import SequenceMatcher  # noqa: PLC0415 -- only wanted where there is a mistake

    size, near = max(len(words) // 4, 6), ""
    lines: tuple[int, ...] = ()
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(words)
    for block in blocks:
        matcher.set_seq1(block.text)
        match = matcher.find_longest_match()
        if match.size > size:
            start = max(0, match.a - match.b)
            start = block.text.rfind(" ", 0, start + 1) + 1
            end = block.text.find(" ", min(len(block.text), start + len(words)))
            near = block.text[start : end if end > 0 else None].strip()
            near = near if words[-1] in _STOPS else near.rstrip(_STOPS)
            size, lines = match.size, (_line(block, start),)
    return lines, near


def _with_marks(
    children: Sequence[Token], spans: Sequence[Span], places: Sequence[tuple[int, int]]
) -> Iterator[Token]:
    """Give the children of a block, cut where evidence begins and ends."""
    edges = [_edges(children, places[start], places[end - 1], e) for start, end, e in spans]
    begun: set[str] = set()
    for number, child in enumerate(children):
        here = [edge for edge in edges if edge[0][0] <= number <= edge[1][0]]
        if not here or child.type not in {"text", "code_inline"}:
            yield child
            continue
        for part, inside, ending in _parts(child, number, here):
            yield from _marked(part, inside, begun)
            for evidence in ending:
                yield from _way_back(evidence)


def _out_of_links(tokens: Iterable[Token]) -> Iterator[Token]:
    """Put ways back behind the links they stand in: no link can stand in a link."""
    held: list[Token] = []
    in_link = False
    for token in tokens:
        in_link = token.type == "link_open" or in_link
        if in_link and token.type.startswith("fact_"):
            held.append(token)
            continue
        yield token
        if token.type == "link_close":
            yield from held
            held, in_link = [], False


def _edges(
    children: Sequence[Token], first: tuple[int, int], last: tuple[int, int], evidence: Evidence
) -> _Edges:
    """Say where evidence begins and ends; code is marked as a whole."""
    start, end = first[1], last[1] + 1
    if children[first[0]].type == "code_inline":
        start = 0
    if children[last[0]].type == "code_inline":
        end = len(children[last[0]].content)
    return (first[0], start), (last[0], end), evidence


def _parts(
    child: Token, number: int, here: Sequence[_Edges]
) -> Iterator[tuple[Token, list[Evidence], list[Evidence]]]:
    """Cut a child: each part with the evidence it is in, and the evidence that ends with it."""
    cuts = {0, len(child.content)}
    for first, last, _ in here:
        cuts |= {index for at, index in (first, last) if at == number}
    for start, end in pairwise(sorted(cuts)):
        part = child if end - start == len(child.content) else Token("text", "", 0)
        part.content = child.content[start:end]
        inside = [e for first, last, e in here if first <= (number, start) < last]
        yield part, inside, [e for _, last, e in here if e in inside and last == (number, end)]


def _marked(part: Token, inside: Sequence[Evidence], begun: set[str]) -> Iterator[Token]:
    """Put a part between marks; the first of a fact's carries its id."""
    opening = [evidence for evidence in inside if evidence.id not in begun]
    begun |= {evidence.id for evidence in opening}
    for evidence in opening[1:]:
        yield from _anchor(evidence)
    if inside:
        attributes: dict[str, str | int | float] = {"id": opening[0].id} if opening else {}
        yield Token("evidence_open", "mark", 1, attrs=attributes)
    yield part
    if inside:
        yield Token("evidence_close", "mark", -1)


def _anchor(evidence: Evidence) -> Iterator[Token]:
    yield Token("anchor_open", "span", 1, attrs={"id": evidence.id})
    yield Token("anchor_close", "span", -1)


def _way_back(evidence: Evidence) -> Iterator[Token]:
    yield Token("fact_open", "sup", 1, attrs={"class": "fact-ref"})
    yield Token("fact_link_open", "a", 1, attrs={"href": f"#{FACT}{evidence.id}"})
    # No text of the body: typography shall not see it.
    yield Token(NUMBER, "", 0, content=str(evidence.number))
    yield Token("fact_link_close", "a", -1)
    yield Token("fact_close", "sup", -1)
