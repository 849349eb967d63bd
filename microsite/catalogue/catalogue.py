"""Arrange the briefings that are to be published.

Taxonomies are rows of `TAXONOMIES`: a new way to arrange is one row here and its templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from microsite.catalogue.sections import partners_and_countries, sections_of, tagged_pairs
from microsite.content.body import Section
from microsite.content.model import Briefing, Version
from microsite.content.vocabulary import Vocabulary, country, slug_of
from microsite.dates import edtf
from microsite.languages.texts import mark


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold a briefing as it stands under one term, with the sections tagged for it."""

    briefing: Briefing
    section_ids: tuple[str, ...] = ()

    def sections(self, version: Version) -> tuple[Section, ...]:
        """Give the sections in the words of one version."""
        return tuple(s for s in version.body.sections if s.id in self.section_ids)

    def tags(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Give the regions and partners of its sections, or of the whole briefing without any."""
        if not self.section_ids:
            return self.briefing.regions, self.briefing.partners
        sections = self.sections(self.briefing.original)
        regions = dict.fromkeys(tag.code for section in sections for tag in section.regions)
        partners = dict.fromkeys(tag.code for section in sections for tag in section.partners)
        return tuple(regions), tuple(partners)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taxonomy:
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


@dataclass(frozen=True, slots=True)
class Term:
    """Hold one term of a taxonomy with its briefings, newest first."""

    key: str
    slug: str
    names: Mapping[str, str]
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold a region and a partner with the briefings about both, newest first."""

    region: str
    partner: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Hold all arrangements."""

    briefings: tuple[Briefing, ...]
    """Newest first; what has no date comes last."""
    taxonomies: Mapping[str, tuple[Term, ...]]
    """By the name of the taxonomy; only terms with briefings, in the order of their keys."""
    pairs: tuple[Pair, ...]
    """In the order of the two codes."""
    years: Mapping[int, tuple[Briefing, ...]]
    """By the year of the lower bound, newest first."""
    undated: tuple[Briefing, ...]
    vocabulary: Vocabulary

    def term(self, taxonomy: str, key: str) -> Term | None:
        """Find a term that has briefings."""
        return next((term for term in self.taxonomies[taxonomy] if term.key == key), None)

    def pair(self, region: str, partner: str) -> Pair | None:
        """Find a pair that has briefings."""
        return next((p for p in self.pairs if (p.region, p.partner) == (region, partner)), None)


TAXONOMIES: tuple[Taxonomy, ...] = (
    Taxonomy(
        name="regions",
        title=mark("Regions"),
        description=mark("Regions of Russia that the briefings are about."),
        keys=lambda briefing: briefing.regions,
        tagged=lambda section, key: key in {tag.code for tag in section.regions},
        has_codes=True,
        names_the_rest=True,
    ),
    Taxonomy(
        name="partners",
        title=mark("Partners"),
        description=mark("Countries and provinces that the briefings are about."),
        keys=lambda briefing: partners_and_countries(briefing.partners),
        tagged=lambda section, key: (
            key in partners_and_countries(tag.code for tag in section.partners)
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
    return tuple(
        replace(briefing, translations=tuple(v for v in briefing.translations if not v.draft))
        for briefing in briefings
        if not briefing.original.draft
    )


def arrange(briefings: Iterable[Briefing], vocabulary: Vocabulary) -> Catalogue:
    """Arrange briefings in every way the site shows them."""
    ordered = _newest_first(briefings)
    dated = [briefing for briefing in ordered if briefing.date]
    return Catalogue(
        briefings=ordered,
        taxonomies={t.name: _terms(t, ordered, vocabulary) for t in TAXONOMIES},
        pairs=_pairs(ordered),
        years={
            year: tuple(b for b in dated if year_of(b) == year)
            for year in sorted({year_of(b) for b in dated}, reverse=True)
        },
        undated=tuple(briefing for briefing in ordered if briefing.date is None),
        vocabulary=vocabulary,
    )


def year_of(briefing: Briefing) -> int:
    """Give the year under which a dated briefing stands; 0 for one without a date."""
    return edtf.anchor(briefing.date).year if briefing.date else 0


def _newest_first(briefings: Iterable[Briefing]) -> tuple[Briefing, ...]:
    by_slug = sorted(briefings, key=lambda briefing: briefing.slug)
    undated = [briefing for briefing in by_slug if briefing.date is None]
    dated = [(edtf.sort_key(b.date)[:2], b) for b in by_slug if b.date is not None]
    # A reversed sort keeps equals as they stood, so that ties break on the slug.
    ordered = sorted(dated, key=lambda item: item[0], reverse=True)
    return (*(briefing for _, briefing in ordered), *undated)


def _terms(
    taxonomy: Taxonomy, briefings: Sequence[Briefing], vocabulary: Vocabulary
) -> tuple[Term, ...]:
    entries: dict[str, list[Entry]] = {}
    for briefing in briefings:
        for key in taxonomy.keys(briefing):
            ids = sections_of(briefing, lambda section, key=key: taxonomy.tagged(section, key))  # type: ignore[misc]  # the default binds the loop's key
            entries.setdefault(key, []).append(Entry(briefing, ids))
    names = getattr(vocabulary, taxonomy.name)
    return tuple(
        Term(key, slug_of(key, names[key]), names[key].name, tuple(entries[key]))
        for key in sorted(entries)
    )


def _pairs(briefings: Sequence[Briefing]) -> tuple[Pair, ...]:
    entries: dict[tuple[str, str], list[Entry]] = {}
    for briefing in briefings:
        for pair, ids in tagged_pairs(briefing).items():
            entries.setdefault(pair, []).append(Entry(briefing, ids))
    return tuple(Pair(*pair, tuple(entries[pair])) for pair in sorted(entries))
