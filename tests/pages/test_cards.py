from __future__ import annotations

from pathlib import Path

from microsite.catalogue.catalogue import Entry
from microsite.pages.cards import OPENINGS, card, cards
from microsite.pages.part_views import counted, counts
from microsite.pages.views import Card, Counts, Link
from tests.building import Files, Trial, original, translation, trial_from

PAGE = "en/briefings/index.html"


def first_card(trial: Trial, *, sections: tuple[str, ...] = ()) -> Card:
    """Make the card of the newest briefing for a page in English."""
    return card(trial.editions[1], PAGE, Entry(trial.catalogue.briefings[0], sections))


def trial(folder: Path, files: Files) -> Trial:
    return trial_from(folder / "content", files)


def test_a_card_shows_a_briefing_in_the_language_of_the_page(tmp_path: Path) -> None:
    files = {
        "briefings/bridge.ru.md": original(lang="ru", title="Мост", partners="CN-HA"),
        "briefings/bridge.en.md": translation(lang="en", of="ru", title='The "bridge"'),
    }
    shown = first_card(trial(tmp_path, files))
    assert (shown.title, shown.href, shown.lang) == ("The “bridge”", "../briefings/bridge.html", "")
    assert shown.languages == ()
    assert shown.regions == (Link("Omsk Oblast", "../regions/omsk-oblast.html"),)
    assert [link.text for link in shown.partners] == ["China", "Henan"]
    assert shown.date is not None
    assert (shown.date.edtf, shown.date_basis, shown.draft) == ("2016-09-12", False, False)


def test_what_is_not_translated_is_shown_in_its_own_language_and_leads_there(
    tmp_path: Path,
) -> None:
    files = {"briefings/bridge.ru.md": original(lang="ru", title="'\"Мост\"'", summary="Он.")}
    shown = first_card(trial(tmp_path, files))
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
    made = trial(tmp_path, files)
    entries = made.catalogue.entries
    told = [counts(counted(edition, entries)) for edition in made.editions]
    assert told == [Counts(total=2, translated=2), Counts(total=2, translated=1)]


def test_a_card_without_a_date_says_so(tmp_path: Path) -> None:
    text = original(date="unknown", more="date_basis: The text has none.")
    shown = first_card(trial(tmp_path, {"briefings/a.en.md": text}))
    assert (shown.date, shown.date_basis) == (None, True)


def roundup(sections: int) -> str:
    return "\n".join(
        f'## Part {n} {{#part-{n} regions="RU-OMS"}}\n\nOpening {n}.\n' for n in range(sections)
    )


def test_a_card_shows_the_openings_of_a_few_sections(tmp_path: Path) -> None:
    text = original(body=roundup(OPENINGS), partners="")
    made = trial(tmp_path, {"briefings/a.en.md": text})
    ids = tuple(f"part-{n}" for n in range(OPENINGS))
    shown = first_card(made, sections=ids).sections
    assert [(s.title, s.href, s.opening) for s in shown] == [
        (f"Part {n}", f"../briefings/a.html#part-{n}", f"Opening {n}.") for n in range(OPENINGS)
    ]


def test_a_card_only_names_many_sections(tmp_path: Path) -> None:
    text = original(body=roundup(OPENINGS + 1), partners="")
    made = trial(tmp_path, {"briefings/a.en.md": text})
    ids = tuple(f"part-{n}" for n in range(OPENINGS + 1))
    assert {s.opening for s in first_card(made, sections=ids).sections} == {""}


def test_a_card_is_the_same_on_all_pages_of_one_depth(tmp_path: Path) -> None:
    made = trial(tmp_path, {"briefings/a.en.md": original()})
    entries, (_, english) = made.catalogue.entries, made.editions
    lists = [cards(english, f"en/{path}.html", entries) for path in ("briefings/index", "pairs/a")]
    (home,) = cards(english, "en/index.html", entries)
    assert lists[0] == lists[1]
    assert (lists[0][0].href, home.href) == ("../briefings/a.html", "briefings/a.html")
