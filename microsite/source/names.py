"""Judge the name of a file or folder: whether every system can hold it and every eye read it."""

from __future__ import annotations

import re

from microsite.source.files import invisible

LIMIT = 200
"""Bytes; systems take 255, and a published name grows by its ending."""

_DEVICES = "(?i:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])"

_PLAIN = re.compile(rf"(?!{_DEVICES}(?:\.|$))[A-Za-z0-9_][A-Za-z0-9_.-]*[A-Za-z0-9_]")
"""What nearly every name looks like: judged at one glance, for there are tens of thousands."""

_DEVICE = re.compile(rf"({_DEVICES}) *(?:\..*)?")
_RESERVED = re.compile(r'[<>:"|?*\\]')
_UNDECODED = re.compile("[\ud800-\udfff]")
_LETTERS = "Rename it; best are letters a-z, digits and hyphens."

Fault = tuple[str, str]
"""A message and a hint."""


def name_fault(name: str) -> Fault | None:
    """Say why a name cannot be published, in letters that can be shown; None for a good one."""
    if len(name) <= LIMIT and _PLAIN.fullmatch(name):
        return None
    return _unseen(name) or _unfit(name)


def device(name: str) -> str | None:
    """Find the device for which Windows takes a name, with or without an ending."""
    match = _DEVICE.fullmatch(name)
    return match[1] if match else None


def printable(name: str) -> str:
    """Write what cannot be shown as its number, so that no name can alter a report."""
    hidden = {index for index, _ in invisible(name)}
    return "".join(
        f"\\x{ord(character) & 0xFF:02x}"
        if _UNDECODED.match(character)
        else f"\\u{ord(character):04x}"
        if index in hidden or character in "\t\n"
        else character
        for index, character in enumerate(name)
    )


def _unseen(name: str) -> Fault | None:
    shown = printable(name)
    if _UNDECODED.search(name):
        message = f"The name “{shown}” is not UTF-8."
        return message, f"An older program wrote letters that others cannot read. {_LETTERS}"
    if shown != name:
        return f"The name “{shown}” holds characters that cannot be seen.", _LETTERS
    return None


def _unfit(name: str) -> Fault | None:
    if len(name.encode()) > LIMIT:
        message = f"The name “{name[:40]}…” is longer than {LIMIT} bytes."
        return message, "Give it a shorter one; a letter beyond a-z counts two to four bytes."
    if found := device(name):
        message = f"“{found}” is the name of a device on Windows, where no file can have it."
        return message, f"Add a word, as in {found.lower()}-report."
    if reserved := _RESERVED.search(name):
        message = f"The name “{name}” holds the character {reserved[0]}, which Windows refuses."
        return message, _LETTERS
    if name != name.strip(" ") or name.endswith("."):
        message = f"The name “{name}” begins or ends with a space, or ends in a dot."
        return message, "Take it off: some systems do so unasked, and links then lead nowhere."
    return None
