"""Read a text that was saved as Markdown: the words alone, each line where it stood."""

from __future__ import annotations

import re

_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)

_FIELD = re.compile(r"(title|date|published):\s*[\"']?(.*?)[\"']?\s*$")
"""What front matter tells of a text; a program that saved it adds more."""

_MARKS = tuple(
    (re.compile(pattern, re.MULTILINE), kept)
    for pattern, kept in (
        (r"^\|?[ :|-]{3,}\|[ :|-]*$", ""),
        (r"^\|[ \t]*(.+?)[ \t]*\|[ \t]*$", r"\1"),
        (r"[ \t]+\|[ \t]+(?=.*(?:\d|\|))", ", "),
        (r"!\[[^\]]*\]\([^()\s]*(?:\s+\"[^\"]*\")?\)", ""),
        (r"\[([^\]]+)\]\([^()\s]*(?:\([^()]*\)[^()\s]*)?(?:\s+\"[^\"]*\")?\)", r"\1"),
        (r"<(https?://[^>\s]+)>", r"\1"),
        (r"^ {0,3}#{1,6} +(.*?)(?: +#+)?[ \t]*$", r"\1"),
        (r"^ {0,3}> ?", ""),
        (r"(?<![\\*])\*\*(?=\S)(.+?)(?<=\S)\*\*(?!\*)", r"\1"),
        (r"(?<![\\*\w])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![*\w])", r"\1"),
        (r"(?<![\\_\w])__?(?=[^\s_])([^_\n]+?)(?<=[^\s_])__?(?![_\w])", r"\1"),
        (r"\\([\\`*_{}\[\]()#+.!<>|~$-])", r"\1"),
    )
)
"""Marks, and what of them is text."""


def text_of_markdown(text: str) -> str:
    """Take the marks of Markdown out of a text, and of its front matter all but title and day."""
    matter = _MATTER.match(text)
    if matter:
        head = "\n".join(_of_field(line) for line in matter[0].split("\n"))
        text = head + text[matter.end() :]
    for marks, kept in _MARKS:
        text = marks.sub(kept, text)
    return text


def _of_field(line: str) -> str:
    field = _FIELD.match(line)
    if field is None:
        return ""
    return field[2] if field[1] == "title" else f"{field[1]}: {field[2]}"
