"""Give an article as runs of text, and find the lines that words of them stand in."""

from __future__ import annotations

from typing import NamedTuple

from microsite.importer.words import Anatomy, Line, Words


class Passage(NamedTuple):
    """Hold the title or a paragraph as one run of text."""

    lines: tuple[Line, ...]
    text: str
    is_title: bool = False
    kind: str = ""
    """Of furniture, what it is; empty in the article."""


def passages_of(anatomy: Anatomy) -> tuple[Passage, ...]:
    """Give the title and the paragraphs of an article, in their order."""
    title = (Passage((anatomy.title,), anatomy.title.text, is_title=True),) if anatomy.title else ()
    return (
        *title,
        *(Passage(paragraph.lines, paragraph.text) for paragraph in anatomy.paragraphs),
    )


def words_at(passage: Passage, start: int, end: int) -> Words:
    """Give the words between two places of a passage, by the line in which they begin."""
    at = 0
    for line in passage.lines:
        found = passage.text.find(line.text, at)
        if found <= start < found + len(line.text):
            return Words(line.number, start - found, passage.text[start:end])
        at = found + len(line.text)
    return Words(passage.lines[0].number, 0, passage.text[start:end])


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Give the bounds of the sentence that words stand in; the sign at its end is left out."""
    first = max(text.rfind(sign, 0, start) for sign in _ENDS) + 1
    ends = [at for sign in _ENDS if (at := text.find(sign, end)) >= 0]
    return first, min(ends, default=len(text))


_ENDS = ".!?。！？"
