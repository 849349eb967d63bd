"""Find the place that an office speaks of as its own: "our province", whose name stands elsewhere.

Pages of regions, provinces and prefectures name themselves above and below the text, and may not do
so in it.
"""

from __future__ import annotations

import re
from typing import Final

from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.passages import Passage, passages_of, words_at
from microsite.importer.places import find_mentions, is_region
from microsite.importer.role import Roles, Tag
from microsite.importer.words import Anatomy, Line

_OWN: Final = {
    "ru": ("RU", re.compile(r"(?i)\b(?:област|кра[йяюе]\b|республик|регион|губернатор)")),
    "en": ("RU", re.compile(r"\b[Tt]he (?:region|oblast|territory|krai|republic|governor)\b")),
    "zh": ("CN", re.compile("我(?:省|市|区|區|州|县|縣)|本(?:省|市|区|區)")),
    "ja": ("JP", re.compile("本県|本市|当県|[県道府市]内|(?:^|[。、「])[県道府市](?:は|の|が|と)")),
    "ko": (
        "KR",
        re.compile(r"우리 ?(?:도|시)(?![가-힣]{2})|(?:^|[ “\"])[도시](?:는|가|와) |[도시]내 "),
    ),
}
"""By language the country of which such a place is a unit, and how an office calls it."""

_OTHERS: Final = frozenset(("related", "crawl", "caption", "author"))
"""Kinds of furniture that do not name whose page it is."""


def with_own_place(roles: Roles, anatomy: Anatomy, language: str, gazetteer: Gazetteer) -> Roles:
    """Add what the article calls its own, where it is a unit that only furniture names."""
    country, own = _OWN.get(language.partition("-")[0], ("", None))
    named = (*roles.regions, *roles.partners)
    if own is None or any(tag.code.startswith(f"{country}-") for tag in named):
        return roles
    if not any(own.search(passage.text) for passage in passages_of(anatomy)):
        return roles
    cuts = [cut.words for cut in anatomy.cut if cut.kind not in _OTHERS]
    passages = [Passage((Line(words.line, words.text),), words.text) for words in cuts]
    found: dict[str, Tag] = {}
    for mention in find_mentions(passages, language, gazetteer):
        if mention.code.startswith(f"{country}-"):
            words = words_at(passages[mention.passage], mention.start, mention.end)
            found.setdefault(mention.code, Tag(mention.code, words))
    if len(found) != 1:
        return roles
    (tag,) = found.values()
    if is_region(tag.code):
        mentioned = tuple(other for other in roles.mentioned_regions if other.code != tag.code)
        return roles._replace(regions=(tag,), mentioned_regions=mentioned)
    there = [other for other in roles.partners if other.code != country]
    gone = {country, tag.code}
    return roles._replace(
        partners=(tag._replace(code=country), tag, *there),
        mentioned_partners=tuple(o for o in roles.mentioned_partners if o.code not in gone),
    )
