"""Keep the drafts of a folder: what they were made from, which names are free; add to them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

_DIGEST = re.compile(rb"^ +digest: *[\"']?([0-9a-f]{64})", re.MULTILINE)
_TITLE = re.compile(rb"^ +title: *(\S.*?) *\r?$", re.MULTILINE)
_HEAD = 8_192
"""Bytes of a draft in which its front matter tells the digest of its source."""


class Drafts:
    """Know the names and sources of the texts that are there, and of those that are added."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self._slugs: set[str] = set()

    @classmethod
    def of(cls, folders: Iterable[Path]) -> Drafts:
        """Look what is in some folders already."""
        drafts = cls()
        for folder in dict.fromkeys(folders):
            for path in sorted(folder.rglob("*.md")) if folder.is_dir() else ():
                drafts._slugs.add(path.name.partition(".")[0].casefold())
                with suppress(OSError), path.open("rb") as file:
                    head = file.read(_HEAD)
                    for found in _DIGEST.findall(head):
                        drafts._sources.setdefault(found.decode("ascii"), path.name)
                    for found in _TITLE.findall(head):
                        drafts._titles.setdefault(found.decode("utf-8", "replace"), path.name)
        return drafts

    def of_source(self, digest: str) -> str:
        """Give the name of the draft that was made from a text; empty where there is none."""
        return self._sources.get(digest, "")

    def of_title(self, title: str) -> str:
        """Give the name of a draft whose source has a headline, written as in front matter."""
        return self._titles.get(title, "")

    def free(self, slug: str) -> str:
        """Give the slug, or with a number the first that nothing has."""
        return next(name for name in _numbered(slug) if name.casefold() not in self._slugs)

    def add(self, slug: str, name: str, digest: str, title: str) -> None:
        """Remember a draft that is written, or would be."""
        self._slugs.add(slug.casefold())
        self._sources[digest] = name
        if title:
            self._titles.setdefault(title, name)


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def write(folder: Path, name: str, text: str) -> None:
    """Write a file that is not there, whole or not at all. Raises: OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    aside = folder / f".{name}.{os.getpid()}"
    try:
        aside.write_text(text, encoding="utf-8", newline="\n")
        try:
            os.link(aside, folder / name)
        except FileExistsError:
            raise
        except OSError:  # a disk that knows no links
            with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
    finally:
        aside.unlink(missing_ok=True)
