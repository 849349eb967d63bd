"""Know lines that are nothing but a date, and the datelines in front of reports."""

from __future__ import annotations

import re

from microsite.importer.date_shapes import ENGLISH, RUSSIAN, Dated, find_dates, plain_digits

UPDATED = re.compile(
    r"(?:обновл\w*|измен\w*|отредактир\w*|updated?|modified|edited|revised"
    r"|(?:最終|最后|最後)?更新(?:时间|時間|日時?)?|최종 ?수정|수정)"
    r"(?: on| at)?\s*[:：]?\s*$",
    re.IGNORECASE,
)

PUBLISHED = re.compile(
    r"(?:дата(?: (?:публикации|размещения|новости|создания|добавления))?|опубликован[оа]?"
    r"|размещен[оа]?|размещено|создано|добавлено|новость|дата и время|публикация|published|posted"
    r"|publication date|date(?: published| posted)?"
    r"|release date|released|issued|added|created|uploaded|submitted|dated"
    r"|date of publication"
    r"|发布(?:时间|日期|于)?|發布(?:時間|日期)?|發佈(?:時間|日期)?|发表(?:时间|于)?|发稿时间|时间|日期"
    r"|時間"
    r"|公開日?|掲載日?|配信日?|発表日?|発行日?|投稿日|作成日|登録日|公開日時|掲載日時|入力"
    r"|최초입력|입력|송고(?:시간)?|등록일?시?|작성일?|게시일?|승인|기사입력|발행일?|보도일자?|배포일)"
    r"(?: on| at)?\s*[:：]?\s*$",
    re.IGNORECASE,
)

_WEEKDAYS = (
    r"(?:понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|пн|вт|ср|чт|пт|сб|вс"
    r"|mon(?:day)?|tue(?:sday|s)?|wed(?:nesday)?|thu(?:rsday|rs)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|星期[一二三四五六日天]|周[一二三四五六日]|週[一二三四五六日]|[月火水木金土日](?:曜日?)?|[월화수목금토일](?:요일)?)\.?"
)
_TIME = (
    r"(?:(?:в|at|上午|下午|午前|午後|오전|오후)? ?\d\d?[:.：時시点]\d\d(?::\d\d)?分?분?"
    r"(?: ?(?:am|pm|a\.m\.|p\.m\.))?"
    r"(?: ?(?:мск|msk|utc|gmt|jst|kst|cst|e[sd]t|p[sd]t|омск|по москве|moscow time|ч\.?)"
    r"(?: ?[+-] ?\d\d?(?::?\d\d)?)?| ?[+-]\d\d:?\d\d)?)"
)
_ZONE = r"(?:мск|msk|utc|gmt|jst|kst|cst|e[sd]t|p[sd]t|час(?:ов|а))(?: ?[+-] ?\d\d?(?::?\d\d)?)?"
_LABELS = PUBLISHED.pattern.removesuffix(r"(?: on| at)?\s*[:：]?\s*$") + r"(?: on| at)?\s*[:：]?"
_COUNT = (
    r"(?:(?:просмотр\w*|прочтени\w*|views?|hits|浏览(?:次数|量)?|点击(?:数)?|阅读(?:量)?|閲覧数?|조회수?|👁)"
    r"\s*[:：]?\s*[\d ,]+ ?(?:次|回|회)?|\d[\d ,]* ?(?:просмотр\w*|views?))"
)
_SOURCE = (
    r"(?:(?:источник|source|(?:文章|稿件|信息|新闻|新聞|资料)?(?:来源|來源)|来源|來源|信息来源|出典|출처|автор|author|текст|фото|by|作者|编辑|記者|记者|责任编辑)\s*[:：]\s*"
    r"(?:\S+(?: (?!\S{1,14}[:：])\S+){0,4})?)"
)
_DESK = (
    r"(?:[\uac00-\ud7a3]{2,4}(?: 기자)?(?= (?:승인|입력|송고))"
    r"|댓글 ?\d+|(?:작성자|담당부서|담당자|부서|등록자|글쓴이)\s*[:：]?\s*\S+"
    r"|by [\w.'-]+(?: [\w.'-]+){0,3}|[\[【]?字[体號号][^\]】]{0,20}[\]】]?"
    r"|[（(\[][^（()）\[\]]{1,12}[)）\]])"
)
_RELEASE = (
    r"(?:(?:пресс[- ]релиз|(?:press|news)[- ]release|新闻稿|新聞稿"
    r"|プレスリリース|報道発表|보도자료)"
    r"(?: ?(?:№|no\.?|nr\.?) ?[\w/-]+)?(?: от| of| dated)?|第 ?\d+ ?[版期号])"
)
_NUMBER = r"(?:(?:№|no\.?|n°|номер) ?[\w/-]+(?: от)?|от)"
_PLACE = (
    r"(?:(?:г\. ?)?[A-ZА-ЯЁ][\w.-]+(?:[ -][A-ZА-ЯЁ][\w-]+)?,"
    r"|[\u4e00-\u9fff]{2,6}(?:电|讯)|[\u4e00-\u9fff]{2,10}(?:网|社|报|台|局|厅|办))"
)
_COMPANION = re.compile(
    rf"(?i:{_RELEASE}|{_DESK}|{_LABELS}|{_COUNT}|{_SOURCE}|{_NUMBER}|{_TIME}|{_ZONE}|{_WEEKDAYS}|г\.|года)"
    rf"|{_PLACE}"
)
_SPACE = re.compile(r"\s+")
_NAME_BEHIND = re.compile(r"(?:(?<=[|•·/—–-])|(?<=[|•·/—–-] ))[^.!?。|]{2,40}")
_NAME_BEFORE = re.compile(r"[^.!?。|:：,]{2,30} ?[|•·/—–]")
"""Of a publisher or a section, behind a stroke or in front of one."""
_BEHIND_TIME = re.compile(
    rf"^([ ,]*{_TIME})(?: [^\W\d_]{{3,20}}){{1,2}}(?: \d{{1,6}})?$", re.IGNORECASE
)
_LOOSE = re.compile(r"[\s,.;:@|•·/()（）\[\]【】<>–—*-]")


def date_line(text: str) -> tuple[Dated, ...]:
    """Give the dates of a line that is nothing but a date, with what pages put beside it.

    Beside it may stand a weekday, a time, a label, a number, a place in front, a publisher behind a
    stroke, a count of readers. A sentence that names a day is no such line.
    """
    if len(text) > 160:  # noqa: PLR2004 -- it would hold more than that
        return ()
    found = find_dates(text)
    if not found or any(_is_span(text, one) for one in found):
        return ()
    rest, at = [], 0
    for one in found:
        rest.append(text[at : one.start])
        at = one.end
    # Behind the time of day a page may name the section, and count its readers.
    rest.append(_BEHIND_TIME.sub(r"\1", text[at:]))
    if all(_is_companion(part) for part in rest) or _is_labelled(text, found):
        return found
    return ()


def _is_span(text: str, one: Dated) -> bool:
    """Tell days from one to another, which are those of an event."""
    return bool(
        re.search(r"\d ?[–—~～-] ?$", text[: one.start])
        or re.match(r" ?(?:至|まで|까지|から|現在|[～~]|[–—-] ?\d\d?(?![:\d]))", text[one.end :])
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
    r"|форум|саммит|выставк|конференц|forum|summit|施行|生效|发生"
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
    return not before or (before.endswith((":", "：", "|", "•")) and len(before) <= _LABELLED)


def _is_companion(text: str) -> bool:
    at = 0
    plain = plain_digits(text)
    updated = re.compile(UPDATED.pattern.removesuffix(r"\s*$"), re.IGNORECASE)
    while at < len(plain):
        shapes = (updated, _COMPANION, _SPACE, _NAME_BEHIND, _LOOSE, _NAME_BEFORE)
        ends = (match.end() for shape in shapes if (match := shape.match(plain, at)))
        if (end := next(ends, at)) == at:
            return False
        at = end
    return True


_DAY = re.compile(
    rf"(?:{_WEEKDAYS},? )?(?:\d\d? {RUSSIAN}|\d\d? {ENGLISH}|{ENGLISH} \d\d?"
    r"|\d\d?月\d\d?日|\d\d?월 ?\d\d?일)"
    rf"(?:[ ,(（]+{_WEEKDAYS}[)）]?)?(?:[ ,]+{_TIME}| в \d\d?[:.]\d\d)?",
    re.IGNORECASE,
)


def day_without_year(text: str) -> bool:
    """Tell whether a line is nothing but a day whose year the reader has to know."""
    plain = plain_digits(text)
    label = _LABEL.match(plain)
    return bool(_DAY.fullmatch(plain, label.end() if label else 0))


_LABEL = re.compile(rf"{_LABELS} ?", re.IGNORECASE)

UPDATED_BEHIND = re.compile(
    r"[ （(]*(?:\d\d?[:.：]\d\d[ ,]*)?(?:更新|改|最終更新|обновлено|updated)(?!\w)", re.IGNORECASE
)
"""What says behind a date that it is that of a change."""


_CLOSED = (
    r"(?: ?/[^/()]{2,40}/\.?(?: ?[—–-])?"  # /ТАСС/.
    r"| ?\([^/()]{2,40}\) ?(?:[—–]|--?)"  # (Interfax) -
    r"|\.? [—–](?= )|\.? - ?- ?| -(?= [A-ZА-ЯЁ«“\"]))\s*"
)
"""The sign that closes a dateline."""

_PLACE_AND_DAY = (
    r"(?:г\. ?)?[A-ZА-ЯЁ][\w.-]+(?:[ -][A-ZА-ЯЁа-яё][\w-]*){0,3}"
    r"(?:,? (?:[^./()—–]|\.(?= \d)){0,42}(?:г\.|\d{4})?)?\.?"
)

_RUSSIAN_AGENCY = (
    r"[A-ZА-ЯЁ][\w-]+(?: [A-ZА-ЯЁ][\w-]+)?\. \d\d? [а-яёa-zA-Z]+(?: \d{4}(?: г\.| года)?)?\."
    r" (?:[A-ZА-ЯЁ][A-ZА-ЯЁ.-]+ ?){1,3} ?[—–-] "
)
"""Владивосток. 12 сентября. ИНТЕРФАКС -"""

_CHINESE_AGENCY = (
    r"(?:新华社|新華社|中新社|中新网|人民网|央视网|国际在线|环球网"
    r"|据?[\u4e00-\u9fff]{2,8}(?:社|网|報|报|网站))"
    r"[\u4e00-\u9fff]{0,12}[\d月日年 /-]{2,14}日?[电電讯訊](?:[（(][^（()）]{2,40}[)）])? ?"
)

_KOREAN_AGENCY = (
    r"[（(【〔\[][^（()）【】〔〕]{1,20}[=＝][^（()）【】〔〕]{1,30}[)）】〕\]]"
    r"(?: ?[\uac00-\ud7a3\u4e00-\u9fff]{2,4} ?(?:기자|특파원|記者))? ?[=＝]? ?"
)

_JAPANESE_AGENCY = (
    r"[【〔\[][^【】〔〕\[\]]{1,20}(?:共同|時事|支局|発|＝|=|電)[^【】〔〕\[\]]{0,20}[】〕\]] ?"
)

_DATELINES = tuple(
    map(
        re.compile,
        (
            _PLACE_AND_DAY + _CLOSED,
            _RUSSIAN_AGENCY,
            _CHINESE_AGENCY,
            _KOREAN_AGENCY,
            _JAPANESE_AGENCY,
        ),
    )
)

_LONGEST = 110
"""Characters that a dateline has at most."""


def dateline(text: str) -> int:
    """Find where the dateline in front of a report ends; 0 where there is none.

    It ends with a dash, or with the agency between strokes or in brackets.
    """
    for number, shape in enumerate(_DATELINES):
        match = shape.match(text)
        if match is None or match.end() == len(text) or len(match[0]) > _LONGEST:
            continue
        # A dash may follow any words: those of a dateline have capitals, an agency or a day.
        if number or _SURE.search(match[0]) or find_dates(match[0]):
            return match.end()
    return 0


_SURE = re.compile(
    r"^[A-ZА-ЯЁ-]{4,}(?![а-яa-z])|/[A-ZА-ЯЁ][^/]*/|\([A-ZА-ЯЁ][^)]*\)"
    r"|, \d\d? (?:[а-я]+|[A-Z][a-z]+)|, [A-Z][a-z]+\.? \d\d?"
)
