"""Tell a text that was imported from one that was retold: nothing of others' is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from microsite.diagnostics import Code, Diagnostic
from microsite.source.nodes import Tree

_LETTERS: Final[Mapping[str, re.Pattern[str]]] = {
    language: re.compile(f"[{letters}]")
    for language, letters in (
        ("ru", "\u0400-\u04ff"),
        ("en", "A-Za-z"),
        ("zh", "\u4e00-\u9fff"),
        ("ja", "\u3040-\u30ff\u4e00-\u9fff"),
        ("ko", "\uac00-\ud7a3"),
    )
}
"""What a language is written in."""

UNTOLD: Final = "The source's own words stand below. Retell them, then take this line out."
"""What an import writes above a text; whoever takes it out says that the text is retold."""

_ANY = re.compile(r"[^\W\d_]")

_OWN = 0.4
"""Of a text's letters, those of its language at least: names and quotations may be in others."""

_FEWEST, _ENOUGH = 60, 1_500
"""Letters from which a text shows its language, and characters by which it does."""


def judge_own_words(tree: Tree, language: str, body: str, body_line: int) -> tuple[Diagnostic, ...]:
    """Find in a text that is to be published what an import left for the editor to do.

    It looks at what the front matter says, whether or not that is right: all mistakes are told in
    one run. Reports: `invalid`, `language`.
    """
    source = tree.data.get("source")
    if tree.data.get("draft") == "true" or not isinstance(source, dict) or "digest" not in source:
        return ()
    findings: tuple[Diagnostic, ...] = ()
    title = source.get("title")
    if title and title == tree.data.get("title"):
        message = "The title is still the source's own headline."
        hint = "Write one of your own, and retell the text; `source.title` keeps theirs."
        findings += (tree.finding(Code.INVALID, ("title",), message, hint),)
    if UNTOLD in body:
        line = body_line + body[: body.index(UNTOLD)].count("\n")
        message = "The line above the imported text still stands here."
        hint = "Retell the text in your own words, then take the line out."
        findings += (tree.source.finding(Code.INVALID, line, 1, message, hint),)
    if _is_in_another(body.replace(UNTOLD, "", 1)[:_ENOUGH], language):
        message = f"The text below is not in {language}."
        hint = "Retell it in the language that `lang` and the file's name say."
        findings += (tree.source.finding(Code.LANGUAGE, body_line, 1, message, hint),)
    return findings


def _is_in_another(text: str, language: str) -> bool:
    letters = _LETTERS.get(language.partition("-")[0])
    if letters is None:
        return False
    number = len(_ANY.findall(text))
    return number >= _FEWEST and len(letters.findall(text)) < _OWN * number
