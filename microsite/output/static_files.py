"""Define a file that is published as it stands: media, a style sheet, an icon."""

from __future__ import annotations

from pathlib import Path

import msgspec


class Static(msgspec.Struct, frozen=True):
    """Hold where a file comes from, and where it goes."""

    path: str
    source: Path | None
    """None for an empty file."""
    digest: str
    """SHA-256 of its bytes."""

    @property
    def key(self) -> str:
        """Give the digest of all that the file is made from."""
        return self.digest
