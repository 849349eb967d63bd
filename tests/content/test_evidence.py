"""What counts as found, and how it is marked; the reports stand in tests/cases/content."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.content.body import Body
from microsite.content.evidence import Evidence, Missed
from microsite.content.markdown import to_body
from microsite.source.files import Source

FILE = Path("/content/briefings/a.en.md")


def read(text: str, *words: str, language: str = "en") -> Body:
    """Read a body whose facts `a`, `b` and so on rest on these words."""
    evidence = [Evidence(chr(96 + n), inside, n) for n, inside in enumerate(words, start=1)]
    body, findings = to_body(
        Source(FILE, text), text, 1, language, "briefings/a.en.md", tuple(evidence)
    )
    assert findings == ()
    return body


def html(text: str, *words: str, language: str = "en") -> str:
    body = read(text, *words, language=language)
    assert body.missed == ()
    return body.html


def missed(text: str, words: str) -> Missed:
    (found,) = read(text, words).missed
    return found


def back(number: int) -> str:
    """Write the way back from a fact's words to its place in the list."""
    return f'<sup class="fact-ref"><a href="#fact-{chr(96 + number)}">{number}</a></sup>'


def test_words_are_marked_and_lead_back_to_the_fact() -> None:
    assert html("Trade grew by 66% in 2015.", "grew by 66%") == (
        f'<p>Trade <mark id="a">grew by 66%</mark>{back(1)} in 2015.</p>\n'
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trade **grew** by *66%*.", "Trade grew by 66%"),
        ("Trade ~~fell~~ grew.", "Trade fell grew"),
        ("Trade\u00a0grew by\u202f66%.", "Trade grew by 66%"),
        ("Trade grew by 66%.", "Trade\u00a0grew  by\n66%"),
        ("Trade\ngrew by  \n66%.", "Trade grew by 66%"),
        ("Trade\\\ngrew.", "Trade grew"),
        ("Trade `grew` by 66%.", "Trade grew by 66%"),
        ("[Trade](b.en.md) grew.", "Trade grew"),
        ("<https://a.org> grew.", "https://a.org grew"),
        ("Trade[^1] grew.\n\n[^1]: Note.", "Trade grew"),
        ("Trade grew[^1].\n\n[^1]: By 66%.", "By 66%"),
        ("## Trade grew {#trade}", "Trade grew"),
        ("- Trade grew\n- or fell", "or fell"),
        ("> Trade grew", "Trade grew"),
        ("| a | b |\n| - | - |\n| Trade | 66% |", "66%"),
        ("Trade &amp; more \\*grew\\*", "& more *grew*"),
        ("“Trade” grew – by 66%…", "“Trade” grew – by 66%…"),
        ('"Trade" grew - by 66%...', '"Trade" grew - by 66%...'),
        ("贸易额增长了66%。", "增长了66%"),
        ("Экспорт вырос на 94 %, импорт — на 39 %", "импорт — на 39 %"),
    ],
)
def test_words_are_found_as_they_read(text: str, words: str) -> None:
    body = read(text, words)
    assert body.missed == ()
    assert body.html.count(' id="a"') == 1
    assert body.html.count(back(1)) == 1


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Trade grew by 66%.", "Trade grow by 66%"),
        ("Trade grew by 66%.", "trade grew by 66%"),
        ("Trade grew.\n\nIt fell.", "grew. It fell"),
        ("- Trade grew\n- or fell", "grew or fell"),
        ("| Trade | 66% |\n| - | - |", "Trade 66%"),
        ("Trade grew.\n\n```\nby 66%\n```", "by 66%"),
        ("![Trade grew](../media/a.png)", "Trade grew"),
        ("[Trade](https://a.org) grew.", "https://a.org"),
        ('"Trade" grew.', "“Trade” grew"),
        ("Trade **grew**.", "Trade **grew**"),
        ("## Trade {#grew}", "Trade {#grew}"),
    ],
)
def test_words_that_do_not_read_so_are_not_found(text: str, words: str) -> None:
    assert [miss.id for miss in read(text, words).missed] == ["a"]


@pytest.mark.parametrize(
    "words", ["8% more", "It gr", "y 38%", "3", "000 and 138%", "by 38%, 58", "1", "5%, 1,000"]
)
def test_a_piece_of_a_word_or_of_a_number_is_not_found(words: str) -> None:
    text = "It grew by 38%, 58.5%, 1,000 and 138% more."
    assert read(text, "38%").missed == ()
    assert [miss.id for miss in read(text, words).missed] == ["a"]


def test_chinese_and_japanese_have_no_words_to_cut() -> None:
    assert read("2024年贸易额增长", "年贸易", language="zh-Hans").missed == ()
    assert read("2024年に貿易は66%増", "66%", language="ja").missed == ()


def test_words_that_stand_twice_are_told_with_the_lines_of_both() -> None:
    text = "Trade grew.\nTrade\ngrew.\n\n- Trade grew by 66%."
    assert missed(text, "Trade grew") == Missed("a", (1, 2, 5), "")
    assert missed("1 1 and more", "1") == Missed("a", (1, 1), "")


def test_overlapping_words_are_told_too() -> None:
    assert missed("to and fro and to and fro and to", "to and fro and to") == (
        Missed("a", (1, 1), "")
    )


def test_the_place_that_is_most_like_the_words_is_told_with_its_line() -> None:
    text = "Opening.\n\nOf trade with China\nmuch is said. It grew by a third in 2015.\n\nEnd."
    assert missed(text, "grow by a third") == Missed("a", (4,), "grew by a third")
    assert missed(text, "with China little is said") == (
        Missed("a", (3,), "with China much is said. It")
    )
    assert missed(text, "rade with China") == Missed("a", (3,), "trade with China")


def test_what_is_like_nothing_has_no_place() -> None:
    assert missed("Trade grew by 66%.", "Quite another sentence") == Missed("a", (), "")
    assert missed("", "Trade grew") == Missed("a", (), "")


def test_marks_are_cut_where_other_markup_begins_and_ends() -> None:
    assert html("The **trade *grew* by** 66% now.", "trade grew by 66%") == (
        '<p>The <strong><mark id="a">trade </mark><em><mark>grew</mark></em><mark> by</mark>'
        f"</strong><mark> 66%</mark>{back(1)} now.</p>\n"
    )


def test_lines_and_footnotes_stand_between_marks() -> None:
    assert html("One\ntwo[^1] three.\n\n[^1]: Note.", "One two three").startswith(
        '<p><mark id="a">One</mark>\n<mark>two</mark><sup class="footnote-ref">'
        f'<a href="#fn1" id="fnref1">[1]</a></sup><mark> three</mark>{back(1)}.</p>\n'
    )


def test_no_link_stands_in_a_link() -> None:
    assert html("Trade [with **China** grew](b.en.md) by 66%.", "China", "with China grew") == (
        '<p>Trade <a href="../briefings/b.html"><mark id="b">with </mark><strong>'
        f'<mark id="a">China</mark></strong><mark> grew</mark></a>{back(1)}{back(2)} by 66%.</p>\n'
    )
    assert html("See <https://a.org>.", "https://a.org") == (
        f'<p>See <a href="https://a.org"><mark id="a">https://a.org</mark></a>{back(1)}.</p>\n'
    )


def test_code_is_marked_as_a_whole() -> None:
    assert html("See `one two three` now.", "two") == (
        f'<p>See <mark id="a"><code>one two three</code></mark>{back(1)} now.</p>\n'
    )
    assert html("See `one two` now.", "two now", "See one") == (
        '<p><mark id="b">See </mark><mark id="a"><code>one two</code></mark>'
        f"{back(2)}<mark> now</mark>{back(1)}.</p>\n"
    )


def test_words_of_one_fact_may_lie_within_those_of_another() -> None:
    text = "Trade grew by 66% in 2015, as told."
    assert html(text, text.rstrip("."), "by 66%") == (
        '<p><mark id="a">Trade grew </mark><mark id="b">by 66%</mark>'
        f"{back(2)}<mark> in 2015, as told</mark>{back(1)}.</p>\n"
    )


def test_words_of_two_facts_may_overlap() -> None:
    text = "Exports grew by 94%, imports by 39%."
    assert html(text, "Exports grew by 94%", "grew by 94%, imports") == (
        '<p><mark id="a">Exports </mark><mark id="b">grew by 94%</mark>'
        f"{back(1)}<mark>, imports</mark>{back(2)} by 39%.</p>\n"
    )


def test_two_facts_may_rest_on_the_same_words() -> None:
    assert html("Trade grew by 66%.", "grew by 66%", "grew by 66%") == (
        f'<p>Trade <span id="b"></span><mark id="a">grew by 66%</mark>{back(1)}{back(2)}.</p>\n'
    )


def test_headings_and_openings_are_told_without_the_marks() -> None:
    body = read("## Trade grew {#trade}\n\nBy 66%.", "Trade grew", "By 66%")
    (section,) = body.sections
    assert (section.id, section.title, section.opening) == ("trade", "Trade grew", "By 66%.")


def test_a_text_is_typeset_across_its_marks() -> None:
    assert html('Рост "на 66%" в 2015 году...', '"на 66', "в 2015 году.", language="ru") == (
        f'<p>Рост <mark id="a">«на\u00a066</mark>{back(1)}\u00a0%» '
        f'<mark id="b">в\u00a02015\u00a0году…</mark>{back(2)}</p>\n'
    )


WAY_BACK = re.compile(r'<sup class="fact-ref"><a href="#fact-[a-z]+">[0-9]+</a></sup>')
MARK = re.compile(r'<span id="[a-z]"></span>|<mark(?: id="[a-z]")?>|</mark>')
IDS = re.compile(r'<(?:mark|span) id="([a-z])"')

words = st.sampled_from([
    "Trade", "grew", "by", "66%", "in", "2015", ",", "to", "58", "million", '"dollars"', "(or",
    "so)", "...", "with", "China", "-", "Торговля", "в", "2", "раза", "10", "%", "«", "»", "—",
    "贸易额",
])  # fmt: skip
runs = st.lists(words, min_size=1, max_size=6).map(" ".join)
marked = st.builds(
    str.format,
    st.sampled_from(
        ["{}", "{}", "**{}**", "*{}*", "`{}`", "[{}](b.en.md)", "[**{}**](#c)", "~~{}~~"]
    ),
    runs,
)
lines = st.lists(marked, min_size=1, max_size=5).map(" ".join)
blocks = st.one_of(
    st.lists(lines, min_size=1, max_size=3).map("\n".join),
    st.lists(lines, min_size=1, max_size=3).map(lambda items: "- " + "\n- ".join(items)),
    st.tuples(lines, lines).map("| {0[0]} | {0[1]} |\n| --- | --- |\n| {0[1]} | {0[0]} |".format),
    lines.map("> {}".format),
)
bodies = st.lists(blocks, min_size=1, max_size=4).map("\n\n".join)


Cut = tuple[int, int, int]
"""Which line, from which word on, and how many of them; counted round and round."""

cuts_of_it = st.lists(st.tuples(*[st.integers(0, 9)] * 2, st.integers(1, 8)), max_size=6)


def stretches(text: str, cuts: list[Cut]) -> list[str]:
    """Take words out of a body; most are found, some cross from one block to another."""
    bare = re.sub(r"\]\([^)]*\)|[\[\]*`~|>]|^- ", "", text, flags=re.MULTILINE)
    lines = [line.split() for line in bare.split("\n") if line.split("---")[0].split()]
    taken = [(lines[at % len(lines)], first, length) for at, first, length in cuts]
    return [" ".join(line[first % len(line) :][:length]) for line, first, length in taken]


@given(bodies, cuts_of_it, st.sampled_from(["en", "ru", "ja"]))
def test_without_its_marks_a_text_is_what_it_was(text: str, cuts: list[Cut], language: str) -> None:
    source = Source(FILE, text)
    plain, _ = to_body(source, text, 1, language, "briefings/a.en.md")
    wanted = [
        Evidence(chr(96 + number), stretch, number)
        for number, stretch in enumerate(stretches(text, cuts), start=1)
    ]
    body, _ = to_body(source, text, 1, language, "briefings/a.en.md", wanted)
    assert MARK.sub("", WAY_BACK.sub("", body.html)) == plain.html
    assert [section.title for section in body.sections] == [s.title for s in plain.sections]
    found = {evidence.id for evidence in wanted} - {miss.id for miss in body.missed}
    assert sorted(IDS.findall(body.html)) == sorted(found)
    assert sorted(re.findall(r'href="#fact-([a-z])"', body.html)) == sorted(found)
    links = re.sub(r"<a [^>]*>(.*?)</a>", lambda link: link[1], body.html, flags=re.DOTALL)
    assert "<a " not in links
