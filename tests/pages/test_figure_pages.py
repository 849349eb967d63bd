from __future__ import annotations

from pathlib import Path
from typing import Any

from microsite.pages.figure_pages import SHOWN
from microsite.pages.views import FigureGroup, Link
from tests.building import Trial, translation, trial_from, view_of
from tests.pages.telling import SOURCE, TERMS, Fact, figure, stating

UNKNOWN = figure("e", "unknown", period_basis="Not said.")
A = stating(
    title="A bridge",
    more=SOURCE,
    figures=[
        figure("a", "2015", region="RU-OMS", partner="CN-HA", said_by="ivanov"),
        figure("b", measure="exports", change="+5%", base="2015"),
        UNKNOWN,
    ],
)
B = stating(title="A road", date="2017", figures=[figure("c", "2016-03"), figure("d", "2014/2016")])


def trial(folder: Path, **texts: str) -> Trial:
    """Make a site of briefings by their slugs."""
    files = {f"briefings/{slug}.en.md": text for slug, text in (texts or {"a": A, "b": B}).items()}
    return trial_from(folder / "content", {**TERMS, **files})


def page(made: Trial, path: str) -> Any:  # noqa: ANN401 -- of any kind
    return view_of(next(output for output in made.plan() if output.path == path))[0]


def paths(made: Trial) -> list[str]:
    return [o.path for o in made.plan() if o.path.startswith("en/figures/")]


def ids(group: FigureGroup) -> list[str]:
    return [item.id for item in group.figures]


def many(number: int, period: str, words: int = 900) -> list[Fact]:
    """Make figures of one period that fill pages."""
    return [
        figure(f"f{period}-{n:02}", period, evidence=f"{'w' * words} {period} {n}.", title=f"T{n}")
        for n in range(number)
    ]


def test_each_measure_with_figures_has_a_page_and_the_index_leads_to_it(tmp_path: Path) -> None:
    made = trial(tmp_path)
    assert paths(made) == [
        "en/figures/exports.html",
        "en/figures/index.html",
        "en/figures/trade.html",
    ]
    index = page(made, "en/figures/index.html")
    assert index.frame.title == "Figures"
    assert index.frame.breadcrumbs == (Link("Home", "../index.html"),)
    assert index.count == 5
    assert [(g.title, g.count, g.href, ids(g)) for g in index.measures] == [
        ("Exports", 1, "../figures/exports.html", ["b"]),
        ("Trade", 4, "../figures/trade.html", ["c", "a", "d"]),
    ]


def test_the_index_names_measures_in_the_order_of_their_language(tmp_path: Path) -> None:
    index = page(trial(tmp_path), "ru/figures/index.html")
    assert [group.title for group in index.measures] == ["Товарооборот", "Экспорт"]


def test_the_index_shows_the_newest_figures_alone(tmp_path: Path) -> None:
    told = [figure(f"f{n}", str(2000 + n)) for n in range(9)]
    (group,) = page(trial(tmp_path, a=stating(figures=told)), "en/figures/index.html").measures
    assert (group.count, ids(group)) == (9, ["f8", "f7", "f6"])
    assert len(group.figures) == SHOWN


def test_a_page_of_a_measure_shows_its_figures_by_year_the_newest_period_first(
    tmp_path: Path,
) -> None:
    found = page(trial(tmp_path), "en/figures/trade.html")
    assert (found.title, found.frame.title, found.count) == ("Trade", "Trade (figures)", 4)
    assert [(year.title, ids(year)) for year in found.years] == [
        ("2016", ["c"]),
        ("2015", ["a"]),
        ("2014", ["d"]),
        ("Period unknown", ["e"]),
    ]
    assert found.frame.breadcrumbs == (
        Link("Home", "../index.html"),
        Link("Figures", "../figures/index.html"),
    )
    assert (found.parts.years, found.parts.newer, found.parts.older) == ((), None, None)


def test_a_figure_is_shown_with_its_place_its_speaker_its_sentence_and_its_source(
    tmp_path: Path,
) -> None:
    (shown,) = page(trial(tmp_path), "en/figures/trade.html").years[1].figures
    assert (shown.amount, shown.measure) == ("5", "Trade")
    assert shown.region == Link("Omsk Oblast", "../regions/omsk-oblast.html")
    assert shown.partner == Link("Henan", "../partners/henan.html")
    rest = shown.rest
    assert (rest.sentence, rest.evidence.text) == ("../briefings/a.html#a", "Words of a.")
    assert (rest.source.text, rest.briefing) == ("Bureau", Link("A bridge", "../briefings/a.html"))
    assert rest.speaker is not None
    assert rest.speaker.link == Link("Ivan Ivanov", "../people/ivanov.html")
    assert rest.speaker.office == "Mayor"


def test_figures_stand_in_every_language_whatever_that_of_their_briefing(tmp_path: Path) -> None:
    (shown,) = page(trial(tmp_path), "ru/figures/trade.html").years[1].figures
    assert shown.rest.sentence == "../../en/briefings/a.html#a"
    assert (shown.rest.evidence.lang, shown.rest.briefing.lang) == ("en", "en")
    files = {
        "briefings/a.en.md": stating(figures=[figure("a", title="Bridges")]),
        "briefings/a.ru.md": translation(more="words: {a: Мосты}"),
    }
    made = trial_from(tmp_path / "translated", {**TERMS, **files})
    (shown,) = page(made, "ru/figures/trade.html").years[0].figures
    assert (shown.title.text, shown.title.lang, shown.rest.briefing.text) == ("Мосты", "", "Мост")


def test_many_figures_stand_on_pages_by_year_and_number(tmp_path: Path) -> None:
    told = [*many(20, "2016"), *many(3, "2015")]
    made = trial(tmp_path, a=stating(figures=told))
    assert paths(made) == [
        "en/figures/index.html",
        "en/figures/trade-2015.html",
        "en/figures/trade-2016-2.html",
        "en/figures/trade-2016.html",
        "en/figures/trade.html",
    ]
    whole = page(made, "en/figures/trade.html")
    assert whole.count == 23
    assert [(link.text, link.href, link.count) for link in whole.parts.years] == [
        ("2016", "../figures/trade-2016.html", 20),
        ("2015", "../figures/trade-2015.html", 3),
    ]
    newest, oldest, before = (
        page(made, f"en/figures/trade-{name}.html") for name in ("2016", "2016-2", "2015")
    )
    assert [p.title for p in (newest, oldest, before)] == [
        "Trade: 2016, part 2",
        "Trade: 2016, part 1",
        "Trade: 2015",
    ]
    assert (newest.parts.newer, newest.parts.older) == (
        None,
        Link("2016, part 1", "../figures/trade-2016-2.html"),
    )
    assert (oldest.parts.newer, oldest.parts.older) == (
        Link("2016, part 2", "../figures/trade-2016.html"),
        Link("2015", "../figures/trade-2015.html"),
    )
    assert [(p.count, len(p.years)) for p in (newest, oldest, before)] == [(0, 1), (0, 1), (3, 1)]
    assert newest.years[0].title == ""
    assert [*ids(newest.years[0]), *ids(oldest.years[0])] == [f"f2016-{n:02}" for n in range(20)]
    assert newest.frame.breadcrumbs[1:] == (
        Link("Figures", "../figures/index.html"),
        Link("Trade", "../figures/trade.html"),
    )


def test_a_page_of_figures_has_its_versions_in_all_languages(tmp_path: Path) -> None:
    versions = {o.path: o.versions for o in trial(tmp_path).plan()}
    assert versions["en/figures/trade.html"] == (
        ("ru", "ru/figures/trade.html"),
        ("en", "en/figures/trade.html"),
    )


def test_without_figures_there_are_no_such_pages(tmp_path: Path) -> None:
    assert paths(trial(tmp_path, a=stating())) == []
