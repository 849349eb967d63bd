"""Put documents together into briefings: each original with its translations.

Judges what one file alone cannot show: that a translation has its original, that its headings
are those of the original, that a section's tags stand in the front matter.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import msgspec

from microsite.content.body import Body, as_shown, tagged, unplaced
from microsite.content.documents import Document
from microsite.content.fact_checks import judge_ids, judge_words
from microsite.content.headings import TAGS
from microsite.content.matter import OriginalMatter, TranslationMatter
from microsite.content.model import Briefing, Correction, SourceText, Version
from microsite.content.vocabulary import Spellings, country
from microsite.dates.edtf import sort_key
from microsite.diagnostics import Code, Diagnostic, nearest
from microsite.memo import digest


class Rendered(msgspec.Struct, frozen=True):
    """Hold a document with its body made into HTML."""

    document: Document
    path: str
    """In the content folder."""
    key: str
    """Under which the memo holds the body."""
    body: Body


def assemble(
    slug: str,
    group: Sequence[Rendered],
    languages: Sequence[str],
    spellings: Spellings,
    *,
    broken: bool = False,
) -> tuple[Briefing | None, tuple[Diagnostic, ...]]:
    """Make a briefing of its files, which come in the order of their paths.

    `broken` says that one of them has mistakes of its own: no other is blamed for missing it.

    Reports: `original`, `translation`, `heading`, `unknown-term`.
    """
    findings = list(_judge_group(group, broken=broken))
    findings += [f for item in group for f in _judge_tags(item, spellings)]
    findings += [
        f for item in group for f in judge_ids(item.document.tree, item.document.facts, item.body)
    ]
    whole = group and not findings and not broken
    return (_briefing(slug, group, languages) if whole else None), tuple(findings)


def _judge_group(group: Sequence[Rendered], *, broken: bool) -> Iterator[Diagnostic]:
    originals = [item for item in group if isinstance(item.document.matter, OriginalMatter)]
    for item in originals[1:]:
        first = originals[0].document
        message = (
            f"This is a second original of one briefing; the first is {first.source.path.name}."
        )
        hint = "Keep one of the two."
        if item.document.name.language != first.name.language:
            hint = (
                f"If this is its translation, add translated_from: {{lang: {first.name.language},"
                " change: 0} and leave out what it inherits."
            )
        yield item.document.tree.finding(Code.ORIGINAL, ("lang",), message, hint)
    for item in group:
        matter = item.document.matter
        if isinstance(matter, OriginalMatter):
            continue
        if originals:
            yield from _judge_translation(item, originals[0])
        elif not broken:
            document = item.document
            message = f"This translation has no original: no file of “{document.name.slug}” is one."
            hint = "Add the original, or delete `translated_from` to make this file the original."
            yield document.tree.key_finding(Code.ORIGINAL, ("translated_from",), message, hint)


def _judge_translation(item: Rendered, original: Rendered) -> Iterator[Diagnostic]:
    document, matter = item.document, item.document.matter
    facts = original.document.matter
    if not isinstance(matter, TranslationMatter) or not isinstance(facts, OriginalMatter):
        return
    language = original.document.name.language
    if matter.translated_from.lang != language:
        message = f"The original is in {language}, not in {matter.translated_from.lang}."
        path = ("translated_from", "lang")
        yield document.tree.finding(Code.TRANSLATION, path, message, f"Write lang: {language}.")
    if matter.translated_from.change > len(facts.changes):
        message = (
            f"The original has {len(facts.changes)} changes; the translation cannot have taken in"
            f" {matter.translated_from.change}."
        )
        yield document.tree.finding(Code.TRANSLATION, ("translated_from", "change"), message)
    yield from _judge_headings(item, original.body)
    yield from judge_words(document.tree, matter.words, original.document.facts)


def _judge_headings(item: Rendered, original: Body) -> Iterator[Diagnostic]:
    document, body = item.document, item.body
    wanted = [section.id for section in original.sections if section.id]
    present = [section.id for section in body.sections if section.id]
    for section in body.sections:
        if section.id and section.id not in wanted:
            near = nearest(section.id, [id_ for id_ in wanted if id_ not in present])
            hint = f"Did you mean “{near}”?" if near else "The ids are those of the original."
            message = f"The original has no heading with the id “{section.id}”."
            yield document.source.finding(
                Code.TRANSLATION, section.line, section.column, message, hint
            )
        for tag in (*section.regions, *section.partners):
            message = "A translation's heading carries no regions or partners: it inherits them."
            yield document.source.finding(
                Code.TRANSLATION, tag.line, tag.column, message, f"Write {{#{section.id}}} alone."
            )
            break
    missing = [id_ for id_ in wanted if id_ not in present]
    if missing:
        last = max(
            (s.line for s in body.sections if s.id in wanted[: wanted.index(missing[0])]),
            default=document.body_line,
        )
        ids = ", ".join(f"{{#{id_}}}" for id_ in missing)
        message = f"Headings of the original are missing in this translation: {ids}."
        hint = "Put each on the heading that renders the original's; the place is below this line."
        yield document.source.finding(Code.TRANSLATION, last, 1, message, hint)


def _judge_tags(item: Rendered, spellings: Spellings) -> Iterator[Diagnostic]:
    matter = item.document.matter
    if not isinstance(matter, OriginalMatter):
        return
    codes = {
        "regions": {*matter.regions},
        "partners": {*matter.partners, *map(country, matter.partners)},
    }
    for section in item.body.sections:
        for name in TAGS:
            for tag in getattr(section, name):
                if tag.code in codes[name]:
                    continue
                terms = spellings[name]
                if terms is None or terms.get(tag.code) == tag.code:
                    code = Code.HEADING
                    message = f"{tag.code} is not among the `{name}` of the front matter."
                    hint = f"Add it there: `{name}` lists all that the briefing is about."
                else:
                    code = Code.UNKNOWN_TERM
                    near = nearest(tag.code, terms)
                    message = f"“{tag.code}” is not in the vocabulary of {name}."
                    hint = f"Did you mean {near}?" if near else ""
                yield item.document.source.finding(
                    code, tag.line, tag.column, message, hint, len(tag.code)
                )


def _briefing(slug: str, group: Sequence[Rendered], languages: Sequence[str]) -> Briefing:
    original = next(i for i in group if isinstance(i.document.matter, OriginalMatter))
    facts = original.document.matter
    assert isinstance(facts, OriginalMatter)  # noqa: S101 -- chosen so in the line before
    ordered = sorted(group, key=lambda item: languages.index(item.document.name.language))
    source = facts.source
    ids = tagged(original.body.sections)
    first = _version(original, 0, ids)
    translations = tuple(
        _version(item, len(facts.changes), ids) for item in ordered if item is not original
    )
    briefing = Briefing(
        slug=slug,
        date=facts.date.text if facts.date else "",
        days="/".join(day.isoformat() for day in sort_key(facts.date)[:2]) if facts.date else "",
        regions=facts.regions,
        partners=facts.partners,
        places=facts.places,
        topics=facts.topics,
        source=SourceText(
            title=source.title or "",
            publisher=source.publisher or "",
            url=source.url or "",
            retrieved=source.retrieved.text if source.retrieved else "",
            seed=source.seed or "",
        ),
        facts=original.document.facts,
        changes=tuple(Correction(change.date.text, change.note) for change in facts.changes),
        original=first,
        translations=translations,
        weight=max(len((v.title + v.summary).encode()) for v in (first, *translations)),
        digest="",
    )
    return msgspec.structs.replace(briefing, digest=_digest(briefing))


def _digest(briefing: Briefing) -> str:
    """Make the digest of all but the bodies, which no page but their own shows."""
    original, *translations = map(_without_body, briefing.versions)
    whole = msgspec.structs.replace(
        briefing, original=original, translations=tuple(translations), digest=""
    )
    return digest(msgspec.msgpack.encode(whole))


def _without_body(version: Version) -> Version:
    """Leave out the body, and where in the file something stands."""
    sections = tuple(map(unplaced, version.sections))
    return msgspec.structs.replace(version, body="", sections=sections, links=(), images=())


def _version(item: Rendered, changes: int, ids: Collection[str]) -> Version:
    document, matter = item.document, item.document.matter
    # Documents without front matter of a briefing are not assembled.
    assert isinstance(matter, (OriginalMatter, TranslationMatter))  # noqa: S101
    taken = matter.translated_from.change if isinstance(matter, TranslationMatter) else changes
    return Version(
        language=document.name.language,
        title=matter.title or document.name.slug,
        summary=matter.summary or "",
        path=item.path,
        body=item.key,
        sections=as_shown(item.body.sections, ids),
        links=item.body.links,
        images=item.body.images,
        date_basis=matter.date_basis or "",
        behind=changes - taken if isinstance(matter, TranslationMatter) else 0,
        words=matter.words if isinstance(matter, TranslationMatter) else {},
        draft=matter.draft,
    )
