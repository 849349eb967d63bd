"""Print precision, recall and F1 of the importer on labelled texts, and what it gets wrong.

python -m tests.importer.score [FOLDER]
"""

from __future__ import annotations

import sys
from pathlib import Path

from microsite.content.vocabulary_files import read_vocabulary
from microsite.importer.names.gazetteer import load
from tests.building import ROOT
from tests.importer.labelled import FIELDS, FOLDER, Score, answers, judged, labels, read_cases


def main(arguments: list[str]) -> int:
    """Score all cases of a folder; those of the tests where none is named."""
    folder = Path(arguments[0]) if arguments else FOLDER
    vocabulary = read_vocabulary(ROOT / "content", ("ru", "en")).vocabulary
    assert vocabulary is not None
    gazetteer = load(vocabulary)
    scores = {field: Score() for field in FIELDS}
    cases = read_cases(folder)
    for case in cases:
        found, wanted = answers(judged(case, gazetteer)), labels(case)
        for field in FIELDS:
            scores[field].add(found[field], wanted[field])
            if sorted(found[field]) != sorted(wanted[field]):
                _show(case.name, field, found[field], wanted[field])
    print(f"{len(cases)} texts{'precision':>15}{'recall':>10}{'F1':>10}")
    for field, score in scores.items():
        print(f"{field:<14}{score.precision:>10.3f}{score.recall:>10.3f}{score.f1:>10.3f}")
    return 0


def _show(name: str, field: str, found: list[str], wanted: list[str]) -> None:
    if field == "body":
        here, there = " ".join(found), " ".join(wanted)
        score = Score()
        score.add(found, wanted)
        print(f"{name}: body {score.f1:.3f}: {len(here)} characters, {len(there)} wanted")
        return
    more = [one for one in found if one not in wanted]
    less = [one for one in wanted if one not in found]
    print(f"{name}: {field}: wrong {', '.join(more) or '-'}; missed {', '.join(less) or '-'}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
