from __future__ import annotations

from pathlib import Path

from microsite.catalogue.sources import sources
from tests.building import catalogue_from, original

REPORT = "source: {title: A report, publisher: Bureau, url: 'https://example.org/a'}"


def groups(folder: Path, **texts: str) -> list[list[str]]:
    """Give the slugs of the briefings of each source."""
    files = {f"briefings/{slug}.{text[-2:]}.md": text[:-2] for slug, text in texts.items()}
    found = sources(catalogue_from(folder / "content", files).entries)
    return [[entry.briefing.slug for entry in entries] for entries in found]


def text(more: str = REPORT, *, date: str = "2016-09-12", lang: str = "en") -> str:
    return original(date=date, lang=lang, more=more) + lang


def test_briefings_of_one_source_stand_together(tmp_path: Path) -> None:
    later = text(date="2017")
    assert groups(tmp_path, a=text(), b=later, c=text()) == [["b"], ["a", "c"]]


def test_a_source_is_another_with_another_title_publisher_address_date_or_language(
    tmp_path: Path,
) -> None:
    others = {
        "b": text(REPORT.replace("A report", "Another")),
        "c": text(REPORT.replace("Bureau", "Ministry")),
        "d": text(REPORT.replace("org/a", "org/b")),
        "e": text(date="2016-09"),
        "f": text(lang="ru"),
    }
    assert sorted(groups(tmp_path, a=text(), **others)) == [["a"], *([slug] for slug in others)]


def test_what_the_site_alone_knows_of_a_source_does_not_part_it(tmp_path: Path) -> None:
    read_later = REPORT.replace("}", ", retrieved: 2020}")
    assert groups(tmp_path, a=text(), b=text(read_later)) == [["a", "b"]]


def test_sources_of_which_nothing_is_known_are_not_taken_for_one(tmp_path: Path) -> None:
    assert groups(tmp_path, a=text(""), b=text("")) == [["a"], ["b"]]


def test_of_no_briefings_there_are_no_sources() -> None:
    assert sources(()) == ()
