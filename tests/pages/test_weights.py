"""See that pages which gather much stay within the budget on a large site."""

from __future__ import annotations

import gzip
import posixpath
import random
import re
from collections.abc import Iterator

import pytest
import yaml

from microsite.options import Options
from tests.building import ROOT, site_of, write_files

BUDGET = 13_000
"""Bytes of a page with its style sheets, each compressed."""

BRIEFINGS, EVENTS, FIGURES = 100, 4, 12
"""How many there are in all, and of each of the two in a briefing."""

YEARS = range(1985, 2026)


def words_of(language: str) -> list[str]:
    """Give the words of the site's own briefings, which compress as real words do."""
    texts = sorted((ROOT / "content" / "briefings").glob(f"*.{language}.md"))
    bodies = [text.read_text(encoding="utf-8").split("\n---\n", 1)[1] for text in texts]
    return sorted({word for body in bodies for word in re.findall(r"[^\W\d_]{2,}", body)})


def codes_of(vocabulary: str) -> list[str]:
    path = ROOT / "content" / "vocabulary" / f"{vocabulary}.yaml"
    return re.findall(r"^([\w-]+):", path.read_text(encoding="utf-8"), re.MULTILINE)


class Writer:
    """Write briefings of words drawn at random, always the same ones."""

    def __init__(self) -> None:
        self.random = random.Random(15)  # noqa: S311 -- nothing is kept secret by it
        self.words = {language: words_of(language) for language in ("ru", "en")}
        self.regions, self.partners = codes_of("regions"), codes_of("partners")
        self.measures = codes_of("measures")

    def some(self, language: str, count: int) -> str:
        return " ".join(self.random.choices(self.words[language], k=count))

    def date(self) -> str:
        """Draw a day, a month or a year; one in two in the newest years."""
        year = self.random.choice(self.random.choice((YEARS, YEARS[-3:])))
        forms = ("{}", "{}-{:02}", "{}-{:02}-{:02}", "{}/..", "{}-{:02}~")
        numbers = (year, self.random.randint(1, 12), self.random.randint(1, 28))
        return self.random.choice(forms).format(*numbers)

    def files(self, number: int) -> Iterator[tuple[str, str]]:
        """Write one briefing in both languages; facts take turns with all regions."""
        regions = [self.regions[(number * 5 + n) % len(self.regions)] for n in range(5)]
        countries = [code for code in self.partners if "-" not in code]
        partners = self.random.sample(countries, min(6, len(countries)))
        partners += self.random.sample([c for c in self.partners if "-" in c], 2)
        matter: dict[str, object] = {
            "title": self.some("ru", 9),
            "summary": self.some("ru", 35),
            "lang": "ru",
            "date": self.date(),
            "date_basis": self.some("ru", 8),
            "regions": regions,
            "partners": partners,
            "source": {"title": self.some("ru", 8), "publisher": self.some("ru", 2)},
        }
        sentences = {f"e{n}": self.some("ru", 12) for n in range(EVENTS)}
        sentences |= {f"f{n}": self.some("ru", 12) for n in range(FIGURES)}
        matter["events"] = [
            {
                "id": f"e{n}",
                "date": self.date(),
                "title": self.some("ru", 8),
                "regions": self.random.sample(regions, 2),
                "partners": self.random.sample(partners, 2),
                "evidence": sentences[f"e{n}"],
            }
            for n in range(EVENTS)
        ]
        matter["figures"] = [
            {
                "id": f"f{n}",
                "measure": self.measures[n % len(self.measures)],
                "region": self.random.choice(regions),
                "partner": self.random.choice(partners),
                "title": self.some("ru", 4),
                "period": "1980",
                "value": str(self.random.randint(1, 10**9)),
                "unit": "USD",
                "evidence": sentences[f"f{n}"],
            }
            for n in range(FIGURES)
        ]
        words = {f"e{n}": self.some("en", 8) for n in range(EVENTS)}
        translation = {
            "title": self.some("en", 9),
            "summary": self.some("en", 35),
            "lang": "en",
            "translated_from": {"lang": "ru", "change": 0},
            "words": words,
        }
        body = "\n\n".join(f"{sentence}." for sentence in sentences.values())
        for language, front, text in (("ru", matter, body), ("en", translation, "Words.")):
            head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False)
            yield f"briefings/b{number:03}.{language}.md", f"---\n{head}---\n{text}\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build a site of 400 events with the vocabulary and the templates of this one."""
    folder = tmp_path_factory.mktemp("large") / "content"
    writer = Writer()
    files = dict(pair for number in range(BRIEFINGS) for pair in writer.files(number))
    files["site.yaml"] = (ROOT / "content" / "site.yaml").read_text(encoding="utf-8")
    for path in (ROOT / "content" / "vocabulary").iterdir():
        files[f"vocabulary/{path.name}"] = path.read_text(encoding="utf-8")
    write_files(folder, files)
    return site_of(
        Options(content=folder, templates=ROOT / "templates", locales=ROOT / "locales", cache=None)
    )


def weights(site: dict[str, bytes], pattern: str) -> dict[str, int]:
    """Weigh pages with their style sheets."""
    sheets = {
        path: len(gzip.compress(data, compresslevel=9, mtime=0))
        for path, data in site.items()
        if path.endswith(".css")
    }
    found = {}
    for path, data in site.items():
        if re.fullmatch(pattern, path):
            hrefs = re.findall(r'rel="stylesheet" href="([^"]+)"', data.decode())
            named = [posixpath.normpath(posixpath.join(path, "..", href)) for href in hrefs]
            own = len(gzip.compress(data, compresslevel=9, mtime=0))
            found[path] = own + sum(sheets[name] for name in named)
    return found


@pytest.mark.parametrize(
    ("pattern", "fewest"),
    [
        ("(ru|en)/index.html", 2),
        ("(ru|en)/regions/index.html", 2),
        ("(ru|en)/pairs/index.html", 2),
        ("(ru|en)/timeline/index.html", 2),
        ("(ru|en)/timeline/[0-9-]+.html", 80),
    ],
)
def test_what_gathers_much_stays_within_the_budget(
    site: dict[str, bytes], pattern: str, fewest: int
) -> None:
    found = weights(site, pattern)
    assert len(found) >= fewest
    assert {path: weight for path, weight in found.items() if weight > BUDGET} == {}


def test_the_site_is_as_large_as_it_should_be(site: dict[str, bytes]) -> None:
    home = site["en/index.html"].decode()
    years = re.findall(r"(\d+) events?<", home)
    assert sum(map(int, years)) == BRIEFINGS * EVENTS == 400
    assert home.count('<a class="s', home.index("tiles")) == 83
    matrix = site["en/pairs/index.html"].decode()
    assert matrix.count("<tr>") == 84


def test_the_site_has_no_style_attributes(site: dict[str, bytes]) -> None:
    pages = [data for path, data in site.items() if path.endswith(".html")]
    assert pages
    assert not [data for data in pages if b" style=" in data or b"<script" in data]
