"""Write the tables of docs/content.md anew: `.venv/bin/python -m docs.reference`.

Fields come from the models and their descriptions, codes from `diagnostics.Code`, the words of
dates from the code that says them. A block stands between `<!-- begin NAME -->` and
`<!-- end NAME -->`; what stands outside of blocks is written by hand.
"""  # noqa: INP001 -- a command beside the page it writes, not a package

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import UnionType
from typing import Annotated, Union, get_args, get_origin, get_type_hints

from pydantic import AfterValidator, BaseModel

from microsite.content import fact_matter, facts, fields, matter, site_file
from microsite.content import vocabulary_files as vocabulary
from microsite.content.links import IMAGES
from microsite.dates.edtf import parse
from microsite.dates.wording import words
from microsite.diagnostics import Code
from microsite.facts.units import PLAIN
from microsite.languages.texts import Texts
from microsite.languages.translations import load_texts
from microsite.pages.amounts import amount
from microsite.settings import check_base_url

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "content.md"

BLOCK = re.compile(r"(<!-- begin (?P<name>[a-z-]+) -->\n).*?(<!-- end (?P=name) -->)", re.DOTALL)

FORMS: dict[object, str] = {
    bool: "`true` or `false`",
    int: "whole number",
    str: "text",
    fields.Text: "text",
    fields.Slug: "`a-z`, `0-9`, hyphens",
    fields.Url: "web address",
    Annotated[str, AfterValidator(check_base_url)]: "web address",
    fields.Date: "EDTF date",
    fields.DateText: "EDTF date",
    fields.DateOrUnknown: "EDTF date, or `unknown`",
    fields.RegionCodes: "list of keys of `regions.yaml`",
    fields.PartnerCodes: "list of keys of `partners.yaml`",
    fields.PlaceKeys: "list of keys of `places.yaml`",
    fields.TopicKeys: "list of keys of `topics.yaml`",
    fields.RegionCode: "key of `regions.yaml`",
    fields.PartnerCode: "key of `partners.yaml`",
    fields.MeasureKey: "key of `measures.yaml`",
    fields.PersonKey: "key of `people.yaml`",
    fields.FactId: "`a-z`, `0-9`, hyphens",
    fields.Number: "number, or `[number, number]`",
    fields.Change: "change, or `[change, change]`",
    fields.Unit: "currency, or unit",
    fields.Period: "EDTF date, or `unknown`",
    fields.Base: f"EDTF date, or `{facts.NOT_STATED}`",
    fields.Qualifier: "one of " + ", ".join(f"`{words}`" for words in facts.QUALIFIERS),
    fields.Status: "one of " + ", ".join(f"`{words}`" for words in facts.STATUSES),
    dict[str, fields.Text]: "group: key → text",
    fields.Language: "language tag",
    site_file.Texts: "group: language → text",
    vocabulary.Names: "group: language → text",
}
"""A field's type -> how an editor is told to write it; a new type is a new row."""

REMEDIES: dict[Code, str] = {
    Code.UNREADABLE: "Save it as UTF-8; split a text of more than 2 MB; a pipe is no text.",
    Code.YAML: 'Go to the mark. Most often the value needs quotes: `title: "One: two"`.',
    Code.FRONT_MATTER: "Begin the file with a line of `---`, write the fields, then `---` again.",
    Code.DOUBLED_KEY: "Keep one of the two lines.",
    Code.UNKNOWN_KEY: "Correct the spelling as the report proposes, or delete the line.",
    Code.MISSING: "Add the field. A text that is not ready can carry `draft: true` instead.",
    Code.WRONG_TYPE: "Write a list as `[ONE, TWO]`, a group as `{field: value}`, a value alone.",
    Code.INVALID: "Do what the report says about this value.",
    Code.INVALID_DATE: "Write the date as in [the table of dates](#dates).",
    Code.UNKNOWN_TERM: "Use the key that the report proposes, or add an entry to the vocabulary.",
    Code.FILE_NAME: "Name it `<slug>.<language>.md`, the slug of `a-z`, `0-9`, hyphens; no links.",
    Code.LANGUAGE: "Let the file's name and `lang` agree, with a language of `site.yaml`.",
    Code.ORIGINAL: "Give each briefing exactly one file without `translated_from`.",
    Code.TRANSLATION: "Give it the heading ids of its original, and correct `translated_from`.",
    Code.FACT: "Do what the report says; see [Facts](#facts).",
    Code.EVIDENCE: "Copy words from the text, as many as it takes for them to stand there once.",
    Code.HEADING: "Write the attributes as in [Headings](#headings), and skip no level.",
    Code.MARKDOWN: "Write the mark as in [Markdown](#markdown); split what is too long or deep.",
    Code.LINK: "Name the file as seen from this one, or write the web address whole.",
    Code.IMAGE: "Put it into `content/media/` and describe it; save an SVG without scripts.",
    Code.COLLISION: "Rename one of the two files, or give one of the two entries another slug.",
    Code.VOCABULARY: "Correct the entry: key, slug, parent, or a name in each language.",
    Code.SETTINGS: "Correct `content/site.yaml`.",
    Code.TEXT: "Add or correct the text in `locales/<language>/microsite.po`.",
    Code.TEMPLATE: "Ask the maintainer: a file in `templates/` is at fault, not your text.",
}
"""What an editor does about a finding; a code without a remedy has no entry in the reference."""

DATES: tuple[tuple[str, Sequence[str]], ...] = (
    ("a day", ["2016-09-12"]),
    ("a month", ["2016-09"]),
    ("a year", ["2016"]),
    ("from one date to another", ["2016-06-08/2016-06-10", "2016-06/2016-09", "2016/2018"]),
    ("since then, without an end", ["2016-09-12/.."]),
    ("until then, without a beginning", ["../2016"]),
    ("since then, the end is not known", ["2016-09-12/"]),
    ("until then, the beginning is not known", ["/2016"]),
    ("near that date", ["2018-09~", "2016~"]),
    ("probably that date", ["2018-09?", "2016?"]),
    ("probably near that date", ["2018%"]),
    ("one part of the date is near, or probable", ["2018-~09", "2016-09-?12"]),
    ("a decade, a century", ["201X", "20XX"]),
    ("the month or the day is not known", ["2016-XX", "2016-09-XX"]),
    ("spring, summer, autumn, winter", ["2016-21", "2016-22", "2016-23", "2016-24"]),
    ("a quarter, 33 to 36", ["2018-33"]),
    ("four months, 37 to 39", ["2018-37"]),
    ("a half of a year, 40 and 41", ["2018-40"]),
    ("one of these", ['"[2016-06,2017-06]"', '"[2016..2018]"']),
    ("that date or later, or earlier", ['"[2016..]"', '"[..2016]"']),
    ("all of these", ['"{2016,2018}"']),
)
"""What is meant, and how it is written."""


def rewritten(page: str) -> str:
    """Give the page with all its blocks written anew."""
    return BLOCK.sub(lambda block: block[1] + BLOCKS[block["name"]]() + block[3], page)


def _table(head: Sequence[str], rows: Iterator[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def _fields(of: type[BaseModel], required: Sequence[str] = ()) -> Callable[[], str]:
    def table() -> str:
        hints = get_type_hints(of, include_extras=True)
        rows = (
            (
                f"`{info.alias or name}`",
                _form(hints[name]),
                "yes" if name in required or info.is_required() else "",
                info.description or "",
            )
            for name, info in of.model_fields.items()
        )
        return _table(("Field", "Form", "Required", "Meaning"), rows)

    return table


def _form(hint: object) -> str:
    """Say how a value of a type is written."""
    if hint in FORMS:
        return FORMS[hint]
    origin, inside = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _form(next(part for part in inside if part is not type(None)))
    if origin is Annotated:
        return _form(inside[0])
    if origin is tuple:
        form = _form(inside[0])
        return f"list of {form}s" if form in {"text", "language tag", "group"} else f"list: {form}"
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return "group"
    raise TypeError(f"{hint} has no row in FORMS of docs/reference.py")


def _codes() -> str:
    """List the codes with the sentence under each member, which exists in the source alone."""
    (body,) = ast.parse(textwrap.dedent(inspect.getsource(Code))).body
    assert isinstance(body, ast.ClassDef)  # noqa: S101 -- it is one
    meanings = {
        str(name.id): str(text.value)
        for member, sentence in zip(body.body, body.body[1:], strict=False)
        if isinstance(member, ast.Assign) and isinstance(sentence, ast.Expr)
        if isinstance(name := member.targets[0], ast.Name)
        if isinstance(text := sentence.value, ast.Constant)
    }
    rows = ((f"`{code}`", meanings[code.name], REMEDIES[code]) for code in Code)
    return _table(("Code", "What it means", "What to do"), rows)


def _dates() -> str:
    head = ("Meaning", "Write", "English page", "Russian page", "Needs `date_basis`")
    return _table(head, _date_rows(_texts("en"), _texts("ru")))


def _date_rows(english: Texts, russian: Texts) -> Iterator[Sequence[str]]:
    for meaning, notations in DATES:
        for index, notation in enumerate(notations):
            date = parse(notation.strip('"'))
            yield (
                "" if index else meaning,
                f"`{notation}`",
                words(date, english).text,
                words(date, russian).text,
                "" if date.is_exact else "yes",
            )


def _texts(language: str) -> Texts:
    texts, findings = load_texts(ROOT / "locales", language)
    if texts is None:
        raise ValueError(findings)
    return texts


def _units() -> str:
    return ", ".join(f"`{unit}`" for unit in PLAIN) + "\n"


def _figure(
    ends: tuple[str, ...] = (),
    unit: str = "",
    qualifier: str = "",
    change: tuple[str, ...] = (),
) -> facts.Figure:
    """Make a figure that is no more than a number."""
    return facts.Figure(
        id="",
        measure="",
        region="",
        partner="",
        title="",
        period="",
        days="",
        period_basis="",
        ends=ends,
        unit=unit,
        whole="",
        change=change,
        base="",
        qualifier=qualifier,
        planned=False,
        said_by="",
        evidence="",
    )


AMOUNTS: tuple[tuple[str, facts.Figure], ...] = (
    (
        "`value: 58000000`, `unit: USD`, `qualifier: more than`",
        _figure(("58000000",), "USD", "more than"),
    ),
    ("`value: [10, 15]`, `unit: percent`", _figure(("10", "15"), "percent")),
    ("`value: 0.5`, `unit: ha`, `qualifier: about`", _figure(("0.5",), "ha", "about")),
    ("`value: 16`, `unit: districts`", _figure(("16",), "districts")),
    ("`value: 3`, `unit: rank`", _figure(("3",), "rank")),
    ("`change: +66%`", _figure(change=("+66%",))),
    ("`change: -5%`", _figure(change=("-5%",))),
    ("`change: +1/3`", _figure(change=("+1/3",))),
    ("`change: ×6.5`", _figure(change=("×6.5",))),
    ("`change: [+10%, +15%]`", _figure(change=("+10%", "+15%"))),
)
"""How a number is written, and the figure that holds it."""


def _amounts() -> str:
    rows = (
        (written, *(amount(figure, _texts(language)) for language in ("en", "ru")))
        for written, figure in AMOUNTS
    )
    return _table(("Write", "English page", "Russian page"), rows)


def _images() -> str:
    return ", ".join(f"`{suffix}`" for suffix in sorted(IMAGES)) + "\n"


BLOCKS: dict[str, Callable[[], str]] = {
    "settings": _fields(site_file.SiteFile),
    "original": _fields(matter.OriginalMatter, matter.REQUIRED[matter.OriginalMatter]),
    "source": _fields(matter.SourceMatter),
    "change": _fields(matter.Change),
    "figure": _fields(fact_matter.FigureMatter),
    "event": _fields(fact_matter.EventMatter),
    "commitment": _fields(fact_matter.CommitmentMatter),
    "amounts": _amounts,
    "units": _units,
    "translation": _fields(matter.TranslationMatter, matter.REQUIRED[matter.TranslationMatter]),
    "translated-from": _fields(matter.TranslatedFrom),
    "page": _fields(matter.PageMatter, matter.REQUIRED[matter.PageMatter]),
    "term": _fields(vocabulary.TermEntry),
    "place": _fields(vocabulary.PlaceEntry),
    "person": _fields(vocabulary.PersonEntry),
    "office": _fields(vocabulary.OfficeEntry),
    "dates": _dates,
    "images": _images,
    "codes": _codes,
}
"""Block -> what it holds."""


if __name__ == "__main__":
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
