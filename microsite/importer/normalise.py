"""Cut a text into lines, and write each with one kind of space and nothing that cannot be seen."""

from __future__ import annotations

import re
import unicodedata

from microsite.importer.words import Line

_BREAKS = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")

_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffc]"
)
"""Soft hyphens, marks of joining and direction, control characters."""

_GAPS = re.compile(r"[ \u00a0]{2,}|\t+|\u3000+")

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def normalise(text: str) -> tuple[Line, ...]:
    """Give all lines of a text, empty ones too, so that their numbers are those of the file."""
    return tuple(
        Line(number, clean(line), len(_GAPS.split(line.strip())))
        for number, line in enumerate(_BREAKS.split(text), start=1)
    )


def clean(text: str) -> str:
    """Write a line in composed characters, with single spaces between its words."""
    return _SPACES.sub(" ", _UNSEEN.sub("", unicodedata.normalize("NFC", text))).strip()


_STRAIGHT = str.maketrans({**dict.fromkeys("“”„‟″", '"'), **dict.fromkeys("‘’‚‛′", "'")})


def with_straight_quotes(text: str, language: str) -> str:
    """Write quotation marks as editors type them, where the site sets those of the language.

    That is in Russian and English; angled ones, and all of other languages, stay as they are. One
    character becomes one, so that places in the text stay where they are.
    """
    return text.translate(_STRAIGHT) if language in ("en", "ru") else text
