from __future__ import annotations

import subprocess
import sys

import pytest

from microsite.languages.locales import (
    direction,
    join_and,
    join_or,
    language_name,
    load_locale,
)

SEPTEMBERS = {"zh-Hans": "九月", "ja": "9月", "de": "September", "ru": "сентябрь", "ko": "9월"}

PLAIN_BABEL = """
from babel import Locale
for name in ("zh_Hans", "ja"):
    print(ascii(Locale.parse(name).months["stand-alone"]["wide"][9]))
"""

OURS = """
import sys
from microsite.languages.locales import load_locale
for tag in sys.argv[1:]:
    locale = load_locale(tag)
    print(ascii(locale.months["stand-alone"]["wide"][9]))
    locale.quarters["stand-alone"]["wide"][3], locale.days["stand-alone"]["wide"][0]
"""


def run(program: str, *arguments: str) -> list[str]:
    """A process of its own, since what one locale does to another outlives a test."""
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()


@pytest.mark.parametrize(
    "tags", [("zh-Hans", "ja", "de", "ru", "ko"), ("ko", "ru", "ja", "zh-Hans", "de")]
)
def test_no_locale_speaks_the_language_of_another(tags: tuple[str, ...]) -> None:
    assert run(OURS, *tags) == [ascii(SEPTEMBERS[tag]) for tag in tags]


def test_babel_still_needs_the_cure() -> None:
    """When this fails, Babel's bug 1234 is gone, and with it the copy in `load_locale`."""
    assert run(PLAIN_BABEL)[1] == ascii("九月")


def test_a_language_is_named_in_itself_and_in_others() -> None:
    names = [language_name("ru", "ru"), language_name("ru", "en"), language_name("en", "ja")]
    assert names == ["русский", "Russian", "英語"]
    assert language_name("zh-Hans", "zh-Hans").startswith("中文")


def test_a_language_has_a_direction() -> None:
    assert [direction("ru"), direction("ar")] == ["ltr", "rtl"]


def test_lists_end_as_the_language_has_it() -> None:
    russian, english = load_locale("ru"), load_locale("en-GB")
    assert join_and(["а", "б", "в"], russian) == "а, б и в"
    assert join_and(["a", "b", "c"], english) == "a, b and c"
    assert join_or(["а", "б"], russian) == "а или б"
    assert join_or(["a"], english) == "a"
