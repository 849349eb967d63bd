"""The tables of partners, their cities and office-holders: what their readers may rely on."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

TABLES = Path("microsite/importer/tables")
VOCABULARY = Path("content/vocabulary")
ISO = Path("tests/cases/importer/iso-3166.txt")

LANGUAGES = ("ru", "en", "zh", "ja", "ko")
FIELDS = (
    *("ru", "ru_adjective", "ru_people"),
    *("en", "en_adjective", "en_people"),
    *("zh", "ja", "ko"),
)
SCRIPTS = {
    "ru": re.compile(r"[А-яЁё0-9 .,'’–—-]+"),
    "en": re.compile(r"[A-Za-zÀ-ỹ .,&'’$–-]+"),
    "zh": re.compile(r"[\u4e00-\u9fff·（）-]+"),
    "ja": re.compile(r"[\u4e00-\u9fff\u3041-\u30ff・々]+"),
    "ko": re.compile(r"[가-힣 ·-]+"),
}
"""The letters of a word in each language, from its first to its last."""

Entry = Mapping[str, Any]


def table(path: Path) -> dict[str, Entry]:
    """Read a table with every scalar a string, so that NO is Norway and 2007 a date."""
    read: dict[str, Entry] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506
    return read


PARTNERS = table(TABLES / "partners.yaml")
CITIES = table(TABLES / "partner_cities.yaml")
OFFICIALS = table(TABLES / "officials.yaml")
NOT_PARTNERS = table(TABLES / "not_partners.yaml")
GAZETTEER = {**PARTNERS, **CITIES}


def words(entry: Entry, kind: str = "sure") -> Iterator[tuple[str, str]]:
    """Give the field and the words of an entry that are `sure`, `weak` or `joint`."""
    part = entry if kind == "sure" else entry.get(kind, {})
    for field in FIELDS:
        for word in part.get(field, ()):
            yield field, word


def meanings(kind: str) -> dict[tuple[str, str], set[str]]:
    """Tell for each word, in its language, the entries it stands with."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, entry in GAZETTEER.items():
        for field, word in words(entry, kind):
            found[field[:2], word].add(key)
    return found


def code(key: str) -> str:
    """Give the code that a partner has or a city lies in."""
    return str(CITIES[key]["parent"]) if key in CITIES else key


def iso() -> set[str]:
    lines = [
        line.split() for line in ISO.read_text("utf-8").splitlines() if not line.startswith("#")
    ]
    countries = set(lines[0][1:])
    return countries | {f"{country}-{unit}" for country, *units in lines[1:] for unit in units}


@pytest.mark.parametrize(
    "name", ["partners.yaml", "partner_cities.yaml", "officials.yaml", "not_partners.yaml"]
)
def test_every_key_of_a_table_stands_once_and_in_its_order(name: str) -> None:
    keys = re.findall(r'^"?([\w-]+)"?:', (TABLES / name).read_text("utf-8"), re.MULTILINE)
    expected = list(LANGUAGES) if name == "not_partners.yaml" else sorted(set(keys))
    assert keys == expected


def test_every_partner_is_a_code_of_iso_3166() -> None:
    assert PARTNERS.keys() - iso() == set()


def test_every_unit_stands_with_its_country() -> None:
    assert {key[:2] for key in PARTNERS} - PARTNERS.keys() == set()


def test_every_city_lies_in_a_partner() -> None:
    assert {str(city["parent"]) for city in CITIES.values()} - PARTNERS.keys() == set()


def test_russia_is_no_partner_of_its_regions() -> None:
    assert not {key for key in PARTNERS if key.startswith("RU")}


def test_an_entry_has_no_field_of_another_name() -> None:
    known = {*FIELDS, "parent", "weak", "joint"}
    assert {field for entry in GAZETTEER.values() for field in entry} - known == set()
    assert {key for key, entry in PARTNERS.items() if "parent" in entry} == set()


def test_every_entry_has_a_word_in_russian_and_in_english() -> None:
    lacking = {
        (key, language)
        for key, entry in GAZETTEER.items()
        for language in ("ru", "en")
        if not any(
            field.startswith(language)
            for kind in ("sure", "weak")
            for field, _ in words(entry, kind)
        )
    }
    assert lacking == set()


@pytest.mark.parametrize("country", ["CN", "JP", "KR", "MN"])
def test_units_of_east_asia_are_complete_and_named_in_all_five_languages(country: str) -> None:
    abroad = {"CN-HK", "CN-MO", "CN-TW"}
    units = {unit for unit in iso() if unit.startswith(f"{country}-")} - abroad
    assert units - PARTNERS.keys() == set()
    lacking = {
        (unit, language)
        for unit in units
        for language in LANGUAGES
        if not PARTNERS[unit].get(language)
    }
    assert lacking == set()


@pytest.mark.parametrize("kind", ["sure", "weak", "joint"])
def test_every_word_is_written_in_the_script_of_its_language(kind: str) -> None:
    strange = {
        (key, word)
        for key, entry in GAZETTEER.items()
        for field, word in words(entry, kind)
        if not SCRIPTS[field[:2]].fullmatch(word)
        or word != word.strip()
        or not unicodedata.is_normalized("NFC", word)
    }
    assert strange == set()


def test_a_russian_adjective_is_in_the_masculine_nominative() -> None:
    endings = re.compile(r"[а-яё-]+(ский|цкий)")
    strange = {
        word
        for entry in GAZETTEER.values()
        for field, word in words(entry)
        if field == "ru_adjective" and not endings.fullmatch(word)
    }
    assert strange == set()


def test_no_word_stands_twice_in_an_entry() -> None:
    for key, entry in GAZETTEER.items():
        every = [
            (field[:2], word)
            for kind in ("sure", "weak", "joint")
            for field, word in words(entry, kind)
        ]
        twice = {word for word in every if every.count(word) > 1}
        assert twice == set(), key


def test_a_sure_word_means_one_partner() -> None:
    """A city that shares the word with the unit it lies in is no second meaning."""
    doubtful = {
        word: keys
        for word, keys in meanings("sure").items()
        if len({code(key) for key in keys}) > 1 or len(keys & CITIES.keys()) > 1
    }
    assert doubtful == {}


def test_a_weak_word_is_nowhere_a_sure_one() -> None:
    assert meanings("weak").keys() & (meanings("sure").keys() | meanings("joint").keys()) == set()


def test_a_joint_word_names_two_partners_or_more() -> None:
    alone = {word for word, keys in meanings("joint").items() if len(keys) < 2}
    assert alone == set()


def test_two_cities_of_one_name_are_told_by_none() -> None:
    """Fuzhou, Yichun, Suzhou, Taizhou: the word is weak in both entries."""
    weak = meanings("weak")
    assert weak["ru", "Фучжоу"] == weak["en", "Fuzhou"] == {"fuzhou-fujian", "fuzhou-jiangxi"}
    assert weak["ru", "Ичунь"] == weak["en", "Yichun"] == {"yichun-heilongjiang", "yichun-jiangxi"}
    assert weak["ru", "РК"] == {"KR", "KZ"}
    assert weak["ru", "Маньчжурия"] == weak["en", "Manchuria"] == {"manzhouli"}


def test_inner_mongolia_is_a_part_of_china() -> None:
    sure = meanings("sure")
    for language, word in (
        ("ru", "Внутренняя Монголия"),
        ("ru", "автономный район Монголии КНР"),
        ("en", "Inner Mongolia"),
        ("zh", "内蒙古"),
        ("ja", "内モンゴル自治区"),
        ("ko", "네이멍구"),
    ):
        assert sure[language, word] == {"CN-NM"}


def test_every_name_of_the_sites_partners_is_found_by_the_importer() -> None:
    written = meanings("sure")
    lacking = {
        (key, name)
        for key, partner in table(VOCABULARY / "partners.yaml").items()
        for language, name in names(partner)
        if key not in written.get((language, name), set())
    }
    assert lacking == set()


def test_every_city_abroad_of_the_site_is_found_by_the_importer_under_its_key() -> None:
    lacking = set()
    for key, place in table(VOCABULARY / "places.yaml").items():
        parent = str(place["parent"])
        if parent.startswith("RU-"):
            continue
        assert str(CITIES[key]["parent"]).startswith(parent)
        own = {
            (field[:2], word)
            for kind in ("sure", "weak")
            for field, word in words(CITIES[key], kind)
        }
        lacking |= {(key, name) for name in names(place) if name not in own}
    assert lacking == set()


def names(entry: Entry) -> Iterator[tuple[str, str]]:
    """Give the language and the name of an entry of the site's vocabularies."""
    name = entry["name"]
    for language, word in name.items():
        yield language[:2], word


# Office-holders


def offices() -> Iterator[tuple[str, str, str, str]]:
    """Give person, code, and the first and last day of each office, open ends far away."""
    for key, person in OFFICIALS.items():
        for office in person["offices"]:
            yield key, office["of"], office.get("from", "0000"), office.get("to", "9999")


def test_every_office_belongs_to_a_region_or_a_partner() -> None:
    known = PARTNERS.keys() | table(VOCABULARY / "regions.yaml").keys()
    assert {of for _, of, _, _ in offices()} - known == set()


def test_every_region_has_a_head_in_every_year_since_2010() -> None:
    regions = table(VOCABULARY / "regions.yaml").keys()
    lacking = {
        (region, year)
        for region in regions
        for year in map(str, range(2010, 2027))
        if not any(of == region and begin[:4] <= year <= end[:4] for _, of, begin, end in offices())
    }
    assert lacking == set()


def test_dates_of_office_are_days_months_or_years_and_none_ends_before_it_began() -> None:
    date = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
    for key, of, begin, end in offices():
        assert date.fullmatch(begin), (key, of)
        assert date.fullmatch(end), (key, of)
        precision = min(len(begin), len(end))
        assert begin[:precision] <= end[:precision], (key, of)


def test_a_region_of_russia_has_one_head_at_a_time() -> None:
    """Two may share the year, month or day in which the one followed the other."""
    heads = defaultdict(list)
    for key, of, begin, end in offices():
        if of.startswith("RU-") and of not in {"RU-KAM", "RU-KYA", "RU-PER", "RU-ZAB"}:
            heads[of].append((begin, end, key))
    for of, spans in heads.items():
        for (_, end, one), (begin, _, other) in pairwise(sorted(spans)):
            precision = min(len(begin), len(end))
            assert end[:precision] <= begin[:precision], (of, one, other)


def test_a_name_that_two_people_share_is_told_by_the_time() -> None:
    shared = defaultdict(list)
    for key, of, begin, end in offices():
        for name in OFFICIALS[key]["ru"]:
            shared[name].append((key, of, begin, end))
    homonyms = {name for name, held in shared.items() if len({key for key, *_ in held}) > 1}
    assert homonyms == {"Александр Козлов", "Сергей Морозов"}


def test_one_man_headed_three_regions_one_after_the_other() -> None:
    held = [(of, begin) for key, of, begin, _ in offices() if key == "kozhemyako"]
    assert held == [
        ("RU-KAM", "2005-03"),
        ("RU-AMU", "2008-10-20"),
        ("RU-SAK", "2015-03-25"),
        ("RU-PRI", "2018-09-26"),
    ]


def test_an_official_has_the_key_of_the_sites_people() -> None:
    keys = {
        dict(names(person))["ru"]: key for key, person in table(VOCABULARY / "people.yaml").items()
    }
    for key, person in OFFICIALS.items():
        assert keys.get(person["ru"][0], key) == key


def test_names_of_people_are_written_in_the_script_of_their_language() -> None:
    strange = set()
    for key, person in OFFICIALS.items():
        surname = person.get("surname", {})
        for language in LANGUAGES:
            written = person.get(language, ())
            for word in (*written, *surname.get(language, ())):
                if not SCRIPTS[language].fullmatch(word):
                    strange.add((key, word))
    assert strange == set()


# Words that only look like a partner


@pytest.mark.parametrize("language", ["en", "zh", "ja", "ko"])
def test_every_word_that_is_no_partner_holds_the_name_of_one(language: str) -> None:
    sure = {word for kind in ("sure", "weak") for (of, word) in meanings(kind) if of == language}
    idle = {word for word in NOT_PARTNERS[language] if not any(name in word for name in sure)}
    assert idle == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_that_is_no_partner_is_a_name_of_one(language: str) -> None:
    sure = {word for (of, word) in meanings("sure") if of == language}
    assert set(NOT_PARTNERS[language]) & sure == set()
    assert len(set(NOT_PARTNERS[language])) == len(NOT_PARTNERS[language])
