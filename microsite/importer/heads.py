"""Tell for which region a head speaks whom a text names, at the time of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.gazetteer import Gazetteer
from microsite.importer.word_lists import Office, Sense, fold

_TITLES = re.compile(
    r"州长|省长|市长|知事|行政长官|领导人|元首|主席|市長|省長|州長|首長|지사|시장|주지사|수반|성장|서기"
    r"|书记|書記"
)


def headed(
    at: tuple[str, int, int],
    senses: Sequence[Sense],
    gazetteer: Gazetteer,
    year: str,
    named: set[str],
) -> str:
    """Give the code of what somebody headed at the time of the text; empty where it is not sure."""
    text, start, end = at
    codes = set()
    for sense in senses:
        person = gazetteer.people[f"{sense.language} {sense.person}"]
        if sense.form == "surname":
            around = text[max(0, start - 14) : end + 10]
            is_named = bool(_TITLES.search(around))
        elif person.first:
            is_named = sense.person in named or _first_name_stands(fold(text), start, person.first)
        else:
            is_named = True
        if not is_named:
            continue
        offices = [one for one in person.offices if not year or _held(one, year)]
        headed = {office.code for office in offices}
        if len(headed) == 1:
            named.add(sense.person)
            codes |= headed
    return codes.pop() if len(codes) == 1 else ""


def _held(office: Office, year: str) -> bool:
    return (office.start[:4] or "0000") <= year <= (office.end[:4] or "9999")


_BEFORE = re.compile(
    r"([\w-]+\.?|\w\. ?\w\.)(?: ([\w-]+(?:вич|вна|vich|vna|ич|ich)\w{0,3}|\w\.))? $"
)


def _alike(name: str) -> str:
    """Write a Russian first name in Latin letters in one way: Sergey and Sergei, Aleksandr."""
    name = name.replace("ks", "x").replace("ander", "andr").removeprefix("y")
    return re.sub(r"(?:iy|yi|ii|y|i)$", "i", name).replace("ay", "ai").replace("ey", "ei")


def _first_name_stands(folded: str, start: int, names: frozenset[str]) -> bool:
    found = _BEFORE.search(folded, max(0, start - 45), start)
    if found is None:
        return False
    if found[1] in names or _alike(found[1]) in {_alike(name) for name in names}:
        return True
    initial = found[1][:1]
    return "." in found[1] and any(name.startswith(initial) for name in names)
