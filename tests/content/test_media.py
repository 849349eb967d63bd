from __future__ import annotations

from pathlib import Path

import pytest

from microsite.content.media import judge_media
from microsite.diagnostics import Code


@pytest.mark.parametrize("name", ["a.png", "A.JPG", "a.pdf", "a.csv", "README.md", "LICENSE"])
def test_pictures_tables_and_notes_may_lie_there(tmp_path: Path, name: str) -> None:
    assert judge_media(tmp_path / name) == ()


@pytest.mark.parametrize("name", ["a.html", "a.xhtml", "a.js", "a.svgz", "a.xml", "a.swf", "a.php"])
def test_what_a_browser_might_run_is_refused(tmp_path: Path, name: str) -> None:
    (finding,) = judge_media(tmp_path / name)
    assert finding.code is Code.FILE_NAME
    assert finding.message == f"Files that end in “{Path(name).suffix}” are not published."


def test_a_name_without_an_ending_is_refused(tmp_path: Path) -> None:
    (finding,) = judge_media(tmp_path / "bridge")
    assert finding.message == "The name has no ending that tells what the file is."


def test_a_picture_in_svg_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.SVG"
    path.write_text('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    (finding,) = judge_media(path)
    assert (finding.location.path, finding.code) == (path, Code.IMAGE)


def test_a_picture_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    path.write_bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'.encode("utf-16"))
    (finding,) = judge_media(path)
    assert finding.code is Code.UNREADABLE
