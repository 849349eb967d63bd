"""Put the lines of a text together that are one paragraph: some were wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from microsite.importer.lines.fragments import fragments_of, without
from microsite.importer.lines.shapes import kind_of
from microsite.importer.words import Line


class Block(NamedTuple):
    """Hold lines that are one paragraph: several where the text was wrapped by hand."""

    lines: tuple[Line, ...]
    text: str
    gap: bool
    """Whether an empty line stands in front."""


_WRAPPED_AT, _WRAPPED_WIDE = 100, 50
"""Characters that a line wrapped by hand has at most."""

_LOWER = 0.4
"""Of the lines of a wrapped paragraph, those that go on with a small letter at least."""

_END = re.compile(r"[.!?…。！？:;»”\"'」』)）]\s*$")


def blocks_of(lines: Sequence[Line], *, is_spaced: bool) -> Iterator[Block]:
    """Give the paragraphs of a text; `is_spaced` tells a script with spaces between words."""
    run: list[Line] = []
    gap = False
    for line in (*lines, Line(0, "")):
        if line.text:
            run.append(line)
            continue
        yield from _of_run(run, gap=gap, is_spaced=is_spaced)
        gap = True
        run = []


def _of_run(run: Sequence[Line], *, gap: bool, is_spaced: bool) -> Iterator[Block]:
    """Make one block of a run that was wrapped by hand, else one of each line."""
    if len(run) > 1 and (
        _is_wrapped(run, is_spaced=is_spaced)
        or _is_wrapped([without(line, fragments_of(line)) for line in run], is_spaced=is_spaced)
    ):
        yield Block(tuple(run), (" " if is_spaced else "").join(line.text for line in run), gap)
        return
    for number, line in enumerate(run):
        yield Block((line,), line.text, gap and not number)


def _is_wrapped(run: Sequence[Line], *, is_spaced: bool) -> bool:
    """Tell a paragraph whose lines somebody broke from lines that stand for themselves."""
    longest = max(len(line.text) for line in run)
    inner = run[:-1]
    full = [line for line in inner if len(line.text) > 0.75 * longest]
    open_ends = [line for line in inner if not _END.search(line.text)]
    return bool(
        (run[2:] or not is_spaced or run[-1].text[:1].islower())  # not a line below a title
        and (28 if is_spaced else 15) < longest <= (_WRAPPED_AT if is_spaced else _WRAPPED_WIDE)
        and len(full) >= 0.8 * len(inner)
        and len(open_ends) >= 0.5 * len(inner)
        and (
            not is_spaced or sum(line.text[:1].islower() for line in run[1:]) >= _LOWER * len(inner)
        )
        and (is_spaced or run[2:] or _END.search(run[-1].text))
        and not any(kind_of(line.text) for line in run)
    )


def joined(block: Block) -> Line:
    """Give a block as one line."""
    return Line(block.lines[0].number, block.text)
