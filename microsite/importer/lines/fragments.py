"""Find furniture that shares a line with text: in front of it, between its sentences, behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from microsite.importer.lines.shapes import kind_of, shapes_for
from microsite.importer.words import Cut, Line


def fragments_of(line: Line) -> tuple[Cut, ...]:
    """Give what may be furniture within a line that was not cut before; some may overlap.

    They stand in the order of the kinds in the table, and the first that fits is taken. Whether it
    is furniture, is known by what is left of the paragraph. A part of what somebody says, or of
    what stands in brackets, is none.
    """
    return tuple(
        Cut(line.words(start, end), kind)
        for start, end, kind in _shaped(line.text)
        if _is_apart(line.text, start, end)
    )


def without(line: Line, cuts: Sequence[Cut]) -> Line:
    """Give what is left when cuts are taken out that `fragments_of` found in the same line."""
    return line.without((cut.words.start, cut.words.end) for cut in cuts) if cuts else line


def _shaped(text: str) -> Iterator[tuple[int, int, str]]:
    for kind, shape in shapes_for(text).items():
        found = [*shape.middle.finditer(text)] if shape.middle else []
        found += filter(None, [shape.start and shape.start.match(text)])
        found += filter(None, [shape.end and shape.end.search(text)])
        yield from ((*_trimmed(text, *one.span()), kind) for one in found)
    if (tail := _TAIL.search(text)) and not kind_of(text):
        kind = kind_of(tail[1].strip(_BRACKETS))
        yield from [(*tail.span(1), kind)] if kind in _TAILS else ()
    for also in _ALSO.finditer(text):
        if end := _end_of_headline(text, also.end()):
            yield (*_trimmed(text, also.start(), end), "related")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


_PAIRS = ("«»", "“”", "()", "（）", "「」", "『』", "【】", "[]", "［］")


def _is_apart(text: str, start: int, end: int) -> bool:
    """Tell whether no small letter follows a part, and it breaks no quotation and no bracket."""
    if text[end:].lstrip()[:1].islower():
        return False
    return all(_is_even(text[:start], pair) and _is_even(text[start:end], pair) for pair in _PAIRS)


def _is_even(text: str, pair: str) -> bool:
    straight = text.count('"') % 2 == 0
    return straight and text.count(pair[0]) == text.count(pair[1])


_TAIL = re.compile(
    r"(?:(?<=[^\W\d_]{2})[.!?…][»”\"]?|[。！？][」』]?|[^\W\d_][»”」』]) ?"
    r"((?=.*[^\W\d_]{2})[^.!?…。！？»”」』]{3,60})$"
)
"""What stands behind the last sentence of a line, and does not end as one."""

_TAILS = frozenset(("copyright", "menu", "related", "share", "tags", "views"))
"""Kinds of lines that may be appended to a sentence."""

_BRACKETS = " []()（）【】"

_ALSO = re.compile(
    r"(?:^|(?<=[.!?…»”\")] ))(?:читайте также|смотрите также|материал по теме"
    r"|read also|also read|see also|read more)\s*: ?",
    re.IGNORECASE,
)
"""What stands in front of the headline of another article."""

_OPENS = re.compile(
    r" (?=(?:The|This|These|They|According to|In a|It|He|She|За|В|Во|На|По|Это|Эти|Он|Она|Они|Как"
    r"|Так|При|Для|Раньше|Ранее|Сейчас|Теперь|Всего) [a-zа-яё\d])|(?<=[.!?…]) (?=[A-ZА-ЯЁ«“\"])"
)
"""In front of words that begin a sentence, and seldom stand with a capital within a headline."""

_SHORTEST = 3
"""Words that the headline of another article has at least."""
_LONGEST = 200
"""Characters in which it ends."""


def _end_of_headline(text: str, start: int) -> int:
    """Find where a sentence begins behind a headline that has no sign at its end; 0 for nowhere.

    Any other capital letter tells nothing: it may be that of a name.
    """
    for match in _OPENS.finditer(text, start, start + _LONGEST):
        if len(text[start : match.start()].split()) >= _SHORTEST:
            return match.start()
    return 0
