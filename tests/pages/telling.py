"""Write small briefings that state facts; the tests of pages that show them share it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from tests.building import original

Fact = Mapping[str, object]

MEASURES = """\
exports: {name: {ru: Экспорт, en: Exports}}
trade: {name: {ru: Товарооборот, en: Trade}}
"""

PEOPLE = """\
ivanov:
  name: {ru: Иван Иванов, en: Ivan Ivanov}
  offices:
    - {title: {ru: Мэр, en: Mayor}, of: RU-OMS, from: 2010, to: 2016}
    - {title: {ru: Губернатор, en: Governor}, of: RU-OMS, from: 2017}
li: {name: {ru: Ли, en: Li}}
silent: {name: {ru: Никто, en: Nobody}}
"""

TERMS = {"vocabulary/measures.yaml": MEASURES, "vocabulary/people.yaml": PEOPLE}
"""What the small vocabulary has not: measures and people."""


SOURCE = "source: {title: A report, publisher: Bureau, url: 'https://example.org/a'}"


def figure(name: str, period: str = "2016", **more: object) -> Fact:
    """Describe a figure: five of something, unless more is said."""
    value = {} if "change" in more else {"value": "5", "unit": "count"}
    return {"id": name, "measure": "trade", "period": period, **value, **_evidence(name), **more}


def event(name: str, date: str = "2016", **more: object) -> Fact:
    """Describe an event."""
    return {"id": name, "date": date, "title": f"Event {name}", **_evidence(name), **more}


def commitment(name: str, status: str = "planned", **more: object) -> Fact:
    """Describe a commitment."""
    told = {"title": f"Promise {name}", "status": status, "as_of": "2016"}
    return {"id": name, **told, **_evidence(name), **more}


def stating(  # noqa: PLR0913 -- one argument for each field
    *,
    figures: Iterable[Fact] = (),
    events: Iterable[Fact] = (),
    commitments: Iterable[Fact] = (),
    title: str = "A bridge",
    lang: str = "en",
    date: str = "2016-09-12",
    more: str = "",
) -> str:
    """Write an original that states facts, each in a paragraph of its own."""
    facts = {"figures": [*figures], "events": [*events], "commitments": [*commitments]}
    lines = [more] if more else []
    for kind, many in facts.items():
        # JSON is YAML.
        lines += [f"{kind}:", *(f"  - {json.dumps(fact, ensure_ascii=False)}" for fact in many)]
        lines = lines if many else lines[:-1]
    said = [str(fact["evidence"]) for many in facts.values() for fact in many]
    return original(
        title=title,
        lang=lang,
        date=date,
        regions="RU-OMS, RU-TOM",
        partners="CN, CN-HA, JP",
        more="\n".join(lines),
        body="\n\n".join(said) or "Text.",
    )


def _evidence(name: str) -> dict[str, object]:
    return {"evidence": f"Words of {name}."}
