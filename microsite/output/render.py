"""Render views through Jinja templates; a fault of a template is a finding at its line."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from microsite import routes
from microsite.diagnostics import Code, Diagnostic, Location
from microsite.languages.texts import Texts, WantedText, missing
from microsite.pages.outputs import Output
from microsite.source.files import is_leftover

_SUFFIXES = {".html", ".xml"}
"""What is a template; other files of the folder are published as they stand."""

_LOOKUPS = {"_": 0, "gettext": 0, "ngettext": 0, "pgettext": 1, "npgettext": 1}
"""What templates call to find a text, and the place of the message among the arguments."""


def beside_templates(folder: Path) -> tuple[Path, ...]:
    """List what is published as it stands: style sheets, icons, fonts beside the templates."""
    return tuple(
        path
        for path in sorted(folder.iterdir())
        if path.is_file() and path.suffix not in _SUFFIXES and not is_leftover(path.name)
    )


def environment(folder: Path, texts: Texts) -> Environment:
    """Make the environment of one language; templates are given only what they are told."""
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
    )
    env.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        texts.gettext,
        texts.ngettext,
        newstyle=True,
        pgettext=texts.pgettext,
        npgettext=texts.npgettext,
    )
    return env


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
        yield _finding(folder / name, error.lineno, _sentence(error))
        return
    for line, function, message in messages:
        parts = message if isinstance(message, tuple) else (message,)
        context = parts[0] or "" if _LOOKUPS.get(function) else ""
        rest = [part or "" for part in parts[_LOOKUPS.get(function, 0) :]]
        plural = rest[1] if function.startswith(("n", "np")) and len(rest) > 1 else ""
        wanted = WantedText(rest[0], plural, context)
        for language in texts:
            if missing(language, [wanted]):
                yield _finding(
                    folder / name,
                    line,
                    f"The text “{wanted.message}” has no translation into {language.language}.",
                    f"Add it to locales/{language.language}/microsite.po.",
                    Code.TEXT,
                )


def render(
    outputs: Iterable[Output], folder: Path, texts: Mapping[str, Texts]
) -> Iterator[tuple[Output, bytes | Diagnostic]]:
    """Render outputs one by one, each to its bytes or to what is wrong with its template."""
    environments = {language: environment(folder, texts[language]) for language in texts}
    for output in outputs:
        yield output, _render_one(output, environments[output.site.language], folder)


def _render_one(output: Output, env: Environment, folder: Path) -> bytes | Diagnostic:
    try:
        template = env.get_template(output.template)
        return template.render(page=output.page, site=output.site).encode("utf-8")
    except TemplateSyntaxError as error:
        path = Path(error.filename or folder / output.template)
        return _finding(path, error.lineno, _sentence(error))
    except Exception as error:
        # Whatever else a template runs into is its fault; a template that is not there too, though
        # Jinja counts that among the faults of the machine.
        if isinstance(error, OSError) and not isinstance(error, TemplateError):
            raise
        name = type(error).__name__
        path, line = _place(error, folder) or (folder / output.template, 1)
        return _finding(path, line, f"{error} ({name}, first seen on {output.path}).")


def _sentence(error: TemplateSyntaxError) -> str:
    return (error.message or "It cannot be read").rstrip(".") + "."


def _place(error: BaseException, folder: Path) -> tuple[Path, int] | None:
    """Find the last line of a template that led to an error; Jinja names them in tracebacks."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [f for f in frames if Path(f.filename).is_relative_to(folder) and f.lineno]
    return (Path(inside[-1].filename), inside[-1].lineno or 1) if inside else None


def _finding(
    path: Path, line: int, message: str, hint: str = "", code: Code = Code.TEMPLATE
) -> Diagnostic:
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    excerpt = lines[line - 1] if 0 < line <= len(lines) else ""
    column = len(excerpt) - len(excerpt.lstrip()) + 1
    return Diagnostic(
        Location(path, line, column), code, message, hint, excerpt, len(excerpt.strip()) or 1
    )
