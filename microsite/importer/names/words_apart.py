"""Tell a name from letters that only look like it: within a longer word, or in somebody's name."""

from __future__ import annotations

import re

from microsite.importer.names.word_lists import Sense

_FAR = re.compile("(?!CN|JP|KR|RU)")
"""Partners whose cities are written by their sound, as the names of people are."""

_KATAKANA = re.compile("[\u30a1-\u30faー]")


def stands_apart(  # noqa: PLR0911 -- one answer for each script and kind of word
    text: str, folded: str, start: int, end: int, sense: Sense
) -> bool:
    """Tell whether a word begins and ends where words of its script do, and has its capitals."""
    before, after = folded[start - 1 : start], folded[end : end + 1]
    if sense.language in ("zh", "ja"):
        # Names in katakana stand apart from other katakana; Chinese characters stand anywhere.
        first, last = folded[start], folded[end - 1]
        if sense.place and _FAR.match(sense.code) and "・" in (before, after):
            return False  # a part of somebody's name
        return not (
            (_KATAKANA.match(first) and before and _KATAKANA.match(before))
            or (_KATAKANA.match(last) and after and _KATAKANA.match(after))
        )
    if sense.language == "ko":
        # 주 stands in front of the seat of a consulate.
        is_seat = before == "주" and not folded[start - 2 : start - 1].isalnum()
        return not before.isalnum() or is_seat
    if before.isalnum() or (after.isalnum() and folded[end - 1].isalnum()):
        return False  # behind "US$" stands the sum
    if sense.form == "nothing":
        return True
    if _DISTRICT.match(text, end):
        return False
    here = text[start:end]
    if sense.exact:
        return here == sense.exact
    if sense.language == "ru" and sense.place and _is_surname(text, start, here):
        return False
    if _INNER_CAPITAL.search(here):
        return False  # «РиМ», «Рыба и море», is no Rome
    return here[0].isupper() or (sense.language == "ru" and sense.small)


_INNER_CAPITAL = re.compile("[a-zа-яё][A-ZА-ЯЁ]")

_DISTRICT = re.compile(
    r"(?:(?:, | и )[А-ЯЁ][а-яё-]+(?:ом|ем|ого|его|ий|ый|ие|ые|их|ых|им|ым|ими|ыми)){0,3}"
    r" (?:муниципальн\w+ |городск\w+ )?район"
    r"|(?: and [A-Z]\w+)? (?:municipal )?districts?\b"
)
"""What makes a district of a name: in «Тамбовском и Ивановском районах» no region is named."""

_SURNAME = re.compile(r"(?:[её]в|ов|ин|ын)(?:а|у|ым|е|ой)?$")

_FIRST_NAME = re.compile(
    r"(?<![.!?] )(?<=[\w,»\"] )[А-ЯЁ][а-яё]+ $|(?:^|\W)[А-ЯЁ]\. ?(?:[А-ЯЁ]\. ?)?$"
    r"|\b(?:имени|им\.) $"
)


def _is_surname(text: str, start: int, word: str) -> bool:
    """Tell a surname from a city: «Наталья Иванова» is not in Ivanovo."""
    if not _SURNAME.search(word) or " " in word or "-" in word:
        return False
    return bool(_FIRST_NAME.search(text, max(0, start - 30), start))
