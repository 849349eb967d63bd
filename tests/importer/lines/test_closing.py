from __future__ import annotations

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer

ARTICLE = """\
Tyumen sends pumps to Kazakhstan

Tyumen Region plants will send pumps worth 1.1 billion roubles to Kazakhstan, the government said.
"""

CLOSINGS = {
    "a list that is opened": "The parties plan to:\n- open a centre in Atyrau\n- train engineers",
    "facts": "• pumps – 640 million roubles\n• valves – 12 thousand tonnes",
    "a numbered list": "They agreed:\n1. to meet every spring;\n2. to open a warehouse.",
    "a table": "Deliveries by year\n2021, 210 million\n2022, 640 million",
    "a footnote": "The contract is for three years, and may be extended by two more.[1]",
    "points": "▲ Goods: 40 pumps\n▲ Term: 3 years\n▲ Price: 2.1 million dollars",
    "a list below a picture": "They agreed:\n- to meet;\n- to trade.",
}

OTHERS = ("• Omsk opens a fair", "Tyumen Times", "News, Sport, Weather")


@pytest.mark.parametrize("name", CLOSINGS)
def test_what_an_article_closes_with_belongs_to_it(name: str, gazetteer: Gazetteer) -> None:
    body = judge(f"{ARTICLE}\n{CLOSINGS[name]}\n".encode(), gazetteer).body
    for line in CLOSINGS[name].split("\n"):
        assert line.lstrip("•▲-– ") in body


@pytest.mark.parametrize("line", OTHERS)
def test_other_lines_behind_an_article_do_not(line: str, gazetteer: Gazetteer) -> None:
    assert line.lstrip("• ") not in judge(f"{ARTICLE}\n{line}\n".encode(), gazetteer).body
