"""Check a folder of templates before anything is rendered, and word what is wrong with one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePath

from jinja2 import Environment, TemplateSyntaxError

from microsite import routes
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.languages.texts import Texts, WantedText, missing
from microsite.ledger import Known
from microsite.output.environment import environment
from microsite.source.files import is_leftover

_SUFFIXES = {".html", ".xml"}
"""What is a template; other files of the folder are published as they stand."""

_LOOKUPS = {"_": 0, "gettext": 0, "ngettext": 0, "pgettext": 1, "npgettext": 1}
"""What templates call to find a text, and the place of the message among the arguments."""


def beside_templates(files: Mapping[str, Known], folder: str) -> Iterator[tuple[str, Known]]:
    """List what is published as it stands: style sheets, icons, fonts beside the templates."""
    for path, known in files.items():
        name = path.removeprefix(f"{folder}/")
        if name != path and "/" not in name and PurePath(name).suffix not in _SUFFIXES:
            yield name, known


def check_templates(
    folder: Path, required: Iterable[str], texts: Sequence[Texts]
) -> tuple[Diagnostic, ...]:
    """Find templates that are missing, cannot be read, or use texts that a language lacks.

    Reports: `template`, `text`.
    """
    findings = [
        Diagnostic(
            Location(folder / name),
            Code.TEMPLATE,
            f"The template {name} is missing.",
            "A folder of templates is a whole set: copy the missing ones from templates/.",
        )
        for name in sorted({*required, routes.STYLESHEET})
        if not (folder / name).is_file()
    ]
    if findings or not texts:
        return tuple(findings)
    env = environment(folder, texts[0])
    names = env.list_templates(extensions=["html", "xml"])
    for name in sorted(name for name in names if not is_leftover(name.rpartition("/")[2])):
        findings += _check_template(env, folder, name, texts)
    return tuple(findings)


def _check_template(
    env: Environment, folder: Path, name: str, texts: Sequence[Texts]
) -> Iterator[Diagnostic]:
    try:
        source = (folder / name).read_text(encoding="utf-8")
        env.parse(source, name)
        messages = list(env.extract_translations(source))  # type: ignore[attr-defined]  # as above
    except UnicodeDecodeError:
        yield Diagnostic(
            Location(folder / name), Code.UNREADABLE, "The file is not UTF-8.", "Save it as UTF-8."
        )
        return
    except TemplateSyntaxError as error:
        yield template_finding(folder / name, error.lineno, sentence(error))
        return
    for line, function, message in messages:
        parts = message if isinstance(message, tuple) else (message,)
        context = parts[0] or "" if _LOOKUPS.get(function) else ""
        rest = [part or "" for part in parts[_LOOKUPS.get(function, 0) :]]
        plural = rest[1] if function.startswith(("n", "np")) and len(rest) > 1 else ""
        wanted = WantedText(rest[0], plural, context)
        for language in texts:
            if missing(language, [wanted]):
                yield template_finding(
                    folder / name,
                    line,
                    f"The text “{wanted.message}” has no translation into {language.language}.",
                    f"Add it to locales/{language.language}/microsite.po.",
                    Code.TEXT,
                )


def sentence(error: TemplateSyntaxError) -> str:
    """Word why a template cannot be read."""
    return (error.message or "It cannot be read").rstrip(".") + "."


def template_finding(
    path: Path, line: int, message: str, hint: str = "", code: Code = Code.TEMPLATE
) -> Diagnostic:
    """Make a finding at a line of a template."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    return Diagnostic(
        Location(path, line, column), code, message, hint, excerpt, len(excerpt.strip()) or 1
    )
