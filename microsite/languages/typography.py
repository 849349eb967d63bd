"""Set quotation marks, dots and no-break spaces as a language has them.

Plain text in, plain text out. Letters, digits and the order of words are never touched: only
straight quotes become those of the language, three dots become one character, and spaces that must
not end a line become no-break ones (in Russian one is also put before a percent sign). What is set
already stays as it is, so that setting a text twice changes nothing.

Chinese, Japanese and languages without rules here are left as they are.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Final

from microsite.languages.quotes import ENGLISH, RUSSIAN, set_quotes

if TYPE_CHECKING:
    from collections.abc import Sequence

NBSP: Final = "\u00a0"


def _any_of(words: str) -> str:
    """Match one of the words, the longest first."""
    return "|".join(map(re.escape, sorted(words.split(), key=lambda word: (-len(word), word))))


def _behind(words: str) -> str:
    """Match behind one of the words and its space; a look behind has one length for all words."""
    lengths = sorted({len(word) for word in words.split()})
    groups = [" ".join(word for word in words.split() if len(word) == n) for n in lengths]
    return "(?:" + "|".join(rf"(?<=(?<![\w-])(?:{_any_of(group)}) )" for group in groups) + ")"


def _spaces(*rows: tuple[str, ...]) -> re.Pattern[str]:
    """Match each space that meets the first part of a row and one of the others.

    All look from behind the space. Going from space to space, and asking first what most of them
    fail, is what makes it fast.
    """
    either = "|".join(f"{first}(?:{'|'.join(others)})" for first, *others in rows)
    return re.compile(f" (?:{either})", re.IGNORECASE)


ELLIPSIS: Final = (re.compile(r"\.\.\.(?<!\.{4})(?!\.)"), "…")
PERCENT: Final = (re.compile(r"[%‰](?<=\d[%‰])"), NBSP + r"\g<0>")

RUSSIAN_UNITS: Final = (
    r"(?:млн|млрд|трлн|тыс|руб|долл|евро|чел|га|кг|км|см|мм|м|т|кВт|МВт|ГВт|шт|лет|гг?\.|вв?\.)(?!\w)"
    r"|(?:миллион|миллиард|триллион|тысяч|рубл|доллар|юан|иен|процент|человек|тонн|метр|километр"
    r"|гектар|раз(?!\w)|раза(?!\w)|год|квартал|полугоди|век"
    r"|январ|феврал|март|апрел|мая(?!\w)|июн|июл|август|сентябр|октябр|ноябр|декабр)\w*"
)

QUOTES: Final = {"ru": RUSSIAN, "en": ENGLISH}

SIGNS: Final = {"ru": (ELLIPSIS, PERCENT), "en": (ELLIPSIS,)}
"""What is put in the place of what, by language: the matches of a pattern are of one length."""

SPACES: Final = {
    "ru": _spaces(
        # Short prepositions, conjunctions and particles hold on to the next word …
        (r"(?=[^\s—–])", _behind("а в и к о с у во да до за из ко на не ни но об от по со")),
        # … and these to the word before.
        (r"(?=[бжл])", r"(?<=\w )(?=(?:бы|же|ли|б|ж)(?!\w))"),
        (r"(?=[—–])", r"(?<=\S )(?=[—–](?:\s|\Z))"),
        (
            r"(?<=\d )",
            rf"(?=[%‰°]|{RUSSIAN_UNITS})",
            r"(?:(?<=(?<!\d)\d )|(?<=(?<!\d)\d\d )|(?<=(?<!\d)\d{3} ))(?=\d{3}(?!\d))",
        ),
        (r"(?<=[№§] )", r"(?=\d)"),
        (
            r"(?=[рдеючит])",
            _behind("млн млрд трлн тыс.") + r"(?=(?:руб|долл|евро|юан|иен|чел|тонн|т(?!\w)))",
        ),
        (
            r"(?<=\. )",
            r"(?<=(?<!\w)т\. )(?=[депк]\.)",
            r"(?-i:(?<=(?<!\w)[А-ЯЁ]\. )(?=[А-ЯЁ]))",
        ),
    ),
    "en": _spaces(
        (
            r"(?<=\d )",
            "(?=(?:" + _any_of(
                "million billion trillion thousand percent km m kg t ha MW GW kW tonnes hectares "
                "roubles yuan dollars euros"
            ) + r")(?!\w)|per cent(?!\w))",
        ),
        (r"(?=\d)", "(?-i:" + _behind("USD RMB CNY EUR RUB JPY US$ No. Nos. p. pp.") + ")"),
    ),
}  # fmt: skip
"""Which spaces must not end a line, by language. None decides about another: one walk finds all."""


def typeset(text: str, language: str) -> str:
    """Set a text in a language (BCP 47)."""
    return typeset_pieces([text], language)[0]


def typeset_pieces(pieces: Sequence[str], language: str) -> list[str]:
    """Set a text that stands in pieces, as emphasis or links cut it, as if it stood in one."""
    language = language.split("-", 1)[0]
    if language not in SPACES:
        return list(pieces)
    written, cuts = "".join(pieces), list(accumulate(map(len, pieces)))
    text = set_quotes(written, QUOTES[language])
    for pattern, new in SIGNS[language]:
        text, cuts = _replaced(text, cuts, pattern, new)
    text = SPACES[language].sub(NBSP, text)
    if text == written:
        return list(pieces)
    return [text[start:end] for start, end in pairwise([0, *cuts])]


def _replaced(
    text: str, cuts: list[int], pattern: re.Pattern[str], new: str
) -> tuple[str, list[int]]:
    """Replace in a text, and move the ends of its pieces along.

    One inside a match comes to stand after what is put there.
    """
    matches = [match.span() for match in pattern.finditer(text)]
    if not matches:
        return text, cuts
    replaced = pattern.sub(new, text)
    growth = (len(replaced) - len(text)) // len(matches)
    starts = [start for start, _ in matches]
    moved = []
    for cut in cuts:
        before = bisect_left(starts, cut)
        end = max(cut, matches[before - 1][1]) if before else cut
        moved.append(end + before * growth)
    return replaced, moved
