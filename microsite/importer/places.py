"""Find the words of a text that name regions, partners abroad, cities and heads of regions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.names.heads import headed
from microsite.importer.names.word_lists import Sense, fold
from microsite.importer.names.words_apart import stands_apart
from microsite.importer.passages import Passage


class Mention(NamedTuple):
    """Hold a word that names something, and where it stands."""

    passage: int
    start: int
    end: int
    code: str
    """ISO 3166, of a region or a partner."""
    place: str
    """The key of the city, where it is one."""
    form: str
    """`name`, `adjective`, `people` or `person`."""


def is_region(code: str) -> bool:
    """Tell the code of a region of Russia from that of a partner abroad."""
    return code.startswith("RU-")


_HOMES = {"zh": "CN", "ja": "JP", "ko": "KR"}
"""The country that a text is about in its own language, whether it names it or not."""

Found = tuple[int, int, tuple[Sense, ...]]


def find_mentions(
    passages: Sequence[Passage], language: str, gazetteer: Gazetteer, day: str = ""
) -> tuple[Mention, ...]:
    """Find what a text names, in its order.

    `language` is BCP 47; `day` is that of the text, where it is known: it decides which region a
    head of several speaks for.
    """
    base = language.partition("-")[0]
    wanted = frozenset((base, "en", "ru") if base in ("zh", "ja", "ko", "en", "ru") else ())
    found: list[tuple[int, Found]] = []
    for number, passage in enumerate(passages):
        folded = fold(passage.text)
        words = [*_words(passage.text, folded, gazetteer, wanted)]
        words += _listed(passage.text, folded, gazetteer)
        found += ((number, one) for one in _longest(words))
    sure = {
        sense.code
        for _, (_, _, senses) in found
        for sense in senses
        if not sense.weak
        and sense.form not in ("person", "surname", "nothing")
        and len({s.code for s in senses}) == 1
    }
    about = sure | {code.partition("-")[0] for code in sure if not is_region(code)}
    about |= {_HOMES[base]} if base in _HOMES else set()
    if "RU-ALT" not in sure and any(_KRAI.search(passage.text) for passage in passages):
        about = about - {"RU-AL"} | {"RU-ALT"}
    mentions = []
    named: set[str] = set()
    for number, (start, end, senses) in found:
        for code, place, form in _meant(
            (passages[number].text, start, end), senses, about, gazetteer, day, named
        ):
            mentions.append(Mention(number, start, end, code, place, form))
    return tuple(dict.fromkeys(mentions))


def _words(text: str, folded: str, gazetteer: Gazetteer, wanted: frozenset[str]) -> Iterator[Found]:
    for last, (length, senses) in gazetteer.automaton.iter(folded):
        start, end = last - length + 1, last + 1
        fitting = tuple(
            sense
            for sense in senses
            if sense.language in wanted and stands_apart(text, folded, start, end, sense)
        )
        if fitting:
            yield start, end, fitting


def _listed(text: str, folded: str, gazetteer: Gazetteer) -> Iterator[Found]:
    """Find regions whose kind is said once for several: «Омская и Томская области»."""
    for words, language in gazetteer.lists.values():
        for kind in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text):
            yield from _FRONTS[language](folded, kind.start(), gazetteer, kind[0])


_AND = re.compile(r"(?:[\w-]+)(?:(?:, | и | and |, and | & )(?:the )?(?:[\w-]+))+ $")
_ONE = re.compile(r"[\w-]+")


def _russian_front(text: str, at: int, gazetteer: Gazetteer, kind: str) -> Iterator[Found]:
    if front := _AND.search(text, max(0, at - 200), at):
        noun = "край" if kind.startswith("кра") else "область"
        ending = "ий" if noun == "край" else "ая"
        for word in _ONE.finditer(text, front.start(), at):
            stem = re.sub(r"(?:ая|ой|ую|ий|ого|ому|им|ом|ые|ых|ым|ыми|ие|их|ими)$", "", word[0])
            code = gazetteer.stems.get(f"{stem}{ending} {noun}")
            if code and stem != word[0]:
                yield word.start(), word.end(), (Sense("ru", code, "name"),)


def _english_front(text: str, at: int, gazetteer: Gazetteer, _kind: str) -> Iterator[Found]:
    if front := _AND.search(text, max(0, at - 200), at):
        for word in _ONE.finditer(text, front.start(), at):
            if code := gazetteer.bare.get(word[0]):
                yield word.start(), word.end(), (Sense("en", code, "name"),)


_KRAI = re.compile(
    r"(?<!ский )(?<!ского )(?<!скому )(?<!ском )(?<!ским )\bкра(?:й|я|ю|ем|е|ев\w{2,3})\b"
    r"|\b[Tt]he krai\b"
)
"""A krai that has been named before: then of both Altais the one that is no republic is meant."""


_FRONTS: Mapping[str, Callable[[str, int, Gazetteer, str], Iterator[Found]]] = {
    "ru": _russian_front,
    "en": _english_front,
}


def _longest(found: Iterable[Found]) -> list[Found]:
    """Choose, from the left, the longest of the words that overlap; senses of one place join."""
    chosen: list[Found] = []
    for start, end, senses in sorted(found, key=lambda one: (one[0], -one[1], one[2])):
        if chosen and start == chosen[-1][0] and end == chosen[-1][1]:
            chosen[-1] = (start, end, (*senses, *chosen[-1][2]))
        elif not chosen or start >= chosen[-1][1]:
            chosen.append((start, end, senses))
    return chosen


def _meant(  # noqa: PLR0913, PLR0917 -- a word, and all by which it is judged
    at: tuple[str, int, int],
    senses: Sequence[Sense],
    about: set[str],
    gazetteer: Gazetteer,
    day: str,
    named: set[str],
) -> Iterator[tuple[str, str, str]]:
    """Settle what a word names: code, place and form of each; nothing where that is not sure."""
    if any(sense.form == "nothing" for sense in senses):
        return
    people = [sense for sense in senses if sense.form in ("person", "surname")]
    plain = [sense for sense in senses if sense not in people]
    if people and (code := headed(at, people, gazetteer, day, named)):
        yield code, "", "person"
        return
    sure = [sense for sense in plain if not sense.weak]
    if not sure:
        fitting = [
            sense
            for sense in plain
            if sense.code in about
            or (sense.language == "ko" and sense.code.startswith("KR-"))
            or (sense.place and _is_designated(at))
            or (sense.place and sense.code.partition("-")[0] in about and _stands_in_list(at))
        ]
        codes = {sense.code for sense in fitting}
        sure = fitting if len(codes) == 1 else []
    codes = {sense.code for sense in sure}
    if len(codes) > 1 and not any(sense.form == "adjective" for sense in sure):
        # A city and the unit or country that it lies in are both named; two others are a doubt.
        tops = {code for code in codes if not any(o != code and o.startswith(code) for o in codes)}
        if len(tops) > 1:
            near = [sense for sense in sure if sense.code in about]
            sure = near if len({sense.code for sense in near}) == 1 else []
    for sense in sure:
        yield sense.code, sense.place, sense.form


_DESIGNATION = re.compile(
    r"(?:\bгород\w*|\bг\.|\bстанци\w+|\bпогранпереход\w*|\bлогистическ\w+ центр\w*(?: в)?"
    r"|\bcity of|\blogistics cent(?:re|er) (?:of|in)|\bport of|\bstation)\s+$",
    re.IGNORECASE,
)


def _is_designated(at: tuple[str, int, int]) -> bool:
    text, start, _ = at
    return bool(_DESIGNATION.search(text, max(0, start - 40), start))


def _stands_in_list(at: tuple[str, int, int]) -> bool:
    """Tell whether a word stands in a list of names: "Beijing, Shanghai and Manchuria"."""
    text, start, end = at
    before = re.search(r"\w(?:,| и| and| &) $", text[max(0, start - 8) : start])
    return bool(before) and not text[end : end + 1].isalnum()
