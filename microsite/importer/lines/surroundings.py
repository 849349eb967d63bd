"""Find the furniture that is known by where it stands: lists of other articles, and tails.

Each function is given the kinds of all blocks, empty for those that are taken for text, and gives
them with more of them filled in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from microsite.importer.days.forms import find_dates
from microsite.importer.lines.blocks import Block
from microsite.importer.lines.closing import end_of_article
from microsite.importer.lines.shapes import TERMINAL, heads, is_text

_SERIES = 4
"""Lines that one of several other articles has at most: headline, teaser, section, time."""


def without_series(blocks: Sequence[Block], kinds: Sequence[str], *, is_wide: bool) -> list[str]:
    """Cut lists of other articles by their shape: headline after headline, each with its time.

    A time is "so many hours ago" or, behind two headlines or more, a date.
    """
    found = [*kinds]
    for kind in ("related", "date"):
        for run in _runs_of_times(blocks, kinds, kind, is_wide=is_wide):
            for number in _lines_of_series(blocks, kinds, kind, run):
                found[number] = "related"
    return found


def _runs_of_times(
    blocks: Sequence[Block], kinds: Sequence[str], kind: str, *, is_wide: bool
) -> list[list[int]]:
    """Group the numbers of lines with a time that stand so near that they may be of one list."""
    runs: list[list[int]] = []
    for number, one in enumerate(kinds):
        if one != kind or not (kind == "date" or _AGO.search(blocks[number].text)):
            continue
        if runs and number - runs[-1][-1] <= _SERIES:
            runs[-1].append(number)
        else:
            runs.append([number])
    for run in runs if kind == "date" else ():
        below = run[-1] + 1
        if _tells_one_day([blocks[n].text for n in run]):
            run.clear()  # one day, told twice, is that of the text between
        elif below < len(blocks) and is_text(blocks[below].text, is_wide=is_wide):
            run.pop()  # the day right above a text is that of the text
    texts = [n for n, block in enumerate(blocks) if is_text(block.text, is_wide=is_wide)]
    # So many days ago, above all text, may be the age of the text itself.
    return [run for run in runs if run and (kind == "date" or run[1:] or texts[:1] < run)]


def _tells_one_day(texts: Sequence[str]) -> bool:
    days = {one.day for text in texts for one in find_dates(text)}
    hours = {hour for text in texts for hour in _HOUR.findall(text)}
    return len(days) == 1 and len(hours) <= 1


_HOUR = re.compile(r"\d\d?:\d\d")


def _lines_of_series(
    blocks: Sequence[Block], kinds: Sequence[str], kind: str, run: Sequence[int]
) -> Iterable[int]:
    """Give the numbers of a list's lines, its times among them; none where it is no list."""
    step = run[1] - run[0] if len(run) > 1 else 2
    first = max(run[0] - step + 1, 0)
    lines = range(first, run[-1] + 1)
    if len(run) > 1 and run[0] and TERMINAL.search(blocks[run[0] - 1].text):
        # A sentence is no headline: here each headline follows its time.
        lines = range(run[0], min(run[-1] + step, len(blocks)))
    texts = [n for n in lines if not kinds[n]]
    if step < 2 or (kind == "date" and run[0] < 2):  # noqa: PLR2004 -- a headline and its time
        return ()
    if kind == "date" and (
        len(run) == 1
        or any(len(blocks[n].text) > _LEDE for n in texts)
        or not all(_has_headline(blocks, texts, *two) for two in pairwise(run))
    ):
        return ()
    if len(run) == 1 and any(TERMINAL.search(blocks[n].text) for n in texts):
        return ()
    return lines


def _has_headline(blocks: Sequence[Block], lines: Sequence[int], start: int, end: int) -> bool:
    """Tell whether a line between two others may be a headline, and not a button or a rate."""
    texts = [blocks[n].text for n in lines if start < n < end]
    return any(len(_LETTERS.findall(text)) >= _HEADLINE for text in texts)


_LETTERS = re.compile(r"[^\W\d_]")

_HEADLINE = 10
"""Letters that a headline has at least."""

_AGO = re.compile(r"(?:назад|ago|前|전|\d\d?[:.]\d\d)[ .]*$")

_LEDE = 250
"""Characters that the teaser of another article has at most."""


def under_heads(blocks: Sequence[Block], kinds: Sequence[str], *, is_wide: bool) -> list[str]:
    """Cut what stands under the head of a list: to the next text of some length, or to the end."""
    found = [*kinds]
    number = 0
    seen = False
    while number < len(blocks):
        kind = heads(blocks[number].text)
        if not kind:
            seen = seen or (not found[number] and is_text(blocks[number].text, is_wide=is_wide))
            number += 1
            continue
        found[number] = kind if seen else "menu"
        number += 1
        if not seen:
            continue
        resumes = _resumes(blocks, number, is_wide=is_wide)
        for other in range(number, resumes):
            found[other] = found[other] or kind
        number = resumes
    return found


def _resumes(blocks: Sequence[Block], start: int, *, is_wide: bool) -> int:
    """Find where an article goes on after a list that interrupted it; the end where it does not.

    A list within an article is short, and two paragraphs of text in a row come after it, of which
    one is long.
    """
    if start < len(blocks) and is_text(blocks[start].text, is_wide=is_wide):
        return start  # a head without a list
    long = 36 if is_wide else 80
    for number in range(start, min(start + 6, len(blocks) - 1)):
        both = blocks[number].text, blocks[number + 1].text
        if all(is_text(text, is_wide=is_wide) for text in both) and max(map(len, both)) > long:
            return number
    return len(blocks)


_NAME = re.compile(
    r"(?:[A-ZА-ЯЁ][\w.-]+ ){1,2}[A-ZА-ЯЁ][\w-]+"
    r"|[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,3} [\u4e00-\u9fff]{1,3}"
)


def behind_article(blocks: Sequence[Block], kinds: Sequence[str], *, is_wide: bool) -> list[str]:
    """Cut what stands behind the article's last text, and an author's name with a biography."""
    found = [*kinds]
    texts = [
        number
        for number, block in enumerate(blocks)
        if not found[number] and is_text(block.text, is_wide=is_wide)
    ]
    if not texts:
        return found
    # A name on a line of its own, after which only a biography or nothing of the article follows.
    for number in range(texts[0] + 1, len(blocks)):
        name = blocks[number].text
        following = [n for n in texts if n > number]
        is_alone = len(following) <= 1 and all(_tells_of(blocks[n].text, name) for n in following)
        if not found[number] and _NAME.fullmatch(name) and is_alone:
            found[number] = "author"
            for other in following:
                found[other] = "author"
            texts = [n for n in texts if not found[n]]
            break
    last = end_of_article(blocks, found, texts[-1], is_wide=is_wide)
    for number in range(last + 1, len(blocks)):
        if not found[number]:
            found[number] = "label"
    return found


def _tells_of(text: str, name: str) -> bool:
    """Tell whether a text may be the biography of somebody: it names them or their trade."""
    return name.rsplit(maxsplit=1)[-1][:5] in text or bool(_TRADE.search(text))


_TRADE = re.compile(
    r"\b(?:journalist|reporter|correspondent|editor|writer|author|analyst|fellow|lecturer|researcher"
    r"|professor|columnist|expert)\b|\b(?:журналист|корреспондент|обозреватель|редактор|автор|аналитик"
    r"|эксперт|преподаватель|профессор|сотрудник)\w*|记者|記者|编辑|編輯|作者|学者|教授|研究员|研究員|生まれ"
    r"|卒業|기자|교수|연구원|출생",
    re.IGNORECASE,
)
