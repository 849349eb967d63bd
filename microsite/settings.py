"""Hold what the site is called, its languages, where it is published; judge addresses."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

import msgspec

from microsite.diagnostics import Code
from microsite.source.faults import FaultError

FILE = "site.yaml"

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?")
"""A BCP 47 tag of language, script and region, in their usual letters: https://www.rfc-editor.org/rfc/rfc5646"""

URL_LIMIT = 2_000
"""Characters; some programs cut off longer addresses."""

_HOST = re.compile(
    r"(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.?"
    r"|[0-9a-f:.]*:[0-9a-f:.]*"
)
"""A name as the network knows it, or a number; a browser would also decode `%`, and so lead
elsewhere than it looks."""


def check_url(value: str) -> str:
    """Take an absolute web address that leads where it seems to lead."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    safe = re.fullmatch(r"[!-~]+", value) is not None and not set(value) & set('"<>\\^`{|}')
    known = parts.scheme in {"http", "https"} and _HOST.fullmatch(parts.hostname or "")
    if not known or not safe or port == 0:
        raise FaultError(Code.INVALID, "This is not a web address.", _remedy(value))
    if "@" in parts.netloc:
        message = f"This address leads to {parts.hostname}, whatever stands in front of the @."
        raise FaultError(Code.INVALID, message, _remedy(value))
    if len(value) > URL_LIMIT:
        message = f"The address is longer than {URL_LIMIT} characters."
        raise FaultError(Code.INVALID, message, "Take out of it what only counts visits.")
    return value


def _remedy(value: str) -> str:
    """Write an address anew, as browsers send it; they show it with other letters."""
    general = "Write it whole, as in https://example.org/page."
    try:
        parts = urlsplit(value.strip().strip("<>"))
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return general
    path, query, fragment = (
        quote(part, safe="/%:@!$&'()*+,;=~-._?")
        for part in (parts.path, parts.query, parts.fragment)
    )
    tail = (f"?{query}" if query else "") + (f"#{fragment}" if fragment else "")
    remedy = f"{parts.scheme}://{host}{port}{path}{tail}"
    web = parts.scheme in {"http", "https"} and host
    return f"Write {remedy}." if web and remedy != value else general


def check_language(value: str) -> str:
    """Take a BCP 47 tag in its usual letters."""
    if not LANGUAGE.fullmatch(value):
        message = f"“{value}” is not a language tag."
        hint = "Write it as in ru, en, zh-Hans or ja (BCP 47)."
        if LANGUAGE.fullmatch(value.lower()):
            hint = f"Write {value.lower()}, in small letters."
        raise FaultError(Code.INVALID, message, hint)
    return value


def check_base_url(value: str) -> str:
    """Take the address of a site, and let it end in a slash."""
    parts = urlsplit(check_url(value))
    if "//" in parts.path:
        raise FaultError(
            Code.INVALID, "The site's address has two slashes in a row.", "Delete one."
        )
    if parts.query or parts.fragment:
        message = "The site's address has no ? and no #."
        raise FaultError(Code.INVALID, message, "Write it as in https://example.org/briefings/.")
    return value.rstrip("/") + "/"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Hold the settings of a site; valid by construction."""

    title: dict[str, str]
    """By language."""
    description: dict[str, str]
    """By language."""
    languages: tuple[str, ...]
    """BCP 47 tags; the first is the default."""
    base_url: str | None = None
    """Absolute, and ends in a slash."""
    repository: str | None = None
    branch: str = "main"
    as_of: str | None = None
    """The day by which what is due is judged, as in 2026-11-26."""
