"""Know the datelines in front of reports: place, day and agency."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.days.forms import find_dates
from microsite.importer.names.word_lists import fold, names_of_cities

_CLOSED = (
    r"(?: ?/(?=[^\W\d_]|«)[^/()]{2,40}/\.?(?: ?[—–-])?"  # /ТАСС/.
    r"| ?\([^/()]{2,40}\) ?(?:[—–]|--?)"  # (Interfax) -
    r"|\.? [—–-] (?:РИА|ИА|ТАСС|Интерфакс)(?: «[^»]{2,30}»| [А-ЯЁ][\w-]+)?\."
    r"| //|\.? [—–](?= )|\.? - ?- ?| -(?= [A-ZА-ЯЁ«“\"]))\s*"
)
"""The sign that closes a dateline."""

_PLACE_AND_DAY = (
    r"(?:г\. ?)?[A-ZА-ЯЁ][\w.-]+(?:[ -][A-ZА-ЯЁа-яё][\w-]*){0,3}"
    r"(?:,? (?:[^./()—–]|\.(?= ?\d)|(?<=\d)/(?=\d)){0,42}(?:г\.|\d{4})?)?\.?"
)

_RUSSIAN_AGENCY = (
    r"[A-ZА-ЯЁ][\w-]+(?: [A-ZА-ЯЁ][\w-]+)?\. \d\d? [а-яёa-zA-Z]+(?: \d{4}(?: г| года)?)?\."
    r" (?:[A-ZА-ЯЁ][A-ZА-ЯЁ.-]+ ?){1,3} ?[—–-] "
)
"""Владивосток. 12 сентября. ИНТЕРФАКС -"""

_PLACE_AND_YEAR = (
    r"[А-ЯЁA-Z][А-ЯЁA-Z -]{3,}, (?:\d\d? [а-яёa-zA-Z]+|[A-Z][a-z]+ \d\d?,) \d{4}(?: года| г)?\. "
)
"""ОРЕНБУРГ, 28 апреля 2021 года."""

_PLACE_IN_CAPITALS = (
    r"[A-ZА-ЯЁ][A-ZА-ЯЁ -]{3,}, (?:\d\d? [а-яё]{3,}|[A-Z][a-z]+ \d\d?)\. (?=[A-ZА-ЯЁ«“\"])"
)
"""VLADIVOSTOK, September 4. A report"""

_CHINESE_AGENCY = (
    r"[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日[电電讯訊] ?(?:[（(][^（()）]{2,40}[)）])? ?|"
    r"\d{4}年\d{1,2}月\d{1,2}日[，,] ?[\u4e00-\u9fff]{2,12}(?:——|—|--)"
    r"|(?:新华社|新華社|中新社|中新网|人民网|央视网|国际在线|环球网"
    r"|据?[\u4e00-\u9fff]{2,8}(?:社|网|報|报|网站))"
    r"[\u4e00-\u9fff]{0,12}[\d月日年 /-]{2,14}日?[电電讯訊] ?(?:[（(][^（()）]{2,40}[)）])? ?"
)

_CHINESE_PAPER = (
    r"[【\[][^【】\[\]]{1,12}[电電讯訊][】\]] ?"
    r"(?:[（(][记記]者[^（()）]{2,20}[)）]|[记記]者[\u4e00-\u9fff ]{2,14}[报報][道導][：:]) ?"
    r"|[【\[](?:[\u4e00-\u9fff]{0,5}[报報社网網台刊][记記]者 ?|[记記]者 )"
    r"[\u4e00-\u9fff]{2,4}(?: [\u4e00-\u9fff]{2,6}[报報][道導])?[】\]] ?"
)
"""【本报讯】（记者 …）, 【本报记者 …】"""

_KOREAN_AGENCY = (
    r"[（(【〔\[][^（()）【】〔〕]{1,20}[=＝][^（()）【】〔〕]{1,30}[)）】〕\]]"
    r"(?: ?[\uac00-\ud7a3\u4e00-\u9fff]{2,4} ?(?:기자|특파원|記者))? ?[=＝]? ?"
    r"|[（(【〔\[][\uac00-\ud7a3 ]{2,12}[ =＝][\uac00-\ud7a3]{2,4} ?기자[)）】〕\]] ?"
)

_JAPANESE_AGENCY = (
    r"[【〔\[][^【】〔〕\[\]]{1,20}(?:共同|時事|支局|発|＝|=|電)[^【】〔〕\[\]]{0,20}[】〕\]] ?"
)

_DATELINES = tuple(
    map(
        re.compile,
        (
            _PLACE_AND_DAY + _CLOSED,
            _RUSSIAN_AGENCY,
            _PLACE_AND_YEAR,
            _PLACE_IN_CAPITALS,
            _CHINESE_AGENCY,
            _CHINESE_PAPER,
            _KOREAN_AGENCY,
            _JAPANESE_AGENCY,
        ),
    )
)

_IN_CAPITALS = re.compile(
    r"([A-ZА-ЯЁ]{4,}(?:[ -][A-ZА-ЯЁ]+)?): (?=[A-ZА-ЯЁ«“\"])"
    r"|([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?)\. (?=[А-ЯЁ«])"
)
"""VLADIVOSTOK: A report, or Чита. Завод; in front of others too it heads an item of several."""


def opening_dateline(texts: Sequence[str]) -> int:
    """Find where the dateline ends in front of an article's first paragraph; 0 where none is.

    It is the name of a city alone: warnings, agencies and short forms have capitals too.
    """
    matches = [*map(_IN_CAPITALS.match, texts)]
    first = matches[0] if matches else None
    if first is None or any(matches[1:]) or fold(first[1] or first[2]) not in names_of_cities():
        return 0
    return first.end()


_LONGEST = 110
"""Characters that a dateline has at most."""


def dateline(text: str, start: int = 0) -> int:
    """Find where the dateline in front of a report ends, which begins at `start`; 0 for none.

    It ends with a dash, or with the agency between strokes or in brackets.
    """
    for number, shape in enumerate(_DATELINES):
        match = shape.match(text, start)
        if match is None or match.end() == len(text) or len(match[0]) > _LONGEST:
            continue
        if number or find_dates(match[0]):
            return match.end()
        # A dash may follow any words: those of a dateline have capitals or an agency. Capitals
        # behind it too head an item: a region, a dash, a partner.
        if _SURE.search(match[0]) and not text[match.end() :].isupper():
            return match.end()
    return 0


_SURE = re.compile(
    r"^[A-ZА-ЯЁ-]{4,}(?![а-яa-z])|/[A-ZА-ЯЁ][^/]*/|\([A-ZА-ЯЁ][^)]*\)"
    r"|, \d\d? (?:[а-я]+|[A-Z][a-z]+)|, [A-Z][a-z]+\.? \d\d?"
)
