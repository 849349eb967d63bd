"""Publish files as a build does, also in a process of its own that dies on the way.

    python -m tests.output.publishing FOLDER SITE WAY DIES_AT

publishes one of the sites below, and kills itself before a call of the system: "17" is the 17th of
all, "os.rename 3" the third of that name. It prints how many calls it made if it lived.
"""

from __future__ import annotations

import errno
import hashlib
import os
import signal
import stat
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from microsite.output.changes import compare
from microsite.output.exchange import Calls
from microsite.output.in_place import replace_files
from microsite.output.manifest import ForeignFolderError, Published
from microsite.output.mending import mend
from microsite.output.publish import exchange, open_stage, replace_one
from microsite.output.removal import discard

ROOT = Path(__file__).resolve().parents[2]

Files = Mapping[str, bytes]
Way = Callable[[Path, Path, Mapping[str, str], Collection[str]], Published]


def digests_of(files: Files) -> dict[str, str]:
    return {path: hashlib.sha256(data).hexdigest() for path, data in files.items()}


def publish(files: Files, folder: Path, way: Way = exchange) -> Published:
    """Make a folder hold these files, writing those that do not stand there."""
    stage = open_stage(folder)
    try:
        written = [path for path in files if not _stands(folder / path, files[path])]
        for path in written:
            (stage / path).parent.mkdir(parents=True, exist_ok=True)
            (stage / path).write_bytes(files[path])
    except BaseException:
        discard(stage)
        raise
    return way(stage, folder, digests_of(files), written)


def _stands(path: Path, data: bytes) -> bool:
    try:
        return not path.is_symlink() and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def refusing(number: int) -> Callable[[str, str], None]:
    """Make a call of the system that is always refused."""

    def call(source: str, target: str) -> None:
        raise OSError(number, os.strerror(number), source, None, target)

    return call


def with_calls(calls: Calls) -> Way:
    """Publish by exchange on a system that has other calls."""
    return lambda stage, folder, digests, written: exchange(stage, folder, digests, written, calls)


def replace_in_place(
    stage: Path, folder: Path, digests: Mapping[str, str], written: Collection[str]
) -> Published:
    """Publish as `exchange` does where a folder cannot be exchanged."""
    stage, output = Path(os.path.realpath(stage)), os.path.realpath(folder)
    try:
        change = compare(str(stage), output, digests, written)
        if written or change.before != digests:
            replace_files(str(stage), change)
        else:
            discard(stage)
    except BaseException:
        with suppress(OSError, ForeignFolderError):
            mend(folder)
        raise
    return Published(len(written), len(digests) - len(written), len(change.stale))


def replace_page(
    stage: Path, folder: Path, digests: Mapping[str, str], written: Collection[str]
) -> Published:
    """Publish a site of which one page differs from the old one."""
    (path,) = written
    return replace_one(stage, folder, digests, path)


WAYS: dict[str, Way] = {
    "exchange": exchange,
    "two renames": with_calls(Calls(exchange=refusing(errno.ENOSYS))),
    "copies": with_calls(Calls(link=refusing(errno.EPERM))),
    "in place": replace_in_place,
}


def whole(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Give all that lies in a folder, empty folders too: modes, and bytes or targets."""
    return dict(_things(folder, folder))


def _things(folder: Path, top: Path) -> Iterator[tuple[str, tuple[int, bytes]]]:
    if not folder.exists():
        return
    for path in sorted(folder.iterdir()):
        mode = path.lstat().st_mode
        inside = b""
        if stat.S_ISLNK(mode):
            inside = os.fsencode(path.readlink())
        elif stat.S_ISREG(mode):
            inside = path.read_bytes()
        yield path.relative_to(top).as_posix(), (mode, inside)
        if stat.S_ISDIR(mode):
            yield from _things(path, top)


def _sites(size: int) -> dict[str, dict[str, bytes]]:
    """Make an old site and a new one: pages that stay, change, come, go, and give way to others."""
    pages = {f"en/briefings/{n:03}.html": b"page %d" % n for n in range(size)}
    changed = {path: data + b" anew" for path, data in list(pages.items())[::7]}
    old = {
        **pages,
        "index.html": b"old",
        "gone/page.html": b"1",
        "media/a": b"2",
        "media/b/c": b"3",
    }
    new = {**pages, **changed, "index.html": b"new", "ru/index.html": b"4"}
    return {
        "old": old,
        "new": {**new, "media/a/b": b"5", "media/b": b"6"},
        "one": {**old, "index.html": b"new"},
    }


SITES = _sites(20)
LARGE_SITES = _sites(300)
_SITES = {**SITES, **{f"large {name}": files for name, files in LARGE_SITES.items()}}


def add_foreign_things(folder: Path) -> None:
    """Put beside our files what a maintainer may have there."""
    for name, data in {
        "CNAME": b"example.org",
        ".git/HEAD": b"ref",
        ".git/objects/ab/cd": b"blob",
        "gone/notes.txt": b"mine",
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / ".git" / "refs").mkdir()
    (folder / ".git" / "objects" / "ab").chmod(0o750)
    (folder / "latest").symlink_to("index.html")


def start(folder: Path, site: str, way: str, dies_at: str = "0") -> subprocess.Popen[str]:
    """Start a process that publishes; it says "ready" before it begins."""
    module = "tests.output.publishing"
    return subprocess.Popen(
        [sys.executable, "-m", module, str(folder), site, way, dies_at],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


_CALLS = frozenset(
    {
        "open",
        *(f"os.{name}" for name in ("chmod", "link", "listdir", "mkdir", "remove", "rename")),
        *(f"os.{name}" for name in ("rmdir", "scandir", "symlink")),
    }
)


def _main(folder: str, site: str, way: str, dies_at: str) -> None:
    made: Counter[str] = Counter()
    name, _, number = dies_at.rpartition(" ")

    def count(event: str, _: object) -> None:
        if event in _CALLS:
            made.update([event, ""])
            if name in {event, ""} and made[name] == int(number):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.stdout.write("ready\n")
    sys.stdout.flush()
    sys.addaudithook(count)
    publish(_SITES[site], Path(folder), {**WAYS, "one page": replace_page}[way])
    sys.stdout.write(f"{made['']}\n")


if __name__ == "__main__":
    _main(*sys.argv[1:])
