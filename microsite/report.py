"""Word findings for the terminal, for GitHub and for programs."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

from microsite.diagnostics import Diagnostic

_WIDE = {"W", "F"}
"""East Asian widths that take two columns: https://www.unicode.org/reports/tr11/"""


def text(findings: Sequence[Diagnostic], folder: Path) -> str:
    """Word findings for people: place, message, the line with a mark below, what to do."""
    blocks = [_block(finding, folder) for finding in findings]
    return "\n".join([*blocks, total(findings)]) if findings else ""


def github(findings: Sequence[Diagnostic], folder: Path) -> str:
    """Word findings as commands that GitHub shows on the lines of a pull request.

    The first of each file comes first: GitHub shows ten of a step. Source:
    https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
    """
    firsts: dict[Path, Diagnostic] = {}
    for finding in findings:
        firsts.setdefault(finding.location.path, finding)
    ordered = [*firsts.values(), *(f for f in findings if firsts[f.location.path] is not f)]
    return "\n".join(_command(finding, folder) for finding in ordered)


def as_json(findings: Sequence[Diagnostic], folder: Path) -> str:
    """Word findings as a JSON list of {path, line, column, code, message, hint}."""
    rows = [
        {
            "path": shown(finding.location.path, folder),
            "line": finding.location.line,
            "column": finding.location.column,
            "code": finding.code.value,
            "message": finding.message,
            "hint": finding.hint,
        }
        for finding in findings
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


FORMATS: dict[str, Callable[[Sequence[Diagnostic], Path], str]] = {
    "text": text,
    "github": github,
    "json": as_json,
}


def shown(path: Path, folder: Path) -> str:
    """Write a path relative to the working folder where it lies below it."""
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else str(path)
    # A name that is not UTF-8 cannot be printed as it is.
    return name.encode("utf-8", "replace").decode()


def _block(finding: Diagnostic, folder: Path) -> str:
    place = finding.location
    where = f"{shown(place.path, folder)}:{place.line}:{place.column}"
    lines = [
        f"{where}: error[{finding.code}]: {finding.message}",
    ]
    if finding.excerpt.strip():
        margin = " " * len(str(place.line))
        before = finding.excerpt[: place.column - 1]
        marked = finding.excerpt[place.column - 1 : place.column - 1 + finding.width]
        excerpt, before, marked = _window(finding.excerpt, before, marked)
        pad = "".join("\t" if c == "\t" else " " * _columns(c) for c in before)
        marks = "^" * max(1, sum(map(_columns, marked)))
        lines += [
            f" {margin} |",
            f" {place.line} | {excerpt}",
            f" {margin} | {pad}{marks}",
        ]
    if finding.hint:
        lines.append(f"   {finding.hint}")
    return "\n".join(lines) + "\n"


def _window(excerpt: str, before: str, marked: str, room: int = 100) -> tuple[str, str, str]:
    """Cut a long line down to what stands around the mark."""
    if len(excerpt) <= room:
        return excerpt, before, marked
    start = max(0, len(before) - room // 2)
    end = min(len(excerpt), start + room)
    lead, tail = "…" if start else "", "…" if end < len(excerpt) else ""
    return lead + excerpt[start:end] + tail, lead + before[start:], marked[: end - len(before)]


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def total(findings: Sequence[Diagnostic]) -> str:
    """Count the mistakes, and say that nothing was published."""
    files = len({finding.location.path for finding in findings})
    mistakes = "1 mistake" if len(findings) == 1 else f"{len(findings)} mistakes"
    return f"{mistakes} in {'1 file' if files == 1 else f'{files} files'}; nothing was published."


def _command(finding: Diagnostic, folder: Path) -> str:
    place = finding.location
    message = f"{finding.message} {finding.hint}".strip()
    properties = {
        "title": f"error[{finding.code}]",
        "file": shown(place.path, folder),
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + finding.width,
    }
    told = ",".join(f"{key}={_escape(str(value), more=True)}" for key, value in properties.items())
    return f"::error {told}::{_escape(message)}"


def _escape(value: str, *, more: bool = False) -> str:
    value = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return value.replace(":", "%3A").replace(",", "%2C") if more else value
