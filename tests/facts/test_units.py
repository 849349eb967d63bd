from __future__ import annotations

import pytest

from microsite.facts.units import PLAIN, SAID, currencies, is_money


@pytest.mark.parametrize("code", ["USD", "CNY", "RUB", "JPY", "EUR"])
def test_the_codes_of_iso_4217_are_known(code: str) -> None:
    assert is_money(code)
    assert code in currencies()


@pytest.mark.parametrize("code", ["RMB", "DOL", "usd", "$", "XXXX"])
def test_what_is_not_a_code_is_not_a_currency(code: str) -> None:
    assert code not in currencies()


def test_no_plain_unit_looks_like_money() -> None:
    assert [unit for unit in PLAIN if is_money(unit) or unit != unit.lower()] == []


def test_what_editors_say_leads_to_a_unit_and_is_none_itself() -> None:
    assert {
        unit for unit in SAID.values() if unit not in PLAIN and unit not in currencies()
    } == set()
    # CLDR knows the rouble before 1998, which nobody means.
    assert {said for said in SAID if said in PLAIN or said in currencies()} == {"RUR"}
