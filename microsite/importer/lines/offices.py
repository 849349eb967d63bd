"""Know lines that name an office or a paper, and nothing else."""

from __future__ import annotations

import re

from microsite.importer.lines.shapes import TERMINAL

_PUBLISHER = re.compile(
    r"(?:[А-ЯЁ][а-яё]+ )?(?i:торгово-промышленная палата|ТПП)(?: [А-ЯЁ][\w -]+)?"
    r"|(?:Союз|Ассоциация|Палата|Фонд|АНО|Центр|Корпорация) «[^»]{2,80}»"
    r"|(?i:Правительств|Администраци|Министерств|Департамент|Агентств|Газета|Новости)[\w -]*"
    r"|(?i:«[^»]{2,40}»|[\w -]{2,30}) ?[:—–-] (?:[\w-]+ ){0,3}(?:газета|журнал|еженедельник|портал"
    r"|вестник|бюллетень"
    r"|newspaper|magazine|weekly|wire)(?: [\w-]+){0,3}"
    r"|(?=.*\b(?:Agency|Ministry|Chamber|Gazette|News|Government|Administration|Department)\b)"
    r"(?:[A-Z][\w.-]*|of|the|and|for|&)(?: (?:[A-Z][\w.-]*|of|the|and|for|&))*"
    r"|.{2,24}(?:办公室|辦公室|委员会|委員會|政府|局|厅|廳|网|報|报|社|部|課|庁|新聞|协会|協会|商会|商會"
    r"|领事馆|領事館|使馆|使館|ネット|ニュース|通信|ポータル"
    r"|일보|신문|시청|도청|협회|뉴스)(?: ?(?:ニュース|新着|記事)一覧)?"
)
"""The name of an office or a paper, and nothing else."""

_PRESS_OFFICE = re.compile(
    r"(?:Press (?:office|service|cent(?:re|er))|Пресс-(?:служба|центр)|Управление пресс-службы)\b"
    r"|[\w-]+\.(?:ru|su|рф|com|org|net|info|news|cn|jp|kr|kz|by|mn)\b[^.!?]{0,70}$"
    r"|.{0,60}\b(?:newsroom|press ?room|media cent(?:re|er)|newsletter|медиацентр|пресс-центр)$",
    re.IGNORECASE,
)


def is_office(text: str) -> bool:
    """Tell a line that names an office or a paper, and nothing else."""
    if _PRESS_OFFICE.match(text) and not TERMINAL.search(text):
        return True
    return len(text) <= _LONGEST and bool(_PUBLISHER.fullmatch(text))


_LONGEST = 60
"""Characters that the name of an office has at most."""
