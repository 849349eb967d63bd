"""Invent figures and the briefings that state them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace

from microsite.catalogue.stated import Figures, Stated, gather
from microsite.content.facts import Facts, Figure
from microsite.content.model import Briefing, SourceText, Version
from microsite.options import Options
from tests.building import LOCALES, ROOT, Files, make_content, original, site_of

WORDLESS = Figure(
    id="a",
    measure="trade",
    region="RU-OMS",
    partner="CN",
    title="",
    period="2024",
    days="",
    period_basis="",
    ends=(),
    unit="",
    whole="",
    change=(),
    base="",
    qualifier="",
    planned=False,
    said_by="",
    evidence="Words.",
)


def value(*ends: str, unit: str = "USD", **others: str) -> Figure:
    """Invent a figure that is a value, of one number or two."""
    return replace(WORDLESS, ends=ends, unit=unit, **others)


def change(*ends: str, base: str = "2023", **others: str) -> Figure:
    """Invent a figure that is a change."""
    return replace(WORDLESS, change=ends, base=base, **others)


def briefing(slug: str, *figures: Figure, title: str = "", summary: str = "") -> Briefing:
    """Invent a briefing that states figures; they are numbered if they have one id."""
    numbered = tuple(
        replace(figure, id=f"{figure.id}{n}", days=days_of(figure.period))
        for n, figure in enumerate(figures)
    )
    version = Version(language="en", title=title, summary=summary, path="", body="")
    return Briefing(
        slug=slug,
        date="2025",
        days="2025-01-01/2025-12-31",
        regions=("RU-OMS",),
        partners=("CN",),
        places=(),
        topics=(),
        source=SourceText(),
        changes=(),
        original=version,
        translations=(),
        facts=Facts(numbered),
        weight=len((title + summary).encode()),
        digest=slug,
    )


def days_of(period: str) -> str:
    """Give the days of a year; none of what has no period."""
    return f"{period}-01-01/{period}-12-31" if period else ""


def stated(*sources: tuple[Figure, ...]) -> Figures:
    """Arrange figures as pages get them; each tuple is stated by a briefing: `a`, `b` and so on."""
    return gather(briefing(name, *s) for name, s in zip("abcdefgh", sources, strict=False)).figures


def alone(figure: Figure) -> Stated[Figure]:
    """Let one briefing state one figure."""
    return stated((figure,))[0]


MEASURES = ("exports", "imports", "investment", "rank", "share", "trade")

VOCABULARY: Files = {
    "vocabulary/measures.yaml": "".join(
        f"{key}: {{name: {{ru: {key} по-русски, en: {key.title()}}}}}\n" for key in MEASURES
    ),
    "vocabulary/people.yaml": (
        "ivanov:\n  name: {ru: Иван Иванов, en: Ivan Ivanov}\n  offices:\n"
        "    - title: {ru: Губернатор Омской области, en: Governor of Omsk Oblast}\n"
        "      of: RU-OMS\n      from: 2010\n      to: 2025\n"
        "    - title: {ru: Сенатор, en: Senator}\n      from: 2026\n"
    ),
}
"""What the small vocabulary of the cases lacks for figures."""


def source(
    figures: Sequence[Mapping[str, object]], *, of: str = "Bureau", date: str = "2025-03-01"
) -> str:
    """Write a briefing that states figures; each gets a sentence of its own."""
    told = []
    for number, fields in enumerate(figures):
        default = {"id": f"f-{number}", "measure": "trade", "region": "RU-OMS", "partner": "CN"}
        evidence = {} if "derived" in fields else {"evidence": f"Sentence {number} says"}
        told.append({**default, "period": "2024", **evidence, **fields})
    lines = [f"source: {{publisher: {of}}}", "topics: [trade]"]
    lines += ["figures:", *(f"  - {json.dumps(f)}" for f in told)] if told else []
    return original(
        title=f"What {of} says",
        date=date,
        regions="RU-OMS, RU-TOM, RU-IRK",
        partners="CN, CN-HA",
        more="\n".join(lines),
        body=" ".join(f"Sentence {number} says so." for number in range(len(told))) or "Text.",
    )


def site_with(folder: Path, files: Files) -> dict[str, bytes]:
    """Build a site of invented content with the templates of the repository."""
    content = make_content(folder / "content", {**VOCABULARY, **files})
    options = Options(
        content=content, templates=ROOT / "templates", locales=LOCALES, cache=folder / "cache"
    )
    return site_of(options)


INVENTED: Files = {
    "briefings/a.en.md": source(
        [
            {"change": "+66%", "base": "2023?", "said_by": "ivanov"},
            {"measure": "exports", "change": "+94%", "base": "2023?"},
            {"measure": "imports", "change": "-39%", "base": "not stated"},
            {"region": "RU-TOM", "change": "×6.5", "base": "not stated"},
            {"measure": "exports", "value": "412000000", "unit": "USD", "qualifier": "about"},
            {"measure": "imports", "value": "167500000", "unit": "USD"},
            {"measure": "share", "value": "37", "unit": "percent", "whole": "all trade"},
            {"measure": "share", "value": ["30", "35"], "unit": "percent", "whole": "all trade",
             "period": "2023"},
            {"region": "RU-IRK", "value": "4000000000", "unit": "USD", "period": "2017"},
            {"region": "RU-TOM", "value": "300000000", "unit": "USD", "period": "2017"},
            {"measure": "rank", "value": "1", "unit": "rank", "title": "China among partners"},
            {"measure": "investment", "partner": "CN-HA", "value": "5000000", "unit": "CNY",
             "period": "unknown", "period_basis": "None.", "planned": True},
        ]
    ),
    "briefings/b.en.md": source(
        [
            {"change": "+60%", "base": "not stated"},
            {"measure": "exports", "value": "431000000", "unit": "USD"},
        ],
        of="Ministry",
    ),
}  # fmt: skip
"""Two sources that differ in two figures, and at least one chart of each kind."""
