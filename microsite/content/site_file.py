"""Read `content/site.yaml`: what the site is called, its languages, where it is published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import msgspec
from pydantic import AfterValidator, Field

from microsite.content.fields import Language, Url, read_date
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.settings import FILE, Settings, check_base_url
from microsite.source.faults import FaultError
from microsite.source.files import read
from microsite.source.nodes import Tree, compose
from microsite.source.schema import Strict, bind

Texts = dict[Language, Annotated[str, Field(min_length=1)]]


def _check_day(value: str) -> str:
    day = read_date(value)
    if day.lower != day.upper or not day.is_exact:
        raise FaultError(Code.INVALID, "This is one day, as in 2026-11-26.")
    return value


class SiteFile(Strict):
    """Hold what may stand in the file."""

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
    as_of: Annotated[str, AfterValidator(_check_day)] | None = Field(
        default=None,
        description="The day by which commitments are judged, as in 2026-11-26; what was due"
        " before it can no longer be planned. Without it, nothing is overdue.",
    )


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
    bound_file, bound = bind(SiteFile, tree, required=REQUIRED)
    findings += bound
    if bound_file is None or findings:
        return None, findings
    findings = tuple(_judge(bound_file, tree))
    if findings:
        return None, findings
    settings = msgspec.convert(bound_file, Settings, from_attributes=True)
    return msgspec.structs.replace(settings, **(overrides or {})), ()


def _judge(settings: SiteFile, tree: Tree) -> list[Diagnostic]:
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
