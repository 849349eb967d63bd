"""Tell the places that a text is about from those it only mentions, by the words beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from microsite.content.vocabulary import country
from microsite.importer.contexts import capitals, contexts_of, parties_of
from microsite.importer.gazetteer import Gazetteer
from microsite.importer.name_lists import above_list, end_of_list, neighbours
from microsite.importer.passages import Passage, sentence_around, words_at
from microsite.importer.places import Mention
from microsite.importer.words import Words

_CITIES = frozenset(("RU-MOW", "RU-SPE"))
"""Regions that are cities."""

_REACH = 90
"""Characters around a name that tell what it stands there for."""

_LEAD = 2
"""Passages of an article that say what it is about: its title and what follows."""


_SAID_OF_LISTS = ("comparison", "transit")

_OPENS_ITEM = re.compile(" ?(?:[–—:：]|-(?= ))")
"""Between what an item or a line of a list is about, and what is said of it."""


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
    gazetteer: Gazetteer,
) -> Roles:
    """Judge what each place is named for: a tag where one of its mentions makes it a party."""
    base = language.partition("-")[0]
    tags: dict[str, Tag] = {}
    others: dict[str, Tag] = {}
    cities: dict[str, Tag] = {}
    numbers = Counter(code for code, _ in {(m.code, m.passage) for m in mentions})
    titled = {m.code for m in mentions if passages[m.passage].is_title}
    cities_at = {(mention.passage, mention.start) for mention in mentions if mention.place}
    beside_each = neighbours(mentions, passages)
    standing: list[tuple[set[str], Tag]] = []
    for mention in mentions:
        at = mention.passage, mention.start
        is_city = at in cities_at or mention.code in _CITIES
        beside = beside_each[at] - {mention.code}
        is_listed = any(country(code) == country(mention.code) for code in beside)
        reason = _reason(
            mention,
            mentions,
            passages,
            base,
            numbers[mention.code],
            is_city=is_city,
            is_listed=is_listed,
            is_untitled=_is_untitled(mention.code, titled),
            is_paired=_is_paired(mention, mentions, passages, titled),
        )
        for code in _with_country(mention.code):
            tag = Tag(code, words_at(passages[mention.passage], mention.start, mention.end), reason)
            stands_for = reason == "capital" and mention.passage < _LEAD and code != mention.code
            if not reason or stands_for:
                tags.setdefault(code, tag)
                if mention.place and code == mention.code:
                    cities.setdefault(mention.place, tag._replace(code=mention.place))
            elif reason not in ("venue", "consulate") or code == mention.code:
                others.setdefault(code, tag)
            if reason == "capital" and code == mention.code:
                standing.append((beside, tag))
    # Of two capitals side by side, one speaks for itself where the other does.
    for beside, tag in standing:
        if beside & tags.keys() & capitals():
            tags.setdefault(tag.code, tag._replace(reason=""))
    others = {code: tag for code, tag in others.items() if code not in tags}
    order = {code: n for n, code in enumerate(dict.fromkeys(_codes(mentions)))}
    return Roles(
        _regions(tags, order, gazetteer),
        _partners(tags, order, gazetteer),
        tuple(cities.values()),
        _regions(others, order, gazetteer),
        _partners(others, order, gazetteer),
    )


def _is_untitled(code: str, titled: Collection[str]) -> bool:
    """Tell whether the headline names others of its kind, and neither it nor its country."""
    if code.startswith("RU-"):
        return code not in titled and any(other.startswith("RU-") for other in titled)
    abroad = {country(other) for other in titled if not other.startswith("RU-")}
    if bool(abroad) and country(code) not in abroad:
        return True
    units = {o for o in titled if "-" in o and country(o) == country(code)}
    return "-" in code and bool(units) and code not in units


def _codes(mentions: Iterable[Mention]) -> Iterator[str]:
    for mention in mentions:
        yield from _with_country(mention.code)


def _with_country(code: str) -> tuple[str, ...]:
    country, hyphen, _ = code.partition("-")
    return (country, code) if hyphen and country != "RU" else (code,)


Order = Mapping[str, int]
"""Codes with their places among those that the text names."""


def _regions(tags: Mapping[str, Tag], order: Order, gazetteer: Gazetteer) -> tuple[Tag, ...]:
    codes = tags.keys() & gazetteer.regions
    return tuple(tags[code] for code in sorted(codes, key=lambda code: order[code]))


def _partners(tags: Mapping[str, Tag], order: Order, gazetteer: Gazetteer) -> tuple[Tag, ...]:
    """Put each country in front of its units."""
    codes = sorted(tags.keys() - gazetteer.regions, key=lambda code: order[code])
    countries = [*dict.fromkeys(country(code) for code in codes)]
    codes.sort(key=lambda code: (countries.index(country(code)), "-" in code))
    return tuple(tags[code] for code in codes)


def _reason(  # noqa: PLR0913 -- a mention, and all by which it is judged
    mention: Mention,
    mentions: Sequence[Mention],
    passages: Sequence[Passage],
    language: str,
    number: int,
    *,
    is_city: bool,
    is_listed: bool,
    is_untitled: bool,
    is_paired: bool,
) -> str:
    """Say why a mention makes no party of its place; empty where it does."""
    passage = passages[mention.passage]
    text = passage.text.lower()
    if len(text) != len(passage.text):
        text = passage.text
    before = text[max(0, mention.start - _REACH) : mention.start]
    end_of_names = end_of_list(mention, mentions, text)
    behind = text[mention.end : mention.end + _REACH]
    below = text[end_of_names : end_of_names + _REACH]
    words = parties_of(language)
    is_place = mention.form == "name" and words.place.search(before)
    # What is made of foreign parts has no party in those who made them.
    is_of_goods = mention.form == "adjective" and before.endswith("из ")
    is_behind = words.behind.match(behind) and not is_place
    is_beside = not is_of_goods and bool(words.before.search(before) or is_behind)
    start, end = sentence_around(text, mention.start, mention.end)
    for context in contexts_of(language):
        may_be = {
            "venue": is_city and not is_beside and not passage.is_title,
            "origin": mention.form == "name",
        }
        in_front = before, above_list(passage, mention)
        # A list is compared as one; but something may take place in the last of its cities alone.
        at_back = (behind, below) if context.kind in _SAID_OF_LISTS else (behind,)
        if may_be.get(context.kind, True) and context.fits(at_back, in_front):
            return context.kind
        if not passage.is_title and context.sentence.search(text, start, end):
            return context.kind
    if mention.code in capitals() and not (is_beside or is_listed or mention.form == "person"):
        return "capital"
    if mention.form == "person" and "-" in mention.code and not mention.code.startswith("RU-"):
        return "person"
    # Of what the headline passes over for another, two mentions are no more than one.
    # What opens an item of a list is what the item tells of.
    opens_item = not mention.start and _OPENS_ITEM.match(behind)
    is_late = (
        number <= 1 + is_untitled and mention.passage >= _LEAD and not is_beside and not opens_item
    )
    is_dealt_with = bool(words.dealings.search(text, start, end)) and not is_untitled
    return "aside" if is_late and not (is_dealt_with or is_paired) else ""


def _is_paired(
    mention: Mention,
    mentions: Sequence[Mention],
    passages: Sequence[Passage],
    titled: Collection[str],
) -> bool:
    """Tell whether its sentence names a region and a partner, both new to the headline."""
    text = passages[mention.passage].text
    start, end = sentence_around(text, mention.start, mention.end)
    return _is_untitled(mention.code, titled) and any(
        other.passage == mention.passage
        and start <= other.start < end
        and _is_region(other) != _is_region(mention)
        and _is_untitled(other.code, titled)
        for other in mentions
    )


def _is_region(mention: Mention) -> bool:
    return mention.code.startswith("RU-")
