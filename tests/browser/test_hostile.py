"""Fill every field with what was made to break out, and see in Chromium that nothing does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Dialog, Page

from tests.browser.serving import Placement, serve
from tests.browser.site import BASE_URL, BuiltSite, build_site
from tests.browser.watching import watch
from tests.building import make_content, original, translation

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>{word}</title>'
    '<path d="M0 1h9"/></svg>'
)

WORD = (
    "'\\\"></title></textarea></style></script><script>alert(1)</script>"
    "<img src=x onerror=alert(1)><svg onload=alert(1)><iframe src=//evil.example>"
    "{{ 7*7 }}{% raw %}&lt;script&gt;alert(1)&lt;/script&gt;<!--"
)
"""One value that tries to leave attributes, elements, comments and templates at once."""

SHORT = "<b onmouseover=alert(1)>{{ 7*7 }}</b>"

BODY = f"""
A text with `{WORD}` and \\<script>alert(1)\\</script>, &lt;img src=x onerror=alert(1)&gt;,
{{{{ 7*7 }}}} and [words](https://example.org/?a=%22%3E%3Cscript%3E 'a "title" onclick=alert(1)').

![A picture "onerror=alert(1) x="](../media/drawn.svg)

## A heading, "onload=alert(1) \\<script>alert(1)\\</script> {{#heading}}

| A cell `<script>` | {{{{ page }}}} |
| --- | --- |
| "onclick=alert(1) | javascript:alert(1)[^1] |

    <script>alert(1)</script>

```html
{WORD}
```

[^1]: A note with `<svg onload=alert(1)>` and {{% include "/etc/passwd" %}}.
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("hostile")
    quoted = f'"{WORD}"'
    term = f"{{name: {{en: {quoted}, ru: {quoted}}}"
    facts = (
        f"date_basis: {quoted}\nplaces: [omsk]\ntopics: [trade]\n"
        f"source: {{title: {quoted}, publisher: {quoted},"
        ' url: "https://example.org/?a=%27%22%3E&b=javascript:alert(1)"}\n'
        f"changes: [{{date: 2020, note: {quoted}}}]\n"
    )
    files = {
        "site.yaml": (
            f"title: {{en: {quoted}, ru: {quoted}}}\n"
            f"description: {{en: {quoted}, ru: {quoted}}}\nlanguages: [en, ru]\n"
            'repository: https://github.com/example/a\nbranch: "\'><script>alert(1)</script>"\n'
        ),
        "vocabulary/topics.yaml": f'trade: {term}, aliases: ["{SHORT}"]}}\n',
        "vocabulary/regions.yaml": f"RU-OMS: {term}, slug: omsk-oblast}}\n",
        "vocabulary/partners.yaml": f"CN: {term}, slug: china}}\n",
        "vocabulary/places.yaml": f"omsk: {term}, parent: RU-OMS}}\n",
        "media/drawn.svg": SVG.format(word="javascript:alert(1)"),
        "briefings/bridge.en.md": original(title=quoted, summary=quoted, more=facts, body=BODY),
        "briefings/bridge.ru.md": translation(title=quoted, summary=quoted, body=BODY),
        "briefings/other.en.md": original(title=f"'{SHORT}'", date="2017"),
        "pages/about.en.md": f"---\ntitle: {quoted}\nsummary: {quoted}\nlang: en\n---\n{BODY}",
        "pages/about.ru.md": f"---\ntitle: {quoted}\nsummary: {quoted}\nlang: ru\n---\n{BODY}",
    }
    return build_site(make_content(folder / "content", files), folder / "cache", BASE_URL)


@pytest.fixture(scope="module")
def placement(hostile: BuiltSite) -> Iterator[Placement]:
    with serve(hostile) as at:
        yield at


def test_nothing_runs_and_nobody_else_is_asked(placement: Placement, page: Page) -> None:
    dialogs: list[str] = []

    def opened(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", opened)
    paths = sorted(placement.site.documents)
    assert len(paths) > 20
    for path in paths:
        with watch(page) as seen:
            page.goto(placement.url(path))
            page.mouse.move(200, 200)
        assert seen.complaints == [], path
        outside = [url for url in seen.requests if not url.startswith(placement.address)]
        assert outside == [], path
        assert page.locator("script, iframe, object, embed, form, style, svg").count() == 0, path
        strange = "() => [...document.querySelectorAll('*')].flatMap((e) => [...e.attributes])"
        names = page.evaluate(f"({strange})().map((a) => a.name)")
        assert [name for name in names if name.startswith("on") or name == "style"] == [], path
        links = page.evaluate("() => [...document.links].map((a) => a.protocol)")
        assert {*links} <= {"http:", "https:", "mailto:"}, path
    page.remove_listener("dialog", opened)
    assert dialogs == []


def test_the_words_stand_on_the_page_as_they_were_written(placement: Placement, page: Page) -> None:
    page.goto(placement.url("en/briefings/bridge.html"))
    title = page.locator("h1").inner_text()
    assert "<script>alert(1)</script>" in title
    assert "{{ 7*7 }}{% raw %}" in title
    assert "&lt;script&gt;" in title
    assert "{{ 7*7 }}" in page.title()


def test_a_picture_opened_at_its_own_address_runs_nothing(placement: Placement, page: Page) -> None:
    with watch(page) as seen:
        page.goto(placement.url("media/drawn.svg"))
    assert seen.complaints == []
    assert len(seen.requests) == 1


def test_the_policy_forbids_what_could_ever_slip_through(placement: Placement, page: Page) -> None:
    page.goto(placement.url("en/index.html"))
    page.evaluate(
        "() => { const e = document.createElement('script'); e.textContent = 'window.ran = 1';"
        " document.body.append(e); document.body.setAttribute('onclick', 'window.ran = 1');"
        " document.body.click() }"
    )
    assert page.evaluate("() => window.ran") is None
