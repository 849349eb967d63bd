"""A line is taken for the same thing wherever it stands around an article, or within it.

`tests/cases/import/lines/` holds lines by language. Those of `day` tell 12 September 2016 as that
of publication, or the day that is written behind a tab; those of `no-day` tell the day of something
else. `furniture` is to be cut, `kept` is not. `article` is a headline and two paragraphs that name
no day. Lines of `mentioned` and of `party` name a place, whose code stands behind a tab.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import pytest

from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer
from tests.conftest import CASES

STRAIGHT: Final = str.maketrans("“”„‘’", '"""\'\'')

LANGUAGES: Final = ("ru", "en", "zh", "ja", "ko")

Position = Callable[[str, str, str, str], str]
"""Puts a line among a headline and two paragraphs."""

ABOVE: Final[dict[str, Position]] = {
    "above": lambda line, title, one, two: f"{line}\n\n{title}\n\n{one}\n\n{two}\n",
    "below the headline": lambda line, title, one, two: f"{title}\n{line}\n\n{one}\n\n{two}\n",
}
INSIDE: Final[dict[str, Position]] = {
    "inside": lambda line, title, one, two: f"{title}\n\n{one}\n\n{line}\n\n{two}\n",
    "inside, with no empty lines": lambda line, title, one, two: f"{title}\n{one}\n{line}\n{two}\n",
}
BEHIND: Final[dict[str, Position]] = {
    "behind": lambda line, title, one, two: f"{title}\n\n{one}\n\n{two}\n\n{line}\n",
}


def lines_of(kind: str, language: str) -> list[str]:
    path = CASES / "import" / "lines" / f"{kind}.{language}.txt"
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_of_something_else_is_never_that_of_publication(
    language: str, gazetteer: Gazetteer
) -> None:
    title, one, two = lines_of("article", language)
    taken = [
        (line, name, found)
        for line in lines_of("no-day", language)
        for name, put in (ABOVE | BEHIND).items()
        if (found := judge(put(line, title, one, two).encode(), gazetteer).publication.date)
    ]
    assert taken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stated_day_is_found(language: str, gazetteer: Gazetteer) -> None:
    title, one, two = lines_of("article", language)
    missed = []
    for row in lines_of("day", language):
        line, _, day = row.partition("\t")
        for name, put in (ABOVE | BEHIND).items():
            found = judge(put(line, title, one, two).encode(), gazetteer).publication.date
            if found != (day or "2016-09-12"):
                missed.append((line, name, found))
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_furniture_is_cut_and_leaves_the_article_whole(language: str, gazetteer: Gazetteer) -> None:
    title, one, two = lines_of("article", language)
    wrong = []
    for line in lines_of("furniture", language):
        for name, put in (ABOVE | INSIDE | BEHIND).items():
            judged = judge(put(line, title, one, two).encode(), gazetteer)
            if (judged.title, judged.body) != (title, f"{one}\n\n{two}"):
                wrong.append((line, name))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_begins_as_furniture_does_and_goes_on_as_text_is_kept(
    language: str, gazetteer: Gazetteer
) -> None:
    title, one, two = lines_of("article", language)
    wrong = []
    for line in lines_of("kept", language):
        written = line.translate(STRAIGHT) if language in {"ru", "en"} else line
        wanted = dict.fromkeys(INSIDE, f"{one}\n\n{written}\n\n{two}")
        wanted |= dict.fromkeys(BEHIND, f"{one}\n\n{two}\n\n{written}")
        for name, put in (INSIDE | BEHIND).items():
            judged = judge(put(line, title, one, two).encode(), gazetteer)
            if (judged.title, judged.body) != (title, wanted[name]):
                wrong.append((line, name))
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["mentioned", "party"])
def test_a_sentence_tells_a_party_from_what_is_only_mentioned(
    kind: str, language: str, gazetteer: Gazetteer
) -> None:
    title, one, two = lines_of("article", language)
    wrong = []
    for row in lines_of(kind, language):
        line, _, code = row.partition("\t")
        roles = judge(BEHIND["behind"](line, title, one, two).encode(), gazetteer).roles
        tags = [tag.code for tag in (*roles.regions, *roles.partners)]
        others = [tag.code for tag in (*roles.mentioned_regions, *roles.mentioned_partners)]
        if (code in tags, code in others) != (kind == "party", kind == "mentioned"):
            wrong.append(row)
    assert wrong == []


@pytest.mark.parametrize(
    "line",
    [
        "a / " * 90 + "12.09.2016",
        "ab | " * 70 + "1.",
        "а → " * 90 + "!",
        "省外办：" * 90,
        "(аб" * 130,
    ],
    ids=["strokes", "bars", "arrows", "labels", "brackets"],
)
@pytest.mark.timeout(20)
def test_a_line_of_many_signs_does_not_keep_the_import_waiting(
    line: str, gazetteer: Gazetteer
) -> None:
    title, one, two = lines_of("article", "ru")
    assert judge(BEHIND["behind"](line, title, one, two).encode(), gazetteer).title == title
