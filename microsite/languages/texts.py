"""Read the texts of the interface in one language, and look them up.

They stand in `locales/<language>/microsite.po`, as gettext's PO, which every translator's editor
knows: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html. English is a catalogue
like the others. What is missing is said, never replaced by another language.
"""

from __future__ import annotations

import gettext
import hashlib
import re
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec
from babel import UnknownLocaleError

from microsite.diagnostics import Code, Diagnostic, Location
from microsite.languages.locales import load_locale
from microsite.languages.po import read_catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from babel import Locale
    from babel.messages.catalog import Message

FILE: Final = "microsite.po"
PLACEHOLDER: Final = re.compile(r"%\((\w+)\)[sd]")
NUMBERS: Final = range(1000)
"""What a plural rule is tried on; every rule that gettext knows repeats itself within these."""


def mark(message: str) -> str:
    """Mark a text for translation where it is written; it is looked up where it is shown."""
    return message


class MissingTextError(LookupError):
    """Tell that a text of the interface has no translation."""

    def __init__(self, message: str, language: str) -> None:
        super().__init__(message)
        self.language = language


class WantedText(msgspec.Struct, frozen=True):
    """Name a text that is looked up somewhere."""

    message: str
    plural: str = ""
    """Its form for many; empty where it has none."""
    context: str = ""


class Texts(msgspec.Struct, frozen=True):
    """Hold the texts of the interface in one language.

    The four lookups are those of gettext, so that Jinja's i18n extension takes them as they are
    (`newstyle=True`). Raises: MissingTextError, each of them, where there is no translation.
    """

    language: str
    """BCP 47, as in the settings."""
    locale: Locale
    """How dates and numbers are written: of the language, or of one of its countries."""
    messages: Mapping[tuple[str, str], tuple[str, ...]]
    """The forms of a translation, in the order of the plural rule, by context and message."""
    digest: str
    """Of the file that holds them."""
    plural_rule: str
    """The expression after `plural=` in the catalogue's header."""

    def __hash__(self) -> int:
        return hash((self.language, self.digest))

    def gettext(self, message: str) -> str:
        """Translate a text."""
        return self.pgettext("", message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Translate a text in the form that goes with a number."""
        return self.npgettext("", singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        """Translate a text that means different things in different places."""
        forms = self.messages.get((context, message))
        if not forms:
            raise MissingTextError(f"“{message}” has no text in {self.language}.", self.language)
        return forms[0]

    def npgettext(self, context: str, singular: str, plural: str, number: int) -> str:
        """Translate such a text in the form that goes with a number."""
        forms = self.messages.get((context, singular), ())
        index = plural_index(self.plural_rule)(number)
        if index >= len(forms):
            raise MissingTextError(
                f"“{singular}” / “{plural}” has no text in {self.language}.", self.language
            )
        return forms[index]


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
    texts = Texts(language, locale, messages, digest, catalogue.plural_expr)
    return texts, tuple(found)


def missing(texts: Texts, wanted: Iterable[WantedText]) -> tuple[WantedText, ...]:
    """Choose the wanted texts that have no translation, in the order they are given."""
    count = plural_count(texts.plural_rule)
    return tuple(
        text
        for text in wanted
        if len(texts.messages.get((text.context, text.message), ())) < (count if text.plural else 1)
    )


@cache
def plural_index(rule: str) -> Callable[[int], int]:
    """Make the function from a number to the place of its plural form.

    Raises: ValueError where the rule is not one.
    """
    return gettext.c2py(rule)


@cache
def plural_count(rule: str) -> int:
    """Count the plural forms that a rule gives. Raises: ValueError where it is not one."""
    return 1 + max(map(plural_index(rule), NUMBERS))


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
