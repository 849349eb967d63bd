"""Check a YAML tree against a pydantic model and put each fault where it stands.

pydantic finds all faults of a file at once and names each by its path; the tree knows the place
of every path. `_FAULTS` holds the words: one row a kind of fault.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import islice
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, RootModel, ValidationError
from pydantic_core import ErrorDetails

from microsite.diagnostics import Code, Diagnostic, nearest
from microsite.source.faults import FaultError
from microsite.source.files import MOST
from microsite.source.nodes import Path, Tree

Model = TypeVar("Model", bound=BaseModel)


class Strict(BaseModel):
    """Take the fields that are declared, and no others."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def bind(  # noqa: PLR0913 -- all but two are named at the call
    model: type[Model],
    tree: Tree,
    *,
    required: Collection[str] = (),
    context: Mapping[str, Any] | None = None,
    unknown: Mapping[str, str] | None = None,
    may_be_blank: bool = False,
) -> tuple[Model | None, tuple[Diagnostic, ...]]:
    """Make a model of a tree, or tell everything that stands against it.

    `required` names the top-level fields that must be there; `may_be_blank` lets such fields stand
    without a value, as in a draft; `unknown` gives the remedy for keys that are known elsewhere but
    may not stand here.

    Reports: `missing`, `unknown-key`, `wrong-type`, `invalid`, and what the fields' checks raise.
    """
    findings = [
        _missing(tree, (key,), model.model_fields[key].description)
        for key in model.model_fields
        if key in required and key not in tree.data
    ]
    empty = [
        path
        for path in tree.keys
        if path not in tree.values
        and path[0] not in required
        and not (may_be_blank and len(path) == 1)
    ]
    findings += [
        tree.key_finding(
            Code.MISSING, path, f"`{path[-1]}` has no value.", "Write one, or delete the line."
        )
        for path in empty
    ]
    value: Model | None = None
    try:
        value = model.model_validate(tree.data, context=dict(context or {}))
    except ValidationError as error:
        told = {finding.message for finding in findings}
        found = (
            _finding(tree, model, details, unknown or {})
            for details in islice(error.errors(), MOST)
        )
        findings += [finding for finding in found if finding.message not in told]
    return (None if findings else value), tuple(findings)


def _finding(
    tree: Tree, model: type[BaseModel], details: ErrorDetails, unknown: Mapping[str, str]
) -> Diagnostic:
    path: Path = details["loc"]
    kind = details["type"]
    context = details.get("ctx", {})
    if kind == "missing":
        return _missing(tree, path, None)
    if kind == "extra_forbidden":
        return _unknown_key(tree, model, path, unknown)
    if kind in _FAULTS:
        code, words = _FAULTS[kind]
        message, hint = words(_name(path), context)
        return tree.finding(code, path, message, hint)
    if isinstance(error := context.get("error"), FaultError):
        return tree.finding(error.code, path, error.message, error.hint)
    return tree.finding(Code.INVALID, path, f"{_name(path)}: {details['msg']}.")


def _missing(tree: Tree, path: Path, description: str | None) -> Diagnostic:
    key = str(path[-1])
    hint = description or ""
    if path in tree.keys:
        return tree.key_finding(Code.MISSING, path, f"`{key}` has no value.", hint)
    message = f"`{key}` is missing."
    if len(path) > 1:
        return tree.key_finding(
            Code.MISSING, path[:-1], f"`{key}` is missing in {_name(path[:-1])}."
        )
    end = tree.end
    return tree.source.finding(Code.MISSING, end.line, end.column, message, hint, end.width)


def _unknown_key(
    tree: Tree, model: type[BaseModel], path: Path, unknown: Mapping[str, str]
) -> Diagnostic:
    key = str(path[-1])
    if len(path) == 1 and key in unknown:
        return tree.key_finding(
            Code.UNKNOWN_KEY, path, f"`{key}` may not stand here.", unknown[key]
        )
    allowed = _fields_at(model, path[:-1])
    near = nearest(key, allowed)
    hint = f"Did you mean `{near}`?" if near else "Allowed are: " + ", ".join(allowed) + "."
    return tree.key_finding(Code.UNKNOWN_KEY, path, f"`{key}` is not a known field.", hint)


def _fields_at(model: type[BaseModel], path: Path) -> list[str]:
    annotation: object = model
    for step in path:
        annotation = _inside(annotation, step)
    found = _model_in(annotation)
    fields = found.model_fields if found else {}
    return [field.alias or name for name, field in fields.items()]


def _inside(annotation: object, step: str | int) -> object:
    """Give the type of what stands at a key of a mapping or model, or at an index of a list."""
    model = None if isinstance(step, int) else _model_in(annotation)
    if isinstance(step, int):
        return next(iter(get_args(annotation)), None)
    if model is None:
        return (get_args(annotation) or (None,))[-1]
    if issubclass(model, RootModel):
        return get_args(model.model_fields["root"].annotation)[-1]
    return model.model_fields[str(step)].annotation if step in model.model_fields else None


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in {Union, UnionType, Annotated, tuple}:
        return next(filter(None, map(_model_in, get_args(annotation))), None)
    return None


def _name(path: Path) -> str:
    name = ""
    for step in path:
        name += f"[{step + 1}]" if isinstance(step, int) else f"{'.' if name else ''}{step}"
    return f"`{name}`"


Words = Callable[[str, Mapping[str, Any]], tuple[str, str]]

_LIST: Words = lambda name, _: (  # noqa: E731 -- a row of the table below
    f"{name} is a list.",
    "Write its items in square brackets, [ONE, TWO]; if there are none, write [].",
)

_FAULTS: dict[str, tuple[Code, Words]] = {
    "tuple_type": (Code.WRONG_TYPE, _LIST),
    "list_type": (Code.WRONG_TYPE, _LIST),
    "string_type": (
        Code.WRONG_TYPE,
        lambda name, _: (f"{name} takes one value, not a list or a group of fields.", ""),
    ),
    "model_type": (
        Code.WRONG_TYPE,
        lambda name, _: (f"{name} is a group of fields.", "Write it as {field: value, …}."),
    ),
    "dict_type": (
        Code.WRONG_TYPE,
        lambda name, _: (f"{name} is a group of fields.", "Write it as {field: value, …}."),
    ),
    "bool_parsing": (
        Code.INVALID,
        lambda name, _: (f"{name} is either true or false.", ""),
    ),
    "bool_type": (Code.INVALID, lambda name, _: (f"{name} is either true or false.", "")),
    "int_parsing": (Code.INVALID, lambda name, _: (f"{name} is a whole number.", "")),
    "int_type": (Code.INVALID, lambda name, _: (f"{name} is a whole number.", "")),
    "greater_than_equal": (
        Code.INVALID,
        lambda name, context: (f"{name} is at least {context['ge']}.", ""),
    ),
}
"""What pydantic calls a fault, its code here, and its words and remedy."""
