"""Tell what a text is about by its words, whatever their endings."""

from __future__ import annotations

import re

_STEM = 4
"""Letters by which a word is known in all its forms."""

_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{3,}")
_WIDE_PAIR = re.compile("(?=([\u30a0-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2}))")


def stems(text: str) -> frozenset[str]:
    """Give what tells a text's subject: its words without their endings, wide letters in pairs."""
    words = (word[:_STEM] for word in _WORD.findall(text.lower()))
    return frozenset((*words, *_WIDE_PAIR.findall(text)))


def share(text: str, subject: frozenset[str]) -> float:
    """Tell how much of a line is about a subject, from 0 to 1."""
    own = stems(text)
    return len(own & subject) / len(own) if own else 0.0
