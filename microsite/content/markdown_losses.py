"""Find what Markdown would drop, change or leave standing as a bare mark, without a word.

What an editor typed either becomes what it was meant to be, or is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from microsite.content.markdown_rules import Work
from microsite.diagnostics import Code
from microsite.source.files import invisible


def lost_cells(state: StateCore) -> None:
    """Find cells beyond the last column of their table: Markdown drops them."""
    work: Work = state.env["work"]
    columns = 0
    for token in state.tokens:
        if token.type == "table_open":
            columns = 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "tr_open" and columns and token.map:
            number = token.map[0]
            cells = escapedSplit(work.lines[number].lstrip(" \t>").strip().strip("|"))
            if len(cells) > columns:
                message = f"This row has {len(cells)} cells, but the table has {columns} columns."
                hint = "Take out a cell, or write \\| for a bar in the text."
                work.report(Code.MARKDOWN, (work.first_line + number, 1), message, hint)


def lost_footnotes(state: StateCore) -> None:
    """Find footnotes that nothing refers to, or that stand twice: Markdown drops them."""
    if "footnotes" not in state.env:
        return
    work: Work = state.env["work"]
    used = state.env["footnotes"]["refs"]
    seen: set[str] = set()
    for opening, inside in zip(state.tokens, state.tokens[1:], strict=False):
        if opening.type != "footnote_reference_open":
            continue
        label = str(opening.meta["label"])
        place = (work.first_line + (inside.map or [0])[0], 1)
        if label in seen:
            message = f"The footnote [^{label}] stands here a second time."
            work.report(Code.MARKDOWN, place, message, "Give one of them another mark.")
        elif used.get(f":{label}", -1) < 0:
            message = f"Nothing in the text refers to the footnote [^{label}]."
            hint = f"Put [^{label}] where it belongs, or delete the footnote."
            work.report(Code.MARKDOWN, place, message, hint)
        seen.add(label)


def lost_blocks(state: StateCore) -> None:
    """Find blocks that an editor did not mean: years and sums that became lists, open fences."""
    work: Work = state.env["work"]
    for token in state.tokens:
        if token.type not in _JUDGED:
            continue
        first, end = token.map or [0, 0]
        line = work.lines[first] if first < len(work.lines) else ""
        place = (work.first_line + first, len(line) - len(line.lstrip(" \t>")) + 1)
        if token.type == "bullet_list_open" and token.markup == "+":
            message = "A line that begins with + becomes a list, without its plus sign."
            hint = "Write - for a list, or \\+ for the sign."
        elif token.type == "ordered_list_open" and int(token.attrs.get("start", 1)) > _LIST_START:
            message = "A line that begins with a number and a full stop becomes a list."
            hint = f"Write {token.attrs['start']}\\. if it is a year or a sum."
        elif token.type == "fence" and not work.lines[end - 1].strip(" \t>").startswith(
            token.markup
        ):
            message = f"A block is opened here with {token.markup} and never closed."
            hint = f"Close it with {token.markup}, or take these marks out."
        else:
            continue
        work.report(Code.MARKDOWN, place, message, hint)


_JUDGED = frozenset({"bullet_list_open", "ordered_list_open", "fence"})

_LIST_START = 99
"""The highest number that a list is taken to begin with."""


def left_over(state: StateCore) -> None:
    """Find marks that became nothing, while those behind a backslash are still told apart."""
    work: Work = state.env["work"]
    for previous, block in zip([None, *state.tokens], state.tokens, strict=False):
        if block.type != "inline":
            continue
        children = block.children or []
        in_cell = previous is not None and previous.type in {"th_open", "td_open"}
        for before, token in zip([None, *children], children, strict=False):
            if token.type == "link_close" and before is not None and before.type == "link_open":
                place = work.place(block, before.meta.get("index", 0))
                hint = "Write in the square brackets what it leads to."
                work.report(Code.LINK, place, "The link has no words.", hint)
            if token.type not in {"text", "text_special"} or _is_plain(token.content):
                continue
            begins = not in_cell and (before is None or before.type in {"softbreak", "hardbreak"})
            for index, width, message, hint in _marks(token, begins=begins):
                at = max(block.content.find(token.content), 0)
                work.report(Code.MARKDOWN, work.place(block, at + index), message, hint, width)
        for index in _starred_numbers(block, children) if "*" in block.content else ():
            message = "Asterisks between numbers become italics, and vanish."
            hint = "Write × for a multiplication, or \\* for the asterisk."
            work.report(Code.MARKDOWN, work.place(block, index), message, hint)


def _is_plain(text: str) -> bool:
    """Tell at a glance that nothing can be wrong: this is asked of every piece of every text."""
    # Every invisible character is unprintable; so is the no-break space, which is looked at closer.
    return not (text[:1] in _BEGINNINGS or _ANY_LEFT_OVER.search(text) or not text.isprintable())


def _marks(token: Token, *, begins: bool) -> Iterator[tuple[int, int, str, str]]:
    patterns = (*_LEFT_OVER, *(_AT_THE_BEGINNING if begins else ()))
    # What stands behind a backslash, or came from an entity, is no mark.
    for pattern, message, hint in patterns if token.type == "text" else ():
        if found := pattern.search(token.content):
            yield found.start(), len(found.group()), message, hint
    for index, name in invisible(token.content):
        message = f"An invisible character stands here: {name}."
        yield min(index, len(token.content) - 1), 1, message, "Delete it."


def _starred_numbers(block: Token, children: list[Token]) -> Iterator[int]:
    for before, token, after in zip(children, children[1:], children[2:], strict=False):
        if (
            token.type == "em_open"
            and token.markup == "*"
            and before.content[-1:].isdigit()
            and after.content[:1].isdigit()
        ):
            yield block.content.find(f"{before.content[-1]}*{after.content[0]}") + 1


_BOLD_FORM = (
    "Bold begins and ends directly at a word, with a space or a full stop outside;"
    " asterisks that are meant are written \\*\\*."
)
_LINK_FORM = (
    "Write it as [words](address), without spaces in the address;"
    " put \\ in front of a bracket that is meant."
)

_LEFT_OVER: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"\*\*",
            "These two asterisks mark nothing.",
            _BOLD_FORM,
        ),
        (r"\]\[|\[\[", "These brackets are no link.", _LINK_FORM),
        (
            r"\]\(|\] \((?=https?:|\.\.?/)|\)\[(?=https?:)",
            "This did not become a link.",
            _LINK_FORM,
        ),
        (r"\[\^", "This footnote has no text.", "Write it below: [^1]: The text."),
        (r"<!--", "A comment is not hidden here: readers see it.", "Delete it."),
        (
            r"<<<<<<<|>>>>>>>",
            "Two versions of the text stand here side by side, as git leaves them.",
            "Keep one of the two, and delete the lines of <, = and >.",
        ),
    )
)
"""Marks that are still to be seen in the text, so that something did not become what it should."""

_ANY_LEFT_OVER = re.compile("|".join(pattern.pattern for pattern, _, _ in _LEFT_OVER))
"""All of them in one: most texts hold none. It is fast while each begins with a plain character."""

_AT_THE_BEGINNING: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (
            r"^#{2,6}(?=[^\s#])",
            "A space is missing behind the marks of this heading.",
            "Write it as in ## Heading.",
        ),
        (r"^#{7,}", "A heading has six marks at most.", "Write ##, ### or ####."),
        (
            r"^\|",
            "This line is not part of a table.",
            "A table has a line of | --- | below its head, as many as columns, and no empty lines.",
        ),
        (r"^[•▪◦‣·]", "This mark does not make a list.", "Begin the line with - and a space."),
    )
)
"""The same for marks that mean something at the beginning of a line alone."""

_BEGINNINGS = frozenset("#|•▪◦‣·")
"""The first characters of these."""
