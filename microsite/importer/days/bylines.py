"""Know bylines with a day: who wrote it where, and when, between a headline and its text."""

from __future__ import annotations

import re

from microsite.importer.days.companions import without_companions
from microsite.importer.days.date_lines import is_of_another
from microsite.importer.days.forms import Dated, find_dates

_NAMES = 8
"""Words that names have at most."""

_SMALL = frozenset(("by", "and", "of", "in", "и", "из"))
"""Words among names that have no capital."""

_CAPITAL = re.compile(r"[A-ZА-ЯЁ]")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_OFFICE = re.compile(
    r"(?:\w{2,8} )?\w{0,14}"
    r"(?:办公室|辦公室|委员会|委員會|政府|厅|廳|局|处|處|商会|商會|协会|協會|协会|大学|大學|公司"
    r"|集团|集團|中心|领事馆|領事館|使馆|日报|日報|課|部|庁|新聞|事務所|支局|記者|记者|協会"
    r"|무역관|사무소|기자|특파원|지국|도청|시청|협회|신문|일보)(?: \w{2,4}){0,2}"
)
"""What names an office, in scripts without capitals; and who writes for it."""

_SECTION_AND_SOURCES = re.compile(
    r"[\u3040-\u9fff\uac00-\ud7a3 ]{2,20} [A-Z][\w.&-]*(?: +[A-Z][\w.&-]*)*"
)
"""러시아 / Interfax, Trend"""

_OF_SOMETHING = re.compile(
    r"[^\d\s] ?[:：]|[（(]\W*\d|\b(?:news|today|archive|новости|сегодня|архив)\b"
    r"|今[天日]|本日|오늘",
    re.IGNORECASE,
)
"""An unknown label, a day in brackets, and lists of a day."""


def byline(text: str) -> tuple[Dated, ...]:
    """Give the day of a line that names people, offices or places, and a day before or after them.

    Only beside an article is that its day: other lists give days to what they name too.
    """
    found = find_dates(text)
    if len(found) != 1 or is_of_another(text, found):
        return ()
    (one,) = found
    before, behind = (without_companions(part) for part in (text[: one.start], text[one.end :]))
    if _OF_SOMETHING.search(text):
        return ()
    beside = text[one.start - 1 : one.start] + text[one.end : one.end + 1]
    if bool(before) == bool(behind) or _WIDE.search(beside):
        return ()  # or a sentence, where no space parts the words
    return found if _is_of_names(before or behind) else ()


def signature(text: str) -> tuple[Dated, ...]:
    """Give the day behind the name of a paper or a press office, as it stands under an article."""
    found = find_dates(text)
    if len(found) != 1 or is_of_another(text.rstrip("."), found) or _OF_SOMETHING.search(text):
        return ()
    (one,) = found
    before, behind = text[: one.start].strip(" ,"), text[one.end :].strip(" ,.")
    is_short = len(_WORD.findall(before)) <= _NAMES and bool(_PRESS.search(before))
    return found if is_short and (not behind or _PAGE.fullmatch(behind)) else ()


_PRESS = re.compile(
    r"\b(?:gazette|times|news|press|herald|post|tribune|пресс-служб\w+|пресс-центр\w*|газет\w+|вестник"
    r"|правда|известия)\b",
    re.IGNORECASE,
)

_PAGE = re.compile(r"(?:pp?|с|стр)\. ?\d{1,3}", re.IGNORECASE)


def _is_of_names(text: str) -> bool:
    if _WIDE.search(text):
        return bool(_OFFICE.fullmatch(text) or _SECTION_AND_SOURCES.fullmatch(text))
    words = _WORD.findall(text)
    are_names = all(word.lower() in _SMALL or _CAPITAL.match(word) for word in words)
    return 1 < len(words) <= _NAMES and are_names and words[-1].lower() not in _SMALL
