from __future__ import annotations

import pytest

from microsite.importer.language import language_of
from microsite.importer.normalise import normalise

RUSSIAN = "Делегация области побывала на выставке, где показала муку и масло."
ENGLISH = "The delegation of the region has visited the fair, and it will sign a contract there."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (RUSSIAN, "ru"),
        (ENGLISH, "en"),
        ("鄂木斯克州代表团访问河南省，双方签署合作协议。", "zh-Hans"),
        ("鄂木斯克州代表團訪問河南省，雙方簽署合作協議，發展經貿關係。", "zh-Hant"),
        ("沿海地方の代表団が新潟県を訪問しました。", "ja"),
        ("연해주 대표단이 강원도를 방문했다.", "ko"),
        ("Делегація області відвідала виставку, де показала її вироби та підписала угоду.", "und"),
        ("Облыс делегациясы көрмеге қатысып, келісімшартқа қол қойды.", "und"),
        ("Die Delegation der Region hat die Messe besucht und das Abkommen unterzeichnet.", "und"),
        (
            "La délégation de la région a visité la foire, et les accords sont signés pour que",
            "und",
        ),
        ("12.09.2016 — 5 %", "und"),
        ("", "und"),
    ],
)
def test_the_script_and_the_usual_words_tell_the_language(text: str, language: str) -> None:
    assert language_of(normalise(text)) == language


@pytest.mark.parametrize(
    ("text", "other", "language"),
    [(RUSSIAN, ENGLISH, "ru"), (ENGLISH, RUSSIAN, "en"), (RUSSIAN, "鄂木斯克州代表团访问", "ru")],
)
def test_one_paragraph_in_another_language_changes_nothing(
    text: str, other: str, language: str
) -> None:
    assert language_of(normalise(f"{text}\n{other}\n{text}\n{text}")) == language
