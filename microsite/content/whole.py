"""Read the files of one slug from their first line to their last, by the schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from microsite.content.body import as_shown
from microsite.content.briefings import Rendered, assemble
from microsite.content.documents import briefing_matter, page_matter, read_document
from microsite.content.fact_checks import judge_evidence
from microsite.content.groups import (
    BRIEFINGS,
    PAGES,
    Frame,
    Group,
    Read,
    Reading,
    evidence_of,
    head_of,
    render_body,
)
from microsite.content.links import Linking
from microsite.content.matter import OriginalMatter
from microsite.content.model import Briefing, StaticPage
from microsite.diagnostics import Diagnostic
from microsite.memo import Memo


def read_whole(
    group: Group,
    files: Sequence[tuple[str, bytes]],
    digests: tuple[str, ...],
    frame: Frame,
    memo: Memo,
) -> Reading:
    """Read the files of a group, which come with their bytes and with the digests of these.

    Reports: what reading, assembling and rendering them finds.
    """
    matter_of, make = _KINDS[group.kind]
    findings: list[Diagnostic] = []
    rendered: list[Rendered] = []
    bodies = []
    heads = []
    broken = False
    for name, data in files:
        document, found = read_document(
            frame.folder / name,
            data,
            frame.languages,
            matter_of,
            {"terms": frame.spellings, "as_of": frame.as_of},
        )
        findings += found
        broken = broken or document is None or document.matter is None
        if document is not None:
            source, line = document.source, document.body_line
            evidence = evidence_of(document.facts.all)
            key, body, packed, found = render_body(
                name, source, document.body, line, document.name.language, evidence, memo
            )
            findings += found
            findings += judge_evidence(document.tree, document.facts, body.missed)
            bodies += [(key, packed)] if packed else []
            rendered.append(Rendered(document, name, key, body))
            heads.append(head_of(source, line))
    briefing, pages, found = make(group.slug, rendered, frame, broken)
    findings += found
    if findings:
        return Reading(None, tuple(findings), tuple(_linkings(rendered)))
    read = Read(group.paths, digests, tuple(heads), briefing, pages)
    return Reading(read, bodies=tuple(bodies))


def _linkings(rendered: Sequence[Rendered]) -> Iterator[Linking]:
    matters = [item.document.matter for item in rendered]
    held_back = any(isinstance(matter, OriginalMatter) and matter.draft for matter in matters)
    for item, matter in zip(rendered, matters, strict=True):
        body, draft = item.body, matter is not None and matter.draft
        yield Linking(item.path, body.sections, body.links, body.images, held_back or draft)


Made = tuple[Briefing | None, tuple[StaticPage, ...], tuple[Diagnostic, ...]]


def _briefing(slug: str, rendered: Sequence[Rendered], frame: Frame, broken: bool) -> Made:  # noqa: FBT001 -- the signature of a row below
    # What has no front matter to go by was told already.
    whole = [item for item in rendered if item.document.matter is not None]
    # A draft in another language than the site's is judged, and shown nowhere.
    whole = [item for item in whole if item.document.name.language in frame.languages]
    briefing, findings = assemble(slug, whole, frame.languages, frame.spellings, broken=broken)
    return briefing, (), findings


def _pages(slug: str, rendered: Sequence[Rendered], _frame: Frame, _broken: bool) -> Made:  # noqa: FBT001 -- as above
    pages = []
    for item in rendered:
        matter = item.document.matter
        if matter is not None:
            pages.append(
                StaticPage(
                    slug=slug,
                    language=item.document.name.language,
                    title=matter.title or slug,
                    summary=matter.summary or "",
                    path=item.path,
                    body=item.key,
                    sections=as_shown(item.body.sections, ()),
                    links=item.body.links,
                    images=item.body.images,
                    draft=matter.draft,
                )
            )
    return None, tuple(pages), ()


_KINDS: dict[str, tuple[Callable[..., Any], Callable[..., Made]]] = {
    BRIEFINGS: (briefing_matter, _briefing),
    PAGES: (page_matter, _pages),
}
"""What a kind's front matter is, and what is made of its files."""
