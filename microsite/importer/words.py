"""Hold the pieces of a source text that judgements are made of and rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec


class Words(msgspec.Struct, frozen=True):
    """Hold words of a text as they stand in one of its lines: the evidence of a judgement."""

    line: int
    start: int
    """Where they begin in the line's text, counted from 0."""
    text: str

    @property
    def end(self) -> int:
        """Tell where they end in the line's text."""
        return self.start + len(self.text)


class Line(msgspec.Struct, frozen=True):
    """Hold one line of a text after it was normalised, or what a cut left of it."""

    number: int
    """Counted from 1 in the file as the editor sees it."""
    text: str
    """Without a line break; no white space at its ends."""
    columns: int = 1
    """Pieces that wide gaps cut it into, as they part the words of a menu."""
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)
    """Where each piece begins that cuts have left: in this text, and in the line as it was."""

    def words(self, start: int, end: int) -> Words:
        """Give the words between two places of the text, by their place in the line as it was."""
        at, was = max(piece for piece in self.pieces if piece[0] <= start)
        return Words(self.number, was + start - at, self.text[start:end])

    def without(self, spans: Iterable[tuple[int, int]]) -> Line:
        """Give what is left when parts are taken out; a space parts the pieces, where one may."""
        text, at = "", 0
        pieces: list[tuple[int, int]] = []
        for start, end in (*sorted(spans), (len(self.text), len(self.text))):
            piece = self.text[at:start].strip()
            if piece:
                begin = self.text.index(piece, at)
                text += " " if text and not stand_close(text, piece) else ""
                inner = (one for one, _ in self.pieces if begin < one < begin + len(piece))
                pieces += [
                    (len(text) + one - begin, self.words(one, one).start) for one in (begin, *inner)
                ]
                text += piece
            at = max(at, end)
        return Line(self.number, text, self.columns, tuple(pieces) or ((0, 0),))


class Cut(msgspec.Struct, frozen=True):
    """Hold words that are no part of the article, and the kind of furniture they are."""

    words: Words
    kind: str
    """One of `shapes.KINDS`."""


class Paragraph(msgspec.Struct, frozen=True):
    """Hold one paragraph or item of the article: its lines, with furniture taken out."""

    lines: tuple[Line, ...]
    item: bool = False
    """Whether it is an item of a bulleted list; the bullet is not part of the text."""

    @property
    def text(self) -> str:
        """Give the paragraph as it reads: its lines joined as its script joins them."""
        joined = self.lines[0].text if self.lines else ""
        for line in self.lines[1:]:
            joined += line.text if stand_close(joined, line.text) else f" {line.text}"
        return joined


def stand_close(before: str, behind: str) -> bool:
    """Tell two pieces of Chinese or Japanese, between which no space stands."""
    return bool(_WIDE.match(before[-1:]) and _WIDE.match(behind[:1]))


_WIDE = re.compile("[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
"""What stands without spaces: Chinese and Japanese."""


class Anatomy(msgspec.Struct, frozen=True):
    """Hold a text taken apart: what is the article, and what stood around it."""

    title: Line | None
    paragraphs: tuple[Paragraph, ...]
    cut: tuple[Cut, ...]
    """In the order of the text."""
    publisher: Words | None
    """The name alone, without a word such as "Source:"."""
