"""Put names in alphabetical order, the same on every machine.

The order of the machine's locale differs between systems, and the full Unicode collation is a
library in C; names of regions, cities and topics need less. Where a language has a national
character set that is arranged in its reading order, that order is used: GB 2312 has the usual
Chinese characters by pinyin, JIS X 0208 the usual Japanese ones by their Chinese reading; rarer
ones follow by radical.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

CHARSETS: Final = {"zh": "gb2312", "ja": "euc_jp"}
OWN_SCRIPT: Final = {"ru": re.compile("[а-яё]")}
"""The letters that come before those of other scripts; elsewhere Latin does, as in Unicode."""

LATIN_WITH_MARKS: Final = re.compile("([a-z])[\u0300-\u036f]+")
LAST: Final = 1 << 32
"""More than any code point and any code of a character set."""
SEPARATORS: Final = re.compile(r"[\s\u00a0'’\"«»„“”().,\-–—]+")


def sort_key(name: str, language: str) -> tuple[tuple[int, ...], str, str]:
    """Give the place of a name among others in a language (BCP 47); no two names share one.

    Case, marks over Latin letters, ё for е, hyphens and quotation marks count only between names
    that are alike without them.
    """
    language = language.split("-", 1)[0]
    folded = unicodedata.normalize("NFC", name).casefold()
    letters = SEPARATORS.sub(" ", folded).strip().replace("ё", "е")
    letters = LATIN_WITH_MARKS.sub(r"\1", unicodedata.normalize("NFD", letters))
    letters = unicodedata.normalize("NFC", letters)
    return tuple(_weight(letter, language) for letter in letters), folded, name


def _weight(letter: str, language: str) -> int:
    if charset := CHARSETS.get(language):
        code = letter.encode(charset, "ignore")
        # What the character set lacks comes last, in the order of Unicode.
        return int.from_bytes(code) if code else LAST + ord(letter)
    own = OWN_SCRIPT.get(language)
    return ord(letter) + (LAST if own and letter.isalpha() and not own.match(letter) else 0)
