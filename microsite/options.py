"""Hold what the command line says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Hold what a build is asked for; all paths are absolute."""

    content: Path
    templates: Path
    locales: Path
    cache: Path | None
    """Where things are remembered between builds; None to remember nothing."""
    repository_path: str = "content"
    """Where the content folder stands in the repository."""
    overrides: Mapping[str, Any] = field(default_factory=dict)
    """Settings that the command line replaces, as it has them."""
    drafts: bool = False
    preview: bool = False
