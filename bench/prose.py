"""Invent words, sentences and Markdown that look like a briefing's and mean nothing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Final

ALPHABETS: Final = {"en": ("bcdfghklmnprstvz", "aeiou"), "ru": ("бвгдзклмнпрстфхш", "аеиоуы")}
"""Consonants and vowels of each language that words can be made in."""

_WORDS = 3000
_SECTIONS = 3


def words_of(language: str, seed: int) -> tuple[str, ...]:
    """Make the words of a language."""
    consonants, vowels = ALPHABETS[language]
    draw = Random(f"{seed}/words/{language}")  # noqa: S311 -- a corpus, not a secret
    return tuple(
        "".join(draw.choice(consonants) + draw.choice(vowels) for _ in range(draw.randint(1, 4)))
        for _ in range(_WORDS)
    )


def phrase(draw: Random, words: Sequence[str], length: int) -> str:
    """Make a phrase of so many words; the first begins with a capital letter."""
    told = " ".join(draw.choices(words, k=length))
    return told[0].upper() + told[1:]


def sentences(draw: Random, words: Sequence[str], number: int) -> str:
    """Make sentences of about twelve words."""
    return " ".join(f"{phrase(draw, words, draw.randint(8, 16))}." for _ in range(number))


def body(draw: Random, words: Sequence[str]) -> str:
    """Make about 450 words of Markdown.

    Every language of a briefing has the same ids of headings, as translations must.
    """
    blocks = [sentences(draw, words, 3), _paragraph(draw, words)]
    for section in range(1, _SECTIONS + 1):
        blocks.append(f"## {phrase(draw, words, 4)} {{#part-{section}}}")
        blocks += [_paragraph(draw, words), sentences(draw, words, 3)]
        blocks.append(_block(draw, words, section))
    return "\n\n".join([*blocks, *_seldom(draw, words)]) + "\n"


def _paragraph(draw: Random, words: Sequence[str]) -> str:
    """Make a paragraph with bold words, a quotation and a link to the web."""
    bold, quoted, link = (phrase(draw, words, 2) for _ in range(3))
    target = f"https://example.org/{draw.randrange(10_000)}"
    return (
        f"{sentences(draw, words, 1)} **{bold}** {phrase(draw, words, 6).lower()},"
        f' "{quoted}", [{link}]({target}). {sentences(draw, words, 1)}'
    )


def _block(draw: Random, words: Sequence[str], section: int) -> str:
    """Make what closes a section: a list, a quotation, or a plain paragraph."""
    if section == 1:
        return "\n".join(f"- {phrase(draw, words, 8)}" for _ in range(4))
    if section == 2:  # noqa: PLR2004 -- the second of three
        return f"> {sentences(draw, words, 2)}"
    return sentences(draw, words, 4)


def _seldom(draw: Random, words: Sequence[str]) -> list[str]:
    """Make what few briefings have: a table in one of eight, a footnote in one of ten."""
    blocks = []
    if draw.random() < 1 / 8:
        rows = [f"| {phrase(draw, words, 2)} | {draw.randint(1, 900)} |" for _ in range(5)]
        head = f"| {phrase(draw, words, 1)} | {phrase(draw, words, 1)} |"
        blocks.append("\n".join([head, "| --- | ---: |", *rows]))
    if draw.random() < 1 / 10:
        blocks.append(f"{phrase(draw, words, 9)}.[^1]")
        blocks.append(f"[^1]: {sentences(draw, words, 1)}")
    return blocks
