"""Lay out the site of a tool, change one thing in it, build it, and count what came out."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Briefing, Corpus
from bench.measure import Run, measure
from bench.tools import Tool


@dataclass(frozen=True, slots=True)
class Site:
    """Hold the folder in which a tool builds a corpus."""

    tool: Tool
    folder: Path
    corpus: Corpus

    @property
    def output(self) -> Path:
        """Name the folder that the tool writes."""
        return self.folder / self.tool.output

    def write(self, briefing: Briefing) -> None:
        """Write the files of a briefing, over those that are there."""
        for name, text in self.tool.write(briefing, self.corpus.names).items():
            (self.folder / name).write_text(text, "utf-8")

    def edit_template(self, mark: str) -> None:
        """Let every page of a briefing say something more: its source is of one more class."""
        path = self.folder / self.tool.template
        text = path.read_text("utf-8")
        path.write_text(text.replace('class="source', f'class="source {mark}', 1), "utf-8")

    def clear(self) -> None:
        """Remove all that builds have made."""
        for name in (self.tool.output, *self.tool.left):
            path = self.folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def build(self) -> Run:
        """Build once."""
        return measure(self.tool.command, self.folder, self.tool.environment)


def lay_out(tool: Tool, folder: Path, corpus: Corpus) -> Site:
    """Write everything that a tool needs to build a corpus."""
    for source, name in tool.layouts:
        shutil.copytree(source, folder / name, dirs_exist_ok=True)
    site = Site(tool, folder, corpus)
    (folder / "content" / "briefings").mkdir(parents=True, exist_ok=True)
    for name, text in tool.settings(corpus.languages).items():
        (folder / name).write_text(text, "utf-8")
    for briefing in corpus:
        site.write(briefing)
    return site


@dataclass(frozen=True, slots=True)
class Size:
    """Hold how much a site is."""

    pages: int
    bytes: int


def size_of(folder: Path) -> Size:
    """Count the pages of a folder and the bytes of all its files."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    pages = sum(path.suffix == ".html" for path in files)
    return Size(pages, sum(path.stat().st_size for path in files))
