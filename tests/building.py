"""Make small content folders and what comes of them; the tests that need whole texts share it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

from microsite import report
from microsite.catalogue.catalogue import Catalogue, arrange, published
from microsite.catalogue.stated import registers_of
from microsite.content.groups import unpack
from microsite.content.model import StaticPage, Version, Writing
from microsite.content.read import Content, read_content
from microsite.content.site_file import read_settings
from microsite.content.vocabulary_files import read_vocabulary
from microsite.diagnostics import Diagnostic
from microsite.languages.texts import Texts
from microsite.languages.translations import load_texts
from microsite.memo import Memo, digest
from microsite.options import Options
from microsite.output.manifest import MANIFEST
from microsite.pages.edition import Edition
from microsite.pages.frames import site
from microsite.pages.outputs import Output, Piece
from microsite.pages.plan import plan
from microsite.pages.views import Site
from microsite.run import run
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
    if settings is None:
        return None, findings
    vocabulary = read_vocabulary(folder, settings.languages)
    if memo:
        reading = read_content(folder, settings, vocabulary, memo)
    else:
        with Memo() as passing:
            reading = read_content(folder, settings, vocabulary, passing)
    return reading.content, reading.findings


def bodies_from(folder: Path) -> dict[str, str]:
    """Read a content folder without mistakes; give the HTML of each text by its path there."""
    settings, findings = read_settings(folder)
    assert settings is not None, findings
    with Memo() as memo:
        content = read_content(
            folder, settings, read_vocabulary(folder, settings.languages), memo
        ).content
        assert content is not None
        texts: list[Version | StaticPage] = [*content.pages]
        texts += [version for briefing in content.briefings for version in briefing.versions]
        return {text.path: unpack(memo.require(text.body)).html for text in texts}


def content_from(folder: Path, files: Files, memo: Memo | None = None) -> Content:
    """Make a content folder that has no mistakes, and read it."""
    content, findings = read_folder(make_content(folder, files), memo)
    assert content is not None, findings
    return content


def catalogue_from(folder: Path, files: Files, *, drafts: bool = False) -> Catalogue:
    """Arrange what such a folder holds."""
    content = content_from(folder, files)
    return arrange(published(content.briefings, drafts=drafts))


def texts_in(language: str) -> Texts:
    """Load the texts of the interface."""
    texts, findings = load_texts(LOCALES, language)
    assert texts is not None, findings
    return texts


@dataclass(frozen=True)
class Trial:
    """Hold a small site that is ready to be planned."""

    editions: tuple[Edition, ...]
    catalogue: Catalogue
    pages: tuple[StaticPage, ...]
    bodies: Mapping[str, str]
    """The key of each text's body in the memo, by its file."""

    def plan(self) -> tuple[Output, ...]:
        """Plan its pages."""
        return tuple(
            sorted(plan(self.editions, self.catalogue, self.pages).outputs, key=attrgetter("path"))
        )


def trial_from(
    folder: Path,
    files: Files,
    *,
    drafts: bool = False,
    preview: bool = False,
    memo: Memo | None = None,
) -> Trial:
    """Make the editions and the catalogue of such a folder, as the pipeline does.

    With a memo, the bodies can be had from there.
    """
    content = content_from(folder, files, memo)
    briefings = published(content.briefings, drafts=drafts)
    pages = tuple(page for page in content.pages if drafts or not page.draft)
    registers = registers_of(briefings)
    editions = tuple(
        _edition(content, pages, registers, language, drafts=drafts, preview=preview)
        for language in content.settings.languages
    )
    texts: list[Writing] = [version for briefing in briefings for version in briefing.versions]
    texts += pages
    bodies = {text.path: text.body for text in texts}
    return Trial(editions, arrange(briefings), pages, bodies)


def _edition(  # noqa: PLR0913 -- all that editions differ by
    content: Content,
    pages: Iterable[StaticPage],
    registers: tuple[str, ...],
    language: str,
    *,
    drafts: bool,
    preview: bool,
) -> Edition:
    texts = texts_in(language)
    held = tuple((page.slug, page.title) for page in pages if page.language == language)
    said = (content.settings, content.vocabulary, held, registers, language, drafts, preview)
    return Edition(
        language=language,
        texts=texts,
        settings=content.settings,
        vocabulary=content.vocabulary,
        pages=held,
        repository_path="content",
        digest=digest(texts.digest, repr(said)),
        registers=registers,
        drafts=drafts,
        preview=preview,
    )


def view_of(output: Output, html: str = "<p>Text.</p>\n") -> tuple[Any, Site]:
    """Make the view of an output; a body is taken to be `html`. Data are their own view."""
    body = (html,) if output.text else ()
    made = output.make(output.edition, output.path, *output.inputs, *body)
    if isinstance(made, tuple):
        return made
    data = b"".join(piece.make() if isinstance(piece, Piece) else piece for piece in made)
    return data, site(output.edition, output.path)


def options_for(content: Path, templates: Path = BARE, cache: Path | None = None) -> Options:
    """Give the options of a build with the interface texts of the repository."""
    return Options(content=content, templates=templates, locales=LOCALES, cache=cache)


def site_of(options: Options) -> dict[str, bytes]:
    """Build a site that has no mistakes into a folder of its own; give its files by their paths."""
    with tempfile.TemporaryDirectory() as name:
        result = run(options, Path(name) / "site")
        assert not result.findings, report.text(result.findings[:3], options.content)
        return tree_of(Path(name) / "site", without=[MANIFEST])


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
