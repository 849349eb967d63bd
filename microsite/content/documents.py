"""Read one file of briefings or pages: its name, its front matter, its body.

A document is right in itself; whether it fits the other files is judged in `briefings`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from microsite.content.fact_making import facts_of
from microsite.content.facts import Facts
from microsite.content.front_matter import split
from microsite.content.matter import (
    REQUIRED,
    Matter,
    OriginalMatter,
    PageMatter,
    TranslationMatter,
)
from microsite.content.own_words import judge_own_words
from microsite.diagnostics import Code, Diagnostic, Location, nearest
from microsite.routes import INDEX, SLUG
from microsite.settings import LANGUAGE
from microsite.source.files import Source, decode
from microsite.source.nodes import Tree
from microsite.source.schema import bind

_NAME = re.compile(r"(?P<slug>.+)\.(?P<language>[A-Za-z0-9-]+)\.md")

_ENDINGS = tuple(
    (re.compile(pattern), message, hint)
    for pattern, message, hint in (
        (r"(?i)\.md\.txt$", "The name ends in .txt.", "Take .txt off the end."),
        (
            r"\.(MD|Md|mD|markdown)$",
            "The name does not end in .md.",
            "Write .md, in small letters.",
        ),
        (
            r"(?i)\.(docx?|odt|rtf|pdf)$",
            "This is not a text in Markdown.",
            "Copy its words into a new file that ends in .md.",
        ),
        (
            r"(?i)\.(png|jpe?g|gif|svg|webp|avif)$",
            "Images have a folder of their own.",
            "Move it to content/media/.",
        ),
    )
)
"""Ends of names that tell what went wrong."""

_INHERITED = {
    name: "A translation takes it from its original; delete it here."
    for name in OriginalMatter.model_fields
    if name not in TranslationMatter.model_fields
}


class FileName(msgspec.Struct, frozen=True):
    """Hold the two parts of a file's name: `<slug>.<language>.md`."""

    slug: str
    language: str


class Document(msgspec.Struct, frozen=True):
    """Hold one file: what its name, its front matter and its body say."""

    name: FileName
    source: Source
    tree: Tree
    matter: Matter | None
    """None where the front matter has mistakes: the body is judged all the same."""
    facts: Facts
    """Of an original; empty where the front matter has mistakes."""
    body: str
    body_line: int


def read_name(
    path: Path, languages: tuple[str, ...]
) -> tuple[FileName | None, tuple[Diagnostic, ...]]:
    """Read slug and language from a file's name.

    Reports: `file-name`, `language`.
    """

    def finding(code: Code, message: str, hint: str) -> tuple[None, tuple[Diagnostic, ...]]:
        return None, (Diagnostic(Location(path), code, message, hint),)

    match = _NAME.fullmatch(path.name)
    form = f"Name it as in omsk-china-trade.{languages[0]}.md."
    for ending, message, hint in _ENDINGS:
        if ending.search(path.name):
            return finding(Code.FILE_NAME, message, hint)
    if match is None:
        return finding(
            Code.FILE_NAME, "The file's name does not tell its slug and its language.", form
        )
    slug, language = match["slug"], match["language"]
    if not SLUG.fullmatch(slug):
        hint = f"Use lower-case letters a-z, digits and hyphens. {form}"
        return finding(Code.FILE_NAME, f"“{slug}” cannot stand in an address.", hint)
    if slug == INDEX:
        message = f"The slug “{INDEX}” is kept for the list of all."
        return finding(Code.FILE_NAME, message, "Give the file another name.")
    if language not in languages:
        near = nearest(language, languages)
        hint = f"Did you mean {near}? " if near else ""
        hint += "The site's languages are " + ", ".join(languages) + " (content/site.yaml)."
        message = f"The file's name says {language}, which is not a language of this site."
        return finding(Code.LANGUAGE, message, hint)
    return FileName(slug, language), ()


def _of_another(path: Path) -> FileName | None:
    """Read the name of a file in a language that the site does not have."""
    match = _NAME.fullmatch(path.name)
    if match is None or not SLUG.fullmatch(match["slug"]) or match["slug"] == INDEX:
        return None
    return (
        FileName(match["slug"], match["language"])
        if LANGUAGE.fullmatch(match["language"])
        else None
    )


def briefing_matter(tree: Tree) -> type[Matter]:
    """Tell a translation, which has `translated_from`, from an original."""
    return TranslationMatter if ("translated_from",) in tree.keys else OriginalMatter


def page_matter(_tree: Tree) -> type[Matter]:
    """Take the file for a page that is not a briefing."""
    return PageMatter


def read_document(
    path: Path,
    data: bytes,
    languages: tuple[str, ...],
    matter_of: Callable[[Tree], type[Matter]],
    context: Mapping[str, Any],
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read one file of these bytes; `matter_of` chooses the schema of its front matter.

    Reports: what reading the file, its name, its YAML and its fields finds.
    """
    name, findings = read_name(path, languages)
    if name is None and path.suffix != ".md":
        return None, findings
    source, found = decode(path, data)
    findings += found
    if source is None:
        return None, findings
    parts, found = split(source)
    findings += found
    if parts is None:
        return None, findings
    tree, matter = parts.tree, None
    if name is None and tree.data.get("draft") == "true" and (other := _of_another(path)):
        # A text that was imported waits in its own language to be retold in one of the site's.
        name, findings = other, tuple(f for f in findings if f.code is not Code.LANGUAGE)
    if not found:
        matter, bound = _bind(tree, matter_of(tree), name, context)
        findings += bound
    if matter is not None and not matter.draft and not parts.body.strip():
        message = "There is no text below the front matter."
        hint = "Write it, or add draft: true until it is written."
        findings += (source.finding(Code.MISSING, tree.end.line, 1, message, hint, 3),)
    if name is None:
        return None, findings
    findings += judge_own_words(tree, name.language, parts.body, parts.body_line)
    facts = Facts()
    if isinstance(matter, OriginalMatter):
        facts, found = facts_of(matter, tree, context.get("as_of", ""))
        findings += found
        matter = None if found else matter
    return Document(name, source, tree, matter, facts, parts.body, parts.body_line), findings


def _bind(
    tree: Tree, model: type[Matter], name: FileName | None, context: Mapping[str, Any]
) -> tuple[Matter | None, tuple[Diagnostic, ...]]:
    draft = tree.data.get("draft") == "true"
    matter, findings = bind(
        model,
        tree,
        required=() if draft else REQUIRED[model],
        context=context,
        unknown=_INHERITED if model is TranslationMatter else {},
        may_be_blank=draft,
    )
    if matter is None or name is None:
        return None, findings
    if matter.lang is not None and matter.lang != name.language:
        message = f"`lang` says {matter.lang}, but the file's name says {name.language}."
        findings += (
            tree.finding(Code.LANGUAGE, ("lang",), message, "Correct the one that is wrong."),
        )
    if isinstance(matter, OriginalMatter):
        findings += () if draft else _judge_basis(matter, tree)
        findings += _judge_changes(matter, tree)
    return matter, findings


def _judge_changes(matter: OriginalMatter, tree: Tree) -> tuple[Diagnostic, ...]:
    """Find changes out of order: translations count them from the oldest."""
    message = "This change is older than the one above it; they stand with the oldest first."
    return tuple(
        tree.finding(Code.INVALID, ("changes", index, "date"), message, "Move it up.")
        for index, (older, newer) in enumerate(pairwise(matter.changes), start=1)
        if (newer.date.upper or date.max) < (older.date.lower or date.min)
    )


def _judge_basis(matter: OriginalMatter, tree: Tree) -> tuple[Diagnostic, ...]:
    if matter.date_basis or (matter.date is not None and matter.date.is_exact):
        return ()
    why = "the date is unknown" if matter.date is None else "the date was inferred"
    message = f"`date_basis` is missing, but {why}."
    hint = "Say in a sentence what in the text the date rests on, or why there is none."
    return (tree.key_finding(Code.MISSING, ("date",), message, hint),)
