"""Tell places that a text names in passing: late, once, and with nobody to deal with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from microsite.content.vocabulary import country
from microsite.importer.mentions.situations import LEAD, Situation
from microsite.importer.places import is_region

_OPENING, _OPENING_WIDE = 16, 2
"""Characters in front of the name with which a sentence begins."""


_APART = frozenset(("absent", "comparison", "neighbour"))
"""Reasons of places that have no part in what their sentence tells."""


class _Text(NamedTuple):
    """Hold what is asked of a text again and again."""

    situations: Mapping[int, Sequence[Situation]]
    """By passage."""
    numbers: Mapping[str, int]
    """In how many passages each code stands for itself."""
    titled: Collection[str]
    """The codes that the headline names."""
    opening: int


def with_asides(
    situations: Sequence[Situation], titled: Collection[str], *, is_wide: bool
) -> list[tuple[Situation, str]]:
    """Give each with the reason why it makes no party of its place; empty where it does."""
    within: dict[int, list[Situation]] = {}
    for situation in situations:
        within.setdefault(situation.mention.passage, []).append(situation)
    # What is only compared with, passed through or the like counts for nothing.
    numbers = Counter(
        code
        for code, _ in {
            (one.mention.code, one.mention.passage) for one in situations if not one.reason
        }
    )
    text = _Text(within, numbers, titled, _OPENING_WIDE if is_wide else _OPENING)
    judged = [(one, one.reason or ("aside" if _is_aside(one, text) else "")) for one in situations]
    # Where one side would have nobody, it is who is named in passing, is the headline's venue, or
    # stands in the lead.
    sides = {situation.is_region for situation, reason in judged if not reason}
    return [
        (situation, "" if _speaks_for_side(situation, reason, sides, titled) else reason)
        for situation, reason in judged
    ]


def _speaks_for_side(
    situation: Situation, reason: str, sides: Collection[bool], titled: Collection[str]
) -> bool:
    may_speak = (
        (reason == "aside" and situation.has_dealings)
        or (reason == "venue" and situation.mention.code in titled)
        or (situation.is_loose and situation.mention.passage < LEAD)
    )
    return may_speak and situation.is_region not in sides


def _is_untitled(code: str, titled: Collection[str]) -> bool:
    """Tell whether the headline names others of its kind, and neither it nor its country."""
    if is_region(code):
        return code not in titled and any(is_region(other) for other in titled)
    abroad = {country(other) for other in titled if not is_region(other)}
    if bool(abroad) and country(code) not in abroad:
        return True
    units = {o for o in titled if "-" in o and country(o) == country(code)}
    return "-" in code and bool(units) and code not in units


def _is_aside(situation: Situation, text: _Text) -> bool:
    """Tell whether a mention is one in passing.

    Of what the headline passes over for another, two mentions are no more than one. What opens an
    item of a list is what the item tells of. Late in a text, a place is a party only where its
    sentence tells of dealings: with another that is as new as it is, again and again, of a
    unit of a country in the headline, or by somebody who acts for it.
    """
    mention = situation.mention
    is_untitled = _is_untitled(mention.code, text.titled)
    is_late = mention.passage >= LEAD and text.numbers[mention.code] <= 1 + is_untitled
    is_of_item = situation.opens_item or (situation.is_in_item and _meets(situation, text))
    if not is_late or is_of_item:
        return False
    if not situation.has_dealings or situation.is_recalled:
        return True
    same = text.situations[mention.passage]
    is_unit = "-" in mention.code and not situation.is_region
    home = country(mention.code)
    is_within = is_unit and (
        home in {country(code) for code in text.titled} or text.numbers[home] > 1
    )
    if (
        _is_paired(situation, text)
        or _is_told_of(situation, same, is_untitled=is_untitled)
        or (is_within and (situation.is_beside or not is_untitled))
    ):
        return False
    partners = [other for other in same if other.is_region != situation.is_region]
    opens_sentence = mention.start - situation.sentence[0] <= text.opening
    if situation.is_beside and (opens_sentence or not is_untitled or situation.joins):
        return False
    if opens_sentence and partners and not is_untitled:
        return False
    is_met = any(_stands_in(situation.sentence, other) for other in partners)
    is_repeated = text.numbers[mention.code] > 1
    return not (is_met and (situation.is_beside or situation.joins or is_repeated))


def _is_told_of(situation: Situation, same: Sequence[Situation], *, is_untitled: bool) -> bool:
    """Tell whether a passage names a place again and again."""
    own = [other for other in same if other.mention.code == situation.mention.code]
    places = len({other.mention.start for other in own})
    return places > 1 + is_untitled or (places > 1 and any(one.is_beside for one in own))


def _is_paired(situation: Situation, text: _Text) -> bool:
    """Tell whether its sentence names a region and a partner, both new to the headline."""
    return _is_untitled(situation.mention.code, text.titled) and any(
        _stands_in(situation.sentence, other)
        and other.reason not in _APART
        and other.is_region != situation.is_region
        and _is_untitled(other.mention.code, text.titled)
        for other in text.situations[situation.mention.passage]
    )


def _meets(situation: Situation, text: _Text) -> bool:
    """Tell whether its passage names one of the other side, who has a part in it."""
    return any(
        not other.reason and other.is_region != situation.is_region
        for other in text.situations[situation.mention.passage]
    )


def _stands_in(sentence: tuple[int, int], other: Situation) -> bool:
    return sentence[0] <= other.mention.start < sentence[1]
