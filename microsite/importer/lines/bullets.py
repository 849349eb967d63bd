"""Know what stands in front of the items of a list: signs and numbers."""

from __future__ import annotations

import re

_NUMBER = r"\d{1,2}(?:(?:[)、．] ?|\. )(?=\S)|\.(?=[^\d\s]))"
"""Not the first part of a decimal or of a date."""

ITEM = re.compile(r"[•·▪◦‣*▲△] ?(?=\S)|[○●ㅇ] (?=\S)|[–-] (?=[a-zа-яё\d])")
"""A sign that is taken from its item; a dash before a capital letter opens what somebody says."""

ENTRY = re.compile(
    r"[•·・▪◦‣*▲△–—-] ?(?=\S)|[□■◇◆○●ㅇ] (?=\S)"
    rf"|{_NUMBER}|[一二三四五六七八九十]{{1,2}}、|[（(][\w一-九]{{1,2}}[)）] ?"
)
"""Any sign of an entry of a list, where it is known that one may stand there."""

NUMBERED = re.compile(_NUMBER)

ONLY_BULLET = re.compile(r"[ ■□▪•○●◆*–—-]*(?:\d{1,2}[.)、．] ?)?")
"""All that stands in front of the first word of an item; it may be nothing."""
