from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bench import formats, report
from bench.corpus import ROOT, Briefing, make_corpus
from bench.measure import Run, ToolFailedError, measure
from bench.scenarios import SCENARIOS, ratios
from bench.sites import Site, Size, lay_out, size_of
from bench.tools import BARE, Tool, find_tools

LANGUAGES = ("en", "ru")


def tool(command: tuple[str, ...] = (), write: formats.Format = formats.microsite) -> Tool:
    return Tool(
        name="microsite",
        version="1.0.0",
        command=command,
        write=write,
        layouts=((BARE, "templates"), (ROOT / "content/vocabulary", "content/vocabulary")),
        template="templates/briefings/briefing.html",
        output="output",
        left=("cache",),
        settings=formats.microsite_settings,
    )


def run(seconds: float, megabytes: int = 10) -> Run:
    return Run(seconds, seconds, megabytes)


def texts(site: Site) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(site.folder.rglob("*.md"))}


def test_the_same_seed_gives_the_same_corpus(tmp_path: Path) -> None:
    first, again, other = (
        texts(lay_out(tool(), tmp_path / name, make_corpus(seed, 5, LANGUAGES, translated=True)))
        for name, seed in (("first", 1), ("again", 1), ("other", 2))
    )
    assert len(first) == 10
    assert first == again
    assert first.keys() == other.keys()
    assert not set(first.values()) & set(other.values())


def test_a_briefing_does_not_depend_on_the_size_of_the_corpus() -> None:
    assert make_corpus(1, 10).briefing(7) == make_corpus(1, 10_000).briefing(7)


def test_what_is_left_out_leaves_all_else_as_it_was() -> None:
    whole = make_corpus(1, 20)
    without = make_corpus(1, 20, left_out=frozenset({"regions"}))
    assert [replace(briefing, regions=()) for briefing in whole] == [*without]


def test_texts_are_as_long_as_briefings_are() -> None:
    lengths = [len(briefing.original.body.split()) for briefing in make_corpus(1, 100)]
    assert 400 < sum(lengths) / len(lengths) < 500


def test_codes_stay_texts() -> None:
    norway = make_corpus(1, 1).names["partners"]["NO"]
    assert norway == "Norway"


@pytest.mark.parametrize("translated", [False, True], ids=["alternating", "translated"])
def test_the_check_finds_no_mistake_in_a_corpus(
    tmp_path: Path,
    translated: bool,  # noqa: FBT001 -- a parameter of the test
) -> None:
    site = lay_out(tool(), tmp_path / "site", make_corpus(1, 30, LANGUAGES, translated=translated))
    for number, scenario in enumerate(SCENARIOS):
        if scenario.edit:
            briefing = site.corpus.briefing(number * 2)
            site.write(scenario.edit(briefing, site.corpus, f"Edit {number}"))
    site.edit_template("edit-1")
    checked = subprocess.run(
        [
            *(sys.executable, ROOT / "build.py", "check"),
            *("--content", "content", "--templates", "templates", "--cache", "cache"),
        ],
        cwd=site.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stderr


def test_every_edit_changes_one_thing_of_one_briefing() -> None:
    corpus = make_corpus(1, 30)

    def fields(briefing: Briefing) -> dict[str, object]:
        words = briefing.original
        return {
            "body": words.body,
            "title": words.title,
            "date": briefing.date,
            "tag": briefing.regions,
            "rest": (words.summary, briefing.partners, briefing.topics, briefing.publisher),
        }

    for briefing in corpus:
        for scenario in SCENARIOS:
            if scenario.edit:
                before = fields(briefing)
                after = fields(scenario.edit(briefing, corpus, "Edit 1"))
                assert [name for name in before if before[name] != after[name]] == [scenario.name]


def test_peers_are_told_what_ours_adds_by_itself() -> None:
    corpus = make_corpus(1, 1)
    briefing = replace(corpus.briefing(0), regions=("RU-OMS",), partners=("CN-HA", "NO"))
    terms = formats.terms(briefing, corpus.names)
    assert terms["partners"] == ("China", "Henan", "Norway")
    assert terms["pairs"] == ("Omsk Oblast China", "Omsk Oblast Henan", "Omsk Oblast Norway")
    assert terms["years"] == (str(briefing.date.year),)
    (markdown,) = formats.yaml(briefing, corpus.names).values()
    assert '\npartners: ["China", "Henan", "Norway"]\n' in markdown
    (metadata,) = formats.pelican(briefing, corpus.names).values()
    assert "\nPartners: China; Henan; Norway\n" in metadata


def test_ratios_are_taken_within_rounds() -> None:
    runs = {"hugo": {"cold": [run(1), run(4)]}, "microsite": {"cold": [run(2), run(2)]}}
    assert [*ratios(runs, "microsite", "cold")] == [2.0, 0.5]
    assert [*ratios({"microsite": runs["microsite"]}, "microsite", "cold")] == []


def test_the_table_says_whether_a_target_is_met() -> None:
    scenarios = [scenario for scenario in SCENARIOS if scenario.name in {"cold", "body"}]
    runs = {
        "hugo": {"cold": [run(10), run(20), run(10)], "body": [run(10), run(20), run(10)]},
        "microsite": {"cold": [run(25), run(50), run(70)], "body": [run(2), run(2), run(2, 400)]},
    }
    lines = [*report.table(runs, scenarios, 10_000, {"microsite": Size(7, 2_000_000)})]
    rows = [" ".join(line.split()) for line in lines]
    assert rows[2] == "no output, no cache microsite 50.00 2.500 2.6 met 50.00 10"
    assert rows[4] == "one body edited microsite 2.00 0.200 0.12 NOT MET 2.00 400!"
    assert rows[5] == "microsite: 7 pages, 2 MB"


def test_the_history_keeps_every_run(tmp_path: Path) -> None:
    runs = {"microsite": {"cold": [run(2), run(3)]}}
    told = report.line({"commit": "abc"}, make_corpus(1, 5), runs, {"microsite": Size(7, 1)})
    for _ in range(2):
        report.append(tmp_path / "history.jsonl", told)
    first, second = (tmp_path / "history.jsonl").read_text("utf-8").splitlines()
    assert first == second
    assert json.loads(first)["seconds"] == {"microsite": {"cold": [2, 3]}}


def test_a_run_is_measured_with_the_processes_that_it_waits_for(tmp_path: Path) -> None:
    inner = "x = bytearray(200_000_000); x[::4096] = x[::4096]"
    outer = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {inner!r}], check=True)"
    done = measure([sys.executable, "-c", outer], tmp_path)
    assert done.megabytes >= 200
    assert done.seconds > 0


def test_a_tool_that_fails_stops_the_benchmark_with_its_own_words(tmp_path: Path) -> None:
    with pytest.raises(ToolFailedError, match="no such page"):
        measure([sys.executable, "-c", "import sys; sys.exit('no such page')"], tmp_path)


def test_clearing_a_site_leaves_what_was_laid_out(tmp_path: Path) -> None:
    site = lay_out(tool(), tmp_path / "site", make_corpus(1, 1))
    before = size_of(site.folder)
    for name in ("output", "cache"):
        (site.folder / name).mkdir()
        (site.folder / name / "page.html").write_text("page", "utf-8")
    site.clear()
    assert size_of(site.folder) == before


def test_a_script_in_front_of_hugo_is_not_taken_for_hugo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "hugo"
    script.write_text("#!/bin/sh\necho hugo v9.9.9\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "9.9.9" not in [found.version for found in find_tools([], ["hugo"])]
