"""Make the environment in which templates are rendered, one for each language."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined, Template
from jinja2.bccache import Bucket
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup

from microsite.languages.texts import Texts
from microsite.memo import LostValueError, Memo


class _Imported(Template):
    """Import macros without asking at each page whether it brought names of its own: none does."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:  # noqa: ARG002 -- as Jinja has it
        return super()._get_default_module()


class _Compiled(BytecodeCache):
    """Keep compiled templates in the memo."""

    def __init__(self, memo: Memo, revision: str) -> None:
        self._memo = memo
        self._revision = revision

    def load_bytecode(self, bucket: Bucket) -> None:
        kept = self._memo.recall(f"template {self._revision} {bucket.key} {bucket.checksum}")
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(LostValueError):
            key = f"template {self._revision} {bucket.key} {bucket.checksum}"
            self._memo.remember([(key, bucket.bytecode_to_string())])


@lru_cache(maxsize=8)
def environment(
    folder: Path,
    texts: Texts,
    memo: Memo | None = None,
    revision: str = "",
) -> Environment:
    """Make the environment of one language; templates are given only what they are told.

    `revision` tells one state of templates, code and libraries from another.
    """
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        auto_reload=False,
        bytecode_cache=_Compiled(memo, revision) if memo else None,
    )
    env.template_class = _Imported
    env.install_gettext_callables(  # type: ignore[attr-defined]  # the extension adds it
        texts.gettext,
        texts.ngettext,
        newstyle=True,
        pgettext=texts.pgettext,
        npgettext=texts.npgettext,
    )
    ready = lru_cache(maxsize=1_000)(lambda message: Markup(texts.gettext(message) % {}))  # noqa: S704 -- texts of ours

    def gettext(message: str, **values: object) -> Markup:
        # As the extension has it, but what every page says is looked up and set once.
        return Markup(texts.gettext(message)) % values if values else ready(message)  # noqa: S704

    env.globals["_"] = env.globals["gettext"] = gettext
    # A macro that is imported sees its arguments alone: what it gave for them once, it gives again.
    env.globals["once"] = lru_cache(maxsize=8_000)(lambda macro, *told: macro(*told))
    return env
