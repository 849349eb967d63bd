"""Read `content/site.yaml`: what the site is called, its languages, where it is published."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated
from urllib.parse import quote, urlsplit

from pydantic import AfterValidator, Field

from microsite.diagnostics import Code, Diagnostic, Location
from microsite.source.files import read
from microsite.source.nodes import Tree, compose
from microsite.source.schema import Strict, bind, fault

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
        raise fault(Code.INVALID, "This is not a web address.", _remedy(value))
    if "@" in parts.netloc:
        message = f"This address leads to {parts.hostname}, whatever stands in front of the @."
        raise fault(Code.INVALID, message, _remedy(value))
    if len(value) > URL_LIMIT:
        message = f"The address is longer than {URL_LIMIT} characters."
        raise fault(Code.INVALID, message, "Take out of it what only counts visits.")
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


def _check_language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        message = f"“{value}” is not a language tag."
        hint = "Write it as in ru, en, zh-Hans or ja (BCP 47)."
        if LANGUAGE.fullmatch(value.lower()):
            hint = f"Write {value.lower()}, in small letters."
        raise fault(Code.INVALID, message, hint)
    return value


def check_base_url(value: str) -> str:
    """Take the address of a site, and let it end in a slash."""
    parts = urlsplit(check_url(value))
    if "//" in parts.path:
        raise fault(Code.INVALID, "The site's address has two slashes in a row.", "Delete one.")
    if parts.query or parts.fragment:
        message = "The site's address has no ? and no #."
        raise fault(Code.INVALID, message, "Write it as in https://example.org/briefings/.")
    return value.rstrip("/") + "/"


Url = Annotated[str, AfterValidator(check_url)]
Language = Annotated[str, AfterValidator(_check_language)]
Texts = dict[Language, Annotated[str, Field(min_length=1)]]


class Settings(Strict):
    """Hold the settings of a site."""

    title: Texts = Field(description="The site's name in each of its languages.")
    description: Texts = Field(description="One sentence about the site in each of its languages.")
    languages: tuple[Language, ...] = Field(
        description="The languages of the site, as BCP 47 tags; the first is the default."
    )
    base_url: Annotated[str, AfterValidator(check_base_url)] | None = Field(
        default=None,
        description="The address at which the site is published; without it, the parts that need"
        " absolute addresses are left out.",
    )
    repository: Url | None = Field(
        default=None,
        description="The address of the repository on GitHub, for the links “edit this page”"
        " and “report a mistake”.",
    )
    branch: str = Field(default="main", description="The branch that editors change.")


REQUIRED = ("title", "description", "languages")


def read_settings(
    content: Path, overrides: Mapping[str, str] | None = None
) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    """Read the settings of a content folder; `overrides` come from the command line.

    Reports: `settings`, `yaml` and what the schema finds.
    """
    path = content / FILE
    if not path.is_file():
        message = f"The content folder has no {FILE}, which names the site and its languages."
        return None, (Diagnostic(Location(path), Code.SETTINGS, message),)
    source, findings = read(path)
    if source is None:
        return None, findings
    tree, findings = compose(source)
    if tree is None:
        return None, findings
    settings, bound = bind(Settings, tree, required=REQUIRED)
    findings += bound
    if settings is None or findings:
        return None, findings
    findings = tuple(_judge(settings, tree))
    return (None, findings) if findings else (settings.model_copy(update=dict(overrides or {})), ())


def _judge(settings: Settings, tree: Tree) -> list[Diagnostic]:
    findings = []
    if not settings.languages:
        message, hint = "The site has no language.", "Name at least one, as in [ru, en]."
        findings.append(tree.finding(Code.SETTINGS, ("languages",), message, hint))
    seen: set[str] = set()
    for index, language in enumerate(settings.languages):
        if language.lower() in seen:
            message = f"The language {language} stands here twice."
            findings.append(tree.finding(Code.SETTINGS, ("languages", index), message))
        seen.add(language.lower())
    for name in ("title", "description"):
        texts = getattr(settings, name)
        for language in settings.languages:
            if language not in texts:
                message = (
                    f"`{name}` has no text in {language}, which is one of the site's languages."
                )
                findings.append(tree.key_finding(Code.SETTINGS, (name,), message))
        for language in texts:
            if language not in settings.languages:
                message = f"{language} is not one of the site's languages."
                hint = f"Add it to `languages`, or delete this text of `{name}`."
                findings.append(tree.key_finding(Code.SETTINGS, (name, language), message, hint))
    return findings
