"""A line states the day of publication, or does not, wherever it stands around an article.

`tests/cases/import/date-lines/` holds lines by language: those of `stated` tell 12 September 2016,
or the day that is written behind a tab; those of `never` tell the day of something else. `article`
is a headline and two paragraphs that name no day.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from microsite.importer.gazetteer import Gazetteer
from microsite.importer.judge import judge
from tests.conftest import CASES

LANGUAGES = ("ru", "en", "zh", "ja", "ko")


def positions(language: str, line: str) -> Iterator[str]:
    """Put a line above a headline, below it, and behind the article."""
    title, first, second = lines_of("article", language)
    yield f"{line}\n\n{title}\n\n{first}\n\n{second}\n"
    yield f"{title}\n{line}\n\n{first}\n\n{second}\n"
    yield f"{title}\n\n{first}\n\n{second}\n\n{line}\n"


def lines_of(kind: str, language: str) -> list[str]:
    path = CASES / "import" / "date-lines" / f"{kind}.{language}.txt"
    return path.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_day_of_something_else_is_never_that_of_publication(
    language: str, gazetteer: Gazetteer
) -> None:
    taken = [
        (line, text.index(line), found)
        for line in lines_of("never", language)
        for text in positions(language, line)
        if (found := judge(text.encode(), gazetteer).publication.date)
    ]
    assert taken == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_stated_day_is_found(language: str, gazetteer: Gazetteer) -> None:
    missed = []
    for row in lines_of("stated", language):
        line, _, day = row.partition("\t")
        for text in positions(language, line):
            found = judge(text.encode(), gazetteer).publication.date
            if found != (day or "2016-09-12"):
                missed.append((line, text.index(line), found))
    assert missed == []
