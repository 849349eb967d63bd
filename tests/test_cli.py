"""Run build.py as an editor does, in a copy of the program, so that its own folders may be used."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from microsite import __version__
from microsite.output.manifest import MANIFEST
from microsite.pages.plan import TEMPLATES
from tests.building import BARE, LOCALES, ROOT, make_content, original, translation, tree_of

RIGHT = {"briefings/bridge.en.md": original(), "briefings/bridge.ru.md": translation()}
WRONG = {"briefings/bridge.en.md": original(regions="RU-OMSK")}
NO_BASE = (
    "No base_url is set (content/site.yaml or --base-url): canonical addresses, hreflang and the"
    " sitemap are left out.\n"
)
FOUND = "content/briefings/bridge.en.md:6:11: error[unknown-term]:"


@pytest.fixture(scope="session")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the program; give the folder of build.py."""
    house = tmp_path_factory.mktemp("house")
    shutil.copy2(ROOT / "build.py", house)
    shutil.copytree(ROOT / "microsite", house / "microsite")
    shutil.copytree(LOCALES, house / "locales")
    shutil.copytree(BARE, house / "templates")
    make_content(house / "content", RIGHT)
    return house


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give the folder from which commands are run."""
    (tmp_path / "desk").mkdir()
    return tmp_path / "desk"


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run(house: Path, desk: Path) -> Iterator[Run]:
    """Run build.py from the desk; what it writes into its own folders is taken away after."""

    def build_py(*arguments: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, house / "build.py", *arguments],
            check=False,
            capture_output=True,
            encoding="utf-8",
            cwd=desk,
            env=os.environ | settings,
        )

    yield build_py
    for name in ("site", ".cache"):
        shutil.rmtree(house / name, ignore_errors=True)


def refusal(message: str) -> str:
    return f"build.py: error: {message}\n"


def test_a_build_writes_the_site_and_says_so(run: Run, house: Path, desk: Path) -> None:
    done = run()
    assert (done.returncode, done.stdout) == (0, "")
    summary, rest = done.stderr.split("\n", 1)
    assert summary.startswith("26 pages, 39 files written, 0 unchanged, 0 removed, ")
    assert summary.endswith(" s")
    assert rest == NO_BASE
    assert (house / "site" / "en" / "briefings" / "bridge.html").is_file()
    assert list(desk.iterdir()) == []


def test_a_second_build_finds_nothing_to_write(run: Run, house: Path) -> None:
    run()
    before = {path: path.stat().st_mtime_ns for path in (house / "site").rglob("*")}
    assert run("build").stderr.startswith("26 pages, 0 files written, 39 unchanged, 0 removed, ")
    assert {path: path.stat().st_mtime_ns for path in (house / "site").rglob("*")} == before


def test_a_base_address_is_taken_from_the_command_line(run: Run, desk: Path) -> None:
    done = run("--base-url", "https://example.org/b", "--output", desk / "out")
    assert done.returncode == 0
    assert NO_BASE not in done.stderr
    assert (desk / "out" / "sitemap.xml").is_file()
    page = (desk / "out" / "en" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="https://example.org/b/en/">' in page


def test_mistakes_are_told_and_counted_and_the_exit_code_is_1(run: Run, desk: Path) -> None:
    make_content(desk / "content", WRONG)
    done = run("--content", "content", "--output", "out")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{FOUND} “RU-OMSK” is not in the vocabulary of regions.\n"
        "   |\n"
        " 6 | regions: [RU-OMSK]\n"
        "   |           ^^^^^^^\n"
        "   Did you mean RU-OMS (Омская область)?\n"
        "\n"
        "1 mistake in 1 file; nothing was published.\n"
    )
    assert not (desk / "out").exists()


def test_after_a_failed_build_the_site_is_as_it_was(run: Run, desk: Path) -> None:
    content = make_content(desk / "content", RIGHT)
    assert run("--content", content, "--output", "out").returncode == 0
    before = tree_of(desk / "out")
    times = {path: path.stat().st_mtime_ns for path in (desk / "out").rglob("*")}
    (content / "briefings" / "bridge.en.md").write_text(original(regions="RU-OMSK"))
    (content / "briefings" / "other.en.md").write_text(original())
    assert run("--content", content, "--output", "out").returncode == 1
    assert tree_of(desk / "out") == before
    assert {path: path.stat().st_mtime_ns for path in (desk / "out").rglob("*")} == times


def test_mistakes_are_told_to_github_on_standard_output(run: Run, desk: Path) -> None:
    make_content(desk / "content", WRONG)
    done = run("check", "--content", "content", "--format", "github")
    assert (done.returncode, done.stderr) == (1, "1 mistake in 1 file; nothing was published.\n")
    assert done.stdout == (
        "::error title=error[unknown-term],file=content/briefings/bridge.en.md,line=6,col=11,"
        "endColumn=18::“RU-OMSK” is not in the vocabulary of regions."
        " Did you mean RU-OMS (Омская область)?\n"
    )


def test_mistakes_are_told_to_programs_on_standard_output(run: Run, desk: Path) -> None:
    make_content(desk / "content", WRONG)
    done = run("check", "--content", "content", "--format", "json")
    assert (done.returncode, done.stderr) == (1, "1 mistake in 1 file; nothing was published.\n")
    assert json.loads(done.stdout) == [
        {
            "path": "content/briefings/bridge.en.md",
            "line": 6,
            "column": 11,
            "code": "unknown-term",
            "message": "“RU-OMSK” is not in the vocabulary of regions.",
            "hint": "Did you mean RU-OMS (Омская область)?",
        }
    ]


def test_without_mistakes_json_is_an_empty_list_and_github_hears_nothing(run: Run) -> None:
    assert run("check", "--format", "json").stdout == "[]\n"
    assert run("check", "--format", "github").stdout == ""


def test_a_check_writes_neither_site_nor_content(run: Run, house: Path, desk: Path) -> None:
    before = tree_of(house / "content") | tree_of(house / "templates")
    done = run("check", "--output", "out", "--cache", desk / "cache")
    assert done.returncode == 0
    assert done.stderr.startswith("26 pages, no mistakes, ")
    assert done.stderr.count("\n") == 1
    assert not (house / "site").exists()
    assert [path.name for path in desk.iterdir()] == ["cache"]
    assert tree_of(house / "content") | tree_of(house / "templates") == before


def test_mistakes_in_texts_vocabulary_and_templates_are_told_together(run: Run, desk: Path) -> None:
    content = make_content(desk / "content", WRONG)
    (content / "vocabulary" / "topics.yaml").write_text("Trade: {name: {ru: a, en: b}}\n")
    shutil.copytree(BARE, desk / "templates")
    (desk / "templates" / "home.html").write_text("{% if %}")
    done = run("check", "--content", "content", "--templates", "templates", "--format", "json")
    assert done.returncode == 1
    assert [row["path"] for row in json.loads(done.stdout)] == [
        "content/briefings/bridge.en.md",
        "content/vocabulary/topics.yaml",
        "templates/home.html",
    ]


DRAFTS = RIGHT | {
    "briefings/clandestine.en.md": original(title="Hush hush", date="1999", more="draft: true"),
    "briefings/clandestine.ru.md": translation(title="Тайна тайн"),
    "briefings/open.en.md": original(title="Open"),
    "briefings/open.ru.md": translation(title="Незаконченный перевод", more="draft: true"),
    "pages/backroom.en.md": (
        "---\ntitle: Behind doors\nsummary: No.\nlang: en\ndraft: true\n---\nText.\n"
    ),
}
SECRETS = ("clandestine", "Hush hush", "1999", "Тайна", "Незаконченный", "backroom", "Behind doors")


def test_drafts_never_go_into_the_default_output(run: Run, house: Path) -> None:
    for output in (
        [],
        ["--output", house / "site"],
        ["--output", house / "content" / ".." / "site"],
    ):
        done = run("--drafts", *output)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.endswith(
            refusal("--drafts: name another folder with --output; site/ is for readers")
        )
    assert not (house / "site").exists()


def test_no_draft_is_named_anywhere_in_a_build_for_readers(run: Run, desk: Path) -> None:
    make_content(desk / "content", DRAFTS)
    assert run("--content", "content", "--output", "out").returncode == 0
    for path, data in tree_of(desk / "out").items():
        for secret in SECRETS:
            assert secret not in path
            assert secret not in data.decode(), path
        assert b"noindex" not in data or path == "404.html"
        assert b"ribbon" not in data


def test_a_build_with_drafts_marks_them_and_keeps_search_engines_out(run: Run, desk: Path) -> None:
    make_content(desk / "content", DRAFTS)
    assert run("--drafts", "--content", "content", "--output", "out").returncode == 0
    pages = {
        path: data.decode() for path, data in tree_of(desk / "out").items() if path.endswith("html")
    }
    assert all('<meta name="robots" content="noindex">' in page for page in pages.values())
    assert sorted(path for path, page in pages.items() if "ribbon" in page) == [
        "en/backroom.html",
        "en/briefings/clandestine.html",
        "ru/briefings/clandestine.html",
        "ru/briefings/open.html",
    ]
    assert "Hush hush</a> (Draft)" in pages["en/briefings/index.html"]


@pytest.mark.parametrize("name", ["content", "templates"])
def test_a_folder_that_is_not_there_is_named(run: Run, name: str) -> None:
    done = run(f"--{name}", "nowhere")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(refusal(f"--{name}: there is no folder nowhere"))


@pytest.mark.parametrize("output", ["content", "content/briefings", ".", "templates/x"])
def test_an_output_within_or_around_the_sources_is_refused(
    run: Run, desk: Path, output: str
) -> None:
    make_content(desk / "content", RIGHT)
    shutil.copytree(BARE, desk / "templates")
    before = tree_of(desk)
    done = run("--content", "content", "--templates", "templates", "--output", output)
    assert done.returncode == 2
    other = "templates" if output == "templates/x" else "content"
    assert done.stderr.endswith(
        refusal(f"--output: {output} and the folder of {other} lie in each other")
    )
    assert tree_of(desk) == before


def test_an_output_that_others_wrote_is_refused_untouched(run: Run, desk: Path) -> None:
    (desk / "out").mkdir()
    (desk / "out" / "thesis.txt").write_text("years of work")
    done = run("--output", "out")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"build.py: {desk}/out holds files that this program did not write; name an empty folder"
        " or a new one with --output.\n"
    )
    assert tree_of(desk) == {"out/thesis.txt": b"years of work"}


def test_a_file_of_others_in_the_way_of_a_page_is_refused(run: Run, desk: Path) -> None:
    assert run("--output", "out").returncode == 0
    (desk / "out" / "sitemap.xml").write_text("mine")
    done = run("--output", "out", "--base-url", "https://example.org/")
    assert done.returncode == 3
    assert done.stderr == (
        f"build.py: {desk}/out/sitemap.xml was not written by this program and is in the way; move"
        " it elsewhere.\n"
    )


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("file/site", "{desk}/file: Not a directory"),
        ("/proc/site", "/proc/site: No such file or directory"),
    ],
)
def test_an_output_that_cannot_be_written_is_the_machines_fault(
    run: Run, desk: Path, output: str, message: str
) -> None:
    (desk / "file").write_text("a file")
    done = run("--output", output)
    assert (done.returncode, done.stdout) == (3, "")
    last = done.stderr.strip().rpartition("\n")[2]
    assert last.startswith("build.py: ")
    assert "Traceback" not in done.stderr
    assert last.rpartition(": ")[2] == message.rpartition(": ")[2]


def test_a_cache_that_cannot_be_written_is_nobodys_fault(run: Run, desk: Path) -> None:
    (desk / "file").write_text("a file")
    done = run("check", "--cache", desk / "file" / "cache")
    assert done.returncode == 0


def test_an_incomplete_set_of_templates_is_told_with_all_that_is_missing(
    run: Run, desk: Path
) -> None:
    (desk / "templates").mkdir()
    (desk / "templates" / "home.html").write_text("")
    done = run("--templates", "templates", "--output", "out", "--format", "json")
    assert done.returncode == 1
    told = [row["message"] for row in json.loads(done.stdout)]
    missing = sorted({*TEMPLATES, "site.css"} - {"home.html"})
    assert told == [f"The template {name} is missing." for name in missing]
    assert not (desk / "out").exists()


@pytest.mark.parametrize(
    ("address", "message"),
    [
        (
            "example.org",
            ("This is not a web address. Write it whole, as in https://example.org/page."),
        ),
        (
            "https://example.org/?a",
            "The site's address has no ? and no #. Write it as in https://example.org/briefings/.",
        ),
    ],
)
def test_a_base_address_that_is_none_is_refused(run: Run, address: str, message: str) -> None:
    done = run("--base-url", address)
    assert done.returncode == 2
    assert done.stderr.endswith(refusal(f"--base-url: {message}"))


def test_the_version_is_told(run: Run) -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, f"briefing-microsite {__version__}\n")


@pytest.mark.parametrize("argument", ["publish", "--draft", "--format=xml", "--port=x"])
def test_what_is_no_command_and_no_option_is_refused(run: Run, argument: str) -> None:
    done = run(argument)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("usage: build.py ")


def test_help_names_the_commands_and_every_option(run: Run) -> None:
    told = run("--help").stdout
    for word in ("build", "check", "serve", "--content", "--output", "--drafts", "--base-url"):
        assert word in told


def test_the_record_is_the_only_file_beside_the_pages(run: Run, house: Path) -> None:
    run()
    listed = json.loads((house / "site" / MANIFEST).read_text(encoding="utf-8"))["files"]
    assert sorted(tree_of(house / "site", without=[MANIFEST])) == sorted(listed)


def test_what_is_told_fits_a_terminal_without_our_letters(run: Run, desk: Path) -> None:
    make_content(desk / "content", WRONG)
    done = run("check", "--content", "content", "--format", "json", PYTHONIOENCODING="ascii")
    assert done.stderr == "1 mistake in 1 file; nothing was published.\n"
    assert json.loads(done.stdout)[0]["message"].startswith("“RU-OMSK” is not")
    done = run("check", "--content", "content", PYTHONIOENCODING="ascii")
    assert done.stdout == ""
    assert "\\u201cRU-OMSK\\u201d is not in the vocabulary" in done.stderr
