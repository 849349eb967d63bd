from __future__ import annotations

import ast
import posixpath
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

import pytest
from markdown_it import MarkdownIt

from docs import reference

ROOT = reference.ROOT
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("seeds/*.md")])
FENCE = re.compile(
    r"^(?P<indent> *)```(?P<language>\w*)\n(?P<code>.*?)^(?P=indent)```", re.DOTALL | re.MULTILINE
)
PARTS = ("\nStatus: ", "\n## Context\n", "\n## Decision\n", "\n## Consequences\n")
ROOM = re.compile(r"^\| `(?P<room>\w+)` \| [^|]+ \| (?P<imports>.*?) ?\|$", re.MULTILINE)


def build(*arguments: str | Path, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, root / "build.py", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def fenced(page: str, beginning: str) -> str:
    """Give the block of code in a page that begins so."""
    text = (ROOT / page).read_text("utf-8")
    blocks = (textwrap.dedent(block["code"]) for block in FENCE.finditer(text))
    return next(block for block in blocks if block.startswith(beginning))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "content", folder)
    return folder


def test_the_reference_is_what_the_code_says() -> None:
    page = reference.PAGE.read_text("utf-8")
    assert {block["name"] for block in reference.BLOCK.finditer(page)} == set(reference.BLOCKS)
    assert page == reference.rewritten(page), "run: .venv/bin/python -m docs.reference"


def links(page: Path) -> Iterator[str]:
    for token in MarkdownIt("commonmark").enable("table").parse(page.read_text("utf-8")):
        for child in token.children or ():
            address = child.attrs.get("href") or child.attrs.get("src")
            if address and not re.match(r"[a-z]+:", str(address)):
                yield unquote(str(address))


def anchors(page: Path) -> set[str]:
    """Give the ids that GitHub makes of a page's headings."""
    tokens = MarkdownIt("commonmark").parse(page.read_text("utf-8"))
    titles = [
        "".join(child.content for child in inline.children or ())
        for opening, inline in pairwise(tokens)
        if opening.type == "heading_open"
    ]
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(page: Path) -> None:
    for link in links(page):
        name, _, anchor = link.partition("#")
        target = Path(posixpath.normpath(page.parent / name)) if name else page
        assert target.exists(), link
        assert not anchor or anchor in anchors(target), link


def test_the_example_of_the_readme_passes_the_check(content: Path, tmp_path: Path) -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    named = re.search(r"`content/(briefings/[\w.-]+\.md)` with this text", readme)
    assert named
    (content / named[1]).write_text(fenced("README.md", "---\n"), encoding="utf-8")
    checked = build("check", "--content", content, "--cache", tmp_path / "cache")
    assert checked.returncode == 0, checked.stderr


def test_a_region_is_one_entry_in_one_file(content: Path, tmp_path: Path) -> None:
    regions, site = content / "vocabulary" / "regions.yaml", tmp_path / "site"
    entry = fenced("docs/how-to/add-a-region.md", "RU-CHI:\n")
    words = regions.read_text("utf-8").replace("\nRU-CHU:\n", f"\n{entry}\nRU-CHU:\n")
    regions.write_text(words, encoding="utf-8")
    options: list[str | Path] = [
        "--content",
        content,
        "--output",
        site,
        "--cache",
        tmp_path / "cache",
    ]
    built = build(*options)
    assert built.returncode == 0, built.stderr
    for page in ("about.html", "regions/index.html", "pairs/index.html"):
        assert "Chita Oblast" in (site / "en" / page).read_text("utf-8")
        assert "Читинская область" in (site / "ru" / page).read_text("utf-8")

    name = "briefings/omsk-exports-asia-pacific-2016.en.md"
    words = (content / name).read_text("utf-8").replace("[RU-OMS]", "[RU-OMS, RU-CHI]")
    (content / name).write_text(words, encoding="utf-8")
    built = build(*options)
    assert built.returncode == 0, built.stderr
    for page in ("regions/chita-oblast.html", "pairs/chita-oblast-china.html"):
        assert (site / "en" / page).is_file()


def test_a_figure_is_stated_word_for_word(content: Path, tmp_path: Path) -> None:
    page = "docs/how-to/state-a-figure.md"
    path = content / "briefings" / "amur-harbin-soybeans.en.md"
    facts = (fenced(page, "figures:\n"), fenced(page, "commitments:\n"))
    figure, text = (
        fenced("README.md", "---\n").replace("\n---\n\n", f"\n{''.join(of)}---\n\n", 1)
        for of in (facts[:1], facts)
    )
    words = f"translated_from: {{lang: en, change: 0}}\n{fenced(page, 'words:')}"
    russian = f"---\ntitle: Т\nsummary: С.\nlang: ru\n{words}---\n## Т {{#next}}\n\nТ.\n"
    path.write_text(figure.replace("\nA ship with 300", "\nA ship with 320"), encoding="utf-8")
    check: list[str | Path] = [
        sys.executable,
        ROOT / "build.py",
        "check",
        "--content",
        "content",
        "--cache",
        "cache",
    ]
    checked = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.stderr.startswith(fenced(page, "content/briefings/"))
    path.write_text(text, encoding="utf-8")
    path.with_name("amur-harbin-soybeans.ru.md").write_text(russian, encoding="utf-8")
    checked = subprocess.run(check, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def follow(step: re.Match[str], path: Path) -> None:
    """Do to a file what a block of a how-to shows: a difference, or all that it holds."""
    code = textwrap.dedent(step["code"])
    if step["language"] == "diff":
        lines = code.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] != "+")
        new = "".join(line[1:] for line in lines if line[0] != "-")
        before = path.read_text("utf-8")
        assert before.count(old) == 1, f"{path.name} does not hold once:\n{old}"
        code = before.replace(old, new)
    path.parent.mkdir(exist_ok=True)
    path.write_text(code, encoding="utf-8")


def test_an_index_is_added_word_for_word(tmp_path: Path) -> None:
    for folder in ("microsite", "templates", "locales", "content"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "build.py", tmp_path)
    page = (ROOT / "docs" / "how-to" / "add-an-index.md").read_text("utf-8")
    for step in FENCE.finditer(page):
        if step["language"] == "po":
            for texts in tmp_path.glob("locales/*/microsite.po"):
                words = texts.read_text("utf-8") + "\n" + textwrap.dedent(step["code"])
                texts.write_text(words, encoding="utf-8")
        else:
            named = re.findall(r"`((?:microsite|templates)/[\w/.]+)`", page[: step.start()])
            follow(step, tmp_path / named[-1])
    built = build(root=tmp_path)
    assert built.returncode == 0, built.stderr
    assert "Kaifeng" in (tmp_path / "site/en/places/kaifeng.html").read_text("utf-8")
    assert "places/index.html" in (tmp_path / "site/ru/index.html").read_text("utf-8")


def test_every_decision_has_its_four_parts() -> None:
    for page in sorted(ROOT.glob("docs/decisions/0*.md")):
        text = page.read_text("utf-8")
        assert text.startswith(f"# {int(page.name[:4])}. "), page
        parts = [text.find(part) for part in PARTS]
        assert -1 not in parts, page
        assert parts == sorted(parts), page


def imports() -> Iterator[tuple[str, str]]:
    """Give each room of the package with each other room that it imports."""
    for path in sorted((ROOT / "microsite").rglob("*.py")):
        room = path.relative_to(ROOT / "microsite").with_suffix("").parts[0]
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            package, *inside = node.module.split(".")
            if package == "microsite":
                names = inside[:1] or [alias.name for alias in node.names]
                yield from ((room, name) for name in names if name not in {room, "__version__"})


def test_rooms_import_what_the_architecture_allows() -> None:
    table = (ROOT / "docs" / "architecture.md").read_text("utf-8")
    allowed: dict[str, set[str]] = {}
    for row in ROOM.finditer(table):
        named = set(re.findall(r"`(\w+)`", row["imports"]))
        allowed[row["room"]] = {*allowed} if row["imports"] == "all above" else named
    for room, other in imports():
        assert other in allowed[room], f"{room} imports {other}"
