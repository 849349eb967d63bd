"""Keep account of the files of a build: what went in, what came out.

Each file is known by a mark, which the system gives without opening it, and by the digest of its
bytes. A mark that is as it was stands for bytes that are as they were; where it differs, the bytes
are asked. So a build that finds nothing changed need not import, read or make anything.

The ledger is a text file in the cache, and may be deleted: it only saves time.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from microsite.source.walk import Stat

_FORM = "briefing-microsite ledger 2"

_JUST_NOW = 2_000_000_000
"""Nanoseconds within which a file could be written again under the same mark: some file systems
count time in steps of two seconds. A file as young as that is asked for its bytes next time."""


_BATCH = 1_000
"""Rows of a ledger that are written together."""

MANY = 200
"""Files that are asked for their bytes before it is clear that there is anything to build."""


class Known(NamedTuple):
    """Hold what is known of one file."""

    mark: str
    """Empty where the file is to be asked for its bytes."""
    digest: str
    key: str = ""
    """Of an output, the digest of what it was made from."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Hold what the last build into a folder found, and what it left there."""

    surroundings: str = ""
    """Digest of what else the build depended on: options, code, versions of libraries."""
    revision: str = ""
    """Digest of what makes pages of their inputs: code and templates, and the surroundings."""
    planned: str = ""
    """Digest of what the outputs were planned from: all but the bodies."""
    inputs: Mapping[str, Known] = field(default_factory=dict)
    outputs: Mapping[str, Known] = field(default_factory=dict)
    left: int = 0
    """When the outputs were left, in nanoseconds: what the system changed later is asked."""
    told: tuple[int, bool] = (0, False)
    """How many pages there were, and whether the site has a base address."""


def mark(stat: Stat, now: int) -> str:
    """Word what the system says of a file; empty for one that is too young to be known by it.

    `now` is the time before the system was asked, in nanoseconds.
    """
    if max(stat.mtime_ns, stat.ctime_ns) > now - _JUST_NOW:
        return ""
    return f"{stat.size}.{stat.mtime_ns}.{stat.ctime_ns}.{stat.inode}"


def now() -> int:
    """Tell the time, in nanoseconds; only marks are judged by it, and never an output."""
    return time.time_ns()


def digest_of(path: Path) -> str:
    """Give the digest of a file's bytes, as the manifest of a site writes it: SHA-256."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_as_known(path: Path, known: Known) -> bool:
    """Tell whether a file has the bytes that are known of it; opens it only where it has to.

    Raises: OSError, where it cannot be asked.
    """
    moment = now()
    at = path.lstat()
    here = mark(Stat(at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino), moment)
    return (here != "" and here == known.mark) or digest_of(path) == known.digest


def look(
    folders: Mapping[str, Path],
    stats: Mapping[str, Mapping[str, Stat]],
    before: Ledger,
    moment: int,
    texts: tuple[str, ...] = (),
) -> dict[str, Known]:
    """Find what is known of the files of several folders, each named by `name/path`.

    A file whose mark differs is read, and its digest taken. Where that would be more than `MANY`
    below `texts`, those are left without one: whoever reads them takes it from the same bytes.
    """
    found: dict[str, Known] = {}
    to_ask: list[tuple[str, Path]] = []
    for name, files in stats.items():
        folder = folders[name]
        for path, stat in files.items():
            full = f"{name}/{path}"
            here = mark(stat, moment)
            known = before.inputs.get(full)
            if known is not None and here and known.mark == here:
                found[full] = known
            else:
                found[full] = Known(here, "")
                to_ask.append((full, folder / path))
    many = sum(full.startswith(texts) for full, _ in to_ask) > MANY
    for full, place in to_ask:
        if not (many and full.startswith(texts)):
            found[full] = Known(found[full].mark, digest_of(place))
    return found


def standing(folder: Path, ledger: Ledger) -> dict[str, Known]:
    """Choose the outputs that stand in a folder as they were left there, with their marks of now.

    One whose mark differs, or that was touched since, is read: bytes that are as they were are
    still the same output.
    """
    found: dict[str, Known] = {}
    at = marks(folder, ledger.outputs)
    for path, known in ledger.outputs.items():
        here, touched = at.get(path, ("", 0))
        if here == known.mark and touched <= ledger.left:
            found[path] = known
        elif here:
            with suppress(OSError):
                if digest_of(folder / path) == known.digest:
                    found[path] = Known(here, known.digest, known.key)
    return found


def marks(folder: Path, paths: Iterable[str]) -> dict[str, tuple[str, int]]:
    """Give the marks of plain files by their paths in a folder; what is not one has none.

    Publishing makes and removes names of files that stay, which the system counts as a change: so
    the time of that is given beside the mark, and judged by `Ledger.left` for all together.
    """
    wanted = {*paths}
    found: dict[str, tuple[str, int]] = {}
    if len(wanted) <= MANY:
        for path in wanted:
            with suppress(OSError):
                at = (folder / path).lstat()
                if S_ISREG(at.st_mode):
                    found[path] = _marked(at)
        return found
    for parent in sorted({path.rpartition("/")[0] for path in wanted}):
        try:
            entries = os.scandir(folder / parent)
        except OSError:
            continue
        with entries:
            for entry in entries:
                path = f"{parent}/{entry.name}" if parent else entry.name
                if path in wanted and entry.is_file(follow_symlinks=False):
                    found[path] = _marked(entry.stat(follow_symlinks=False))
    return found


def _marked(at: os.stat_result) -> tuple[str, int]:
    return f"{at.st_size}.{at.st_mtime_ns}.{at.st_ino}", at.st_ctime_ns


def leave(file: Path) -> int:
    """Touch a file and give the time of that, by the clock of its file system, in nanoseconds.

    Where others own the file it is 0: then all is asked for its bytes next time.
    """
    try:
        file.chmod(file.stat().st_mode)
    except PermissionError:
        return 0
    return file.stat().st_ctime_ns


def read_ledger(path: Path) -> Ledger:
    """Read a ledger back; one that is missing or damaged is an empty one."""
    try:
        check, _, text = path.read_text(encoding="utf-8").partition("\n")
        if check != _check(text):
            return Ledger()
        head, inputs, outputs = text.split("\n\n")
        form, surroundings, revision, planned, left, pages, base = head.split("\n")
        if form != _FORM:
            return Ledger()
        return Ledger(
            surroundings,
            revision,
            planned,
            {name: Known(mark, digest) for mark, digest, _, name in _rows(inputs)},
            {name: Known(mark, digest, key) for mark, digest, key, name in _rows(outputs)},
            int(left),
            (int(pages), base == "base"),
        )
    except (OSError, ValueError):
        return Ledger()


def write_ledger(path: Path, ledger: Ledger) -> None:
    """Keep a ledger for the next run; where it cannot be written, the next run takes longer."""
    if any(name != name.strip() or len(name.splitlines()) > 1 for name in ledger.inputs):
        return  # such a name could not be read back
    aside = path.with_name(f"{path.name}.{os.getpid()}")
    whole = hashlib.sha256()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as file:
            file.write(b"%b\n" % whole.hexdigest().encode())  # room for what is known at the end
            for lines in _lines(ledger):
                data = lines.encode()
                whole.update(data)
                file.write(data)
            file.seek(0)
            file.write(whole.hexdigest().encode())
        aside.replace(path)
    except (OSError, UnicodeEncodeError):
        with suppress(OSError):
            aside.unlink(missing_ok=True)


def _lines(ledger: Ledger) -> Iterator[str]:
    """Write a ledger bit by bit: that of a large site takes much memory at once."""
    pages, base = ledger.told
    told = (str(ledger.left), str(pages), "base" if base else "none")
    yield "\n".join((_FORM, ledger.surroundings, ledger.revision, ledger.planned, *told))
    for part in (ledger.inputs, ledger.outputs):
        items, between = iter(sorted(part.items())), "\n\n"
        while batch := [*islice(items, _BATCH)]:
            rows = [f"{k.mark}\t{k.digest}\t{k.key}\t{name}" for name, k in batch]
            yield between + "\n".join(rows)
            between = "\n"
        if between == "\n\n":
            yield between


def _rows(text: str) -> Iterable[list[str]]:
    return (line.split("\t", 3) for line in text.split("\n") if line)


def _check(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
