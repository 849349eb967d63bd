from __future__ import annotations

import pytest

from microsite import routes


def test_every_address_of_a_language_begins_with_its_tag_in_lower_case() -> None:
    assert routes.home("zh-Hans") == "zh-hans/index.html"
    assert routes.index("ru", "regions") == "ru/regions/index.html"
    assert routes.item("en", "briefings", "bridge") == "en/briefings/bridge.html"
    assert routes.item("en", "timeline", routes.UNKNOWN) == "en/timeline/unknown.html"
    assert routes.static_page("ja", "about") == "ja/about.html"


def test_a_pair_is_named_by_both_slugs() -> None:
    assert routes.pair_slug("omsk-oblast", "china") == "omsk-oblast-china"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("briefings/bridge.en.md", "en/briefings/bridge.html"),
        ("briefings/bridge.zh-Hans.md", "zh-hans/briefings/bridge.html"),
        ("briefings/2016/bridge.en.md", "en/briefings/bridge.html"),
        ("pages/about.ru.md", "ru/about.html"),
        ("media/bridge.jpg", "media/bridge.jpg"),
        ("media/amur/bridge.jpg", "media/amur/bridge.jpg"),
        ("media/notes.en.md", "media/notes.en.md"),
        ("briefings/bridge.md", None),
        ("briefings/bridge.en.txt", None),
        ("briefings/.en.md", None),
        ("vocabulary/regions.yaml", None),
        ("site.yaml", None),
        ("bridge.en.md", None),
        ("../seeds/a.en.md", None),
    ],
)
def test_a_source_has_the_address_of_its_page_or_none(path: str, expected: str | None) -> None:
    assert routes.of_source(path) == expected


@pytest.mark.parametrize(
    ("page", "target", "href"),
    [
        ("index.html", "en/index.html", "en/index.html"),
        ("en/index.html", "index.html", "../index.html"),
        ("en/index.html", "en/about.html", "about.html"),
        ("en/briefings/a.html", "en/briefings/b.html", "../briefings/b.html"),
        ("en/briefings/a.html", "en/briefings/index.html", "../briefings/index.html"),
        ("en/briefings/a.html", "ru/briefings/a.html", "../../ru/briefings/a.html"),
        ("en/briefings/a.html", "site.css", "../../site.css"),
        ("en/about.html", "media/Мост 1.jpg", "../media/%D0%9C%D0%BE%D1%81%D1%82%201.jpg"),
        ("media/a.html", "media/a:b.jpg", "a%3Ab.jpg"),
        ("en/about.html", "media/100%#?.jpg", "../media/100%25%23%3F.jpg"),
    ],
)
def test_an_href_is_relative_and_names_the_file(page: str, target: str, href: str) -> None:
    assert routes.relative(page, target) == href


@pytest.mark.parametrize("target", ["en/index.html", "en/regions/a.html", "ru/index.html", "a.css"])
def test_an_href_is_the_same_on_all_pages_of_one_language_and_depth(target: str) -> None:
    pages = ("en/briefings/a.html", "en/regions/a.html", "en/timeline/2016.html")
    assert len({routes.relative(page, target) for page in pages}) == 1


def test_the_first_part_of_a_list_has_its_slug_and_the_others_a_number() -> None:
    assert [routes.part("trade-2016", number) for number in (1, 2, 3)] == [
        "trade-2016",
        "trade-2016-2",
        "trade-2016-3",
    ]


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("index.html", ""),
        ("en/index.html", "en/"),
        ("en/briefings/index.html", "en/briefings/"),
        ("en/briefings/a.html", "en/briefings/a.html"),
        ("media/Мост.jpg", "media/%D0%9C%D0%BE%D1%81%D1%82.jpg"),
    ],
)
def test_an_absolute_address_leaves_out_index_html(target: str, path: str) -> None:
    assert routes.folder_form(target) == path
