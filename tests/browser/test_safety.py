"""Pages run no scripts and ask no one else for anything."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.documents import describe
from tests.browser.serving import Placement
from tests.browser.site import NOT_FOUND, PAGES, BuiltSite
from tests.browser.watching import is_styled, watch

FORBIDDEN = ("script", "style", "iframe", "object", "embed", "base", "form", "audio", "video")


def test_no_page_has_scripts_or_styles_of_its_own(each_site: BuiltSite) -> None:
    wrong = []
    for document in each_site.documents.values():
        for element in document.elements:
            has_code = any(name == "style" or name.startswith("on") for name in element.attrib)
            if element.tag in FORBIDDEN or has_code:
                wrong.append(f"{document.path}: {describe(element)}")
    assert wrong == []


def test_every_page_states_its_security_policy_first(each_site: BuiltSite) -> None:
    for document in each_site.documents.values():
        (policy,) = document.meta("Content-Security-Policy")
        directives = {d.split()[0]: d.split()[1:] for d in policy.split(";")}
        assert directives["default-src"] == ["'none'"], document.path
        assert directives["base-uri"] == ["'none'"], document.path
        assert directives["form-action"] == ["'none'"], document.path
        sources = {source for values in directives.values() for source in values}
        assert sources == {"'none'", "'self'"}, document.path
        assert not {"script-src", "connect-src"} & set(directives), document.path
        head = document.one("head")
        # The policy counts for what follows it only; the character set has to come even before.
        tags = [(e.tag, e.get("http-equiv", "")) for e in head][:2]
        assert tags == [("meta", ""), ("meta", "Content-Security-Policy")], document.path


@pytest.mark.parametrize("placement", ["under_path", "in_folder"])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_asks_for_nothing_but_its_stylesheets(
    request: pytest.FixtureRequest, page: Page, name: str, placement: str
) -> None:
    if (name, placement) == (NOT_FOUND, "in_folder"):
        return  # it is made for a host; in a folder no link leads there
    at: Placement = request.getfixturevalue(placement)
    path = at.site.example(name)
    with watch(page) as seen:
        page.goto(at.url(path))
        assert is_styled(page)
    assert seen.complaints == []
    needed = [at.url(name or "?") for name in (path, *at.site.named(path, "stylesheet"))]
    icons = {at.url(name or "?") for name in at.site.named(path, "icon")}
    assert [request for request in seen.requests if request not in icons] == needed


def test_every_page_names_its_icon(each_site: BuiltSite) -> None:
    """Without one browsers ask the host for /favicon.ico, outside the site and in vain."""
    for path in each_site.documents:
        (icon,) = each_site.named(path, "icon")
        assert icon in each_site.files, path
