"""Tell which sections of a roundup are about a region, a partner, or a pair of both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

from microsite.content.body import Section
from microsite.content.model import Briefing
from microsite.content.vocabulary import country


def partners_and_countries(codes: Iterable[str]) -> tuple[str, ...]:
    """Add the country of each province: who writes of Henan writes of China."""
    found: dict[str, None] = {}
    for code in codes:
        found[country(code)] = None
        found[code] = None
    return tuple(found)


def sections_of(briefing: Briefing, wanted: Callable[[Section], bool]) -> tuple[str, ...]:
    """Give the ids of the sections that are wanted, in the order of the text.

    Tags stand in the original; the ids are those of every language.
    """
    return tuple(s.id for s in briefing.original.body.sections if s.id and wanted(s))


def tagged_pairs(briefing: Briefing) -> dict[tuple[str, str], tuple[str, ...]]:
    """Give the pairs that a briefing is about, each with the ids of its sections.

    Pairs come from the tagged sections where there are any, else from all regions and partners.
    """
    tagged = [s for s in briefing.original.body.sections if s.regions or s.partners]
    if not tagged:
        pairs = product(briefing.regions, partners_and_countries(briefing.partners))
        return dict.fromkeys(pairs, ())
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for section in tagged:
        partners = partners_and_countries(tag.code for tag in section.partners)
        for pair in product((tag.code for tag in section.regions), partners):
            found[pair] = (*found.get(pair, ()), section.id)
    return found
