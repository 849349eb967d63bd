"""Give an article as runs of text, and find the lines that words of them stand in."""

from __future__ import annotations

import re
from typing import NamedTuple

from microsite.importer.lines.bullets import NUMBERED
from microsite.importer.words import Anatomy, Line, Paragraph, Words


class Passage(NamedTuple):
    """Hold the title or a paragraph as one run of text."""

    lines: tuple[Line, ...]
    text: str
    is_title: bool = False
    kind: str = ""
    """Of furniture, what it is; empty in the article."""
    is_item: bool = False
    """Whether it is one of a list."""


def passages_of(anatomy: Anatomy) -> tuple[Passage, ...]:
    """Give the title and the paragraphs of an article, in their order."""
    title = (Passage((anatomy.title,), anatomy.title.text, is_title=True),) if anatomy.title else ()
    texts = ["", *(paragraph.text for paragraph in anatomy.paragraphs)]
    return (
        *title,
        *(
            Passage(one.lines, one.text, is_item=_is_item(one, above))
            for above, one in zip(texts, anatomy.paragraphs, strict=False)
        ),
    )


def _is_item(paragraph: Paragraph, above: str) -> bool:
    """Tell an item of a list from a paragraph of a report, and from what somebody says.

    A paragraph of a Korean report may open with a sign, and a line of an interview with a dash.
    """
    text = paragraph.text
    if paragraph.item or NUMBERED.match(text):
        return not _KOREAN_SENTENCE.search(text)
    ends = (";", "；")
    return bool(_DASH.match(text)) and (text.endswith(ends) or above.endswith(ends))


_KOREAN_SENTENCE = re.compile("[\uac00-\ud7a3]\\.")
_DASH = re.compile("[–—-] ?")


def words_at(passage: Passage, start: int, end: int) -> Words:
    """Give the words between two places of a passage, by the line in which they begin."""
    at = 0
    for line in passage.lines:
        found = passage.text.find(line.text, at)
        if found <= start < found + len(line.text):
            begin = line.words(start - found, start - found).start
            return Words(line.number, begin, passage.text[start:end])
        at = found + len(line.text)
    return Words(passage.lines[0].number, 0, passage.text[start:end])


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence that words stand in; the sign at its end is left out."""
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    first = max((match.end() for match in _END.finditer(text, low, start)), default=low)
    behind = _END.search(text, end, high)
    return first, behind.start() if behind else high


_END = re.compile(r"[!?。！？]|(?<!\b[A-Za-zА-яЁё])\.(?=\s|$|[»”\"])")
"""Not the point in a number, nor that of a short form of one letter."""

_LONGEST = 600
"""Characters on each side beyond which no sentence is read."""
