"""What bodies become; the reports on their mistakes stand in tests/cases/content."""

from __future__ import annotations

from pathlib import Path

import pytest

from microsite.content.body import Body
from microsite.content.markdown import to_body
from microsite.diagnostics import Diagnostic
from microsite.source.files import Source, invisible

FILE = Path("/content/briefings/a.en.md")


def read(text: str, language: str = "en") -> tuple[Body, tuple[Diagnostic, ...]]:
    return to_body(Source(FILE, text), text, 1, language, "briefings/a.en.md")


def html(text: str, language: str = "en") -> str:
    body, findings = read(text, language)
    assert findings == ()
    return body.html


def places(text: str) -> list[tuple[int, int, str]]:
    _, findings = read(text)
    return [(f.location.line, f.location.column, f.message) for f in findings]


def test_what_an_editor_types_as_html_is_text() -> None:
    assert html('<b onclick="x">a</b> & b') == (
        "<p>&lt;b onclick=&quot;x&quot;&gt;a&lt;/b&gt; &amp; b</p>\n"
    )


def test_indented_lines_and_lines_of_dashes_are_no_code_and_no_headings() -> None:
    assert html("    indented\nTitle\n---\n") == "<p>indented\nTitle</p>\n<hr />\n"


def test_a_table_scrolls_and_is_aligned_without_a_style() -> None:
    told = html("| a | b |\n| --- | ---: |\n| c | 1 |\n")
    assert '<div class="table-scroll" tabindex="0"><table>' in told
    assert '<td class="align-right">1</td>' in told
    assert "style" not in told


def test_a_link_to_a_file_becomes_the_address_of_its_page() -> None:
    told = html("[a](b.en.md#c) [here](#d) [web](https://example.org/?a=b&c) <a@b.org>")
    assert told == (
        '<p><a href="../briefings/b.html#c">a</a> <a href="#d">here</a>'
        ' <a href="https://example.org/?a=b&amp;c">web</a>'
        ' <a href="mailto:a@b.org">a@b.org</a></p>\n'
    )


def test_a_text_is_typeset_across_its_marks_but_not_in_code_and_addresses() -> None:
    assert html('*"Мост"* и `"код"` <https://a.b/"c">', "ru").startswith(
        "<p><em>«Мост»</em> и\u00a0<code>&quot;код&quot;</code> <a href="
    )


def test_sections_have_id_title_level_and_opening() -> None:
    body, findings = read(
        '## A *big* `one` {#a regions="RU-BU RU-IRK" partners="CN"}\n\nFirst.\nStill.\n\nSecond.\n'
        "\n### B\n\n> quoted\n\nAfter.\n\n## C {#c}\n"
    )
    assert findings == ()
    assert [(s.id, s.title, s.level, s.opening) for s in body.sections] == [
        ("a", "A big one", 2, "First. Still."),
        ("", "B", 3, "After."),
        ("c", "C", 2, ""),
    ]
    assert [tag.code for tag in body.sections[0].regions] == ["RU-BU", "RU-IRK"]
    assert [(tag.line, tag.column) for tag in body.sections[0].partners] == [(1, 55)]


def test_a_heading_in_a_footnote_keeps_what_is_written_on_it() -> None:
    """Footnotes move to the end, and with them their headings."""
    body, _ = read(
        "Text[^1].\n\n[^1]:\n    ## Inner {#inner}\n\n"
        '## Outer {#outer regions="RU-OMS"}\n\nWords.\n'
    )
    found = [(s.id, s.title, [tag.code for tag in s.regions]) for s in body.sections]
    assert found == [("outer", "Outer", ["RU-OMS"]), ("inner", "Inner", [])]


def test_words_deep_in_lists_are_not_lost() -> None:
    text = "\n".join("  " * depth + f"- level {depth}" for depth in range(30))
    assert "level 29" in html(text)


def test_a_mark_that_is_left_over_is_told_where_it_stands() -> None:
    message = "These two asterisks mark nothing."
    assert places("**bold** and a ** b") == [(1, 16, message)]
    assert places("**bold**\nand *so* on ** here") == [(2, 13, message)]
    assert places("a[^1]") == [(1, 2, "This footnote has no text.")]


@pytest.mark.parametrize(
    "text", [r"a \*\* b", r"a \[^1] b", "`**` and `[^1]`", "```\n** [^1]\n```"]
)
def test_a_mark_that_is_meant_as_it_stands_is_left_alone(text: str) -> None:
    assert places(text) == []


def test_a_body_knows_nothing_of_the_one_before() -> None:
    assert "footnotes" in html("a[^1]\n\n[^1]: Words.\n")
    assert places("a[^1]") == [(1, 2, "This footnote has no text.")]


@pytest.mark.parametrize(
    ("written", "href"),
    [
        ("https://example.org/a/b.html?c=d#e", "https://example.org/a/b.html?c=d#e"),
        ("https://Example.org/Ä", "https://Example.org/%C3%84"),
        ("https://омск.рф", "https://xn--j1adfn.xn--p1ai"),
        ("https://example.org/100%", "https://example.org/100%25"),
    ],
)
def test_the_address_of_a_link_is_one_that_browsers_take(written: str, href: str) -> None:
    assert html(f"[a]({written})") == f'<p><a href="{href}">a</a></p>\n'


def test_no_character_that_readers_cannot_see_passes_for_a_plain_one() -> None:
    found = [index for index, _ in invisible("".join(map(chr, range(0x110000))))]
    assert len(found) > 60
    assert not [f"U+{index:04X}" for index in found if chr(index).isprintable()]
    assert places("a &#8203; b") == [
        (1, 1, "An invisible character stands here: U+200B (zero width space).")
    ]


def test_no_more_mistakes_are_told_than_an_editor_can_mend_at_once() -> None:
    assert len(places("** a\n\n" * 300)) == 100


@pytest.mark.parametrize(
    "text",
    [
        "Text.\n\n[^1]: A footnote that nothing refers to.\n",
        "Text[^1].\n\n[^1]: The first.\n\n[^1]: The second.\n",
        "| a | b |\n| - | - |\n| c | d | a cell too many |\n",
    ],
    ids=["unused footnote", "doubled footnote", "a cell too many"],
)
def test_no_words_are_dropped_in_silence(text: str) -> None:
    assert places(text) != []


def test_what_looks_like_the_address_of_a_link_stays_to_be_seen() -> None:
    body, _ = read("[note]: elsewhere\n\nText.\n")
    assert "[note]: elsewhere" in body.html


def test_the_second_of_two_cells_that_are_alike_has_a_place_of_its_own() -> None:
    body, _ = read("| a | b |\n| - | - |\n| [x](y.en.md) | [x](y.en.md) |\n")
    assert [link.column for link in body.links] == [3, 18]
