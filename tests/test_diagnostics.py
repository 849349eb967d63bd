from __future__ import annotations

from pathlib import Path

import pytest

from microsite.diagnostics import Code, Diagnostic, Location, nearest


def test_the_nearest_choice_is_found_without_regard_to_case() -> None:
    assert nearest("ru-omz", ["RU-IRK", "RU-OMS"]) == "RU-OMS"
    assert nearest("TRADE", ["trade", "transport"]) == "trade"


def test_nothing_is_near_to_a_word_that_looks_like_no_choice() -> None:
    assert nearest("zzz", ["trade", "transport"]) is None
    assert nearest("trade", []) is None


def test_another_spelling_leads_to_the_choice_it_stands_for() -> None:
    assert nearest("omsk oblst", {"Omsk Oblast": "RU-OMS", "RU-OMS": "RU-OMS"}) == "RU-OMS"


@pytest.mark.parametrize("choices", [["abcd", "abce"], ["abce", "abcd"]])
def test_of_equally_near_choices_the_order_given_does_not_decide(choices: list[str]) -> None:
    assert nearest("abcx", choices) == nearest("abcx", sorted(choices))


@pytest.mark.parametrize("choices", [["Trade", "trade"], ["trade", "Trade"]])
def test_choices_that_differ_in_case_alone_are_settled_by_the_alphabet(choices: list[str]) -> None:
    assert nearest("trades", choices) == "Trade"


def test_findings_are_ordered_by_file_then_line_then_column() -> None:
    places = [("b.md", 1, 1), ("a.md", 10, 1), ("a.md", 2, 9), ("a.md", 2, 1)]
    findings = [
        Diagnostic(Location(Path(name), line, column), Code.YAML, "Wrong.")
        for name, line, column in places
    ]
    told = [(f.location.path.name, f.location.line, f.location.column) for f in sorted(findings)]
    assert told == [("a.md", 2, 1), ("a.md", 2, 9), ("a.md", 10, 1), ("b.md", 1, 1)]


def test_a_code_is_written_as_its_name_in_lower_case_with_hyphens() -> None:
    assert [code.value for code in Code] == [code.name.lower().replace("_", "-") for code in Code]
