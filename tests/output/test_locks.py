from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from microsite.output.locks import claim
from tests.output.publishing import ROOT

HOLDING = """
import os, sys, time
from pathlib import Path
from microsite.output.locks import claim

with claim(Path(sys.argv[1]), lambda: None):
    {more}
    print("held", flush=True)
    sys.stdin.read()
"""


def never() -> None:
    raise AssertionError("nobody else has the folder")


def holder(folder: Path, more: str = "") -> subprocess.Popen[str]:
    """Start a process that claims a folder until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING.format(more=more), str(folder)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_a_folder_that_nobody_has_is_claimed_at_once(tmp_path: Path) -> None:
    for _ in range(2):
        with claim(tmp_path / "site", never):
            pass
    assert list(tmp_path.iterdir()) == []


def test_the_second_build_says_so_once_and_waits_for_the_first(tmp_path: Path) -> None:
    folder, told = tmp_path / "site", threading.Event()
    order: list[str] = []

    def say() -> None:
        order.append("waits")
        told.set()

    def second() -> None:
        with claim(folder, say):
            order.append("second")

    thread = threading.Thread(target=second)
    with claim(folder, never):
        thread.start()
        assert told.wait(60)
        order.append("first ends")
    thread.join()
    assert order == ["waits", "first ends", "second"]


def test_the_second_build_waits_for_another_process(tmp_path: Path) -> None:
    said: list[str] = []
    with holder(tmp_path / "site") as process:
        assert process.stdin is not None

        def say() -> None:
            said.append("waits")
            process.stdin.close()  # type: ignore[union-attr]  # asserted above

        with claim(tmp_path / "site", say):
            pass
    assert said == ["waits"]


def test_a_kill_lets_go(tmp_path: Path) -> None:
    with holder(tmp_path / "site") as process:
        process.kill()
        process.wait()
        with claim(tmp_path / "site", never):
            pass


def test_a_kill_lets_go_also_where_a_worker_lives_on(tmp_path: Path) -> None:
    more = "reader, writer = os.pipe(); child = os.fork(); child or os.read(reader, 1)"
    # The worker has the pipe's other end too, and so would wait for ever; its number is printed.
    more += "; print(child, file=open(sys.argv[1] + '.worker', 'w'))"
    with holder(tmp_path / "site", more) as process:
        worker = int((tmp_path / "site.worker").read_text())
        process.kill()
        process.wait()
        try:
            # The worker may not have come to let go yet: then this waits for it.
            with claim(tmp_path / "site", lambda: None):
                pass
        finally:
            os.kill(worker, 9)


def test_folders_made_for_the_claim_go_when_nothing_came_into_them(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b" / "site"
    with claim(folder, never):
        assert folder.parent.is_dir()
    assert list(tmp_path.iterdir()) == []
    with claim(folder, never):
        folder.mkdir()
    assert folder.is_dir()


def test_a_build_whose_parent_folder_was_taken_away_claims_the_new_one(tmp_path: Path) -> None:
    folder, told = tmp_path / "a" / "site", threading.Event()
    claimed: list[bool] = []

    def second() -> None:
        with claim(folder, told.set):
            claimed.append(folder.parent.is_dir())

    thread = threading.Thread(target=second)
    with claim(folder, never):
        thread.start()
        assert told.wait(60)
    thread.join()
    assert claimed == [True]


def test_the_lock_is_let_go_when_the_build_fails(tmp_path: Path) -> None:
    with pytest.raises(KeyError), claim(tmp_path / "site", never):
        raise KeyError
    with claim(tmp_path / "site", never):
        pass


def test_a_parent_that_is_a_file_is_an_error_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    for folder in (tmp_path / "a" / "site", tmp_path / "a" / "b" / "site"):
        with pytest.raises(NotADirectoryError) as caught, claim(folder, never):
            pass
        assert str(caught.value.filename).startswith(str(tmp_path / "a"))
