from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from microsite.workers import ENOUGH, available, processes, spread
from tests.building import ROOT


@pytest.fixture(params=["alone", "with a thread"])
def way(request: pytest.FixtureRequest) -> Iterator[str]:
    """Make processes as this one does when it is alone, and as it does when it has threads."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    if request.param != "alone":
        thread.start()
    yield str(request.param)
    done.set()
    if thread.ident:
        thread.join()


def square(number: int) -> int:
    return number * number


def process_of(_number: int) -> int:
    return os.getpid()


def fail_at(number: int, *, wrong: int) -> int:
    if number == wrong:
        raise ValueError(f"{number} is wrong")
    return number


def die_at(number: int, *, wrong: int) -> int:
    if number == wrong:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("run", [1, 7, 1000])
@pytest.mark.parametrize("number", [0, 1, 2, 149])
def test_every_item_has_its_result_once(count: int, run: int, number: int) -> None:
    pairs = list(spread(square, range(number), count, run))
    assert sorted(pairs) == [(item, item * item) for item in range(number)]
    assert multiprocessing.active_children() == []


def test_in_one_process_the_results_come_in_order() -> None:
    assert list(spread(square, range(5), 1)) == [(n, n * n) for n in range(5)]


@pytest.mark.usefixtures("way")
def test_other_processes_do_the_work_however_they_are_started() -> None:
    found = {process for _, process in spread(process_of, range(120), 2)}
    assert len(found) == 2
    assert os.getpid() not in found


def test_what_stands_side_by_side_is_done_in_one_process() -> None:
    found = dict(spread(process_of, range(40), 2, 10))
    for start in range(0, 40, 10):
        assert len({found[item] for item in range(start, start + 10)}) == 1


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("wrong", [0, 77, 119])
def test_what_the_work_raises_is_raised_here(wrong: int) -> None:
    with pytest.raises(ValueError, match=f"{wrong} is wrong"):
        list(spread(partial(fail_at, wrong=wrong), range(120), 2))
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("wrong", [0, 77, 119])
def test_a_process_that_is_killed_is_told_of(wrong: int) -> None:
    with pytest.raises(ChildProcessError, match="ended before its work was done"):
        list(spread(partial(die_at, wrong=wrong), range(120), 2))
    assert multiprocessing.active_children() == []


def test_results_that_nobody_wants_any_more_end_the_processes() -> None:
    results = spread(square, range(100_000), 2)
    next(iter(results))
    results.close()  # type: ignore[attr-defined]  # it is a generator
    assert multiprocessing.active_children() == []


ORPHANS = """
import os, signal
from microsite.workers import spread

def work(number):
    return bytes(20_000)

next(iter(spread(work, range(5_000), 2)))
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_where_the_parent_is_killed_its_processes_end(capfd: pytest.CaptureFixture[str]) -> None:
    # Each holds on to our pipe: there is no end to read before all of them have ended.
    done = subprocess.run(
        [sys.executable, "-c", ORPHANS], cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == -signal.SIGKILL
    assert (done.stdout, done.stderr) == (b"", b"")
    assert capfd.readouterr() == ("", "")


def test_a_second_process_is_made_where_it_is_worth_it() -> None:
    assert [processes(count) for count in (0, 1, ENOUGH - 1)] == [1, 1, 1]
    assert processes(ENOUGH) == min(2, available())
    assert 1 <= processes(10**6) <= min(8, available())
