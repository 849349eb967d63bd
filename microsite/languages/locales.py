"""Find what CLDR knows of a language: months, numbers, lists, names of languages.

Everything that asks Babel for a locale asks here, because Babel (2.16 to 2.18) lets the locales
share what they inherit, and writes into it: after Chinese was used, the Japanese September is 九月.
Here each locale is read with all that it inherits for itself alone. https://github.com/python-babel/babel/issues/1234
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from babel import Locale, localedata
from babel.core import get_global
from babel.lists import format_list

if TYPE_CHECKING:
    from collections.abc import Sequence


@cache
def load_locale(tag: str) -> Locale:
    """Find the locale of a BCP 47 tag, as `ru`, `en-GB` or `zh-Hans`.

    Raises: babel.UnknownLocaleError where CLDR has none; ValueError where it is not a tag.
    """
    locale = Locale.parse(tag, sep="-")
    cache = localedata._cache  # noqa: SLF001 - see above
    others = dict(cache)
    cache.clear()
    own = localedata.load(str(locale))
    cache.clear()
    cache.update(others | {str(locale): own})
    return locale


@cache
def language_name(language: str, in_language: str) -> str:
    """Name a language in a language, as the middle of a sentence has it: `русский`, `English`."""
    locale = load_locale(language)
    return locale.get_display_name(load_locale(in_language)) or language


@cache
def direction(language: str) -> Literal["ltr", "rtl"]:
    """Tell in which direction a language is written, as HTML's `dir` has it."""
    return cast("Literal['ltr', 'rtl']", load_locale(language).text_direction)


@cache
def language_and_territory(locale: Locale) -> str:
    """Write a locale with the country where it is most at home, as Open Graph does: `ru_RU`.

    Source: https://ogp.me/#optional
    """
    likely = get_global("likely_subtags").get(str(locale), str(locale))
    return f"{locale.language}_{locale.territory or likely.rpartition('_')[2]}"


def join_and(items: Sequence[str], locale: Locale) -> str:
    """Join words to a list that ends in “and”."""
    return format_list(items, "standard", locale)


def join_or(items: Sequence[str], locale: Locale) -> str:
    """Join words to a list that ends in “or”."""
    return format_list(items, "or", locale)
