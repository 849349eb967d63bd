"""Remember what a pure function gave for the same input, between runs.

Deleting the cache changes nothing but time: a key is the digest of the whole input, and what
cannot be read back is computed anew.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

FILE = "memo.sqlite3"


def digest(*parts: str) -> str:
    """Give one key for a sequence of texts; `("ab", "c")` and `("a", "bc")` differ."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        whole.update(len(data).to_bytes(8, "big"))
        whole.update(data)
    return whole.hexdigest()


class Memo:
    """Hold what is remembered during one run; without a folder, nothing outlives the run."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read what the folder holds; a missing or damaged cache is an empty one."""
        self._folder = folder
        self._old = _recall(folder)
        self._used: dict[str, str] = {}

    def recall(self, key: str) -> str | None:
        """Give what is remembered under a key, and keep it for the next run too."""
        value = self._used.get(key) or self._old.get(key)
        if value is not None:
            self._used[key] = value
        return value

    def remember(self, key: str, value: str) -> None:
        """Keep a value for the next run."""
        self._used[key] = value

    def save(self) -> None:
        """Keep what this run used, and let the rest go.

        A cache that cannot be written is no reason to fail: the next run takes longer.
        """
        if self._folder is None or self._used == self._old:
            return
        path = self._folder / FILE
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                _write(path, self._used)
            except sqlite3.DatabaseError:
                path.unlink(missing_ok=True)
                _write(path, self._used)
        except (sqlite3.Error, OSError):
            return


def _recall(folder: Path | None) -> dict[str, str]:
    if folder is None or not (folder / FILE).is_file():
        return {}
    try:
        with closing(sqlite3.connect(folder / FILE)) as store:
            rows = store.execute("SELECT key, value FROM memo").fetchall()
    except sqlite3.Error:
        return {}
    return {key: value for key, value in rows if isinstance(key, str) and isinstance(value, str)}


def _write(path: Path, entries: dict[str, str]) -> None:
    with closing(sqlite3.connect(path)) as store, store:
        store.execute("CREATE TABLE IF NOT EXISTS memo (key TEXT PRIMARY KEY, value TEXT NOT NULL)")
        store.execute("DELETE FROM memo")
        store.executemany("INSERT INTO memo (key, value) VALUES (?, ?)", sorted(entries.items()))
