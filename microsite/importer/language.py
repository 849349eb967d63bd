"""Tell the language of a text by its script, and by the words that its language is full of."""

from __future__ import annotations

import re
from collections.abc import Iterable

from microsite.importer.words import Line

UNDETERMINED = "und"

_SCRIPTS = {
    "hangul": re.compile("[\uac00-\ud7a3]"),
    "kana": re.compile("[\u3041-\u3096\u30a1-\u30fa]"),
    "han": re.compile("[\u3400-\u9fff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
}

_WEIGHT = {"hangul": 2.5, "kana": 2.5, "han": 3.0, "cyrillic": 1.0, "latin": 1.0}
"""Letters of an alphabet that say as much as one sign of the script."""

_KANA = 0.12
"""Of the signs of a text in Japanese, those that are kana at least."""

_ENGLISH = re.compile(
    r"\b(?:the|of|and|to|in|for|with|on|is|was|by|at|from|that|has|will)\b", re.IGNORECASE
)

_OTHERS = re.compile(
    r"\b(?:der|die|und|das|ist|mit|von|les|des|est|une|dans|pour|que|los|las|con|por|della|degli|che"
    r"|het|een|och|att|jest|oraz|nie|ve|bir|için|và|của|dan|yang|untuk)\b",
    re.IGNORECASE,
)

_FUNCTION = 0.12
"""Of the words of a text in English, those that are function words at least."""

_NOT_RUSSIAN = re.compile("[іїєґўәғқңөұүһҗҳҷӣӯјљњћђџѓќѕөү]", re.IGNORECASE)

_HANS = re.compile("[国经贸发对与业关东会区长书记华这来时说话产车门开间问题实现样线级结构总领级营]")
_HANT = re.compile("[國經貿發對與業關東會區長書記華這來時說話產車門開間問題實現樣線級結構總領營]")


def language_of(lines: Iterable[Line]) -> str:
    """Give the language (BCP 47) of most of a text; `und` where it is none that is known here."""
    text = "\n".join([line.text for line in lines])
    counts = {name: len(signs.findall(text)) for name, signs in _SCRIPTS.items()}
    weights = {
        "ko": counts["hangul"] * _WEIGHT["hangul"],
        "cjk": counts["han"] * _WEIGHT["han"] + counts["kana"] * _WEIGHT["kana"],
        "ru": counts["cyrillic"] * _WEIGHT["cyrillic"],
        "en": counts["latin"] * _WEIGHT["latin"],
    }
    most = max(weights, key=lambda name: (weights[name], name))
    if not weights[most]:
        return UNDETERMINED
    if most == "cjk":
        is_japanese = counts["kana"] > _KANA * (counts["kana"] + counts["han"])
        return "ja" if is_japanese else _chinese(text)
    if most == "ru" and len(_NOT_RUSSIAN.findall(text)) > 0.01 * counts["cyrillic"]:
        return UNDETERMINED
    return most if most != "en" else _latin(text)


def _chinese(text: str) -> str:
    simplified, traditional = len(_HANS.findall(text)), len(_HANT.findall(text))
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _latin(text: str) -> str:
    words = len(re.findall(r"[A-Za-z\u00c0-\u024f]+", text))
    english, others = len(_ENGLISH.findall(text)), len(_OTHERS.findall(text))
    return "en" if english > _FUNCTION * words and english > others else UNDETERMINED
