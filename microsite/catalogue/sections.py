"""Tell which sections of a roundup are about a region, a partner, or a pair of both."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from microsite.content.body import Section
from microsite.content.model import Briefing
from microsite.content.vocabulary import country


@lru_cache(maxsize=10_000)
def partners_and_countries(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Add the country of each province: who writes of Henan writes of China."""
    found: dict[str, None] = {}
    for code in codes:
        found[country(code)] = None
        found[code] = None
    return tuple(found)


def tagged_sections(briefing: Briefing) -> list[Section]:
    """Give the sections that name regions or partners of their own."""
    return [s for s in briefing.original.sections if s.regions or s.partners]


def tagged_pairs(
    briefing: Briefing, tagged: Sequence[Section]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the pairs that a briefing is about, each with the ids of its tagged sections.

    Pairs come from these sections where there are any, else from all regions and partners.
    """
    if not tagged:
        pairs = product(briefing.regions, partners_and_countries(briefing.partners))
        return dict.fromkeys(pairs, ())
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for section in tagged:
        partners = partners_and_countries(tuple(tag.code for tag in section.partners))
        for pair in product((tag.code for tag in section.regions), partners):
            found[pair] = (*found.get(pair, ()), section.id)
    return found
