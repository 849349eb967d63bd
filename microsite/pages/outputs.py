"""Define a page to be."""

from __future__ import annotations

from dataclasses import dataclass

from microsite.pages.views import Site


@dataclass(frozen=True, slots=True)
class Output:
    """Hold all that is needed to render one file of the site."""

    path: str
    template: str
    page: object
    """One of the types of `views`."""
    site: Site
    origin: str
    """What the file is made from, in words for an editor who has two of one address."""
