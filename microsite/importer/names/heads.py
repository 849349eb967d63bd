"""Tell for which region a head speaks whom a text names, at the time of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.names.word_lists import Office, Sense, fold

_TITLES = re.compile(
    r"(?<!副)(?:州长|省长|市长)|知事|行政长官|领导人|元首|主席|(?<!副)(?:市長|省長|州長)|首長|지사|시장|주지사|수반|성장|서기"
    r"|书记|書記"
)


def headed(
    at: tuple[str, int, int],
    senses: Sequence[Sense],
    gazetteer: Gazetteer,
    day: str,
    named: set[str],
) -> str:
    """Give the code of what somebody headed at the time of the text; empty where it is not sure."""
    text, start, end = at
    codes = set()
    is_titled = bool(_TITLE_IN_FRONT.search(text, max(0, start - 60), start))
    for sense in senses:
        person = gazetteer.people[f"{sense.language} {sense.person}"]
        if sense.form == "surname":
            around = text[max(0, start - 14) : end + 10]
            is_named = bool(_TITLES.search(around))
        elif person.first:
            key = sense.person.partition(" ")[0]
            is_named = (
                key in named
                or is_titled
                or _first_name_stands(fold(text[max(0, start - 45) : start]), person.first)
            )
        else:
            is_named = True
        if not is_named:
            continue
        offices = [one for one in person.offices if not day or _held(one, day)]
        headed = {office.code for office in offices}
        if len(headed) == 1:
            named.add(sense.person.partition(" ")[0])
            codes |= headed
    return codes.pop() if len(codes) == 1 else ""


def _held(office: Office, day: str) -> bool:
    """Tell whether an office was held on a day, as far as both are known; its last day counts."""
    start, end = office.start or "0000", office.end or "9999"
    return day[: len(start)] >= start[: len(day)] and day[: len(end)] <= end[: len(day)]


_TITLE_IN_FRONT = re.compile(
    r"(?<![-\w])(?<!зам)(?:[Гг]убернатор\w{0,3}"
    r"|[Гг]лав\w{1,2} (?:региона|республики|края|области|РТ|РК)"
    r"|[Гг]радоначальник\w{0,3}|(?<!deputy )(?<!Deputy )(?<!vice )(?<!Vice )(?:[Gg]overnor|Gov\.))"
    r"(?: [\w.]+(?:ской|ского|ский|ия|ии|стана|ского края|ской области|области|края|региона))* $"
)
"""Of an office, in front of the surname of who holds it; a deputy holds none."""


_BEFORE = re.compile(
    r"([\w-]+\.?|\w\. ?\w\.)(?: ([\w-]+(?:вич|вна|vich|vna|ич|ich)\w{0,3}|\w\.))? $"
)


def _alike(name: str) -> str:
    """Write a Russian first name in Latin letters in one way: Sergey and Sergei, Aleksandr."""
    name = name.replace("ks", "x").replace("ander", "andr").removeprefix("y")
    return re.sub(r"(?:iy|yi|ii|y|i)$", "i", name).replace("ay", "ai").replace("ey", "ei")


def _first_name_stands(front: str, names: frozenset[str]) -> bool:
    found = _BEFORE.search(front)
    if found is None:
        return False
    # The last word may end as a patronymic does, and be a first name: Naomichi.
    if {found[1], found[2]} & names or _alike(found[1]) in {_alike(name) for name in names}:
        return True
    initial = found[1][:1]
    return "." in found[1] and any(name.startswith(initial) for name in names)
