"""Give the case forms of Russian names, by how their words end.

A dictionary reads names that it does not know as something else; what is made here by rule is
proofread, and stands as a whole in the cases of the tests. Forms too many do no harm where no other
word has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

Endings = tuple[tuple[str, tuple[str, ...]], ...]
"""Endings of the nominative, each with all endings that stand in its place; the first that fits."""

ADJECTIVES: Endings = (
    ("кий", ("кий", "кого", "кому", "ким", "ком")),
    ("гий", ("гий", "гого", "гому", "гим", "гом")),
    ("ний", ("ний", "него", "нему", "ним", "нем")),
    ("ий", ("ий", "ьего", "ьему", "ьим", "ьем", "его", "ему", "им", "ем")),
    ("ый", ("ый", "ого", "ому", "ым", "ом")),
    ("ой", ("ой", "ого", "ому", "ым", "ом", "им")),
    ("ая", ("ая", "ой", "ую", "ою")),
    ("яя", ("яя", "ей", "юю", "ею")),
    ("ое", ("ое", "ого", "ому", "ым", "ом", "им")),
    ("ее", ("ее", "его", "ему", "им", "ем")),
    ("ые", ("ые", "ых", "ым", "ыми")),
    ("ие", ("ие", "их", "им", "ими")),
)

NOUNS: Endings = (
    # Fleeting vowels.
    ("орёл", ("орёл", "орел", "орла", "орлу", "орлом", "орле")),
    ("гипет", ("гипет", "гипта", "гипту", "гиптом", "гипте")),
    ("одок", ("одок", "одка", "одку", "одком", "одке")),
    ("пец", ("пец", "пца", "пцу", "пцом", "пце")),
    ("вец", ("вец", "вца", "вцу", "вцом", "вце")),
    ("дец", ("дец", "дца", "дцу", "дцом", "дце")),
    ("лец", ("лец", "льца", "льцу", "льцом", "льце")),
    ("бец", ("бец", "бца", "бцу", "бцом", "бце")),
    ("мец", ("мец", "мца", "мцу", "мцом", "мце")),
    ("нец", ("нец", "нца", "нцу", "нцом", "нце")),
    ("поль", ("поль", "поля", "полю", "полем", "поле")),
    ("славль", ("славль", "славля", "славлю", "славлем", "славле")),
    ("уздаль", ("уздаль", "уздаля", "уздалю", "уздалем", "уздале")),
    ("амень", ("амень", "амня", "амню", "амнем", "амне")),
    ("сть", ("сть", "сти", "стью")),
    # Казань is feminine, Тяньцзинь is not, and of Хайнань both are read.
    ("ь", ("ь", "и", "ью", "я", "ю", "ем", "е")),
    ("ия", ("ия", "ии", "ию", "ией")),
    ("ья", ("ья", "ьи", "ье", "ью", "ьей")),
    ("я", ("я", "и", "е", "ю", "ей")),
    ("ка", ("ка", "ки", "ке", "ку", "кой")),
    ("га", ("га", "ги", "ге", "гу", "гой")),
    ("ха", ("ха", "хи", "хе", "ху", "хой")),
    ("ча", ("ча", "чи", "че", "чу", "чей")),
    ("ша", ("ша", "ши", "ше", "шу", "шей")),
    ("жа", ("жа", "жи", "же", "жу", "жей")),
    ("ца", ("ца", "цы", "це", "цу", "цей")),
    ("а", ("а", "ы", "е", "у", "ой")),
    ("ий", ("ий", "ия", "ию", "ием", "ии")),
    ("й", ("й", "я", "ю", "ем", "е")),
    ("ье", ("ье", "ья", "ью", "ьем")),
    ("ово", ("ово", "ова", "ову", "овом", "ове")),
    ("ево", ("ево", "ева", "еву", "евом", "еве")),
    ("ино", ("ино", "ина", "ину", "ином", "ине")),
    ("ёво", ("ёво", "ёва", "ёву", "ёвом", "ёве")),
    ("ыно", ("ыно", "ына", "ыну", "ыном", "ыне")),
    # Plurals: with the endings of the genitive that they may have.
    ("чки", ("чки", "чек", "чкам", "чками", "чках")),
    ("мки", ("мки", "мок", "мкам", "мками", "мках")),
    ("ники", ("ники", "ников", "никам", "никами", "никах")),
    ("ичи", ("ичи", "ичей", "ичам", "ичами", "ичах")),
    ("лы", ("лы", "л", "лов", "лам", "лами", "лах")),
    ("уки", ("уки", "ук", "укам", "уками", "уках")),
    ("щи", ("щи", "щ", "щам", "щами", "щах")),
    ("ерцы", ("ерцы", "ерец", "ерцам", "ерцами", "ерцах")),
    ("ты", ("ты", "т", "тов", "там", "тами", "тах")),
    ("ны", ("ны", "н", "нов", "нам", "нами", "нах")),
    ("ды", ("ды", "д", "дов", "дам", "дами", "дах")),
    ("ры", ("ры", "р", "ров", "рам", "рами", "рах")),
    ("вы", ("вы", "в", "вов", "вам", "вами", "вах")),
    ("цы", ("цы", "цев", "цам", "цами", "цах")),
    ("не", ("не", "н", "нам", "нами", "нах")),
)
"""Of places. What ends in another vowel is not declined; after a consonant, see `_HARD`."""

SURNAMES: Endings = (
    ("ов", ("ов", "ова", "ову", "овым", "ове")),
    ("ёв", ("ёв", "ёва", "ёву", "ёвым", "ёве")),
    ("ев", ("ев", "ева", "еву", "евым", "еве")),
    ("ин", ("ин", "ина", "ину", "иным", "ине")),
    ("ын", ("ын", "ына", "ыну", "ыным", "ыне")),
    ("ова", ("ова", "овой", "ову")),
    ("ева", ("ева", "евой", "еву")),
    ("ёва", ("ёва", "ёвой", "ёву")),
    ("ина", ("ина", "иной", "ину")),
    ("ына", ("ына", "ыной", "ыну")),
    ("авел", ("авел", "авла", "авлу", "авлом", "авле")),
    ("ёк", ("ёк", "ька", "ьку", "ьком", "ьке")),
    ("ь", ("ь", "я", "ю", "ем", "е")),
    ("ец", ("ец", "ца", "цу", "цом", "цем", "це", "еца", "ецу", "ецом")),
    ("их", ("их",)),
    ("ых", ("ых",)),
)
"""Of people, where they differ from those of places."""

_HARD = ("", "а", "у", "ом", "е")
"""What follows a consonant."""

_HUSHING = ("", "а", "у", "ом", "ем", "е")
"""What follows ж, ц, ч, ш, щ."""

_SUBSTANTIVE = re.compile(r"(?:ый|ий|ой|ая|яя|ое|ее|ые|ие)$")

_HEADS = frozenset(
    (
        "республика",
        "область",
        "край",
        "округ",
        "район",
        "город",
        "провинция",
        "префектура",
        "штат",
        "аймак",
        "земля",
        "губерния",
        "автономия",
        "уезд",
        "кантон",
        "департамент",
        "регион",
        "вилайет",
        "эмират",
        "остров",
        "острова",
        "королевство",
        "княжество",
        "федерация",
        "посёлок",
        "село",
        "станица",
        "ил",
        "воеводство",
        "графство",
        "община",
        "губернаторство",
        "велаят",
        "столица",
    )
)
"""Common nouns; a name that follows one stands in the nominative, as in «в городе Маньчжурия»."""

_VOWELS = frozenset("аеёиоуыэюя")

_FIXED = frozenset(("и", "на", "в", "по", "под", "де", "ла", "эль", "аль", "г.", "г"))


def forms_of(name: str) -> frozenset[str]:
    """Give a place's name in all cases, as it was written in the nominative too."""
    return frozenset(map(" ".join, product(*_parts(name.split(" ")))))


def forms_of_adjective(word: str) -> frozenset[str]:
    """Give an adjective in all genders, numbers and cases; it comes as a masculine nominative."""
    stem = re.sub(r"(?:ый|ий|ой)$", "", word)
    if stem == word:
        return frozenset((word,))
    soft = "и" if stem.endswith(("к", "г", "х", "ж", "ш", "ч", "щ")) else "ы"
    endings = (
        *("ого", "ому", "ом", "ая", "ой", "ую", "ою", "ое"),
        *(soft + ending for ending in ("й", "м", "х", "ми", "е")),
    )
    return frozenset((word, *(stem + ending for ending in endings)))


def forms_of_person(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the first names and the surnames that a person's name has in all cases."""
    first, _, last = name.rpartition(" ")
    return frozenset(map(" ".join, product(*map(_of_person, first.split(" "))))), frozenset(
        _of_person(last)
    )


def _parts(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Decline word by word; behind a common noun, and behind a preposition, nothing changes."""
    is_behind = False
    for word in words:
        plain = word.lower().strip("()")
        if word in ("—", "–", "-"):
            is_behind = False
            yield (word,)
        elif is_behind or plain in _FIXED:
            yield (word,)
        else:
            yield _declined(word)
            is_behind = plain in _HEADS


def _declined(word: str) -> tuple[str, ...]:
    """Decline a word, or the last part of one with hyphens: Улан-Удэ, Южно-Сахалинск."""
    if "-на-" in word.lower():  # Комсомольск-на-Амуре
        head, tail = re.split(r"(?i)(?=-на-)", word, maxsplit=1)
        return tuple(form + tail for form in _declined(head))
    before, hyphen, last = word.rpartition("-")
    if _SUBSTANTIVE.search(last) and (len(last) > 5 or last[:-2].endswith(("ск", "цк"))):  # noqa: PLR2004 -- Китай and Алтай are nouns
        return tuple(before + hyphen + form for form in _ended(last, ADJECTIVES))
    # Эмилии-Романьи, Саксонии-Анхальта: here both parts are declined.
    fronts = _ended(before, NOUNS) if before.endswith(("ия", "ья")) else (before,)
    return tuple(front + hyphen + form for front in fronts for form in _ended(last, NOUNS))


def _of_person(word: str) -> tuple[str, ...]:
    if word.endswith(("ский", "цкий", "кой", "ной", "ный", "рый", "лый", "тый", "хий", "ская")):
        return _ended(word, ADJECTIVES)
    before, hyphen, last = word.rpartition("-")
    return tuple(before + hyphen + form for form in _ended(last, SURNAMES + NOUNS))


def _ended(word: str, endings: Endings) -> tuple[str, ...]:
    lower = word.lower()
    for ending, others in endings:
        if lower.endswith(ending):
            stem = word[: len(word) - len(ending)]
            # A capital may stand in the ending: Орёл.
            forms = (stem + other if stem else other.capitalize() for other in others)
            return tuple(dict.fromkeys((word, *forms)))
    if lower[-1:] in _VOWELS or not lower[-1:].isalpha():
        return (word,)
    return tuple(word + ending for ending in (_HUSHING if lower[-1] in "жцчшщ" else _HARD))
