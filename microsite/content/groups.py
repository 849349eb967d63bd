"""Read what belongs to one slug: an original with its translations, or a page in its languages.

This is the slow part of a build, and depends on nothing but the files of the slug and the shared
`Frame` of the reading: so it can be remembered, and shared out among processes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import markdown_it
import mdit_py_plugins
import msgspec

from microsite.content.body import Body
from microsite.content.briefings import Rendered, assemble
from microsite.content.documents import Document, briefing_matter, page_matter, read_document
from microsite.content.fields import Spellings
from microsite.content.links import Linking
from microsite.content.markdown import to_body
from microsite.content.model import Briefing, OriginalMatter, StaticPage, Writing
from microsite.diagnostics import Diagnostic
from microsite.memo import Memo, digest

BRIEFINGS, PAGES = "briefings", "pages"

_BODY = msgspec.msgpack.Decoder(Body)


class Group(msgspec.Struct, frozen=True, gc=False):
    """Name the files of one slug, by their paths in the content folder."""

    kind: str
    """`BRIEFINGS` or `PAGES`."""
    slug: str
    paths: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name it as `briefings/omsk-china-trade`."""
        return f"{self.kind}/{self.slug}"


class Read(msgspec.Struct, frozen=True, gc=False):
    """Hold what a group without mistakes says, and which bytes said it."""

    paths: tuple[str, ...]
    digests: tuple[str, ...]
    """SHA-256 of the files, in the order of their paths."""
    briefing: Briefing | None = None
    pages: tuple[StaticPage, ...] = ()

    @property
    def writings(self) -> tuple[Writing, ...]:
        """Give what was made of each file; the original of a briefing first."""
        return (*(self.briefing.versions if self.briefing else ()), *self.pages)


class Reading(msgspec.Struct, frozen=True):
    """Hold what comes of reading a group."""

    read: Read | None
    """None with any finding."""
    findings: tuple[Diagnostic, ...] = ()
    linking: tuple[Linking, ...] = ()
    """Of a group with findings, the texts that could be read all the same."""
    bodies: tuple[tuple[str, bytes], ...] = ()
    """What the memo is to hold, by key."""


class Frame(msgspec.Struct, frozen=True):
    """Hold what every group is read by."""

    folder: Path
    languages: tuple[str, ...]
    spellings: Spellings


def read_group(group: Group, frame: Frame, memo: Memo, before: Read | None = None) -> Reading:
    """Read the files of a group; `before` is given back where they hold the same bytes.

    Reports: what reading, assembling and rendering them finds.
    """
    files = [(name, (frame.folder / name).read_bytes()) for name in group.paths]
    digests = tuple(hashlib.sha256(data).hexdigest() for _, data in files)
    if before is not None and (before.paths, before.digests) == (group.paths, digests):
        return Reading(before)
    matter_of, make = _KINDS[group.kind]
    findings: list[Diagnostic] = []
    rendered: list[Rendered] = []
    bodies = []
    broken = False
    for name, data in files:
        document, found = read_document(
            frame.folder / name, data, frame.languages, matter_of, {"terms": frame.spellings}
        )
        findings += found
        broken = broken or document is None or document.matter is None
        if document is not None:
            key, body, packed, found = _render(name, document, memo)
            findings += found
            bodies += [(key, packed)] if packed else []
            rendered.append(Rendered(document, name, key, body))
    briefing, pages, found = make(group.slug, rendered, frame, broken)
    findings += found
    if findings:
        return Reading(None, tuple(findings), tuple(_linkings(rendered)))
    return Reading(Read(group.paths, digests, briefing, pages), bodies=tuple(bodies))


def unpack(packed: bytes) -> Body:
    """Read a body back from the memo. Raises: msgspec.DecodeError."""
    return _BODY.decode(packed)


@cache
def revision() -> str:
    """Tell one state of what renders bodies from another, so that nobody has to raise a number."""
    package = Path(__file__).parent.parent
    code = [
        *sorted((package / "content").glob("*.py")),
        *sorted((package / "languages").glob("*.py")),
        package / "routes.py",
        package / "settings.py",
    ]
    versions = (markdown_it.__version__, mdit_py_plugins.__version__)
    return digest(*versions, *(path.read_text(encoding="utf-8") for path in code))


def _render(
    name: str, document: Document, memo: Memo
) -> tuple[str, Body, bytes, tuple[Diagnostic, ...]]:
    """Make a body, or recall it; packed bytes are those that the memo does not hold yet."""
    source, language = document.source, document.name.language
    key = digest(revision(), name, language, str(document.body_line), document.body)
    kept = memo.recall(key)
    if kept is not None:
        try:
            return key, unpack(kept), b"", ()
        except msgspec.DecodeError:
            pass  # a damaged cache is an empty one
    body, findings = to_body(source, document.body, document.body_line, language, name)
    packed = b"" if findings else msgspec.msgpack.encode(body)
    return key, body, packed, findings


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
                    sections=item.body.sections,
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
