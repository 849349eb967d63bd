"""Set quotation marks, dots and no-break spaces as a language has them.

Plain text in, plain text out. Letters, digits and the order of words are never touched: only
straight quotes become those of the language, three dots become one character, and spaces that must
not end a line become no-break ones (in Russian one is also put before a percent sign). What is set
already stays as it is, so that setting a text twice changes nothing.

Chinese, Japanese and languages without rules here are left as they are.
"""

from __future__ import annotations

import re
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from microsite.languages.quotes import ENGLISH, RUSSIAN, set_quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

NBSP: Final = "\u00a0"


def _any_of(words: str) -> str:
    """Match one of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words.split(), key=lambda word: (-len(word), word))))


def _after(words: str) -> str:
    """Match where one of the words ends; a look behind has one length, so there is one for each."""
    return "(?:" + "|".join(rf"(?<=(?<![\w-]){re.escape(word)})" for word in words.split()) + ")"


def _rules(*rows: tuple[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), new) for pattern, new in rows)


ELLIPSIS: Final = (r"(?<!\.)\.\.\.(?!\.)", "…")

RUSSIAN_UNITS: Final = (
    r"(?:млн|млрд|трлн|тыс|руб|долл|евро|чел|га|кг|км|см|мм|м|т|кВт|МВт|ГВт|шт|лет|гг?\.|вв?\.)(?!\w)"
    r"|(?:миллион|миллиард|триллион|тысяч|рубл|доллар|юан|иен|процент|человек|тонн|метр|километр"
    r"|гектар|раз(?!\w)|раза(?!\w)|год|квартал|полугоди|век"
    r"|январ|феврал|март|апрел|мая(?!\w)|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*"
)

QUOTES: Final = {"ru": RUSSIAN, "en": ENGLISH}

RULES: Final = {
    "ru": _rules(
        ELLIPSIS,
        # Short prepositions, conjunctions and particles hold on to the next word …
        (
            _after("а в и к о с у во да до за из ко на не ни но об от по со")
            + r" (?=[^\s—–])",
            NBSP,
        ),
        # … and these to the word before.
        (r"(?<=\w) (?=(?:бы|же|ли|б|ж)(?!\w))", NBSP),
        (r"(?<=\S) (?=[—–](?:\s|\Z))", NBSP),
        (r"(?<=[№§]) (?=\d)", NBSP),
        (r"(?<=\d)(?=[%‰])", NBSP),
        (rf"(?<=\d) (?=[%‰°]|{RUSSIAN_UNITS})", NBSP),
        (r"(?:(?<=(?<!\d)\d)|(?<=(?<!\d)\d\d)|(?<=(?<!\d)\d{3})) (?=\d{3}(?!\d))", NBSP),
        (_after("млн млрд трлн тыс.") + r" (?=(?:руб|долл|евро|юан|иен|чел|тонн|т(?!\w)))", NBSP),
        (r"(?<=(?<!\w)[т]\.) (?=[депк]\.)", NBSP),
        (r"(?-i:(?<=(?<!\w)[А-ЯЁ]\.) (?=[А-ЯЁ]))", NBSP),
    ),
    "en": _rules(
        ELLIPSIS,
        (
            r"(?<=\d) (?=(?:" + _any_of(
                "million billion trillion thousand percent km m kg t ha MW GW kW tonnes hectares "
                "roubles yuan dollars euros"
            ) + r")(?!\w)|per cent(?!\w))",
            NBSP,
        ),
        (r"(?-i:" + _after("USD RMB CNY EUR RUB JPY US$") + r") (?=\d)", NBSP),
        (r"(?-i:" + _after("No. Nos. p. pp.") + r") (?=\d)", NBSP),
    ),
}  # fmt: skip
"""What is put in the place of what, by language. A pattern matches no more than it replaces, so
that the ends of the pieces stay where they are."""


def typeset(text: str, language: str) -> str:
    """Set a text in a language (BCP 47)."""
    return typeset_pieces([text], language)[0]


def typeset_pieces(pieces: Sequence[str], language: str) -> list[str]:
    """Set a text that stands in pieces, as emphasis or links cut it, as if it stood in one."""
    language = language.split("-", 1)[0]
    if language not in RULES:
        return list(pieces)
    text, cuts = "".join(pieces), list(accumulate(map(len, pieces)))
    text = set_quotes(text, QUOTES[language])
    for pattern, new in RULES[language]:
        cuts = _moved(cuts, list(pattern.finditer(text)), new)
        text = pattern.sub(new, text)
    return [text[start:end] for start, end in pairwise([0, *cuts])]


def _moved(cuts: Sequence[int], matches: Sequence[re.Match[str]], new: str) -> list[int]:
    """Move the ends of pieces along with the text; one inside a match comes to stand after it."""
    moved = []
    for cut in cuts:
        before = [match for match in matches if match.start() < cut]
        end = max(cut, before[-1].end()) if before else cut
        moved.append(end + sum(len(new) - len(match[0]) for match in before))
    return moved
