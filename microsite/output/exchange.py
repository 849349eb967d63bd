"""Let two folders change names, at once where the system can."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress

import msgspec

Call = Callable[[str, str], None]
"""A call of the system with two names."""

_CANNOT = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM, errno.ENOTTY}
)
"""What systems, file systems and sandboxes say that do not know the exchange."""

# From the headers of the two systems.
_HERE = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2


def exchange_names(one: str, other: str) -> None:
    """Let two folders change names in one step, without a moment at which either is missing.

    Raises: OSError; with ENOSYS where the system has no such call.
    """
    import ctypes  # noqa: PLC0415 -- takes a while, and only a run that publishes needs it

    library = ctypes.CDLL(None, use_errno=True)
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(first, second, _RENAME_SWAP)
        else:
            failed = library.renameat2(_HERE, first, _HERE, second, _RENAME_EXCHANGE)
    except AttributeError:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), other) from None
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), other)


class Calls(msgspec.Struct, frozen=True):
    """Hold the calls of the system that publishing rests on and that some systems refuse."""

    link: Call = os.link
    exchange: Call = exchange_names
    rename: Call = os.rename


SYSTEM = Calls()


def put_in_place(new: str, folder: str, aside: str, calls: Calls) -> str:
    """Let a new folder take the name of an old one; give the name that the old one has now.

    Where the exchange is refused, the old folder is renamed to `aside` first. A kill between the
    two renames leaves the name without a folder, and `aside` says what belongs there.
    """
    try:
        calls.exchange(new, folder)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
    else:
        return new
    calls.rename(folder, aside)
    try:
        calls.rename(new, folder)
    except BaseException:
        with suppress(OSError):
            calls.rename(aside, folder)
        raise
    return aside
