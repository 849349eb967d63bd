"""Know lines that are nothing but a date, with what pages put beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from microsite.importer.days.companions import TIME, UPDATED, is_companion, is_published
from microsite.importer.days.forms import Dated, find_dates

_BEHIND_TIME = re.compile(
    rf"^([ ,]*{TIME})(?:(?: [^\W\d_]{{3,20}}){{1,2}}(?: \d{{1,6}})?| [\u4e00-\u9fff]{{2,4}})$",
    re.IGNORECASE,
)
_SECTION_IN_FRONT = re.compile(
    r"(?:эконом|политик|обществ|бизнес|новост|культур|наук|спорт|сотрудничеств|внешн|международн"
    r"|торговл|инвестиц|промышлен|сельск|пресс|транспорт|туризм|econom|business|politics|society"
    r"|важн|актуальн|главн|официальн|событи|публикац|стать|релиз"
    r"|news|culture|science|sport|trade|invest|industry|agricult|international|press|transport"
    r"|tourism)[^\W\d_]{0,14}(?: [^\W\d_]{1,20}){0,2},? "
    r"|(?:政务|要闻|时政|经济|财经|社会|国际|新闻|地方|综合|时事|民生) "
    r"|[А-ЯЁA-Z][^\W\d_]{2,20}(?=$)",
    re.IGNORECASE,
)
"""Not any word: in front of a day with its time stands the name of who left a comment."""
_TIME_BEHIND = re.compile(rf"[ ,–—-]*{TIME}", re.IGNORECASE)


def date_line(text: str) -> tuple[Dated, ...]:
    """Give the dates of a line that is nothing but a date, with what pages put beside it.

    Beside it may stand a weekday, a time, a label, a number, a place in front, a publisher behind a
    stroke, a count of readers. A sentence that names a day is no such line.
    """
    if len(text) > 160:  # noqa: PLR2004 -- it would hold more than that
        return ()
    found = find_dates(text)
    if not found or _is_sentence_or_bound(text, found):
        return ()
    rest: list[str] = []
    at = _end_of_section(text, found[0])
    for one in found:
        rest.append(text[at : one.start])
        at = one.end
    rest[0] = _BULLET.sub("", rest[0])  # no stroke behind which a name may stand
    # Behind the time of day a page may name the section, and count its readers.
    rest.append(_BEHIND_TIME.sub(r"\1", text[at:]))
    if all(is_companion(part) for part in rest) or _is_labelled(text, found):
        return found
    return ()


def _is_sentence_or_bound(text: str, found: Sequence[Dated]) -> bool:
    return bool(
        _SENTENCE.search(text) or _AHEAD.match(text) or any(_is_bound(text, one) for one in found)
    )


_BULLET = re.compile(r"^[•·*–—-] ")


def is_of_another(text: str, found: Sequence[Dated]) -> bool:
    """Tell whether the days of a short line may be those of an event, a term or a change."""
    return (
        _is_sentence_or_bound(text, found)
        or bool(_OF_AN_EVENT.search(text) or UPDATED.search(text[: found[0].start]))
        or text.endswith((".", "!", "?", "…", "。"))
    )


def _end_of_section(text: str, first: Dated) -> int:
    """Find where the name of a section ends that stands in front of a day with its time."""
    front = _SECTION_IN_FRONT.fullmatch(text[: first.start])
    if front and _TIME_BEHIND.match(text[first.end :]) and not _OF_AN_EVENT.search(text):
        return front.end()
    return 0


_SENTENCE = re.compile(
    r"(?:[^\W\d_]{2,}\W+){6}.*[.!?…]$"
    r"|[А-ЯЁA-Z][а-яёa-z]+ [а-яёa-z]{3,}[^—–]{0,40} [—–] .*(?<!г)[.!?]$"
)
"""Words enough, and an end; or a dash between what is told and its day, and an end."""

_AHEAD = re.compile(
    r"(?:следующ|ближайш|предстоящ|анонс|next|upcoming|coming|下[一]?[次期]|次[回号]|다음)",
    re.IGNORECASE,
)
"""What begins so names a day to come."""

_UNTIL = re.compile(
    r"\d ?[–—~～-] ?$"
    r"|(?<!\w)(?:до|не позднее|no later than|not later than"
    r"|начиная с|с|по|к|until|till|by|before|from|since|through|due)\s+$"
    r"|(?:截至|截止|自|至)\s*$",
    re.IGNORECASE,
)


def _is_bound(text: str, one: Dated) -> bool:
    """Tell days from one to another, and those by which something is due."""
    return bool(
        _UNTIL.search(text[: one.start])
        or re.match(
            r" ?(?:至|まで|까지|から|부터|現在|现在|현재|以降|이후|起|前|[～~]"
            r"|[–—-] ?\d\d?(?![:\d]))",
            text[one.end :],
        )
    )


_WIDE_BEHIND = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3].{6}")
"""More in a script without spaces than the name of a section."""

_LABELLED, _SECTION, _WORDS = 24, 30, 3
"""Characters of an unknown label in front of a date, of a section behind it, and words of that."""

_OF_AN_EVENT = re.compile(
    r"начал|оконч|срок|дедлайн|провед|состо|пройд|откры|до |по |с |прием|приём|заявк"
    r"|start|deadline|event|when|held|opens?\b|until|till|valid|apply|born|due"
    r"|saved|сохран|печат|print|retriev|access|archiv|crawl|保存|抓取|打印|印刷|閲覧|取得|접속|출력|저장"
    r"|мест[оеау]\b|venue|place\b|вступлен|действ|регистрац|выдан|рожден|заседан|signed|подписан"
    r"|форум|саммит|выставк|конференц|семинар|ярмарк|совещан|презентац|встреч|концерт|матч|трансляц"
    r"|вебинар|эфир|forum|summit|seminar|webinar|fair\b|meeting|match|concert|exhibition|conference|施行|生效|发生"
    r"|地点|举办|举行|截止|开始|会期|開催|日時|締切|会場|일시|기간|마감|개최",
    re.IGNORECASE,
)


def _is_labelled(text: str, found: tuple[Dated, ...]) -> bool:
    """Know a date behind a label that is not in the list, or in front of two or three words."""
    one = found[0]
    before, behind = text[: one.start].strip(), text[one.end :].strip(" ,.|•·—–-")
    if len(found) > 1 or _OF_AN_EVENT.search(text) or text.endswith((".", "!", "?", "…", "。")):
        return False
    if (
        _WIDE_BEHIND.search(behind)
        or any(map(str.isdigit, before))
        or len(behind.split()) > _WORDS
        or len(behind) > _SECTION
    ):
        return False
    return not before or (before.endswith(("|", "•")) and len(before) <= _LABELLED)


def is_stated_beside(text: str) -> bool:
    """Tell whether a line that names the day of a change names that of publication too."""
    return any(is_published(text[: one.start]) for one in find_dates(text))
