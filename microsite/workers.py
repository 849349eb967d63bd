"""Share work out among processes; the work itself does not know of it.

Each process is given its share at the start and sends what comes of it through a pipe. There is no
queue that could outlive the build: where the parent is gone, a worker ends at its next result.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 100
"""Items from which a second process is worth its start."""

_BATCH = 50
"""Results that travel together."""


def processes(count: int) -> int:
    """Choose how many processes are to share out a number of items."""
    return min(available(), 8, max(1, count // (ENOUGH // 2)))


def available() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # macOS has none
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], count: int, run: int = 1
) -> Iterator[tuple[Item, Result]]:
    """Do work on each item, in `count` processes; pairs come as they are done, in no order.

    Items are dealt out in runs of `run` that stand side by side.

    Raises: what the work raises, as it would in one process.
    """
    if count < 2:  # noqa: PLR2004 -- one process is this one
        yield from ((item, work(item)) for item in items)
        return
    from multiprocessing import get_context  # noqa: PLC0415 -- slow to import, as below

    # A copy of this process starts at once and knows all that is here; but a copy of one with
    # threads may wait for ever for a lock that a thread held.
    alone = sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork") if alone else get_context("spawn")
    workers = []
    pipes: dict[Connection, Iterator[int]] = {}
    try:
        for number in range(count):
            numbers = [n for n in range(len(items)) if n // run % count == number]
            receiver, sender = context.Pipe(duplex=False)
            # A copy of this process holds the other ends too, and would never see them closed.
            inherited = [receiver, *pipes] if alone else []
            share = [items[n] for n in numbers]
            worker = context.Process(
                target=_work, args=(work, share, sender, inherited), daemon=True
            )
            worker.start()
            sender.close()
            workers.append(worker)
            pipes[receiver] = iter(numbers)
        yield from _results(items, pipes)
    finally:
        for worker in workers:
            worker.kill()
        for worker in workers:
            worker.join()


def _results(
    items: Sequence[Item], pipes: dict[Connection, Iterator[int]]
) -> Iterator[tuple[Item, Result]]:
    from multiprocessing.connection import wait  # noqa: PLC0415

    receiver: Any  # one of the pipes, for nothing else is waited for
    while pipes:
        for receiver in wait([*pipes]):
            try:
                batch = receiver.recv()
            except EOFError:
                if next(pipes.pop(receiver), None) is not None:
                    message = "a worker process ended before its work was done"
                    raise ChildProcessError(message) from None
                continue
            if isinstance(batch, BaseException):
                raise batch
            for result in batch:
                yield items[next(pipes[receiver])], result


def _work(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    sender: Connection,
    inherited: Iterable[Connection],
) -> None:
    for receiver in inherited:
        receiver.close()
    # A pipe is broken when the parent is gone; an interrupt was told to the parent too.
    with suppress(BrokenPipeError, KeyboardInterrupt):
        try:
            batch: list[Result] = []
            for item in items:
                batch.append(work(item))
                if len(batch) == _BATCH:
                    sender.send(batch)
                    batch = []
            sender.send(batch)
        except (BrokenPipeError, KeyboardInterrupt):
            raise
        except BaseException as error:  # noqa: BLE001 -- the parent raises it
            sender.send(error)
