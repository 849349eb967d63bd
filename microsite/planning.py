"""Decide which files a site holds: read everything, arrange it, plan the pages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

import msgspec

from microsite import routes
from microsite.catalogue.catalogue import Catalogue, arrange, published
from microsite.catalogue.stated import registers_of
from microsite.content.model import Writing
from microsite.content.read import Content, Progress, Remembered, read_content
from microsite.diagnostics import Diagnostic
from microsite.inputs import CODE, CONTENT, TEMPLATES, Inputs
from microsite.languages.texts import Texts
from microsite.ledger import Ledger
from microsite.memo import LostValueError, Memo, digest
from microsite.options import Options
from microsite.output.manifest import MANIFEST
from microsite.output.static_files import Static
from microsite.output.templates import beside_templates, check_templates
from microsite.pages.edition import Edition
from microsite.pages.outputs import Output
from microsite.pages.plan import TEMPLATES as WANTED
from microsite.pages.plan import Planned, collisions, plan, plan_some
from microsite.shared import settings_of, texts_of, vocabulary_of


class Plan(msgspec.Struct, frozen=True):
    """Hold a site that is ready to be rendered, or what stands against it."""

    findings: tuple[Diagnostic, ...]
    remembered: Remembered
    digest: str = ""
    """Of all that the outputs are planned from; not of the bodies, which they only name."""
    keys: Mapping[str, str] = {}
    """Of the outputs, by path: see `Output.key`. Those that another run left may hold more."""
    shown: Mapping[str, str] = {}
    """The text whose body an output shows, by the output's path; no entry where it shows none."""
    planned: Planned | None = None
    """None where the outputs were planned by another run, so that only their keys are known."""
    content: Content | None = None
    catalogue: Catalogue | None = None
    editions: tuple[Edition, ...] = ()
    static: tuple[Static, ...] = ()
    bodies: Mapping[str, str] = {}
    """The key of each published text's body in the memo, by its file."""

    @property
    def told(self) -> tuple[int, bool]:
        """Count the pages, and say whether the site has a base address."""
        pages = "\n".join([*self.keys, ""]).count(".html\n")  # there are tens of thousands
        return pages, bool(self.editions and self.editions[0].settings.base_url)


def full_keys(plan: Plan) -> dict[str, str]:
    """Give the keys of all files by their paths: of a page that shows a body, that one's too."""
    with_bodies = {
        path: f"{plan.keys[path]} {plan.bodies.get(text, '')} {text}"
        for path, text in plan.shown.items()
    }
    return {**plan.keys, **with_bodies, **{file.path: file.key for file in plan.static}}


def planned_before(ledger: Ledger) -> Plan:
    """Take what an earlier run planned from the keys of the files that it left."""
    keys, shown = {}, {}
    for path, known in ledger.outputs.items():
        keys[path], _, body_and_text = known.key.partition(" ")
        if body_and_text:
            shown[path] = body_and_text.partition(" ")[2]
    keys.pop(MANIFEST, None)
    return Plan((), Remembered(), ledger.planned, keys, shown)


def outputs_at(plan: Plan, paths: Collection[str]) -> tuple[Output, ...]:
    """Give the outputs of these paths; what is not an output is passed over."""
    wanted = {*paths} & plan.keys.keys() - {file.path for file in plan.static}
    if plan.planned is not None:
        return tuple(output for output in plan.planned.outputs if output.path in wanted)
    if not wanted or plan.content is None:
        return ()
    catalogue = arrange(plan.content.briefings)
    return plan_some(plan.editions, catalogue, plan.content.pages, wanted)


def plan_site(  # noqa: PLR0913, PLR0917 -- what is asked for, what is known, and who watches
    options: Options,
    inputs: Inputs,
    memo: Memo,
    remembered: Remembered,
    before: Plan,
    progress: Progress,
) -> Plan:
    """Read everything, and decide which files the site holds.

    Where it would be planned from the same as `before`, that is what is given.
    """
    settings, findings = settings_of(options, inputs, memo)
    findings += inputs.findings
    if settings is None:
        return Plan(findings, remembered)
    reading = read_content(
        options.content,
        settings,
        vocabulary_of(options, inputs, memo, settings.languages),
        memo,
        walked=inputs.content,
        remembered=remembered,
        digests={
            name[len(CONTENT) + 1 :]: known.digest
            for name, known in inputs.files.items()
            if name.startswith(f"{CONTENT}/")
        },
        surroundings=digest(inputs.libraries, inputs.digests(CODE)),
        progress=progress,
    )
    loaded = [texts_of(options, inputs, memo, language) for language in settings.languages]
    texts = tuple(text for text, _ in loaded if text)
    findings += reading.findings
    findings += tuple(finding for _, found in loaded for finding in found)
    findings += _check_templates(options, inputs, memo, texts)
    if reading.content is None or findings:
        return Plan(findings, reading.remembered)
    content = _published(reading.content, drafts=options.drafts)
    registers = registers_of(content.briefings)
    editions = tuple(_edition(content, registers, text, options, inputs) for text in texts)
    static = _static(content, options, inputs)
    texts_of_all: list[Writing] = [v for b in content.briefings for v in b.versions]
    bodies = {text.path: text.body for text in (*texts_of_all, *content.pages)}
    of = _digest_of(content, editions, static, inputs.digests(CODE))
    now = before
    if before.digest != of:
        catalogue = arrange(content.briefings, before.catalogue)
        planned = plan(editions, catalogue, content.pages, before.planned or Planned())
        named = [(o.path, o.origin) for o in planned.outputs] + [(f.path, f.path) for f in static]
        now = Plan(
            _collisions(named, options, memo, inputs.digests(CODE)),
            reading.remembered,
            of,
            planned.keys,
            {o.path: o.text for o in planned.outputs if o.text},
            planned,
            catalogue=catalogue,
        )
    return msgspec.structs.replace(
        now,
        remembered=reading.remembered,
        content=content,
        editions=editions,
        static=static,
        bodies=bodies,
    )


def _digest_of(
    content: Content, editions: Sequence[Edition], static: Sequence[Static], code: str
) -> str:
    pages = [
        msgspec.structs.replace(page, body="", sections=(), links=(), images=())
        for page in content.pages
    ]
    return digest(
        code,
        *(edition.digest for edition in editions),
        "\n".join([briefing.digest for briefing in content.briefings]),
        msgspec.msgpack.encode(pages),
        "\n".join([file.path for file in static]),
    )


def _check_templates(
    options: Options, inputs: Inputs, memo: Memo, texts: Sequence[Texts]
) -> tuple[Diagnostic, ...]:
    key = digest(
        "templates",
        inputs.libraries,
        inputs.digests(TEMPLATES, CODE),
        *(text.digest for text in texts),
    )
    if memo.recall(key) is not None:
        return ()
    findings = check_templates(options.templates, WANTED, texts)
    if not findings:
        with suppress(LostValueError):
            memo.remember([(key, b"in order")])
    return findings


def _collisions(
    named: Sequence[tuple[str, str]], options: Options, memo: Memo, code: str
) -> tuple[Diagnostic, ...]:
    # The same addresses as last time do not collide now.
    key = digest("addresses", code, "\n".join([path for path, _ in named]))
    if memo.recall(key) is not None:
        return ()
    findings = collisions(named, options.content)
    if not findings:
        with suppress(LostValueError):
            memo.remember([(key, b"apart")])
    return findings


def _published(content: Content, *, drafts: bool) -> Content:
    return msgspec.structs.replace(
        content,
        briefings=published(content.briefings, drafts=drafts),
        pages=tuple(page for page in content.pages if drafts or not page.draft),
    )


def _edition(
    content: Content, registers: tuple[str, ...], texts: Texts, options: Options, inputs: Inputs
) -> Edition:
    pages = tuple((p.slug, p.title) for p in content.pages if p.language == texts.language)
    shared = inputs.digests(f"{CONTENT}/site.yaml", f"{CONTENT}/vocabulary")
    return Edition(
        language=texts.language,
        texts=texts,
        settings=content.settings,
        vocabulary=content.vocabulary,
        pages=pages,
        repository_path=options.repository_path,
        digest=digest(
            shared, inputs.surroundings, texts.language, texts.digest, repr(pages), *registers
        ),
        registers=registers,
        drafts=options.drafts,
        preview=options.preview,
    )


def _static(content: Content, options: Options, inputs: Inputs) -> tuple[Static, ...]:
    """Gather what is published as it stands: the media that published texts name, and the looks."""
    texts: list[Writing] = [v for briefing in content.briefings for v in briefing.versions]
    texts += content.pages
    named = {link.target for text in texts for link in text.images + text.links}
    files = [
        Static(path, content.folder / path, _digest(inputs, CONTENT, path))
        for path in content.media
        if path in named
    ]
    files += [
        Static(name, options.templates / name, known.digest)
        for name, known in beside_templates(inputs.shared, TEMPLATES)
    ]
    return (*files, Static(routes.NO_JEKYLL, None, _EMPTY))


_EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
"""SHA-256 of no bytes."""


def _digest(inputs: Inputs, folder: str, path: str) -> str:
    return inputs.files[f"{folder}/{path}"].digest
