"""Make paragraphs of blocks: furniture that shares their lines goes, and bullets and datelines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from microsite.importer.lines.blocks import Block
from microsite.importer.lines.bullets import ITEM
from microsite.importer.lines.fragments import fragments_of, without
from microsite.importer.lines.shapes import SENTENCES, TERMINAL, kind_of
from microsite.importer.words import Cut, Line, Paragraph, Words


class Parted(NamedTuple):
    """Hold a block without its furniture, and what that was."""

    block: Block
    cuts: tuple[Cut, ...] = ()


def paragraph_of(block: Block, dateline: int) -> tuple[Paragraph, list[Cut]]:
    """Make a paragraph or an item of a block of the article: without its bullet or its dateline.

    `dateline` tells where the dateline in front of it ends, behind a bullet if there is one.
    """
    first = block.lines[0]
    start = end_of_bullet(block)
    cuts = []
    if dateline:
        head = first.text[start:dateline].rstrip()
        cuts.append(Cut(first.words(start, start + len(head)), "dateline"))
    lines = (first.without([(0, max(start, dateline))]), *block.lines[1:])
    is_item = bool(start) and not dateline
    return Paragraph(tuple(line for line in lines if line.text), item=is_item), cuts


def end_of_bullet(block: Block) -> int:
    """Find where the bullet in front of an item ends; 0 where there is none."""
    bullet = ITEM.match(block.lines[0].text)
    return bullet.end() if bullet else 0


_CAPTION = 100, 45
"""Characters, and wide ones, from which a sentence in front of a photographer is no caption."""
_SENTENCE = 30, 14
"""Characters, and wide ones, that a sentence has at least beside other furniture."""
_TELLS = re.compile(
    r"(?=.{60}).*\b(?:также|заявил|сообщил|отметил|рассказал|считает|добавил|запланирован|намечен"
    r"|[а-яё]{3,}[аиыуя]л[иао](?:сь)?|also|said|told)\b"
    r"|(?=.{20}).*(?:预计|預計|将|將|表示|签署|簽署|予定|した。|された。|했다\.|한다\.)"
)
"""A sentence of some length that tells what was done or said; a caption shows who is there."""
_END = 80
"""Characters by which it is known that a sentence ends."""


def parted(block: Block, *, is_wide: bool) -> Parted:
    """Take out of a block what is no part of it, where the rest reads as text without it."""
    found: list[Cut] = []
    lines = [*block.lines]
    for number, line in enumerate(block.lines):
        own: list[Cut] = []
        for cut in fragments_of(line):
            if any(_overlap(cut.words, other.words) for other in own):
                continue
            rest = without(line, [*own, cut])
            text = _joined([*lines[:number], rest, *lines[number + 1 :]])
            is_last = line.text.endswith(cut.words.text)
            is_credit = is_last and cut.kind == "caption" == kind_of(block.text)
            ends = not is_last or (
                _ends(rest.text) and _stands_apart(cut, block.lines[number + 1 :])
            )
            if ends and _reads(text, is_wide=is_wide, is_credit=is_credit):
                own.append(cut)
                lines[number] = rest
        found += own
    if not found:
        return Parted(block)
    kept = tuple(line for line in lines if line.text)
    return Parted(block._replace(lines=kept, text=_joined(kept)), tuple(found))


def _stands_apart(cut: Cut, below: Sequence[Line]) -> bool:
    """Tell whether what ends a line does not go on in the next, which somebody broke off it."""
    if not below or cut.words.text.endswith((")", "）", "]", "】")):
        return True
    return cut.kind == "caption" and below[0].text[:1].isupper()


def _overlap(one: Words, other: Words) -> bool:
    return one.start < other.end and other.start < one.end


def _joined(lines: Iterable[Line]) -> str:
    return Paragraph(tuple(line for line in lines if line.text)).text


def _reads(text: str, *, is_wide: bool, is_credit: bool) -> bool:
    """Tell a paragraph from a caption with the name of its photographer, or from a headline."""
    if is_credit and (SENTENCES.search(text) or _TELLS.match(text)):
        return True
    least = _CAPTION if is_credit else _SENTENCE
    return _ends(text) and len(text) >= least[is_wide]


def _ends(text: str) -> bool:
    return text.endswith((":", "：")) or bool(TERMINAL.search(text[-_END:]))
