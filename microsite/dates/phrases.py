"""Put the words of a date together out of pieces, some of which are times in HTML's sense."""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING, Final

import msgspec

from microsite.languages.typography import typeset_pieces

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from babel import Locale

    from microsite.languages.texts import Texts

PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s")


class Piece(msgspec.Struct, frozen=True):
    """Hold a part of a date's words."""

    text: str
    datetime: str | None = None
    """What HTML's `<time datetime>` says of it, where it can say it.

    Source: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element
    """


Pieces = tuple[Piece, ...]


def fill(message: str, **parts: Pieces) -> Pieces:
    """Put pieces where a message has its placeholders."""
    return tuple(
        piece
        for index, part in enumerate(PLACEHOLDER.split(message))  # every second one is a name
        for piece in (parts[part] if index % 2 else (Piece(part.replace("%%", "%")),))
    )


def enumeration(
    items: Sequence[Pieces], join: Callable[[Sequence[str], Locale], str], texts: Texts
) -> Pieces:
    """Make a list of dates with the words that a language puts between them."""
    parts = {str(index): item for index, item in enumerate(items)}
    return fill(join([f"%({name})s" for name in parts], texts.locale), **parts)


def noted(body: Pieces, notes: Sequence[str], texts: Texts) -> Pieces:
    """Put remarks after a date, in brackets."""
    if not notes:
        return body
    following = texts.pgettext("date", "%(notes)s, %(note)s")
    joined = reduce(lambda left, right: following % {"notes": left, "note": right}, notes)
    message = texts.pgettext("date", "%(date)s (%(notes)s)")
    return fill(message, date=body, notes=(Piece(joined),))


def finished(pieces: Pieces, language: str) -> Pieces:
    """Join neighbouring pieces without a time, drop empty ones and set the no-break spaces."""
    merged: list[Piece] = []
    for piece in pieces:
        if merged and piece.datetime is None and merged[-1].datetime is None:
            merged[-1] = Piece(merged[-1].text + piece.text)
        elif piece.text:
            merged.append(piece)
    texts = typeset_pieces([piece.text for piece in merged], language)
    return tuple(Piece(text, piece.datetime) for text, piece in zip(texts, merged, strict=True))
