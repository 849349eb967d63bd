"""Choose the headline of an article among the lines above its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.lines.blocks import Block
from microsite.importer.lines.offices import is_office
from microsite.importer.lines.shapes import SENTENCES, TERMINAL, is_text
from microsite.importer.lines.subject import share, stems
from microsite.importer.lines.verbs import RUSSIAN_VERB


def first_text(blocks: Sequence[Block], kinds: Sequence[str], *, is_wide: bool) -> int:
    """Give the number of the block with which the text begins."""
    for number, block in enumerate(blocks):
        is_below_day = (
            number > 0
            and kinds[number - 1] == "date"
            and len(block.text) > (_OPENING_WIDE if is_wide else _OPENING)
        )
        reads = is_below_day or is_text(block.text, is_wide=is_wide)
        may_be_title = _SLOGAN.fullmatch(block.text) or _QUOTED.fullmatch(block.text)
        opens = _GREETING.fullmatch(block.text) or (reads and not may_be_title)
        if opens and not kinds[number]:
            return number
    return len(blocks)


_OPENING, _OPENING_WIDE = 150, 50
"""Characters of a first paragraph below a day whose last sentence has no end."""

_QUOTED = re.compile('[^.!?。！？]{10,110}[^.!?…。！？][»"”」』]')
"""What somebody said, as a headline; in a text it ends as a sentence does."""

_GREETING = re.compile(
    r"(?:dear|уважаемы[ей]|дорогие|尊敬的|各位)[^.!?。]{2,60}[,!，！：:]", re.IGNORECASE
)
"""How a letter begins."""

_APART = ("menu", "share", "address", "related")
"""Kinds above which stands the head of the page."""

_SLOGAN = re.compile(r"[^.!?。！？]{0,110}[!?！？]")
"""A call or a question, which may be a title, or stand above it."""

_SHORT, _SHORT_WIDE = 3, 8
"""Words, or wide characters, that the label of a section has at most."""

_LONGER = 1.6
"""Times as long as the name above it that a headline is."""

_NAME = 6
"""Words that the name of a publisher above a headline has at most."""

_DECK = re.compile(r"[-–—] |[□■◇◆] ")
"""What stands below a headline, or heads a part of the text."""

_TITLE = 300
"""Characters that a title has at most."""


def choose_title(
    blocks: Sequence[Block],
    kinds: Sequence[str],
    start: int,
    *,
    is_wide: bool,
    known: int | None = None,
) -> tuple[int | None, list[str]]:
    """Choose the title among the lines above the first text; those above it are furniture.

    `known` is that which was told otherwise.
    """
    found = [*kinds]
    heads = [
        n
        for n in range(start)
        if not found[n] and len(blocks[n].text) <= _TITLE and not _DECK.match(blocks[n].text)
    ]
    if not heads and start < len(blocks) and _reads_as_title(blocks, found, start):
        heads = [start]
    # The lines next to the text, with nothing but a date or the like between them.
    group: list[int] = []
    for number in reversed(heads):
        between = range(number + 1, group[-1] if group else start)
        has_headline = any(not _is_label(blocks[n].text, "", is_wide=is_wide) for n in group)
        if has_headline and any(found[n] in _APART for n in between):
            break
        group.append(number)
    group.reverse()
    title = known
    if title is None:
        title = _headline(blocks, group, _stems_of_article(blocks, found, start), is_wide=is_wide)
        is_above_menu = len(group) == 1 and "menu" in found[group[0] + 1 : start]
        if is_above_menu and _is_label(blocks[group[0]].text, "", is_wide=is_wide):
            title = None  # two or three words with nothing but a menu below: the page's name
    if title is None:
        for number in group:
            found[number] = found[number] or "label"
        return None, found
    article = _stems_of_article(blocks, found, start)
    for number in range(start):
        text = blocks[number].text
        is_head = number in heads and (number < title or _is_short(text, is_wide=is_wide))
        is_strange = number > title and not found[number] and share(text, article) < _STRANGE
        if number != title and (is_head or (is_strange and not TERMINAL.search(text))):
            found[number] = "label"
    return title, found


_STRANGE = 0.1
"""Of its words, what a line below the headline shares with the text, if it is no part of it."""


def _headline(
    blocks: Sequence[Block], group: Sequence[int], article: frozenset[str], *, is_wide: bool
) -> int | None:
    """Choose the first line that is no label, and names what the article names."""
    texts = [blocks[n].text for n in group]
    rows = [
        (number, share(text, article), _is_label(text, below, is_wide=is_wide))
        for number, text, below in zip(group, texts, [*texts[1:], ""], strict=False)
    ]
    lines = [row for row in rows if not row[2] and row[1] >= _ANY]
    lines = lines or [row for row in rows if not row[2]] or rows
    best = max((share for _, share, _ in lines), default=0.0)
    fitting = [row for row in lines if row[1] >= best * _ENOUGH]
    chosen = min(fitting, key=lambda row: row[2])[0] if fitting else None
    if chosen is None:
        return None
    text = blocks[chosen].text
    if is_wide:
        return None if len(text) <= _SHORT_WIDE and not share(text, article) else chosen
    is_name = (is_office(text) and not RUSSIAN_VERB.search(text)) or " " not in text[:40]
    return None if is_name else chosen


_ANY = 0.2
"""Of its words, what a headline shares with the article at least, if any line does."""

_ENOUGH = 0.65
"""Of the words that the best line shares with the article, what a headline shares at least."""


def _stems_of_article(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> frozenset[str]:
    texts = [blocks[n].text for n in range(start, len(blocks)) if not kinds[n]]
    return stems(" ".join(texts))


def _is_short(text: str, *, is_wide: bool) -> bool:
    """Tell a name or a button below a headline from what sums the article up."""
    long = len(text) if is_wide else len(text.split())
    return long <= (_BUTTON_WIDE if is_wide else _BUTTON) and not TERMINAL.search(text)


_BUTTON, _BUTTON_WIDE = 5, 12
"""Words, or wide characters, that such a line has at most."""


_WORDS = re.compile(r"\w[\w.'’-]*")

_SECTION = re.compile(r"[\[【〔(（][^\])】〕）]{1,10}[\])】〕）] ?")
"""The name of a section in front of a line."""


def _is_label(text: str, below: str, *, is_wide: bool) -> bool:
    """Tell the name of a section or a publisher, above a line that may be the headline."""
    text = _SECTION.sub("", text)
    if RUSSIAN_VERB.search(text):
        return False
    number = len(text) if is_wide else len(_WORDS.findall(text))
    if number <= (_SHORT_WIDE if is_wide else _SHORT):
        return True
    if is_office(text):
        return True
    if number > (3 * _SHORT_WIDE if is_wide else _NAME):
        return False
    return len(below) > _LONGER * len(text) and not below.endswith((".", "。"))


def _reads_as_title(blocks: Sequence[Block], kinds: Sequence[str], start: int) -> bool:
    """Tell whether what seems to be the first text is a title that ends as a sentence does."""
    text = blocks[start].text
    following = [n for n in range(start + 1, len(blocks)) if not kinds[n]]
    return (
        len(text) < 150  # noqa: PLR2004 -- a paragraph is longer
        and not SENTENCES.search(text)
        and not _GREETING.fullmatch(text)
        and text[-1:] not in ".。»”」"
        and bool(following)
    )
