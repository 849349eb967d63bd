"""Hold the list of licences to the packages that the build runs on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PAGE = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
PART = PAGE.partition("## Packages")[2].partition("\n## ")[0]

WORDS = {
    "BSD": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "The BSD 2-Clause License": "BSD-2-Clause",
    "BSD-3-Clause and Public-Domain": "BSD-3-Clause",
    "The MIT License (MIT)": "MIT",
}
"""What packages wrote before there were SPDX expressions, as one: https://spdx.org/licenses/"""


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def rows() -> Iterator[tuple[str, str]]:
    """Give each package of the tables with its licence."""
    for line in PART.splitlines():
        if line.startswith("| ") and not line.startswith(("| package", "| ---")):
            names, licence, _ = (cell.strip() for cell in line.strip("|").split("|"))
            for name in names.split(", "):
                yield normal(name.partition(" (")[0]), licence.partition(";")[0]


LISTED = dict(rows())
LOCKED = re.findall(
    r"^([a-z0-9.-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.MULTILINE
)


def said(name: str) -> str:
    """Give the licence that an installed package names in its metadata."""
    told = distribution(name).metadata

    def field(key: str) -> list[str]:
        return [str(value) for value in told.get_all(key) or ()]

    if expression := field("License-Expression"):
        return expression[0]
    short = "".join(field("License")).split("\n")[0].strip()
    classifiers = [line.split(" :: ") for line in field("Classifier")]
    named = [parts[-1] for parts in classifiers if parts[0] == "License" and len(parts) > 2]
    word = short or (named or [""])[0]
    return WORDS.get(word, word)


def test_every_locked_package_has_its_licence_in_the_list() -> None:
    assert len(LOCKED) > 20
    assert sorted(LISTED) == sorted(map(normal, LOCKED))


@pytest.mark.parametrize("name", LOCKED)
def test_the_listed_licence_is_the_one_that_the_package_names(name: str) -> None:
    try:
        licence = said(name)
    except PackageNotFoundError:
        pytest.skip("not needed on this system")
    assert LISTED[normal(name)] == licence


def needed() -> set[str]:
    """Follow what packages say that they need, from ours on, without extras."""
    seen: set[str] = set()
    waiting = ["briefing-microsite"]
    while waiting:
        try:
            lines = requires(waiting.pop()) or ()
        except PackageNotFoundError:
            continue
        for line in lines:
            match = re.match(r"[A-Za-z0-9._-]+", line)
            if match and "extra ==" not in line and normal(match[0]) not in seen:
                seen.add(normal(match[0]))
                waiting.append(match[0])
    return seen


def test_nothing_runs_in_the_build_that_is_not_locked_and_listed() -> None:
    for name in needed():
        try:
            distribution(name)
        except PackageNotFoundError:
            continue  # for older versions of Python or other systems
        assert name in LISTED, name


def test_no_licence_asks_for_more_than_its_own_text() -> None:
    # All of them let the built site and this code stand under terms of their own.
    allowed = {"MIT", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "PSF-2.0", "MPL-2.0 AND MIT"}
    # Run by an editor's import of saved pages alone, as they are.
    allowed |= {
        "Apache-2.0 AND CNRI-Python",
        "MPL-2.0",
        "MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later",
    }
    assert set(LISTED.values()) <= allowed
