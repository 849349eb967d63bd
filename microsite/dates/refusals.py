"""Say why a text is not a date, in a sentence that an editor can act on.

Each row of the table is a mistake that people make, with what to write instead; the first row that
matches the whole text speaks. A new mistake is a new row. Words for months and the like have a
table of their own, in `months`.
"""

from __future__ import annotations

import calendar
import re
from typing import Final

from microsite.dates.months import said_of
from microsite.dates.points import read_point
from microsite.dates.values import shown

FORMS: Final = "write YYYY-MM-DD, YYYY-MM or YYYY"

ONE, TWO, FOUR = r"([0-9]{1,2})", r"([0-9]{2})", r"([0-9]{4})"
YEAR, MONTH, MARK = r"([1-9][0-9]{3})", r"(0[1-9]|1[0-2])", r"[~?%]?"

DAY: Final = re.compile(rf"{MARK}{YEAR}{MARK}-{MARK}{MONTH}{MARK}-{MARK}([0-9]{{2}}){MARK}")

DASH, DASHES = "[‐‑‒–—−]", "[‐‑‒–—−-]"
"""What a text processor puts for a hyphen; with the hyphen itself."""

NOWHERE: Final = re.compile(
    r"[?–—-]+|…|\.{3,}|(даты )?нет( даты)?|без даты|(дата )?не ?известн[аоы]|н/д|б\. ?д\."
    r"|none|null|nil|no|n/a|n\.a\.|n\.d\.|no date|undated|(date )?(unknown|not known)|tbd|tba"
    r"|不详|未知|无|不明"
)
"""What people write, in small letters, where no date is known."""

REMEDY: Final = re.compile(r".*; write ([0-9]{4}(?:-[0-9]{2}){1,2}~?)\.", re.DOTALL)
"""A sentence that ends with the very date to write."""

ROWS: Final = tuple(
    (re.compile(pattern, re.DOTALL), f"{{text}} {sentence}.")
    for pattern, sentence in (
        (r".*[0-9]T.*|.*[0-9]:[0-9].*", "has a time of day; write the day alone, YYYY-MM-DD"),
        (r"Y.*|-[0-9]+.*|[0-9]{5,7}|[0-9]{9,}|0[0-9]{3}(-.*)?", "is not a year from 1000 to 9999"),
        (r"([0-9]{3})[0-9]S.*", "uses S for digits that are not known; write {0}X"),
        (
            r"(?=.*[0-9])[0-9~?%-]*[xХх][0-9XxХх~?%-]*",
            "wants the capital Latin letter X, as in 201X",
        ),
        (r".*[^\W\d_X].*", f"is not in figures alone; {FORMS}, as in 2016-09-12"),
        # What joins dates.
        (r"[\[{].*|.*[\]}]", "has a bracket without its pair"),
        (r".*,.*", 'is a choice of dates; write it as in "[2016,2017]", with the quotes'),
        (
            r"(.+)\.\.(.+)",
            'has loose dots; write {0}/{1} for a span, "[{0}..{1}]" for a date in it',
        ),
        (r"(.+)\.\.", 'has loose dots; write {0}/.. for a span, "[{0}..]" for a date in it'),
        (r"\.\.(.+)", 'has loose dots; write ../{0} for a span, "[..{0}]" for a date in it'),
        (rf"{FOUR} ?[-–—] ?{FOUR}", "is a span of years; write {0}/{1}"),
        # A day or a month in another notation.
        (rf"{ONE}\.{ONE}\.{FOUR}", "starts with the day; write {2}-{1:0>2}-{0:0>2}"),
        (
            rf"(1[3-9]|2[0-9]|3[01])[/-](0?[1-9]|1[0-2])[/-]{FOUR}",
            "starts with the day; write {2}-{1:0>2}-{0:0>2}",
        ),
        (
            rf"(0?[1-9]|1[0-2])[/-](1[3-9]|2[0-9]|3[01])[/-]{FOUR}",
            "starts with the month; write {2}-{0:0>2}-{1:0>2}",
        ),
        (
            rf"{ONE}[/-]{ONE}[/-]{FOUR}",
            "does not tell which figure is the day and which the month; write YYYY-MM-DD",
        ),
        (rf"{ONE}[./-]{FOUR}", "starts with the month; write {1}-{0:0>2}"),
        (rf"{FOUR}{DASH}{ONE}{DASHES}{ONE}", "has dashes; write {0}-{1:0>2}-{2:0>2}"),
        (rf"{FOUR}-{ONE}{DASH}{ONE}", "has a dash; write {0}-{1:0>2}-{2:0>2}"),
        (
            rf"{FOUR} ?{DASH} ?(0[1-9]|1[0-2])",
            "has a dash; write {0}-{1} for the month, or both years of a span whole",
        ),
        (rf"{FOUR}[./]{ONE}[./]{ONE}", "wants hyphens; write {0}-{1:0>2}-{2:0>2}"),
        (rf"{FOUR}{TWO}{TWO}", "wants hyphens; write {0}-{1}-{2}"),
        (rf"{FOUR}\.{ONE}", "wants a hyphen; write {0}-{1:0>2}"),
        (rf"{FOUR}-([0-9])-{ONE}", "wants two digits each; write {0}-{1:0>2}-{2:0>2}"),
        (rf"{FOUR}-{TWO}-([0-9])", "wants two digits each; write {0}-{1}-{2:0>2}"),
        (rf"{FOUR}-([0-9])", "wants two digits; write {0}-{1:0>2}"),
        (r".*/.*/.*", "has two slashes; write an interval as in 2016-06-08/2016-06-10"),
        (r"[0-9-]{1,5}", "is part of a date; write each date whole, as in 2016-06-08/2016-06-10"),
        # Digits that are not known.
        (rf"{YEAR}-0X", 'leaves the month half open; write "[{0}-01..{0}-09]", with the quotes'),
        (rf"{YEAR}-1X", 'leaves the month half open; write "[{0}-10..{0}-12]", with the quotes'),
        (
            rf"{YEAR}-{MONTH}-[0-9]X",
            'leaves the day half open; write the days it can be, as in "[{0}-{1}-10..{0}-{1}-19]"',
        ),
        (rf"{YEAR}-XX-{TWO}", "has a day without its month; write {0}-XX"),
        (r"([0-9]{2}[0-9X]X)-XX(-XX)?", "says no more than its year; write {0}"),
        (r"(.*[0-9]X-[0-9]{2})-XX", "says no more than its month; write {0}"),
        (
            r"[0-9X]*X[0-9X]*(-.*)?",
            "may have X for the last one or two digits of the year, as 201X",
        ),
        # Marks, and the parts of a year.
        (r"[~?%]+", "is a mark without a date; write it behind one, as in 2016-06~"),
        (r".*[~?%]{2}.*", "has two marks in one place; % stands for both ~ and ?"),
        (rf"{MARK}{YEAR}{MARK}-(2[5-9]|3[0-2]).*", "is a season of one hemisphere; write 21 to 24"),
        (
            rf"{MARK}{YEAR}{MARK}-{MARK}(2[1-4]|3[3-9]|4[01]).*",
            "puts a mark or a day to a part of a year; write its months, as in 2018-01~/2018-06~",
        ),
        (rf"{MARK}{YEAR}{MARK}-{MARK}(?!{MONTH})[0-9]{{2}}.*", f"has no such month; {FORMS}"),
        (r".*[~?%].*", "cannot have its marks there; write one mark at its end, as in 2016-06~"),
        (r".*", f"is not a date; {FORMS}"),
    )
)


def refusal(text: str, whole: str) -> str:
    """Say what to write instead of a text that is not a date; `whole` is what it is a part of."""
    if missing := _of_nothing(text, whole):
        return missing
    subject = shown(text) if text == whole else f"{shown(text)} in {shown(whole)}"
    if day := DAY.fullmatch(text):
        days = calendar.monthrange(int(day[1]), int(day[2]))[1]
        if not 1 <= int(day[3]) <= days:
            return f"{subject} has no such day; {day[1]}-{day[2]} has {days} days."
    said = said_of(text)
    sentence = f"{subject} {said}." if said else _of_the_table(text, subject)
    if (remedy := REMEDY.fullmatch(sentence)) and read_point(remedy[1]) is None:
        return f"{subject} names no day of the calendar; {FORMS}."
    return sentence


def _of_nothing(text: str, whole: str) -> str | None:
    """Speak of a text that names no date, or says that there is none."""
    if not text:
        return f"A date is missing; {FORMS}." if text == whole else f"{shown(whole)} lacks a date."
    if whole == "unknown":
        return f"{shown(whole)} can stand for a briefing's date or a figure's period only; {FORMS}."
    if NOWHERE.fullmatch(whole.casefold()):
        return f"{shown(whole)} is not a date; where none is known, write unknown."
    if "/" in whole and NOWHERE.fullmatch(text.casefold()):
        remedy = "leave an end that is not known empty, as in 2016/"
        return f"{shown(text)} in {shown(whole)} is not a date; {remedy}."
    return None


def _of_the_table(text: str, subject: str) -> str:
    return next(
        sentence.format(*match.groups(), text=subject)
        for pattern, sentence in ROWS
        if (match := pattern.fullmatch(text))
    )
