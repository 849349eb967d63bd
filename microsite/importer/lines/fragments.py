"""Take furniture out of a paragraph that it shares a line with."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from microsite.importer.lines.blocks import Block
from microsite.importer.lines.shapes import SENTENCES, TERMINAL, shapes_for
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
    for kind, shape in shapes_for(first.text).items():
        if shape.start and (match := shape.start.match(first.text)):
            cuts.append(Cut(Words(first.number, 0, match[0].strip()), kind))
            first = Line(first.number, first.text[match.end() :].lstrip())
    lines[0] = first
    last = lines[-1]
    for kind, shape in shapes_for(last.text).items():
        if shape.end and (match := shape.end.search(last.text)) and match.start() > 0:
            cuts.append(Cut(Words(last.number, match.start(), match[0].strip()), kind))
            last = Line(last.number, last.text[: match.start()].rstrip())
    lines[-1] = last
    return Paragraph(tuple(line for line in lines if line.text), item=bool(bullet)), cuts


_CAPTION = 100, 45
"""Characters, and wide ones, from which a sentence in front of a photographer is no caption."""
_SENTENCE = 30, 14
"""Characters, and wide ones, that a sentence has at least beside other furniture."""


def parted(block: Block, *, is_wide: bool) -> Parted:
    """Take out of a paragraph what is no part of it, where the rest reads as text without it."""
    found: list[Cut] = []
    lines = [*block.lines]
    for number, line in enumerate(lines):
        rest = line
        for cut in _fragments(line, is_first=not number, is_last=line is block.lines[-1]):
            if any(_overlap(cut.words, other.words) for other in found):
                continue
            taken = _without(rest, line, [*found, cut])
            text = block.text if len(lines) > 1 else taken.text
            is_credit = cut.kind == "caption" and line.text.endswith(cut.words.text)
            if _reads(text, is_wide=is_wide, is_credit=is_credit):
                found.append(cut)
                rest = taken
        lines[number] = rest
    if not found:
        return Parted(block)
    join = "" if is_wide and " " not in block.text else " "
    text = join.join(line.text for line in lines if line.text)
    return Parted(block._replace(lines=tuple(lines), text=text), tuple(found))


def _reads(text: str, *, is_wide: bool, is_credit: bool) -> bool:
    """Tell a paragraph from a caption with the name of its photographer, or from a headline."""
    if is_credit and SENTENCES.search(text):
        return True
    least = _CAPTION if is_credit else _SENTENCE
    is_whole = text.endswith((":", "：")) or TERMINAL.search(text[-_END:])
    return bool(is_whole) and len(text) >= least[is_wide]


_END = 80
"""Characters by which it is known that a sentence ends."""


def _overlap(one: Words, other: Words) -> bool:
    return one.line == other.line and one.start < other.end and other.start < one.end


def _without(rest: Line, whole: Line, cuts: list[Cut]) -> Line:
    """Give a line without the cuts that are its own."""
    own = sorted((c.words.start, c.words.end) for c in cuts if c.words.line == whole.number)
    pieces, at = [], 0
    for start, end in own:
        pieces.append(whole.text[at:start].strip())
        at = max(at, end)
    pieces.append(whole.text[at:].strip())
    return Line(rest.number, _SPACE_OF_WIDE.sub("", " ".join(filter(None, pieces))), rest.columns)


_SPACE_OF_WIDE = re.compile("(?<=[。！？」』]) ")
"""Behind a sentence of Chinese or Japanese stands none."""


def _fragments(line: Line, *, is_first: bool, is_last: bool) -> Iterator[Cut]:
    """Give what may be furniture within a line: behind a sentence, in front of one, at the end."""
    text = line.text
    for kind, shape in shapes_for(text).items():
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
_LONGEST = 200
"""Characters in which it ends, with the first words behind it."""


def _end_of_headline(text: str, start: int) -> int:
    """Find where a sentence begins behind a headline that has no sign at its end; 0 for nowhere.

    A capital letter begins it, unless it is that of a name: behind a preposition stands a name.
    """
    words = [*_WORD.finditer(text, start, start + _LONGEST)]
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
