"""Turn a source text into judgements, told from top to bottom: each with the words it rests on."""

from __future__ import annotations

import hashlib

import msgspec

from microsite.importer.dates import Publication, publication_date
from microsite.importer.decode import decode
from microsite.importer.furniture import take_apart
from microsite.importer.language import language_of
from microsite.importer.markdown_text import text_of_markdown
from microsite.importer.names.gazetteer import Gazetteer
from microsite.importer.normalise import normalise, with_straight_quotes
from microsite.importer.own_place import with_own_place
from microsite.importer.passages import passages_of
from microsite.importer.places import find_mentions
from microsite.importer.role import Roles, roles
from microsite.importer.words import Anatomy, Line


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """Hold all that is known of a source text."""

    digest: str
    """SHA-256 of the text's lines, however they were encoded and broken."""
    language: str
    """BCP 47; `und` where it is not known."""
    anatomy: Anatomy
    publication: Publication
    roles: Roles

    @property
    def title(self) -> str | None:
        """Give the headline as it reads."""
        return self.anatomy.title.text if self.anatomy.title else None

    @property
    def body(self) -> str:
        """Give the article as it reads: paragraphs apart by an empty line."""
        return "\n\n".join(paragraph.text for paragraph in self.anatomy.paragraphs)


def judge(data: bytes, gazetteer: Gazetteer, kind: str = "txt") -> Judged:
    """Judge a text; `kind` is `txt`, `md` or `html`. Raises: UnreadableError."""
    text = decode(data).text
    if kind == "md":
        text = text_of_markdown(text)
    if kind == "html":
        from microsite.importer.saved_page import text_of  # noqa: PLC0415 -- heavy, and an extra

        text = text_of(text)
    lines = normalise(text)
    words = "\n".join(line.text for line in lines if line.text)
    language = language_of(lines)
    anatomy = take_apart(lines, language)
    publication = publication_date(lines, anatomy, language)
    passages = passages_of(anatomy)
    mentions = find_mentions(passages, language, gazetteer, publication.date or "")
    found = roles(mentions, passages, language)
    return Judged(
        digest=hashlib.sha256(words.encode()).hexdigest(),
        language=language,
        anatomy=_with_straight_quotes(anatomy, language),
        publication=publication,
        roles=with_own_place(found, anatomy, language, gazetteer),
    )


def _with_straight_quotes(anatomy: Anatomy, language: str) -> Anatomy:
    def written(line: Line) -> Line:
        return msgspec.structs.replace(line, text=with_straight_quotes(line.text, language))

    return msgspec.structs.replace(
        anatomy,
        title=anatomy.title and written(anatomy.title),
        paragraphs=tuple(
            msgspec.structs.replace(paragraph, lines=tuple(map(written, paragraph.lines)))
            for paragraph in anatomy.paragraphs
        ),
    )
