from __future__ import annotations

from pathlib import Path

from microsite.catalogue.catalogue import Entry
from microsite.pages.cards import OPENINGS, card, counts
from microsite.pages.edition import Edition
from microsite.pages.frames import hrefs
from microsite.pages.views import Card, Counts, Link
from tests.building import Files, editions_from, original, translation

PAGE = "en/briefings/index.html"


def in_english(folder: Path, files: Files) -> Edition:
    return editions_from(folder / "content", files)[1]


def first_card(edition: Edition, *, sections: tuple[str, ...] = ()) -> Card:
    return card(edition, hrefs(PAGE), Entry(edition.catalogue.briefings[0], sections))


def test_a_card_shows_a_briefing_in_the_language_of_the_page(tmp_path: Path) -> None:
    files = {
        "briefings/bridge.ru.md": original(lang="ru", title="Мост", partners="CN-HA"),
        "briefings/bridge.en.md": translation(lang="en", of="ru", title='The "bridge"'),
    }
    shown = first_card(in_english(tmp_path, files))
    assert (shown.title, shown.href, shown.lang) == ("The “bridge”", "bridge.html", "")
    assert shown.languages == ()
    assert shown.regions == (Link("Omsk Oblast", "../regions/omsk-oblast.html"),)
    assert [link.text for link in shown.partners] == ["China", "Henan"]
    assert shown.date is not None
    assert (shown.date.edtf, shown.date_basis, shown.draft) == ("2016-09-12", False, False)


def test_what_is_not_translated_is_shown_in_its_own_language_and_leads_there(
    tmp_path: Path,
) -> None:
    files = {"briefings/bridge.ru.md": original(lang="ru", title="'\"Мост\"'", summary="Он.")}
    shown = first_card(in_english(tmp_path, files))
    assert (shown.title, shown.lang) == ("«Мост»", "ru")
    assert shown.href == "../../ru/briefings/bridge.html"
    assert shown.languages == (Link("Русский", "../../ru/briefings/bridge.html", "ru"),)
    assert shown.regions == (Link("Omsk Oblast", "../regions/omsk-oblast.html"),)


def test_every_language_lists_every_briefing_and_counts_those_it_has(tmp_path: Path) -> None:
    files = {
        "briefings/a.ru.md": original(lang="ru"),
        "briefings/b.en.md": original(),
        "briefings/b.ru.md": translation(),
    }
    russian, english = editions_from(tmp_path / "content", files)
    assert counts(russian, russian.catalogue.briefings) == Counts(total=2, translated=2)
    assert counts(english, english.catalogue.briefings) == Counts(total=2, translated=1)


def test_a_card_without_a_date_says_so(tmp_path: Path) -> None:
    text = original(date="unknown", more="date_basis: The text has none.")
    shown = first_card(in_english(tmp_path, {"briefings/a.en.md": text}))
    assert (shown.date, shown.date_basis) == (None, True)


def roundup(sections: int) -> str:
    return "\n".join(
        f'## Part {n} {{#part-{n} regions="RU-OMS"}}\n\nOpening {n}.\n' for n in range(sections)
    )


def test_a_card_shows_the_openings_of_a_few_sections(tmp_path: Path) -> None:
    text = original(body=roundup(OPENINGS), partners="")
    edition = in_english(tmp_path, {"briefings/a.en.md": text})
    ids = tuple(f"part-{n}" for n in range(OPENINGS))
    shown = first_card(edition, sections=ids).sections
    assert [(s.title, s.href, s.opening) for s in shown] == [
        (f"Part {n}", f"a.html#part-{n}", f"Opening {n}.") for n in range(OPENINGS)
    ]


def test_a_card_only_names_many_sections(tmp_path: Path) -> None:
    text = original(body=roundup(OPENINGS + 1), partners="")
    edition = in_english(tmp_path, {"briefings/a.en.md": text})
    ids = tuple(f"part-{n}" for n in range(OPENINGS + 1))
    assert {s.opening for s in first_card(edition, sections=ids).sections} == {""}
