"""Tell in which encoding a text was saved, and read it."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

LIMIT = 5_000_000
"""Bytes that a press text has at most."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_RUSSIAN = 0.06
"""Of the letters of a text in Russian, those that begin a usual pair at least."""

_USUAL = re.compile("ст|но|то|на|ен|ов|ни|ра|во|ко|ро|ре|ос|ор|пр|ли|го|ал|по|не|та|ет|од|ат|ла|ан")

_DECLARED = re.compile(rb"<meta[^>]+charset=[\"' ]*([A-Za-z0-9_-]+)", re.IGNORECASE)

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")

_EASTERN = (
    ("shift_jis", re.compile("[のにはをたがでとしてい]"), 0.12),
    ("euc_kr", re.compile("[이다은는을를에의가고한하로]"), 0.1),
    ("gb18030", re.compile("[的是在和了有中人这一年国]"), 0.04),
)
"""Encodings, the signs that a text in their language is full of, and how many of all these are."""


class Decoded(NamedTuple):
    """Hold a text, and how it was saved."""

    text: str
    encoding: str


class UnreadableError(Exception):
    """Say in a sentence why a file cannot be imported."""


def decode(data: bytes) -> Decoded:
    """Read a text saved as UTF-8, UTF-16, Windows-1251, KOI8-R, Shift_JIS, EUC-KR or GB 18030.

    Raises: UnreadableError.
    """
    if len(data) > LIMIT:
        raise UnreadableError(f"It is larger than {LIMIT // 1_000_000} MB: that is no press text.")
    found = _marked(data) or _plain(data) or _of_two_bytes(data) or _declared(data)
    found = found or _eastern(data) or _single(data)
    if found is None or _CONTROL.search(found.text.replace("\x0c", "")):
        raise UnreadableError("It is not a text that can be read. Save it as plain text in UTF-8.")
    if not found.text.strip("\ufeff").strip():
        raise UnreadableError("It is empty.")
    return found


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    return None


def _plain(data: bytes) -> Decoded | None:
    return None if b"\x00" in data else _try(data, "utf-8")


def _of_two_bytes(data: bytes) -> Decoded | None:
    """Know UTF-16 without a mark: every other byte is one of few."""
    if len(data) % 2 or b"\x00" not in data:
        return None
    for encoding, offset in (("utf-16-le", 1), ("utf-16-be", 0)):
        high = data[offset::2][:2000]
        if sum(byte in {0, 4} for byte in high) > 0.7 * len(high):
            return _try(data, encoding)
    return None


def _declared(data: bytes) -> Decoded | None:
    """Take the encoding that a page in HTML names."""
    match = _DECLARED.search(data[:4096])
    return _try(data, match[1].decode("ascii")) if match else None


def _single(data: bytes) -> Decoded | None:
    """Choose the Russian encoding in which the usual pairs of letters are most frequent."""
    found: tuple[int, Decoded] | None = None
    for encoding in ("cp1251", "koi8_r"):
        decoded = _try(data, encoding)
        if decoded is not None:
            count = len(_USUAL.findall(decoded.text.lower()))
            if count > _RUSSIAN * len(data) and (found is None or count > found[0]):
                found = count, decoded
    return found[1] if found else None


def _eastern(data: bytes) -> Decoded | None:
    for encoding, usual, share in _EASTERN:
        decoded = _try(data, encoding)
        if decoded is not None and len(usual.findall(decoded.text)) > share * len(decoded.text):
            return decoded
    return None
