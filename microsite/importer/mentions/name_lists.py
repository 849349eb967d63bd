"""Know names that stand in one list: what is said of the list is said of each of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import takewhile

from microsite.content.vocabulary import country
from microsite.importer.mentions.contexts import capitals
from microsite.importer.passages import Passage
from microsite.importer.places import Mention

_REACH = 90
"""Characters in front of a name among which its list begins."""

_GAP = re.compile(r",? (?:and|и) |, |[、，和與与及とや・]|及び|과 |와 |·")


def neighbours(
    mentions: Sequence[Mention], passages: Sequence[Passage]
) -> Mapping[tuple[int, int], set[str]]:
    """Give for each place of a name the cities of its country, or capitals, listed beside it."""
    found: dict[tuple[int, int], set[str]] = {(m.passage, m.start): set() for m in mentions}
    cities = [mention for mention in mentions if mention.place or mention.code in capitals()]
    for number, one in enumerate(cities):
        for other in takewhile(partial(_is_near, one), cities[number + 1 :]):
            between = passages[one.passage].text[one.end : other.start]
            is_pair = {one.code, other.code} <= capitals()
            if (is_pair or country(one.code) == country(other.code)) and _GAP.fullmatch(between):
                found[one.passage, one.start].add(other.code)
                found[other.passage, other.start].add(one.code)
    return found


def _is_near(one: Mention, other: Mention) -> bool:
    return one.passage == other.passage and other.start - one.end <= len(", and ")


_LISTED = re.compile(
    r"(?:[A-ZА-ЯЁ][\w-]+(?: [A-ZА-ЯЁ][\w-]+)?(?:, | and | и )"
    r"|[\u4e00-\u9fff\u30a1-\u30ffー]{2,8}[、和与與及]"
    r"|[\uac00-\ud7a3]{2,6}(?:, |·|과 |와 ))+$"
)


def above_list(passage: Passage, mention: Mention) -> str:
    """Give what stands in front of the list that a name stands in: it is said of each of them."""
    front = passage.text[max(0, mention.start - _REACH) : mention.start]
    return _LISTED.sub("", front).lower()


def ends_of_lists(mentions: Sequence[Mention], texts: Sequence[str]) -> list[int]:
    """Give for each mention where the list ends that it stands in: its own end where it is alone.

    `mentions` stand in the order of the text, and `texts` are those of the passages.
    """
    ends = [mention.end for mention in mentions]
    for number in reversed(range(len(mentions))):
        one = mentions[number]
        for later in range(number + 1, len(mentions)):
            other = mentions[later]
            if other.passage != one.passage or other.start - one.end > _LONGEST_GAP:
                break
            if _GAP.fullmatch(texts[one.passage][one.end : other.start]):
                ends[number] = ends[later]
                break
    return ends


_LONGEST_GAP = 6
"""Characters between two names of a list at most."""
