"""Find where an article ends that closes with a list, a table, or a short sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.lines.blocks import Block
from microsite.importer.lines.bullets import ENTRY
from microsite.importer.lines.shapes import SENTENCES, TERMINAL

_AMOUNT = re.compile(
    r"\d[\d ,.]*(?: ?[%₽$€¥]| ?(?:млн|млрд|тыс|тонн|га|км|руб|долл|евро|штук|человек|мест|лет)\b"
    r"| ?(?:tons?|tonnes|million|billion|thousand|people|jobs|hectares|km|dollars|euros|rou?bles)\b"
    r"| ?(?:bn|mn|m)\b|[万亿億名]|톤|만|억)|[$€¥₽] ?\d",
    re.IGNORECASE,
)
"""A number with its unit: a fact, and no headline of another article."""

_ROW = re.compile(r"[^,.!?|:：@()]{1,60}(?:, [^,!?|:：@()]{1,40}){1,9}")
"""Cells of a table, one after the other."""

_POINT = re.compile(
    r"(?P<sign>[▲△•・·*–—-]) ?[^:：]{1,40}(?:[:：]| [–—]) ?\S.{0,160}"
    r"|(?P<dot>[・·▷] ?).{0,40}\d.{0,40}"
)
"""One of several points, each with its name and what is said of it."""

_PLAN = re.compile(r"[【\[<＜■□◆◇][^【】\[\]<>＜＞。.]{2,30}[】\]>＞]?")
"""The heading of such points."""


def with_points_kept(blocks: Sequence[Block], kinds: Sequence[str]) -> list[str]:
    """Take the kind from points that stand in a row below each other, and from their heading.

    A triangle or a dot marks both points and captions; captions stand alone, or name who took the
    picture.
    """
    found = [*kinds]
    signs = [_sign(block.text) for block in blocks]
    for number, sign in enumerate(signs):
        beside = {signs[n] for n in (number - 1, number + 1) if 0 <= n < len(signs)}
        may_be = kinds[number] in _MAY_BE_POINTS or (sign == "▷" and kinds[number] == "related")
        if sign not in _MARKS or sign not in beside or not may_be:
            continue
        if _CREDIT.search(blocks[number].text):
            continue
        found[number] = ""
        above = number - 1
        if above >= 0 and kinds[above] == "share" and _PLAN.fullmatch(blocks[above].text):
            found[above] = ""
    return found


_MARKS = frozenset("▲△▷・·")
_MAY_BE_POINTS = frozenset(("", "caption", "label"))
_CREDIT = re.compile(
    "제공[)）\\]]?$|사진 ?[=＝/:]|촬영|写真 ?[=＝/:：]|撮影|提供|[摄攝]$|[©ⓒ]"
    "|photo(?: by|:)|фото ?:",
    re.IGNORECASE,
)

_HEAD = 80
"""Characters that the heading of a list or a table has at most."""


def end_of_article(
    blocks: Sequence[Block], kinds: Sequence[str], last: int, *, is_wide: bool
) -> int:
    """Give the number of the block with which an article ends; `last` is its last long text."""
    numbers = [last]
    for number in range(last + 1, len(blocks)):
        if kinds[number] == "caption":
            continue  # pictures stand anywhere
        if kinds[number]:
            break
        numbers.append(number)
    texts = [blocks[number].text for number in numbers]
    end = 0
    while end + 1 < len(texts) and (step := _step(texts, end + 1, is_wide=is_wide)):
        end += step
    return numbers[end]


def _step(texts: Sequence[str], number: int, *, is_wide: bool) -> int:
    """Tell how many lines from here on belong to the article: none, or one with what it heads."""
    text = texts[number]
    if text.endswith((":", "：")):
        return 2 if _is_entry(texts, number + 1) else 0
    if _is_entry(texts, number):
        is_one_of = ENTRY.match(texts[number - 1]) or texts[number - 1].endswith((":", "：", ";"))
        return 1 if _is_fact(texts, number) or is_one_of else 0
    long = len(text) if is_wide else len(text.split())
    if long >= (6 if is_wide else 2) and (
        TERMINAL.search(text) or _is_begun(text, is_wide=is_wide)
    ):
        return 1
    is_head = len(text) <= _HEAD and _is_entry(texts, number + 1)
    return 2 if is_head and _is_fact(texts, number + 1) else 0


def _is_begun(text: str, *, is_wide: bool) -> bool:
    """Tell a line that begins with a sentence, to which something short is appended."""
    end = max((match.end() for match in SENTENCES.finditer(text)), default=0)
    return end > _BEGUN[is_wide] and len(text) - end <= _APPENDED


_BEGUN = 60, 20
"""Characters, and wide ones, of such a sentence at least."""
_APPENDED = 30
"""Characters that are appended to it at most."""


def _is_entry(texts: Sequence[str], number: int) -> bool:
    if number >= len(texts):
        return False
    text = texts[number]
    return bool(ENTRY.match(text)) or text.endswith((";", "；")) or _is_row(texts, number)


def _is_row(texts: Sequence[str], number: int) -> bool:
    """Tell a row of a table: beside it stands one of as many cells."""
    if not _ROW.fullmatch(texts[number]):
        return False
    cells = texts[number].count(",")
    others = [n for n in (number - 1, number + 1) if 0 <= n < len(texts)]
    return any(_ROW.fullmatch(texts[n]) and texts[n].count(",") == cells for n in others)


def _is_fact(texts: Sequence[str], number: int) -> bool:
    """Tell an entry with a number or a full sentence from the headline of another article."""
    text = texts[number]
    is_sentence = text.endswith((";", ".", "?", "!", "；", "。", "？"))
    is_point = _sign(text) and _sign(text) in map(_sign, texts[number + 1 : number + 2])
    return bool(is_sentence or is_point or _AMOUNT.search(text)) or _is_row(texts, number)


def _sign(text: str) -> str:
    """Give the sign in front of a point; empty where it is none."""
    point = _POINT.fullmatch(text)
    return (point["sign"] or point["dot"])[0] if point else ""
