"""Read the words that people write for parts of a year, to name what EDTF has for them."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = {
    "01": "january jan январь января январе янв",
    "02": "february feb февраль февраля феврале фев",
    "03": "march mar март марта марте мар",
    "04": "april apr апрель апреля апреле апр",
    "05": "may май мая мае",
    "06": "june jun июнь июня июне июн",
    "07": "july jul июль июля июле июл",
    "08": "august aug август августа августе авг",
    "09": "september sep sept сентябрь сентября сентябре сен сент",
    "10": "october oct октябрь октября октябре окт",
    "11": "november nov ноябрь ноября ноябре ноя",
    "12": "december dec декабрь декабря декабре дек",
}
_SEASONS: Final = {
    "21": "spring весна весны весной весною",
    "22": "summer лето лета летом",
    "23": "autumn fall осень осени осенью",
}
_WINTER: Final = {"24": "winter зима зимы зимой зимою"}
_QUARTERS: Final = {
    "33": "i 1 1-й 1st first первый первом 第一 第1",
    "34": "ii 2 2-й 2nd second второй втором 第二 第2",
    "35": "iii 3 3-й 3rd third третий третьем 第三 第3",
    "36": "iv 4 4-й 4th fourth четвёртый четвертый четвёртом четвертом 第四 第4",
}
_SHORT: Final = {"33": "q1 1q", "34": "q2 2q", "35": "q3 3q", "36": "q4 4q", "40": "h1", "41": "h2"}

_WORDS: Final = {
    kind: {word: figures for figures, line in table.items() for word in line.split()}
    for kind, table in (
        ("month", _MONTHS),
        ("season", _SEASONS),
        ("winter", _WINTER),
        ("quarter", _QUARTERS),
        ("short", _SHORT),
    )
}

_PARTS: Final = {
    **{
        kind: f"(?P<{kind}>{'|'.join(sorted(words, key=len, reverse=True))})"
        for kind, words in _WORDS.items()
    },
    "day": "(?P<day>[0-9]{1,2})(?:st|nd|rd|th|-?го|-?е)?",
    "number": "(?P<number>[0-9]{1,2})",
    "year": r"(?P<year>[1-9][0-9]{3})(?:\s*(?:год[ау]?|г|年)\.?)?",
    "date": r"(?P<date>[1-9][0-9]{3}(?:-[0-9]{2}){0,2})(?:\s*(?:год[ау]?|г)\.?)?",
    "_": r"[\s.,-]+(?:of\s+)?",
    "in": r"(?:(?:in|the|on|year|в|во)\s+)*",
    "about": (
        "(?:c|ca|circa|about|around|approx|approximately"
        r"|около|ок|примерно|прибл|приблизительно)(?![^\W\d])\.?\s*"
    ),
    "of_four": r"\s*(?:quarter|квартал[ае]?|кв|季度)",
}

_IN_WORDS: Final = "has its month in words; write {year}-{month}"
_HYPHENS: Final = "wants hyphens; write {year}-{number:0>2}"

_ROWS: Final = tuple(
    (re.compile(pattern.format_map(_PARTS)), sentence)
    for pattern, sentence in (
        ("{in}{day}{_}{month}{_}{year}", f"{_IN_WORDS}-{{day:0>2}}"),
        ("{in}{month}{_}{day}{_}{year}", f"{_IN_WORDS}-{{day:0>2}}"),
        ("{year}{_}{month}{_}{day}", f"{_IN_WORDS}-{{day:0>2}}"),
        ("{year}{_}{day}{_}{month}", f"{_IN_WORDS}-{{day:0>2}}"),
        ("{in}{month}{_}{year}", _IN_WORDS),
        ("{year}{_}{month}", _IN_WORDS),
        ("{about}{month}{_}{year}", "says in words that it is not exact; write {year}-{month}~"),
        ("{about}{date}", "says in words that it is not exact; write {date}~"),
        (r"{year}\s*{number}\s*月\s*{day}\s*[日号號]?", f"{_HYPHENS}-{{day:0>2}}"),
        (r"{year}\s*{number}\s*月", _HYPHENS),
        ("{in}{season}{_}{year}", "has its season in words; write {year}-{season}"),
        ("{year}{_}{season}", "has its season in words; write {year}-{season}"),
        (
            "{in}{winter}{_}{year}",
            "has its season in words; for the winter that begins in {year}, write {year}-{winter}",
        ),
        (
            "{year}{_}{winter}",
            "has its season in words; for the winter that begins in {year}, write {year}-{winter}",
        ),
        (r"{year}[\s.-]*{short}", "has a letter for a part of the year; write {year}-{short}"),
        (r"{short}[\s.-]*{year}", "has a letter for a part of the year; write {year}-{short}"),
        ("{in}{quarter}{of_four}{_}{year}", "has its quarter in words; write {year}-{quarter}"),
        (
            r"{year}[\s.,-]*{quarter}{of_four}\.?",
            "has its quarter in words; write {year}-{quarter}",
        ),
        (
            r"(?:the\s+)?(?P<decade>[1-9][0-9]{{2}})0(?:['’]?s|-?[ех](?:\s*г\S{{1,4}})?|年代)",
            "names a decade; write {decade}X",
        ),
        ("{in}{year}", "is not in figures alone; write {year}"),
    )
)
"""What a text in small letters is, and what is said of it."""


def said_of(text: str) -> str | None:
    """Say what to write instead of a date that is partly in words; none where this is in doubt."""
    small = text.casefold()
    for pattern, sentence in _ROWS:
        if match := pattern.fullmatch(small):
            return sentence.format_map(
                {
                    kind: _WORDS.get(kind, {}).get(part, part)
                    for kind, part in match.groupdict().items()
                }
            )
    return None
