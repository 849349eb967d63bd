"""Know verbs: the name of a section or a publisher has none, and what tells something has one."""

from __future__ import annotations

import re

RUSSIAN_VERB = re.compile(
    r"\b[а-яё]{2,}(?:[аеиоуыя]л(?:а|о|и)?|[еуюя]т|ит|ёт)(?:ся|сь)?\b(?<!совет)(?<!ответ)"
)

_VERB = re.compile(
    rf"{RUSSIAN_VERB.pattern}"
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|said|says|[a-z]{3,}ed)\b"
    r"|[了着著过過将將][^。]*。$|[はがを].*(?:た|る|い|ない|です|ます)。$|다\.$"
)

_LABEL = re.compile(r"[^:：]{1,24}[:：] ?(?=[^A-ZА-ЯЁ«“\"\d])")


def tells_behind_label(text: str) -> bool:
    """Tell a clause of some length behind a word and a colon from what a label names."""
    label = _LABEL.match(text)
    rest = text[label.end() :] if label else ""
    return bool(_COMMA.search(rest) and _VERB.search(rest))


_COMMA = re.compile("[,，、]")
