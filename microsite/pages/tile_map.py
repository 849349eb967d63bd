"""Show the regions of Russia as tiles, each with the number of its briefings."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from microsite.pages.edition import Edition, Href
from microsite.pages.tile_grid import GRID, SHORT
from microsite.pages.views import Tile, TileMap

COUNTRY: Final = "RU-"

SHADES: Final = (1, 2, 5, 20)
"""From how many briefings on a tile is darker than the one before."""


def tile_map(
    edition: Edition, href: Href, numbers: Iterable[tuple[str, int]], names: str = ""
) -> TileMap | None:
    """Show how many briefings there are on each region; none where a region is not known.

    `numbers` are those of the regions with briefings; at `names` stands the list of all.
    """
    if not has_map(edition):
        return None
    counts = dict(numbers)
    tile = tuple(
        _tile(edition, href, code, column, counts.get(code, 0)) for code, column in tiles()
    )
    return TileMap(tile, sum(bool(each.count) for each in tile), names)


def has_map(edition: Edition) -> bool:
    """Tell whether the site knows all regions of the grid."""
    return {code for code, _ in tiles()} <= edition.names("regions").keys()


@lru_cache(maxsize=1)
def tiles() -> tuple[tuple[str, int], ...]:
    """Give the codes of the grid, row by row, each with its column; 0 for the next one."""
    return tuple(_tiles())


def _tiles() -> Iterator[tuple[str, int]]:
    for line in GRID.strip().splitlines():
        before = False
        for column, name in enumerate(line.split(), start=1):
            if is_tile := name != ".":
                yield COUNTRY + name, 0 if before else column
            before = is_tile


def _tile(edition: Edition, href: Href, code: str, column: int, count: int) -> Tile:
    name = edition.name(edition.names("regions")[code])
    texts = edition.texts
    told = texts.gettext("no briefings yet")
    if count:
        told = texts.ngettext("%(num)d briefing", "%(num)d briefings", count) % {"num": count}
    return Tile(
        text=_short(edition.language).get(code, code.removeprefix(COUNTRY)),
        label=f"{name}: {told}",
        href=href(edition.term_path("regions", code)) if count else "",
        count=count,
        shade=bisect(SHADES, count),
        column=column,
    )


@lru_cache(maxsize=100)
def _short(language: str) -> dict[str, str]:
    words = SHORT.get(language, "").split()
    return {COUNTRY + code: name for code, name in zip(words[::2], words[1::2], strict=True)}
