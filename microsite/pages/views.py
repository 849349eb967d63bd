"""Define what templates are told: small values, worded for one language.

A template receives exactly `page`, one of the types below that end in `Page`, and `site`. Every
href is relative to the page that holds it, but for the page of missing addresses; every text is
typeset. `lang` is empty where a text is in the page's own language.
"""

from __future__ import annotations

import msgspec
from markupsafe import Markup

from microsite.dates.wording import DateWords


class Link(msgspec.Struct, frozen=True):
    """Lead to a page of the site, or name what has no page (then `href` is empty)."""

    text: str
    href: str
    lang: str = ""
    """The language of the text, where it is not the page's."""
    count: int = 0
    """How many briefings stand there; 0 where that is not said."""
    current: bool = False


class Alternate(msgspec.Struct, frozen=True):
    """Name a version of the page in another language; absolute address."""

    hreflang: str
    href: str


class Site(msgspec.Struct, frozen=True):
    """Hold what stands around every page of one language."""

    name: str
    language: str
    """BCP 47."""
    direction: str
    """`ltr` or `rtl`."""
    home: str
    root: str
    """What leads to the root of the site; in front of the names of files beside the templates."""
    navigation: tuple[Link, ...]
    pages: tuple[Link, ...]
    """The pages that are not briefings, such as "About"."""
    repository: str
    """Absolute address; empty where none is set."""
    security_policy: str
    """The Content-Security-Policy: https://www.w3.org/TR/CSP3/"""

    def __hash__(self) -> int:
        # Asked for every page; what is equal has these in common.
        return hash((self.language, self.home, self.root))


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what the head, the margins and the foot of a page say."""

    title: str
    """The page's own name; the site's name is added by the template."""
    description: str
    address: str
    """Where the page stands: absolute with a base address, else from the site's root."""
    canonical: str
    """Absolute; empty without a base address."""
    alternates: tuple[Alternate, ...]
    """All versions, this one too, and `x-default`; empty without a base address."""
    locale: str
    """As Open Graph writes it: `ru_RU`."""
    languages: tuple[Link, ...]
    """The language switch: each language by its own name; no href where there is no version."""
    breadcrumbs: tuple[Link, ...]
    """From the home page to the page above this one."""
    edit: str = ""
    """Where the page's source is changed; empty where it has none or no repository is set."""
    report: str = ""
    """Where a mistake is reported."""
    noindex: bool = False
    draft: bool = False


class SectionView(msgspec.Struct, frozen=True):
    """Hold a section of a roundup as other pages show it."""

    title: str
    href: str
    opening: str
    """The first paragraph; empty where only the title is shown."""
    lang: str


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """Hold a briefing as lists show it."""

    title: str
    href: str
    lang: str
    summary: str
    date: DateWords | None
    """None where the date is unknown."""
    date_basis: bool
    """Whether the page tells from what the date was inferred."""
    regions: tuple[Link, ...]
    partners: tuple[Link, ...]
    languages: tuple[Link, ...]
    """The languages it exists in, where this page's is not among them; else empty."""
    sections: tuple[SectionView, ...]
    draft: bool

    def __hash__(self) -> int:
        # Asked for every list that shows it; what is equal has these two in common.
        return hash((self.title, self.href))


class TermList(msgspec.Struct, frozen=True):
    """Name the terms of one taxonomy under their heading."""

    title: str
    terms: tuple[Link, ...]


class Counts(msgspec.Struct, frozen=True):
    """Say how many of the briefings of a list are in the page's language."""

    total: int
    translated: int


class Parts(msgspec.Struct, frozen=True):
    """Lead through the parts of a list that is too long for one page."""

    days: DateWords | None = None
    """From when until when the briefings of this part stand; None on the list's own page."""
    years: tuple[Link, ...] = ()
    """All years of the list; empty where one page shows all."""
    newer: Link | None = None
    older: Link | None = None


class Choice(msgspec.Struct, frozen=True):
    """Offer one language, in that language."""

    link: Link
    """Its text is the language's own name."""
    name: str
    """The site's name."""
    description: str


class ChooserPage(msgspec.Struct, frozen=True):
    """Offer the languages; stands at the root."""

    frame: Frame
    choices: tuple[Choice, ...]


class Apology(msgspec.Struct, frozen=True):
    """Say in one language that there is no such page."""

    language: str
    home: Link
    title: str
    text: str
    briefings: Link
    timeline: Link


class NotFoundPage(msgspec.Struct, frozen=True):
    """Answer for an address that does not exist, in every language."""

    frame: Frame
    apologies: tuple[Apology, ...]


class TimelineYear(msgspec.Struct, frozen=True):
    """Hold a year of the timeline; `title` says so for what has no date."""

    title: str
    href: str
    count: int
    cards: tuple[Card, ...]
    """Newest first; as many as the page has room for."""


class HomePage(msgspec.Struct, frozen=True):
    """Open the site in one language."""

    frame: Frame
    latest: tuple[Card, ...]
    counts: Counts
    terms: tuple[TermList, ...]
    """Of each taxonomy those with briefings; of partners the countries."""
    years: tuple[Link, ...]
    briefings: str
    """Where all of them stand."""


class BriefingsPage(msgspec.Struct, frozen=True):
    """List every briefing."""

    frame: Frame
    cards: tuple[Card, ...]
    counts: Counts
    parts: Parts = Parts()


class PlaceView(msgspec.Struct, frozen=True):
    """Name a city, and the region, province or country it lies in."""

    name: str
    parent: Link


class SourceView(msgspec.Struct, frozen=True):
    """Name the text that a briefing rests on; what is not known is empty."""

    title: str
    publisher: str
    url: str
    retrieved: DateWords | None
    lang: str


class ChangeView(msgspec.Struct, frozen=True):
    """Tell of one correction."""

    date: DateWords
    note: str
    lang: str


class TranslationView(msgspec.Struct, frozen=True):
    """Say from which original a page was translated."""

    original: Link
    """Its text is the name of the language."""
    behind: int
    """How many of the original's changes are missing here."""


class BriefingPage(msgspec.Struct, frozen=True, kw_only=True):
    """Show one briefing."""

    frame: Frame
    title: str
    summary: str
    body: Markup
    contents: tuple[Link, ...]
    """The headings of the second level that have an id."""
    date: DateWords | None
    date_basis: str
    date_basis_lang: str
    terms: tuple[TermList, ...]
    """Of each taxonomy; lists without terms are left out."""
    pairs: tuple[Link, ...]
    places: tuple[PlaceView, ...]
    source: SourceView
    changes: tuple[ChangeView, ...]
    """Newest last, as they were made."""
    translation: TranslationView | None
    newer: Link | None
    older: Link | None


class TermLink(msgspec.Struct, frozen=True):
    """Lead to a term, and to those under it."""

    link: Link
    code: str
    under: tuple[Link, ...]


class TermsPage(msgspec.Struct, frozen=True):
    """List the terms of a taxonomy."""

    frame: Frame
    terms: tuple[TermLink, ...]
    """By name."""
    rest: tuple[str, ...]
    """Names of terms without briefings."""


class TermPage(msgspec.Struct, frozen=True):
    """Show what there is on one term."""

    frame: Frame
    name: str
    code: str
    cards: tuple[Card, ...]
    counts: Counts
    pairs: tuple[Link, ...]
    """Of a region its partners, of a partner its regions; lead to the pages of the pairs."""
    under: tuple[Link, ...]
    """Of a country its provinces."""
    parts: Parts = Parts()


class Cell(msgspec.Struct, frozen=True):
    """Hold one cell of the coverage matrix."""

    count: int
    href: str
    """Empty where there is no briefing."""
    label: str
    """What the cell says when it is read aloud: region, partner, count."""


class CoverageRow(msgspec.Struct, frozen=True):
    """Hold a region's row of the coverage matrix."""

    region: Link
    cells: tuple[Cell, ...]
    provinces: tuple[Link, ...]
    """Pairs with provinces, which have no column of their own."""
    alone: Cell
    """The briefings that name no partner of the region; leads to the region's page."""
    others: Cell = Cell(0, "", "")
    """How many partners it is paired with that the row does not name; leads to the same page."""


class PairsPage(msgspec.Struct, frozen=True):
    """Show which regions and partners are covered."""

    frame: Frame
    columns: tuple[Link, ...]
    rows: tuple[CoverageRow, ...]
    rest: tuple[str, ...]
    """Names of regions without briefings."""
    names_provinces: bool = True
    """Whether the rows name provinces; of a large site they are counted among the others."""
    counts_others: bool = False
    """Whether there are partners that have no column."""


class PairPage(msgspec.Struct, frozen=True):
    """Show what there is on a region and a partner."""

    frame: Frame
    region: Link
    partner: Link
    cards: tuple[Card, ...]
    counts: Counts
    parts: Parts = Parts()


class TimelinePage(msgspec.Struct, frozen=True):
    """List the years, newest first; what has no date comes last."""

    frame: Frame
    years: tuple[TimelineYear, ...]


class YearPage(msgspec.Struct, frozen=True):
    """List what stands in one year, or what has no date."""

    frame: Frame
    title: str
    cards: tuple[Card, ...]
    counts: Counts
    newer: Link | None
    older: Link | None
    parts: Parts = Parts()


class RegionRow(msgspec.Struct, frozen=True):
    """Hold a region of the list of codes; `link` has no href where there is no briefing."""

    code: str
    link: Link


class Correction(msgspec.Struct, frozen=True):
    """Hold one correction of one briefing."""

    briefing: Link
    change: ChangeView


class StaticPage(msgspec.Struct, frozen=True):
    """Show a page that is not a briefing; the page "About" is also given the two lists."""

    frame: Frame
    title: str
    body: Markup
    regions: tuple[RegionRow, ...]
    corrections: tuple[Correction, ...]


class SitemapAddress(msgspec.Struct, frozen=True):
    """Hold one address of the sitemap with its versions."""

    location: str
    alternates: tuple[Alternate, ...]


class Sitemap(msgspec.Struct, frozen=True):
    """List all addresses, or the files that list them.

    Source: https://www.sitemaps.org/protocol.html
    """

    addresses: tuple[SitemapAddress, ...]
    files: tuple[str, ...] = ()
    """Of a site with more addresses than one file may hold; absolute."""
