"""Follow the whole way from the source texts of the repository to its briefings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import frontmatter
import pytest

from microsite.importer.judge import Judged, judge
from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.normalise import normalise
from tests.building import ROOT

MATTERS: list[dict[str, Any]] = [
    frontmatter.load(str(path)).metadata
    for path in sorted((ROOT / "content" / "briefings").glob("*.md"))
]
BRIEFINGS = {matter["source"]["seed"]: matter for matter in MATTERS if "source" in matter}
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))


def judged(seed: Path, gazetteer: Gazetteer) -> Judged:
    return judge(seed.read_bytes(), gazetteer)


def test_every_seed_has_its_briefing_and_every_briefing_its_seed() -> None:
    assert {*BRIEFINGS} == {seed.name for seed in SEEDS}
    assert len(SEEDS) == 5


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_a_seed_is_imported_with_what_its_briefing_says(seed: Path, gazetteer: Gazetteer) -> None:
    found, post = judged(seed, gazetteer), BRIEFINGS[seed.name]
    assert found.language == seed.stem.rpartition(".")[2]
    assert {tag.code for tag in found.roles.regions} == {*post["regions"]}
    wanted = {*post["partners"]}
    # A businessman from Hebei is named; the editor did not make it a tag.
    assert {tag.code for tag in found.roles.partners} - {"CN-HE"} == wanted
    date = str(post["date"])
    assert found.publication.date == (date if len(date) == len("2016-09-12") else None)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.stem)
def test_the_headline_of_a_seed_stands_in_it_and_its_publisher_is_kept(
    seed: Path, gazetteer: Gazetteer
) -> None:
    found, source = judged(seed, gazetteer), BRIEFINGS[seed.name]["source"]
    assert found.title
    assert found.title in [line.text for line in normalise(seed.read_text(encoding="utf-8"))]
    publisher = found.anatomy.publisher
    if publisher is not None:
        assert publisher.text == source["publisher"]
