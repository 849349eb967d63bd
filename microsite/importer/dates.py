"""Find the day on which a text was published, as the text itself states it.

A wrong date is worse than none: only a line that is nothing but a date, next to the article, or an
agency's dateline with a year counts. What can be inferred is offered, never decided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import msgspec

from microsite.importer.date_offers import Offer, in_two_ways, inferred
from microsite.importer.days.bylines import byline, signature
from microsite.importer.days.companions import UPDATED, UPDATED_BEHIND, is_published
from microsite.importer.days.date_lines import date_line
from microsite.importer.days.forms import Dated, days_without_year, find_dates
from microsite.importer.lines.bounds import (
    article_bounds,
    end_of_surroundings,
    first_sentence,
    kinds_of,
)
from microsite.importer.lines.offices import is_office
from microsite.importer.words import Anatomy, Line, Words


class Publication(NamedTuple):
    """Hold the date of publication as far as the text tells it."""

    date: str | None
    """EDTF; None where the text does not state it, or states two."""
    basis: str | None
    """In English: where it stands, or why there is none."""
    evidence: Words | None
    offers: tuple[Offer, ...] = ()


_Shape = Callable[[str], tuple[Dated, ...]]
"""Gives the days of a line that has a certain shape."""


class _Candidate(NamedTuple):
    day: date
    words: Words
    is_labelled: bool


_DAY_FIRST = re.compile(r"(?<!\d)(\d\d?)/(\d\d?)/((?:19|20)\d\d)(?!\d)")


def publication_date(lines: Sequence[Line], anatomy: Anatomy, language: str) -> Publication:
    """Find the date of publication in what was cut around an article; `language` is BCP 47."""
    if language != "ru":
        return _stated(lines, anatomy)
    # Between strokes too the day comes first; points take as much room.
    plain = [Line(line.number, _DAY_FIRST.sub(r"\1.\2.\3", line.text)) for line in lines]
    cuts = tuple(
        msgspec.structs.replace(
            cut,
            words=msgspec.structs.replace(
                cut.words, text=_DAY_FIRST.sub(r"\1.\2.\3", cut.words.text)
            ),
        )
        for cut in anatomy.cut
    )
    found = _stated(plain, msgspec.structs.replace(anatomy, cut=cuts))
    texts = {line.number: line.text for line in lines}

    def as_written(words: Words) -> Words:
        if words.text in texts[words.line]:
            return words
        return Words(words.line, words.start, texts[words.line][words.start : words.end])

    return found._replace(
        evidence=found.evidence and as_written(found.evidence),
        offers=tuple(one._replace(evidence=as_written(one.evidence)) for one in found.offers),
    )


def _stated(lines: Sequence[Line], anatomy: Anatomy) -> Publication:
    for candidates, where in (
        (_labelled(lines, anatomy), "a line that says so"),
        (_in_dateline(anatomy), "the dateline of the report"),
        (_beside_title(lines, anatomy), "a line of its own beside the title"),
        (_behind_article(lines, anatomy), "a line of its own behind the article"),
        (_of_dateline(lines, anatomy), "the dateline, and with its year in a line of its own"),
    ):
        days = {candidate.day for candidate in candidates}
        if len(days) == 1:
            first = candidates[0]
            basis = f"It stands in {where}."
            return Publication(first.day.isoformat(), basis, first.words)
        if days:
            offers = tuple(
                Offer(f"{one.day.isoformat()}~", "One of several dates beside it.", one.words)
                for one in candidates
            )
            return Publication(None, "Several dates stand beside the article.", None, offers)
    if doubtful := in_two_ways(lines, anatomy):
        basis = f"The day in line {doubtful[0].evidence.line} can be read in two ways."
        return Publication(None, basis, None, doubtful)
    return Publication(None, None, None, tuple(inferred(anatomy)))


_OTHERS = frozenset(("related", "crawl", "updated", "copyright", "caption", "cookies", "address"))
"""Kinds of furniture whose dates are those of something else."""

_BETWEEN = frozenset(
    ("date", "views", "share", "source", "author", "label", "tags", "updated", "caption")
)
"""Kinds that may stand between an article and the line with its date."""


def _candidates(line: Line, shape: _Shape = lambda _: ()) -> Iterator[_Candidate]:
    """Give the dates of a date-shaped line or one of another shape, but for those of a change."""
    for one in date_line(line.text) or shape(line.text):
        front = line.text[: one.start]
        behind = line.text[one.end :]
        if one.day is None or UPDATED.search(front) or UPDATED_BEHIND.match(behind):
            continue
        yield _Candidate(one.day, line.words(one.start, one.end), is_published(front))


_DECREE = re.compile(
    r"(?:Указ|Постановление|Распоряжение|Приказ|Закон|Decree|Order|Resolution)\b", re.IGNORECASE
)

_WORD = re.compile(r"[^\W\d_]{2,}")

_NAME = 3
"""Words that the name of a section has at most."""


def _is_late(day: date, anatomy: Anatomy) -> bool:
    years = [offer.date[:4] for offer in inferred(anatomy)]
    return bool(years) and day.year > int(years[0]) + 1


def _labelled(lines: Sequence[Line], anatomy: Anatomy) -> list[_Candidate]:
    kinds = kinds_of(anatomy)
    first, last = article_bounds(anatomy)
    end = end_of_surroundings(lines, kinds, last)
    found = [
        candidate
        for line in lines
        if kinds.get(line.number) in {"date", "source", "views"} and line.number < end
        for candidate in _candidates(line)
        if candidate.is_labelled
    ]
    return [one for one in found if one.words.line < first] or found


def _in_dateline(anatomy: Anatomy) -> list[_Candidate]:
    for cut in anatomy.cut:
        if cut.kind == "dateline":
            return [
                _Candidate(
                    one.day,
                    Words(cut.words.line, one.start, cut.words.text[one.start : one.end]),
                    is_labelled=False,
                )
                for one in find_dates(cut.words.text)
                if one.day
            ]
    return []


def _of_dateline(lines: Sequence[Line], anatomy: Anatomy) -> list[_Candidate]:
    """Find the year of a dateline's day in the line above the text that names the same day."""
    kinds = kinds_of(anatomy)
    first, _ = article_bounds(anatomy)
    reports = [cut.words.text for cut in anatomy.cut if cut.kind == "dateline"]
    days = {day for text in reports[:1] for day in days_without_year(text)}
    return [
        _Candidate(one.day, line.words(one.start, one.end), is_labelled=False)
        for line in lines
        if line.number < first and kinds.get(line.number) in {"caption", "label", "date", "menu"}
        for one in find_dates(line.text)
        if one.day and (one.day.month, one.day.day) in days
    ]


def _beside_title(  # noqa: C901 -- one walk, and what ends it
    lines: Sequence[Line], anatomy: Anatomy
) -> list[_Candidate]:
    """Look from the article up, as far as what stands there belongs to it."""
    kinds = kinds_of(anatomy)
    first = first_sentence(anatomy)
    start, _ = article_bounds(anatomy)
    title = anatomy.title.number if anatomy.title else first
    found: list[_Candidate] = []
    if any(_DECREE.match(line.text) for line in lines if line.number <= title):
        return []  # a day beside it is that of the decree
    is_below_label = False
    headline = anatomy.title.text if anatomy.title else ""
    for line in reversed([line for line in lines if line.text and line.number < first]):
        kind = kinds.get(line.number, "")
        is_above = line.number < min(title, start)
        if is_above and kind not in _BETWEEN and not date_line(line.text):
            break
        if line.number < title and _WEATHER.search(line.text):
            break  # above it stands the clock of the page
        if line.number < title and kind == "label":
            is_name = len(_WORD.findall(line.text)) <= _NAME or is_office(line.text)
            # A page may name itself by its headline, above its head.
            if not is_name and (found or line.text != headline):
                break
            is_below_label = True
        if kind not in _OTHERS:
            here = [*(_candidates(line, byline) if line.number > title else _candidates(line))]
            # Far above a headline, a day long after all that the text tells of is that of the page.
            if found and line.number < title < found[0].words.line:
                break  # what stands below the title is nearer to the text
            if not (is_below_label and any(_is_late(one.day, anatomy) for one in here)):
                found += here
    # Between the title and a second paragraph a date may stand below a summary.
    numbers = [line.number for p in anatomy.paragraphs[:2] for line in p.lines]
    if not found and numbers:
        for line in lines:
            if min(numbers) < line.number < max(numbers) and kinds.get(line.number) == "date":
                found += _candidates(line)
    return found


def _behind_article(lines: Sequence[Line], anatomy: Anatomy) -> list[_Candidate]:
    """Look from the article down, as far as what stands there may belong to it."""
    kinds = kinds_of(anatomy)
    first, last = article_bounds(anatomy)
    end = end_of_surroundings(lines, kinds, last)
    found: list[_Candidate] = []
    for line in lines:
        kind = kinds.get(line.number, "")
        if first < line.number < last and kind == "date":
            found += _candidates(line)  # another day within the article is a doubt
        if not last < line.number < end or not line.text:
            continue
        is_long = len(line.text.strip("•*·- ").split()) > _LABEL
        is_signed = signature(line.text) or is_office(line.text) or line.text[0] == "["
        if kind == "label" and is_long and not is_signed:
            break  # the headline of another article, and no footnote
        if kind not in _OTHERS and not _HEADLINE.search(line.text):
            found += _candidates(line, shape=signature)
    return found if last else []


_HEADLINE = re.compile(r"\d[.年일日]? +[^\W\d_]\w+ [^\W\d_]\w+")
"""Words behind a day: those of another article, where it stands behind this one."""


_WEATHER = re.compile(r"[+-−]? ?\d{1,2} ?[°℃]")

_LABEL = 5
"""Words that a publisher's name has at most."""
