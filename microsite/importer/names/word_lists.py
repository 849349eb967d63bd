"""Read the tables: which words name what, each in its dictionary form."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from microsite.content.vocabulary import Term, Vocabulary
from microsite.importer.names.declension import forms_of, forms_of_adjective, forms_of_person

TABLES = Path(__file__).resolve().parents[1] / "tables"

LANGUAGES = ("ru", "en", "zh", "ja", "ko")
"""As tables name them; `zh` holds simplified and traditional characters."""


@cache
def _folded() -> dict[int, str]:
    """Give what each character is folded to; all are single."""
    return str.maketrans(
        {"ё": "е", "Ё": "е", "’": "'", "ʼ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-"}
        | {"—": "-", "−": "-", "\u00a0": " ", "\u202f": " ", "（": "(", "）": ")", "·": "・"}
        | dict(zip(_MARKED, _PLAIN, strict=True))
        | table("traditional")
    )


_MARKED = "āīūēōĀĪŪĒŌáéíóúâêîôûüöäñçğşışčšžřý"
_PLAIN = "aiueoAIUEOaeiouaeiouuoancgsiscszry"


def fold(text: str) -> str:
    """Write small letters, one kind of hyphen, simplified characters: each in its place."""
    folded = text.translate(_folded())
    lower = folded.lower()
    if len(lower) == len(text):
        return lower
    return "".join(small if len(small := one.lower()) == 1 else one for one in folded)


class Sense(NamedTuple):
    """Say what a word may name."""

    language: str
    """In which language; of `LANGUAGES`."""
    code: str
    """ISO 3166 of the region or partner; empty for what is none."""
    form: str
    """`name`, `adjective`, `people`, `person`, `surname` or `nothing`."""
    place: str = ""
    """The key of the city, where it is one."""
    person: str = ""
    """The key of the person, and the name as the table writes it."""
    weak: bool = False
    """Whether other words of the text have to speak for it."""
    exact: str = ""
    """Letter by letter as it must stand; for abbreviations."""
    small: bool = False
    """Whether it may begin with a small letter, as in «город Маньчжурия»."""


class Office(NamedTuple):
    """Name the region or partner that somebody headed, and when: EDTF, empty where open."""

    code: str
    start: str
    end: str


class Person(NamedTuple):
    """Hold a head of a region or of a partner's unit."""

    first: frozenset[str]
    """First names in all cases, folded; empty where the name is written as one word."""
    offices: tuple[Office, ...]


Entry = Mapping[str, Any]


def table(name: str) -> dict[str, Any]:
    """Read a table; all its scalars are texts. Raises: OSError."""
    with (TABLES / f"{name}.yaml").open("rb") as file:
        found: dict[str, Any] = yaml.load(file, Loader=_TEXTS)  # noqa: S506 -- see there
    return found


class _TEXTS(yaml.CBaseLoader):
    """Read all scalars as texts: `NO` is Norway."""


kinds = cache(lambda: table("kinds"))


@cache
def names_of_cities() -> frozenset[str]:
    """Give the names of all cities in the tables, folded."""
    entries = (*table("cities").values(), *table("partner_cities").values())
    words = (found for entry in entries for found in _of_entry(entry, "", ""))
    return frozenset(fold(word) for word, sense in words if sense.form == "name")


def words_of_all(
    vocabulary: Vocabulary, tables: Mapping[str, Mapping[str, Entry]], parents: Mapping[str, str]
) -> Iterator[tuple[str, Sense]]:
    """Give all words with what they name, but for those of people."""
    for language, words in _nothings():
        yield from ((word, Sense(language, "", "nothing")) for word in words)
    for entries in tables.values():
        for key, entry in entries.items():
            is_city = "parent" in entry
            code, place = (parents[key], key) if is_city else (key, "")
            yield from _of_entry(entry, code, place)
    for key, of_place in vocabulary.places.items():
        yield from _of_term(of_place, of_place.parent, key)
    for code, term in (*vocabulary.regions.items(), *vocabulary.partners.items()):
        yield from _of_term(term, code, "")
    yield from _bare_names(vocabulary)


def _bare_names(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    alike = Counter(base for _, base in bases(vocabulary))
    for code, base in bases(vocabulary):
        if alike[base] > 1:
            continue  # of Altai there are two, and the kind tells them apart
        for kind in kinds()["behind"]:
            yield f"{base} {kind}", Sense("en", code, "name")
            for ending in ("sky", "skiy", "skii", "skiy") if base.endswith("sk") else ():
                yield f"{base[:-2]}{ending} {kind}", Sense("en", code, "name")
            yield f"{base}aya {kind}", Sense("en", code, "name")
        for kind in kinds()["before"]:
            yield f"{kind} {base}", Sense("en", code, "name")


def bases(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Give the bare English name of each region that has a kind in its name."""
    for code, term in vocabulary.regions.items():
        name = term.name["en"]
        base = re.sub(
            r"^Republic of | (?:Oblast|Krai|Republic|Autonomous Okrug|Autonomous Oblast)$", "", name
        )
        if base != name:
            yield code, base


def _nothings() -> Iterator[tuple[str, list[str]]]:
    for name in ("not_places", "not_partners"):
        yield from table(name).items()


def _of_entry(
    entry: Entry, code: str, place: str, *, weak: bool = False
) -> Iterator[tuple[str, Sense]]:
    for language in LANGUAGES:
        for field, form in (("", "name"), ("_adjective", "adjective"), ("_people", "people")):
            for word in entry.get(language + field, ()):
                yield word, Sense(language, code, form, place, weak=weak)
    for group in ("joint", "former"):
        if group in entry:
            yield from _of_entry(entry[group], code, place, weak=weak)
    if "weak" in entry:
        yield from _of_entry(entry["weak"], code, place, weak=True)


def _of_term(term: Term, code: str, place: str) -> Iterator[tuple[str, Sense]]:
    for language, name in term.name.items():
        yield name, Sense(language.partition("-")[0], code, "name", place)
    for alias in term.aliases:
        for language in _languages_of(alias):
            yield alias, Sense(language, code, "name", place)


def _languages_of(word: str) -> tuple[str, ...]:
    """Tell by its script in which languages a word may stand."""
    for pattern, languages in (
        (r"[\u0400-\u04ff]", ("ru",)),
        (r"[\u3040-\u30ff]", ("ja",)),
        (r"[\uac00-\ud7a3]", ("ko",)),
        (r"[\u4e00-\u9fff]", ("zh", "ja")),
    ):
        if re.search(pattern, word):
            return languages
    return ("en",)


_ABBREVIATION = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ.()&/]{1,6}")


def forms(word: str, sense: Sense) -> Iterable[str]:
    """Give all forms in which a word may stand."""
    if sense.language != "ru" or _ABBREVIATION.fullmatch(word):
        return (word,)
    if sense.form == "adjective":
        return forms_of_adjective(word)
    if sense.form == "nothing" and word[:1].islower() and " " not in word:
        return (word,)
    return forms_of(word)


def is_abbreviation(word: str) -> bool:
    """Tell whether a word has to stand letter by letter: РК, not «рк»."""
    return bool(_ABBREVIATION.fullmatch(word))


def people_of(vocabulary: Vocabulary) -> dict[str, Entry]:
    """Give the people of the site's vocabulary who held an office of a region or a partner."""
    found: dict[str, Entry] = {}
    for key, person in vocabulary.people.items():
        offices = [
            {"of": office.of, "from": office.start or "", "to": office.end or ""}
            for office in person.offices
            if office.of
        ]
        if offices:
            names = {language.partition("-")[0]: [name] for language, name in person.name.items()}
            found[key] = {**names, "offices": offices}
    return found


def words_of_person(key: str, entry: Entry) -> Iterator[tuple[str, Sense, Person]]:
    """Give the forms of the names by which texts know a head, each with who that is."""
    offices = tuple(
        Office(one["of"], one.get("from", ""), one.get("to", "")) for one in entry["offices"]
    )
    for language in LANGUAGES:
        for name in entry.get(language, ()):
            if language == "ru" and " " in name:
                firsts, lasts = forms_of_person(name)
                if name.count(" ") > 1:  # a Korean's surname comes first: the name stands whole
                    firsts, lasts = frozenset(), frozenset((name,))
            elif language == "en" and " " in name:
                first, _, last = name.rpartition(" ")
                firsts, lasts = frozenset((first,)), frozenset((last,))
            else:
                firsts, lasts = frozenset(), frozenset((name,))
            person = Person(frozenset(map(fold, firsts)), offices)
            for last in lasts:
                yield (
                    last,
                    Sense(language, offices[0].code, "person", person=f"{key} {name}"),
                    person,
                )
        for name in entry.get("surname", {}).get(language, ()):
            sense = Sense(language, offices[0].code, "surname", person=f"{key} {name}")
            yield name, sense, Person(frozenset(), offices)


def list_of(language: str) -> tuple[str, str]:
    """Give the words that end a list of regions, as an expression, and their language."""
    words = kinds()["lists"][language]
    return "|".join(map(re.escape, words)), language
