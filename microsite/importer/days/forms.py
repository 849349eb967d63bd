"""Know days by the ways in which texts of five languages write them, with their year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

_RU = ("январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр")
_RU_MONTHS = (*_RU, "ноябр", "декабр")
_EN_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

RUSSIAN = (
    r"(?:январ[ья]|янв\.?|феврал[ья]|фев(?:р)?\.?|марта?|мар\.?|апрел[ья]|апр\.?|ма[йя]|июн[ья]|июн\.?"
    r"|июл[ья]|июл\.?|августа?|авг\.?|сентябр[ья]|сент?\.?|октябр[ья]|окт\.?|ноябр[ья]|ноя(?:б)?\.?"
    r"|декабр[ья]|дек\.?)"
)
ENGLISH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_ERAS = {"民國": 1911, "民国": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_ERA = f"(?P<e>{'|'.join(_ERAS)})"
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


class Dated(NamedTuple):
    """Hold a date with its place in a line."""

    start: int
    end: int
    day: date | None
    """None where its numbers can be read in two ways."""


def _whole(m: re.Match[str], month: int) -> date:
    return date(int(m["y"]), month, int(m["d"]))


def _russian(m: re.Match[str]) -> date:
    name = m["m"].lower()
    if name.startswith(("май", "мая")):
        return _whole(m, 5)
    if name.startswith("мар"):
        return _whole(m, 3)
    return _whole(m, next(n for n, one in enumerate(_RU_MONTHS, 1) if one[:3] == name[:3]))


def _english(m: re.Match[str]) -> date:
    return _whole(m, _EN_MONTHS.index(m["m"][:3].lower()) + 1)


def _numbers(m: re.Match[str]) -> date:
    return _whole(m, int(m["m"]))


def _slashes(m: re.Match[str]) -> date | None:
    first, second = int(m["a"]), int(m["b"])
    if first == second or second > 12:  # noqa: PLR2004 -- months
        return date(int(m["y"]), first, second)
    return date(int(m["y"]), second, first) if first > 12 else None  # noqa: PLR2004 -- likewise


def _era(m: re.Match[str]) -> date:
    year = 1 if m["n"] == "元" else int(m["n"])
    return date(_ERAS[m["e"]] + year, int(m["m"]), int(m["d"]))


def _roman(m: re.Match[str]) -> date:
    return _whole(m, _ROMAN.index(m["m"].upper()) + 1)


def _kanji(m: re.Match[str]) -> date:
    return date(int(m["y"].translate(_DIGITS)), _number(m["m"]), _number(m["d"]))


def _era_in_kanji(m: re.Match[str]) -> date:
    year = 1 if m["n"] == "元" else _number(m["n"])
    return date(_ERAS[m["e"]] + year, _number(m["m"]), _number(m["d"]))


def _number(kanji: str) -> int:
    tens, ten, ones = kanji.rpartition("十")
    if not ten:
        return int(kanji.translate(_DIGITS))
    return (int(tens.translate(_DIGITS)) if tens else 1) * 10 + int(ones.translate(_DIGITS) or 0)


_IN_KANJI = (
    "(?P<y>[一二][〇零一二三四五六七八九]{3})年(?P<m>[一二三四五六七八九十]{1,3})月"
    "(?P<d>[一二三四五六七八九十]{1,3})日"
)

_ERA_IN_KANJI = (
    "(?P<e>昭和|平成|令和)(?P<n>元|[一二三四五六七八九十]{1,3})年(?P<m>[一二三四五六七八九十]{1,3})月"
    "(?P<d>[一二三四五六七八九十]{1,3})日"
)

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date | None]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (rf"(?<!\d)«?(?P<d>\d\d?)»? ?(?P<m>{RUSSIAN})[ ,|]+{_YEAR}(?: ?(?:года|г\.?))?", _russian),
        (rf"(?<!\w)(?P<m>{RUSSIAN}),? (?P<d>\d\d?),? {_YEAR}(?: ?(?:года|г\.?))?", _russian),
        (
            rf"(?<!\d)(?P<d>\d\d?)(?:st|nd|rd|th)?(?: of)?[ -](?P<m>{ENGLISH})[ ,|-]+{_YEAR}",
            _english,
        ),
        (
            rf"(?<!\w)(?P<m>{ENGLISH}) ?(?P<d>\d\d?)(?:st|nd|rd|th)?(?:,| \||,? ) ?{_YEAR}",
            _english,
        ),
        (rf"(?<!\d){_YEAR}[ ,]+(?P<m>{ENGLISH}) (?P<d>\d\d?)(?!\d)", _english),
        (rf"(?<!\d)(?P<d>\d\d?)/(?P<m>{ENGLISH})/{_YEAR}", _english),
        (rf"(?<!\w)(?P<m>{ENGLISH})/(?P<d>\d\d?)/{_YEAR}", _english),
        (rf"(?<![\d.])(?P<d>\d\d?)\.(?P<m>[IVX]{{1,4}})\.{_YEAR}", _roman),
        (rf"(?<![\d.])(?P<d>\d\d?)\. ?(?P<m>\d\d?)\. ?{_YEAR}(?: ?(?:года|г\.?)(?!\w))?", _numbers),
        (rf"(?<![\d-])(?P<d>\d\d?)-(?P<m>\d\d?)-{_YEAR}", _numbers),
        (rf"(?<!\d){_YEAR}(?P<s>[-/.])(?P<m>\d\d?)(?P=s)(?P<d>\d\d?)(?!\d)", _numbers),
        (rf"(?<!\d){_YEAR}\. (?P<m>\d\d?)\. (?P<d>\d\d?)\.?(?!\d)", _numbers),
        (rf"(?<!\d)(?P<a>\d\d?)/(?P<b>\d\d?)/{_YEAR}", _slashes),
        (rf"(?<!\d){_YEAR} ?年 ?(?P<m>\d\d?) ?月 ?(?P<d>\d\d?) ?日", _numbers),
        (rf"(?<!\d){_YEAR} ?년 ?(?P<m>\d\d?) ?월 ?(?P<d>\d\d?) ?일", _numbers),
        (rf"(?:中華)?{_ERA} ?(?P<n>元|\d\d?\d?) ?年 ?(?P<m>\d\d?) ?月 ?(?P<d>\d\d?) ?日", _era),
        (_IN_KANJI, _kanji),
        (_ERA_IN_KANJI, _era_in_kanji),
    )
)


def find_dates(text: str) -> tuple[Dated, ...]:
    """Find the days that a line names with their year; numbers that are no day are passed over."""
    plain = plain_digits(text)
    found: list[Dated] = []
    for pattern, read in _FORMS:
        for match in pattern.finditer(plain):
            try:
                day = read(match)
            except (ValueError, StopIteration):
                continue
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                found.append(Dated(match.start(), match.end(), day))
    return tuple(sorted(found, key=lambda one: one.start))


def plain_digits(text: str) -> str:
    """Write full-width digits and signs as those of ASCII, each in its place."""
    if text.isascii():
        return text
    return "".join(
        plain if len(plain := unicodedata.normalize("NFKC", one)) == 1 else one for one in text
    )


_ALONE = re.compile(
    rf"(?<!\d)\d\d? ?{RUSSIAN}|(?<!\d)\d\d? {ENGLISH}|{ENGLISH} \d\d?(?!\d)", re.IGNORECASE
)
_ALONE_WIDE = re.compile(r"(?<!\d)(\d\d?) ?(?:月|월) ?(\d\d?) ?(?:日|일)")


def days_without_year(text: str) -> frozenset[tuple[int, int]]:
    """Give month and day of all days that a line names, whether their year stands there or not."""
    plain = plain_digits(text)
    written = [f"{match[0]} 2000" for match in _ALONE.finditer(plain)]
    written += [f"2000年{match[1]}月{match[2]}日" for match in _ALONE_WIDE.finditer(plain)]
    days = (one.day for words in written for one in find_dates(words))
    return frozenset((day.month, day.day) for day in days if day)
