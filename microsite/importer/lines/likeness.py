"""Keep sentences and headlines that only look like furniture: they tell what the article tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.lines.blocks import Block
from microsite.importer.lines.shapes import is_text
from microsite.importer.lines.subject import share, stems
from microsite.importer.lines.verbs import tells_behind_label

_WEAK = frozenset(("address", "cookies", "copyright", "crawl", "label", "menu", "share", "source"))
"""Kinds whose shapes an ordinary sentence may have; those of others are their own."""

_LABELLED = frozenset(("address", "label", "menu", "source", "tags"))
"""Kinds that begin with a label, as a sentence with a colon may."""

_WEAK_TITLE = _WEAK - {"address", "copyright", "menu"}
"""Kinds whose shapes a headline may have: a site's name tells of the same places as it does."""

_ALIKE, _ALIKE_TITLE = 0.3, 0.5
"""Of its stems, what a sentence and a headline share with the article at least."""

_TITLE, _TITLE_WIDE = 5, 12
"""Words, or wide characters, that a headline has at least."""

_STRONG = re.compile(
    r"©|\(c\) |@|https?:|www\.|[|>»›→]|\+?\d[\d() -]{8,}|\bicp|^[^:：]{1,24}[:：]"
    r"|^you are receiving|\bunsubscribe\b|\b(?:ул|пр|д|тел|факс)\. ?|\b(?:str|tel|fax|ave)\.",
    re.IGNORECASE,
)
"""What stands in no sentence of an article."""


def with_text_kept(blocks: Sequence[Block], kinds: Sequence[str], *, is_wide: bool) -> list[str]:
    """Take the kind from what reads as a sentence or a headline of the article."""
    texts = [
        block.text
        for block, kind in zip(blocks, kinds, strict=True)
        if not kind and is_text(block.text, is_wide=is_wide)
    ]
    subject = stems(" ".join(texts))
    found = [*kinds]
    seen = False
    for number, block in enumerate(blocks):
        text = block.text
        seen = seen or (not found[number] and is_text(text, is_wide=is_wide))
        if is_text(text, is_wide=is_wide) and seen and tells_behind_label(text):
            found[number] = "" if found[number] in _LABELLED else found[number]
        if found[number] not in _WEAK or _STRONG.search(text):
            continue
        long = len(text) if is_wide else len(text.split())
        is_long = long >= (_TITLE_WIDE if is_wide else _TITLE)
        is_title = not seen and is_long and found[number] in _WEAK_TITLE
        if (is_text(text, is_wide=is_wide) and share(text, subject) >= _ALIKE) or (
            is_title and share(text, subject) >= _ALIKE_TITLE
        ):
            found[number] = ""
    return found
