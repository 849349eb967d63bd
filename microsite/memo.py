"""Remember what pure functions gave for the same input, between runs.

Deleting the cache changes nothing but time: a key is the digest of the whole input, each value is
kept with a digest of its own, and what cannot be read back is made anew.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Collection, Iterable
from contextlib import closing, suppress
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

FILE = "memo.sqlite3"

_CHECK = 8
"""Bytes of a value's digest that are kept in front of it."""

_DAMAGE = (sqlite3.Error, ValueError, MemoryError)
"""What damage leads to: its errors may not even be text, and its sizes not fit in memory."""

_BUSY = 10.0
"""Seconds to wait for another build that is writing."""


class LostValueError(Exception):
    """Tell that a value which was there a moment ago cannot be read back."""


def digest(*parts: str | bytes) -> str:
    """Give one key for a sequence of texts; `("ab", "c")` and `("a", "bc")` differ."""
    whole = hashlib.blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


def _check(key: str, value: bytes) -> bytes:
    """Tell values apart, and by what key they are kept: damage may put one under another's."""
    whole = hashlib.blake2b(key.encode("utf-8", "surrogatepass") + b" ", digest_size=_CHECK)
    whole.update(value)
    return whole.digest()


class Memo:
    """Hold values by their keys in one SQLite file; without a folder, for one run only.

    It may be used in a child process: each opens the file for itself.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Open what a folder holds; a cache that cannot be written is one for this run only."""
        self._passing: TemporaryDirectory[str] | None = None
        self._path = (folder or Path()) / FILE
        self._store: tuple[int, sqlite3.Connection] | None = None
        if folder is None or not self._open_or_remake(folder):
            from tempfile import TemporaryDirectory  # noqa: PLC0415 -- slow to import

            self._passing = TemporaryDirectory(prefix="briefing-memo-")
            self._path = Path(self._passing.name) / FILE

    def __getstate__(self) -> dict[str, object]:
        """Go to a child process without the connection, which it opens for itself."""
        return {"_path": self._path, "_passing": None, "_store": None}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and of what was kept for this run only."""
        self._disconnect()
        if self._passing is not None:
            self._passing.cleanup()

    def recall(self, key: str) -> bytes | None:
        """Give what is remembered under a key; None where it is missing or damaged."""
        with suppress(*_DAMAGE):
            row = self._connect().execute("SELECT value FROM memo WHERE key = ?", (key,)).fetchone()
            if row and isinstance(row[0], bytes):
                check, value = row[0][:_CHECK], row[0][_CHECK:]
                if _check(key, value) == check:
                    return value
        return None

    def require(self, key: str) -> bytes:
        """Give what was remembered before. Raises: LostValueError where it is gone."""
        value = self.recall(key)
        if value is None:
            raise LostValueError(key)
        return value

    def remember(self, values: Iterable[tuple[str, bytes]]) -> None:
        """Keep values, all or none. Raises: LostValueError where the file cannot be written."""
        rows = [(key, _check(key, value) + value) for key, value in values]
        try:
            with self._connect() as store:
                store.executemany("INSERT OR REPLACE INTO memo (key, value) VALUES (?, ?)", rows)
        except _DAMAGE as error:
            raise LostValueError(str(error)) from error

    def recall_all(self) -> dict[str, bytes]:
        """Give all notes: small values that are asked for together. Damaged ones are left out."""
        with suppress(*_DAMAGE):
            rows = self._connect().execute("SELECT key, value FROM notes").fetchall()
            return {
                key: row[_CHECK:]
                for key, row in rows
                if isinstance(key, str)
                and isinstance(row, bytes)
                and _check(key, row[_CHECK:]) == row[:_CHECK]
            }
        return {}

    def note(self, values: Iterable[tuple[str, bytes]], gone: Iterable[str]) -> None:
        """Keep notes, and forget those that are gone, all or none.

        Raises: LostValueError where the file cannot be written.
        """
        try:
            with self._connect() as store:
                store.executemany("DELETE FROM notes WHERE key = ?", [(key,) for key in gone])
                rows = ((key, _check(key, value) + value) for key, value in values)
                store.executemany("INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)", rows)
        except _DAMAGE as error:
            raise LostValueError(str(error)) from error

    def count(self) -> int:
        """Count the values that are held, notes apart."""
        with suppress(*_DAMAGE):
            return int(self._connect().execute("SELECT count(*) FROM memo").fetchone()[0])
        return 0

    def let_go(self, used: Collection[str]) -> None:
        """Forget what is no longer used, once that is more than half."""
        if self.count() > 2 * len(used) + 100:
            with suppress(*_DAMAGE), self._connect() as store:
                keys = [key for (key,) in store.execute("SELECT key FROM memo").fetchall()]
                unused = [(key,) for key in keys if key not in used]
                store.executemany("DELETE FROM memo WHERE key = ?", unused)

    def _open_or_remake(self, folder: Path) -> bool:
        """Tell whether the folder takes values; a damaged file there is replaced."""
        for attempt in (1, 2):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                self._connect().execute(
                    "SELECT count(*) FROM memo, notes WHERE memo.key = notes.key"
                ).fetchone()
                writable = os.access(self._path, os.W_OK)
            except (*_DAMAGE, OSError) as error:
                self._disconnect()
                if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY:
                    return False  # whole, and another build writes into it for long
                if attempt == 1:
                    with suppress(OSError):
                        forget(folder)
            else:
                if not writable:
                    self._disconnect()
                return writable
        return False

    def _connect(self) -> sqlite3.Connection:
        # A connection must not be carried over into a child process.
        if self._store is None or self._store[0] != os.getpid():
            store = sqlite3.connect(self._path, timeout=_BUSY, check_same_thread=False)
            with closing(store.cursor()) as cursor:
                cursor.execute("PRAGMA page_size = 16384")
                # WAL would map a file into memory: who cuts that off while we run, kills us.
                cursor.execute("PRAGMA journal_mode = TRUNCATE")
                # A loss of power may damage the file: then it is made anew.
                cursor.execute("PRAGMA synchronous = OFF")
                for table in ("memo", "notes"):
                    cursor.execute(
                        f"CREATE TABLE IF NOT EXISTS {table} (key TEXT PRIMARY KEY, value BLOB)"
                    )
            self._store = (os.getpid(), store)
        return self._store[1]

    def _disconnect(self) -> None:
        if self._store is not None and self._store[0] == os.getpid():
            with suppress(*_DAMAGE):
                self._store[1].close()
        self._store = None


def forget(folder: Path) -> None:
    """Remove what a folder remembers."""
    for ending in ("", "-journal", "-wal", "-shm"):
        (folder / f"{FILE}{ending}").unlink(missing_ok=True)
