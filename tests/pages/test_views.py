from __future__ import annotations

import importlib
import inspect
import pkgutil
import typing
from collections.abc import Iterator

import msgspec
import pytest

from microsite import pages
from microsite.pages.outputs import Output
from microsite.pages.views import Frame
from tests.building import trial_from, view_of
from tests.pages.test_plan import FILES

if typing.TYPE_CHECKING:
    from pathlib import Path

MODULES = [
    importlib.import_module(f"microsite.pages.{found.name}")
    for found in pkgutil.iter_modules(pages.__path__)
]
TYPES = sorted(
    {
        member
        for module in MODULES
        for _, member in inspect.getmembers(module, inspect.isclass)
        if issubclass(member, msgspec.Struct) and member.__module__.startswith("microsite.pages.")
    },
    key=lambda kind: kind.__qualname__,
)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: str(kind.__name__))
def test_a_view_is_frozen_and_holds_no_list_and_no_dict(kind: type) -> None:
    assert issubclass(kind, msgspec.Struct)
    assert kind.__struct_config__.frozen
    for hint in typing.get_type_hints(kind).values():
        assert not {list, dict, set} & {hint, typing.get_origin(hint)}


def test_there_are_views_to_judge() -> None:
    assert len(TYPES) > 20


def parts(value: object) -> Iterator[object]:
    """Give a view and all that it holds."""
    yield value
    if isinstance(value, msgspec.Struct):
        for field in value.__struct_fields__:
            yield from parts(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from parts(item)


def is_page(output: Output) -> bool:
    return bool(output.template)


def test_templates_are_told_nothing_but_plain_values(tmp_path: Path) -> None:
    for output in filter(is_page, trial_from(tmp_path / "content", FILES).plan()):
        page, site = view_of(output)
        for value in (*parts(page), *parts(site)):
            known = type(value).__module__.startswith(("microsite.pages.views", "microsite.dates"))
            assert known or isinstance(value, (str, int, tuple, type(None))), (output.path, value)


def test_every_page_has_a_frame_with_a_title_and_a_description(tmp_path: Path) -> None:
    for output in filter(is_page, trial_from(tmp_path / "content", FILES).plan()):
        frame = getattr(view_of(output)[0], "frame", None)
        assert isinstance(frame, Frame)
        assert frame.title, output.path
        assert frame.description, output.path
