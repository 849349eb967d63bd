"""Tell what was recognised in a text and from which words, what was cut, what is to decide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from microsite.content.vocabulary import Vocabulary
from microsite.importer.judge import Judged
from microsite.importer.lines.shapes import KINDS
from microsite.importer.role import REASONS, Tag
from microsite.importer.words import Anatomy, Cut, Line, Words

_WIDTH = 12
"""Characters of the column of labels."""


def as_row(name: str, judged: Judged) -> dict[str, Any]:
    """Give the judgements of a text as one JSON object; see docs/how-to/import-a-text.md."""
    roles, publication = judged.roles, judged.publication
    tags = (*roles.regions, *roles.partners, *roles.mentioned_regions, *roles.mentioned_partners)
    basis = publication.basis
    if not publication.date and publication.offers:
        basis = f"{publication.offers[0].date}: {publication.offers[0].basis}"
    return {
        "file": name,
        "language": judged.language,
        "title": judged.title,
        "date": publication.date,
        "date_basis": basis,
        "regions": [tag.code for tag in roles.regions],
        "partners": [tag.code for tag in roles.partners],
        "places": [tag.code for tag in roles.places],
        "mentioned": {
            "regions": [tag.code for tag in roles.mentioned_regions],
            "partners": [tag.code for tag in roles.mentioned_partners],
        },
        "body": judged.body,
        "evidence": {tag.code: tag.words.text for tag in tags},
    }


def as_text(judged: Judged, vocabulary: Vocabulary, languages: Sequence[str]) -> str:
    """Tell an editor what was recognised in a text, from which words, and what is to decide."""
    lines: list[str] = []
    for label, told in _rows(judged, vocabulary, languages):
        lines.append(f"  {label:<{_WIDTH}}{told}".rstrip())
    return "\n".join(lines)


def _rows(
    judged: Judged, vocabulary: Vocabulary, languages: Sequence[str]
) -> Iterator[tuple[str, str]]:
    anatomy, publication, roles = judged.anatomy, judged.publication, judged.roles
    yield "language", judged.language
    yield "title", f"line {anatomy.title.number}: {anatomy.title.text}" if anatomy.title else "none"
    if publication.date and publication.evidence:
        yield "date", f"{publication.date}, {_said(publication.evidence)}"
    else:
        yield "date", publication.basis or "not stated"
        for offer in publication.offers:
            yield "", f"perhaps {offer.date}: {offer.basis} {_said(offer.evidence)}"
    yield "publisher", _said(anatomy.publisher) if anatomy.publisher else "not stated"
    for label, tags in (("regions", roles.regions), ("partners", roles.partners)):
        yield from _of_tags(label, tags)
    if roles.places:
        yield "places", ", ".join(tag.code for tag in roles.places)
    mentioned = (*roles.mentioned_regions, *roles.mentioned_partners)
    kept = _lines_of(anatomy)
    for number, tag in enumerate(mentioned):
        told = f"{tag.code}, line {tag.words.line}: {_around(tag.words, kept)}"
        yield "" if number else "mentioned", f"{told} ({REASONS[tag.reason]})"
    for number, (kind, cuts) in enumerate(_runs(anatomy.cut, kept)):
        yield "" if number else "cut", f"{_lines(cuts)}: {KINDS[kind]}"
    for number, task in enumerate(_tasks(judged, vocabulary, languages)):
        yield "" if number else "to decide", task


def _of_tags(label: str, tags: Sequence[Tag]) -> Iterator[tuple[str, str]]:
    if not tags:
        yield label, "none"
    for number, tag in enumerate(tags):
        yield "" if number else label, f"{tag.code}, {_said(tag.words)}"


def _said(words: Words) -> str:
    return f"line {words.line}: “{words.text}”"


def _lines_of(anatomy: Anatomy) -> Mapping[int, Line]:
    lines = [line for paragraph in anatomy.paragraphs for line in paragraph.lines]
    return {line.number: line for line in (*lines, *filter(None, (anatomy.title,)))}


def _around(words: Words, lines: Mapping[int, Line]) -> str:
    """Give words with those beside them: by these an editor sees what was made of them."""
    line = lines.get(words.line, Line(words.line, words.text, pieces=((0, words.start),)))
    text = line.text
    places = (match.start() for match in re.finditer(re.escape(words.text), text))
    start = next((n for n in places if line.words(n, n).start == words.start), 0)
    first, last = max(0, start - _BESIDE), start + len(words.text) + _BESIDE
    before = "…" if first else ""
    behind = "…" if last < len(text) else ""
    return f"“{before}{text[first:last].strip()}{behind}”"


_BESIDE = 28
"""Characters on either side that are shown."""


def _runs(cuts: Sequence[Cut], kept: Mapping[int, Line]) -> Iterator[tuple[str, list[Cut]]]:
    """Group cuts of one kind between which nothing was kept."""
    run: list[Cut] = []
    for cut in cuts:
        between = range(run[-1].words.line, cut.words.line + 1) if run else ()
        if run and (run[-1].kind != cut.kind or any(line in kept for line in between)):
            yield run[0].kind, run
            run = []
        run.append(cut)
    if run:
        yield run[0].kind, run


def _lines(cuts: Sequence[Cut]) -> str:
    first, last = cuts[0].words.line, cuts[-1].words.line
    if first == last:
        return f"line {first} {_shortened(cuts[0].words.text, _WIDE)}"
    ends = (_shortened(cut.words.text, _NARROW) for cut in (cuts[0], cuts[-1]))
    return f"lines {first}–{last} {' to '.join(ends)}"


_WIDE, _NARROW = 50, 28
"""Characters of a line that are shown of one alone, and of the first and last of several."""


def _shortened(words: str, length: int) -> str:
    return f"“{words[:length]}{'…' if len(words) > length else ''}”"


def _tasks(judged: Judged, vocabulary: Vocabulary, languages: Sequence[str]) -> Iterator[str]:
    """Say what only an editor can know."""
    yield "a headline and a summary of your own; the text retold in your own words; topics"
    if not judged.publication.date:
        yield "the date, or that it is unknown, and what that rests on"
    for side, tags in (("region", judged.roles.regions), ("partner", judged.roles.partners)):
        if not tags:
            yield f"the {side}: none was found"
    strange = sum(len(cut.words.text) for cut in judged.anatomy.cut if cut.kind == "label")
    if strange > len(judged.body):
        yield "whether what was cut belongs to the article: it is more than was kept"
    if judged.language not in languages:
        yield f"the site has no texts in {judged.language}: retell it in one of its languages"
    known = vocabulary.regions.keys() | vocabulary.partners.keys()
    for tag in (*judged.roles.regions, *judged.roles.partners):
        if tag.code not in known:
            yield f"whether {tag.code} belongs into content/vocabulary/"
    missing = [tag.code for tag in judged.roles.places if tag.code not in vocabulary.places]
    if missing:
        yield f"whether these belong into content/vocabulary/places.yaml: {', '.join(missing)}"
