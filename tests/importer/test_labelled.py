"""Hold the importer to what it promises on the labelled texts; `make import-score` prints more."""

from __future__ import annotations

import re

import pytest

from microsite.importer.judge import Judged, judge
from microsite.importer.lines.shapes import TERMINAL
from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.normalise import normalise
from microsite.importer.words import Words
from tests.importer.labelled import FIELDS, Labelled, Score, answers, judged, labels, read_cases
from tests.importer.test_lines import INSIDE, LANGUAGES, lines_of

CASES = read_cases()

MARKS = {"dateline", "author"}
"""Kinds of what stands in front of a report, and signs of its end."""

LEAST = {
    "language": 1.0,
    "title": 0.95,
    "date": 0.95,
    "regions": 0.95,
    "partners": 0.95,
    "body": 0.98,
}


@pytest.fixture(scope="module")
def judgements(gazetteer: Gazetteer) -> list[tuple[Labelled, Judged]]:
    return [(case, judged(case, gazetteer)) for case in CASES]


@pytest.fixture(scope="module")
def scores(judgements: list[tuple[Labelled, Judged]]) -> dict[str, Score]:
    found = {field: Score() for field in FIELDS}
    for case, one in judgements:
        here, there = answers(one), labels(case)
        for field in FIELDS:
            found[field].add(here[field], there[field])
    return found


def test_there_are_enough_labelled_texts_in_every_language() -> None:
    languages = [case.labels["language"] for case in CASES]
    assert len(CASES) >= 60
    assert {*languages} == {"ru", "en", "zh-Hans", "zh-Hant", "ja", "ko"}


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_is_recognised_as_well_as_promised(scores: dict[str, Score], field: str) -> None:
    assert scores[field].f1 >= LEAST[field]


def test_no_date_is_wrong(judgements: list[tuple[Labelled, Judged]]) -> None:
    wrong = [
        (case.name, one.publication.date)
        for case, one in judgements
        if one.publication.date and [one.publication.date] != labels(case)["date"]
    ]
    assert wrong == []


def test_nothing_of_a_text_is_lost(judgements: list[tuple[Labelled, Judged]]) -> None:
    wrong = []
    for case, one in judgements:
        kept = [one.anatomy.title.text if one.anatomy.title else ""]
        kept += [line.text for paragraph in one.anatomy.paragraphs for line in paragraph.lines]
        kept += [cut.words.text for cut in one.anatomy.cut]
        if _signs("".join(kept)) != _signs(case.text):
            wrong.append(case.name)
    assert wrong == []


def test_words_stand_where_they_are_said_to_stand(
    judgements: list[tuple[Labelled, Judged]],
) -> None:
    wrong = []
    for case, one in judgements:
        lines = {line.number: line.text for line in normalise(case.text)}
        wrong += [
            (case.name, words)
            for words in _words_of(one)
            if lines[words.line][words.start : words.end] != words.text
        ]
    assert wrong == []


def _words_of(one: Judged) -> list[Words]:
    roles, publication = one.roles, one.publication
    tags = (*roles.regions, *roles.partners, *roles.mentioned_regions, *roles.mentioned_partners)
    return [
        *(tag.words for tag in (*tags, *roles.places)),
        *(cut.words for cut in one.anatomy.cut),
        *(offer.evidence for offer in publication.offers),
        *filter(None, (publication.evidence, one.anatomy.publisher)),
    ]


PARAGRAPHS = [
    (case.name[:2], text)
    for case in CASES
    if case.name[:2] in LANGUAGES
    for text in case.body.split("\n\n")
    if TERMINAL.search(text)
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_paragraph_stays_whole_within_any_article(language: str, gazetteer: Gazetteer) -> None:
    title, one, two = lines_of("article", language)
    texts = [text for other, text in PARAGRAPHS if other == language][::3]
    wrong = []
    for text in texts:
        anatomy = judge(INSIDE["inside"](text, title, one, two).encode(), gazetteer).anatomy
        kinds = {cut.kind for cut in anatomy.cut} - MARKS
        if kinds or len(anatomy.paragraphs) != len((one, text, two)):
            wrong.append((text, kinds))
    assert len(texts) > 50
    assert wrong == []


BETWEEN = {
    "ru": ("Фото: Ирина Молокова", "Фото: ТАСС", "[Читайте также: Омск ждёт снега]"),
    "en": ("Photo: Ivan Petrov", "Subscribe to our weekly newsletter", "[Photo: the mill]"),
    "zh": ("（图片由企业提供）",),
    "ja": ("（写真提供・州政府）",),
    "ko": ("[사진=바르나울 제분소]",),
}
SENTENCES = re.compile(
    r"(?<=[^\W\d_]{3}[.!?]) (?=[A-ZА-ЯЁ])|(?<=[。！？])(?=[\u3040-\u9fff])|(?<=다\.) "
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_furniture_between_two_sentences_goes_alone_or_stays(
    language: str, gazetteer: Gazetteer
) -> None:
    title, one, two = lines_of("article", language)
    wrong, gone = [], 0
    for text in [text for other, text in PARAGRAPHS if other == language][::12]:
        first, _, rest = SENTENCES.sub("\n", text, count=1).partition("\n")
        for fragment in BETWEEN[language] if rest else ():
            space = "" if language in {"zh", "ja"} else " "
            mixed = space.join((first, fragment, rest))
            anatomy = judge(INSIDE["inside"](mixed, title, one, two).encode(), gazetteer).anatomy
            own = [cut for cut in anatomy.cut if cut.kind not in MARKS]
            gone += len(own)
            if len(anatomy.paragraphs) != len((one, mixed, two)) or [
                cut.words.text for cut in own
            ] not in ([], [fragment]):
                wrong.append((mixed, own))
    assert gone > 10
    assert wrong == []


def _signs(text: str) -> list[str]:
    """Count what stands in a text, but for bullets in front of items, and forms of quotes."""
    return sorted(s for s in text if not s.isspace() and s not in "ㅇ○●▲△•·*-–\"'“”„‘’")
