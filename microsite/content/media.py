"""Judge the files of `content/media/`, which are published as they stand.

An address of the site that answers with a program would run it as the site's own, whatever the
pages forbid: so only kinds of file that browsers show without obeying are taken, and pictures in
SVG, which can hold programs, are read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from microsite.content.links import IMAGES
from microsite.content.svg import judge_svg
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.source.files import decode

KINDS: Final = IMAGES | {".csv", ".docx", ".ods", ".odt", ".pdf", ".txt", ".xls", ".xlsx"}
"""Endings that are published; beside them a README or a LICENSE may lie, which is not."""

_NOTES = ("readme", "license")


def judge_media(path: Path) -> tuple[Diagnostic, ...]:
    """Tell whether a file may be published as it stands; only an SVG is read.

    Reports: `file-name`, `image`, and what reading a text finds. Raises: OSError.
    """
    if path.name.lower().startswith(_NOTES):
        return ()
    ending = path.suffix.lower()
    if ending not in KINDS:
        message = f"Files that end in “{path.suffix}” are not published."
        if not ending:
            message = "The name has no ending that tells what the file is."
        hint = "Allowed are: " + ", ".join(sorted(KINDS)) + "."
        return (Diagnostic(Location(path), Code.FILE_NAME, message, hint),)
    if ending != ".svg":
        return ()
    source, findings = decode(path, path.read_bytes())
    return findings if source is None else judge_svg(source)
