from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import Environment, StrictUndefined

from microsite.diagnostics import Code, Location
from microsite.languages.texts import (
    MissingTextError,
    Texts,
    WantedText,
    missing,
    plural_index,
)
from microsite.languages.translations import load_texts

LOCALES = Path(__file__).parents[2] / "locales"

HEADER = r"""msgid ""
msgstr ""
"Language: ru\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
"n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\n"
"""

BRIEFINGS = """
msgid "%(num)s briefing"
msgid_plural "%(num)s briefings"
msgstr[0] "%(num)s справка"
msgstr[1] "%(num)s справки"
msgstr[2] "%(num)s справок"

msgid "Home"
msgstr "Главная"

msgctxt "verb"
msgid "Search"
msgstr "Найти"

msgctxt "noun"
msgid "Search"
msgstr "Поиск"

msgctxt "list"
msgid "%(num)s place"
msgid_plural "%(num)s places"
msgstr[0] "%(num)s место"
msgstr[1] "%(num)s места"
msgstr[2] "%(num)s мест"
"""


def load(
    folder: Path, text: str, language: str = "ru"
) -> tuple[Texts | None, list[tuple[int, str]]]:
    path = folder / language / "microsite.po"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    texts, findings = load_texts(folder, language)
    assert all(finding.code == Code.TEXT for finding in findings)
    assert all(finding.location.path == path for finding in findings)
    return texts, [(finding.location.line, finding.message) for finding in findings]


@pytest.fixture
def texts(tmp_path: Path) -> Texts:
    texts, findings = load(tmp_path, HEADER + BRIEFINGS)
    assert texts is not None
    assert findings == []
    return texts


def test_a_text_is_found_with_and_without_its_context(texts: Texts) -> None:
    assert texts.gettext("Home") == "Главная"
    assert texts.pgettext("verb", "Search") == "Найти"
    assert texts.pgettext("noun", "Search") == "Поиск"


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (0, "справок"),
        (1, "справка"),
        (3, "справки"),
        (11, "справок"),
        (21, "справка"),
        (114, "справок"),
    ],
)
def test_a_number_chooses_the_plural_form(texts: Texts, number: int, word: str) -> None:
    form = texts.ngettext("%(num)s briefing", "%(num)s briefings", number)
    assert form == f"%(num)s {word}"


def test_a_text_without_translation_is_never_replaced(texts: Texts) -> None:
    with pytest.raises(MissingTextError, match="“Search” has no text in ru"):
        texts.gettext("Search")
    with pytest.raises(MissingTextError, match="“page” / “pages” has no text in ru"):
        texts.ngettext("page", "pages", 1)
    with pytest.raises(MissingTextError, match="“Home” / “Homes” has no text in ru"):
        texts.ngettext("Home", "Homes", 2)


def test_missing_texts_are_listed_in_their_order(texts: Texts) -> None:
    wanted = [
        WantedText("Search"),
        WantedText("Home"),
        WantedText("Home", plural="Homes"),
        WantedText("%(num)s briefing", plural="%(num)s briefings"),
        WantedText("Search", context="adjective"),
        WantedText("Search", context="verb"),
    ]
    assert missing(texts, wanted) == (wanted[0], wanted[2], wanted[4])


def test_templates_speak_the_language(texts: Texts) -> None:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, extensions=["jinja2.ext.i18n"]
    )
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # added by the extension
        texts.gettext,
        texts.ngettext,
        newstyle=True,
        pgettext=texts.pgettext,
        npgettext=texts.npgettext,
    )
    template = environment.from_string(
        "{{ _('Home') }}, {{ pgettext('noun', 'Search') }}, "
        "{% trans num=n %}{{ num }} briefing{% pluralize %}{{ num }} briefings{% endtrans %}, "
        "{{ npgettext('list', '%(num)s place', '%(num)s places', n) }}"
    )
    assert template.render(n=22) == "Главная, Поиск, 22 справки, 22 места"
    with pytest.raises(MissingTextError):
        environment.from_string("{{ _('Away') }}").render()


def test_the_header_may_name_a_country_for_dates_and_numbers(tmp_path: Path) -> None:
    header = HEADER.replace("Language: ru", "Language: en_GB")
    texts, _ = load(tmp_path, header, "en")
    assert texts is not None
    assert (texts.language, str(texts.locale)) == ("en", "en_GB")


def test_without_a_language_in_the_header_the_folder_names_it(tmp_path: Path) -> None:
    texts, findings = load(tmp_path, 'msgid "a"\nmsgstr "b"\n', "zh-Hans")
    assert texts is not None
    assert (str(texts.locale), texts.gettext("a"), findings) == ("zh_Hans", "b", [])


def test_a_language_without_texts_is_reported(tmp_path: Path) -> None:
    texts, (finding,) = load_texts(tmp_path, "ja")
    assert texts is None
    assert finding.location == Location(tmp_path / "ja" / "microsite.po")
    assert finding.message == "There are no texts of the interface in ja: the file is missing."
    assert finding.hint == "Copy the file of another language here, and translate it."


def test_bytes_that_are_not_text_are_reported(tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "microsite.po").write_bytes(b'msgid "\xff"')
    texts, (finding,) = load_texts(tmp_path, "ru")
    assert (texts, finding.message) == (None, "The file cannot be read as UTF-8 text.")


@pytest.mark.parametrize(
    ("entry", "line", "message"),
    [
        (
            'msgid "a"\nmsgstr "b',
            8,
            'A line of a PO file is a comment, or a keyword and a text in "quotes".',
        ),
        (
            'msgid "a"\nmsgstr "b" c',
            8,
            'A line of a PO file is a comment, or a keyword and a text in "quotes".',
        ),
        (
            'msgid "a"\n<<<<<<<',
            8,
            'A line of a PO file is a comment, or a keyword and a text in "quotes".',
        ),
        (
            'msgid "a"\nmsgid "b"\nmsgstr "c"',
            8,
            "msgid cannot stand here; msgid_plural or msgstr can.",
        ),
        ('msgid "a"\nmsgid_plural "b"', 8, "The last text has no msgstr."),
        (
            'msgid "a"\nmsgid_plural "as"\n'
            + "".join(f'msgstr[{form}] "b"\n' for form in range(4)),
            7,
            "This is not a PO file: msg has more translations than num_plurals of catalog.",
        ),
    ],
)
def test_what_is_not_a_po_file_is_reported_at_its_line(
    tmp_path: Path, entry: str, line: int, message: str
) -> None:
    assert load(tmp_path, HEADER + entry) == (None, [(line, message)])


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("Language: tlh", "The header does not hold: unknown locale 'tlh'."),
        ("Language: en", "The file of ru says in its header that its language is en."),
        (
            "Plural-Forms: nplurals=2; plural=n>;",
            "The header does not hold: unexpected end of plural form.",
        ),
        (
            "Plural-Forms: nplurals=3; plural=n>1;",
            "Plural-Forms has nplurals=3, and a rule that gives 2.",
        ),
        (
            "Plural-Forms: nplurals=x; plural=0;",
            "The header cannot be read: invalid literal for int() with base 10: 'x'.",
        ),
    ],
)
def test_a_header_that_does_not_hold_is_reported(tmp_path: Path, header: str, message: str) -> None:
    text = f'msgid ""\nmsgstr ""\n"{header}\\n"\n'
    assert load(tmp_path, text) == (None, [(1, message)])


def test_a_text_before_any_keyword_is_reported(tmp_path: Path) -> None:
    assert load(tmp_path, '"a"\n') == (None, [(1, "A text stands here without its keyword.")])


@pytest.mark.parametrize(
    ("entry", "line", "message"),
    [
        ('msgid "a"\nmsgstr ""', 7, "This text has no translation, or not in all its forms."),
        (
            'msgid "a"\nmsgid_plural "as"\nmsgstr[0] "b"\nmsgstr[1] "b"',
            7,
            "This text has no translation, or not in all its forms.",
        ),
        (
            '#, fuzzy\nmsgid "a"\nmsgstr "b"',
            8,
            "This translation is marked “fuzzy”: check it, and delete the mark.",
        ),
        ('msgid "%(a)s"\nmsgstr "b"', 7, "The translation lacks %(a)s."),
        ('msgid "a"\nmsgstr "%(b)s"', 7, "The translation has %(b)s, which is not in the text."),
        ('msgid "a"\nmsgstr "100 %"', 7, "A percent sign is written %% in a translation."),
        ('msgid "a"\nmsgstr "%(a) s"', 7, "A percent sign is written %% in a translation."),
        (
            'msgid "a"\nmsgstr "b"\n\n#. again\nmsgid "a"\nmsgstr "c"',
            11,
            "This text has a translation above already; delete one.",
        ),
    ],
)
def test_a_wrong_translation_is_reported_at_its_line(
    tmp_path: Path, entry: str, line: int, message: str
) -> None:
    texts, findings = load(tmp_path, HEADER + entry + "\n")
    assert findings == [(line, message)]
    assert texts is not None


def test_a_finding_shows_its_line(tmp_path: Path) -> None:
    load(tmp_path, HEADER + 'msgid "a"\nmsgstr "b\n')
    _, (finding,) = load_texts(tmp_path, "ru")
    assert finding.excerpt == 'msgstr "b'


def test_one_plural_form_may_leave_out_the_number(tmp_path: Path) -> None:
    forms = 'msgstr[0] "%(num)s"\nmsgstr[1] "два"\nmsgstr[2] "%(num)s"\n'
    assert load(tmp_path, HEADER + 'msgid "one"\nmsgid_plural "%(num)s"\n' + forms)[1] == []


def test_entries_out_of_use_are_not_read(tmp_path: Path) -> None:
    texts, findings = load(tmp_path, HEADER + '\n#~ msgid "a"\n#~ msgstr ""\n')
    assert texts is not None
    assert (dict(texts.messages), findings) == ({}, [])


def test_a_rule_that_is_not_one_is_refused() -> None:
    with pytest.raises(ValueError, match="unexpected end"):
        plural_index("n +")


@pytest.mark.parametrize(
    "path", sorted(LOCALES.glob("*/microsite.po")), ids=lambda path: path.parent.name
)
def test_the_texts_of_the_site_have_no_findings(path: Path) -> None:
    assert load_texts(LOCALES, path.parent.name)[1] == ()
