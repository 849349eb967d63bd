"""Hold what belongs to one slug: an original with its translations, or a page in its languages.

To read it is the slow part of a build, and depends on nothing but the files of the slug and the
shared `Frame` of the reading: so it can be remembered, and shared out among processes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import markdown_it
import mdit_py_plugins
import msgspec

from microsite.content.body import Body, as_shown, tagged, unplaced
from microsite.content.evidence import Evidence
from microsite.content.facts import Fact
from microsite.content.links import Linking
from microsite.content.markdown import to_body
from microsite.content.model import Briefing, StaticPage, Writing
from microsite.content.vocabulary import Spellings
from microsite.diagnostics import Diagnostic
from microsite.memo import Memo, digest
from microsite.source.files import Source, decode

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


class Head(msgspec.Struct, frozen=True, gc=False):
    """Know the front matter of a file again."""

    body_line: int
    """The line of the file at which the body begins, from 1."""
    digest: str
    """Of the text above."""


class Read(msgspec.Struct, frozen=True, gc=False):
    """Hold what a group without mistakes says, and which bytes said it."""

    paths: tuple[str, ...]
    digests: tuple[str, ...]
    """SHA-256 of the files, in the order of their paths."""
    heads: tuple[Head, ...] = ()
    """What stands in each file above its body."""
    briefing: Briefing | None = None
    pages: tuple[StaticPage, ...] = ()

    @property
    def writings(self) -> tuple[Writing, ...]:
        """Give what was made of each file; the original of a briefing first."""
        return (*(self.briefing.versions if self.briefing else ()), *self.pages)

    def linking(self) -> tuple[Linking, ...]:
        """Give what is to be known of each file to judge links."""
        held_back = self.briefing is not None and self.briefing.original.draft
        return tuple(
            Linking(text.path, text.sections, text.links, text.images, held_back or text.draft)
            for text in self.writings
        )

    def saying(self, texts: Mapping[str, Any], digests: tuple[str, ...]) -> Read:
        """Hold other texts, given by their files, with the same front matter."""
        briefing = self.briefing and msgspec.structs.replace(
            self.briefing,
            original=texts[self.briefing.original.path],
            translations=tuple(texts[text.path] for text in self.briefing.translations),
        )
        pages = tuple(texts[page.path] for page in self.pages)
        return Read(self.paths, digests, self.heads, briefing, pages)


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
    as_of: str = ""
    """The day by which what is due is judged, as in 2026-11-26; empty for none."""


def read_bodies(
    before: Read,
    files: Sequence[tuple[str, bytes]],
    digests: tuple[str, ...],
    frame: Frame,
    memo: Memo,
) -> Reading | None:
    """Take all but the bodies from what was read before; None where more than they changed.

    What a group says depends on its front matter, on the headings of its bodies and on whether
    there is a text at all; so these have to be as they were, and nothing may be amiss.
    """
    texts = {text.path: text for text in before.writings}
    original = before.briefing.original.path if before.briefing else ""
    ids = tagged(before.briefing.original.sections) if before.briefing else frozenset()
    bodies = []
    for (name, data), head in zip(files, before.heads, strict=True):
        if name not in texts:  # a draft that is shown nowhere
            return None
        text = texts[name]
        source, _ = decode(frame.folder / name, data)
        below = _below(source, head) if source else ""
        if source is None or not below.strip():
            return None
        facts = before.briefing.facts.all if before.briefing and name == original else ()
        key, body, packed, findings = render_body(
            name, source, below, head.body_line, text.language, evidence_of(facts), memo
        )
        if findings or body.missed:
            return None
        sections = as_shown(body.sections, ids)
        if [*map(unplaced, sections)] != [*map(unplaced, text.sections)]:
            return None
        bodies += [(key, packed)] if packed else []
        texts[name] = msgspec.structs.replace(
            text, body=key, sections=sections, links=body.links, images=body.images
        )
    return Reading(before.saying(texts, digests), bodies=tuple(bodies))


def evidence_of(facts: Iterable[Fact]) -> tuple[Evidence, ...]:
    """Name the words that facts rest on, by the order of the facts."""
    return tuple(
        Evidence(fact.id, fact.evidence, number)
        for number, fact in enumerate(facts, start=1)
        if fact.evidence
    )


def head_of(source: Source, body_line: int) -> Head:
    """Take down what stands above a body."""
    lines = source.text.split("\n")
    return Head(body_line, digest("\n".join(lines[: body_line - 1])))


def _below(source: Source, head: Head) -> str:
    """Give the body below a head that is as it was; nothing where it is not."""
    lines = source.text.split("\n")
    if digest("\n".join(lines[: head.body_line - 1])) != head.digest:
        return ""
    return "\n".join(lines[head.body_line - 1 :])


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


def render_body(  # noqa: PLR0913, PLR0917 -- all that a body depends on
    name: str,
    source: Source,
    text: str,
    line: int,
    language: str,
    evidence: Sequence[Evidence],
    memo: Memo,
) -> tuple[str, Body, bytes, tuple[Diagnostic, ...]]:
    """Make a body, or recall it; packed bytes are those that the memo does not hold yet."""
    marked = msgspec.msgpack.encode(evidence)
    key = digest(revision(), name, language, str(line), text, marked)
    kept = memo.recall(key)
    if kept is not None:
        try:
            return key, unpack(kept), b"", ()
        except msgspec.DecodeError:
            pass  # a damaged cache is an empty one
    body, findings = to_body(source, text, line, language, name, evidence)
    packed = b"" if findings or body.missed else msgspec.msgpack.encode(body)
    return key, body, packed, findings
