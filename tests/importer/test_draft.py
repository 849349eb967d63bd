from __future__ import annotations

import html
import re

import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from microsite.content.vocabulary import Vocabulary
from microsite.importer.draft import draft_of, markdown, scalar
from microsite.importer.judge import judge
from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.normalise import clean
from microsite.importer.words import Line, Paragraph

LINES = st.text(
    st.sampled_from("abz АЯ 19.,:;-–+*_#<>[](){}|\\`~&!=$^@/'\"日本")
    | st.characters(categories=["L"]),
    min_size=1,
    max_size=60,
).map(clean)

PLAIN = MarkdownIt("commonmark", {"html": False})


@given(LINES.filter(bool))
def test_a_paragraph_reads_in_markdown_as_it_did(text: str) -> None:
    rendered = PLAIN.render(markdown(Paragraph((Line(1, text),))))
    assert html.unescape(re.sub(r"</?p>|\n", "", rendered)) == text


@given(LINES.filter(bool))
def test_a_text_is_one_value_in_yaml(text: str) -> None:
    assert yaml.safe_load(f"title: {scalar(text)}") == {"title": text}


def test_a_headline_with_quotation_marks_stands_in_single_ones() -> None:
    assert scalar('Omsk "Sirius" plant') == """'Omsk "Sirius" plant'"""
    assert scalar('Omsk\'s "Sirius" plant') == r'''"Omsk's \"Sirius\" plant"'''


def test_what_the_vocabulary_lacks_is_named_in_a_comment(
    gazetteer: Gazetteer, vocabulary: Vocabulary
) -> None:
    text = "Omsk sells to Gujarat\n\nOmsk Region has sold its flour to Gujarat for the first time."
    draft = draft_of(judge(text.encode(), gazetteer), vocabulary)
    assert "partners: [IN]\n# Not in content/vocabulary/partners.yaml yet: IN-GJ, line 1" in draft


def test_an_unknown_date_is_offered_in_a_comment(
    gazetteer: Gazetteer, vocabulary: Vocabulary
) -> None:
    text = "Omsk sells to China\n\nOmsk Region sold more flour to China in 2024 than ever before."
    matter = draft_of(judge(text.encode(), gazetteer), vocabulary)
    assert (
        "# date: 2024~ # line 3: “2024”. It is the latest year that the text names, in line 3.\n"
        "# Say in a sentence for readers, in en, what the date rests on.\n"
        "# date_basis:\n" in matter
    )
    assert "\ndate:" not in matter
