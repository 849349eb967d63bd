"""Take a saved page apart: what is the article, and what stood around it.

Nothing is lost: each line is title, article or cut, and a fragment that is cut out of a line leaves
the rest of it. An agency's dateline in front of a dash or a closing slash is cut.
"""

from __future__ import annotations

from collections.abc import Sequence

from microsite.importer.days.bylines import byline, signature
from microsite.importer.days.datelines import dateline, opening_dateline
from microsite.importer.lines.blocks import Block, blocks_of, joined
from microsite.importer.lines.closing import with_points_kept
from microsite.importer.lines.likeness import with_text_kept
from microsite.importer.lines.paragraphs import end_of_bullet, paragraph_of, parted
from microsite.importer.lines.publisher import publisher_of
from microsite.importer.lines.repeated_title import repeated_title
from microsite.importer.lines.shapes import TERMINAL, kind_of
from microsite.importer.lines.surroundings import behind_article, under_heads, without_series
from microsite.importer.title import choose_title, first_text
from microsite.importer.words import Anatomy, Cut, Line, Paragraph, Words


def take_apart(lines: Sequence[Line], language: str) -> Anatomy:
    """Tell title, article and furniture of a text; `language` is BCP 47."""
    whole = list(blocks_of(lines, is_spaced=language[:2] not in ("zh", "ja")))
    is_wide = language[:2] in ("zh", "ja", "ko")
    parts = [parted(block, is_wide=is_wide) for block in whole]
    blocks = [part.block for part in parts]
    kinds = with_points_kept(blocks, [kind_of(block.text) for block in blocks])
    kinds = with_text_kept(blocks, kinds, is_wide=is_wide)
    kinds = without_series(blocks, kinds, is_wide=is_wide)
    kinds = behind_article(blocks, under_heads(blocks, kinds, is_wide=is_wide), is_wide=is_wide)
    title, start, kinds = _headline(blocks, kinds, is_wide=is_wide)
    last = max((n for n, kind in enumerate(kinds) if not kind), default=0)
    if last > start and signature(blocks[last].text):
        kinds[last] = "date"
    cuts: list[Cut] = []
    paragraphs: list[Paragraph] = []
    article = [n for n, kind in enumerate(kinds) if not kind and n != title]
    opening = opening_dateline([blocks[n].text for n in article])
    for number, block in enumerate(blocks):
        if kinds[number] and number != title:
            own = whole[number].lines
            cuts += (Cut(Words(line.number, 0, line.text), kinds[number]) for line in own)
            continue
        cuts += parts[number].cuts
        if number != title:
            at = opening if number == article[0] else 0
            bullet = end_of_bullet(block)
            at = at or dateline(block.lines[0].text, bullet)
            paragraph, found = paragraph_of(block, at)
            cuts += found
            if paragraph.lines:
                paragraphs.append(paragraph)
    cuts.sort(key=lambda cut: (cut.words.line, cut.words.start))
    return Anatomy(
        joined(blocks[title]) if title is not None else None,
        tuple(paragraphs),
        tuple(cuts),
        publisher_of(cuts),
    )


def _headline(
    blocks: Sequence[Block], kinds: Sequence[str], *, is_wide: bool
) -> tuple[int | None, int, list[str]]:
    """Give the numbers of the headline and of the first text; what stands above is furniture."""
    kinds = [*kinds]
    chain = repeated_title(blocks, kinds, is_wide=is_wide)
    known = chain[-1] if chain else None
    for number in (*range(max(chain, default=0)), *chain):
        kinds[number] = "" if number == known else kinds[number] or "label"
    start = first_text(blocks, kinds, is_wide=is_wide)
    for number in range(start):
        if number != known and not kinds[number] and _is_row(blocks[number], is_wide=is_wide):
            kinds[number] = "menu"
    title, kinds = choose_title(blocks, kinds, start, is_wide=is_wide, known=known)
    if title is not None:
        for number in range(title + 1, len(blocks)):
            # Below a picture the headline stands for what it shows.
            if blocks[number].text == blocks[title].text:
                kinds[number] = "caption"
        for number in range(title + 1, start):
            if not kinds[number] and byline(blocks[number].text):
                kinds[number] = "date"
    return title, start, kinds


_COLUMNS = 3
"""Pieces from which a line above an article is a row of a menu."""


_PIECE = 7
"""Wide characters of such a piece: a headline may have gaps too, between longer ones."""


def _is_row(block: Block, *, is_wide: bool) -> bool:
    columns = block.lines[0].columns
    are_short = not is_wide or len(block.text) <= _PIECE * columns
    return columns >= _COLUMNS and are_short and not TERMINAL.search(block.text)
