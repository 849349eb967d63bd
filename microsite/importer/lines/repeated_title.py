"""Find a headline that stands above its article more than once: as the page's name, as its head."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.lines.blocks import Block
from microsite.importer.lines.shapes import SENTENCES, is_text

_LETTERS, _LETTERS_WIDE = 20, 8
"""Letters that a headline has at least."""

_LONGEST = 200
"""Characters that a headline has at most."""

_LOOSE = re.compile(r"[\W_]+")

_SITE = re.compile(r" [|–—·-] [^|–—]{2,40}$")
"""The name of a site behind the name of its page."""


def repeated_title(
    blocks: Sequence[Block], kinds: Sequence[str], *, is_wide: bool
) -> tuple[int, ...]:
    """Give the numbers of the blocks that are one headline, the best written last; or none.

    Nothing that reads as text stands between them, and more text below them than above.
    """
    least = _LETTERS_WIDE if is_wide else _LETTERS
    places: dict[str, list[int]] = {}
    for number, block in enumerate(blocks):
        may_be = least <= len(block.text) <= _LONGEST and kinds[number] != "caption"
        if may_be and not SENTENCES.search(block.text):
            for text in {block.text, _SITE.sub("", block.text)}:
                key = _LOOSE.sub("", text).casefold()
                if len(key) >= least:
                    places.setdefault(key, []).append(number)
    texts = [
        n for n, block in enumerate(blocks) if not kinds[n] and is_text(block.text, is_wide=is_wide)
    ]
    for numbers in sorted(places.values()):
        chain = numbers[:1]
        for number in numbers[1:]:
            if any(chain[-1] < n < number for n in texts):
                break
            chain.append(number)
        above = sum(len(blocks[n].text) for n in texts if n < chain[0])
        below = sum(len(blocks[n].text) for n in texts if n > chain[-1])
        if len(chain) > 1 and below > above:
            return tuple(sorted(chain, key=lambda n: (*_written(blocks[n].text), n)))
    return ()


def _written(text: str) -> tuple[bool, bool]:
    """Say how well a headline is written: without the name of a site, in letters of both sizes."""
    return not _SITE.search(text), text not in (text.lower(), text.upper())
