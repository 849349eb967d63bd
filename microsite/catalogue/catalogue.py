"""Arrange the briefings that are to be published.

Taxonomies are rows of `TAXONOMIES`: a new way to arrange is one row here and its templates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from operator import attrgetter
from typing import Final, NamedTuple, TypeVar

import msgspec

from microsite.catalogue.sections import partners_and_countries, tagged_pairs, tagged_sections
from microsite.catalogue.stated import AllStated, gather
from microsite.content.body import Section
from microsite.content.model import Briefing, Version
from microsite.content.vocabulary import country
from microsite.languages.texts import mark

Key = TypeVar("Key", bound=str | tuple[str, str])


class Entry:
    """Hold a briefing as it stands under one term, with the sections tagged for it.

    Entries of one digest are equal: lists show the same of them.
    """

    __slots__ = ("briefing", "digest", "section_ids")

    def __init__(self, briefing: Briefing, section_ids: tuple[str, ...] = ()) -> None:
        self.briefing: Final = briefing
        self.section_ids: Final = section_ids
        self.digest: Final = " ".join((briefing.digest, *section_ids))

    def __repr__(self) -> str:
        return f"Entry({self.briefing.slug!r}, {self.section_ids!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Entry) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)

    def sections(self, version: Version) -> tuple[Section, ...]:
        """Give the sections in the words of one version."""
        if not self.section_ids:
            return ()
        return tuple(s for s in version.sections if s.id in self.section_ids)

    def tags(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the regions and partners of its sections, or of the whole briefing without any."""
        if not self.section_ids:
            return self.briefing.regions, self.briefing.partners
        sections = self.sections(self.briefing.original)
        regions = dict.fromkeys(tag.code for section in sections for tag in section.regions)
        partners = dict.fromkeys(tag.code for section in sections for tag in section.partners)
        return tuple(regions), tuple(partners)


class Taxonomy(msgspec.Struct, frozen=True, kw_only=True):
    """Name a way to arrange briefings by terms of a vocabulary."""

    name: str
    """The vocabulary, the folder of its pages and of its templates."""
    title: str
    """As headings name it; translated where it is shown."""
    description: str
    """What its index lists; translated where it is shown."""
    keys: Callable[[Briefing], Iterable[str]]
    """The terms of a briefing."""
    tagged: Callable[[Section, str], bool] = lambda _section, _key: False
    """Whether a section is tagged with a term."""
    above: Callable[[str], str] = lambda key: key
    """The term above a term, or the term itself: of a province its country."""
    has_codes: bool = False
    """Whether the keys are codes of a standard, which readers are shown."""
    names_the_rest: bool = False
    """Whether the index names the terms that have no briefings too."""
    has_map: bool = False
    """Whether the index shows the terms as tiles of a map too."""


Entries = tuple[Entry, ...]


class Catalogue(msgspec.Struct, frozen=True):
    """Hold all arrangements; every list is newest first, what has no date comes last."""

    entries: Entries
    """Those of all briefings, with no sections."""
    by_slug: Entries
    """The same in the order of their slugs."""
    taxonomies: Mapping[str, Mapping[str, Entries]]
    """By the name of the taxonomy and the term; only terms with briefings, in order."""
    pairs: Mapping[tuple[str, str], Entries]
    """By region and partner; only pairs with briefings, in order."""
    alone: Mapping[str, Entries]
    """By region, what is in no pair of it."""
    stated: AllStated = AllStated()

    @property
    def briefings(self) -> tuple[Briefing, ...]:
        """Give all briefings in their order."""
        return tuple([entry.briefing for entry in self.entries])


TAXONOMIES: tuple[Taxonomy, ...] = (
    Taxonomy(
        name="regions",
        title=mark("Regions"),
        description=mark("Regions of Russia that the briefings are about."),
        keys=lambda briefing: briefing.regions,
        tagged=lambda section, key: key in {tag.code for tag in section.regions},
        has_codes=True,
        names_the_rest=True,
        has_map=True,
    ),
    Taxonomy(
        name="partners",
        title=mark("Partners"),
        description=mark("Countries and provinces that the briefings are about."),
        keys=lambda briefing: partners_and_countries(briefing.partners),
        tagged=lambda section, key: (
            key in partners_and_countries(tuple(tag.code for tag in section.partners))
        ),
        above=country,
        has_codes=True,
    ),
    Taxonomy(
        name="topics",
        title=mark("Topics"),
        description=mark("What the briefings are about."),
        keys=lambda briefing: briefing.topics,
    ),
)


def published(briefings: Iterable[Briefing], *, drafts: bool) -> tuple[Briefing, ...]:
    """Leave out drafts; a draft original holds back its translations."""
    if drafts:
        return tuple(briefings)
    return tuple(_without_drafts(briefing) for briefing in briefings if not briefing.original.draft)


def _without_drafts(briefing: Briefing) -> Briefing:
    shown = tuple(version for version in briefing.translations if not version.draft)
    if shown == briefing.translations:
        return briefing
    digest = " ".join((briefing.digest, "without drafts", *(version.language for version in shown)))
    return msgspec.structs.replace(briefing, translations=shown, digest=digest)


def arrange(briefings: Iterable[Briefing], before: Catalogue | None = None) -> Catalogue:
    """Arrange briefings in every way the site shows them.

    From the catalogue that was arranged `before`, the lists are taken in which nothing is new.
    """
    given = {id(briefing): briefing for briefing in briefings}
    known = {id(entry.briefing): entry for entry in before.entries} if before else {}
    gone = known.keys() - given.keys()
    new = [Entry(briefing) for key, briefing in given.items() if key not in known]
    new.sort(key=attrgetter("briefing.slug"))
    # A reversed sort keeps equals as they stood: of one day the slug decides.
    newest_first = sorted(new, key=attrgetter("briefing.days"), reverse=True)
    change = _Change([known[key] for key in gone], newest_first, gone)
    entries = _put_among(before.entries if before else (), newest_first, gone)
    by_slug = [e for e in before.by_slug if id(e.briefing) not in gone] if before else []
    states = any(entry.briefing.facts.all for entry in (*change.old, *change.new))
    lists = before.taxonomies if before else {}
    return Catalogue(
        entries=entries,
        by_slug=tuple(sorted([*by_slug, *new], key=attrgetter("briefing.slug"))),
        taxonomies={
            taxonomy.name: _changed(
                lists.get(taxonomy.name, {}), partial(_under_terms, taxonomy), change
            )
            for taxonomy in TAXONOMIES
        },
        pairs=_changed(before.pairs if before else {}, _under_pairs, change),
        alone=_changed(before.alone if before else {}, _under_no_partner, change),
        stated=before.stated if before and not states else gather(e.briefing for e in entries),
    )


class _Change(NamedTuple):
    """Hold what lists lose and what they gain."""

    old: Sequence[Entry]
    new: Sequence[Entry]
    """Newest first."""
    gone: AbstractSet[int]
    """The ids of the objects that are the briefings of the old."""


def _changed(
    lists: Mapping[Key, Entries],
    under: Callable[[Entry], Iterator[tuple[Key, Entry]]],
    change: _Change,
) -> dict[Key, Entries]:
    """Give lists in the order of their keys; one that nothing is new in is the same object."""
    gained: dict[Key, list[Entry]] = {key: [] for entry in change.old for key, _ in under(entry)}
    for entry in change.new:
        for key, placed in under(entry):
            gained.setdefault(key, []).append(placed)
    touched = {key: _put_among(lists.get(key, ()), new, change.gone) for key, new in gained.items()}
    found = {**lists, **touched}
    return {key: found[key] for key in sorted(found) if found[key]}


def _put_among(entries: Entries, new: Sequence[Entry], gone: AbstractSet[int]) -> Entries:
    """Put new entries where they belong among others without those that are gone.

    All are newest first, and of one day in the order of their slugs; what has no date has no days,
    and comes last.
    """
    kept = [entry for entry in entries if id(entry.briefing) not in gone]
    if not kept:
        return tuple(new)
    for entry in new:
        kept.insert(bisect_left(kept, True, key=partial(_is_before, entry)), entry)  # noqa: FBT003
    return tuple(kept)


def _is_before(entry: Entry, other: Entry) -> bool:
    here, there = entry.briefing, other.briefing
    return here.days > there.days or (here.days == there.days and here.slug < there.slug)


def _under_terms(taxonomy: Taxonomy, entry: Entry) -> Iterator[tuple[str, Entry]]:
    """Put a briefing under the terms of a taxonomy, with the sections tagged for each."""
    briefing = entry.briefing
    tagged = tagged_sections(briefing)
    for key in taxonomy.keys(briefing):
        ids = tuple([s.id for s in tagged if s.id and taxonomy.tagged(s, key)])
        yield key, Entry(briefing, ids) if ids else entry


def _under_pairs(entry: Entry) -> Iterator[tuple[tuple[str, str], Entry]]:
    """Put a briefing under its pairs, likewise."""
    briefing = entry.briefing
    for pair, ids in tagged_pairs(briefing, tagged_sections(briefing)).items():
        yield pair, Entry(briefing, ids) if ids else entry


def _under_no_partner(entry: Entry) -> Iterator[tuple[str, Entry]]:
    """Put a briefing under those of its regions that are in no pair."""
    briefing = entry.briefing
    paired = {region for region, _ in tagged_pairs(briefing, tagged_sections(briefing))}
    for region in briefing.regions:
        if region not in paired:
            yield region, entry
