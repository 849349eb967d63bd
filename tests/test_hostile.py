"""Build content that was made to break out, to take for ever or to fill the machine.

Each build runs in a process of its own with little memory and an end, and in a folder beside which
lies what it must neither read nor change.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.building import ROOT, Files, make_content, original, translation, tree_of, write_files

MEMORY = 1_500_000_000
"""Bytes of addresses; what a build uses of them is far less."""

SECONDS = 60
"""After which a build counts as hanging; none of these takes a tenth of it."""

BESIDE = "what lies beside the folder"
ADDRESS = "--base-url=https://example.org/briefings/"


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def build(tmp_path: Path, files: Files) -> tuple[int, str]:
    """Build a content folder, and give the exit code and what was said.

    Nothing beside output and cache may change, and nothing that lies beside may be published.
    """
    if not (tmp_path / "content").exists():
        make_content(tmp_path / "content", files)
    write_files(tmp_path, {"beside/secret.md": BESIDE, "beside/secret.png": BESIDE})
    before = {
        n: data for n, data in tree_of(tmp_path).items() if n.startswith(("beside", "content"))
    }
    command = [sys.executable, str(ROOT / "build.py"), ADDRESS, "--content", "content"]
    command += ["--output", "site", "--cache", "cache"]
    ran = subprocess.run(
        command,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
        preexec_fn=limit if sys.platform == "linux" else None,
    )
    after = tree_of(tmp_path)
    assert {name: after.get(name) for name in before} == before
    assert {name.split("/")[0] for name in after} <= {"beside", "content", "site", "cache"}
    assert not any(BESIDE.encode() in data for n, data in after.items() if n.startswith("site"))
    assert BESIDE not in ran.stderr
    assert "Traceback" not in ran.stderr
    return ran.returncode, ran.stderr


BRIDGE = "briefings/bridge.en.md"


def front(more: str) -> str:
    return original(more=more)


PAIRS = tuple(pairwise("abcdefghijklmnopqrst"))

TEXTS: dict[str, tuple[str, str]] = {
    "nested brackets": (front("places: " + "[" * 100_000), "nested more than 20 levels deep"),
    "closed brackets": (
        front("places: " + "[" * 100_000 + "]" * 100_000),
        "nested more than 20 levels deep",
    ),
    "nested groups": (front("places: " + "{a: " * 100_000), "nested more than 20 levels deep"),
    "nested lists": (front("places:\n" + "- " * 100_000), "nested more than 20 levels deep"),
    "nested lines": (
        front("source:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 1500))),
        "nested more than 20 levels deep",
    ),
    "many tags": (
        original(regions=", ".join(f"RU-X{n}" for n in range(100_000))),
        "The list has more than 300 items.",
    ),
    "one tag many times": (
        original(regions="RU-OMS, " * 100_000 + "RU-OMS"),
        "The list has more than 300 items.",
    ),
    "unknown tags": (
        original(regions=", ".join(f"RU-X{n}" for n in range(299))),
        "“RU-X99” is not in the vocabulary of regions.",
    ),
    "many fields": (front("".join(f"k{n}: v\n" for n in range(100_000))), "More than 300 fields"),
    "doubled fields": (front("k: v\n" * 100_000), "`k` stands here a second time"),
    "empty fields": (front("".join(f"k{n}:\n" for n in range(100_000))), "More than 300 fields"),
    "merged fields": (front("<<: {a: b}\n" * 1000), "`<<` stands here a second time"),
    "aliases": (
        front("a: &a [x, x]\n" + "".join(f"{b}: &{b} [*{a}, *{a}]\n" for a, b in PAIRS)),
        "anchors (&) and aliases (*) are not used here",
    ),
    "long title": (original(title="x" * 1_900_000), "longer than 10000 characters"),
    "long key": (front("k" * 1_900_000 + ": v"), "error[yaml]"),
    "long line": (front("x: y: " + "z" * 1_900_000), "cannot be read as YAML"),
    "long quote": (front('x: "' + "z\n" * 900_000), "opened here and never closed"),
    "long comment": (front("x: a " + "#" * 1_900_000), "`x` is not a known field"),
    "blank lines": ("---\n" + "\n" * 1_900_000 + "x", "never closed"),
    "hyphens": ("-" * 1_900_000 + " x", "does not begin with front matter"),
    "spaces": (front("x:" + " " * 1_900_000 + "y: z"), "error[yaml]"),
    "large file": ("x" * 30_000_000, "The file is 30 MB large"),
    "invisible characters": (original(body="\u202e" * 600_000), "An invisible character"),
    "NUL": (original(body="a\0b"), "An invisible character stands here: U+0000"),
    "byte-order mark inside": (original(body="a\ufeffb"), "U+FEFF"),
    "next line": (original(title="a\u0085b: c"), "U+0085"),
}

FILES: dict[str, tuple[Files, str]] = {
    "many terms": (
        {"vocabulary/topics.yaml": "".join(f"a{n}: {{q: 1}}\n" for n in range(100_000))},
        "The file has more than 100000 keys and values.",
    ),
    "many wrong terms": (
        {"vocabulary/topics.yaml": "".join(f"a{n}: {{q: 1}}\n" for n in range(6_000))},
        "`q` is not a known field.",
    ),
    "many wrong places": (
        {
            "vocabulary/places.yaml": "".join(
                f"a{n}: {{name: {{en: N{n}, ru: N{n}}}, parent: XX-{n % 99}}}\n"
                for n in range(6_000)
            )
        },
        "is neither a region nor a partner.",
    ),
    "entities in a picture": (
        {
            "media/a.svg": '<!DOCTYPE svg [<!ENTITY a "ha">'
            + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in PAIRS)
            + ']><svg xmlns="http://www.w3.org/2000/svg"><text>&t;</text></svg>'
        },
        "The picture declares a language of its own here.",
    ),
}


def test_what_is_too_much_is_refused_at_its_file_in_few_words(tmp_path: Path) -> None:
    texts = [*TEXTS.values()]
    files = {f"briefings/b{number}.en.md": text for number, (text, _) in enumerate(texts)}
    code, said = build(tmp_path, files)
    assert code == 1
    for number, (_, told) in enumerate(texts):
        file = re.escape(f"content/briefings/b{number}.en.md")
        assert re.search(rf"{file}:\d+:\d+: .*{re.escape(told)}", said), (number, told)
    assert len(said) < 200_000
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize("name", FILES)
def test_what_is_too_much_in_other_files_is_refused(tmp_path: Path, name: str) -> None:
    files, told = FILES[name]
    code, said = build(tmp_path, files)
    assert (code, told in said) == (1, True), said[-2000:]
    assert not (tmp_path / "site").exists()


LINKS = {
    "a file": ("briefings/bridge.en.md", "beside/secret.md"),
    "a picture": ("media/secret.png", "beside/secret.png"),
    "a folder of texts": ("briefings/more", "beside"),
    "a folder of pictures": ("media/more", "beside"),
    "itself": ("briefings/round.en.md", "content/briefings/round.en.md"),
    "the folder around it": ("media/round", "content/media"),
    "nothing": ("pages/nothing.en.md", "absent"),
    "the texts": ("pages", "beside"),
    "a vocabulary": ("vocabulary/people.yaml", "beside/secret.md"),
}


@pytest.mark.parametrize("name", LINKS)
def test_a_link_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    path, target = LINKS[name]
    content = make_content(tmp_path / "content", {"briefings/a.en.md": original()})
    link = content / path
    link.parent.mkdir(exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(tmp_path / target)
    code, said = build(tmp_path, {})
    assert code == 1
    assert f"“{link.name}” is a link to another place." in said


def test_a_pipe_does_not_keep_the_build_waiting(tmp_path: Path) -> None:
    content = make_content(tmp_path / "content", {"briefings/a.en.md": original()})
    os.mkfifo(content / "briefings" / "pipe.en.md")
    code, said = build(tmp_path, {})
    assert code == 1
    assert "“pipe.en.md” is not a file but a pipe." in said


@pytest.mark.parametrize(
    "target",
    [
        "../../beside/secret.png",
        "%2e%2e/%2e%2e/beside/secret.png",
        "../media/../../beside/secret.png",
        "..%2f..%2fbeside%2fsecret.png",
        "../../../../../../../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "../media/a%00.png",
        "..\\\\..\\\\beside\\\\secret.png",
    ],
)
def test_no_address_leads_out_of_the_folder(tmp_path: Path, target: str) -> None:
    body = f"![A picture]({target}) and [a link]({target})"
    code, said = build(tmp_path, {BRIDGE: original(body=body)})
    assert code == 1
    assert re.search(r"error\[(image|link)\]", said)


WORDS = (
    "{{ 7*7 }}",
    "{% raw %}",
    "{% include '/etc/passwd' %}",
    "{# x #}",
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "'\\\"><img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<!--",
    "]]>",
    "&lt;script&gt;",
    "%(page)s %s {0} {page}",
    "$(id) `id` ${id}",
)
"""What some program, somewhere, would take for more than words."""

RAW = re.compile(r"<(?:script|img|svg|style|iframe)\b|\bonload=|\bonerror=|49|root:", re.IGNORECASE)


def every_field(word: str) -> Files:
    """Write a word into every field whose text reaches a page."""
    quoted = f'"{word}"'
    name = f"{{name: {{en: {quoted}, ru: {quoted}}}"
    more = (
        f"topics: [trade]\nplaces: [omsk]\ndate_basis: {quoted}\n"
        f"source: {{title: {quoted}, publisher: {quoted}}}\n"
        f"changes: [{{date: 2020, note: {quoted}}}]\n"
    )
    safe = word.replace("\\", "")
    body = f"A text with `{safe}`.\n\n```\n{safe}\n```\n"
    page = f"---\ntitle: {quoted}\nsummary: {quoted}\nlang: en\n---\n{body}"
    return {
        "site.yaml": (
            f"title: {{en: {quoted}, ru: {quoted}}}\ndescription: {{en: {quoted}, ru: {quoted}}}\n"
            "languages: [en, ru]\n"
        ),
        "vocabulary/topics.yaml": f"trade: {name}, aliases: [{quoted}]}}\n",
        "vocabulary/regions.yaml": f"RU-OMS: {name}, slug: omsk-oblast}}\n",
        "vocabulary/partners.yaml": f"CN: {name}, slug: china}}\n",
        "vocabulary/places.yaml": f"omsk: {name}, parent: RU-OMS}}\n",
        BRIDGE: original(title=quoted, summary=quoted, more=more, body=body),
        "briefings/bridge.ru.md": translation(title=quoted, summary=quoted).replace(
            "change: 0", "change: 1"
        ),
        "pages/about.en.md": page,
        "pages/about.ru.md": page.replace("lang: en", "lang: ru"),
    }


@pytest.mark.parametrize("words", [WORDS[:4], WORDS[4:8], WORDS[8:]], ids=" ".join)
def test_marks_of_templates_and_of_html_are_words_in_every_field(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, said = build(tmp_path, every_field(" and ".join(words)))
    assert code == 0, said
    pages = {n: d.decode() for n, d in tree_of(tmp_path / "site").items() if n.endswith(".html")}
    assert len(pages) > 20
    for name, text in pages.items():
        assert not RAW.search(re.sub(r"&[a-z#0-9]+;[^<]*", "", text)), name
