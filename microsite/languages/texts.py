"""Look up the texts of the interface in one language.

English is a catalogue like the others. What is missing is said, never replaced by another language.
"""

from __future__ import annotations

import gettext
from functools import cache
from typing import TYPE_CHECKING, Final

import msgspec

from microsite.languages.locales import load_locale

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from babel import Locale

FILE: Final = "microsite.po"
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
    tag: str
    """BCP 47: of the language or of one of its countries, by which dates are written."""
    messages: dict[tuple[str, str], tuple[str, ...]]
    """The forms of a translation, in the order of the plural rule, by context and message."""
    digest: str
    """Of the file that holds them."""
    plural_rule: str
    """The expression after `plural=` in the catalogue's header."""

    @property
    def locale(self) -> Locale:
        """Tell how dates and numbers are written."""
        return load_locale(self.tag)

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
