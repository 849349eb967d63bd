from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from markupsafe import Markup

from microsite import report
from microsite.content.body import Body
from microsite.diagnostics import Code, Diagnostic
from microsite.languages.texts import Texts
from microsite.memo import LostValueError, Memo
from microsite.output.printing import print_output
from microsite.output.render import Press, render
from microsite.output.templates import check_templates
from microsite.pages.edition import Edition
from microsite.pages.outputs import Output, View
from microsite.pages.plan import TEMPLATES
from microsite.pages.views import Site
from tests.building import BARE, LOCALES, texts_in, trial_from, write_files

SITE = Site("Trial", "en", "ltr", "/", "/", (), (), "", "")


TEXT = "a <b> & 'c'"


@dataclass(frozen=True, slots=True)
class Page:
    text: str
    body: Markup = field(default=Markup("<p>ready</p>"))
    items: tuple[str, ...] = ("one", "two")


def view(_edition: Edition, _path: str, text: str = TEXT) -> View:
    return Page(text), SITE


@pytest.fixture(scope="module")
def texts() -> dict[str, Texts]:
    return {language: texts_in(language) for language in ("en", "ru")}


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Edition]:
    """Give an edition of each language."""
    made = trial_from(tmp_path_factory.mktemp("editions") / "content", {})
    return {edition.language: edition for edition in made.editions}


def output_of(edition: Edition, template: str = "page.html", *told: str, text: str = "") -> Output:
    path = f"{edition.language}/a{Path(template).suffix}"
    return Output(path=path, template=template, make=view, edition=edition, inputs=told, text=text)


def press_of(
    templates: Path, texts: dict[str, Texts], memo: Memo, folder: str = "", stage: str = ""
) -> Press:
    return Press(
        templates=templates,
        locales=LOCALES,
        # The templates of each test stand in a folder of its own.
        revision=str(templates),
        texts=texts,
        memo=memo,
        bodies={"a.en.md": "key"},
        folder=folder,
        stage=stage,
    )


Render = Callable[..., str]


@pytest.fixture
def rendered(tmp_path: Path, texts: dict[str, Texts], editions: dict[str, Edition]) -> Render:
    """Render a template; give what came of it, a finding as its report."""

    def make(template: str, language: str = "en", **others: str) -> str:
        write_files(tmp_path, {"page.html": template})
        write_files(tmp_path, {f"{name}.html": text for name, text in others.items()})
        with Memo() as memo:
            result = render(output_of(editions[language]), press_of(tmp_path, texts, memo))
        if isinstance(result, Diagnostic):
            return report.text([result], tmp_path).split("\n\n")[0]
        return result.decode()

    return make


def test_a_template_is_given_a_page_and_the_site(rendered: Render) -> None:
    told = "{% for item in page.items %}{{ item }} {% endfor %}{{ site.name }}\n"
    assert rendered(told) == "one two Trial\n"


def test_texts_are_escaped_and_markup_is_not(rendered: Render) -> None:
    told = '<i title="{{ page.text }}">{{ page.text }}</i>{{ page.body }}{{ page.text|length }}'
    assert rendered(told) == (
        '<i title="a &lt;b&gt; &amp; &#39;c&#39;">a &lt;b&gt; &amp; &#39;c&#39;</i><p>ready</p>11'
    )


def test_xml_is_escaped_too(
    tmp_path: Path, texts: dict[str, Texts], editions: dict[str, Edition]
) -> None:
    write_files(tmp_path, {"a.xml": "<a>{{ page.text }}</a>"})
    with Memo() as memo:
        result = render(output_of(editions["en"], "a.xml"), press_of(tmp_path, texts, memo))
    assert result == b"<a>a &lt;b&gt; &amp; &#39;c&#39;</a>"


def test_a_translation_and_what_is_filled_into_it_are_escaped(rendered: Render) -> None:
    told = '{{ _("Briefings: %(name)s.", name=page.text) }}'
    assert rendered(told) == "Briefings: a &lt;b&gt; &amp; &#39;c&#39;."


def test_texts_of_the_interface_have_plurals(rendered: Render) -> None:
    told = """{% for number in (1, 2) %}
{{ ngettext("%(num)d briefing", "%(num)d briefings", number) }}
{% endfor %}"""
    assert rendered(told) == "1 briefing\n2 briefings\n"


def test_lines_of_tags_leave_no_empty_lines_and_the_last_line_ends(rendered: Render) -> None:
    assert rendered("a\n  {% if page %}\nb\n  {% endif %}\nc\n") == "a\nb\nc\n"


def test_a_page_in_each_language_has_the_texts_of_that_language(
    rendered: Render, texts: dict[str, Texts]
) -> None:
    for language in ("en", "ru"):
        told = rendered('{{ _("Date unknown") }}', language)
        assert told == texts[language].gettext("Date unknown")


def test_what_a_macro_gave_once_it_gives_again_for_the_same_arguments_alone(
    rendered: Render,
) -> None:
    macro = "{% macro show(x, y) %}<i>{{ x }}{{ y }}</i>{% endmacro %}"
    told = """{% from "part.html" import show %}
{{ once(show, page.text, 1) }}{{ once(show, page.text, 1) }}{{ once(show, "", 2) }}"""
    text = "a &lt;b&gt; &amp; &#39;c&#39;"
    assert rendered(told, part=macro) == f"<i>{text}1</i><i>{text}1</i><i>2</i>"


def test_a_page_is_given_its_body_from_the_memo(
    tmp_path: Path, texts: dict[str, Texts], editions: dict[str, Edition]
) -> None:
    write_files(tmp_path, {"page.html": "{{ page.text }}"})
    output = output_of(editions["en"], text="a.en.md")
    with Memo() as memo:
        press = press_of(tmp_path, texts, memo)
        with pytest.raises(LostValueError):
            render(output, press)
        memo.remember([("key", msgspec.msgpack.encode(Body("<p>")))])
        assert render(output, press) == b"&lt;p&gt;"


def test_only_what_does_not_stand_in_the_folder_is_written(
    tmp_path: Path, texts: dict[str, Texts], editions: dict[str, Edition]
) -> None:
    write_files(tmp_path / "templates", {"page.html": "{{ page.text }}"})
    write_files(tmp_path / "site", {"en/a.html": "same"})
    (tmp_path / "stage" / "en").mkdir(parents=True)
    places = {"folder": str(tmp_path / "site"), "stage": str(tmp_path / "stage")}
    with Memo() as memo:
        press = press_of(tmp_path / "templates", texts, memo, **places)
        printed = print_output(output_of(editions["en"], "page.html", "same"), press)
        assert (printed.written, printed.digest) == (False, sha256(b"same").hexdigest())
        assert not (tmp_path / "stage" / "en" / "a.html").exists()
        printed = print_output(output_of(editions["en"], "page.html", "else"), press)
        assert (printed.written, printed.digest) == (True, sha256(b"else").hexdigest())
        assert (tmp_path / "stage" / "en" / "a.html").read_bytes() == b"else"
        assert (tmp_path / "site" / "en" / "a.html").read_bytes() == b"same"


def test_a_page_that_is_a_link_in_the_folder_is_written_anew(
    tmp_path: Path, texts: dict[str, Texts], editions: dict[str, Edition]
) -> None:
    write_files(tmp_path, {"templates/page.html": "same", "elsewhere": "same"})
    for name in ("site/en", "stage/en"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "site" / "en" / "a.html").symlink_to(tmp_path / "elsewhere")
    places = {"folder": str(tmp_path / "site"), "stage": str(tmp_path / "stage")}
    with Memo() as memo:
        press = press_of(tmp_path / "templates", texts, memo, **places)
        assert print_output(output_of(editions["en"]), press).written


def test_an_attribute_that_is_not_there_is_told_at_its_line(rendered: Render) -> None:
    assert rendered("<p>\n<b>\n  {{ page.titel }}\n</b>") == (
        "page.html:3:3: error[template]: 'tests.output.test_render.Page object' has no attribute"
        " 'titel' (UndefinedError, first seen on en/a.html).\n"
        "   |\n"
        " 3 |   {{ page.titel }}\n"
        "   |   ^^^^^^^^^^^^^^^^"
    )


def test_a_name_that_is_not_there_is_told_at_its_line(rendered: Render) -> None:
    told = rendered("\n{{ config }}")
    assert told.startswith(
        "page.html:2:1: error[template]: 'config' is undefined (UndefinedError, first seen on"
    )


def test_a_fault_in_an_included_template_is_told_there(rendered: Render) -> None:
    told = rendered('{% include "part.html" %}', part="<p>\n{{ page.titel }}")
    assert told.startswith("part.html:2:1: error[template]: ")


def test_a_fault_in_a_macro_is_told_there(rendered: Render) -> None:
    macro = "{% macro show(x) %}\n{{ x.titel }}\n{% endmacro %}"
    told = rendered('{% from "part.html" import show %}\n{{ show(page) }}', part=macro)
    assert told.startswith("part.html:2:1: error[template]: ")


def test_a_template_that_extends_one_that_is_not_there_is_told(rendered: Render) -> None:
    told = rendered('<p>\n{% include "nowhere.html" %}')
    assert told.startswith(
        "page.html:2:1: error[template]: 'nowhere.html' not found in search path"
    )


def test_a_text_that_is_looked_up_by_a_value_and_missing_is_told(rendered: Render) -> None:
    told = rendered("\n{{ _(page.text) }}")
    assert told.startswith(
        "page.html:2:1: error[template]: “a <b> & 'c'” has no text in en."
        " (MissingTextError, first seen on en/a.html)."
    )


def test_a_mistake_in_python_within_a_template_is_told(rendered: Render) -> None:
    told = rendered("\n{{ page.text + 1 }}")
    assert told.startswith("page.html:2:1: error[template]: ")
    assert "(TypeError, first seen on en/a.html)" in told


def check(folder: Path, texts: dict[str, Texts], *required: str) -> str:
    write_files(folder, {"site.css": ""})
    return report.text(check_templates(folder, required, [*texts.values()]), folder)


def test_a_whole_set_of_templates_has_no_findings(texts: dict[str, Texts]) -> None:
    assert check_templates(BARE, TEMPLATES, [*texts.values()]) == ()


def test_every_missing_template_is_named(tmp_path: Path, texts: dict[str, Texts]) -> None:
    write_files(tmp_path, {"b.html": ""})
    hint = "A folder of templates is a whole set: copy the missing ones from templates/."
    assert check(tmp_path, texts, "c/d.html", "b.html", "a.html") == (
        f"a.html:1:1: error[template]: The template a.html is missing.\n   {hint}\n\n"
        f"c/d.html:1:1: error[template]: The template c/d.html is missing.\n   {hint}\n\n"
        "2 mistakes in 2 files; nothing was published."
    )


def test_a_missing_style_sheet_is_named(tmp_path: Path, texts: dict[str, Texts]) -> None:
    findings = check_templates(tmp_path, [], [*texts.values()])
    assert [finding.message for finding in findings] == ["The template site.css is missing."]


def test_without_texts_missing_templates_are_named_all_the_same(tmp_path: Path) -> None:
    shutil.copytree(BARE, tmp_path / "templates")
    (tmp_path / "templates" / "home.html").unlink()
    findings = check_templates(tmp_path / "templates", TEMPLATES, [])
    assert [finding.message for finding in findings] == ["The template home.html is missing."]


@pytest.mark.parametrize(
    ("template", "place", "message"),
    [
        ("a\n  {% if %}\n", "2:3", "Expected an expression, got 'end of statement block'."),
        ("a\n{{ b }\n", "2:1", "unexpected '}'."),
        (
            "{% for a in b %}\n\n",
            "2:1",
            (
                "Unexpected end of template. Jinja was looking for the following"
                " tags: 'endfor' or 'else'. The innermost block that needs to be closed is 'for'.\n"
            ),
        ),
        ("\n{% nonsense %}", "2:1", "Encountered unknown tag 'nonsense'."),
    ],
)
def test_a_template_that_cannot_be_read_is_told_at_its_line(
    tmp_path: Path, texts: dict[str, Texts], template: str, place: str, message: str
) -> None:
    write_files(tmp_path, {"parts/page.html": template})
    assert check(tmp_path, texts).startswith(f"parts/page.html:{place}: error[template]: {message}")


def test_a_text_without_a_translation_names_the_line_and_the_file_to_add_it_to(
    tmp_path: Path, texts: dict[str, Texts]
) -> None:
    write_files(tmp_path, {"page.html": '<p>\n  {{ _("Nowhere to be found") }}\n'})
    assert check(tmp_path, texts) == "\n".join(
        (
            *(
                f"page.html:2:3: error[text]: The text “Nowhere to be found” has no translation"
                f" into {language}.\n"
                "   |\n"
                ' 2 |   {{ _("Nowhere to be found") }}\n'
                "   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                f"   Add it to locales/{language}/microsite.po.\n"
                for language in ("en", "ru")
            ),
            "2 mistakes in 1 file; nothing was published.",
        )
    )


@pytest.mark.parametrize(
    "lookup",
    [
        '{{ ngettext("%(num)d bird", "%(num)d birds", 2) }}',
        '{{ pgettext("sky", "Home") }}',
        '{{ npgettext("sky", "%(num)d briefing", "%(num)d briefings", 2) }}',
        "{% trans %}A bird{% endtrans %}",
        '{{ gettext("A bird") }}',
    ],
)
def test_every_way_to_look_up_a_text_is_judged(
    tmp_path: Path, texts: dict[str, Texts], lookup: str
) -> None:
    write_files(tmp_path, {"page.html": f"\n{lookup}"})
    findings = check_templates(tmp_path, [], [texts["en"]])
    found = [(f.code, f.location.line) for f in findings if f.location.path.name == "page.html"]
    write_files(tmp_path, {"site.css": ""})
    found = [(f.code, f.location.line) for f in check_templates(tmp_path, [], [texts["en"]])]
    assert found == [(Code.TEXT, 2)]


def test_a_template_that_is_not_utf_8_is_told(tmp_path: Path, texts: dict[str, Texts]) -> None:
    write_files(tmp_path, {"page.html": "Мост".encode("cp1251")})
    assert check(tmp_path, texts).startswith("page.html:1:1: error[unreadable]: The file is not")
