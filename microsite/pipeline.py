"""Tell the build from top to bottom: read, arrange, plan, render, publish.

Each stage hands a value to the next; none reaches back. With any finding, nothing is published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from microsite import routes
from microsite.catalogue.catalogue import arrange, published
from microsite.content.read import MEDIA, Content, read_content
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.languages.texts import FILE, MissingTextError, Texts, load_texts
from microsite.memo import Memo
from microsite.output.publish import Published, publish
from microsite.output.render import beside_templates, check_templates, render
from microsite.pages.edition import Edition
from microsite.pages.outputs import Output
from microsite.pages.plan import TEMPLATES, collisions, plan
from microsite.settings import read_settings

Progress = Callable[[Iterable[Any], int], Iterable[Any]]
"""Passes things on one by one while it shows how many of the total have gone by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Hold what the command line says; all paths are absolute."""

    content: Path
    templates: Path
    locales: Path
    cache: Path | None
    repository_path: str = "content"
    """Where the content folder stands in the repository."""
    overrides: Mapping[str, Any] = field(default_factory=dict)
    """Settings that the command line replaces."""
    drafts: bool = False
    preview: bool = False


@dataclass(frozen=True, slots=True)
class Build:
    """Hold a rendered site, or what stands against it."""

    findings: tuple[Diagnostic, ...]
    """In the order of their places, each once."""
    files: Mapping[str, bytes]
    """Output path -> bytes; empty with any finding."""
    pages: int = 0
    has_base_url: bool = False


def build(options: Options, progress: Progress = lambda things, _: things) -> Build:
    """Render the whole site without writing it.

    Raises: OSError, where the machine is at fault.
    """
    memo = Memo(options.cache)
    settings, findings = read_settings(options.content, options.overrides)
    if settings is None:
        return _failed(findings)
    content, findings = read_content(options.content, settings, memo)
    memo.save()
    loaded = [load_texts(options.locales, language) for language in settings.languages]
    texts = [text for text, _ in loaded if text]
    findings += tuple(finding for _, found in loaded for finding in found)
    findings += check_templates(options.templates, TEMPLATES, texts)
    if content is None or findings:
        return _failed(findings)
    try:
        editions = _editions(content, texts, options)
        outputs = plan(editions)
    except MissingTextError as error:
        place = Location(options.locales / error.language / FILE)
        return _failed((Diagnostic(place, Code.TEXT, str(error), "Add it to the file."),))
    static = _static_files(content, editions[0], options.templates)
    named = [*((o.path, o.origin) for o in outputs), *((path, path) for path in static)]
    findings = collisions(named, options.content)
    files = dict(static)
    by_language = {text.language: text for text in texts}
    rendered = render(outputs, options.templates, by_language)
    for output, result in progress(rendered, len(outputs)):
        if isinstance(result, Diagnostic):
            # One slip in a template shows on every page that uses it; it is told once.
            if result.location not in {finding.location for finding in findings}:
                findings += (result,)
        else:
            files[output.path] = result
    if findings:
        return _failed(findings)
    return Build((), files, _count_pages(outputs), bool(settings.base_url))


def write(built: Build, folder: Path) -> Published:
    """Publish a rendered site."""
    return publish(built.files, folder)


def _failed(findings: Iterable[Diagnostic]) -> Build:
    return Build(tuple(sorted(set(findings))), {})


def _editions(content: Content, texts: Iterable[Texts], options: Options) -> tuple[Edition, ...]:
    briefings = published(content.briefings, drafts=options.drafts)
    catalogue = arrange(briefings, content.vocabulary)
    return tuple(
        Edition(
            language=text.language,
            texts=text,
            settings=content.settings,
            catalogue=catalogue,
            pages=tuple(p for p in content.pages if options.drafts or not p.draft),
            repository_path=options.repository_path,
            folder=content.folder,
            drafts=options.drafts,
            preview=options.preview,
        )
        for text in texts
    )


def _static_files(content: Content, edition: Edition, templates: Path) -> dict[str, bytes]:
    """Gather what is published as it stands: the media that published texts name, and the looks."""
    bodies = [v.body for briefing in edition.catalogue.briefings for v in briefing.versions]
    bodies += [page.body for page in edition.pages]
    named = {link.target for body in bodies for link in (*body.images, *body.links)}
    files = {
        routes.media(path.relative_to(content.folder / MEDIA).as_posix()): path.read_bytes()
        for path in content.media
        if path in named
    }
    files |= {path.name: path.read_bytes() for path in beside_templates(templates)}
    files[routes.NO_JEKYLL] = b""
    return files


def _count_pages(outputs: Iterable[Output]) -> int:
    return sum(output.path.endswith(".html") for output in outputs)
