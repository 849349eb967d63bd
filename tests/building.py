"""Make small content folders and what comes of them; the tests that need whole texts share it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from microsite.catalogue.catalogue import Catalogue, arrange, published
from microsite.content.read import Content, read_content
from microsite.diagnostics import Diagnostic
from microsite.languages.texts import Texts, load_texts
from microsite.memo import Memo
from microsite.pages.edition import Edition
from microsite.pipeline import Options
from microsite.settings import read_settings
from tests.conftest import CASES

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"
BARE = ROOT / "tests" / "sites" / "templates"
"""A whole set of templates that show little."""

Files = Mapping[str, str | bytes]


def original(  # noqa: PLR0913 -- one argument for each field
    *,
    title: str = "A bridge",
    summary: str = "It is planned.",
    lang: str = "en",
    date: str = "2016-09-12",
    regions: str = "RU-OMS",
    partners: str = "CN",
    more: str = "",
    body: str = "Text.",
) -> str:
    """Write the file of an original; `more` holds further lines of front matter."""
    fields = (
        f"title: {title}\nsummary: {summary}\nlang: {lang}\ndate: {date}\n"
        f"regions: [{regions}]\npartners: [{partners}]\n"
    )
    return f"---\n{fields}{_lines(more)}---\n{body}\n"


def translation(  # noqa: PLR0913 -- one argument for each field
    *,
    title: str = "Мост",
    summary: str = "Он запланирован.",
    lang: str = "ru",
    of: str = "en",
    more: str = "",
    body: str = "Текст.",
) -> str:
    """Write the file of a translation."""
    fields = (
        f"title: {title}\nsummary: {summary}\nlang: {lang}\n"
        f"translated_from: {{lang: {of}, change: 0}}\n"
    )
    return f"---\n{fields}{_lines(more)}---\n{body}\n"


def write_files(folder: Path, files: Files) -> None:
    """Write files by their paths in a folder."""
    for name, inside in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(inside if isinstance(inside, bytes) else inside.encode())


def make_content(folder: Path, files: Files) -> Path:
    """Make a content folder: the small vocabulary and settings of the cases, and these files."""
    shutil.copytree(CASES / "base", folder)
    write_files(folder, files)
    return folder


def read_folder(
    folder: Path, memo: Memo | None = None
) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Read settings and content."""
    settings, findings = read_settings(folder)
    return read_content(folder, settings, memo or Memo()) if settings else (None, findings)


def content_from(folder: Path, files: Files) -> Content:
    """Make a content folder that has no mistakes, and read it."""
    content, findings = read_folder(make_content(folder, files))
    assert content is not None, findings
    return content


def catalogue_from(folder: Path, files: Files, *, drafts: bool = False) -> Catalogue:
    """Arrange what such a folder holds."""
    content = content_from(folder, files)
    return arrange(published(content.briefings, drafts=drafts), content.vocabulary)


def texts_in(language: str) -> Texts:
    """Load the texts of the interface."""
    texts, findings = load_texts(LOCALES, language)
    assert texts is not None, findings
    return texts


def editions_from(folder: Path, files: Files, *, drafts: bool = False) -> tuple[Edition, ...]:
    """Make the editions of such a folder, as the pipeline does."""
    content = content_from(folder, files)
    catalogue = arrange(published(content.briefings, drafts=drafts), content.vocabulary)
    return tuple(
        Edition(
            language=language,
            texts=texts_in(language),
            settings=content.settings,
            catalogue=catalogue,
            pages=tuple(page for page in content.pages if drafts or not page.draft),
            repository_path="content",
            folder=content.folder,
            drafts=drafts,
        )
        for language in content.settings.languages
    )


def options_for(content: Path, templates: Path = BARE, cache: Path | None = None) -> Options:
    """Give the options of a build with the interface texts of the repository."""
    return Options(content=content, templates=templates, locales=LOCALES, cache=cache)


def tree_of(folder: Path, *, without: Iterable[str] = ()) -> dict[str, bytes]:
    """Give all files below a folder by their paths there."""
    paths = {path: path.relative_to(folder).as_posix() for path in folder.rglob("*")}
    left_out = {*without}
    return {
        name: path.read_bytes()
        for path, name in sorted(paths.items())
        if path.is_file() and name not in left_out
    }


def _lines(text: str) -> str:
    return f"{text.rstrip()}\n" if text.strip() else ""
