"""Draw facts, and briefings that state them."""

from __future__ import annotations

from hypothesis import strategies as st

from microsite.catalogue.stated import Stated
from microsite.content.facts import (
    NOT_STATED,
    QUALIFIERS,
    STATUSES,
    Commitment,
    Event,
    Fact,
    Facts,
    Figure,
)
from microsite.content.model import Briefing, SourceText, Version
from microsite.content.vocabulary import Person, Term, Vocabulary
from microsite.exports.tables import Ground
from microsite.settings import Settings

GROUND = Ground(
    Settings(
        title={"ru": "Проба", "en": "Trial"},
        description={"ru": "Опыт", "en": "Trial"},
        languages=("ru", "en"),
    ),
    Vocabulary(
        regions={"RU-OMS": Term(name={"ru": "Омская область", "en": "=Omsk"})},
        partners={"CN": Term(name={"ru": "Китай", "en": "China"})},
        places={},
        topics={},
        people={"ivanova": Person(name={"ru": "-Иванова"})},
        measures={"trade": Term(name={"ru": "Торговля", "en": "Trade"})},
    ),
)

TEXTS = st.one_of(
    st.text(),
    st.sampled_from(
        ["=1+1", "+66%", "-5", "@x", "'", "''=", "\t=", "＝1", "a,b", '"', "\r\n", " "]
    ),
)
"""Whatever may stand in a file; also what nobody would write there."""

KEYS = st.from_regex(r"[a-z0-9]{1,3}(-[a-z0-9]{1,3})?", fullmatch=True)
NUMBERS = st.from_regex(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,4})?", fullmatch=True)
CHANGES = st.from_regex(
    r"[+-](0|[1-9][0-9]{0,3})(\.[0-9]{1,2})?%|[+-][1-9]/[1-9][0-9]?|×(0|[1-9][0-9]?)(\.[0-9]{1,3})?",
    fullmatch=True,
)
DATES = st.sampled_from(["2017", "2018-09~", "200X/..", "/2017", "[2016-06,2017-06]", "2018-40"])


def maybe(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(st.just(""), values)


def ends(values: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.one_of(st.just(()), st.tuples(values), st.tuples(values, values))


SAID = {
    "id": KEYS,
    "title": TEXTS,
    "days": st.just(""),
    "said_by": maybe(st.just("ivanova")),
    "evidence": TEXTS,
}
PLACED = {"region": maybe(st.just("RU-OMS")), "partner": maybe(st.just("CN"))}

FIGURES = st.builds(
    Figure,
    **SAID,
    **PLACED,
    measure=st.just("trade"),
    period=maybe(DATES),
    period_basis=TEXTS,
    ends=ends(NUMBERS),
    unit=st.sampled_from(["USD", "percent"]),
    whole=TEXTS,
    change=ends(CHANGES),
    base=maybe(st.one_of(DATES, st.just(NOT_STATED))),
    qualifier=maybe(st.sampled_from(QUALIFIERS)),
    planned=st.booleans(),
    formula=TEXTS,
    between=st.one_of(st.just(()), st.tuples(NUMBERS, NUMBERS)),
    rests_on=st.lists(KEYS, unique=True, max_size=3).map(tuple),
)
EVENTS = st.builds(
    Event,
    **SAID,
    date=DATES,
    regions=st.sampled_from([(), ("RU-OMS",)]),
    partners=st.sampled_from([(), ("CN",)]),
)
COMMITMENTS = st.builds(
    Commitment, **SAID, **PLACED, due=maybe(DATES), status=st.sampled_from(STATUSES), as_of=DATES
)


def briefing_of(
    slug: str, *facts: Fact, title: str = "A", source: SourceText | None = None
) -> Briefing:
    """Make a briefing that says little but its facts."""
    return Briefing(
        slug=slug,
        date="",
        days="",
        regions=(),
        partners=(),
        places=(),
        topics=(),
        source=source or SourceText(),
        changes=(),
        original=Version(language="en", title=title, summary="", path=f"{slug}.en.md", body=""),
        translations=(),
        facts=Facts(
            tuple(fact for fact in facts if isinstance(fact, Figure)),
            tuple(fact for fact in facts if isinstance(fact, Event)),
            tuple(fact for fact in facts if isinstance(fact, Commitment)),
        ),
        weight=0,
        digest=slug,
    )


def stated(*facts: Fact) -> tuple[Stated[Fact], ...]:
    """Let one briefing state them."""
    briefing = briefing_of("a", *facts)
    return tuple(Stated(briefing, fact, number) for number, fact in enumerate(facts, start=1))
