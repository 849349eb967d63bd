"""Read a whole content folder: from files to briefings and pages that fit together."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

import markdown_it
import mdit_py_plugins
from pydantic import TypeAdapter, ValidationError

from microsite import routes
from microsite.content.body import Body
from microsite.content.briefings import Rendered, assemble
from microsite.content.documents import (
    Document,
    briefing_matter,
    page_matter,
    read_document,
)
from microsite.content.links import Linking, judge_links
from microsite.content.markdown import to_body
from microsite.content.model import Briefing, OriginalMatter, StaticPage
from microsite.content.vocabulary import Vocabulary
from microsite.content.vocabulary_files import FOLDER, VOCABULARIES, read_vocabulary
from microsite.diagnostics import Code, Diagnostic, Location, nearest
from microsite.memo import Memo, digest
from microsite.settings import FILE, Settings
from microsite.source.files import is_leftover

BRIEFINGS, PAGES, MEDIA = "briefings", "pages", "media"

_BODY = TypeAdapter(Body)


@dataclass(frozen=True, slots=True)
class Content:
    """Hold all that a content folder says."""

    folder: Path
    settings: Settings
    vocabulary: Vocabulary
    briefings: tuple[Briefing, ...]
    """In the order of their slugs, drafts included."""
    pages: tuple[StaticPage, ...]
    """In the order of slug and language, drafts included."""
    media: tuple[Path, ...]


def read_content(
    folder: Path, settings: Settings, memo: Memo
) -> tuple[Content | None, tuple[Diagnostic, ...]]:
    """Read a content folder; the mistakes of all its files come in one list.

    `folder` is absolute. Raises: OSError, where the machine is at fault.
    """
    reading = read_vocabulary(folder, settings.languages)
    findings, spellings = reading.findings, reading.spellings
    findings += _unknown(folder)
    files = {name: _list(folder / name) for name in (BRIEFINGS, PAGES, MEDIA)}
    for name in (BRIEFINGS, PAGES):
        findings += _collisions({path: path.name for path in files[name]})
    # Pictures keep their folders in their addresses, texts do not.
    media = {path: path.relative_to(folder / MEDIA).as_posix() for path in files[MEDIA]}
    findings += _collisions(media)
    rendered: dict[str, list[Rendered]] = {BRIEFINGS: [], PAGES: []}
    broken: set[str] = set()
    for name, matter_of in ((BRIEFINGS, briefing_matter), (PAGES, page_matter)):
        for path in files[name]:
            document, found = read_document(
                path, settings.languages, matter_of, {"terms": spellings}
            )
            findings += found
            if document is None or document.matter is None:
                broken.add(path.name.partition(".")[0])
            if document is not None:
                body, found = _render(folder, document, memo)
                findings += found
                rendered[name].append(Rendered(document, body))
    whole = [item for item in rendered[BRIEFINGS] if item.document.matter is not None]
    briefings, found = assemble(whole, broken, settings.languages, spellings)
    findings += found
    linking = [
        Linking(item.document.source, item.body, _is_draft(item, items))
        for items in rendered.values()
        for item in items
    ]
    texts = (*files[BRIEFINGS], *files[PAGES])
    findings += tuple(judge_links(linking, texts, files[MEDIA]))
    if findings or reading.vocabulary is None:
        return None, findings
    pages = tuple(map(_static_page, rendered[PAGES]))
    return Content(folder, settings, reading.vocabulary, briefings, pages, files[MEDIA]), ()


@cache
def _revision() -> str:
    """Tell one state of what renders bodies from another, so that nobody has to raise a number."""
    package = Path(__file__).parent.parent
    code = [
        *sorted((package / "content").glob("*.py")),
        *sorted((package / "languages").glob("*.py")),
        package / "routes.py",
    ]
    versions = (markdown_it.__version__, mdit_py_plugins.__version__)
    return digest(*versions, *(path.read_text(encoding="utf-8") for path in code))


def _list(folder: Path) -> tuple[Path, ...]:
    """List the files below a folder, in the order of their paths."""
    paths = []
    for parent, folders, names in os.walk(folder, onerror=_raise):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths += [Path(parent, name) for name in names if not is_leftover(name)]
    return tuple(sorted(paths))


def _raise(error: OSError) -> None:
    """Let a folder be absent, but not unreadable: its pages would be taken off the site."""
    if not isinstance(error, FileNotFoundError):
        raise error


def _unknown(folder: Path) -> tuple[Diagnostic, ...]:
    """Find what lies in the content folder and is no part of it: a misspelt folder hides texts."""
    places = {
        folder: (FILE, FOLDER, BRIEFINGS, PAGES, MEDIA),
        folder / FOLDER: tuple(f"{name}.yaml" for name in VOCABULARIES),
    }
    findings = []
    for place, known in places.items():
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            is_note = path.name.lower().startswith(("readme", "license"))
            if path.name not in known and not is_note and not is_leftover(path.name):
                near = nearest(path.name, known)
                hint = f"Did you mean {near}?" if near else "Known are: " + ", ".join(known) + "."
                message = f"“{path.name}” is no part of a content folder, and would be ignored."
                findings.append(Diagnostic(Location(path), Code.FILE_NAME, message, hint))
    return tuple(findings)


def _collisions(names: Mapping[Path, str]) -> tuple[Diagnostic, ...]:
    """Find files whose names, as they count in addresses, differ in nothing that readers see."""
    findings = []
    first: dict[str, Path] = {}
    for path, name in names.items():
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in first:
            message = f"This file would have the same address as {first[folded].name}."
            if path.name == first[folded].name:
                message = f"A file of this name stands in {first[folded].parent.name}/ too."
            hint = "Rename one of the two: capital letters, or the same letters written with other"
            hint += " characters, make no difference."
            findings.append(Diagnostic(Location(path), Code.COLLISION, message, hint))
        first.setdefault(folded, path)
    return tuple(findings)


def _render(folder: Path, document: Document, memo: Memo) -> tuple[Body, tuple[Diagnostic, ...]]:
    source, language = document.source, document.name.language
    here = PurePosixPath(source.path.relative_to(folder).as_posix())
    page = routes.of_source(here) or ""

    def address(target: Path) -> str | None:
        inside = os.path.relpath(target, folder).replace(os.sep, "/")
        route = routes.of_source(PurePosixPath(inside))
        return routes.relative(page, route) if route else None

    key = digest(_revision(), str(source.path), language, str(document.body_line), document.body)
    kept = memo.recall(key)
    if kept is not None:
        try:
            return _BODY.validate_json(kept), ()
        except ValidationError:
            pass  # a damaged cache is an empty one
    body, findings = to_body(source, document.body, document.body_line, language, address)
    if not findings:
        memo.remember(key, _BODY.dump_json(body).decode())
    return body, findings


def _is_draft(item: Rendered, items: Sequence[Rendered]) -> bool:
    """Tell whether readers cannot open a file: a draft original holds back its translations."""
    slug = item.document.name.slug
    matters = [
        other.document.matter
        for other in items
        if other is item
        or (other.document.name.slug == slug and isinstance(other.document.matter, OriginalMatter))
    ]
    return any(matter is not None and matter.draft for matter in matters)


def _static_page(item: Rendered) -> StaticPage:
    document, matter = item.document, item.document.matter
    assert matter is not None  # noqa: S101 -- a page without one is a finding
    return StaticPage(
        slug=document.name.slug,
        language=document.name.language,
        title=matter.title or document.name.slug,
        summary=matter.summary or "",
        body=item.body,
        path=document.source.path,
        draft=matter.draft,
    )
