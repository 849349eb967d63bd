"""Know the words that name regions, partners abroad, cities and heads of regions, in all tables.

Each word is a surface form: folded (see `fold`), in one grammatical case. All of them stand in one
automaton, which finds every one that occurs in a text in one pass.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import ahocorasick

from microsite.content.vocabulary import Vocabulary
from microsite.importer.names.word_lists import (
    Person,
    Sense,
    bases,
    fold,
    forms,
    is_abbreviation,
    list_of,
    people_of,
    table,
    words_of_all,
    words_of_person,
)


class Gazetteer(NamedTuple):
    """Hold all words, and what stands behind them."""

    automaton: Any
    """Of pyahocorasick: gives the end of each word that occurs, and its senses."""
    people: Mapping[str, Person]
    """By language, key and name."""
    lists: Mapping[str, tuple[str, str]]
    """Words of lists of regions by language, as one expression; see kinds.yaml."""
    stems: Mapping[str, str]
    """Codes by what stands in front of the noun in a Russian region's name: `омская область`."""
    bare: Mapping[str, str]
    """Codes by the bare English name of a region, folded."""
    names: Mapping[str, str]
    """An English name of each code and city, for reports."""


def load(vocabulary: Vocabulary) -> Gazetteer:
    """Read all tables, and add what the site's own vocabulary has.

    Raises: OSError.
    """
    senses: dict[str, set[Sense]] = {}
    tables = {name: table(name) for name in ("regions", "partners", "cities", "partner_cities")}
    cities = tables["cities"] | tables["partner_cities"]
    parents = {key: entry["parent"] for key, entry in cities.items()}
    for key, place in vocabulary.places.items():
        parents.setdefault(key, place.parent)
    names: dict[str, str] = {}
    for word, sense in words_of_all(vocabulary, tables, parents):
        written = sense._replace(
            exact=word if is_abbreviation(word) else "", small=word[:1].islower()
        )
        for form in forms(word, sense):
            senses.setdefault(fold(form), set()).add(written)
        if sense.language == "en" and sense.form == "name":
            names.setdefault(sense.place or sense.code, word)
    people = {}
    for key, entry in (people_of(vocabulary) | table("officials")).items():
        for word, sense, person in words_of_person(key, entry):
            senses.setdefault(fold(word), set()).add(sense)
            people[f"{sense.language} {sense.person}"] = person
    automaton = ahocorasick.Automaton()
    for word, found in senses.items():
        automaton.add_word(word, (len(word), tuple(sorted(found))))
    automaton.make_automaton()
    return Gazetteer(
        automaton,
        people,
        {language: list_of(language) for language in ("ru", "en")},
        {fold(term.name["ru"]): code for code, term in vocabulary.regions.items()},
        {fold(base): code for code, base in bases(vocabulary)},
        names,
    )
