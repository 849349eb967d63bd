"""Define the kinds of value that front matter and vocabularies are made of.

Each is a type with its own check and words; a field of a model names one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, GetPydanticSchema, ValidationInfo
from pydantic_core.core_schema import no_info_plain_validator_function

from microsite.content.vocabulary import Spellings
from microsite.dates.edtf import Edtf, EdtfError, parse
from microsite.diagnostics import LOOKALIKES, Code, nearest
from microsite.routes import INDEX, SLUG
from microsite.settings import check_language, check_url
from microsite.source.faults import FaultError
from microsite.source.names import device


def _check_slug(value: str) -> str:
    if value == INDEX:
        message = f"The slug “{INDEX}” is kept for the list of all."
        raise FaultError(Code.INVALID, message, "Choose another.")
    if not SLUG.fullmatch(value):
        message = f"“{value}” cannot stand in an address."
        raise FaultError(Code.INVALID, message, "Use lower-case letters a-z, digits and hyphens.")
    if device(value):
        message = f"“{value}” is the name of a device on Windows, where no file can have it."
        raise FaultError(Code.INVALID, message, f"Add a word, as in {value}-report.")
    return value


def _check_text(value: str) -> str:
    words = " ".join(value.split("\n")).strip(" ")
    if not words:
        raise FaultError(Code.MISSING, "There is no text here.")
    return words


def _date(value: object) -> Edtf:
    if not isinstance(value, str):
        raise FaultError(
            Code.WRONG_TYPE, 'A date is one value; write a set in quotes: "[2016,2017]".'
        )
    try:
        return parse(value)
    except EdtfError as error:
        raise FaultError(Code.INVALID_DATE, str(error)) from None


def _date_text(value: object) -> str:
    return _date(value).text


def _date_or_unknown(value: object) -> Edtf | None:
    return None if value == "unknown" else _date(value)


def _flag(value: str) -> bool:
    if value not in {"true", "false"}:
        raise FaultError(
            Code.INVALID, f"“{value}” is neither true nor false.", "Write true or false."
        )
    return value == "true"


def _checked_by(check: Callable[[object], object]) -> GetPydanticSchema:
    """Let a check of ours stand for the whole schema: pydantic shall not look into the value."""
    schema = no_info_plain_validator_function(check)
    return GetPydanticSchema(lambda _source, _handler: schema)


def _term_of(vocabulary: str) -> Callable[[str, ValidationInfo], str]:
    """Make the check that a code or key is in a vocabulary.

    The vocabularies come with the validation's context, as `Spellings`.
    """

    def check(value: str, info: ValidationInfo) -> str:
        spellings = (info.context or {})["terms"][vocabulary]
        if spellings is not None and spellings.get(value) != value:
            near = nearest(value, spellings)
            name = next((name for name, key in spellings.items() if key == near), near)
            hint = f"See content/vocabulary/{vocabulary}.yaml."
            if not spellings:
                hint = f"There is nothing in content/vocabulary/{vocabulary}.yaml, or no such file."
            if near:
                hint = f"Did you mean {near} ({name})?" if name != near else f"Did you mean {near}?"
            if value.translate(LOOKALIKES).upper() == near and value.upper() != near:
                hint = f"Some of its letters are Russian: type {near} anew, in Latin letters."
            if elsewhere := _elsewhere(value, (info.context or {})["terms"]):
                hint = f"It is one of the {elsewhere}; write it there."
            message = f"“{value}” is not in the vocabulary of {vocabulary}."
            raise FaultError(Code.UNKNOWN_TERM, message, hint)
        return value

    return check


def _elsewhere(value: str, terms: Spellings) -> str | None:
    """Find the vocabulary that holds a key."""
    return next((name for name, keys in terms.items() if keys and keys.get(value) == value), None)


def _once(values: tuple[str, ...]) -> tuple[str, ...]:
    doubled = sorted({value for value in values if values.count(value) > 1})
    if doubled:
        raise FaultError(Code.INVALID, f"“{doubled[0]}” stands twice in this list.", "Delete one.")
    return values


Flag = Annotated[bool, BeforeValidator(_flag)]
Text = Annotated[str, AfterValidator(_check_text)]
Slug = Annotated[str, AfterValidator(_check_slug)]
Language = Annotated[str, AfterValidator(check_language)]
Url = Annotated[str, AfterValidator(check_url)]
Date = Annotated[Edtf, _checked_by(_date)]
DateText = Annotated[str, _checked_by(_date_text)]
DateOrUnknown = Annotated[Edtf | None, _checked_by(_date_or_unknown)]
RegionCode = Annotated[str, AfterValidator(_term_of("regions"))]
PartnerCode = Annotated[str, AfterValidator(_term_of("partners"))]
PlaceKey = Annotated[str, AfterValidator(_term_of("places"))]
TopicKey = Annotated[str, AfterValidator(_term_of("topics"))]
RegionCodes = Annotated[tuple[RegionCode, ...], AfterValidator(_once)]
PartnerCodes = Annotated[tuple[PartnerCode, ...], AfterValidator(_once)]
PlaceKeys = Annotated[tuple[PlaceKey, ...], AfterValidator(_once)]
TopicKeys = Annotated[tuple[TopicKey, ...], AfterValidator(_once)]
