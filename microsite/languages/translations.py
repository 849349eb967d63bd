"""Read the texts of the interface from `locales/<language>/microsite.po`, and judge them.

They stand in gettext's PO, which every translator's editor knows:
https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Final

from babel import UnknownLocaleError

from microsite.diagnostics import Code, Diagnostic, Location
from microsite.languages.locales import load_locale
from microsite.languages.po import read_catalogue
from microsite.languages.texts import FILE, Texts, plural_count

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from babel.messages.catalog import Message

PLACEHOLDER: Final = re.compile(r"%\((\w+)\)[sd]")


def load_texts(folder: Path, language: str) -> tuple[Texts | None, tuple[Diagnostic, ...]]:
    """Read the texts of a language from the folder of all languages.

    The header may name a country with the language, for the way dates and numbers are written:
    `Language: en_GB` writes 12 September. What has a finding is left out of the texts.
    Reports: TEXT.
    """
    path = folder / language / FILE
    catalogue, findings = read_catalogue(path)
    if catalogue is None:
        return None, findings
    tag = (catalogue.locale_identifier or language).replace("_", "-")
    try:
        load_locale(language)
        locale = load_locale(tag)
        count = plural_count(catalogue.plural_expr)
    except (UnknownLocaleError, ValueError) as error:
        return None, (Diagnostic(Location(path), Code.TEXT, f"The header does not hold: {error}."),)
    if locale.language != language.split("-", 1)[0]:
        message = f"The file of {language} says in its header that its language is {tag}."
        return None, (Diagnostic(Location(path), Code.TEXT, message),)
    if count != catalogue.num_plurals:
        message = (
            f"Plural-Forms has nplurals={catalogue.num_plurals}, and a rule that gives {count}."
        )
        return None, (Diagnostic(Location(path), Code.TEXT, message),)
    messages: dict[tuple[str, str], tuple[str, ...]] = {}
    found = list(findings)
    for entry in catalogue:
        if not entry.id:
            continue  # the header
        ids, forms = _strings(entry.id), _strings(entry.string)
        faults = list(_faults(entry, ids, forms))
        found += (
            Diagnostic(Location(path, entry.lineno or 1), Code.TEXT, fault) for fault in faults
        )
        if not faults:
            messages[entry.context or "", ids[0]] = forms
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    texts = Texts(language, tag, messages, digest, catalogue.plural_expr)
    return texts, tuple(found)


def _strings(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _faults(entry: Message, ids: tuple[str, ...], forms: tuple[str, ...]) -> Iterator[str]:
    """Judge one translation."""
    if not all(forms):
        yield "This text has no translation, or not in all its forms."
        return
    if entry.fuzzy:
        yield "This translation is marked “fuzzy”: check it, and delete the mark."
    names = [set(PLACEHOLDER.findall(message)) for message in ids]
    for form in forms:
        used = set(PLACEHOLDER.findall(form))
        for name in sorted(used - set.union(*names)):
            yield f"The translation has %({name})s, which is not in the text."
        for name in sorted(set.intersection(*names) - used):
            yield f"The translation lacks %({name})s."
        if "%" in PLACEHOLDER.sub("", form).replace("%%", ""):
            yield "A percent sign is written %% in a translation."
