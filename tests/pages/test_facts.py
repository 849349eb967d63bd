from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from microsite.content.facts import STATUSES
from microsite.content.vocabulary import Office, Person
from microsite.dates.edtf import parse, sort_key
from microsite.pages import facts as pages
from microsite.pages.facts import facts_view, is_overdue, office_at, speaker
from microsite.pages.frames import hrefs
from microsite.pages.views import FactsView, Link, Words
from tests.building import Trial, original, translation, trial_from, view_of

PAGE = "en/briefings/bridge.html"
BODY = (
    "Trade grew by 66% in 2015, to more than 58 million dollars. It was half of all. Talks go on."
)

FACTS = """
source: {title: '"Trade" grows', publisher: The Press}
figures:
  - id: growth
    measure: trade
    region: RU-OMS
    partner: CN-HA
    period: "2015"
    change: +66%
    base: "2014"
    evidence: Trade grew by 66%
  - id: trade
    measure: trade
    title: Trade in "dollars"
    period: unknown
    period_basis: It is not said
    value: "58000000"
    unit: USD
    qualifier: more than
    said_by: ivanov
    evidence: to more than 58 million dollars
  - id: share
    measure: share
    period: "2015"
    value: "50"
    unit: percent
    whole: all "trade"
    planned: true
    evidence: half of all
  - id: part
    measure: share
    period: "2015"
    derived: trade * share / 100
    unit: USD
    qualifier: about
events:
  - id: talks
    date: "2015-09"
    title: Talks begin
    regions: [RU-OMS]
    partners: [CN-HA, CN]
    said_by: petrova
    evidence: Talks go on
commitments:
  - id: bridge
    title: Build a "bridge"
    region: RU-OMS
    partner: CN
    due: "2017"
    status: unknown
    as_of: "2018-09"
    evidence: Talks go
"""

WORDS = """
words:
  trade: Торговля в "долларах"
  trade.period_basis: Не сказано
  share.whole: вся торговля
  talks: Начались переговоры
"""

SETTINGS = (
    "title: {ru: Проба, en: Trial}\ndescription: {ru: Проба., en: A trial.}\n"
    "languages: [ru, en]\nas_of: 2018-01-01\n"
)


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    files = {
        "site.yaml": SETTINGS,
        "briefings/bridge.en.md": original(more=FACTS, body=BODY, partners="CN-HA"),
        "briefings/bridge.ru.md": translation(more=WORDS),
        "briefings/plain.en.md": original(),
    }
    return trial_from(tmp_path_factory.mktemp("facts") / "content", files)


def shown(trial: Trial, language: str = "en") -> FactsView:
    edition = next(e for e in trial.editions if e.language == language)
    briefing = next(b for b in trial.catalogue.briefings if b.slug == "bridge")
    return facts_view(edition, hrefs(f"{language}/briefings/bridge.html"), briefing)


def test_facts_are_numbered_through_all_their_kinds(trial: Trial) -> None:
    view = shown(trial)
    everything: list[Any] = [*view.figures, *view.events, *view.commitments]
    assert [(fact.number, fact.id) for fact in everything] == [
        (1, "growth"),
        (2, "trade"),
        (3, "share"),
        (4, "part"),
        (5, "talks"),
        (6, "bridge"),
    ]


def test_a_change_is_shown_with_its_base_and_places(trial: Trial) -> None:
    growth = shown(trial).figures[0]
    assert (growth.amount, growth.base, growth.base_stated) == ("+66%", "compared with 2014", True)
    assert (growth.measure, growth.title, growth.whole) == ("Trade", Words(""), Words(""))
    assert growth.region == Link("Omsk Oblast", "../regions/omsk-oblast.html")
    assert growth.partner == Link("Henan", "../partners/henan.html")
    assert growth.period is not None
    assert (growth.period.text, growth.period_basis) == ("2015", Words(""))
    assert (growth.between, growth.rests_on, growth.planned) == ("", (), False)


def test_a_value_is_shown_with_what_is_not_known_of_it(trial: Trial) -> None:
    trade, share = shown(trial).figures[1:3]
    assert trade.amount == "more than USD\u00a058\u00a0million"
    assert (trade.title, trade.period) == (Words("Trade in “dollars”"), None)
    assert trade.period_basis == Words("It is not said")
    assert (trade.region, trade.partner, trade.base) == (None, None, "")
    assert (share.amount, share.whole, share.planned) == ("50%", Words("all “trade”"), True)


def test_a_figure_leads_to_its_sentence_its_source_and_who_said_it(trial: Trial) -> None:
    rest = shown(trial).figures[1].rest
    assert rest.sentence == "../briefings/bridge.html#trade"
    assert rest.evidence == Words("to more than 58\u00a0million dollars")
    assert rest.source == Words("The Press")
    assert rest.briefing == Link("A bridge", "../briefings/bridge.html")
    assert rest.speaker is not None
    assert rest.speaker.link == Link("Ivan Ivanov", "../people/ivanov.html")
    assert rest.speaker.office == "Governor of Omsk Oblast"


def test_a_derived_figure_leads_to_what_it_rests_on_and_to_no_sentence(trial: Trial) -> None:
    part = shown(trial).figures[3]
    assert part.amount == "about USD\u00a029\u00a0million"
    assert part.between == "USD\u00a025–33\u00a0million"
    assert [(link.text, link.href) for link in part.rests_on] == [
        ("more than USD\u00a058\u00a0million", "../briefings/bridge.html#trade"),
        ("50%", "../briefings/bridge.html#share"),
    ]
    assert (part.rest.sentence, part.rest.evidence) == ("", Words(""))


def test_an_event_is_shown_with_its_date_and_places(trial: Trial) -> None:
    (talks,) = shown(trial).events
    assert talks.date is not None
    assert (talks.title, talks.date.text) == (Words("Talks begin"), "September 2015")
    assert [link.text for link in (*talks.regions, *talks.partners)] == [
        "Omsk Oblast",
        "Henan",
        "China",
    ]
    assert talks.rest.speaker is not None
    assert (talks.rest.speaker.link.text, talks.rest.speaker.office) == ("Anna Petrova", "")


def test_a_commitment_is_shown_with_what_became_of_it(trial: Trial) -> None:
    (bridge,) = shown(trial).commitments
    assert bridge.due is not None
    assert bridge.as_of is not None
    assert (bridge.title, bridge.status) == (Words("Build a “bridge”"), "Outcome not known")
    assert (bridge.due.text, bridge.as_of.text) == ("2017", "September 2018")
    assert bridge.overdue is True
    assert bridge.rest.speaker is None


def test_a_translation_tells_facts_in_its_words_and_the_rest_in_those_of_the_original(
    trial: Trial,
) -> None:
    view = shown(trial, "ru")
    growth, trade, share, _ = view.figures
    assert growth.amount == "+66\u00a0%"
    assert trade.title == Words("Торговля в\u00a0«долларах»")
    assert trade.period_basis == Words("Не\u00a0сказано")
    assert share.whole == Words("вся торговля")
    assert view.events[0].title == Words("Начались переговоры")
    # Not translated: told as what it is.
    assert view.commitments[0].title == Words("Build a “bridge”", "en")
    assert view.commitments[0].status == "Итог неизвестен"


def test_a_translation_leads_to_the_words_in_the_original(trial: Trial) -> None:
    rest = shown(trial, "ru").figures[1].rest
    assert rest.sentence == "../../en/briefings/bridge.html#trade"
    assert rest.evidence == Words("to more than 58\u00a0million dollars", "en")
    assert rest.source == Words("The Press", "en")
    assert rest.briefing == Link("Мост", "../briefings/bridge.html")
    assert rest.speaker is not None
    assert rest.speaker.office == "Губернатор Омской области"


def test_where_no_publisher_is_known_the_source_is_named_by_its_title(tmp_path: Path) -> None:
    more = FACTS.replace(", publisher: The Press", "")
    files = {"briefings/bridge.en.md": original(more=more, body=BODY, partners="CN-HA")}
    view = shown(trial_from(tmp_path / "content", files))
    assert view.figures[0].rest.source == Words("“Trade” grows")


def test_every_status_has_words() -> None:
    assert set(pages.STATUSES) == set(STATUSES)


@pytest.mark.parametrize(
    ("as_of", "due", "status", "overdue"),
    [
        ("2018-01-01", "2017", "unknown", True),
        ("2018-01-01", "2017", "under way", True),
        ("2018-01-01", "2017", "done", False),
        ("2018-01-01", "2017", "abandoned", False),
        ("2017-12-31", "2017", "unknown", False),
        ("2018-01-01", "2017/..", "unknown", False),
        ("2018-01-01", "2018", "planned", False),
        ("", "2017", "planned", False),
        ("2018-01-01", "", "planned", False),
    ],
)
def test_overdue_is_what_was_due_before_the_day_and_is_not_over(
    tmp_path: Path, as_of: str, due: str, status: str, *, overdue: bool
) -> None:
    more = FACTS.replace('"2017"', f'"{due}"').replace("status: unknown", f"status: {status}")
    more = more.replace('    due: ""\n', "")
    settings = SETTINGS.replace("2018-01-01", as_of) if as_of else SETTINGS.partition("as_of")[0]
    made = trial_from(
        tmp_path / "content",
        {
            "site.yaml": settings,
            "briefings/bridge.en.md": original(more=more, body=BODY, partners="CN-HA"),
        },
    )
    (item,) = made.catalogue.stated.commitments
    assert is_overdue(made.editions[0], item.fact) is overdue


def office(of: str = "RU-OMS", start: str | None = None, end: str | None = None) -> Office:
    return Office(title={"en": f"{of} {start} {end}"}, of=of, start=start, end=end)


ACTING = office("RU-OMS", "2012-05", "2012-09")
GOVERNOR = office("RU-OMS", "2012-09", "2017")
ENVOY = office("RU-TOM", "2017")


@pytest.mark.parametrize(
    ("date", "codes", "held"),
    [
        ("2012-06-01", (), ACTING),
        ("2012-10", (), GOVERNOR),
        ("2016-09-12", ("RU-TOM",), GOVERNOR),
        ("2017", (), GOVERNOR),
        ("2017", ("RU-TOM",), ENVOY),
        ("2018", ("RU-OMS",), ENVOY),
        ("2012-09", (), ACTING),
        ("2011", (), None),
        ("", (), None),
    ],
)
def test_the_office_is_that_which_was_held_when_it_was_said(
    date: str, codes: tuple[str, ...], held: Office | None
) -> None:
    days = "/".join(day.isoformat() for day in sort_key(parse(date))[:2]) if date else ""
    person = Person(name={"en": "I"}, offices=(ACTING, GOVERNOR, ENVOY))
    assert office_at(person, days, codes) == held


def test_where_it_is_not_known_when_it_was_said_an_only_office_is_taken() -> None:
    assert office_at(Person(name={"en": "I"}, offices=(GOVERNOR,)), "", ()) == GOVERNOR
    assert office_at(Person(name={"en": "I"}), "", ()) is None
    assert office_at(Person(name={"en": "I"}), "2016-01-01/2016-12-31", ()) is None


def test_nobody_said_what_nobody_is_named_for(trial: Trial) -> None:
    assert speaker(trial.editions[0], hrefs(PAGE), "", "", ()) is None


def many(number: int) -> str:
    return "events:\n" + "".join(
        f'  - {{id: e{n}, date: "2015", title: E, evidence: Talks go on}}\n' for n in range(number)
    )


@pytest.mark.parametrize(("number", "own_page"), [(24, False), (25, True)])
def test_many_facts_have_a_page_of_their_own(
    tmp_path: Path, number: int, *, own_page: bool
) -> None:
    files = {
        "briefings/bridge.en.md": original(more=many(number), body=BODY),
        "briefings/bridge.ru.md": translation(),
    }
    outputs = {o.path: o for o in trial_from(tmp_path / "content", files).plan()}
    facts = [path for path in outputs if ".facts." in path]
    assert facts == (
        ["en/briefings/bridge.facts.html", "ru/briefings/bridge.facts.html"] if own_page else []
    )
    html = '<sup><a href="#fact-e1">1</a></sup>'
    page, _ = view_of(outputs["en/briefings/bridge.html"], html)
    assert page.has_facts
    assert len(page.facts.events) == (0 if own_page else number)
    assert (page.facts_page is not None) is own_page
    assert ('"../briefings/bridge.facts.html#fact-e1"' in page.body) is own_page
    if own_page:
        beside, _ = view_of(outputs[facts[0]])
        assert len(beside.facts.events) == number
        assert beside.frame.title == "Figures, events and commitments"


def test_a_briefing_without_facts_shows_none(trial: Trial) -> None:
    outputs = {o.path: o for o in trial.plan()}
    page, _ = view_of(outputs["en/briefings/plain.html"])
    assert (page.has_facts, page.facts, page.facts_page) == (False, FactsView(), None)


def test_facts_lead_to_their_briefing_from_wherever_they_are_listed(trial: Trial) -> None:
    (event,) = trial.catalogue.stated.events
    rest = pages.event_view(trial.editions[1], hrefs("en/index.html"), event).rest
    assert rest.sentence == "briefings/bridge.html#talks"
    assert rest.briefing.href == "briefings/bridge.html"


def test_facts_that_one_page_cannot_hold_stand_each_on_one_of_several(tmp_path: Path) -> None:
    words = [f"Number {n} came to {n} after all that was said of it" for n in range(1, 151)]
    events = "events:\n" + "\n".join(
        f"  - {{id: e{n}, date: 2015, title: {text}, evidence: {text}}}"
        for n, text in enumerate(words, start=1)
    )
    body = "\n\n".join(f"{text}." for text in words)
    trial = trial_from(
        tmp_path / "content", {"briefings/bridge.en.md": original(more=events, body=body)}
    )
    pages = {o.path: view_of(o)[0] for o in trial.plan() if ".facts" in o.path}
    assert len(pages) > 1
    found = {item.id: path for path, page in pages.items() for item in page.facts.events}
    assert sorted(found) == sorted(f"e{n}" for n in range(1, 151))
    assert sum(len(page.facts.events) for page in pages.values()) == len(found)
    html = "".join(f'<a href="#fact-e{n}">' for n in range(1, 151))
    (briefing,) = (o for o in trial.plan() if o.path == "en/briefings/bridge.html")
    shown = view_of(briefing, html)[0].body
    for event, path in found.items():
        assert f'"../{path.removeprefix("en/")}#fact-{event}"' in shown
    for page in pages.values():
        assert [link.current for link in page.parts].count(True) == 1
        assert page.frame.title.endswith(next(p.text for p in page.parts if p.current))
