"""Know lines that are nothing but a date, with what pages put beside it."""

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
    r"|время (?:публикации|создания|размещения)|занесено|внесено|выложено|помещено|вышло"
    r"|размещен[оа]?|размещено|создано|добавлено|новость|дата и время|публикация|published|posted"
    r"|publication date|date(?: published| posted)?"
    r"|release date|released|issued|added|created|uploaded|submitted|dated"
    r"|date of publication|(?:first|originally) published|впервые опубликован[оа]?"
    r"|发布(?:时间|日期|于)?|發布(?:時間|日期)?|發佈(?:時間|日期)?|发表(?:时间|于)?"
    r"|[发發](?:稿|文|报|報|刊)(?:时间|時間|日期)|录入时间|添加时间|创建时间|时间|日期"
    r"|時間"
    r"|(?:記事)?公開日?|掲載日?|配信日時?|配信|日付|発表日?|発行日?|投稿日|作成日|登録日|公開日時|掲載日時|入力"
    r"|최초입력|입력|송고(?:시간)?|등록일?시?|작성일?|게시일?|승인|기사입력|발행일?|보도일[자시]?|배포일)"
    r"(?: on| at)?\s*[:：]?\s*$",
    re.IGNORECASE,
)

_WEEKDAYS = (
    r"(?:во? |on )?"
    r"(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс"
    r"|mon(?:day)?|tue(?:sday|s)?|wed(?:nesday)?|thu(?:rsday|rs)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|星期[一二三四五六日天]|周[一二三四五六日]|週[一二三四五六日]|[月火水木金土日](?:曜日?)?|[월화수목금토일](?:요일)?)\.?"
)
_TIME = (
    r"(?:(?:в|at|上午|下午|午前|午後|오전|오후)? ?\d\d?(?:[:.：時点]|시 ?)\d\d(?::\d\d)?分?분?"
    r"(?: ?(?:am|pm|a\.m\.|p\.m\.))?"
    r"(?: ?(?:мск|msk|utc|gmt|jst|kst|cst|e[sd]t|p[sd]t|омск|по москве|moscow time|ч\.?)"
    r"(?: ?[+-] ?\d\d?(?::?\d\d)?)?| ?[+-]\d\d:?\d\d)?)"
)
_ZONE = r"(?:мск|msk|utc|gmt|jst|kst|cst|e[sd]t|p[sd]t|час(?:ов|а))(?: ?[+-] ?\d\d?(?::?\d\d)?)?"
_LABELS = PUBLISHED.pattern.removesuffix(r"(?: on| at)?\s*[:：]?\s*$") + r"(?: on| at)?\s*[:：]?"
_COUNT = (
    r"(?:(?:просмотр\w*|прочтени\w*|views?|hits|(?:浏览|访问)(?:次数|量)?|点击(?:数)?|阅读(?:量)?|閲覧数?|评论(?:数)?|評論|コメント|추천|조회수?|👁)"
    r"\s*[:：]?\s*[\d ,]+ ?(?:次|回|회|条|條|件)?|\d[\d ,]* ?(?:просмотр\w*|views?))"
)
_SOURCE = (
    r"(?:(?:источник|source|(?:文章|稿件|信息|新闻|新聞|资料)?(?:来源|來源)|来源|來源|信息来源|出典|출처|автор|author|текст|фото|by|作者|编辑|記者|记者|责任编辑"
    r"|раздел|рубрика|регион|категория|section|category|region|栏目|分类)\s*[:：]\s*"
    r"(?:\S+(?: (?!\S{1,14}[:：])\S+){0,4})?)"
)
_DESK = (
    r"(?:[\uac00-\ud7a3]{2,4}(?: 기자)?(?= (?:승인|입력|송고))|[\uac00-\ud7a3]{2,4} 기자"
    r"|(?:пресс-(?:служба|центр)|press (?:service|office)|администрация|министерство)(?: \S+){0,5}$"
    r"|[记記]者 [\u4e00-\u9fff]{2,3}|댓글 ?\d+"
    r"|(?:작성자|담당부서|담당자|부서|등록자|글쓴이)\s*[:：]?\s*\S+"
    r"|by [\w.'-]+(?: [\w.'-]+){0,3}|[\[【]?字[体號号][^\]】]{0,20}[\]】]?"
    r"|[（(\[][^（()）\[\]]{1,12}[)）\]])"
)
_RELEASE = (
    r"(?:(?:пресс[- ]релиз|(?:press|news)[- ]release|新闻稿|新聞稿"
    r"|プレスリリース|ニュースリリース|報道発表|報道資料|記者発表資料|보도자료)"
    r"(?: ?(?:№|no\.?|nr\.?) ?[\w/-]+)?(?: от| of| dated)?|第 ?\d+ ?[版期号])"
)
_NUMBER = r"(?:(?:№|no\.?|n°|номер|выпуск|issue(?: no\.?)?|vol\.?) ?[\w/-]+(?: от)?|от)"
_PLACE = (
    r"(?:(?:г\. ?)?[A-ZА-ЯЁ][\w.-]+(?:[ -][A-ZА-ЯЁ][\w-]+)?[,.]"
    r"|(?:[Гг]азета |[Жж]урнал )?«[^»]{2,30}»,?"
    r"|[A-ZА-ЯЁ]{3,}(?:-[A-ZА-ЯЁ]+)?$|【[\u3040-\u30ff\u4e00-\u9fff]{2,10}|(?:共同|時事|支局|発)】"
    r"|[\u4e00-\u9fff]{2,6}(?:电|讯)|(?:新华社|新華社|中新社|中新网)[\u4e00-\u9fff]{0,6}"
    r"|[电電讯訊](?= ?(?:[（(]|[记記]者)|$)"
    r"|[\u4e00-\u9fff]{2,10}(?:网|網|社|报|報|台|局|厅|办|新聞|新闻)"
    r"|[\uac00-\ud7a3]{2,6}(?:일보|신문|뉴스|통신|방송|타임스))"
)
_COMPANION = re.compile(
    rf"(?i:{_RELEASE}|{_DESK}|{_LABELS}|{_COUNT}|{_SOURCE}|{_NUMBER}|{_TIME}|{_ZONE}|{_WEEKDAYS}|г\.|года)"
    rf"|{_PLACE}"
)
_SPACE = re.compile(r"\s+")
_WIDE = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3"
_NAME_BEHIND = re.compile(
    rf"(?:(?<=[|•·/—–-])|(?<=[|•·/—–-] ))(?:[^\s.!?。|{_WIDE}]{{1,24}}(?: |$)){{1,5}}$"
    rf"|(?:(?<=[|•·/—–-])|(?<=[|•·/—–-] ))(?:[^\s.!?。|/•·]{{1,24}} ?){{1,5}}(?=[|/•·])"
    rf"|(?:(?<=[|•·/—–-])|(?<=[|•·/—–-] ))[{_WIDE} ]{{2,10}}(?![{_WIDE}])"
)
_NAME_BEFORE = re.compile(r"[^.!?。|:：,]{2,30} ?[|•·/—–]")
"""Of a publisher or a section, behind a stroke or in front of one."""
_BEHIND_TIME = re.compile(
    rf"^([ ,]*{_TIME})(?: [^\W\d_]{{3,20}}){{1,2}}(?: \d{{1,6}})?$", re.IGNORECASE
)
_SECTION_IN_FRONT = re.compile(
    r"(?:эконом|политик|обществ|бизнес|новост|культур|наук|спорт|сотрудничеств|внешн|международн"
    r"|торговл|инвестиц|промышлен|сельск|пресс|транспорт|туризм|econom|business|politics|society"
    r"|news|culture|science|sport|trade|invest|industry|agricult|international|press|transport"
    r"|tourism)[^\W\d_]{0,14}(?: [^\W\d_]{1,20}){0,2},? ",
    re.IGNORECASE,
)
"""Not any word: in front of a day with its time stands the name of who left a comment."""
_TIME_BEHIND = re.compile(rf"[ ,]*{_TIME}", re.IGNORECASE)
_LOOSE = re.compile(r"[\s,.;:@|•·/()（）\[\]【】<>–—*-]")


def date_line(text: str) -> tuple[Dated, ...]:
    """Give the dates of a line that is nothing but a date, with what pages put beside it.

    Beside it may stand a weekday, a time, a label, a number, a place in front, a publisher behind a
    stroke, a count of readers. A sentence that names a day is no such line.
    """
    if len(text) > 160:  # noqa: PLR2004 -- it would hold more than that
        return ()
    found = find_dates(text)
    if (
        not found
        or _SENTENCE.search(text)
        or _AHEAD.match(text)
        or any(_is_bound(text, one) for one in found)
    ):
        return ()
    rest: list[str] = []
    at = _end_of_section(text, found[0])
    for one in found:
        rest.append(text[at : one.start])
        at = one.end
    # Behind the time of day a page may name the section, and count its readers.
    rest.append(_BEHIND_TIME.sub(r"\1", text[at:]))
    if all(_is_companion(part) for part in rest) or _is_labelled(text, found):
        return found
    return ()


def _end_of_section(text: str, first: Dated) -> int:
    """Find where the name of a section ends that stands in front of a day with its time."""
    front = _SECTION_IN_FRONT.fullmatch(text[: first.start])
    if front and _TIME_BEHIND.match(text[first.end :]) and not _OF_AN_EVENT.search(text):
        return front.end()
    return 0


_SENTENCE = re.compile(r"(?:[^\W\d_]{2,}\W+){6}.*[.!?…]$")
"""Words enough, and an end."""

_AHEAD = re.compile(
    r"(?:следующ|ближайш|предстоящ|анонс|next|upcoming|coming|下[一]?[次期]|次[回号]|다음)",
    re.IGNORECASE,
)
"""What begins so names a day to come."""

_UNTIL = re.compile(
    r"\d ?[–—~～-] ?$"
    r"|(?<!\w)(?:до|не позднее|начиная с|с|по|к|until|till|by|before|from|since|through|due)\s+$"
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


def is_stated_beside(text: str) -> bool:
    """Tell whether a line that names the day of a change names that of publication too."""
    return any(PUBLISHED.search(text[: one.start]) for one in find_dates(text))


_LABEL = re.compile(rf"{_LABELS} ?", re.IGNORECASE)

UPDATED_BEHIND = re.compile(
    r"[ （(]*(?:\d\d?[:.：]\d\d[ ,]*)?(?:更新|改|最終更新|обновлено|updated)(?!\w|\s*[:：])",
    re.IGNORECASE,
)
"""What says behind a date that it is that of a change."""
