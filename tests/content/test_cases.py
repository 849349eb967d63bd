"""Read the content of each case file and compare the report word for word.

A case file holds a sentence, then files (`=== name (encoding)`), then the report.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from microsite import report
from microsite.content.read import read_content
from microsite.content.site_file import read_settings
from microsite.content.vocabulary_files import read_vocabulary
from microsite.memo import Memo
from tests.conftest import CASES

FILES = sorted((CASES / "content").glob("*.txt"))
HEAD = re.compile(
    r"^=== (?P<name>.+?)(?: \((?P<encoding>[\w-]+)(?P<crlf>, crlf)?\))?\n", re.MULTILINE
)


def read_case(text: str) -> tuple[dict[str, bytes], str]:
    """Split a case into its files and the report."""
    heads = list(HEAD.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    files: dict[str, bytes] = {}
    for head, end in zip(heads[:-1], ends, strict=False):
        inside = text[head.end() : end]
        inside = inside.replace("\n", "\r\n") if head["crlf"] else inside
        files[head["name"]] = inside.encode(head["encoding"] or "utf-8")
    return files, text[heads[-1].end() :]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_report_of_a_case_is_as_written(
    path: Path,
    content_of: Callable[[dict[str, bytes]], Path],
    update: bool,  # noqa: FBT001 -- a fixture
) -> None:
    text = path.read_text(encoding="utf-8")
    files, expected = read_case(text)
    folder = content_of(files)
    settings, findings = read_settings(folder)
    if settings:
        with Memo() as memo:
            findings = read_content(
                folder, settings, read_vocabulary(folder, settings.languages), memo
            ).findings
    found = report.text(sorted(set(findings)), folder.parent)
    found += "\n" if found else ""
    if update:
        path.write_text(text.removesuffix(expected) + found, encoding="utf-8")
    assert update or found == expected
