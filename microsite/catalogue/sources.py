"""Group briefings by the source that they rest on."""

from __future__ import annotations

from collections.abc import Iterable

from microsite.catalogue.catalogue import Entries, Entry


def sources(entries: Iterable[Entry]) -> tuple[Entries, ...]:
    """Give the briefings of each source, in the order in which the first of them stands.

    Of one source are those of which title, publisher, address, date and language are the same. A
    source of which nothing is known is that of one briefing alone.
    """
    found: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        briefing, source = entry.briefing, entry.briefing.source
        named = (source.title, source.publisher, source.url)
        own = "" if any(named) else briefing.slug
        key = (*named, briefing.date, briefing.original.language, own)
        found.setdefault(key, []).append(entry)
    return tuple(map(tuple, found.values()))
