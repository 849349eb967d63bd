from __future__ import annotations

from pathlib import Path

import pytest

from microsite.diagnostics import Code, Location
from microsite.source.files import LIMIT, MOST, Source, decode, read

PATH = Path("/content/a.md")
INVISIBLE = "Delete it: put the cursor behind it and press Backspace, or type the line anew."


def text_of(data: bytes) -> str:
    source, findings = decode(PATH, data)
    assert source is not None, findings
    return source.text


def test_line_ends_of_all_systems_become_line_feeds() -> None:
    assert text_of(b"a\r\nb\rc\n\r\nd") == "a\nb\nc\n\nd"


def test_a_form_feed_ends_a_line() -> None:
    assert text_of(b"a\fb") == "a\nb"


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    assert text_of("\ufeffМост".encode()) == "Мост"


def test_letters_of_all_scripts_tabs_and_joiners_stay_as_they_are() -> None:
    text = "a\tЁё 中文 日本語 \u00a0 👩\u200d🌾 e\u0301"
    assert text_of(text.encode()) == text


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"a\r\n")
    assert read(tmp_path / "a.md") == (Source(tmp_path / "a.md", "a\n"), ())


def test_a_file_that_is_not_there_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "a.md")


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    source, (finding,) = decode(PATH, b"\xff" * (3 * LIMIT))
    assert source is None
    assert finding.code is Code.UNREADABLE
    assert finding.message == "The file is 6 MB large; a text has at most 2 MB."


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\x00", "U+0000 (control character)"),
        ("\x7f", "U+007F (control character)"),
        ("\x85", "U+0085 (control character)"),
        ("\u2028", "U+2028 (line separator)"),
        ("\u202e", "U+202E (right-to-left override)"),
        ("\u2066", "U+2066 (left-to-right isolate)"),
        ("\u200f", "U+200F (right-to-left mark)"),
        ("\u061c", "U+061C (arabic letter mark)"),
        ("\u2060", "U+2060 (word joiner)"),
        ("\ufff9", "U+FFF9 (interlinear annotation anchor)"),
        ("\ufeff", "U+FEFF (zero width no-break space)"),
    ],
)
def test_an_invisible_character_is_named_at_its_place(character: str, name: str) -> None:
    source, (finding,) = decode(PATH, f"один\nдва{character}три\n".encode())
    assert source is None
    assert finding.location == Location(PATH, 2, 4)
    assert (finding.code, finding.hint) == (Code.INVALID, INVISIBLE)
    assert finding.message == f"An invisible character stands here: {name}."


def test_every_invisible_character_is_told() -> None:
    _, findings = decode(PATH, b"\x00a\x01\n\x02")
    places = [(f.location.line, f.location.column) for f in findings]
    assert places == [(1, 1), (1, 3), (2, 1)]


@pytest.mark.parametrize(
    ("data", "line", "column", "message", "excerpt"),
    [
        (b"ab\nc\x80", 2, 2, "The file is not UTF-8.", ""),
        (b"\xef\xbb\xbfab\nc\x80", 2, 2, "The file is not UTF-8.", ""),
        (b"a\r\nb\rc\fd\x80", 4, 2, "The file is not UTF-8.", ""),
        (b"\x80", 1, 1, "The file is not UTF-8.", ""),
        ("Мост".encode() + b"\n\xd0", 2, 1, "The file is not UTF-8.", ""),
        (
            "title\nМост через реку".encode("cp1251"),
            2,
            1,
            "The file is not UTF-8; it looks like Windows-1251.",
            "Мост через реку",
        ),
        (
            "title".encode("utf-16"),
            1,
            1,
            "The file is not UTF-8; it looks like UTF-16, which some programs call 'Unicode'.",
            "",
        ),
    ],
)
def test_what_is_not_utf_8_is_told_with_a_guess_at_the_place_where_it_ceases_to_be(
    data: bytes, line: int, column: int, message: str, excerpt: str
) -> None:
    source, (finding,) = decode(PATH, data)
    assert source is None
    assert finding.location == Location(PATH, line, column)
    assert (finding.message, finding.excerpt) == (message, excerpt)
    assert finding.hint == "Save it again with the encoding UTF-8."


def test_an_index_becomes_line_and_column() -> None:
    source = Source(PATH, "ab\n\nМост")
    assert [source.place(i) for i in (0, 1, 2, 3, 4, 6, 8)] == [
        (1, 1),
        (1, 2),
        (1, 3),
        (2, 1),
        (3, 1),
        (3, 3),
        (3, 5),
    ]


def test_a_line_that_is_not_there_is_empty() -> None:
    source = Source(PATH, "a\nb")
    assert [source.line(number) for number in (0, 1, 2, 3, -1)] == ["", "a", "b", "", ""]


@pytest.mark.parametrize(("width", "kept"), [(0, 1), (2, 2), (99, 3)])
def test_a_mark_ends_with_its_line(width: int, kept: int) -> None:
    finding = Source(PATH, "abcde").finding(Code.YAML, 1, 3, "Wrong.", width=width)
    assert (finding.width, finding.excerpt) == (kept, "abcde")


def test_a_report_shows_no_character_that_reverses_it_or_that_a_terminal_obeys() -> None:
    _, (finding, *_) = decode(PATH, "a\u202eb\x1b[2J\n".encode())
    assert finding.excerpt == "a\ufffdb\ufffd[2J"
    other = Source(PATH, "a").finding(Code.INVALID, 1, 1, "“\u2066” is wrong.", "Delete \x07.")
    assert (other.message, other.hint) == ("“\ufffd” is wrong.", "Delete \ufffd.")


def test_a_file_full_of_them_is_told_no_longer_than_anybody_reads() -> None:
    source, findings = decode(PATH, "\u200b".encode() * 600_000)
    assert source is None
    assert len(findings) == MOST
