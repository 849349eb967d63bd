"""Know the units of figures: money by ISO 4217, and plain ones by name.

A plain unit is a row of `PLAIN`, with its words in `pages/amounts.py`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

PLAIN: Final = (
    "percent", "rank", "count", "people", "visits", "days", "years", "projects", "enterprises",
    "regions", "districts", "cities", "m", "km", "m2", "ha", "km2", "m3", "kg", "t", "l", "kw",
    "mw", "kwh",
)  # fmt: skip

SAID: Final = {
    "%": "percent", "per cent": "percent", "процент": "percent", "проценты": "percent",
    "$": "USD", "US$": "USD", "dollars": "USD", "доллары": "USD", "долл.": "USD",
    "€": "EUR", "euros": "EUR", "евро": "EUR", "£": "GBP",
    "₽": "RUB", "RUR": "RUB", "roubles": "RUB", "rubles": "RUB", "рубли": "RUB", "руб.": "RUB",
    "RMB": "CNY", "yuan": "CNY", "юани": "CNY", "元": "CNY", "yen": "JPY", "иены": "JPY",
    "m²": "m2", "м2": "m2", "м²": "m2", "sq m": "m2", "km²": "km2", "км2": "km2", "км²": "km2",
    "m³": "m3", "м3": "m3", "м³": "m3", "hectares": "ha", "га": "ha", "tonnes": "t", "т": "t",
    "кг": "kg", "км": "km", "м": "m", "л": "l", "place": "rank", "место": "rank",
    "persons": "people", "человек": "people", "чел.": "people", "pieces": "count", "шт.": "count",
}  # fmt: skip
"""What editors say for a unit -> the unit. ¥ is missing: it stands for yuan and for yen."""

_MONEY: Final = re.compile(r"[A-Z]{3}")


def is_money(unit: str) -> bool:
    """Tell whether a unit is written like a code of ISO 4217."""
    return _MONEY.fullmatch(unit) is not None


@cache
def currencies() -> frozenset[str]:
    """Give the codes of ISO 4217 that CLDR knows (https://cldr.unicode.org/)."""
    from babel import Locale  # noqa: PLC0415 -- slow to load, and only wanted to judge front matter

    return frozenset(code for code in map(str, Locale("en").currencies) if is_money(code))
