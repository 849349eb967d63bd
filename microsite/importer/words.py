"""Hold the pieces of a source text that judgements are made of and rest on."""

from __future__ import annotations

import re

import msgspec


class Line(msgspec.Struct, frozen=True):
    """Hold one line of a text after it was normalised."""

    number: int
    """Counted from 1 in the file as the editor sees it."""
    text: str
    """Without a line break; no white space at its ends."""
    columns: int = 1
    """Pieces that wide gaps cut it into, as they part the words of a menu."""


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
            is_wide = _WIDE.match(joined[-1:]) and _WIDE.match(line.text[:1])
            joined += line.text if is_wide else f" {line.text}"
        return joined


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
