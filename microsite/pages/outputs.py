"""Define a file to be: the view it is rendered from, made only when it has to be rendered.

A view is made by a pure function from inputs that stand here, and from nothing else; the key of an
output is a digest of those inputs. So two outputs of one key are the same page, and a page that was
rendered before need not be made again: there is no way for it to be out of date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from typing import NamedTuple

import msgspec

from microsite.catalogue.catalogue import Entry
from microsite.catalogue.stated import Stated
from microsite.pages.edition import Edition
from microsite.pages.views import Site

View = tuple[object, Site]
"""One of the types of `views` that end in `Page`, and what stands around it."""


class Output(NamedTuple):
    """Hold all that is needed to make one file of the site."""

    path: str
    template: str
    """Empty for what is no page: then `make` gives the bytes themselves, piece by piece."""
    make: Callable[..., View | Iterator[bytes | Piece]]
    """Takes the edition, the path, the inputs, and the bodies as HTML where there are any."""
    edition: Edition
    inputs: tuple[object, ...]
    """Texts, numbers, tuples and records of them, entries, and what is `Held`."""
    text: str = ""
    """The file whose body the page shows, in the content folder; empty where it shows none."""
    versions: tuple[tuple[str, str], ...] = ()
    """Language and path of each version of the page, this one too; empty for what is not listed
    for search engines."""
    days: str = ""
    """When the newest that it shows took place; pages of one time show the same briefings."""
    origin: str = ""
    """What the file is made from, in words for an editor who has two of one address."""

    @property
    def key(self) -> str:
        """Give the digest of all that the page shows, apart from the body."""
        made_by = (self.template, self.make.__module__, self.make.__qualname__)
        shown = (self.path, *made_by, self.edition.digest, self.text, self.inputs)
        return hashlib.blake2b(_TOLD.encode(shown), digest_size=20).hexdigest()


class Piece(NamedTuple):
    """Hold bytes that a long file has among others: made only where they are not remembered."""

    key: str
    """Digest of all that they are made from, but for the code."""
    make: Callable[[], bytes]


class Sheaf(NamedTuple):
    """Hold all that some outputs are planned from: from the same inputs come the same outputs.

    So in a process that goes on, those of a list that nobody touched need not be planned again.
    """

    name: str
    """Tells it from all others of a plan."""
    plan: Callable[..., Iterator[Output]]
    """Takes the inputs, and knows of nothing else."""
    inputs: tuple[object, ...]
    """Values that are equal where all that can be planned from them is."""


class Held:
    """Stand for a value that has a digest, so that the key need not look into it."""

    __slots__ = ("digest", "value")

    def __init__(self, value: object, digest: str) -> None:
        self.value = value
        self.digest = digest


def _tell(value: object) -> str:
    """Give the digest of what is not plain. Raises: TypeError for what cannot be told apart."""
    if isinstance(value, (Entry, Held, Stated)):
        return value.digest
    raise TypeError(f"{type(value).__name__} cannot be an input of a page")


_TOLD = msgspec.msgpack.Encoder(enc_hook=_tell)
