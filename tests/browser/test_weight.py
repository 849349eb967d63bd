"""Pages are small enough to arrive in the first packets of a connection."""

from __future__ import annotations

import gzip

from tests.browser.site import BuiltSite

LIMIT = 13_000
"""Bytes of a page with its stylesheets, each compressed."""


def test_every_page_fits_into_the_first_packets(each_site: BuiltSite) -> None:
    def weight(path: str) -> int:
        stylesheets = each_site.named(path, "stylesheet")
        assert "site.css" in stylesheets
        data = [each_site.files[name] for name in (path, *stylesheets) if name]
        return sum(len(gzip.compress(part, compresslevel=9, mtime=0)) for part in data)

    weights = {path: weight(path) for path in each_site.documents}
    assert {path: bytes_ for path, bytes_ in weights.items() if bytes_ > LIMIT} == {}
