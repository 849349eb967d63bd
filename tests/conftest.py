"""Options and fixtures that all tests share."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

CASES = Path(__file__).parent / "cases"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update",
        action="store_true",
        help="write what came out into the case files and sites; review the difference",
    )


def pytest_configure() -> None:
    # A shell that runs the tests in the background has them ignore Ctrl-C, and the programs that
    # they start and stop would ignore it too.
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Tell whether expectations are to be written anew."""
    return bool(request.config.getoption("--update"))


@pytest.fixture
def content_of(tmp_path: Path) -> Callable[[dict[str, bytes]], Path]:
    """Make a content folder: a small vocabulary, settings, and the files that are given."""

    def make(files: dict[str, bytes]) -> Path:
        folder = tmp_path / "content"
        shutil.copytree(CASES / "base", folder)
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder

    return make
