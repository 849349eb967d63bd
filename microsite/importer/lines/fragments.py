"""Take furniture out of a paragraph that it shares a line with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from microsite.importer.lines.blocks import Block
from microsite.importer.lines.shapes import SENTENCES, is_text, shapes
from microsite.importer.lines.surroundings import ITEM
from microsite.importer.words import Cut, Line, Paragraph, Words


class Parted(NamedTuple):
    """Hold a paragraph, and what was taken out of it."""

    block: Block
    cuts: tuple[Cut, ...] = ()


def paragraph_of(block: Block, dateline: int) -> tuple[Paragraph, list[Cut]]:
    """Make a paragraph or an item of a block of the article: no bullet, dateline or furniture.

    `dateline` tells where the dateline in front of it ends.
    """
    lines = [*block.lines]
    cuts: list[Cut] = []
    first = lines[0]
    bullet = ITEM.match(first.text)
    if dateline:
        cuts.append(Cut(Words(first.number, 0, first.text[:dateline].rstrip()), "dateline"))
        first = Line(first.number, first.text[dateline:].lstrip())
    elif bullet:
        first = Line(first.number, first.text[bullet.end() :])
    for kind, shape in shapes().items():
        if shape.start and (match := shape.start.match(first.text)):
            cuts.append(Cut(Words(first.number, 0, match[0].strip()), kind))
            first = Line(first.number, first.text[match.end() :].lstrip())
    lines[0] = first
    last = lines[-1]
    for kind, shape in shapes().items():
        if shape.end and (match := shape.end.search(last.text)) and match.start() > 0:
            cuts.append(Cut(Words(last.number, match.start(), match[0].strip()), kind))
            last = Line(last.number, last.text[: match.start()].rstrip())
    lines[-1] = last
    return Paragraph(tuple(line for line in lines if line.text), item=bool(bullet)), cuts


_CAPTION, _CAPTION_WIDE = 100, 45
"""Characters from which one sentence beside the name of a photographer is no caption."""


def parted(block: Block, *, is_wide: bool) -> Parted:
    """Take out of a paragraph what is no part of it, where the rest reads as text without it."""
    found: list[Cut] = []
    lines = [*block.lines]
    for number, line in enumerate(lines):
        rest = line
        for cut in _fragments(line, is_first=not number, is_last=line is block.lines[-1]):
            taken = _without(rest, line, [*found, cut])
            text = block.text if len(lines) > 1 else taken.text
            if is_text(text, is_wide=is_wide) and (
                cut.kind != "caption" or _is_more_than_caption(text, is_wide=is_wide)
            ):
                found.append(cut)
                rest = taken
        lines[number] = rest
    if not found:
        return Parted(block)
    join = "" if is_wide and " " not in block.text else " "
    text = join.join(line.text for line in lines if line.text)
    return Parted(block._replace(lines=tuple(lines), text=text), tuple(found))


def _is_more_than_caption(text: str, *, is_wide: bool) -> bool:
    return len(text) >= (_CAPTION_WIDE if is_wide else _CAPTION) or bool(SENTENCES.search(text))


def _without(rest: Line, whole: Line, cuts: list[Cut]) -> Line:
    """Give a line without the cuts that are its own."""
    own = sorted((c.words.start, c.words.end) for c in cuts if c.words.line == whole.number)
    pieces, at = [], 0
    for start, end in own:
        pieces.append(whole.text[at:start].strip())
        at = max(at, end)
    pieces.append(whole.text[at:].strip())
    return Line(rest.number, " ".join(filter(None, pieces)), rest.columns)


def _fragments(line: Line, *, is_first: bool, is_last: bool) -> Iterator[Cut]:
    """Give what may be furniture within a line: behind a sentence, in front of one, at the end."""
    text = line.text
    for kind, shape in shapes().items():
        found = [*shape.middle.finditer(text)] if shape.middle else []
        if is_first and shape.start:
            found += filter(None, [shape.start.match(text)])
        if is_last and shape.end:
            found += (one for one in (shape.end.search(text),) if one and one.start() > 0)
        yield from (_cut(line, one.start(), one.end(), kind) for one in found)
    for also in _ALSO.finditer(text):
        if end := _end_of_headline(text, also.end()):
            yield _cut(line, also.start(), end, "related")


def _cut(line: Line, start: int, end: int, kind: str) -> Cut:
    text = line.text[start:end]
    start += len(text) - len(text.lstrip())
    return Cut(Words(line.number, start, text.strip()), kind)


_ALSO = re.compile(
    r"(?:^|(?<=[.!?…»”\")] ))(?:читайте также|смотрите также|материал по теме"
    r"|read also|also read|see also|read more|related)\s*: ?",
    re.IGNORECASE,
)
"""What stands in front of the headline of another article; where that ends, nothing tells."""

_WORD = re.compile(r"\S+")
_PREPOSITION = re.compile(
    r"(?:во?|на|из|с|со|от|до|за|по|под|при|о|об|у|к|для|и|через|in|of|at|to|from|for|by|on|with|and"
    r"|the|a|an|as|near|between|over)",
    re.IGNORECASE,
)
_SHORTEST = 3
"""Words that the headline of another article has at least."""


def _end_of_headline(text: str, start: int) -> int:
    """Find where a sentence begins behind a headline that has no sign at its end; 0 for nowhere.

    A capital letter begins it, unless it is that of a name: behind a preposition stands a name.
    """
    words = [*_WORD.finditer(text, start)]
    number = _SHORTEST
    while number < len(words) - 1:
        if not words[number][0][:1].isupper():
            number += 1
            continue
        end = number
        while end < len(words) - 1 and words[end][0][:1].isupper():
            end += 1
        is_name = bool(_PREPOSITION.fullmatch(words[number - 1][0]))
        if not is_name:
            return words[number].start()
        if end - number > 1:
            return words[end - 1].start()
        number = end
    return 0
