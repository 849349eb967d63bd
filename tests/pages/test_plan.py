from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, meta

from microsite import report
from microsite.pages.briefing_facts import BESIDE
from microsite.pages.outputs import Output
from microsite.pages.plan import ADDRESSES, PAGES, TEMPLATES, collisions, plan_some
from microsite.pages.views import Sitemap
from tests.building import ROOT, original, translation, trial_from, view_of
from tests.pages.telling import TERMS, commitment, figure, stating

FOLDER = Path("/home/editor/content")


def told(*outputs: tuple[str, str]) -> list[str]:
    return [finding.message for finding in collisions(outputs, FOLDER)]


def test_different_addresses_do_not_collide() -> None:
    assert told(("en/a.html", "a"), ("en/b.html", "b"), ("ru/a.html", "c"), ("en/a", "d")) == []


def test_two_sources_of_one_address_are_both_named() -> None:
    findings = collisions([("en/a.html", "a.en.md"), ("en/a.html", "the home page")], FOLDER)
    assert report.text(findings, FOLDER.parent) == (
        "content:1:1: error[collision]: the home page and a.en.md would have one address:"
        " en/a.html.\n"
        "   Rename one of the two, or change its slug.\n"
        "\n"
        "1 mistake in 1 file; nothing was published."
    )


def test_addresses_are_compared_without_regard_to_capitals() -> None:
    assert told(("media/A.jpg", "one"), ("media/a.JPG", "two")) == [
        "two and one would have one address: media/a.JPG, media/A.jpg."
    ]


@pytest.mark.parametrize("pair", [("\u00e9", "e\u0301"), ("Й", "и\u0306"), ("ß", "SS")])
def test_addresses_are_compared_in_one_unicode_form(pair: tuple[str, str]) -> None:
    assert len(told((f"media/{pair[0]}.jpg", "one"), (f"media/{pair[1]}.jpg", "two"))) == 1


def test_every_one_of_three_is_told() -> None:
    assert len(told(("a", "one"), ("A", "two"), ("a", "three"))) == 2


@pytest.mark.parametrize(
    "paths", [("media/a", "media/A/b.jpg"), ("media/A/b.jpg", "media/a"), ("en", "EN/x/y.html")]
)
def test_a_file_may_not_be_named_like_a_folder(paths: tuple[str, str]) -> None:
    assert len(told((paths[0], "one"), (paths[1], "two"))) == 1


FILES = {
    "briefings/bridge.en.md": original(partners="CN-HA", more="topics: [trade]"),
    "briefings/bridge.ru.md": translation(),
    "briefings/road.ru.md": original(
        lang="ru", title="Дорога", date="unknown", more="date_basis: Нет."
    ),
    "pages/about.ru.md": "---\ntitle: О сайте\nsummary: Что.\nlang: ru\n---\nТекст.\n",
    "pages/help.en.md": "---\ntitle: Help\nsummary: How.\nlang: en\n---\nText.\n",
}


SETTINGS = """\
title: {ru: Проба, en: Trial}
description: {ru: Пробный сайт., en: A site for trials.}
languages: [ru, en]
base_url: https://example.org/
"""


STATING = {
    **FILES,
    **TERMS,
    "briefings/rail.en.md": stating(
        figures=[figure(f"f{n}", str(1990 + n), said_by="li") for n in range(BESIDE)],
        commitments=[commitment(f"c{n}", title="Words. " * 40) for n in range(50)],
    ),
}
"""A content with facts, of which there are so many that every kind of page is there."""


def outputs_of(tmp_path: Path) -> tuple[Output, ...]:
    return trial_from(tmp_path / "content", FILES).plan()


def test_the_whole_site_is_planned_in_the_order_of_its_paths(tmp_path: Path) -> None:
    paths = [output.path for output in outputs_of(tmp_path)]
    assert paths == sorted(paths)
    assert [path for path in paths if path.startswith("en/")] == [
        "en/briefings/bridge.html",
        "en/briefings/index.html",
        "en/help.html",
        "en/index.html",
        "en/pairs/index.html",
        "en/pairs/omsk-oblast-china.html",
        "en/pairs/omsk-oblast-henan.html",
        "en/partners/china.html",
        "en/partners/henan.html",
        "en/partners/index.html",
        "en/regions/index.html",
        "en/regions/omsk-oblast.html",
        "en/timeline/2016.html",
        "en/timeline/index.html",
        "en/timeline/unknown.html",
        "en/topics/index.html",
        "en/topics/trade.html",
    ]
    assert [path for path in paths if "/" not in path] == ["404.html", "index.html"]


def test_every_folder_of_the_plan_has_its_index(tmp_path: Path) -> None:
    paths = {output.path for output in outputs_of(tmp_path) if output.template}
    folders = {str(Path(path).parent) for path in paths if "/" in path}
    assert {f"{folder}/index.html" for folder in folders} <= paths


def test_the_sitemap_is_planned_where_there_is_a_base_address(tmp_path: Path) -> None:
    outputs = trial_from(tmp_path / "content", {**FILES, "site.yaml": SETTINGS}).plan()
    sitemap, _ = view_of(outputs[-1])
    assert isinstance(sitemap, Sitemap)
    listed = [address.location for address in sitemap.addresses]
    assert listed[0] == "https://example.org/en/briefings/bridge.html"
    assert "https://example.org/" in listed
    assert not any("404" in location for location in listed)
    pages = [output for output in outputs if output.template]
    assert len(listed) == len(set(listed)) == len(pages) - 2


def test_a_site_of_very_many_pages_has_several_sitemaps_and_one_that_lists_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ADDRESSES < 50_000
    monkeypatch.setattr("microsite.pages.plan.ADDRESSES", 20)
    outputs = trial_from(tmp_path / "content", {**FILES, "site.yaml": SETTINGS}).plan()
    sitemaps = {o.path: view_of(o)[0] for o in outputs if o.template == "sitemap.xml"}
    whole = sitemaps.pop("sitemap.xml")
    assert whole.addresses == ()
    assert whole.files == tuple(f"https://example.org/{path}" for path in sitemaps)
    assert list(sitemaps) == ["sitemap-1.xml", "sitemap-2.xml"]
    listed = [address.location for page in sitemaps.values() for address in page.addresses]
    pages = [output for output in outputs if output.template]
    assert len(listed) == len(set(listed)) == len(pages) - 1 - 3
    assert all(0 < len(page.addresses) <= 20 for page in sitemaps.values())


def test_without_a_base_address_there_is_no_sitemap(tmp_path: Path) -> None:
    assert "sitemap.xml" not in {output.path for output in outputs_of(tmp_path)}


def test_a_plan_without_a_single_briefing_is_a_plan(tmp_path: Path) -> None:
    outputs = trial_from(tmp_path / "content", {}).plan()
    assert {"ru/index.html", "en/timeline/index.html"} <= {output.path for output in outputs}


@pytest.fixture(scope="module")
def references() -> dict[str, set[str]]:
    """Give, for each template of the repository, those it extends, includes or imports."""
    env = Environment(loader=FileSystemLoader(ROOT / "templates"), autoescape=True)
    env.add_extension("jinja2.ext.i18n")
    names = env.list_templates(extensions=["html", "xml"])
    return {
        name: {
            other or "?"
            for other in meta.find_referenced_templates(
                env.parse((ROOT / "templates" / name).read_text(encoding="utf-8"))
            )
        }
        for name in names
    }


def test_every_template_that_is_asked_for_is_there(references: dict[str, set[str]]) -> None:
    assert set(TEMPLATES) <= set(references)
    assert set().union(*references.values()) <= set(references)


def test_every_template_that_is_planned_is_in_the_list(tmp_path: Path) -> None:
    outputs = trial_from(tmp_path / "content", STATING).plan()
    assert {output.template for output in outputs} - {""} <= set(TEMPLATES)


def test_every_template_in_the_list_and_in_the_folder_is_used(
    tmp_path: Path, references: dict[str, set[str]]
) -> None:
    outputs = trial_from(tmp_path / "content", STATING).plan()
    used = {output.template for output in outputs} - {""} | {"sitemap.xml"}
    while more := set().union(*(references[name] for name in used)) - used:
        used |= more
    assert set(TEMPLATES) - used == set()
    assert set(references) - used == set()


def test_each_kind_of_page_is_named_once() -> None:
    assert len(set(PAGES)) == len(PAGES)


SITE = {
    "site.yaml": (ROOT / "tests" / "cases" / "base" / "site.yaml").read_text(encoding="utf-8")
    + "base_url: https://example.org/\n"
}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_some_pages_are_those_that_a_plan_of_all_has(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    trial = trial_from(tmp_path_factory.mktemp("some") / "content", FILES | SITE)
    whole = trial.plan()
    paths = st.sampled_from([output.path for output in whole])
    wanted = data.draw(st.sets(paths, max_size=5)) | data.draw(st.sets(st.just("en/no.html")))
    some = plan_some(trial.editions, trial.catalogue, trial.pages, wanted)
    assert [(o.path, o.key) for o in some] == [(o.path, o.key) for o in whole if o.path in wanted]
