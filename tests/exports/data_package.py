"""Read a folder of data by its descriptor, and judge both by the rules of Data Package 2."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

Record = dict[str, Any]

NAME = re.compile(r"[a-z0-9._-]+")
PATH = re.compile(r"(?!/)(?!.*\.\.)[A-Za-z0-9._/-]+")
PROFILE = "https://datapackage.org/profiles/2.0/{}.json"

RESOURCE = {
    "name", "path", "type", "title", "description", "format", "mediatype", "encoding", "schema",
}  # fmt: skip
FIELD = {"name", "type", "format", "description", "constraints", "delimiter", "itemType"}
SCHEMA = {"$schema", "fields", "primaryKey", "foreignKeys"}
CONSTRAINTS = {"required", "unique", "enum"}


def _flag(text: str) -> bool:
    return {"true": True, "false": False}[text]


def _number(text: str) -> Decimal:
    if not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text):
        raise ValueError(text)
    return Decimal(text)


TYPES: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "number": _number,
    "integer": int,
    "boolean": _flag,
    "date": date.fromisoformat,
    "list": lambda text: tuple(text.split(";")),
}


def rows_of(data: bytes) -> list[list[str]]:
    """Read CSV as RFC 4180 has it: rows end in CR LF, also the last."""
    text = data.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.reader(io.StringIO(text, newline=""), strict=True))


def plain(cell: str) -> str:
    """Take off the mark that keeps a spreadsheet from taking a text for a formula."""
    return cell.removeprefix("'")


def records(resource: Mapping[str, Any], data: bytes) -> list[Record]:
    """Read a table by its schema; what is missing is None."""
    fields = resource["schema"]["fields"]
    header, *rows = rows_of(data)
    assert header == [field["name"] for field in fields]
    return [
        {field["name"]: _value(field, cell) for field, cell in zip(fields, row, strict=True)}
        for row in rows
    ]


def _value(field: Mapping[str, Any], cell: str) -> Any:  # noqa: ANN401 -- of the field's type
    if not cell:
        return None
    text = plain(cell) if field["type"] in {"string", "list"} else cell
    return TYPES[field["type"]](text)


def faults(package: Mapping[str, Any]) -> Iterator[str]:
    """Say what a descriptor has that the standard does not know, or lacks."""
    if package.get("$schema") != PROFILE.format("datapackage"):
        yield "the profile of the package"
    if not NAME.fullmatch(package["name"]):
        yield "the name of the package"
    resources = package["resources"]
    names = [resource["name"] for resource in resources]
    if not resources or len({*names}) != len(names):
        yield "names of resources"
    for resource in resources:
        yield from (f"{resource['name']}: {fault}" for fault in _resource(resource, package))


def _resource(resource: Mapping[str, Any], package: Mapping[str, Any]) -> Iterator[str]:
    if resource.keys() - RESOURCE:
        yield f"unknown properties {resource.keys() - RESOURCE}"
    if not NAME.fullmatch(resource["name"]) or not PATH.fullmatch(resource["path"]):
        yield "name or path"
    if resource["encoding"] != "utf-8" or not resource["title"] or not resource["description"]:
        yield "encoding, title or description"
    if resource["format"] != resource["path"].rpartition(".")[2]:
        yield "format"
    if "schema" in resource:
        if resource["type"] != "table":
            yield "type"
        yield from _schema(resource["schema"], package)


def _schema(schema: Mapping[str, Any], package: Mapping[str, Any]) -> Iterator[str]:
    if schema.keys() - SCHEMA or schema["$schema"] != PROFILE.format("tableschema"):
        yield "properties of the schema"
    names = [field["name"] for field in schema["fields"]]
    if len({*names}) != len(names):
        yield "two fields of one name"
    for field in schema["fields"]:
        if field.keys() - FIELD or field["type"] not in TYPES or not field["description"]:
            yield f"field {field['name']}"
        if field.get("format", "uri") != "uri" or ("delimiter" in field) != (
            field["type"] == "list"
        ):
            yield f"field {field['name']}: format or delimiter"
        if field.get("constraints", {}).keys() - CONSTRAINTS:
            yield f"field {field['name']}: constraints"
    if not isinstance(schema["primaryKey"], list) or {*schema["primaryKey"]} - {*names}:
        yield "primary key"
    yield from _foreign_keys(schema, {*names}, package)


def _foreign_keys(
    schema: Mapping[str, Any], names: set[str], package: Mapping[str, Any]
) -> Iterator[str]:
    for key in schema.get("foreignKeys", ()):
        to = next(r for r in package["resources"] if r["name"] == key["reference"]["resource"])
        there = {field["name"] for field in to["schema"]["fields"]}
        if len(key["fields"]) != len(key["reference"]["fields"]) or {*key["fields"]} - names:
            yield "foreign key"
        if {*key["reference"]["fields"]} - there:
            yield "reference of a foreign key"


def breaches(package: Mapping[str, Any], files: Mapping[str, bytes]) -> Iterator[str]:
    """Say which rows are not what the descriptor says of them."""
    tables = {}
    for resource in package["resources"]:
        if "schema" in resource:
            try:
                tables[resource["name"]] = records(resource, files[resource["path"]])
            except (ValueError, KeyError, InvalidOperation) as error:
                yield f"{resource['name']}: {error!r}"
                return
    for resource in package["resources"]:
        if "schema" in resource:
            for fault in _rows(resource["schema"], tables[resource["name"]], tables):
                yield f"{resource['name']}: {fault}"


def _rows(
    schema: Mapping[str, Any], rows: list[Record], tables: Mapping[str, list[Record]]
) -> Iterator[str]:
    for field in schema["fields"]:
        name, rules = field["name"], field.get("constraints", {})
        cells = [row[name] for row in rows]
        if rules.get("required") and None in cells:
            yield f"{name} is missing"
        if rules.get("unique") and len({*cells}) != len(cells):
            yield f"{name} is not unique"
        if "enum" in rules and {*cells} - {None, *rules["enum"]}:
            yield f"{name} is none of those named"
    keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
    if len({*keys}) != len(keys):
        yield "two rows of one key"
    for key in schema.get("foreignKeys", ()):
        there = {
            tuple(row[name] for name in key["reference"]["fields"])
            for row in tables[key["reference"]["resource"]]
        }
        here = {tuple(row[name] for name in key["fields"]) for row in rows}
        if lost := {found for found in here if None not in found} - there:
            yield f"{key['fields']} lead nowhere: {sorted(lost)}"
