"""Change a site at random, build it again and again, and compare with a clean build each time.

    python -m tests.torture.sequences [SEQUENCES [SEED]]

A sequence is some twenty changes: of texts, vocabularies, templates, interface texts and settings,
of the cache and of the site itself, some of them mistakes. After each the incremental build has to
give the very bytes of a build from nothing; with a mistake, the site has to stay as it was. The
first difference ends the run with a traceback that names the sequence.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from pathlib import Path

from microsite.diagnostics import Diagnostic
from microsite.options import Options
from microsite.output.manifest import MANIFEST
from microsite.run import Memory, is_up_to_date, run, run_again
from tests.building import BARE, LOCALES, ROOT, original, translation, tree_of

CHANGES = 20
"""Changes of a sequence."""

TOLD = 0.9
"""How often the preview is told of a file that was saved."""

REGIONS, PARTNERS, TOPICS = ("RU-OMS", "RU-TOM", "RU-IRK"), ("CN", "CN-HA", "JP"), ("trade",)
SECTION = '\n\n## Omsk {#omsk regions="RU-OMS" partners="CN"}\n\nOn Omsk.\n'


@dataclass(frozen=True)
class House:
    """Hold the folders of one site under trial."""

    root: Path
    chance: random.Random

    @property
    def options(self) -> Options:
        """Give the options of its builds."""
        return Options(
            content=self.root / "content",
            templates=self.root / "templates",
            locales=self.root / "locales",
            cache=self.root / "cache",
        )

    @property
    def site(self) -> Path:
        """Give the folder that is built into."""
        return self.root / "site"

    def marks(self) -> dict[Path, tuple[int, ...]]:
        """Tell each file that builds are made from, and when and as what it was last written."""
        folders = (self.options.content, self.options.templates, self.options.locales)
        files = [path for folder in folders for path in folder.rglob("*")]
        stats = {path: path.lstat() for path in files}
        return {
            path: (at.st_size, at.st_mtime_ns, at.st_ctime_ns, at.st_ino, at.st_mode)
            for path, at in stats.items()
        }

    def texts(self) -> list[Path]:
        """List the files of briefings."""
        return sorted((self.root / "content" / "briefings").glob("*.md"))

    def pages(self) -> list[Path]:
        """List the files of the site."""
        return sorted(path for path in self.site.rglob("*") if path.is_file())


def main(sequences: int = 500, seed: int = 1) -> None:
    """Try so many sequences; the seed chooses them."""
    for number in range(seed, seed + sequences):
        with tempfile.TemporaryDirectory(prefix="microsite-torture-") as name:
            try_sequence(Path(name), number)
        if (number - seed + 1) % 25 == 0:
            sys.stdout.write(f"{number - seed + 1} sequences\n")
    sys.stdout.write(f"{sequences} sequences of {CHANGES} changes: never stale, never half\n")


def try_sequence(root: Path, seed: int, changes: int = CHANGES) -> None:
    """Try one sequence in an empty folder. Raises: AssertionError at the first difference."""
    house = make_house(root, random.Random(seed))  # noqa: S311 -- no secret
    done = ["the beginning"]
    memory = Memory()
    for _ in range(changes):
        change = house.chance.choice(CHANGES_OF_ALL)
        before = house.marks()
        change(house)
        done.append(change.__name__)
        saved = {path for path, _ in before.items() ^ house.marks().items()}
        # Systems forget to tell of a file now and then.
        told_of = [path for path in sorted(saved) if house.chance.random() < TOLD]
        judge(house, memory, f"sequence {seed}: {', '.join(done)}", told_of)
    memory.close()


def make_house(root: Path, chance: random.Random) -> House:
    """Make a small site in two languages, and build it."""
    shutil.copytree(BARE.parent / "two_languages" / "content", root / "content")
    shutil.copytree(BARE, root / "templates")
    shutil.copytree(LOCALES, root / "locales")
    house = House(root, chance)
    assert run(house.options, house.site).findings == ()
    return house


def judge(house: House, memory: Memory, name: str, saved: Collection[Path] = ()) -> None:
    """Build as the command line does and as the preview does, and compare with a clean build.

    `saved` are the files that the preview was told of.
    """
    before = tree_of(house.site)
    with tempfile.TemporaryDirectory(prefix="microsite-clean-") as scratch:
        clean = Path(scratch) / "site"
        wanted = run(replace(house.options, cache=None), clean)
        result = run(house.options, house.site)
        shown = run_again(house.options, house.root / "preview" / "site", memory, saved)
        if not is_up_to_date(house.options, memory):  # as the preview asks in every pause
            shown = run_again(house.options, house.root / "preview" / "site", memory)
        assert told(result.findings) == told(wanted.findings) == told(shown.findings), name
        if wanted.findings:
            assert tree_of(house.site) == before, f"{name}: a mistake changed the site"
            return
        expected = tree_of(clean)
        assert differing(tree_of(house.site), expected) == [], name
        del expected[MANIFEST]  # the preview's own folder needs none
        assert differing(tree_of(house.root / "preview" / "site"), expected) == [], name
    names = {path.name for path in house.root.iterdir()}
    known = {"content", "templates", "locales", "cache", "site", "preview"}
    assert names <= known, f"{name}: {names - known} is left"


def told(findings: tuple[Diagnostic, ...]) -> list[str]:
    """Word findings for comparison."""
    return [f"{f.location.path}:{f.location.line} {f.code} {f.message}" for f in findings]


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Name the files in which two trees differ."""
    return [path for path in sorted({*one, *other}) if one.get(path) != other.get(path)]


# What an editor does to texts.


def write_briefing(house: House) -> None:
    chance = house.chance
    text = original(
        title=f"Title {chance.randint(1, 999)}",
        summary=f"Summary {chance.randint(1, 999)}." * chance.choice((1, 1, 20)),
        date=chance.choice(("2016-09-12", "2018", "2016/2018", "2017-03")),
        regions=", ".join(chance.sample(REGIONS, chance.randint(0, 3))),
        partners=", ".join(chance.sample(PARTNERS, chance.randint(0, 3))),
        more="topics: [trade]" if chance.random() < 0.5 else "",
        body=f"Text {chance.randint(1, 999)}.",
    )
    path = house.root / "content" / "briefings" / f"made-{chance.randint(1, 4)}.en.md"
    path.write_text(text, encoding="utf-8")


def write_translation(house: House) -> None:
    path = house.root / "content" / "briefings" / f"made-{house.chance.randint(1, 4)}.ru.md"
    path.write_text(translation(title=f"Имя {house.chance.randint(1, 99)}"), encoding="utf-8")


def edit_body(house: House) -> None:
    edit(house, lambda text: f"{text}\nMore {house.chance.randint(1, 99)}.\n")


def edit_title(house: House) -> None:
    edit(house, lambda text: text.replace("title: ", f"title: {house.chance.choice('XYZ')} ", 1))


def edit_date(house: House) -> None:
    year = house.chance.randint(2010, 2019)
    edit(house, lambda text: text.replace("date: 2016", f"date: {year}", 1))


def edit_tag(house: House) -> None:
    there, wanted = house.chance.sample(REGIONS, 2)
    edit(house, lambda text: text.replace(there, wanted, 1))


def tag_section(house: House) -> None:
    edit(house, lambda text: text if "{#omsk" in text else text + SECTION)


def toggle_draft(house: House) -> None:
    edit(
        house,
        lambda text: (
            text.replace("draft: true\n", "")
            if "draft: true\n" in text
            else text.replace("lang:", "draft: true\nlang:", 1)
        ),
    )


def rename(house: House) -> None:
    path = house.chance.choice(house.texts())
    slug, rest = path.name.split(".", 1)
    path.rename(path.with_name(f"{slug[:9]}-{house.chance.randint(1, 9)}.{rest}"))


def delete(house: House) -> None:
    if len(house.texts()) > 2:
        house.chance.choice(house.texts()).unlink()


def break_text(house: House) -> None:
    mistakes = ("---\ntitle: a: b\n", "regions: [RU-XXX]\n", "[dead](nowhere.en.md)\n", "\x00")
    path = house.chance.choice(house.texts())
    path.write_text(path.read_text() + house.chance.choice(mistakes))
    house.root.joinpath("content", "briefings", "broken.tmp").write_text(path.name)


def mend(house: House) -> None:
    folder = house.root / "content" / "briefings"
    for path in house.texts():
        path.unlink()
    for path in (BARE.parent / "two_languages" / "content" / "briefings").iterdir():
        shutil.copy(path, folder)


def edit_page(house: House) -> None:
    path = house.root / "content" / "pages" / "about.en.md"
    path.write_text(path.read_text() + f"\nMore {house.chance.randint(1, 99)}.\n")


def edit_media(house: House) -> None:
    path = house.root / "content" / "media" / "bridge.svg"
    size = house.chance.randint(1, 9)
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h{size}"/></svg>')


# What a maintainer does.


def edit_template(house: House) -> None:
    path = house.chance.choice(sorted((house.root / "templates").rglob("*.html")))
    path.write_text(path.read_text() + f"{{# {house.chance.randint(1, 9)} #}}<!-- {path.name} -->")


def break_template(house: House) -> None:
    path = house.chance.choice(sorted((house.root / "templates").rglob("*.html")))
    path.write_text(path.read_text() + house.chance.choice(("{{ page.nonsense }}", "{% if %}")))


def mend_templates(house: House) -> None:
    shutil.rmtree(house.root / "templates")
    shutil.copytree(BARE, house.root / "templates")


def edit_style(house: House) -> None:
    (house.root / "templates" / "site.css").write_text(f"p {{ margin: {house.chance.random()} }}")


def edit_vocabulary(house: House) -> None:
    path = (
        house.root / "content" / "vocabulary" / house.chance.choice(("regions.yaml", "topics.yaml"))
    )
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: ", f"en: {house.chance.choice('ABC')} ", 1), encoding="utf-8")


def mend_vocabulary(house: House) -> None:
    shutil.rmtree(house.root / "content" / "vocabulary")
    shutil.copytree(
        BARE.parent / "two_languages" / "content" / "vocabulary",
        house.root / "content" / "vocabulary",
    )


def edit_interface(house: House) -> None:
    path = house.root / "locales" / house.chance.choice(("en", "ru")) / "microsite.po"
    text = path.read_text(encoding="utf-8")
    # The header is a text too, and not to be changed.
    head, _, texts = text.partition("\n\n")
    changed = texts.replace('msgstr "', f'msgstr "{house.chance.choice("ABC")}', 6)
    path.write_text(f"{head}\n\n{changed}", encoding="utf-8")


def edit_settings(house: House) -> None:
    path = house.root / "content" / "site.yaml"
    text = path.read_text("utf-8", "replace")
    lines = [line for line in text.splitlines() if "base_url" not in line]
    if house.chance.random() < 0.6:
        lines.append(f"base_url: https://example.org/{house.chance.choice('abc')}/")
    path.write_text("\n".join(lines) + "\n")


# What happens to files behind everybody's back.


def same_size_same_time(house: House) -> None:
    path = house.chance.choice(house.texts())
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(b"e", b"o", 3).replace(b"lang: on", b"lang: en"))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def turn_the_clock(house: House) -> None:
    for path in house.texts():
        moment = house.chance.choice((0, 10**9, 4 * 10**9)) * 10**9
        os.utime(path, ns=(moment, moment))


def change_permissions(house: House) -> None:
    house.chance.choice(house.texts()).chmod(house.chance.choice((0o600, 0o644, 0o755)))
    for path in house.chance.sample(house.pages(), min(1, len(house.pages()))):
        path.chmod(house.chance.choice((0o600, 0o644)))


def damage_cache(house: House) -> None:
    for path in sorted((house.root / "cache").iterdir()):
        if path.is_file() and house.chance.random() < 0.7:
            data = bytearray(path.read_bytes())
            kind = house.chance.randint(0, 3)
            if kind == 0:
                path.unlink()
            elif kind == 1:
                path.write_bytes(data[: len(data) // 2])
            else:
                for _ in range(house.chance.randint(1, 200)):
                    if data:
                        data[house.chance.randrange(len(data))] = house.chance.randrange(256)
                path.write_bytes(data)


def delete_cache(house: House) -> None:
    shutil.rmtree(house.root / "cache", ignore_errors=True)


def damage_site(house: House) -> None:
    pages = [path for path in house.pages() if path.name != ".microsite.json"]
    for path in house.chance.sample(pages, min(4, len(pages))):
        before = path.stat()
        kind = house.chance.randint(0, 4)
        if kind == 0:
            path.unlink()
        elif kind == 1:
            path.write_bytes(b"")
        elif kind == 2:
            path.unlink()
            path.symlink_to(house.root / "content" / "site.yaml")
        else:
            data = path.read_bytes()
            path.write_bytes(bytes(reversed(data)))
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def delete_site(house: House) -> None:
    shutil.rmtree(house.site, ignore_errors=True)


def build_twice_at_once(house: House) -> None:
    folders = [f"--{name}={house.root / name}" for name in ("content", "templates", "cache")]
    command = [sys.executable, str(ROOT / "build.py"), *folders, f"--output={house.site}"]
    runs = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    for one in runs:
        _, said = one.communicate()
        assert one.returncode in {0, 1}, said.decode()


CHANGES_OF_ALL: tuple[Callable[[House], None], ...] = (
    *(write_briefing, write_briefing, write_translation, edit_body, edit_title, edit_date),
    *(edit_tag, tag_section, toggle_draft, rename, delete, break_text, mend, mend),
    *(edit_page, edit_media, edit_template, break_template, mend_templates, mend_templates),
    *(edit_style, edit_vocabulary, mend_vocabulary, edit_interface, edit_settings),
    *(same_size_same_time, turn_the_clock, change_permissions, damage_cache, delete_cache),
    *(damage_site, damage_site, delete_site, build_twice_at_once),
)


def edit(house: House, change: Callable[[str], str]) -> None:
    """Change one text that is not broken."""
    path = house.chance.choice(house.texts())
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
