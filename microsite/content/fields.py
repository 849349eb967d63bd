"""Define the kinds of value that front matter and vocabularies are made of.

Each is a type with its own check and words; a field of a model names one of them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, GetPydanticSchema, ValidationInfo
from pydantic_core.core_schema import no_info_plain_validator_function

from microsite.content.facts import NOT_STATED, QUALIFIERS, STATUSES
from microsite.content.headings import RESERVED
from microsite.content.vocabulary import Spellings
from microsite.dates.edtf import Edtf, EdtfError, parse
from microsite.diagnostics import LOOKALIKES, Code, nearest
from microsite.facts.quantities import (
    QuantityError,
    changes_ascend,
    numbers_ascend,
    read_change,
    read_number,
)
from microsite.facts.units import PLAIN, SAID, currencies, is_money
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


def read_date(value: object) -> Edtf:
    """Read an EDTF date. Raises: FaultError."""
    if not isinstance(value, str):
        raise FaultError(
            Code.WRONG_TYPE, 'A date is one value; write a set in quotes: "[2016,2017]".'
        )
    try:
        return parse(value)
    except EdtfError as error:
        raise FaultError(Code.INVALID_DATE, str(error)) from None


def _date_text(value: object) -> str:
    return read_date(value).text


def _date_or_unknown(value: object) -> Edtf | None:
    return None if value == "unknown" else read_date(value)


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
Date = Annotated[Edtf, _checked_by(read_date)]
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


def _number(value: object) -> tuple[str, ...]:
    """Take a number, or the two ends of a range."""
    return _ends(value, read_number, numbers_ascend, "a number, or a range as in [10, 15]")


def _change(value: object) -> tuple[str, ...]:
    return _ends(value, read_change, changes_ascend, "a change, or a range as in [+10%, +15%]")


def _ends(
    value: object, read: Callable[[str], str], ascend: Callable[[tuple[str, ...]], bool], what: str
) -> tuple[str, ...]:
    written = value if isinstance(value, list) else [value]
    texts = [end for end in written if isinstance(end, str)]
    if len(texts) < len(written):
        raise FaultError(Code.WRONG_TYPE, f"This takes {what}.")
    if isinstance(value, list) and len(texts) != 2:  # noqa: PLR2004 -- a range has two ends
        raise FaultError(Code.INVALID, f"A range has two ends; this takes {what}.")
    try:
        ends = tuple(read(end) for end in texts)
    except QuantityError as error:
        raise FaultError(Code.INVALID, str(error)) from None
    if len(ends) > 1 and not ascend(ends):
        raise FaultError(Code.INVALID, "A range begins with its smaller end.", "Swap the two.")
    return ends


def _unit(value: str) -> str:
    said = SAID.get(value, SAID.get(value.lower()))
    if not said and (value in PLAIN or (is_money(value) and value in currencies())):
        return value
    said = said or next((unit for unit in (value.lower(), value.upper()) if _is_unit(unit)), None)
    near = nearest(value, PLAIN) or (nearest(value, currencies()) if is_money(value) else None)
    hint = "Units are codes of currencies (ISO 4217), and: " + ", ".join(PLAIN) + "."
    hint = f"Did you mean {near}?" if near else hint
    hint = f"Write {said}." if said else hint
    raise FaultError(Code.INVALID, f"“{value}” is not a unit.", hint)


def _is_unit(value: str) -> bool:
    return value in PLAIN or value in currencies()


def _one_of(choices: tuple[str, ...]) -> Callable[[str], str]:
    """Make the check that a value is one of a few words."""

    def check(value: str) -> str:
        if value not in choices:
            near = nearest(value, choices)
            hint = f"Did you mean “{near}”? " if near else ""
            hint += "It is one of: " + ", ".join(choices) + "."
            raise FaultError(Code.INVALID, f"“{value}” may not stand here.", hint)
        return value

    return check


def _base(value: object) -> str:
    if value == NOT_STATED:
        return NOT_STATED
    try:
        return _date_text(value)
    except FaultError as fault:
        hint = f"If the source does not say what it compares with, write: {NOT_STATED}."
        raise FaultError(fault.code, fault.message, hint) from None


def _period(value: object) -> str:
    return "" if value == "unknown" else _date_text(value)


def _fact_id(value: str) -> str:
    if not SLUG.fullmatch(value):
        message = f"“{value}” is not an id."
        raise FaultError(Code.INVALID, message, "Use lower-case letters a-z, digits and hyphens.")
    if RESERVED.fullmatch(value):
        message = f"The id “{value}” is kept for the page itself."
        raise FaultError(Code.INVALID, message, "Choose another.")
    return value


FactId = Annotated[str, AfterValidator(_fact_id)]
Number = Annotated[tuple[str, ...], _checked_by(_number)]
Change = Annotated[tuple[str, ...], _checked_by(_change)]
Unit = Annotated[str, AfterValidator(_unit)]
Qualifier = Annotated[str, AfterValidator(_one_of(QUALIFIERS))]
Status = Annotated[str, AfterValidator(_one_of(STATUSES))]
Period = Annotated[str, _checked_by(_period)]
Base = Annotated[str, _checked_by(_base)]
MeasureKey = Annotated[str, AfterValidator(_term_of("measures"))]
PersonKey = Annotated[str, AfterValidator(_term_of("people"))]
