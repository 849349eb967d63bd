from __future__ import annotations

from pathlib import Path

import pytest

from microsite.catalogue.catalogue import Catalogue, Entry, year_of
from tests.building import catalogue_from, original, translation


def order(catalogue: Catalogue) -> list[str]:
    return [briefing.slug for briefing in catalogue.briefings]


def dated(date: str) -> str:
    basis = "" if date.isdigit() else "date_basis: Guessed."
    return original(date=date, more=basis)


def test_briefings_stand_newest_first_and_without_a_date_last(tmp_path: Path) -> None:
    dates = {"a": "2016", "b": "unknown", "c": "2018-09~", "d": "2017-01-01"}
    files = {f"briefings/{slug}.en.md": dated(date) for slug, date in dates.items()}
    assert order(catalogue_from(tmp_path / "content", files)) == ["c", "d", "a", "b"]


@pytest.mark.parametrize("date", ["2016-09-12", "unknown"])
def test_briefings_of_one_date_stand_in_the_order_of_their_slugs(tmp_path: Path, date: str) -> None:
    slugs = ["b", "a-1", "a", "c10", "c9"]
    files = {f"briefings/{slug}.en.md": dated(date) for slug in slugs}
    assert order(catalogue_from(tmp_path / "content", files)) == ["a", "a-1", "b", "c10", "c9"]


def test_of_two_dates_that_begin_together_the_one_that_ends_later_is_newer(tmp_path: Path) -> None:
    dates = {"a": "2016", "b": "2016-01-01", "c": "2016/2018", "d": "2016-01"}
    files = {f"briefings/{slug}.en.md": dated(date) for slug, date in dates.items()}
    assert order(catalogue_from(tmp_path / "content", files)) == ["c", "a", "d", "b"]


def test_a_date_written_in_two_ways_is_one_date(tmp_path: Path) -> None:
    files = {
        "briefings/b.en.md": dated("2016-06"),
        "briefings/a.en.md": dated("2016-06~"),
        "briefings/c.en.md": dated("2016-06-XX"),
    }
    assert order(catalogue_from(tmp_path / "content", files)) == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("date", "year"),
    [
        ("2016-09-12", 2016),
        ("2016/2018", 2016),
        ('"[2016,2017]"', 2016),
        ("201X", 2010),
        ("2015-12/2016-02", 2015),
        ("../2016", 2016),
        ("2016/..", 2016),
        ("unknown", 0),
    ],
)
def test_what_spans_years_stands_once_at_its_lower_bound(
    tmp_path: Path, date: str, year: int
) -> None:
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": dated(date)})
    (briefing,) = catalogue.briefings
    assert year_of(briefing) == year
    assert dict(catalogue.years) == ({year: (briefing,)} if year else {})
    assert catalogue.undated == (() if year else (briefing,))


def test_years_stand_newest_first(tmp_path: Path) -> None:
    files = {f"briefings/a{year}.en.md": dated(str(year)) for year in (2016, 2018, 2009)}
    assert list(catalogue_from(tmp_path / "content", files).years) == [2018, 2016, 2009]


def test_only_terms_with_briefings_are_there_in_the_order_of_their_keys(tmp_path: Path) -> None:
    files = {
        "briefings/a.en.md": original(regions="RU-TOM, RU-IRK", more="topics: [trade]"),
        "briefings/b.en.md": original(regions="RU-TOM", partners="JP", date="2017"),
    }
    catalogue = catalogue_from(tmp_path / "content", files)
    keys = {name: [term.key for term in terms] for name, terms in catalogue.taxonomies.items()}
    assert keys == {
        "regions": ["RU-IRK", "RU-TOM"],
        "partners": ["CN", "JP"],
        "topics": ["trade"],
    }
    tomsk = catalogue.term("regions", "RU-TOM")
    assert tomsk is not None
    assert (tomsk.slug, tomsk.names["en"]) == ("tomsk-oblast", "Tomsk Oblast")
    assert [entry.briefing.slug for entry in tomsk.entries] == ["b", "a"]
    assert catalogue.term("regions", "RU-OMS") is None


def test_a_province_brings_its_country_along(tmp_path: Path) -> None:
    files = {"briefings/a.en.md": original(partners="CN-HA")}
    catalogue = catalogue_from(tmp_path / "content", files)
    assert [term.key for term in catalogue.taxonomies["partners"]] == ["CN", "CN-HA"]
    assert [(p.region, p.partner) for p in catalogue.pairs] == [
        ("RU-OMS", "CN"),
        ("RU-OMS", "CN-HA"),
    ]


ROUNDUP = """\
Opening.

## Omsk {#omsk regions="RU-OMS" partners="CN-HA"}

On Omsk.

## Tomsk {#tomsk regions="RU-TOM" partners="JP"}

On Tomsk.

## More on Omsk {#more regions="RU-OMS" partners="CN"}

More.
"""


def test_pairs_come_from_tagged_sections_where_there_are_any(tmp_path: Path) -> None:
    text = original(regions="RU-OMS, RU-TOM", partners="CN-HA, JP", body=ROUNDUP)
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": text})
    pairs = {(p.region, p.partner): p.entries[0].section_ids for p in catalogue.pairs}
    assert pairs == {
        ("RU-OMS", "CN"): ("omsk", "more"),
        ("RU-OMS", "CN-HA"): ("omsk",),
        ("RU-TOM", "JP"): ("tomsk",),
    }


def test_pairs_come_from_all_regions_and_partners_where_nothing_is_tagged(tmp_path: Path) -> None:
    text = original(regions="RU-OMS, RU-TOM", partners="CN, JP")
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": text})
    assert [(p.region, p.partner) for p in catalogue.pairs] == [
        ("RU-OMS", "CN"),
        ("RU-OMS", "JP"),
        ("RU-TOM", "CN"),
        ("RU-TOM", "JP"),
    ]
    assert all(pair.entries[0].section_ids == () for pair in catalogue.pairs)


def test_without_a_partner_there_is_no_pair(tmp_path: Path) -> None:
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": original(partners="")})
    assert catalogue.pairs == ()
    assert catalogue.pair("RU-OMS", "CN") is None


def test_a_term_is_led_to_by_the_sections_tagged_for_it(tmp_path: Path) -> None:
    text = original(regions="RU-OMS, RU-TOM", partners="CN-HA, JP", body=ROUNDUP)
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": text})
    ids = {
        (name, key): entry.section_ids
        for name, key in [("regions", "RU-OMS"), ("partners", "CN"), ("partners", "CN-HA")]
        if (term := catalogue.term(name, key))
        for entry in term.entries
    }
    assert ids == {
        ("regions", "RU-OMS"): ("omsk", "more"),
        ("partners", "CN"): ("omsk", "more"),
        ("partners", "CN-HA"): ("omsk",),
    }


def test_the_sections_of_a_translation_are_found_by_the_ids_of_the_original(tmp_path: Path) -> None:
    files = {
        "briefings/a.en.md": original(
            body='## Omsk {#omsk regions="RU-OMS"}\n\nOn Omsk.', partners=""
        ),
        "briefings/a.ru.md": translation(body="## Омск {#omsk}\n\nЗдесь Омск."),
    }
    catalogue = catalogue_from(tmp_path / "content", files)
    (briefing,) = catalogue.briefings
    version = briefing.version("ru")
    assert version is not None
    (section,) = Entry(briefing, ("omsk",)).sections(version)
    assert (section.title, section.opening) == ("Омск", "Здесь Омск.")


DRAFTS = {
    "briefings/a.en.md": original(more="draft: true"),
    "briefings/a.ru.md": translation(),
    "briefings/b.en.md": original(),
    "briefings/b.ru.md": translation(more="draft: true"),
    "briefings/c.en.md": original(),
}


def versions(catalogue: Catalogue) -> list[tuple[str, tuple[str, ...]]]:
    return [(b.slug, tuple(v.language for v in b.versions)) for b in catalogue.briefings]


def test_a_draft_original_holds_back_its_translations(tmp_path: Path) -> None:
    catalogue = catalogue_from(tmp_path / "content", DRAFTS)
    assert versions(catalogue) == [("b", ("en",)), ("c", ("en",))]


def test_drafts_are_arranged_where_they_are_asked_for(tmp_path: Path) -> None:
    catalogue = catalogue_from(tmp_path / "content", DRAFTS, drafts=True)
    assert versions(catalogue) == [("a", ("en", "ru")), ("b", ("en", "ru")), ("c", ("en",))]
