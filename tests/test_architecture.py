"""Hold the house to its plan: who may know whom, how large a room gets, what has to be said."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from jinja2 import Environment, FileSystemLoader, meta, nodes

from microsite.content.read import Content
from microsite.content.vocabulary import slug_of
from microsite.diagnostics import Code
from tests.building import LOCALES, ROOT, read_folder

PACKAGE = ROOT / "microsite"

ROOMS: tuple[tuple[str, ...], ...] = (
    ("diagnostics", "facts", "memo", "options", "routes", "workers"),
    ("source", "languages", "report"),
    ("dates", "ledger", "settings"),
    ("inputs", "content"),
    ("importer",),
    ("catalogue",),
    ("exports",),
    ("pages",),
    ("output",),
    ("shared",),
    ("planning",),
    ("pipeline",),
    ("run",),
    ("preview",),
    ("cli",),
)
"""A room knows only those before it; rooms of one row do not know each other.

`run` stands behind `pipeline` and imports it inside a function: it first sees whether there is
anything to build, and what builds takes longer to import than that.
"""

LINES = 260
"""A module that needs more usually holds two rooms."""

ONLY_A_LIST = {"pages/views.py"}
"""Modules that may be longer, because they hold nothing but definitions to look up."""

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """Name a module as imports do, without the package."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(path: Path) -> Iterator[str]:
    """Name the modules of the package that a module imports, wherever in it that stands."""
    modules = {name_of(module) for module in MODULES}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            if name.partition(".")[0] != "microsite":
                continue
            inside = name.removeprefix("microsite").removeprefix(".")
            while inside and inside not in modules:
                inside = inside.rpartition(".")[0]
            yield inside


IMPORTS = {name_of(path): sorted(set(imported(path))) for path in MODULES}


def test_every_room_has_its_place_in_the_order() -> None:
    rooms = {name.partition(".")[0] for name in IMPORTS} - {""}
    assert rooms == {room for row in ROOMS for room in row}


def test_no_room_knows_a_later_one() -> None:
    place = {room: number for number, row in enumerate(ROOMS) for room in row}
    backwards = []
    for module, others in IMPORTS.items():
        room = module.partition(".")[0]
        for other in others:
            known = other.partition(".")[0]
            if known and room and known != room and place[known] >= place[room]:
                backwards.append(f"{module} imports {other}")
    assert backwards == []


def test_imports_form_no_circle() -> None:
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, " imports ".join((*way, module))
        if module not in done:
            for other in IMPORTS[module]:
                visit(other, (*way, module))
            done.add(module)

    for module in IMPORTS:
        visit(module, ())


def imported_at_once(path: Path) -> Iterator[str]:
    """Name the modules that importing a module imports: not those inside functions."""
    body = ast.parse(path.read_text(encoding="utf-8")).body
    for node in body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_nothing_from_elsewhere_is_imported_before_something_is_known_to_have_changed() -> None:
    paths = {f"microsite.{name_of(path)}".removesuffix("."): path for path in MODULES}
    seen: set[str] = set()
    waiting = ["microsite.cli"]
    while waiting:
        name = waiting.pop()
        inside = name if name in paths else name.rpartition(".")[0]
        if inside in paths and inside not in seen:
            seen.add(inside)
            waiting += imported_at_once(paths[inside])
        elif inside not in paths:
            assert name.partition(".")[0] in sys.stdlib_module_names, name
    assert {"microsite.run", "microsite.ledger"} <= seen
    assert "microsite.pipeline" not in seen


def test_only_the_edge_prints_and_only_output_writes_the_site() -> None:
    publishing = ("pipeline", "preview", "output")
    allowed = {
        "print": ("cli", "importer.command", "preview"),
        "open_stage": publishing,
        "exchange": publishing,
        "replace_one": publishing,
    }
    for path in MODULES:
        module = name_of(path)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                rooms = allowed.get(node.func.id)
                assert rooms is None or module.startswith(rooms), f"{module}: {node.func.id}()"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_opens_with_a_sentence_and_stays_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    sentence = ast.get_docstring(ast.parse(text))
    assert sentence
    assert sentence.split("\n\n")[0].endswith(".")
    if path.relative_to(PACKAGE).as_posix() not in ONLY_A_LIST:
        assert text.count("\n") < LINES


def test_modules_are_middling_small() -> None:
    sizes = sorted(path.read_text(encoding="utf-8").count("\n") for path in MODULES)
    assert sizes[len(sizes) // 2] <= 140


CODES = [code.value for code in Code]


@pytest.mark.parametrize("code", CODES)
def test_a_case_shows_every_code(code: str) -> None:
    member = f"Code.{Code(code).name}"
    cases = [*(ROOT / "tests" / "cases").rglob("*.txt")]
    shown = any(f"error[{code}]" in case.read_text(encoding="utf-8") for case in cases)
    tests = [path for path in (ROOT / "tests").rglob("test_*.py") if path != Path(__file__)]
    texts = [path.read_text(encoding="utf-8") for path in tests]
    assert shown or any(f"error[{code}]" in text or member in text for text in texts)


@pytest.mark.parametrize("code", CODES)
def test_the_reference_of_the_content_explains_every_code(code: str) -> None:
    assert f"`{code}`" in (ROOT / "docs" / "content.md").read_text(encoding="utf-8")


def test_every_code_says_what_it_is() -> None:
    tree = ast.parse((PACKAGE / "diagnostics.py").read_text(encoding="utf-8"))
    (codes,) = (n for n in tree.body if isinstance(n, ast.ClassDef) and n.name == "Code")
    kinds = [type(node) for node in codes.body[1:]]
    assert kinds == [ast.Assign, ast.Expr] * len(Code)


def test_every_code_is_used() -> None:
    source = "\n".join(
        path.read_text(encoding="utf-8") for path in MODULES if path.name != "diagnostics.py"
    )
    assert [code for code in Code if not re.search(rf"\bCode\.{code.name}\b", source)] == []


Wanted = tuple[str, str, str]
"""The context of a text, the text, and its form for many."""


def wanted_in_code() -> Iterator[Wanted]:
    keywords = {
        "mark": None,
        "gettext": None,
        "ngettext": (1, 2),
        "pgettext": ((1, "c"), 2),
        "npgettext": ((1, "c"), 2, 3),
    }
    for path in MODULES:
        with path.open("rb") as file:
            for _, found, _, context in extract("python", file, keywords):
                parts = found if isinstance(found, tuple) else (found,)
                yield context or "", parts[0], parts[1] if len(parts) > 1 else ""


def templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        extensions=["jinja2.ext.i18n"],
    )


def template_sources() -> dict[str, str]:
    names = templates().list_templates(extensions=["html", "xml"])
    return {name: (ROOT / "templates" / name).read_text(encoding="utf-8") for name in names}


def wanted_in_templates() -> Iterator[Wanted]:
    env = templates()
    for name, source in template_sources().items():
        for line, function, message in env.extract_translations(source):  # type: ignore[attr-defined]  # the extension adds it
            parts = (
                [part for part in (*message,) if part] if isinstance(message, tuple) else [message]
            )
            assert all(parts), f"{name}:{line}: a text that is not written out"
            context = parts.pop(0) if function in {"pgettext", "npgettext"} else ""
            yield context, parts[0], parts[1] if len(parts) > 1 else ""


@pytest.mark.parametrize("language", sorted(path.name for path in LOCALES.iterdir()))
def test_the_texts_of_the_interface_are_those_that_are_used(language: str) -> None:
    with (LOCALES / language / "microsite.po").open("rb") as file:
        catalogue = read_po(file)
    there: set[Wanted] = set()
    for entry in catalogue:
        ids = entry.id if isinstance(entry.id, (list, tuple)) else (entry.id,)
        if ids[0]:
            there.add((str(entry.context or ""), ids[0], ids[1] if len(ids) > 1 else ""))
    wanted = {*wanted_in_code(), *wanted_in_templates()}
    assert wanted - there == set(), "used, but not in the file"
    assert there - wanted == set(), "in the file, but not used"


def test_there_are_texts_to_judge() -> None:
    assert len(set(wanted_in_code())) > 40
    assert len(set(wanted_in_templates())) > 40


def test_a_template_knows_the_page_and_the_site_and_nothing_else() -> None:
    env = templates()
    # `once` looks up what a macro gave for the same arguments.
    lookups = {"_", "gettext", "ngettext", "pgettext", "npgettext", "once"}
    for name, source in template_sources().items():
        tree = env.parse(source)
        # Jinja's analysis takes what stands above a block for unknown inside it.
        above = {
            name[1] if isinstance(name, tuple) else name
            for statement in tree.find_all(nodes.FromImport)
            for name in statement.names
        } | {macro.name for macro in tree.find_all(nodes.Macro)}
        free = meta.find_undeclared_variables(tree) - lookups - above
        assert free <= {"page", "site"}, name


@pytest.fixture(scope="module")
def content() -> Content:
    """Read the site's own content."""
    content, findings = read_folder(ROOT / "content")
    assert content is not None, findings
    return content


LANGUAGES = {"ru", "en", "zh-Hans", "ja"}


def test_the_regions_are_the_83_of_iso_3166_2(content: Content) -> None:
    regions = content.vocabulary.regions
    assert len(regions) == 83
    assert all(re.fullmatch(r"RU-[A-Z]{2,3}", code) for code in regions)


@pytest.mark.parametrize("name", ["regions", "partners", "places", "topics", "measures"])
def test_every_term_has_a_name_in_all_four_languages(content: Content, name: str) -> None:
    entries = getattr(content.vocabulary, name)
    assert entries
    assert {key: entry.name for key, entry in entries.items() if set(entry.name) != LANGUAGES} == {}
    assert all(text == text.strip() for entry in entries.values() for text in entry.name.values())


@pytest.mark.parametrize("name", ["regions", "partners"])
def test_codes_have_slugs_made_of_words(content: Content, name: str) -> None:
    entries = getattr(content.vocabulary, name)
    slugs = [slug_of(key, entry) for key, entry in entries.items()]
    assert len(set(slugs)) == len(slugs)
    assert [key for key, entry in entries.items() if entry.slug is None] == []


@pytest.mark.parametrize("name", ["regions", "partners", "measures"])
def test_no_two_terms_share_a_name(content: Content, name: str) -> None:
    seen: dict[tuple[str, str], str] = {}
    for key, entry in getattr(content.vocabulary, name).items():
        for language, text in entry.name.items():
            assert seen.setdefault((language, text), key) == key


def test_every_seed_has_a_briefing_and_every_briefing_its_seed(content: Content) -> None:
    seeds = {path.name for path in (ROOT / "seeds").glob("*.txt")}
    named = [b.source.seed for b in content.briefings if b.source.seed]
    assert sorted(named) == sorted(seeds)
    assert [b.slug for b in content.briefings if not b.source.seed] == []


def test_every_original_is_translated_into_the_other_languages(content: Content) -> None:
    languages = set(content.settings.languages)
    for briefing in content.briefings:
        assert {version.language for version in briefing.versions} == languages, briefing.slug


def test_every_page_exists_in_all_languages(content: Content) -> None:
    languages = set(content.settings.languages)
    for slug in {page.slug for page in content.pages}:
        assert {page.language for page in content.pages if page.slug == slug} == languages, slug
