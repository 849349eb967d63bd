from __future__ import annotations

import pytest

from microsite.source.names import LIMIT, device, name_fault, printable


@pytest.mark.parametrize(
    "name",
    [
        "omsk-china-trade.en.md",
        "README",
        "Bridge 2.png",
        "мост.en.md",
        "橋.svg",
        "console.en.md",
        "com10.en.md",
        "a.con.md",
        "a" * LIMIT,
        "-",
        "_draft.md",
    ],
)
def test_a_name_that_every_system_can_hold_is_taken(name: str) -> None:
    assert name_fault(name) is None


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("con.en.md", "“con” is the name of a device on Windows, where no file can have it."),
        ("NUL", "“NUL” is the name of a device on Windows, where no file can have it."),
        ("Aux.svg", "“Aux” is the name of a device on Windows, where no file can have it."),
        ("com1.tar.gz", "“com1” is the name of a device on Windows, where no file can have it."),
        ("lpt¹.md", "“lpt¹” is the name of a device on Windows, where no file can have it."),
        ("nul .md", "“nul” is the name of a device on Windows, where no file can have it."),
        ("a:b.md", "The name “a:b.md” holds the character :, which Windows refuses."),
        ("a\\b.md", "The name “a\\b.md” holds the character \\, which Windows refuses."),
        ("<script>.md", "The name “<script>.md” holds the character <, which Windows refuses."),
        ("a.md.", "The name “a.md.” begins or ends with a space, or ends in a dot."),
        ("a.md ", "The name “a.md ” begins or ends with a space, or ends in a dot."),
        (" a.md", "The name “ a.md” begins or ends with a space, or ends in a dot."),
        ("a\nb.md", "The name “a\\u000ab.md” holds characters that cannot be seen."),
        ("a\x1b[2Jb.md", "The name “a\\u001b[2Jb.md” holds characters that cannot be seen."),
        ("gnp.\u202etxt", "The name “gnp.\\u202etxt” holds characters that cannot be seen."),
        ("caf\udce9.md", "The name “caf\\xe9.md” is not UTF-8."),
        ("a" * 201, f"The name “{'a' * 40}…” is longer than 200 bytes."),
        ("м" * 101, f"The name “{'м' * 40}…” is longer than 200 bytes."),
    ],
)
def test_a_name_that_some_system_or_eye_cannot_take_is_refused(name: str, message: str) -> None:
    fault = name_fault(name)
    assert fault is not None
    assert fault[0] == message
    assert fault[1]


def test_a_device_is_found_with_and_without_an_ending() -> None:
    assert [device(name) for name in ("con", "PRN.md", "contract", "")] == [
        "con",
        "PRN",
        None,
        None,
    ]


def test_a_shown_name_holds_nothing_that_a_terminal_would_obey() -> None:
    assert printable("a\x1b]0;x\x07\u2066\udcff\t") == "a\\u001b]0;x\\u0007\\u2066\\xff\\u0009"
