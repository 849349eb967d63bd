from __future__ import annotations

from pathlib import Path

import pytest

from microsite import report
from microsite.content.site_file import read_settings
from microsite.settings import FILE, check_base_url, check_url
from microsite.source.faults import FaultError

RIGHT = """\
title: {ru: Проба, en: Trial}
description: {ru: Пробный сайт., en: A site for trials.}
languages: [ru, en]
"""


def told(folder: Path, text: str) -> str:
    """Read settings and give the report; empty if they are right."""
    (folder / FILE).write_text(text, encoding="utf-8")
    _, findings = read_settings(folder)
    return report.text(findings, folder)


def test_settings_are_read_and_what_is_left_out_has_its_default(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(RIGHT, encoding="utf-8")
    settings, findings = read_settings(tmp_path)
    assert findings == ()
    assert settings is not None
    assert settings.languages == ("ru", "en")
    assert settings.title == {"ru": "Проба", "en": "Trial"}
    assert (settings.base_url, settings.repository, settings.branch) == (None, None, "main")


def test_the_address_of_the_site_always_ends_in_one_slash(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(RIGHT + "base_url: https://example.org/b\n", encoding="utf-8")
    settings, _ = read_settings(tmp_path)
    assert settings is not None
    assert settings.base_url == "https://example.org/b/"


def test_the_command_line_replaces_a_setting(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(RIGHT + "base_url: https://example.org/\n", encoding="utf-8")
    settings, _ = read_settings(tmp_path, {"base_url": "https://example.com/"})
    assert settings is not None
    assert settings.base_url == "https://example.com/"


def test_a_folder_without_settings_is_told_what_they_are(tmp_path: Path) -> None:
    _, findings = read_settings(tmp_path)
    assert report.text(findings, tmp_path) == (
        "site.yaml:1:1: error[settings]: The content folder has no site.yaml, which names the site"
        " and its languages.\n\n1 mistake in 1 file; nothing was published."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            RIGHT.replace("[ru, en]", "[ru, en, ru]"),
            "site.yaml:3:21: error[settings]: The language ru stands here twice.\n",
        ),
        (
            RIGHT.replace("en: Trial", "de: Probe"),
            (
                "site.yaml:1:1: error[settings]: `title` has no text in en, which is one of the"
                " site's languages.\n"
            ),
        ),
        (
            RIGHT.replace("en: Trial", "en: Trial, de: Probe"),
            "site.yaml:1:31: error[settings]: de is not one of the site's languages.\n",
        ),
        (
            RIGHT.replace("[ru, en]", "[ru, EN]"),
            "site.yaml:3:17: error[invalid]: “EN” is not a language tag.\n",
        ),
        (RIGHT + "branch: [a]\n", "site.yaml:4:9: error[wrong-type]: `branch` takes one value"),
        (RIGHT + "brunch: a\n", "site.yaml:4:1: error[unknown-key]: `brunch` is not a known field"),
        (RIGHT.replace("languages", "# "), "site.yaml:3:1: error[missing]: `languages` is missing"),
        ("", "site.yaml:1:1: error[missing]: `title` is missing"),
        (RIGHT + "title: b\n", "site.yaml:4:1: error[doubled-key]: `title` stands here a second"),
        (RIGHT + "base_url: example.org\n", "site.yaml:4:11: error[invalid]: This is not a web"),
    ],
)
def test_a_mistake_is_told_at_its_place(tmp_path: Path, text: str, expected: str) -> None:
    assert told(tmp_path, text).startswith(expected)


def test_a_site_has_at_least_one_language(tmp_path: Path) -> None:
    text = "title: {}\ndescription: {}\nlanguages: []\n"
    assert "site.yaml:3:12: error[settings]: The site has no language." in told(tmp_path, text)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org:8080/a/b.html?c=d&e=%D0%9C#f",
        "https://xn--e1afmkfd.xn--p1ai/",
        "https://[::1]/",
    ],
)
def test_a_web_address_is_taken_as_it_is(address: str) -> None:
    assert check_url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "",
        "example.org",
        "//example.org",
        "https://",
        "https:example.org",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://example.org/a b",
        "https://пример.рф/",
        'https://example.org/"',
        "https://example.org/<a>",
        "https://example.org:0/",
        "https://example.org:99999/",
        "https://example.org:port/",
        "https://[::1/",
        "https://example.org/\n",
    ],
)
def test_what_is_not_a_web_address_is_refused(address: str) -> None:
    with pytest.raises(FaultError, match="This is not a web address"):
        check_url(address)


@pytest.mark.parametrize("address", ["https://example.org/?a=b", "https://example.org/#a"])
def test_the_address_of_a_site_has_no_query_and_no_fragment(address: str) -> None:
    with pytest.raises(FaultError, match="The site's address has no"):
        check_base_url(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "HTTPS://Example.org:8080/a?b=c&d=%D0%9C#e",
        "http://xn--e1afmkfd.xn--p1ai/",
        "https://a_b.example.org./@user/page",
        "http://192.0.2.1/",
        "https://[2001:db8::1]/",
    ],
)
def test_an_address_that_leads_where_it_seems_to_is_taken(address: str) -> None:
    assert check_url(address) == address


@pytest.mark.parametrize(
    ("address", "remedy"),
    [
        # Letters of another script, that look like those of ours.
        ("https://ехample.org/", "Write https://xn--ample-ywe6i.org/."),
        ("https://example.org\u2044login.evil.example/", ""),
        ("https://example.org@evil.example/", "Write https://evil.example/."),
        ("https://user:secret@example.org/", "Write https://example.org/."),
        ("https://example.org\\@evil.example/", ""),
        ("https://evil%2eexample/", ""),
        ("https://%65vil.example/", ""),
        ("https://example.org:0/", ""),
        ("https://example.org:99999/", ""),
        ("https://example.org:80:90/", ""),
        ("https:example.org", ""),
        ("https:///example.org", ""),
        ("https:\\\\example.org", ""),
        ("//example.org/", ""),
        ("javascript://example.org/%0aalert(1)", ""),
        ("JaVaScRiPt:alert(1)", ""),
        ("java\tscript:alert(1)", ""),
        ("data:text/html,<script>alert(1)</script>", ""),
        ("vbscript:x", ""),
        ("file:///etc/passwd", ""),
        ("https://exam\tple.org/", ""),
        ("https://example.org/\n", ""),
        ("https://exa mple.org/", ""),
        ("https://-example.org/", ""),
        ("https://example..org/", ""),
        ("https://[::1/", ""),
        ("https://example.org/<script>", ""),
        ("https://example.org/" + "a" * 2000, ""),
    ],
)
def test_an_address_that_leads_elsewhere_is_refused(address: str, remedy: str) -> None:
    with pytest.raises(FaultError) as fault:
        check_url(address)
    assert fault.value.hint.startswith(remedy)
    assert fault.value.hint
