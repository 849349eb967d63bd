"""Build the sites and start the browser, once in each worker."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import chromium
from tests.browser.serving import Placement, serve
from tests.browser.site import BASE_URL, CONTENT, UNTRANSLATED, BuiltSite, build_site, write_site
from tests.browser.watching import launch


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Share a memo between the builds of a worker."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def plain(cache: Path) -> BuiltSite:
    """Build the site without a base address."""
    return build_site(CONTENT, cache)


@pytest.fixture(scope="session")
def hosted(cache: Path) -> BuiltSite:
    """Build the site with a base address that has a path."""
    return build_site(CONTENT, cache, BASE_URL)


@pytest.fixture(scope="session")
def untranslated(cache: Path) -> BuiltSite:
    """Build a small site in which not everything is translated."""
    return build_site(UNTRANSLATED, cache, BASE_URL)


@pytest.fixture(params=["plain", "hosted", "untranslated"])
def each_site(request: pytest.FixtureRequest) -> BuiltSite:
    site: BuiltSite = request.getfixturevalue(request.param)
    return site


@pytest.fixture(scope="session")
def at_root(plain: BuiltSite) -> Iterator[Placement]:
    """Serve the site at the root of a host."""
    with serve(plain) as placement:
        yield placement


@pytest.fixture(scope="session")
def under_path(hosted: BuiltSite) -> Iterator[Placement]:
    """Serve the site under /repo/."""
    with serve(hosted) as placement:
        yield placement


@pytest.fixture(scope="session")
def in_folder(plain: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Placement:
    """Put the site into a folder, to be opened from there."""
    folder = tmp_path_factory.mktemp("a site", numbered=False)
    write_site(plain, folder)
    return Placement(plain, f"{folder.as_uri()}/")


@pytest.fixture(params=["at_root", "under_path", "in_folder"])
def each_placement(request: pytest.FixtureRequest) -> Placement:
    placement: Placement = request.getfixturevalue(request.param)
    return placement


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = chromium.find()
    if executable is None:
        pytest.fail(chromium.REMEDY)
    with launch(executable) as started:
        yield started


@pytest.fixture(scope="session")
def tab(browser: Browser) -> Page:
    """Open a tab; the site keeps nothing in it, so one is enough for all tests."""
    return browser.new_page()


@pytest.fixture
def page(tab: Page) -> Page:
    """Give the tab as a test finds it: a window of usual size, on light paper, nothing moving."""
    tab.goto("about:blank")
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(media="screen", color_scheme="light", reduced_motion="reduce")
    return tab
