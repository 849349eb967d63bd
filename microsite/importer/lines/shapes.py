"""Know furniture by the shape of a line, and tell lines that read as text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from microsite.importer.days.companions import day_without_year
from microsite.importer.days.date_lines import date_line, is_stated_beside
from microsite.importer.names.word_lists import table

KINDS: Final[Mapping[str, str]] = {
    "date": "a date",
    "dateline": "a dateline",
    "copyright": "rights and notices",
    "crawl": "when the page was saved",
    "updated": "when the page was changed",
    "cookies": "about cookies",
    "views": "readers and comments",
    "share": "to share, print or subscribe",
    "tags": "keywords",
    "related": "other articles",
    "caption": "a caption",
    "author": "who wrote it",
    "source": "the source",
    "address": "an address",
    "menu": "a menu",
    "label": "no part of the article",
}


_PICTURES = re.compile("^[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]+ ?")
"""Small pictures in front of a line."""

_BUTTONS = 12
"""Words of which each may be a button."""

_LONG = 400
"""Characters from which a line is text, whatever stands in it."""


def kind_of(text: str) -> str:
    """Give the kind of furniture that a line has the shape of; empty for none."""
    if len(text) > _LONG:
        return ""
    text = _PICTURES.sub("", text) or text
    for kind, shape in shapes_for(text).items():
        if shape.line and shape.line.fullmatch(text):
            # A sentence that goes on is text, though it begins as furniture does.
            is_long = kind == "related" and len(text) > _HEADLINE and TERMINAL.search(text)
            if is_long or (kind in _AS_PROSE and _is_prose(text)):
                continue
            # What names a source, a number or readers beside a date is a date first.
            is_stated = kind not in _OTHER_DATES or (kind == "updated" and is_stated_beside(text))
            return "date" if is_stated and date_line(text) else kind
    if date_line(text) or day_without_year(text):
        return "date"
    buttons = text.split(" ")
    # Side by side stand a counter, a printer and a star, all of them furniture.
    kinds = [kind_of(one) for one in buttons] if 1 < len(buttons) <= _BUTTONS else []
    if kinds and all(kinds):
        return kinds[0]
    return "menu" if is_menu(text) else ""


def is_menu(text: str) -> bool:
    """Tell a row of names of sections and buttons; a name that is in no table may be among them."""
    words = [word for word in re.split(r"[^\w-]+", text.casefold()) if word]
    known = sum(word in _menu_words() or word.isdigit() for word in words)
    named = sum(word in _menu_words() for word in words)
    is_sentence = TERMINAL.search(text) or "," in text or "、" in text
    return named > 1 and known >= _MOST * len(words) and not is_sentence


_MOST = 0.6
"""Of the words of a menu, those in the table at least."""


@cache
def _menu_words() -> frozenset[str]:
    return frozenset(word for words in table("menu_words").values() for word in words)


_OTHER_DATES = frozenset(("copyright", "crawl", "updated", "cookies", "related", "caption"))
"""Kinds whose dates are not those of the article."""


SENTENCES = re.compile(r"(?<=[^\W\d_]{3})[.!?] [A-ZА-ЯЁ«“\"]|[。！？].|다\. [가-힣]")
"""Where one sentence ends and another begins; not behind a short form, as in «ул. Ленина»."""


def _is_prose(text: str) -> bool:
    return len(SENTENCES.findall(text)) > 1


_AS_PROSE = frozenset(("related", "tags", "share", "address"))
_HEADLINE = 130
"""Characters from which a sentence with an end is more than the headline of another article."""


class Shapes(NamedTuple):
    """Hold the shapes of one kind; None where it has none of a sort."""

    line: re.Pattern[str] | None
    start: re.Pattern[str] | None
    end: re.Pattern[str] | None
    heads: re.Pattern[str] | None
    middle: re.Pattern[str] | None


def shapes_for(text: str) -> Mapping[str, Shapes]:
    """Give the shapes of all kinds, in the order in which they are tried.

    They hold the expressions of signs, and those of the languages whose script stands in the
    text: no other can fit.
    """
    return _shapes(tuple(language for language, script in _SCRIPTS.items() if script.search(text)))


_WIDE = re.compile("[\u3005\u3040-\u30ff\u3400-\u9fff]")

_SCRIPTS: Final[Mapping[str, re.Pattern[str]]] = {
    "ru": re.compile("[\u0400-\u04ff]"),
    "en": re.compile("[A-Za-z]"),
    "zh-ja": _WIDE,
    "ko": re.compile("[\uac00-\ud7a3]"),
}


@cache
def _shapes(languages: tuple[str, ...]) -> Mapping[str, Shapes]:
    return {
        kind: Shapes(
            *(_compiled(found.get(field, {}), languages, form) for field, form in _FORMS.items())
        )
        for kind, found in _furniture().items()
    }


@cache
def _furniture() -> Mapping[str, Mapping[str, Mapping[str, Sequence[str]]]]:
    """Give the expressions of the table, by kind, field and language."""
    return table("furniture")


_FORMS = {
    "line": "(?:{})",
    "start": "(?:{})",
    "end": "(?:{})$",
    "heads": "(?:{})",
    "middle": '(?:^|(?<=[.!?…»”")）\\]] )|(?<=[。！？」』）]))(?:{})',
}


def _compiled(
    found: Mapping[str, Sequence[str]], languages: tuple[str, ...], form: str
) -> re.Pattern[str] | None:
    patterns = [one for language in ("all", *languages) for one in found.get(language, ())]
    if not patterns:
        return None
    return re.compile(form.format("|".join(f"(?:{one})" for one in patterns)), re.IGNORECASE)


TERMINAL = re.compile(
    r"[.!?…。！？][»”\"’]?[\[【][^\]】]{2,12}[\]】]$|"
    r"[.!?…。！？][»”\"’]?(?:\[\^?\d{1,2}\]|[¹²³⁴⁵])+$|"
    r"[.!?…。！？][»”\"'」』)）\]]*$|[»”」』]$"
    r"|[.!?。！？][»”\"'」』)）]? ?[(（].{1,40}[)）]\d{0,10}$"
)


def is_text(text: str, *, is_wide: bool) -> bool:
    """Tell whether a line reads as a sentence of an article."""
    long = 22 if is_wide else 50
    if text.endswith(("…", "...")) or _HEADLINE_WITH_DAY.search(text):
        return False  # what stands there is cut short, or one of several: a teaser
    return len(text) >= long and (bool(TERMINAL.search(text)) or len(text) >= 4 * long)


_HEADLINE_WITH_DAY = re.compile(
    r"[^.!?…。] ?[(（](?:\d[^()（）]{3,30}(?:19|20)\d\d(?: ?г\.?| ?года)?"
    r"|(?:19|20)\d\d[\d. /年月日년월일-]{3,16})[)）]$"
)


def heads(text: str) -> str:
    """Give the kind of the list that a line heads; empty where it heads none."""
    for kind, shape in shapes_for(text).items():
        if shape.heads and shape.heads.fullmatch(text):
            return kind
    return ""
