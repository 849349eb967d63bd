"""Tell the places that a text is about from those it only mentions, by the words beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from microsite.content.vocabulary import country
from microsite.importer.mentions.asides import with_asides
from microsite.importer.mentions.contexts import capitals
from microsite.importer.mentions.situations import LEAD, situations_of
from microsite.importer.passages import Passage, words_at
from microsite.importer.places import Mention, is_region
from microsite.importer.words import Words


class Tag(NamedTuple):
    """Name what a text is about, or mentions, and the words that it rests on."""

    code: str
    words: Words
    reason: str = ""
    """Of what is only mentioned, why; see `REASONS`."""


class Roles(NamedTuple):
    """Hold all places of a text; each list has the order in which the text names them first."""

    regions: tuple[Tag, ...] = ()
    partners: tuple[Tag, ...] = ()
    """Each country in front of its units."""
    places: tuple[Tag, ...] = ()
    """Cities in what the text is about, by the keys of the gazetteer."""
    mentioned_regions: tuple[Tag, ...] = ()
    mentioned_partners: tuple[Tag, ...] = ()


REASONS: Mapping[str, str] = {
    "consulate": "the seat of a consulate or an embassy",
    "transit": "on the way",
    "comparison": "compared with",
    "venue": "where something took place",
    "origin": "where somebody comes from",
    "absent": "said to take no part",
    "observer": "only watches",
    "neighbour": "named as a neighbour",
    "capital": "stands for its country",
    "aside": "named in passing",
    "person": "named as the office of a person",
}


def roles(
    mentions: Sequence[Mention],
    passages: Sequence[Passage],
    language: str,
) -> Roles:
    """Judge what each place is named for: a tag where one of its mentions makes it a party."""
    base = language.partition("-")[0]
    tags: dict[str, Tag] = {}
    others: dict[str, Tag] = {}
    cities: dict[str, Tag] = {}
    titled = {m.code for m in mentions if passages[m.passage].is_title}
    situations = situations_of(mentions, passages, base)
    standing: list[tuple[frozenset[str], Tag]] = []
    for situation, reason in with_asides(situations, titled, is_wide=base in ("zh", "ja", "ko")):
        mention = situation.mention
        for code in _with_country(mention.code):
            tag = Tag(code, words_at(passages[mention.passage], mention.start, mention.end), reason)
            stands_for = reason == "capital" and mention.passage < LEAD and code != mention.code
            if not reason or stands_for:
                tags.setdefault(code, tag)
                if mention.place and code == mention.code:
                    cities.setdefault(mention.place, tag._replace(code=mention.place))
            elif reason not in ("venue", "consulate") or code == mention.code:
                others.setdefault(code, tag)
            if reason == "capital" and code == mention.code:
                standing.append((situation.listed, tag))
    # Of two capitals side by side, one speaks for itself where the other does.
    for beside, tag in standing:
        if beside & tags.keys() & capitals():
            tags.setdefault(tag.code, tag._replace(reason=""))
    others = {code: tag for code, tag in others.items() if code not in tags}
    order = {code: n for n, code in enumerate(dict.fromkeys(_codes(mentions)))}
    return Roles(
        _regions(tags, order),
        _partners(tags, order),
        tuple(cities.values()),
        _regions(others, order),
        _partners(others, order),
    )


def _codes(mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        yield from _with_country(mention.code)


def _with_country(code: str) -> tuple[str, ...]:
    country, hyphen, _ = code.partition("-")
    return (country, code) if hyphen and country != "RU" else (code,)


Order = Mapping[str, int]
"""Codes with their places among those that the text names."""


def _regions(tags: Mapping[str, Tag], order: Order) -> tuple[Tag, ...]:
    codes = sorted(filter(is_region, tags), key=lambda code: order[code])
    return tuple(tags[code] for code in codes)


def _partners(tags: Mapping[str, Tag], order: Order) -> tuple[Tag, ...]:
    """Put each country in front of its units."""
    codes = sorted((code for code in tags if not is_region(code)), key=lambda code: order[code])
    countries = [*dict.fromkeys(country(code) for code in codes)]
    codes.sort(key=lambda code: (countries.index(country(code)), "-" in code))
    return tuple(tags[code] for code in codes)
