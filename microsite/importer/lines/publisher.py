"""Find who published a text, in what was cut around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.words import Cut, Words

_LABEL = re.compile(r"^[^:：=]{2,30}[:：=] ?")

_NAMED = re.compile(
    r"(?i)(?:источник|source|来源|來源|出典|출처) ?[:：] ?"
    r"([^\s|:：]+(?: (?!\S+[:：])[^\s|:：]+){0,4})"
)

_PRESS = re.compile(
    r"(?i)пресс-служб|press[- ]service|press office|information agency|информагентств|新闻办|新聞辦"
)


def publisher_of(cuts: Sequence[Cut]) -> Words | None:
    """Find the name of the publisher in a line that names the source, or a press service."""
    for cut in cuts:
        words = cut.words
        label = _LABEL.match(words.text.lstrip("•·*–—- ("))
        if cut.kind == "source" and label:
            skipped = words.text.find(label[0]) + len(label[0])
            name = words.text[skipped:].strip(' .。()（）»«"')
            start = words.text.find(name, skipped) if name else skipped
            name = re.split(r"\s*[|/]\s*|\s{2,}", name)[0]
            if name:
                return Words(words.line, words.start + start, name)
    for cut in cuts:
        if cut.kind == "date" and (named := _NAMED.search(cut.words.text)):
            return Words(cut.words.line, named.start(1), named[1])
    for cut in cuts:
        if cut.kind == "label" and _PRESS.search(cut.words.text):
            name = cut.words.text.lstrip("•·*–—- ")
            return Words(cut.words.line, cut.words.text.find(name), name)
    return None
