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

_CONTROL = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_MOST = 0.01
"""Of a text's characters, those that control a printer at most."""

_KNOWN = re.compile(
    r"utf-?(?:8|16(?:-?[lb]e)?)|(?:windows-?|cp-?)\d{3,5}|koi8-?[ru]|iso-?8859-?\d{1,2}|shift[_-]?jis"
    r"|euc-?(?:jp|kr|cn)|gb(?:k|2312|18030)|big5(?:-?hkscs)?|(?:us-)?ascii",
    re.IGNORECASE,
)
"""Encodings that a page may name; Python knows more, which are none of texts."""

_EASTERN = (
    ("cp932", re.compile("[のにはをたがでとしてい]"), 0.12),
    ("euc_jp", re.compile("[のにはをたがでとしてい]"), 0.12),
    ("cp949", re.compile("[이다은는을를에의가고한하로]"), 0.1),
    (
        "gb18030",
        re.compile("[的是在和了有中人这一年国省市企业合作俄出口万元月日经贸地区发展]"),
        0.08,
    ),
    (
        "big5",
        re.compile("[的是在和了有中人這一年國省市企業合作俄出口萬元月日經貿地區發展]"),
        0.08,
    ),
)
"""Encodings, the signs that a text in their language is full of, and how many of all these are."""


class Decoded(NamedTuple):
    """Hold a text, and how it was saved."""

    text: str
    encoding: str


class UnreadableError(Exception):
    """Say in a sentence why a file cannot be imported."""


def decode(data: bytes) -> Decoded:
    """Read a text saved as UTF-8, UTF-16, or in a usual encoding of one of the five languages.

    Those are Windows-1251, KOI8-R and 866; 1252; Shift_JIS and EUC-JP; EUC-KR; GB 18030, Big5.

    Raises: UnreadableError.
    """
    if len(data) > LIMIT:
        raise UnreadableError(f"It is larger than {LIMIT // 1_000_000} MB: that is no press text.")
    found = _marked(data) or _plain(data) or _of_two_bytes(data) or _declared(data)
    found = found or _eastern(data) or _single(data) or _western(data)
    if found is None or "\x00" in found.text or _is_binary(found.text):
        raise UnreadableError("It is not a text that can be read. Save it as plain text in UTF-8.")
    if not found.text.strip("\ufeff").strip():
        raise UnreadableError("It is empty.")
    return found


def _try(data: bytes, encoding: str) -> Decoded | None:
    try:
        return Decoded(data.decode(encoding), encoding)
    except (UnicodeError, LookupError):
        return None


def _is_binary(text: str) -> bool:
    return len(_CONTROL.findall(text)) > _MOST * len(text) + 1


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
    name = match[1].decode("ascii") if match else ""
    return _try(data, name) if _KNOWN.fullmatch(name) else None


def _western(data: bytes) -> Decoded | None:
    """Take English with the curly quotes and dashes of Windows, if it is nearly all plain."""
    high = sum(byte > 0x7F for byte in data)  # noqa: PLR2004 -- ASCII ends there
    return _try(data, "cp1252") if high < _FEW * len(data) else None


_FEW = 0.08
"""Of the bytes of an English text, those beyond ASCII at most."""


def _single(data: bytes) -> Decoded | None:
    """Choose the Russian encoding in which the usual pairs of letters are most frequent."""
    found: tuple[int, Decoded] | None = None
    for encoding in ("cp1251", "koi8_r", "cp866"):
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
