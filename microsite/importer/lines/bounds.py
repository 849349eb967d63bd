"""Tell where an article begins and ends among the lines of its page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from microsite.importer.words import Anatomy, Line


def kinds_of(anatomy: Anatomy) -> dict[int, str]:
    """Give the kind of furniture of each line of which nothing was left, by the line's number."""
    kept = {line.number for paragraph in anatomy.paragraphs for line in paragraph.lines}
    return {cut.words.line: cut.kind for cut in anatomy.cut if cut.words.line not in kept}


def article_bounds(anatomy: Anatomy) -> tuple[int, int]:
    """Give the numbers of the article's first and last line, without its title."""
    numbers = [line.number for paragraph in anatomy.paragraphs for line in paragraph.lines]
    return (min(numbers), max(numbers)) if numbers else (0, 0)


_SENTENCE = 30
"""Characters that a paragraph has at least, which is not a line between title and article."""


def first_sentence(anatomy: Anatomy) -> int:
    """Give the number of the line with which the text itself begins."""
    for paragraph in anatomy.paragraphs:
        if len(paragraph.text) >= _SENTENCE:
            return paragraph.lines[0].number
    return article_bounds(anatomy)[0]


def end_of_surroundings(lines: Sequence[Line], kinds: Mapping[int, str], last: int) -> int:
    """Find where behind an article that begins which belongs to other articles."""
    return min(
        (n.number for n in lines if n.number > last and kinds.get(n.number) in {"related", "menu"}),
        default=len(lines) + 1,
    )
