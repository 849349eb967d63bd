"""Know what pages put beside a day: weekdays, times, labels, publishers, counts of readers."""

from __future__ import annotations

import re

from microsite.importer.days.forms import ENGLISH, RUSSIAN, plain_digits

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
    r"|release (?:date|time)|publish(?:ing|ed)? time|released|issued|added|created|uploaded"
    r"|submitted|sent|dated"
    r"|date of publication|(?:first|originally) published|впервые опубликован[оа]?"
    r"|发布(?:时间|日期|于)?|發布(?:時間|日期)?|發佈(?:時間|日期)?|发表(?:时间|于)?"
    r"|[发發](?:稿|文|报|報|刊)(?:时间|時間|日期)|录入时间|添加时间|创建时间|时间|日期"
    r"|時間"
    r"|(?:記事)?公開日?|掲載日?|配信日時?|配信|日付|発表日?|発行日?|投稿日|提供日|作成日|登録日|公開日時|掲載日時|入力"
    r"|최초입력|입력|송고(?:시간)?|등록일?시?|작성일?|게시일?|(?:데스크|기사)?승인|기사입력|발행일?|보도일[자시]?|배포일)"
    r"(?: on| at)?\s*[:：]?\s*$",
    re.IGNORECASE,
)

_WEEKDAYS = (
    r"(?:во? |on )?"
    r"(?:понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс"
    r"|mon(?:day)?|tue(?:sday|s)?|wed(?:nesday)?|thu(?:rsday|rs)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|星期[一二三四五六日天]|周[一二三四五六日]|週[一二三四五六日]|[月火水木金土日](?:曜日?)?|[월화수목금토일](?:요일)?)\.?"
)
TIME = (
    r"(?:(?:в|at|上午|下午|午前|午後|오전|오후)? ?\d\d?(?:[:.：時点]|시 ?)\d\d(?::\d\d)?分?분?"
    r"(?: ?(?:am|pm|a\.m\.|p\.m\.))?"
    r"(?: ?(?:мск|msk|utc|gmt|jst|kst|cst|e[sd]t|p[sd]t|омск|по москве|moscow time|ч\.?)"
    r"(?: ?[+-] ?\d\d?(?::?\d\d)?)?| ?[+-]\d\d:?\d\d)?)"
)
_ZONE = r"(?:мск|msk|utc|gmt|jst|kst|cst|e[sd]t|p[sd]t|час(?:ов|а))(?: ?[+-] ?\d\d?(?::?\d\d)?)?"
_LABELS = PUBLISHED.pattern.removesuffix(r"(?: on| at)?\s*[:：]?\s*$") + r"(?: on| at)?\s*[:：]?"
_COUNT = (
    r"(?:(?:browse|clicks?|visits?|просмотр\w*|прочтени\w*|views?|hits|(?:浏览|访问)(?:次数|量)?|点击(?:数)?|阅读(?:量)?|閲覧数?|评论(?:数)?|評論|コメント|추천|조회수?|👁)"
    r"\s*[:：]?\s*[\[［(（]? ?[\d ,]+ ?[\]］)）]? ?(?:次|回|회|条|條|件|times)?"
    r"|(?:浏览|点击)次数[:：]?|我来说两句(?:[（(]\d*[)）])?|字号[:：]?(?:TT|大|中|小)?"
    r"|font ?: ?\[[^\]]{2,30}\]"
    r"|\d[\d ,]* ?(?:просмотр\w*|views?))"
)
_SOURCE = (
    r"(?:(?:источник|source|(?:文章|稿件|信息|新闻|新聞|资料)?(?:来源|來源)|来源|來源|信息来源|出典|출처|автор|author|текст|фото|text|words|story|by|作者|担当課|担当部署|编辑|記者|记者|责任编辑|責任編輯|编辑|編輯"
    r"|대담|인터뷰|정리|글|사진|취재|беседовал\w*|интервью|подготовил\w*|聞き手|文"
    r"|раздел|рубрика|регион|категория|section|category|region|栏目|分类)\s*[:：]\s*"
    r"(?:\S+(?: (?!\S{1,14}[:：])\S+){0,4})?)"
)
_DESK = (
    r"(?:[\uac00-\ud7a3]{2,4}(?: 기자)?(?= (?:승인|입력|송고))|[\uac00-\ud7a3]{2,4} 기자"
    r"|(?:пресс-(?:служб\w*|центр\w*)|press (?:service|office)|администрация|министерство)"
    r"(?: \S+){0,5}$"
    r"|[\uac00-\ud7a3]{2,12} [\uac00-\ud7a3]{2,4} ?기자(?= ?$)"
    r"|기자명 ?[\uac00-\ud7a3]{2,4}(?: ?기자)?"
    r"|(?:[\uac00-\ud7a3]{2,8} )?[\uac00-\ud7a3]{2,14}무역관 ?[\uac00-\ud7a3]{2,4}(?=\s|$)"
    r"|(?:стр|с|pp?)\. ?\d{1,3}"
    r"|【[^】]{2,24}】"
    r"|지면보기(?: ?\d+면)?|[\uac00-\ud7a3]{2,4} (?=[\w.]+@)|\d+(?:,\d)? тыс\.?"
    r"|[\u4e00-\u9fff]{2,4}(?:报道|報道|報導)|[驻駐][\u4e00-\u9fff]{2,4}(?=[记記]者)"
    r"|배포|문의\s*[:：].{0,40}$"
    r"|[记記]者 [\u4e00-\u9fff]{2,3}|댓글 ?\d+"
    r"|(?:작성자|담당부서|담당자|부서|등록자|글쓴이)\s*[:：]?\s*\S+"
    r"|[、,] ?\d\d?/\d\d? \d\d?[:：]\d\d ?更新|[A-Z]?\d{1,3} ?版(?:[ 　][\u4e00-\u9fff]{2,6}$)?"
    r"|время (?:прочтения|чтения) ?: ?\d+ ?\w{0,5}|reading time ?: ?\d+ ?\w{0,7}"
    r"|(?:지면 ?[:：]? ?)?\d+면"
    r"|(?:print|печать|распечатать|인쇄|프린트|打印|列印|印刷)(?!\w)"
    r"|\d{0,4}号$"
    r"|архив (?:номеров|выпусков)|(?:back issues|archive)(?= |$)"
    r"|\d{1,2} (?:мин\.?|минут\w?|min(?:ute)?s?)(?: (?:на чтение|чтения|read))?"
    r"|(?:約|약)? ?\d{1,2} ?(?:分钟|分で読める|분 읽기)|[\w.]{2,30}@[\w.-]{0,30}"
    r"|(?:资料|資料)? ?提供"
    r"|by [\w.'-]+(?: [\w.'-]+){0,3}|[\[【]?字[体號号][^\]】]{0,20}[\]】]?"
    r"|[（(\[][^（()）\[\]]{1,12}[)）\]])"
)
_RELEASE = (
    r"(?:(?:пресс[- ]релиз|(?:press|news)[- ]release|newsletter|bulletin|бюллетень|рассылка"
    r"|(?:news )?digest|дайджест|обзор|сводка"
    r"|新闻稿|新聞稿"
    r"|プレスリリース|ニュースリリース|報道発表|報道資料|記者発表資料|보도자료)"
    r"(?: ?(?:№|no\.?|nr\.?) ?[\w/-]+)?(?: от| of| dated)?|第? ?\d+ ?[版期号])"
)
_NUMBER = r"(?:(?:№|no\.?|n°|номер|выпуск|issue(?: no\.?)?|vol\.?) ?[\w/-]+(?: от)?|от)"
_PLACE = (
    r"(?:(?:г\. ?)?[A-ZА-ЯЁ][\w.-]+(?:[ -][A-ZА-ЯЁ][\w-]+)?[,.]"
    r"|(?:[Гг]азета |[Жж]урнал )?«[^»]{2,30}»,?"
    r"|[A-ZА-ЯЁ]{3,}(?:[ -][A-ZА-ЯЁ]+)? ?[-–—](?= ?$| ?\d)"
    r"|[-–—] [A-Z]{4,}(?: [A-Z]{3,})?$"
    r"|[A-ZА-ЯЁ]{3,}(?:-[A-ZА-ЯЁ]+)?(?=$| \d+ (?:просмотр|views?))|《 ?[\u4e00-\u9fff]{2,10} ?》"
    r"|[\u30a1-\u30ffー]{2,10}発"
    r"|【[\u3040-\u30ff\u4e00-\u9fff]{2,10}|(?:共同|時事|支局|発)】"
    r"|[\u4e00-\u9fff]{2,6}(?:电|讯)|(?:新华社|新華社|中新社|中新网)[\u4e00-\u9fff]{0,6}"
    r"|[电電讯訊](?= ?(?:[（(]|[记記]者)|$)"
    r"|[\u4e00-\u9fff]{2,10}(?:网|網|社|报|報|台|局|厅|办|新聞|新闻)"
    r"|[\uac00-\ud7a3]{2,6}(?:일보|신문|뉴스|통신|방송|타임스))"
)
_COMPANION = re.compile(
    rf"(?i:{_RELEASE}|{_DESK}|{_LABELS}|{_COUNT}|{_SOURCE}|{_NUMBER}|{TIME}|{_ZONE}|{_WEEKDAYS}|г\.|года)"
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

_LOOSE = re.compile(r"[\s,.;:@|•·/()（）\[\]【】<>–—*-]")


_BESIDE = re.compile(rf"(?<!\w){TIME}(?!\w)|(?<!\w){_ZONE}(?!\w)|{_LOOSE.pattern}", re.IGNORECASE)
_WEEKDAY_AT_END = re.compile(rf"(?<!\w){_WEEKDAYS}[ ,]*$", re.IGNORECASE)


def is_companion(text: str) -> bool:
    """Tell whether a part of a line says nothing but what belongs to a day."""
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


def without_companions(text: str) -> str:
    """Take from what stands beside a day that which says nothing: a weekday, a time, a stroke."""
    return _BESIDE.sub(" ", text).strip()


def is_published(front: str) -> bool:
    """Tell whether what stands in front of a day says that it is that of publication."""
    front = _WEEKDAY_AT_END.sub("", front)
    return bool(PUBLISHED.search(front) or _ISSUE_OF_PAPER.search(front))


_DAY = re.compile(
    rf"(?:\d\d?:\d\d, )?(?:{_WEEKDAYS},? )?(?:\d\d? {RUSSIAN}|\d\d? {ENGLISH}|{ENGLISH} \d\d?"
    r"|\d\d?月\d\d?日|\d\d?월 ?\d\d?일)"
    rf"(?:[ ,(（]+{_WEEKDAYS}[)）]?)?(?:[ ,]+{TIME}| в \d\d?[:.]\d\d)?",
    re.IGNORECASE,
)


_ISSUE_OF_PAPER = re.compile(
    r"^(?:№|выпуск|номер) ?(?:\d+ ?[(/]\d+\)?,?|\d[\w/-]* от) $", re.IGNORECASE
)
"""The number of a paper within its year, and since it appears; or that of a note, and its day."""


def day_without_year(text: str) -> bool:
    """Tell whether a line is nothing but a day whose year the reader has to know."""
    plain = plain_digits(text)
    label = _LABEL.match(plain)
    day = _DAY.match(plain, label.end() if label else 0)
    return day is not None and (day.end() == len(plain) or _is_beside(plain[day.end() :]))


def _is_beside(text: str) -> bool:
    """Tell who wrote it and the like, behind a day, from a headline that a day opens."""
    return bool(_WRITTEN_BY.fullmatch(text))


_WRITTEN_BY = re.compile(
    rf"(?:[ ,]+{TIME})?"
    r"(?:[ ,|/]+(?i:фото|текст|автор|текст и фото|photo|text|words|story|by)\s*[:：] ?"
    r"(?:[A-ZА-ЯЁ][\w.’'-]+(?: [A-ZА-ЯЁ][\w.’'-]+){0,2})){1,2}"
)

_LABEL = re.compile(rf"{_LABELS} ?", re.IGNORECASE)

UPDATED_BEHIND = re.compile(
    r"[ （(]*(?:\d\d?[:.：]\d\d[ ,]*)?(?:更新|改|最終更新|обновлено|updated)(?!\w|\s*[:：])",
    re.IGNORECASE,
)
"""What says behind a date that it is that of a change."""
