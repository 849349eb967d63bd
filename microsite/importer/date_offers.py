"""Offer a date to the editor where the text states none: what can be inferred is never decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from microsite.importer.days.date_lines import date_line
from microsite.importer.lines.bounds import kinds_of
from microsite.importer.passages import sentence_around
from microsite.importer.words import Anatomy, Line, Words


class Offer(NamedTuple):
    """Propose a date to the editor."""

    date: str
    """EDTF with `~`."""
    basis: str
    """In English: what it was inferred from."""
    evidence: Words


_YEAR = re.compile(r"(?<![\d.,№-])((?:19|20)\d\d)(?![\d.,]\d|\d|[-–—]\d|-?(?:[ех]|s)\b|年代|년대)")

_UNTIL = re.compile(
    r"(?:до|к|на|по|by|until|till|to|through|before|up to|в период до|до конца|к концу"
    r"|by the end of|至|到|截至)"
    r"(?: the| конца| концу| end of)*(?: of)? ?$",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"планир|намер|намеч|предстоящ|предстоит|будет|будут|ожида|запланир"
    r"|\b(?:will|plans?|planned|scheduled|expect|due to|to be|aims? to|intends?)"
    r"|将|將|计划|計劃|予定|計画|見込|예정|계획|전망",
    re.IGNORECASE,
)
"""What speaks of a time to come: its year is not that of the text."""


def inferred(anatomy: Anatomy) -> Iterator[Offer]:
    """Offer the latest year that the article names, unless it speaks of it as one to come."""
    latest: tuple[int, Words] | None = None
    for paragraph in anatomy.paragraphs:
        for line in paragraph.lines:
            for match in _YEAR.finditer(line.text):
                start, end = sentence_around(line.text, match.start(), match.end())
                if _UNTIL.search(line.text[start : match.start()]):
                    continue
                if _AHEAD.search(line.text, start, end):
                    continue
                year = int(match[1])
                if latest is None or year > latest[0]:
                    latest = year, line.words(*match.span())
    if latest:
        yield Offer(
            f"{latest[0]}~",
            f"It is the latest year that the text names, in line {latest[1].line}.",
            latest[1],
        )


def in_two_ways(lines: Sequence[Line], anatomy: Anatomy) -> tuple[Offer, ...]:
    """Offer both days of a line of numbers whose order is not known: 04/03/2024."""
    kinds = kinds_of(anatomy)
    for line in lines:
        for one in date_line(line.text) if kinds.get(line.number) == "date" else ():
            match = _STROKES.fullmatch(line.text[one.start : one.end])
            if one.day is None and match:
                words = Words(line.number, one.start, match[0])
                months = sorted({(match[1], match[2]), (match[2], match[1])})
                return tuple(
                    Offer(
                        f"{match[3]}-{int(month):02}-{int(day):02}",
                        "It can be read in two ways.",
                        words,
                    )
                    for month, day in months
                )
    return ()


_STROKES = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})")
