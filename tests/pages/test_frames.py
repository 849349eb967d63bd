from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import msgspec
import pytest

from microsite import routes
from microsite.pages.edition import Edition
from microsite.pages.frames import PREVIEW_POLICY, SECURITY_POLICY, absolute, frame, hrefs, site
from microsite.pages.views import Alternate, Frame, Link
from tests.building import Trial, original, translation, trial_from, view_of
from tests.pages.telling import TERMS, commitment, figure, stating

BASE = "https://example.org/trial/"
REPOSITORY = "https://github.com/example/trial"
FILES = {
    "briefings/bridge.en.md": original(),
    "briefings/bridge.ru.md": translation(),
    "briefings/road.en.md": original(title="A road"),
}


def trial(
    folder: Path,
    *,
    base: str | None = BASE,
    repository: str | None = REPOSITORY,
    branch: str = "main",
) -> Trial:
    """Give a site of which Russian is the first language and English the second."""
    made = trial_from(folder / "content", FILES)
    update = {"base_url": base, "repository": repository, "branch": branch}
    settings = msgspec.structs.replace(made.editions[0].settings, **update)
    return with_others(made, settings=settings)


def with_others(made: Trial, **values: Any) -> Trial:  # noqa: ANN401 -- of any field
    """Hold something else in all editions."""
    editions = (
        msgspec.structs.replace(e, digest=f"{e.digest} {values}", **values) for e in made.editions
    )
    return replace(made, editions=tuple(editions))


def edition(folder: Path) -> Edition:
    """Give the English edition."""
    return trial(folder).editions[1]


def frame_of(made: Trial, path: str) -> Frame:
    output = next(output for output in made.plan() if output.path == path)
    found = getattr(view_of(output)[0], "frame", None)
    assert isinstance(found, Frame)
    return found


def test_a_page_names_all_its_versions_itself_and_the_default(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path), "en/briefings/bridge.html")
    assert found.canonical == BASE + "en/briefings/bridge.html"
    assert found.alternates == (
        Alternate("ru", BASE + "ru/briefings/bridge.html"),
        Alternate("en", BASE + "en/briefings/bridge.html"),
        Alternate("x-default", BASE + "ru/briefings/bridge.html"),
    )
    assert found.languages == (
        Link("Русский", "../../ru/briefings/bridge.html", "ru"),
        Link("English", "../briefings/bridge.html", "en", current=True),
    )


def test_a_page_in_one_language_is_its_own_default(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path), "en/briefings/road.html")
    assert found.alternates == (
        Alternate("en", BASE + "en/briefings/road.html"),
        Alternate("x-default", BASE + "en/briefings/road.html"),
    )
    assert found.languages[0] == Link("Русский", "", "ru")


def test_absolute_addresses_are_in_folder_form(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path), "en/regions/index.html")
    assert found.canonical == BASE + "en/regions/"


def test_the_default_of_the_home_pages_is_the_choice_of_languages(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path), "en/index.html")
    assert found.canonical == BASE + "en/"
    assert found.alternates[-1] == Alternate("x-default", BASE)
    assert found.breadcrumbs == ()
    chooser = frame_of(trial(tmp_path / "2"), "index.html")
    assert chooser.canonical == BASE
    assert chooser.alternates == found.alternates


def test_without_a_base_address_absolute_ones_are_left_out(tmp_path: Path) -> None:
    made = trial(tmp_path, base=None)
    found = frame_of(made, "en/briefings/bridge.html")
    assert (found.canonical, found.alternates) == ("", ())
    assert found.address == "en/briefings/bridge.html"
    assert absolute(made.editions[1], "en/index.html") == ""


def test_a_page_made_from_a_file_leads_to_where_it_is_edited(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path), "en/briefings/bridge.html")
    assert found.edit == REPOSITORY + "/edit/main/content/briefings/bridge.en.md"


def test_a_page_made_from_many_files_has_no_place_to_edit(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path), "en/regions/index.html")
    assert found.edit == ""
    assert found.report


def test_names_of_folders_and_branches_are_escaped_in_addresses(tmp_path: Path) -> None:
    made = trial(tmp_path, repository=REPOSITORY + "/", branch="texts #2")
    made = with_others(made, repository_path="the content")
    found = frame_of(made, "en/briefings/bridge.html")
    assert found.edit == REPOSITORY + "/edit/texts%20%232/the%20content/briefings/bridge.en.md"


def test_a_mistake_is_reported_with_the_address_of_the_page(tmp_path: Path) -> None:
    report = urlsplit(frame_of(trial(tmp_path), "en/briefings/bridge.html").report)
    assert report.geturl().startswith(REPOSITORY + "/issues/new?")
    assert parse_qs(report.query) == {"title": ["en/briefings/bridge.html"]}


def test_without_a_repository_there_is_nowhere_to_edit_or_report(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path, repository=None), "en/briefings/bridge.html")
    assert (found.edit, found.report) == ("", "")


def test_breadcrumbs_lead_from_home_to_the_page_above(tmp_path: Path) -> None:
    found = frame_of(trial(tmp_path), "en/briefings/bridge.html")
    assert found.breadcrumbs == (
        Link("Home", "../index.html"),
        Link("Briefings", "../briefings/index.html"),
    )


def test_pages_with_drafts_are_kept_from_search_engines(tmp_path: Path) -> None:
    made = trial(tmp_path)
    assert not frame_of(made, "en/briefings/bridge.html").noindex
    assert frame_of(with_others(made, drafts=True), "en/briefings/bridge.html").noindex


def test_the_page_for_missing_addresses_links_from_the_root(tmp_path: Path) -> None:
    outputs = {output.path: output for output in trial(tmp_path).plan()}
    page, around = view_of(outputs["404.html"])
    assert around.home == "/trial/ru/index.html"
    assert around.root == "/trial/"
    found = page.frame
    assert (found.noindex, found.canonical, found.alternates) == (True, "", ())


def test_the_section_that_a_page_stands_in_is_the_current_one(tmp_path: Path) -> None:
    made = edition(tmp_path)
    current = [link.text for link in site(made, "en/regions/omsk.html").navigation if link.current]
    assert current == ["Regions"]
    assert not any(link.current for link in site(made, "en/index.html").navigation)


def test_sections_of_facts_are_offered_where_there_are_facts(tmp_path: Path) -> None:
    plain = site(edition(tmp_path), "en/index.html")
    assert [link.text for link in plain.navigation][:2] == ["Briefings", "Regions"]
    assert plain.more == ()
    facts = stating(figures=[figure("a", said_by="li")], commitments=[commitment("b")])
    files = {**TERMS, "briefings/a.en.md": facts}
    made = trial_from(tmp_path / "stating", files).editions[1]
    around = site(made, "en/people/li.html")
    assert [link.text for link in around.navigation] == [
        "Briefings",
        "Figures",
        "Commitments",
        "Regions",
        "Partners",
        "Topics",
        "Coverage",
        "Timeline",
    ]
    assert around.more == (
        Link("Sources", "../sources/index.html"),
        Link("People", "../people/index.html", current=True),
    )


def test_pages_that_are_no_briefings_are_offered_where_they_exist(tmp_path: Path) -> None:
    text = "---\ntitle: {}\nsummary: What.\nlang: en\n---\nText.\n"
    pages = {f"pages/{slug}.en.md": text.format(slug.title()) for slug in ("help", "about")}
    russian, english = trial_from(tmp_path / "content", {**FILES, **pages}).editions
    assert site(russian, "ru/index.html").pages == ()
    assert site(english, "en/about.html").pages == (
        Link("About", "about.html", current=True),
        Link("Help", "help.html"),
    )


@pytest.mark.parametrize(
    ("path", "root"), [("index.html", ""), ("en/index.html", "../"), ("en/a/b.html", "../../")]
)
def test_files_beside_the_templates_are_found_from_everywhere(
    tmp_path: Path, path: str, root: str
) -> None:
    assert site(edition(tmp_path), path).root == root


def test_only_the_preview_loosens_the_security_policy(tmp_path: Path) -> None:
    made = trial(tmp_path)
    policies = [
        site(each.editions[1], "en/index.html").security_policy
        for each in (made, with_others(made, preview=True))
    ]
    assert policies == [SECURITY_POLICY, PREVIEW_POLICY]
    assert "script" not in SECURITY_POLICY
    assert "unsafe" not in SECURITY_POLICY


@pytest.mark.parametrize("name", ["Мост 1.jpg", "100%.jpg", "a#b?.jpg"])
def test_links_from_the_root_are_escaped_like_relative_ones(name: str) -> None:
    target = routes.media(name)
    assert hrefs("404.html", "/trial/")(target) == "/trial/" + hrefs("index.html")(target)


def test_a_frame_needs_no_more_than_a_title(tmp_path: Path) -> None:
    made = trial(tmp_path, base=None, repository=None).editions[1]
    found = frame(made, "en/x.html", (("en", "en/x.html"),), "X", "About X.")
    assert (found.title, found.description, found.draft) == ("X", "About X.", False)
    assert found.locale == "en_GB"
