"""Write the draft of a briefing: front matter with what is known, and marks for what is not.

A draft passes every check: a code or a key that the site's vocabulary lacks is named in a comment.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence

from microsite.content.own_words import UNTOLD
from microsite.content.vocabulary import Vocabulary
from microsite.importer.judge import Judged
from microsite.importer.role import REASONS, Tag
from microsite.importer.words import Paragraph, Words

_PLAIN = re.compile(r"[^\W\d_][\w(),.%«»“”’—–-]*(?: [\w(),.%«»“”’—–-]+)*")
_TAKEN = re.compile(r"(?i)true|false|yes|no|on|off|null|y|n")


def draft_of(judged: Judged, vocabulary: Vocabulary) -> str:
    """Give the text of a draft's file, in UTF-8 with line feeds."""
    matter = _front_matter(judged, vocabulary)
    return "\n".join(("---", *matter, "---", "", f"> {UNTOLD}", "", _body(judged), ""))


def _front_matter(judged: Judged, vocabulary: Vocabulary) -> Iterator[str]:
    yield "draft: true # Take this line out when all below is right."
    if judged.title:
        yield "# The source's own headline: write yours in its place."
        yield f"title: {scalar(judged.title)}"
    else:
        yield "# title: The text has no headline. Write one."
    yield "# summary: Write one or two sentences."
    yield f"lang: {judged.language}"
    yield from _date(judged)
    roles = judged.roles
    yield from _tags("regions", roles.regions, vocabulary.regions)
    yield from _tags("partners", roles.partners, vocabulary.partners)
    if roles.places:
        yield from _tags("places", roles.places, vocabulary.places)
    for tag in (*roles.mentioned_regions, *roles.mentioned_partners):
        yield f"# Only mentioned: {tag.code}, {_said(tag.words)}: {REASONS[tag.reason]}."
    yield "# topics: Choose from content/vocabulary/topics.yaml, as in [trade, culture]."
    yield "source:"
    if judged.title:
        yield f"  title: {scalar(judged.title)}"
    if judged.anatomy.publisher:
        yield f"  publisher: {scalar(judged.anatomy.publisher.text)}"
    else:
        yield "  # publisher: The text does not say who published it."
    yield "  # url: Where it stands on the web, if you know."
    yield f"  digest: {judged.digest}"


def _date(judged: Judged) -> Iterator[str]:
    publication = judged.publication
    if publication.date and publication.evidence:
        yield f"date: {publication.date} # {_said(publication.evidence)}"
        return
    yield f"# {publication.basis or 'The text does not say when it was published.'}"
    if publication.offers:
        yield "# If a day below is right, take its # off."
    for offer in publication.offers:
        yield f"# date: {offer.date} # {_said(offer.evidence)}. {offer.basis}"
    if not publication.offers:
        yield "# date:"
    yield f"# Say in a sentence for readers, in {judged.language}, what the date rests on."
    yield "# date_basis:"


def _tags(field: str, tags: Sequence[Tag], known: Iterable[str]) -> Iterator[str]:
    there = {*known}
    yield f"{field}: [{', '.join(tag.code for tag in tags if tag.code in there)}]"
    for tag in tags:
        if tag.code not in there:
            place = f"content/vocabulary/{field}.yaml"
            yield f"# Not in {place} yet: {tag.code}, {_said(tag.words)}."


def _said(words: Words) -> str:
    return f"line {words.line}: “{words.text}”"


def scalar(text: str) -> str:
    """Write a text as one value in YAML, in quotes where it could be read as something else."""
    if _PLAIN.fullmatch(text) and not _TAKEN.fullmatch(text):
        return text
    return f"'{text}'" if '"' in text and "'" not in text else json.dumps(text, ensure_ascii=False)


def _body(judged: Judged) -> str:
    blocks: list[str] = []
    was_item = False
    for paragraph in judged.anatomy.paragraphs:
        text = markdown(paragraph)
        if paragraph.item and was_item:
            blocks[-1] += f"\n{text}"
        else:
            blocks.append(text)
        was_item = paragraph.item
    return "\n\n".join(blocks)


_MARKS = re.compile(r"[\\`*_\[\]<>|~{}^$]|&(?=#?\w+;)|!(?=\[)|@(?=\w)")

_START = re.compile(r"(?:[-+=#>:](?=[ -+=#:]|$)|#{1,6}|=+|-{2,}|:)|(\d{1,9})(?=[.)](?: |$))")


def markdown(paragraph: Paragraph) -> str:
    """Write a paragraph so that nothing of it is taken for a mark of Markdown."""
    text = _MARKS.sub(lambda mark: f"\\{mark[0]}", paragraph.text)
    if match := _START.match(text):
        text = f"{match[1]}\\{text[match.end() :]}" if match[1] else f"\\{text}"
    return f"- {text}" if paragraph.item else text
