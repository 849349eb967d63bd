from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.catalogue.catalogue import Catalogue, Entry, arrange
from microsite.content.facts import Facts
from microsite.content.model import Briefing, SourceText, Version
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


def test_only_terms_with_briefings_are_there_in_the_order_of_their_keys(tmp_path: Path) -> None:
    files = {
        "briefings/a.en.md": original(regions="RU-TOM, RU-IRK", more="topics: [trade]"),
        "briefings/b.en.md": original(regions="RU-TOM", partners="JP", date="2017"),
    }
    catalogue = catalogue_from(tmp_path / "content", files)
    keys = {name: list(terms) for name, terms in catalogue.taxonomies.items()}
    assert keys == {
        "regions": ["RU-IRK", "RU-TOM"],
        "partners": ["CN", "JP"],
        "topics": ["trade"],
    }
    tomsk = catalogue.taxonomies["regions"]["RU-TOM"]
    assert [entry.briefing.slug for entry in tomsk] == ["b", "a"]


def test_a_province_brings_its_country_along(tmp_path: Path) -> None:
    files = {"briefings/a.en.md": original(partners="CN-HA")}
    catalogue = catalogue_from(tmp_path / "content", files)
    assert list(catalogue.taxonomies["partners"]) == ["CN", "CN-HA"]
    assert list(catalogue.pairs) == [("RU-OMS", "CN"), ("RU-OMS", "CN-HA")]


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
    pairs = {pair: entries[0].section_ids for pair, entries in catalogue.pairs.items()}
    assert pairs == {
        ("RU-OMS", "CN"): ("omsk", "more"),
        ("RU-OMS", "CN-HA"): ("omsk",),
        ("RU-TOM", "JP"): ("tomsk",),
    }


def test_pairs_come_from_all_regions_and_partners_where_nothing_is_tagged(tmp_path: Path) -> None:
    text = original(regions="RU-OMS, RU-TOM", partners="CN, JP")
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": text})
    assert list(catalogue.pairs) == [
        ("RU-OMS", "CN"),
        ("RU-OMS", "JP"),
        ("RU-TOM", "CN"),
        ("RU-TOM", "JP"),
    ]
    assert all(entries[0].section_ids == () for entries in catalogue.pairs.values())


def test_without_a_partner_there_is_no_pair(tmp_path: Path) -> None:
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": original(partners="")})
    assert catalogue.pairs == {}


def test_a_term_is_led_to_by_the_sections_tagged_for_it(tmp_path: Path) -> None:
    text = original(regions="RU-OMS, RU-TOM", partners="CN-HA, JP", body=ROUNDUP)
    catalogue = catalogue_from(tmp_path / "content", {"briefings/a.en.md": text})
    ids = {
        (name, key): entry.section_ids
        for name, key in [("regions", "RU-OMS"), ("partners", "CN"), ("partners", "CN-HA")]
        for entry in catalogue.taxonomies[name][key]
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


@pytest.mark.parametrize(
    "changed",
    [
        original(title="Another bridge"),
        original(summary="It was planned."),
        original(date="2016-09-13"),
        original(date="2016-09-12~", more="date_basis: Guessed."),
        original(regions="RU-TOM"),
        original(partners="CN-HA"),
        original(more="topics: [trade]"),
        original(more="places: [kaifeng]"),
        original(more="draft: true"),
        original(more="source: {title: A}"),
        original(more="changes: [{date: 2020, note: A}]"),
        original(body="## A {#a}\n\nText."),
        original(body='## A {#a regions="RU-OMS"}\n\nText.'),
    ],
)
def test_what_other_pages_may_show_of_a_briefing_is_in_its_digest(
    tmp_path: Path, changed: str
) -> None:
    digests = [
        catalogue_from(tmp_path / str(number), {"briefings/a.en.md": text}, drafts=True)
        .briefings[0]
        .digest
        for number, text in enumerate((original(), original(), changed))
    ]
    assert digests[0] == digests[1] != digests[2]


def test_a_translation_that_is_held_back_is_told_apart_from_one_that_is_shown(
    tmp_path: Path,
) -> None:
    files = {"briefings/a.en.md": original(), "briefings/a.ru.md": translation(more="draft: true")}
    (shown,) = catalogue_from(tmp_path / "shown", files, drafts=True).briefings
    (held_back,) = catalogue_from(tmp_path / "held", files).briefings
    assert shown.digest != held_back.digest


def test_the_digest_of_an_entry_tells_the_sections_apart(tmp_path: Path) -> None:
    text = original(body="## A {#a}\n\nText.\n\n## B {#b}\n\nText.")
    (briefing,) = catalogue_from(tmp_path / "content", {"briefings/a.en.md": text}).briefings
    entries = [Entry(briefing, ids) for ids in ((), ("a",), ("b",), ("a", "b"))]
    assert len({entry.digest for entry in entries}) == 4
    assert dict.fromkeys(entries).keys() == {*entries}


def briefing(slug: str, days: str, regions: Sequence[str], partners: Sequence[str]) -> Briefing:
    return Briefing(
        slug=slug,
        date=days,
        days=f"{days}/{days}" if days else "",
        regions=tuple(regions),
        partners=tuple(partners),
        places=(),
        topics=(),
        source=SourceText(),
        changes=(),
        original=Version(language="en", title="A title", summary="", path="", body=""),
        translations=(),
        facts=Facts(),
        weight=100,
        digest=f"{slug} {days} {regions} {partners}",
    )


BRIEFINGS = st.dictionaries(
    st.sampled_from("abcdef"),
    st.tuples(
        st.sampled_from(["", "2016-09-12", "2016-09-13", "2018-01-01"]),
        st.lists(st.sampled_from(["RU-OMS", "RU-TOM"]), unique=True),
        st.lists(st.sampled_from(["CN", "CN-HA", "JP"]), unique=True),
    ),
).map(lambda drawn: {slug: briefing(slug, *said) for slug, said in drawn.items()})


@given(BRIEFINGS, BRIEFINGS, st.sets(st.sampled_from("abcdef")))
def test_what_was_arranged_before_changes_nothing(
    first: dict[str, Briefing], second: dict[str, Briefing], kept: set[str]
) -> None:
    edited = second | {slug: first[slug] for slug in kept & first.keys()}
    before = arrange(first.values())
    assert arrange(edited.values(), before) == arrange(edited.values())


@given(BRIEFINGS, st.sampled_from("abcdef"))
def test_a_list_in_which_nothing_is_new_is_the_same_list(
    briefings: dict[str, Briefing], slug: str
) -> None:
    before = arrange(briefings.values())
    edited = briefings | {slug: briefing(slug, "2017-01-01", ["RU-OMS"], [])}
    after = arrange(edited.values(), before)
    of_it = {"RU-OMS", *(briefings[slug].regions if slug in briefings else ())}
    for region, entries in after.taxonomies["regions"].items():
        assert (before.taxonomies["regions"].get(region) is entries) == (region not in of_it)
