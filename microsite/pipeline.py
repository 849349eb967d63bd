"""Tell the build from top to bottom: read, arrange, plan, render, publish.

Each stage hands a value to the next; none reaches back. With any finding, nothing is published.
Whether there is anything to build at all is asked before, in `run`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import msgspec

from microsite.content.read import Progress, Remembered
from microsite.diagnostics import Diagnostic
from microsite.inputs import CODE, CONTENT, TEMPLATES, Inputs, have_changed
from microsite.ledger import Known, Ledger, digest_of, leave, marks, standing
from microsite.memo import Memo, digest
from microsite.options import Options
from microsite.output.environment import environment
from microsite.output.locks import Hold
from microsite.output.manifest import MANIFEST, Published
from microsite.output.printing import Printed, print_files
from microsite.output.publish import exchange, open_stage, replace_one, swap
from microsite.output.removal import discard
from microsite.output.render import Press
from microsite.output.static_files import Static
from microsite.pages.cards import card, date_in_words
from microsite.pages.frames import site_around
from microsite.pages.outputs import Output
from microsite.planning import Plan, full_keys, outputs_at, plan_site, planned_before


class ChangedMeanwhileError(Exception):
    """Tell that a file was saved after it was looked at and before it was read."""


class Build(msgspec.Struct, frozen=True):
    """Say what came of a build."""

    findings: tuple[Diagnostic, ...]
    """In the order of their places, each once."""
    remembered: Remembered
    ledger: Ledger
    """As it was before, where nothing was published."""
    published: Published | None = None
    planned: Plan | None = None
    """What the next build of this process may take from."""


def build(  # noqa: PLR0913 -- all but two are named at the call
    options: Options,
    inputs: Inputs,
    *,
    memo: Memo,
    remembered: Remembered,
    ledger: Ledger,
    before: Plan | None = None,
    kept: dict[str, dict[str, bytes]] | None = None,
    output: Path | None,
    hold: Hold | None,
    progress: Progress,
) -> Build:
    """Build the site into a folder; without one, only render it.

    `hold` is told of the folder that will take the output's name; without it, the output is a
    folder that nobody else writes into, and is itself changed file by file. What was planned
    `before` is taken where it was planned from the same, and what is `kept` of long files likewise:
    see `Press`.

    Raises: ForeignFolderError; LostValueError; ChangedMeanwhileError; OSError, where the machine is
    at fault.
    """
    planned = plan_site(
        options, inputs, memo, remembered, before or planned_before(ledger), progress
    )
    if planned.findings:
        return Build(_ordered(planned.findings), planned.remembered, ledger)
    revision = digest(inputs.digests(TEMPLATES, CODE), inputs.surroundings)
    keys = full_keys(planned)
    known = standing(output, ledger) if output and hold else ledger.outputs
    is_current = ledger.revision == revision
    right = {
        path: item for path, item in known.items() if is_current and keys.get(path) == item.key
    }
    new = keys.keys() - right.keys()
    changed: list[Output | Static] = [*outputs_at(planned, new)]
    changed += [file for file in planned.static if file.path in new]
    press = Press(
        templates=options.templates,
        locales=options.locales,
        revision=revision,
        texts={edition.language: edition.texts for edition in planned.editions},
        memo=memo,
        bodies=planned.bodies,
        folder=str(output or ""),
        kept=kept,
    )
    if output is None:
        _, findings = print_files(changed, press, progress)
        return Build(findings, planned.remembered, replace(ledger, told=planned.told))
    digests = {path: item.digest for path, item in right.items()}
    result = Published(0, len(digests), 0)
    printed: dict[str, Printed] = {}
    if changed or known.keys() - {MANIFEST} != keys.keys() or (hold and MANIFEST not in known):
        stage = open_stage(output)
        try:
            if hold:
                hold(stage)
            press = msgspec.structs.replace(press, stage=str(stage))
            printed, findings = print_files(changed, press, progress)
        except BaseException:
            discard(stage)
            raise
        if findings:
            discard(stage)
            return Build(findings, planned.remembered, ledger)
        if have_changed(options, inputs):
            discard(stage)
            raise ChangedMeanwhileError
        digests |= {path: item.digest for path, item in printed.items()}
        written = [path for path, item in printed.items() if item.written]
        publish = _publish if hold else swap
        result = publish(stage, output, digests, written, known.keys())
    at = {path: mark for path, (mark, _) in marks(output, [MANIFEST, *printed]).items()}
    left = right | {
        path: Known(at.get(path, ""), item.digest, keys[path]) for path, item in printed.items()
    }
    moment = 0
    if hold:
        left[MANIFEST] = Known(at.get(MANIFEST, ""), digest_of(output / MANIFEST))
        moment = leave(output / MANIFEST)
    read = _with_digests(inputs.files, planned.remembered)
    after = Ledger(inputs.surroundings, revision, planned.digest, read, left, moment, planned.told)
    return Build((), planned.remembered, after, result, planned)


def _publish(
    stage: Path,
    output: Path,
    digests: Mapping[str, str],
    written: Sequence[str],
    known: Collection[str],
) -> Published:
    if len(written) == 1 and {*known} == {*digests, MANIFEST}:
        return replace_one(stage, output, digests, written[0])
    return exchange(stage, output, digests, written)


def forget_readings() -> None:
    """Let go of what functions keep by the digests of shared files that may be those of others."""
    for keeping in (environment, card, date_in_words, site_around):
        keeping.cache_clear()


def _ordered(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(set(findings)))


def _with_digests(files: Mapping[str, Known], remembered: Remembered) -> dict[str, Known]:
    """Add the digests of texts that nobody had read before."""
    if all(known.digest for known in files.values()):
        return dict(files)
    read = {
        f"{CONTENT}/{path}": digest
        for one in remembered.reads.values()
        for path, digest in zip(one.paths, one.digests, strict=True)
    }
    return {
        name: known if known.digest else Known(known.mark, read.get(name, ""))
        for name, known in files.items()
    }
