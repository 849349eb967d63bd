"""Look at the words around each name of a place: they tell what it is named for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from microsite.content.vocabulary import country
from microsite.importer.lines.bullets import ONLY_BULLET
from microsite.importer.lines.shapes import TERMINAL
from microsite.importer.mentions.contexts import capitals, contexts_of, parties_of
from microsite.importer.mentions.name_lists import above_list, ends_of_lists, neighbours
from microsite.importer.passages import Passage, sentence_around
from microsite.importer.places import Mention, is_region

LEAD = 2
"""Passages of an article that say what it is about: its title and what follows."""

_CITIES = frozenset(("RU-MOW", "RU-SPE"))
"""Regions that are cities."""

_REACH = 90
"""Characters around a name that tell what it stands there for."""

_SAID_OF_LISTS = ("comparison", "neighbour", "origin", "transit")

_OPENS_ITEM = re.compile(r" ?(?:[–—:：]|-(?= ))|\.(?= )")
_OPENS_HEAD = re.compile(",(?= )")
"""Between what an item or a line of a list is about, and what is said of it."""

_OF_COUNTRIES = re.compile(
    r"(?:between|между) (?:the )?(?:\w+ (?:and|и) )?$"
    r"|(?:visit|trip|визит|поездк)\w*(?: \w+)?(?: to| in| во?) $"
    r"|(?:верн|прибы|приех|вылете|returned|came|back)\w*(?: из| from) (?:\w+ (?:and|и) )?$"
)

_OF_CITY = re.compile(
    r"\b(?:с мэром|с мэрией|мэрия|с градоначальником|городск\w+ (?:власт|администрац)\w+"
    r"|(?:met|with) (?:the |its )?mayor|city hall)\b"
)

_PAIR = re.compile(r"[^.!?:]{3,40} [–—-] ")
"""The first of two that open an item together."""

_MILLIONS = r"\d[\d ,.]* ?(?:млн|млрд|тыс|миллион|миллиард|million|billion|thousand|bn|mln)"
_FIGURE = re.compile(
    rf" ?(?:[(]|[–—-] )[$€¥]? ?{_MILLIONS}| [$€¥] ?{_MILLIONS}"
    rf"| {_MILLIONS}\w*\.? (?:долл|руб|евро|юан|иен|тонн"
    r"|dollars|roubles|rubles|euros|yuan|tons|tonnes)"
)
"""Behind a partner in an account of trade, what it stands for."""


class Situation(NamedTuple):
    """Hold what the words around a mention tell of it."""

    mention: Mention
    reason: str
    """Why they make no party of its place, of `role.REASONS`; empty where they do not."""
    is_loose: bool
    """Whether the reason is what its sentence says, and no word beside it."""
    listed: frozenset[str]
    """Codes of the cities of its country, or of capitals, that one list names with it."""
    sentence: tuple[int, int]
    """Where the sentence that it stands in begins and ends."""
    is_beside: bool
    """Whether it stands beside who governs it, comes from it, or trades for it."""
    opens_item: bool
    """Whether it is what an item or a part is about, or a figure stands beside it."""
    is_in_item: bool
    has_dealings: bool
    """Whether its sentence tells of dealings between places."""
    joins: bool
    """Whether its sentence says that somebody takes part, signs, meets or is supplied."""
    is_recalled: bool
    """Whether its sentence looks back, or aside."""

    @property
    def is_region(self) -> bool:
        """Tell a region of Russia from a partner abroad."""
        return is_region(self.mention.code)


def situations_of(
    mentions: Sequence[Mention], passages: Sequence[Passage], language: str
) -> list[Situation]:
    """Give the situation of each mention, in their order; `language` has two letters."""
    cities = {(mention.passage, mention.start) for mention in mentions if mention.place}
    listed = neighbours(mentions, passages)
    texts = [_lowered(passage.text) for passage in passages]
    ends = ends_of_lists(mentions, texts)
    return [
        _situation(
            mention,
            ends[number],
            passages[mention.passage],
            texts[mention.passage],
            language,
            frozenset(listed[mention.passage, mention.start] - {mention.code}),
            is_city=(mention.passage, mention.start) in cities or mention.code in _CITIES,
        )
        for number, mention in enumerate(mentions)
    ]


def _lowered(text: str) -> str:
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def _situation(  # noqa: PLR0913, PLR0917 -- a mention, and all by which it is judged
    mention: Mention,
    end_of_names: int,
    passage: Passage,
    text: str,
    language: str,
    listed: frozenset[str],
    *,
    is_city: bool,
) -> Situation:
    """Look at the words around a mention."""
    before = text[max(0, mention.start - _REACH) : mention.start]
    behind = text[mention.end : mention.end + _REACH]
    below = text[end_of_names : end_of_names + _REACH]
    words = parties_of(language)
    is_place = mention.form == "name" and words.place.search(before)
    # What is made of foreign parts has no party in those who made them.
    is_of_goods = mention.form == "adjective" and before.endswith("из ")
    is_behind = words.behind.match(behind) and not is_place
    is_beside = not is_of_goods and bool(words.before.search(before) or is_behind)
    sentence = sentence_around(text, mention.start, mention.end)
    if mention.code in capitals() and _OF_COUNTRIES.search(before):
        # It is countries that deal with each other, and visit, unless somebody speaks for the city.
        is_beside = bool(_OF_CITY.search(text, *sentence))
    has_dealings = bool(words.dealings.search(text, *sentence))
    joins = bool(words.joins.search(text, *sentence))
    reason = ""
    is_loose = False
    # A lead that tells who signed tells of parties, whatever its other clauses say.
    is_settled = mention.passage < LEAD and joins
    scope = _clause(text, sentence, mention) if is_settled else sentence
    for context in contexts_of(language):
        may_be = {
            "venue": is_city and not is_beside,
            "origin": mention.form in ("name", "adjective"),
            "neighbour": not joins,
        }
        # Of a headline only what follows a city tells that something took place there.
        is_open = context.kind == "venue" and passage.is_title
        in_front = () if is_open else (before, above_list(passage, mention))
        # A list is compared as one; but something may take place in the last of its cities alone.
        at_back = (behind, below) if context.kind in _SAID_OF_LISTS else (behind,)
        is_said = may_be.get(context.kind, True) and context.fits(at_back, in_front)
        if is_said or (not passage.is_title and context.sentence.search(text, *scope)):
            reason = context.kind
            is_loose = not is_said and scope == sentence
            break
    is_person = mention.form == "person"
    is_listed = any(country(code) == country(mention.code) for code in listed)
    if not reason and mention.code in capitals() and not (is_beside or is_listed or is_person):
        reason = "capital"
    if not reason and is_person and "-" in mention.code and not is_region(mention.code):
        reason = "person"
    return Situation(
        mention,
        reason,
        is_loose,
        listed,
        sentence,
        is_beside=is_beside,
        opens_item=(has_dealings and _is_heading(passage))
        or _opens_item(text[: mention.start], behind)
        or bool(_FIGURE.match(behind))
        or _is_accounted(text, mention, sentence),
        is_in_item=passage.is_item,
        has_dealings=has_dealings,
        joins=joins,
        is_recalled=bool(words.recalls.match(text, *sentence)),
    )


def _is_accounted(text: str, mention: Mention, sentence: tuple[int, int]) -> bool:
    """Tell a partner of whose trade a sentence gives a figure."""
    before, behind = text[sentence[0] : mention.start], text[mention.end : sentence[1]]
    is_of_trade = _TRADE_WITH.search(before) or (
        len(before) <= _OPENING and _TRADE_BEHIND.match(behind)
    )
    return bool(is_of_trade and _AMOUNT.search(text, *sentence))


_OPENING = 2
_TRADE_WITH = re.compile(r"(?:(?:торговл|товарооборот|оборот)\w* со?|(?:trade|turnover) with) $")
_TRADE_BEHIND = re.compile(
    "[\u4e00-\u9fff]{0,8}[，、][^。]{0,12}(?:贸易额|貿易額|进出口额|進出口額|出口额|进口额)"
)
_AMOUNT = re.compile(r"\d ?(?:%|млн|млрд|тыс|million|billion|percent|[万萬亿億])")


def _clause(text: str, sentence: tuple[int, int], mention: Mention) -> tuple[int, int]:
    """Give the bounds of the part of a sentence between two commas that a mention stands in."""
    start, end = sentence
    front = max(text.rfind(comma, start, mention.start) for comma in _COMMAS)
    behind = [at for comma in _COMMAS if (at := text.find(comma, mention.end, end)) >= 0]
    return max(front + 1, start), min(behind, default=end)


_COMMAS = ",，;；"


def _is_heading(passage: Passage) -> bool:
    """Tell a heading within an article: what it names, the part below it is about."""
    text = passage.text
    return not passage.is_title and len(text) <= _HEADING and not TERMINAL.search(text)


_HEADING = 60
"""Characters that a heading within an article has at most."""


def _opens_item(before: str, behind: str) -> bool:
    if _PAIR.fullmatch(before) and _OPENS_ITEM.match(behind):
        return True  # «Орловщина – Сербия. Завод открыл…»
    if not ONLY_BULLET.fullmatch(before):
        return False
    return bool(_OPENS_ITEM.match(behind) or (before.strip() and _OPENS_HEAD.match(behind)))
