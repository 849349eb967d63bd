"""What becomes of facts that are right; the reports on wrong ones stand in tests/cases/content."""

from __future__ import annotations

from pathlib import Path

import pytest

from microsite.content.facts import Commitment, Event, Facts
from microsite.content.read import ContentReading, read_content
from microsite.content.site_file import read_settings
from microsite.content.vocabulary_files import read_vocabulary
from microsite.diagnostics import Code
from microsite.memo import Memo
from tests.building import content_from, make_content, original, read_folder, translation

BODY = "Trade grew by 66% in 2015, to more than 58 million dollars. Exports were 20 million."

TRADE = """
figures:
  - id: growth
    measure: trade
    region: RU-OMS
    partner: CN
    period: "2015"
    change: +66%
    base: not stated
    evidence: Trade grew by 66%
  - id: trade
    measure: trade
    region: RU-OMS
    partner: CN
    title: In dollars
    period: "2015?"
    period_basis: It is not said
    value: "58000000"
    unit: USD
    qualifier: more than
    planned: true
    said_by: ivanov
    evidence: to more than 58 million dollars
  - id: exports
    measure: exports
    period: unknown
    period_basis: It is not said
    value: ["20000000", "25000000"]
    unit: USD
    evidence: Exports were 20 million
"""


def facts_in(folder: Path, more: str, body: str = BODY) -> Facts:
    files = {"briefings/a.en.md": original(more=more, body=body)}
    (briefing,) = content_from(folder / "content", files).briefings
    return briefing.facts


def codes(folder: Path, more: str, body: str = BODY) -> list[Code]:
    files = {"briefings/a.en.md": original(more=more, body=body)}
    _, findings = read_folder(make_content(folder / "content", files))
    return [finding.code for finding in findings]


def test_figures_hold_what_was_written(tmp_path: Path) -> None:
    growth, trade, exports = facts_in(tmp_path, TRADE).figures
    assert (growth.change, growth.base) == (("+66%",), "not stated")
    assert (growth.ends, growth.unit) == ((), "")
    assert (growth.period, growth.days) == ("2015", "2015-01-01/2015-12-31")
    assert (growth.title, growth.whole, growth.qualifier, growth.said_by) == ("", "", "", "")
    assert (trade.ends, trade.unit, trade.change, trade.base) == (("58000000",), "USD", (), "")
    assert (trade.period, trade.qualifier, trade.planned) == ("2015?", "more than", True)
    assert (trade.title, trade.said_by) == ("In dollars", "ivanov")
    assert (exports.ends, exports.region, exports.partner) == (("20000000", "25000000"), "", "")
    assert (exports.period, exports.days) == ("", "")


def test_events_and_commitments_hold_what_was_written(tmp_path: Path) -> None:
    more = """
events:
  - id: talks
    date: 2015~
    title: Talks
    regions: [RU-OMS]
    partners: [CN]
    said_by: petrova
    evidence: in 2015
commitments:
  - id: bridge
    title: Build a bridge
    partner: CN
    due: "2019-12"
    status: under way
    as_of: "2016-09"
    evidence: Trade grew
  - id: talk-on
    title: Go on talking
    status: planned
    as_of: "2016"
    evidence: Exports were
"""
    facts = facts_in(tmp_path, more)
    assert facts.events == (
        Event(
            id="talks",
            date="2015~",
            days="2015-01-01/2015-12-31",
            title="Talks",
            regions=("RU-OMS",),
            partners=("CN",),
            said_by="petrova",
            evidence="in 2015",
        ),
    )
    bridge, talk_on = facts.commitments
    assert bridge == Commitment(
        id="bridge",
        title="Build a bridge",
        region="",
        partner="CN",
        due="2019-12",
        days="2019-12-01/2019-12-31",
        status="under way",
        as_of="2016-09",
        said_by="",
        evidence="Trade grew",
    )
    assert (talk_on.due, talk_on.days) == ("", "")


def test_facts_are_numbered_by_kind_and_as_the_editor_put_them(tmp_path: Path) -> None:
    more = 'events:\n  - {id: talks, date: "2015", title: T, evidence: in 2015}\n' + TRADE
    facts = facts_in(tmp_path, more)
    assert [fact.id for fact in facts.all] == ["growth", "trade", "exports", "talks"]


def test_a_derived_figure_is_worked_out_with_its_bounds(tmp_path: Path) -> None:
    more = TRADE + (
        "  - id: share\n    measure: share\n    period: unknown\n    period_basis: Likewise\n"
        "    unit: percent\n    derived: exports / trade\n"
    )
    share = facts_in(tmp_path, more).figures[-1]
    assert (share.formula, share.rests_on) == ("exports / trade", ("exports", "trade"))
    assert (share.ends, share.between) == (("40",), ("20", "50"))
    assert share.evidence == ""


def test_a_derived_figure_contradicts_nobody(tmp_path: Path) -> None:
    more = TRADE + (
        "  - id: twice\n    measure: trade\n    region: RU-OMS\n    partner: CN\n"
        '    title: In dollars\n    period: "2015?"\n    said_by: ivanov\n'
        "    unit: USD\n    derived: trade * 2\n"
    )
    assert len(facts_in(tmp_path, more).figures) == 4


def second(**fields: str) -> str:
    """Write a figure like `trade` in `TRADE`, but for some fields."""
    whole = {
        "measure": "trade",
        "region": "RU-OMS",
        "partner": "CN",
        "title": "In dollars",
        "period": '"2015?"',
        "value": '"59000000"',
        "unit": "USD",
        "qualifier": "more than",
        "said_by": "ivanov",
        "evidence": "to more than 58 million dollars",
        **fields,
    }
    return "  - id: other\n" + "".join(
        f"    {key}: {text}\n" for key, text in whole.items() if text
    )


@pytest.mark.parametrize(
    "fields",
    [
        {"measure": "exports"},
        {"region": ""},
        {"partner": ""},
        {"title": "In roubles"},
        {"period": '"2014"'},
        {"unit": "RUB"},
        {"said_by": ""},
        {"said_by": "petrova"},
        {"whole": "All trade"},
        {"value": '"58000000"'},
        {"value": "", "unit": "", "change": "+5%", "base": '"2014"'},
    ],
    ids=str,
)
def test_numbers_for_different_things_do_not_contradict(
    tmp_path: Path, fields: dict[str, str]
) -> None:
    assert codes(tmp_path, TRADE + second(**fields)) == []


@pytest.mark.parametrize("fields", [{}, {"value": '"58000000"', "qualifier": "about"}], ids=str)
def test_two_numbers_for_the_same_contradict(tmp_path: Path, fields: dict[str, str]) -> None:
    assert codes(tmp_path, TRADE + second(**fields)) == [Code.FACT]


def test_without_a_day_to_judge_by_nothing_is_due(tmp_path: Path) -> None:
    more = (
        'commitments:\n  - {id: a, title: A, due: "1999", status: planned, as_of: "1998",'
        " evidence: in 2015}\n"
    )
    assert codes(tmp_path, more) == []


def test_what_is_planned_may_lie_after_the_source_and_so_may_what_is_not_dated(
    tmp_path: Path,
) -> None:
    more = TRADE.replace('"2015?"', '"2030"')
    assert codes(tmp_path / "a", more) == []
    assert codes(tmp_path / "b", more.replace("    planned: true\n", "")) == [Code.FACT]


def test_a_source_without_a_date_is_before_nothing(tmp_path: Path) -> None:
    more = TRADE.replace('"2015?"', '"2030"').replace("    planned: true\n", "")
    text = original(date="unknown", more="date_basis: None is given.\n" + more, body=BODY)
    content_from(tmp_path / "content", {"briefings/a.en.md": text})


def test_mistakes_of_the_front_matter_hide_none_of_the_translation(tmp_path: Path) -> None:
    files = {
        "briefings/a.en.md": original(more=TRADE.replace(": exports\n", ": x\n"), body=BODY),
        "briefings/a.ru.md": translation(more="words:\n  trade: В долларах\ntopics: []\n"),
    }
    _, findings = read_folder(make_content(tmp_path / "content", files))
    assert [f.code for f in findings] == [Code.UNKNOWN_TERM, Code.UNKNOWN_KEY]


def test_a_translation_has_words_for_facts_and_a_body_without_marks(tmp_path: Path) -> None:
    words = "words:\n  trade: В долларах\n  trade.period_basis: Не сказано\n"
    files = {
        "briefings/a.en.md": original(more=TRADE, body=BODY),
        "briefings/a.ru.md": translation(more=words, body=BODY),
    }
    (briefing,) = content_from(tmp_path / "content", files).briefings
    (russian,) = briefing.translations
    assert russian.words == {"trade": "В долларах", "trade.period_basis": "Не сказано"}
    assert briefing.original.words == {}


def again(folder: Path, memo: Memo, before: ContentReading | None) -> ContentReading:
    settings, _ = read_settings(folder)
    assert settings is not None
    vocabulary = read_vocabulary(folder, settings.languages)
    remembered = before.remembered if before else None
    return read_content(folder, settings, vocabulary, memo, remembered=remembered)


def test_an_edit_of_the_text_that_loses_the_words_of_a_fact_is_told(tmp_path: Path) -> None:
    folder = make_content(
        tmp_path / "content", {"briefings/a.en.md": original(more=TRADE, body=BODY)}
    )
    path = folder / "briefings" / "a.en.md"
    with Memo() as memo:
        first = again(folder, memo, None)
        assert first.findings == ()
        path.write_text(original(more=TRADE, body=BODY.replace("grew by", "rose by")), "utf-8")
        second_time = again(folder, memo, first)
        assert [f.code for f in second_time.findings] == [Code.EVIDENCE]
        # A body of which something is missed is not remembered as if it were whole.
        assert [f.code for f in again(folder, memo, second_time).findings] == [Code.EVIDENCE]
        path.write_text(original(more=TRADE, body=f"More. {BODY}"), "utf-8")
        assert again(folder, memo, first).findings == ()


def test_a_change_of_the_words_alone_is_marked_anew(tmp_path: Path) -> None:
    folder = make_content(
        tmp_path / "content", {"briefings/a.en.md": original(more=TRADE, body=BODY)}
    )
    path = folder / "briefings" / "a.en.md"
    with Memo() as memo:
        first = again(folder, memo, None)
        shorter = TRADE.replace("evidence: Trade grew by 66%", "evidence: grew by 66%")
        path.write_text(original(more=shorter, body=BODY), "utf-8")
        then = again(folder, memo, first)
    bodies = [
        reading.content.briefings[0].original.body for reading in (first, then) if reading.content
    ]
    assert len(set(bodies)) == 2
