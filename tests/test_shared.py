from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from microsite import planning
from microsite.content import site_file, vocabulary_files
from microsite.languages import translations
from tests.building import tree_of
from tests.test_run import Desk, desk

__all__ = ["desk"]

PLACES: dict[str, tuple[ModuleType, str, str, str]] = {
    "settings": (site_file, "read_settings", "content/site.yaml", "Trial"),
    "vocabulary": (vocabulary_files, "read_vocabulary", "content/vocabulary/regions.yaml", "Omsk"),
    "texts": (translations, "load_texts", "locales/en/microsite.po", 'msgstr "Regions"'),
}


@pytest.mark.parametrize("what", PLACES)
def test_what_was_saved_between_a_look_and_the_reading_is_not_taken_for_what_was_seen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    module, name, place, word = PLACES[what]
    path = desk.folder / place
    first = path.read_text(encoding="utf-8")
    second, third = (first.replace(word, re.sub(r"\w+(?=\W*$)", new, word)) for new in ("Bb", "Cc"))
    assert len({first, second, third}) == 3
    assert desk.build().findings == ()
    path.write_text(second, encoding="utf-8")
    real: Callable[..., object] = getattr(module, name)

    def saved_meanwhile(*given: object) -> object:
        monkeypatch.undo()
        path.write_text(third, encoding="utf-8")
        return real(*given)

    monkeypatch.setattr(module, name, saved_meanwhile)
    assert desk.build().findings == ()
    assert tree_of(desk.site) == desk.clean()
    path.write_text(second, encoding="utf-8")
    assert desk.build().findings == ()
    assert tree_of(desk.site) == desk.clean()


def test_a_link_that_is_refused_leaves_nothing_behind(desk: Desk) -> None:
    path = desk.folder / "locales" / "en" / "microsite.po"
    path.rename(desk.folder / "elsewhere.po")
    path.symlink_to(desk.folder / "elsewhere.po")
    assert desk.build().findings
    path.unlink()
    assert [finding.location.path for finding in desk.build().findings] == [path]


def test_another_language_asks_for_its_names(desk: Desk) -> None:
    both = (desk.folder / "content" / "site.yaml").read_text(encoding="utf-8")
    for text in (desk.folder / "content").rglob("*.en.md"):
        text.unlink()
    (desk.folder / "content" / "briefings" / "a.ru.md").unlink()
    desk.write({"site.yaml": "title: {ru: П}\ndescription: {ru: О}\nlanguages: [ru]\n"})
    names = desk.folder / "content" / "vocabulary" / "topics.yaml"
    names.write_text("trade: {name: {ru: Торговля}}\n", encoding="utf-8")
    assert desk.build().findings == ()
    desk.write({"site.yaml": both})
    assert [finding.location.path for finding in desk.build().findings] == [names]


def test_what_is_remembered_is_not_read_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.build()
    for module, name, _, _ in PLACES.values():
        monkeypatch.setattr(module, name, None)
    desk.write({"briefings/b.ru.md": (desk.folder / "content/briefings/b.ru.md").read_text() + "."})
    assert desk.build().findings == ()


def test_an_edit_of_a_body_plans_no_more_than_its_page(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.build()
    monkeypatch.setattr(planning, "plan", None)
    path = Path(desk.folder / "content" / "briefings" / "b.ru.md")
    path.write_text(path.read_text(encoding="utf-8") + "More.\n", encoding="utf-8")
    assert desk.build().findings == ()
