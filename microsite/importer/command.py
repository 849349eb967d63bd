"""Import files: read each, write its draft, say what came of it; touch nothing that is there."""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from microsite.content.site_file import read_settings
from microsite.content.vocabulary import Vocabulary
from microsite.content.vocabulary import slug_of as slug_of_term
from microsite.content.vocabulary_files import read_vocabulary
from microsite.diagnostics import Diagnostic
from microsite.importer import report
from microsite.importer.decode import LIMIT, UnreadableError
from microsite.importer.draft import draft_of
from microsite.importer.gazetteer import Gazetteer, load
from microsite.importer.judge import Judged, judge
from microsite.importer.slug import slug_of

ENDINGS = {".txt": "txt", ".md": "md", ".html": "html", ".htm": "html"}
"""Of names, and the kinds of text that they stand for."""

STDIN = "-"
_MANY = 20
"""Files from which it may take long enough to show how far it is."""

_DIGEST = re.compile(rb"^  digest: ([0-9a-f]{64})\s*$", re.MULTILINE)
_HEAD = 8_192
"""Bytes of a draft in which its front matter tells the digest of its source."""


class Order(NamedTuple):
    """Hold what is to be imported, and how."""

    files: tuple[str, ...]
    """Files and folders; `-` is standard input."""
    into: Path
    vocabulary: Vocabulary
    languages: tuple[str, ...]
    """Of the site."""
    dry_run: bool = False
    as_json: bool = False
    """Print judgements as JSON, and write nothing."""


def order_for(
    content: Path, given: argparse.Namespace
) -> tuple[Order | None, tuple[Diagnostic, ...]]:
    """Read what an import needs of a content folder; `given` is the command line.

    Reports: what reading the settings and the vocabularies finds. Raises: OSError.
    """
    settings, findings = read_settings(content)
    if settings is None:
        return None, findings
    reading = read_vocabulary(content, settings.languages)
    if reading.vocabulary is None or reading.findings:
        return None, reading.findings
    order = Order(
        tuple(given.files),
        given.into or content / "briefings",
        reading.vocabulary,
        settings.languages,
        given.dry_run,
        given.format == "json",
    )
    return order, ()


class _Text(NamedTuple):
    name: str
    path: Path | None

    @property
    def kind(self) -> str:
        return ENDINGS[self.path.suffix.lower()] if self.path else "txt"


def import_texts(order: Order) -> int:
    """Import all files and give the exit code: 1 where one could not be, 2 where there is none.

    Raises: OSError, where a draft cannot be written.
    """
    texts, faults = _texts(order.files)
    if not texts and not faults:
        print("build.py: there is no .txt, .md or .html there to import.", file=sys.stderr)
        return 2
    gazetteer = load(order.vocabulary)
    drafts = _Drafts.of(order.into)
    for name, fault in faults:
        _tell_fault(name, fault, order)
    failed = bool(faults)
    for text in _shown(texts):
        try:
            judged = judge(_read(text), gazetteer, text.kind)
        except (UnreadableError, OSError) as error:
            reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
            _tell_fault(text.name, reason, order)
            failed = True
            continue
        if order.as_json:
            print(json.dumps(report.as_row(text.name, judged), ensure_ascii=False), flush=True)
            continue
        if known := drafts.sources.get(judged.digest):
            # What is in it was told when it was imported; in a folder the new ones shall be seen.
            print(f"{text.name}: imported before, as {known}; nothing was written\n", flush=True)
            continue
        made = _made(text, judged, order, gazetteer, drafts)
        print(report.as_text(text.name, judged, order.vocabulary, order.languages, made))
        print(flush=True)
    return 1 if failed else 0


def _texts(names: Iterable[str]) -> tuple[list[_Text], list[tuple[str, str]]]:
    """Find the files, those of a folder in the order of their paths."""
    texts: list[_Text] = []
    faults: list[tuple[str, str]] = []
    for name in names:
        path = Path(name)
        if name == STDIN:
            texts.append(_Text("standard input", None))
        elif path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in ENDINGS)
            texts += (_Text(str(p), p) for p in inside if p.is_file())
        elif not path.exists():
            faults.append((name, "There is no such file."))
        elif path.suffix.lower() not in ENDINGS:
            faults.append((name, f"Only {', '.join(ENDINGS)} can be imported."))
        else:
            texts.append(_Text(name, path))
    return texts, faults


def _read(text: _Text) -> bytes:
    if text.path is None:
        return sys.stdin.buffer.read(LIMIT + 1)
    with text.path.open("rb") as file:
        return file.read(LIMIT + 1)  # a larger one is refused; it need not be held whole for that


def _shown(texts: Sequence[_Text]) -> Iterable[_Text]:
    if len(texts) < _MANY or not sys.stderr.isatty():
        return texts
    from tqdm import tqdm  # noqa: PLC0415 -- only wanted here

    return tqdm(texts, desc="Importing", unit="text", leave=False)


def _tell_fault(name: str, fault: str, order: Order) -> None:
    if order.as_json:
        print(json.dumps({"file": name, "error": fault}, ensure_ascii=False), flush=True)
    else:
        print(f"{name}: {fault}", file=sys.stderr)


class _Drafts:
    """Know the names and sources of the texts in a folder, and add to them."""

    def __init__(self, folder: Path, sources: dict[str, str], slugs: set[str]) -> None:
        self.folder = folder
        self.sources = sources
        """Names of files by the digests of the texts that they were made from."""
        self.slugs = slugs

    @classmethod
    def of(cls, folder: Path) -> _Drafts:
        """Look what is there already."""
        sources: dict[str, str] = {}
        slugs = set()
        for path in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
            slugs.add(path.name.partition(".")[0].casefold())
            with suppress(OSError), path.open("rb") as file:
                for found in _DIGEST.findall(file.read(_HEAD)):
                    sources.setdefault(found.decode("ascii"), path.name)
        return cls(folder, sources, slugs)

    def free(self, slug: str) -> str:
        """Give the slug, or with a number the first that nothing has."""
        return next(name for name in _numbered(slug) if name.casefold() not in self.slugs)


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def _made(text: _Text, judged: Judged, order: Order, gazetteer: Gazetteer, drafts: _Drafts) -> str:
    """Write a draft of a new source, and say what was done."""
    tags = (*judged.roles.regions, *judged.roles.partners[-1:])
    places = [_named(tag.code, order.vocabulary, gazetteer) for tag in tags[:3]]
    year = (
        judged.publication.date or next((offer.date for offer in judged.publication.offers), "")
    )[:4]
    wanted = slug_of(judged.title, judged.language, places, year, text.name)
    slug = drafts.free(wanted)
    name = f"{slug}.{judged.language}.md"
    drafts.slugs.add(slug.casefold())
    drafts.sources[judged.digest] = name
    if order.dry_run:
        return f"would become {name}"
    _write(order.into, name, draft_of(judged, order.vocabulary))
    return f"{order.into / name}"


def _named(code: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> str:
    """Give the slug of a region or partner, for an address."""
    term = vocabulary.regions.get(code) or vocabulary.partners.get(code)
    if term:
        return slug_of_term(code, term)
    return slug_of(gazetteer.names.get(code), "en", (), "", code)


def _write(folder: Path, name: str, text: str) -> None:
    """Write a file that is not there, whole or not at all. Raises: OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".{name}.{os.getpid()}"
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        os.link(aside, folder / name)
    finally:
        aside.unlink(missing_ok=True)
