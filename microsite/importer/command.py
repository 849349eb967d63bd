"""Import files: read each, write its draft, say what came of it; touch nothing that is there."""

from __future__ import annotations

import argparse
import io
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from microsite.content.site_file import read_settings
from microsite.content.vocabulary import Vocabulary
from microsite.content.vocabulary import slug_of as slug_of_term
from microsite.content.vocabulary_files import read_vocabulary
from microsite.diagnostics import Diagnostic
from microsite.importer import report
from microsite.importer.decode import UnreadableError
from microsite.importer.draft import draft_of, scalar
from microsite.importer.drafts import Drafts, write
from microsite.importer.judge import Judged, judge
from microsite.importer.names.gazetteer import Gazetteer, load
from microsite.importer.slug import slug_of
from microsite.importer.sources import Source, read, sources_of

_MANY = 20
"""Files from which it may take long enough to show how far it is."""


class Order(NamedTuple):
    """Hold what is to be imported, and how."""

    files: tuple[str, ...]
    """Files and folders; `-` is standard input."""
    into: Path
    briefings: Path
    """Where the site's own texts are: what was imported there is known everywhere."""
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
        content / "briefings",
        reading.vocabulary,
        settings.languages,
        given.dry_run,
        given.format == "json",
    )
    return order, ()


def import_texts(order: Order) -> int:
    """Import all files and give the exit code: 1 where one could not be, 2 where there is none.

    Raises: OSError, where a draft cannot be written.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal that knows few letters
    found = sources_of(order.files, order.into)
    for source in found:
        if source.note:
            print(f"{source.name}: {source.note}", file=sys.stderr)
    sources = [source for source in found if not source.note]
    if not sources:
        print("build.py: there is no .txt, .md or .html there to import.", file=sys.stderr)
        return 2
    gazetteer = load(order.vocabulary)
    drafts = Drafts.of(() if order.as_json else (order.into, order.briefings))
    ends = Counter(_end_of(source, order, gazetteer, drafts) for source in _shown(sources))
    if len(sources) > 1 and not order.as_json:
        told = ", ".join(f"{end}: {ends[end]}" for end in _ENDS if ends[end])
        print(f"{len(sources)} texts. {told}.")
    return 1 if ends[_FAILED] else 0


_WRITTEN, _SHOWN, _KNOWN, _FAILED = (
    "Drafts written",
    "Drafts that would be written",
    "Imported before",
    "Could not be imported",
)
_ENDS = (_WRITTEN, _SHOWN, _KNOWN, _FAILED)
"""How the import of a text may end."""


def _end_of(source: Source, order: Order, gazetteer: Gazetteer, drafts: Drafts) -> str:
    """Import a text, say what came of it, and give its end."""
    try:
        judged = _judged(source, gazetteer)
    except (UnreadableError, OSError) as error:
        reason = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        _tell_fault(source.name, reason, order)
        return _FAILED
    if order.as_json:
        print(json.dumps(report.as_row(source.name, judged), ensure_ascii=False), flush=True)
        return _SHOWN
    if known := drafts.of_source(judged.digest):
        # What is in it was told when it was imported; in a folder the new ones shall be seen.
        print(f"{source.name}: imported before, as {known}; nothing was written\n", flush=True)
        return _KNOWN
    alike = drafts.of_title(scalar(judged.title)) if judged.title else ""
    made = _made(source, judged, order, gazetteer, drafts)
    print(f"{source.name}: {made}")
    if alike:
        print(f"  {alike} has the same headline: is it the same article?")
    print(report.as_text(judged, order.vocabulary, order.languages))
    print(flush=True)
    return _SHOWN if order.dry_run else _WRITTEN


_LETTER = re.compile(r"[^\W\d_]")

_FEWEST = 10
"""Letters that an article has at least."""


def _judged(source: Source, gazetteer: Gazetteer) -> Judged:
    if source.fault:
        raise UnreadableError(source.fault)
    judged = judge(read(source), gazetteer, source.kind)
    if len(_LETTER.findall(judged.body)) < _FEWEST:
        raise UnreadableError("No article was found in it: nothing there reads as a text.")
    return judged


def _shown(sources: Sequence[Source]) -> Iterable[Source]:
    if len(sources) < _MANY or not sys.stderr.isatty():
        return sources
    from tqdm import tqdm  # noqa: PLC0415 -- only wanted here

    return tqdm(sources, desc="Importing", unit="text", leave=False)


def _tell_fault(name: str, fault: str, order: Order) -> None:
    if order.as_json:
        print(json.dumps({"file": name, "error": fault}, ensure_ascii=False), flush=True)
    else:
        print(f"{name}: {fault}", file=sys.stderr)


def _made(
    source: Source, judged: Judged, order: Order, gazetteer: Gazetteer, drafts: Drafts
) -> str:
    """Write a draft of a new source, and say what was done."""
    tags = (*judged.roles.regions, *judged.roles.partners[-1:])
    places = [_named(tag.code, order.vocabulary, gazetteer) for tag in tags[:3]]
    year = (
        judged.publication.date or next((offer.date for offer in judged.publication.offers), "")
    )[:4]
    slug = drafts.free(slug_of(judged.title, judged.language, places, year, source.name))
    name = f"{slug}.{judged.language}.md"
    drafts.add(slug, name, judged.digest, scalar(judged.title) if judged.title else "")
    if order.dry_run:
        return f"would become {name}"
    write(order.into, name, draft_of(judged, order.vocabulary))
    return f"draft written, {order.into / name}"


def _named(code: str, vocabulary: Vocabulary, gazetteer: Gazetteer) -> str:
    """Give the slug of a region or partner, for an address."""
    term = vocabulary.regions.get(code) or vocabulary.partners.get(code)
    if term:
        return slug_of_term(code, term)
    return slug_of(gazetteer.names.get(code), "en", (), "", code)
