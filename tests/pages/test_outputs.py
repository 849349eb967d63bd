"""See that a page's key tells all that the page shows, so that no page can be out of date."""

from __future__ import annotations

import importlib
import itertools
import pkgutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from operator import ne
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from microsite import pages
from microsite.catalogue.catalogue import Entry
from microsite.memo import Memo
from microsite.output import render as rendering
from microsite.output.render import Press, pieces, render
from microsite.pages.edition import Edition
from microsite.pages.frames import site
from microsite.pages.outputs import Held, Output, View
from microsite.pages.plan import Planned, plan
from microsite.pages.views import Sitemap
from tests.building import BARE, LOCALES, Files, Trial, original, texts_in, translation, trial_from


def make(edition: Edition, path: str) -> View:
    return Sitemap(()), site(edition, path)


def make_otherwise(edition: Edition, path: str) -> View:
    return Sitemap(()), site(edition, path)


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    files = {"briefings/a.en.md": original(), "briefings/b.en.md": original(title="B")}
    return trial_from(tmp_path_factory.mktemp("outputs") / "content", files)


def output_of(trial: Trial, **others: Any) -> Output:  # noqa: ANN401 -- of any field
    edition = trial.editions[0]
    whole = Output(path="a.html", template="b.html", make=make, edition=edition, inputs=(1, "a"))
    return whole._replace(**others)


def test_a_key_is_equal_for_equal_inputs(trial: Trial) -> None:
    assert output_of(trial).key == output_of(trial, inputs=(1, "a")).key


@pytest.mark.parametrize(
    "others",
    [
        {"path": "b.html"},
        {"template": "a.html"},
        {"make": make_otherwise},
        {"text": "a.en.md"},
        {"inputs": (2, "a")},
        {"inputs": ("1", "a")},
        {"inputs": (1, "a", "")},
        {"inputs": (1, "a", None)},
        {"inputs": ((1, "a"),)},
        {"inputs": (True, "a")},
        {"path": "a.htmlb.html", "template": ""},
    ],
    ids=" ".join,
)
def test_a_key_tells_all_apart_that_a_page_is_made_from(
    trial: Trial, others: dict[str, Any]
) -> None:
    assert output_of(trial).key != output_of(trial, **others).key


def test_a_key_tells_editions_and_briefings_apart(trial: Trial) -> None:
    a, b = trial.catalogue.briefings
    edition = msgspec.structs.replace(trial.editions[0], digest="another")
    told_apart = [
        output_of(trial),
        output_of(trial, edition=edition),
        output_of(trial, edition=trial.editions[1]),
        *(output_of(trial, inputs=(briefing,)) for briefing in (a, b)),
        *(output_of(trial, inputs=(entries,)) for entries in ((Entry(a),), (Entry(a), Entry(b)))),
        output_of(trial, inputs=((Entry(b), Entry(a)),)),
        output_of(trial, inputs=((Entry(a, ("section",)),),)),
        output_of(trial, inputs=(Entry(a), Entry(b))),
    ]
    assert len({output.key for output in told_apart}) == len(told_apart)


@pytest.mark.parametrize(
    "value", [object(), len, 1j, ("a", (1, object()))], ids=["a", "b", "c", "d"]
)
def test_what_cannot_be_told_apart_is_no_input(trial: Trial, value: object) -> None:
    with pytest.raises(TypeError):
        _ = output_of(trial, inputs=(value,)).key


def test_an_edition_is_an_input_by_its_digest(trial: Trial) -> None:
    keys = {output_of(trial, inputs=(Held(value, "a"),)).key for value in (1, trial.editions)}
    assert len(keys) == 1
    assert output_of(trial, inputs=(Held(1, "b"),)).key not in keys
    with pytest.raises(TypeError):
        _ = output_of(trial, inputs=(object(),)).key


FILES: dict[str, str] = {
    "briefings/a.en.md": original(title="A", date="2018", regions="RU-TOM", partners="JP"),
    "briefings/b.en.md": original(title="B", date="2017", more="topics: [trade]"),
    "briefings/b.ru.md": translation(),
    "briefings/c.en.md": original(title="C", date="2016-02"),
    "briefings/d.en.md": original(title="D", date="2016-01"),
}


def changed(folder: Path, files: Files) -> set[str]:
    """Give the paths of which the key is another, or that are there in one of the two alone."""
    keys = []
    folders: tuple[Files, Files] = (FILES, {**FILES, **files})
    for number, each in enumerate(folders):
        made = trial_from(folder / str(number), each)
        keys.append({(o.path, f"{o.key} {made.bodies.get(o.text)}") for o in made.plan()})
    return {path for path, _ in keys[0] ^ keys[1]}


def test_another_body_is_shown_on_the_pages_of_its_briefing_alone(tmp_path: Path) -> None:
    text = FILES["briefings/b.en.md"].replace("Text.", "Other words, in\n\ntwo paragraphs.")
    found = changed(tmp_path, {"briefings/b.en.md": text})
    assert found == {"en/briefings/b.html"}


def test_another_title_is_shown_wherever_the_briefing_is_named(tmp_path: Path) -> None:
    text = FILES["briefings/c.en.md"].replace("title: C", "title: Another")
    found = changed(tmp_path, {"briefings/c.en.md": text})
    english = {path.removeprefix("en/") for path in found if path.startswith("en/")}
    assert english == {
        "index.html",
        "briefings/b.html",
        "briefings/c.html",
        "briefings/d.html",
        "briefings/index.html",
        "pairs/omsk-oblast-china.html",
        "partners/china.html",
        "regions/omsk-oblast.html",
        "timeline/2016.html",
        "timeline/index.html",
    }
    # In Russian there is no page of C or D, and B leads on to C.
    assert {path for path in found if path.startswith("ru/briefings/")} == {
        "ru/briefings/b.html",
        "ru/briefings/index.html",
    }
    assert not [path for path in found if "/" not in path]


def test_another_tag_is_another_number_wherever_terms_are_counted(tmp_path: Path) -> None:
    text = original(title="A", date="2018", regions="RU-TOM", partners="JP", more="topics: [trade]")
    found = changed(tmp_path, {"briefings/a.en.md": text})
    assert {"en/index.html", "ru/topics/index.html", "ru/topics/trade.html"} <= found
    assert not found & {"en/briefings/c.html", "en/regions/omsk-oblast.html", "en/pairs/index.html"}


def test_what_all_pages_share_is_in_all_keys(tmp_path: Path) -> None:
    made = trial_from(tmp_path / "before", FILES)
    settings = "title: {ru: Опыт, en: Trial}\ndescription: {ru: О, en: D}\nlanguages: [ru, en]\n"
    terms = "trade: {name: {ru: Торговля, en: Commerce}}\n"
    page = "---\ntitle: {}\nsummary: What.\nlang: {}\n---\nText.\n"
    edits: tuple[dict[str, str], ...] = (
        {"site.yaml": settings},
        {"vocabulary/topics.yaml": terms},
        {f"pages/about.{lang}.md": page.format("About", lang) for lang in ("ru", "en")},
    )
    for number, files in enumerate(edits):
        others = trial_from(tmp_path / str(number), {**FILES, **files})
        keys = {output.path: output.key for output in others.plan()}
        assert not [o.path for o in made.plan() if keys[o.path] == o.key]


@dataclass(frozen=True)
class Draft:
    """Describe a briefing that may be drawn."""

    title: str
    summary: str
    lang: str
    date: str
    regions: tuple[str, ...]
    partners: tuple[str, ...]
    topics: tuple[str, ...]
    places: tuple[str, ...]
    section: str
    opening: str
    change: str
    event: str
    """The date of its event; empty without one."""
    draft: bool
    translation: str
    """The title of its translation; empty without one."""
    translation_draft: bool

    def files(self, slug: str) -> dict[str, str]:
        """Write its files."""
        other = "ru" if self.lang == "en" else "en"
        regions = f' regions="{self.section}"' if self.section in self.regions else ""
        heading = f"## {self.opening} {{#part@}}\n\n{self.opening}"
        lines = [
            f"topics: [{', '.join(self.topics)}]",
            f"places: [{', '.join(self.places)}]",
            "date_basis: Guessed.",
            *([f"changes: [{{date: 2020, note: {self.change}}}]"] if self.change else ()),
            *([EVENT.format(self.event)] if self.event else ()),
            f"draft: {str(self.draft).lower()}",
        ]
        text = original(
            title=self.title,
            summary=self.summary,
            lang=self.lang,
            date=self.date,
            regions=", ".join(self.regions),
            partners=", ".join(self.partners),
            more="\n".join(lines),
            body=(heading.replace("@", regions) if self.section else self.opening)
            + "\n\nThere is a fair.",
        )
        files = {f"briefings/{slug}.{self.lang}.md": text}
        if self.translation:
            files[f"briefings/{slug}.{other}.md"] = translation(
                title=self.translation,
                lang=other,
                of=self.lang,
                more=f"draft: {str(self.translation_draft).lower()}",
                body=heading.replace("@", "") if self.section else "Words.",
            )
        return files


EVENT = 'events: [{{id: fair, date: "{}", title: A fair, evidence: There is a fair}}]'


def some(*values: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True).map(tuple)


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["A bridge", "A road", '"Words"']),
    # Three of the long ones do not fit on one page.
    "summary": st.sampled_from(["It is planned.", "It is built.", "Long words. " * 600]),
    "lang": st.sampled_from(["en", "ru"]),
    "date": st.sampled_from(["2016-09-12", "2016", "2016~", "2018-02", "2018/2019", "unknown"]),
    "regions": some("RU-OMS", "RU-TOM", "RU-IRK"),
    "partners": some("CN", "CN-HA", "JP"),
    "topics": some("trade", "transport"),
    "places": some("omsk", "kaifeng"),
    "section": st.sampled_from(["", "RU-OMS", "RU-TOM"]),
    "opening": st.sampled_from(["Text", "Other words"]),
    "change": st.sampled_from(["", "A number", "A name"]),
    "event": st.sampled_from(["", "2009", "2016-09-12", "2018/.."]),
    "draft": st.sampled_from([False, False, True]),
    "translation": st.sampled_from(["", "Мост", "Дорога"]),
    "translation_draft": st.sampled_from([False, False, True]),
}
DRAFTS = st.builds(Draft, **FIELDS)
SETTINGS = st.sampled_from(
    [
        f"title: {{ru: Проба, en: {title}}}\ndescription: {{ru: О, en: D}}\n"
        f"languages: {languages}\n{base}"
        for title in ("Trial", "Another trial")
        for languages in ("[ru, en]", "[en, ru]")
        for base in ("", "base_url: https://example.org/a/\n")
    ]
)
ABOUT = "---\ntitle: {}\nsummary: What.\nlang: en\n---\n{}\n"
PAGES = st.one_of(
    st.just(""), st.builds(ABOUT.format, st.sampled_from("AB"), st.sampled_from("CD"))
)


@dataclass(frozen=True)
class Folder:
    """Describe a content folder that may be drawn."""

    briefings: dict[str, Draft]
    settings: str
    about: str

    def files(self) -> dict[str, str]:
        """Write its files."""
        files = {"site.yaml": self.settings}
        if self.about:
            files["pages/about.en.md"] = self.about
        for slug, draft in self.briefings.items():
            files |= draft.files(slug)
        return files


@st.composite
def sittings(draw: st.DrawFn) -> list[Folder]:
    """Draw a folder, and what an editor makes of it bit by bit: each kind of edit once."""
    slugs = st.sampled_from("abcde")
    folder = Folder(draw(st.dictionaries(slugs, DRAFTS, min_size=3)), draw(SETTINGS), draw(PAGES))
    states = [folder]
    for edit in draw(st.permutations([*FIELDS, "settings", "about", "new", "gone"])):
        briefings = dict(folder.briefings)
        slug = draw(st.sampled_from(sorted(briefings)))
        if edit in FIELDS:
            before = getattr(briefings[slug], edit)
            value = draw(FIELDS[edit].filter(partial(ne, before)))
            briefings[slug] = replace(briefings[slug], **{edit: value})
        elif edit == "new":
            briefings["f"] = draw(DRAFTS)
        elif edit == "gone" and len(briefings) > 1:
            del briefings[slug]
        folder = replace(folder, briefings=briefings)
        if edit == "settings":
            folder = replace(folder, settings=draw(SETTINGS))
        if edit == "about":
            folder = replace(folder, about=draw(PAGES))
        states.append(folder)
    return states


TEXTS = {language: texts_in(language) for language in ("en", "ru")}


def forget_all() -> None:
    """Empty what functions of the rooms keep for themselves while the process lives."""
    names = [found.name for found in pkgutil.iter_modules(pages.__path__)]
    modules = [rendering, *(importlib.import_module(f"{pages.__name__}.{n}") for n in names)]
    for member in itertools.chain.from_iterable(vars(module).values() for module in modules):
        if hasattr(member, "cache_clear"):
            member.cache_clear()


def rendered(trial: Trial, memo: Memo) -> Iterator[tuple[tuple[str, str], bytes]]:
    press = Press(
        templates=BARE,
        locales=LOCALES,
        revision="bare",
        texts=TEXTS,
        memo=memo,
        bodies=trial.bodies,
        folder="",
        stage="",
    )
    for output in trial.plan():
        result = render(output, press) if output.template else b"".join(pieces(output, press))
        assert isinstance(result, bytes), (output.path, result)
        yield (output.path, output.key + trial.bodies.get(output.text, "")), result


@given(states=sittings(), drafts=st.booleans())
@settings(
    deadline=None,
    derandomize=True,
    max_examples=5,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_pages_of_one_address_and_one_key_are_the_same_page(
    states: list[Folder],
    drafts: bool,  # noqa: FBT001 -- drawn like the other
) -> None:
    """Neither the key nor what is kept in the process may hide an edit."""
    forget_all()
    known: dict[tuple[str, str], bytes] = {}
    with tempfile.TemporaryDirectory() as name, Memo() as memo:
        for number, state in enumerate(states):
            trial = trial_from(Path(name, str(number)), state.files(), drafts=drafts, memo=memo)
            for at, data in rendered(trial, memo):
                assert known.setdefault(at, data) == data, at
        forget_all()
        for at, data in rendered(trial, memo):
            assert known[at] == data, at


@given(states=sittings(), drafts=st.booleans())
@settings(
    deadline=None,
    derandomize=True,
    max_examples=5,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_what_was_planned_before_an_edit_changes_no_page_after_it(
    states: list[Folder],
    drafts: bool,  # noqa: FBT001 -- drawn like the other
) -> None:
    before = Planned()
    taken = 0
    with tempfile.TemporaryDirectory() as name, Memo() as memo:
        for number, state in enumerate(states):
            trial = trial_from(Path(name, str(number)), state.files(), drafts=drafts, memo=memo)
            now = plan(trial.editions, trial.catalogue, trial.pages, before)
            anew = {output.path: output for output in trial.plan()}
            assert now.keys == {path: output.key for path, output in anew.items()}
            assert {output.path: output.key for output in now.outputs} == now.keys
            taken += sum(before.bound.get(sheaf) is bound for sheaf, bound in now.bound.items())
            before = now
    assert taken  # something was left as it was
