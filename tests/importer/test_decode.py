from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.importer.decode import LIMIT, UnreadableError, decode

RUSSIAN = "Мэр Омска встретился с консулом. Стороны обсудили торговлю и поездку в Кайфын."
TEXTS = {
    "utf-8": RUSSIAN,
    "utf-8-sig": RUSSIAN,
    "utf-16": RUSSIAN,
    "utf-16-le": RUSSIAN,
    "utf-16-be": RUSSIAN,
    "cp1251": RUSSIAN,
    "koi8_r": RUSSIAN,
    "shift_jis": "ハバロフスク地方の代表団が新潟県を訪問し、経済協力について話し合いました。",
    "euc_kr": "하바롭스크 지방 대표단이 강원도를 방문하여 관광 협력을 논의했다.",
    "cp866": RUSSIAN,
    "cp932": "①新潟県の代表団がハバロフスク地方を訪問し、協力について話し合いました。",
    "euc_jp": "ハバロフスク地方の代表団が新潟県を訪問し、経済協力について話し合いました。",
    "cp949": "하바롭스크 지방 대표단이 강원도를 방문하여 펲 관광 협력을 논의했다.",
    "big5": "鄂木斯克州代表團訪問了河南省，雙方簽署了合作協議。這是今年的首次訪問。",
    "gbk": "黑龙江省长会见滨海边疆区州长。会议议定：建立季度会晤机制；设立联合物流中心。",
    "cp1252": "Omsk’s plants sell “dry” milk to Kazakhstan — the first lot left in May.",
    "gb18030": "鄂木斯克州代表团访问了河南省，双方签署了合作协议。这是今年的首次访问。",
}


@pytest.mark.parametrize("encoding", TEXTS)
def test_a_text_is_read_however_it_was_saved(encoding: str) -> None:
    assert decode(TEXTS[encoding].encode(encoding)).text == TEXTS[encoding]


@pytest.mark.parametrize(
    "words",
    ["Томск и Токио", "договор подписан", "ГУБЕРНАТОР ПОСЕТИЛ ЗАВОД, где обсудили поставки"],
)
@pytest.mark.parametrize("encoding", ["cp1251", "koi8_r"])
def test_two_russian_encodings_are_told_apart_in_a_few_words(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding)).text == words


def test_a_page_that_names_no_encoding_of_texts_is_read_as_if_it_named_none() -> None:
    for name in ("undefined", "unicode_escape", "no-such"):
        data = f"<meta charset={name}><p>{RUSSIAN}".encode("cp1251")
        assert RUSSIAN in decode(data).text


def test_a_sign_that_ends_a_file_does_no_harm() -> None:
    assert decode(f"{RUSSIAN}\x1a".encode()).text == f"{RUSSIAN}\x1a"


@pytest.mark.parametrize("data", [b"", b"\n \t", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"^It is empty\.$"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7\x00\xff\xfe", bytes(range(256))]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="not a text"):
        decode(data)


def test_a_file_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableError, match="larger than 5 MB"):
        decode(b"x" * (LIMIT + 1))


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(UnreadableError):
        assert decode(data).text.strip()
