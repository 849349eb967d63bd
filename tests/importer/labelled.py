"""Read labelled source texts, and score what the importer makes of them.

A case is a file of labels in YAML, a line of three hyphens, and the text, each line of which begins
with a mark and a space: T the headline, B a paragraph of the article, * an item of a list in it, F
furniture, D a line with the date, the place or the source, which is furniture too; + goes on with
the line above, where a paragraph was wrapped. Within an article's line, furniture stands between ⟦
and ⟧.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from microsite.importer.judge import Judged, judge
from microsite.importer.names.gazetteer import Gazetteer
from tests.conftest import CASES

FOLDER = CASES / "import" / "texts"


@dataclass(frozen=True)
class Labelled:
    """Hold a text with what it should be taken for."""

    name: str
    text: str
    labels: Mapping[str, Any]
    title: str | None
    body: str


_STRAIGHT = str.maketrans("“”„‘’", '"""\'\'')


def read_case(path: Path) -> Labelled:
    """Read one case."""
    head, _, marked = path.read_text(encoding="utf-8").partition("\n---\n")
    lines, body, title = [], [], None
    for line in marked.split("\n"):
        mark, text = line[:1], line[2:]
        lines.append(re.sub("[⟦⟧]", "", text))
        kept = " ".join(re.sub("⟦.*?⟧", "", text).split())
        if path.name.startswith(("ru-", "en-")):
            kept = kept.translate(_STRAIGHT)
        if mark == "T":
            title = f"{title} {kept}" if title else kept
        elif mark in {"B", "*"}:
            body.append(kept)
        elif mark == "+" and body:
            wide = re.search("[\u3040-\u30ff\u4e00-\u9fff]$", body[-1])
            body[-1] += kept if wide else f" {kept}"
    return Labelled(
        path.stem,
        "\n".join(lines),
        yaml.load(head, Loader=yaml.CBaseLoader),  # noqa: S506 -- texts alone
        title,
        "\n\n".join(body),
    )


def read_cases(folder: Path = FOLDER) -> list[Labelled]:
    """Read all cases, in the order of their names."""
    return [read_case(path) for path in sorted(folder.glob("*.txt"))]


@dataclass
class Score:
    """Count what was found, what was found wrongly, and what was missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, found: Iterable[object], wanted: Iterable[object]) -> None:
        """Compare what was found with what is wanted; of each, as often as it stands there."""
        here, there = Counter(found), Counter(wanted)
        both = (here & there).total()
        self.right += both
        self.wrong += here.total() - both
        self.missed += there.total() - both

    @property
    def precision(self) -> float:
        """Tell how much of what was found is right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Tell how much of what is right was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Give the harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


FIELDS = ("language", "title", "date", "regions", "partners", "body")


def tokens(text: str) -> list[str]:
    """Cut a text into words; of Chinese and Japanese, into signs."""
    return re.findall(
        r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+", text.lower()
    )


def answers(judged: Judged) -> dict[str, list[str]]:
    """Give what the importer says in each field."""
    return {
        "language": [judged.language],
        "title": [judged.title or "none"],
        "date": [judged.publication.date or "none"],
        "regions": [tag.code for tag in judged.roles.regions],
        "partners": [tag.code for tag in judged.roles.partners],
        "body": tokens(judged.body),
    }


def labels(case: Labelled) -> dict[str, list[str]]:
    """Give what is right in each field."""

    def listed(field: str) -> list[str]:
        value = case.labels.get(field) or []
        return list(value) if isinstance(value, list) else []

    date = case.labels.get("date", "null")
    return {
        "language": [case.labels["language"]],
        "title": [case.title or "none"],
        "date": ["none" if date in {"null", "", "~"} else date],
        "regions": listed("regions"),
        "partners": listed("partners"),
        "body": tokens(case.body),
    }


def judged(case: Labelled, gazetteer: Gazetteer) -> Judged:
    """Let the importer judge a case."""
    return judge(case.text.encode(), gazetteer)
