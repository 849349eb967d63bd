"""Read a whole content folder: from files to briefings and pages that fit together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec

from microsite.content.folder import Listing, list_folder
from microsite.content.groups import Frame, Group, Read, Reading, read_bodies
from microsite.content.links import Linking, Targets, judge_links
from microsite.content.media import judge_media
from microsite.content.model import Briefing, StaticPage
from microsite.content.vocabulary import Reading as VocabularyReading
from microsite.content.vocabulary import Vocabulary
from microsite.diagnostics import Diagnostic
from microsite.memo import LostValueError, Memo, digest
from microsite.settings import Settings
from microsite.source.walk import Walk, walk
from microsite.workers import processes, spread

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
"""Passes things on one by one while it shows how many of a total have gone by, and of what."""

_BATCH = 200
"""Groups whose bodies go into the memo together."""


class Remembered(msgspec.Struct, frozen=True):
    """Hold what the groups of a content folder said when they were last read."""

    frame: str = ""
    """Digest of all that they were read by, apart from their own files."""
    reads: dict[str, Read] = {}
    """By kind and slug, as `briefings/omsk-china-trade`."""
    linking: dict[str, tuple[Linking, ...]] = {}
    """What was made of each of the reads, where this process made it."""
    digests: dict[str, str] = {}
    """Those of all reads by path, likewise."""
    listing: Listing | None = None
    """Where this process made it."""


class Content(msgspec.Struct, frozen=True):
    """Hold all that a content folder says."""

    folder: Path
    settings: Settings
    vocabulary: Vocabulary
    briefings: tuple[Briefing, ...]
    """In the order of their slugs, drafts included."""
    pages: tuple[StaticPage, ...]
    """In the order of slug and language, drafts included."""
    media: tuple[str, ...]
    """Paths in the content folder, in their order."""


class ContentReading(msgspec.Struct, frozen=True):
    """Hold a folder's content, and what is to be remembered of it."""

    content: Content | None
    """None with any finding."""
    findings: tuple[Diagnostic, ...]
    remembered: Remembered


class _Gathered(msgspec.Struct):
    """Gather what comes of the groups."""

    reads: dict[str, Read] = {}
    findings: list[Diagnostic] = []
    linking: dict[str, tuple[Linking, ...]] = {}


def read_content(  # noqa: PLR0913 -- all but four are named at the call
    folder: Path,
    settings: Settings,
    vocabulary: VocabularyReading,
    memo: Memo,
    *,
    walked: Walk | None = None,
    remembered: Remembered | None = None,
    digests: Mapping[str, str] | None = None,
    surroundings: str = "",
    progress: Progress = lambda things, _total, _what: things,
) -> ContentReading:
    """Read a content folder; the mistakes of all its files come in one list.

    `folder` is absolute. `walked` is what lies there, where that is known; `digests` are those of
    the files whose bytes are known, by path there; `surroundings` stands for the code that reads.

    Raises: OSError, where the machine is at fault.
    """
    listing = remembered.listing if remembered else None
    if listing is None or listing.walked is not walked:
        listing = list_folder(folder, walked or walk(folder))
    frame = Frame(folder, settings.languages, vocabulary.spellings, settings.as_of or "")
    key = digest(
        surroundings, *settings.languages, frame.as_of, msgspec.json.encode(frame.spellings)
    )
    before = remembered if remembered and remembered.frame == key else Remembered()
    gathered = _gather(listing, frame, memo, before, digests or {}, progress)
    texts = {item.path: item for made in gathered.linking.values() for item in made}
    targets = Targets(texts, listing.texts, frozenset(listing.media), str(folder))
    leading = sorted(path for path, text in texts.items() if text.links or text.images)
    judged = judge_links(folder, [texts[path] for path in leading], targets)
    media = [finding for path in listing.media for finding in judge_media(folder / path)]
    findings = (*vocabulary.findings, *listing.findings, *media, *gathered.findings, *judged)
    reads = {name: gathered.reads[name] for name in sorted(gathered.reads)}
    content = None
    if not findings and vocabulary.vocabulary is not None:
        content = Content(
            folder,
            settings,
            vocabulary.vocabulary,
            tuple(read.briefing for read in reads.values() if read.briefing is not None),
            tuple(page for read in reads.values() for page in read.pages),
            listing.media,
        )
    said = _digests(reads, before, listing)
    return ContentReading(
        content, findings, Remembered(key, reads, gathered.linking, said, listing)
    )


def _gather(  # noqa: PLR0913, PLR0917 -- what a group is read by, and what is known already
    listing: Listing,
    frame: Frame,
    memo: Memo,
    before: Remembered,
    digests: Mapping[str, str],
    progress: Progress,
) -> _Gathered:
    changed = _changed(listing, before, digests)
    kept = dict(before.reads)
    for name in (before.reads.keys() - listing.names) | {group.name for group in changed}:
        kept.pop(name, None)
    gathered = _Gathered(
        kept,
        # Made of these very readings, where they were made before.
        linking={name: before.linking.get(name) or read.linking() for name, read in kept.items()},
    )
    count = processes(len(changed))
    if count > 1:
        # Once, before there are copies of this process.
        import microsite.content.whole  # noqa: F401, PLC0415
    work = partial(_read_anew, frame=frame, memo=memo, known=before.reads)
    results = spread(work, changed, count)
    bodies: list[tuple[str, bytes]] = []
    for group, reading in progress(results, len(changed), "Reading"):
        gathered.findings += reading.findings
        linking = reading.linking if reading.read is None else reading.read.linking()
        gathered.linking[group.name] = linking
        if reading.read is not None:
            gathered.reads[group.name] = reading.read
        bodies += reading.bodies
        if len(bodies) > _BATCH:
            memo.remember(bodies)
            bodies = []
    if bodies:
        memo.remember(bodies)
    return gathered


def _changed(listing: Listing, before: Remembered, digests: Mapping[str, str]) -> tuple[Group, ...]:
    """Give the groups that were not read before from the same files with the same bytes."""
    groups = listing.groups
    if before.listing is listing:
        # Then their files are the same, and only these need be looked for among the groups.
        differing = {path for path, said in before.digests.items() if digests.get(path) != said}
        unread = listing.names - before.reads.keys()
        groups = tuple(
            group
            for group in groups
            if not differing.isdisjoint(group.paths) or (unread and group.name in unread)
        )
    return tuple(group for group in groups if not _is_known(group, before, digests))


def _digests(reads: Mapping[str, Read], before: Remembered, listing: Listing) -> dict[str, str]:
    is_same = before.listing is listing
    new = [read for name, read in reads.items() if not (is_same and before.reads.get(name) is read)]
    found = {
        path: digest for read in new for path, digest in zip(read.paths, read.digests, strict=True)
    }
    return before.digests | found if is_same else found


def _is_known(group: Group, before: Remembered, digests: Mapping[str, str]) -> bool:
    read = before.reads.get(group.name)
    known = tuple(map(digests.get, group.paths))
    return read is not None and read.paths == group.paths and read.digests == known


def _read_anew(group: Group, frame: Frame, memo: Memo, known: Mapping[str, Read]) -> Reading:
    """Read the files of a group; of what is known, all is taken that is still so."""
    files = [(name, (frame.folder / name).read_bytes()) for name in group.paths]
    digests = tuple(hashlib.sha256(data).hexdigest() for _, data in files)
    before = known.get(group.name)
    if before is not None and before.paths == group.paths:
        if before.digests == digests:
            return Reading(before)
        if again := read_bodies(before, files, digests, frame, memo):
            return again
    # Heavy: the schema takes longer to import than a body to be read.
    from microsite.content.whole import read_whole  # noqa: PLC0415

    return read_whole(group, files, digests, frame, memo)


_FRAME = "frame"
"""The note that holds by what the groups were read; each group's own has its name."""

_READ = msgspec.msgpack.Decoder(Read)


def recall_reading(memo: Memo) -> Remembered:
    """Give what the groups said when they were last read; what is lost is left out."""
    notes = memo.recall_all()
    frame = notes.pop(_FRAME, b"").decode("ascii", "replace")
    reads = {}
    for key, note in notes.items():
        by, _, name = key.partition(" ")
        # Another site that shares the cache may have left notes of its own.
        if by == frame:
            with suppress(msgspec.DecodeError):
                reads[name] = _READ.decode(note)
    return Remembered(frame, reads)


def remember_reading(memo: Memo, remembered: Remembered, before: Remembered) -> None:
    """Keep what the groups said for the next run, and let go of what they no longer need.

    `before` is what the memo holds already.
    """
    frame, new = remembered.frame, remembered.reads
    old = before.reads if before.frame == frame else {}
    # One by one: all of them at once would take as much memory again as the reading.
    notes = (
        (f"{frame} {name}", msgspec.msgpack.encode(read))
        for name, read in new.items()
        if read is not old.get(name)
    )
    kept = {f"{frame} {name}" for name in new}
    gone = {f"{before.frame} {name}" for name in before.reads} - kept
    with suppress(LostValueError):
        memo.note(chain(notes, [(_FRAME, frame.encode())]), sorted(gone))
    if memo.count() > 2 * len(new) + 100:
        memo.let_go({text.body for read in new.values() for text in read.writings})
