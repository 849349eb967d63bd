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
    more: tuple[Link, ...] = ()
    """Sections of the second level, which stand in the foot where the head has no room."""

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


class Tile(msgspec.Struct, frozen=True):
    """Hold one region of the map."""

    text: str
    """A short name, or a code."""
    label: str
    """What is read aloud, and shown beside the map: the region's name and its briefings."""
    href: str
    """Empty where there is no briefing."""
    count: int
    shade: int
    """0 where there is no briefing; the more there are, the higher."""
    column: int
    """From 1; 0 where the tile stands right behind the one before."""


class TileMap(msgspec.Struct, frozen=True):
    """Show the regions of Russia as tiles, row by row."""

    tiles: tuple[Tile, ...]
    there: int
    """How many of them have briefings."""
    names: str = ""
    """Where the list of their names stands; empty on the page that has it."""


class Moment(msgspec.Struct, frozen=True):
    """Hold one item of the timeline: a briefing or an event."""

    card: Card | None = None
    event: EventView | None = None


class TimelineYear(msgspec.Struct, frozen=True):
    """Hold a year of the timeline; its title says so for what has no date."""

    link: Link
    """With the number of briefings."""
    events: int
    items: tuple[Moment, ...] = ()
    """Newest first; as many as the page has room for."""


class HomePage(msgspec.Struct, frozen=True):
    """Open the site in one language."""

    frame: Frame
    latest: tuple[Card, ...]
    counts: Counts
    terms: tuple[TermList, ...]
    """Of each taxonomy those with briefings; of partners the countries."""
    years: tuple[TimelineYear, ...]
    """Without what stands there."""
    briefings: str
    """Where all of them stand."""
    tile_map: TileMap | None = None
    """None on a site that does not know all its regions."""


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


class Words(msgspec.Struct, frozen=True):
    """Hold words that may be in another language than the page's."""

    text: str
    lang: str = ""
    """Empty for the page's own language."""


class Speaker(msgspec.Struct, frozen=True):
    """Name who said it, with the office held at the time; what is not known is empty."""

    link: Link
    office: str


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """Say on what a fact rests."""

    sentence: str
    """The href of the words that state it, in the original; empty for what is derived."""
    evidence: Words
    source: Words
    """Who published the text, or else its title."""
    briefing: Link
    speaker: Speaker | None


class FigureView(msgspec.Struct, frozen=True, kw_only=True):
    """Show one figure."""

    id: str
    number: int
    """Of the fact in its briefing; sentences there show the same."""
    measure: str
    title: Words
    """What it is, where the measure does not say so; else empty."""
    amount: str
    whole: Words
    base: str
    base_stated: bool
    period: DateWords | None
    period_basis: Words
    region: Link | None
    partner: Link | None
    planned: bool
    between: str
    """The bounds of a derived figure; empty for one that is stated."""
    rests_on: tuple[Link, ...]
    """The figures that a derived one was worked out from."""
    rest: Rest


class EventView(msgspec.Struct, frozen=True, kw_only=True):
    """Show one event."""

    id: str
    number: int
    title: Words
    date: DateWords | None
    regions: tuple[Link, ...]
    partners: tuple[Link, ...]
    rest: Rest


class CommitmentView(msgspec.Struct, frozen=True, kw_only=True):
    """Show one commitment."""

    id: str
    number: int
    title: Words
    due: DateWords | None
    status: str
    as_of: DateWords | None
    said: DateWords | None
    """When it was said, where the status is not from then too."""
    overdue: bool
    """Whether it was due before the day by which the site judges, and nobody says it was done."""
    region: Link | None
    partner: Link | None
    rest: Rest


class FactsView(msgspec.Struct, frozen=True):
    """Show the facts of one briefing."""

    figures: tuple[FigureView, ...] = ()
    events: tuple[EventView, ...] = ()
    commitments: tuple[CommitmentView, ...] = ()


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
    facts: FactsView
    """Empty where they stand on a page of their own."""
    facts_page: Link | None
    has_facts: bool
    translation: TranslationView | None
    newer: Link | None
    older: Link | None


class BriefingFactsPage(msgspec.Struct, frozen=True):
    """Show the facts of one briefing on a page of their own."""

    frame: Frame
    facts: FactsView
    parts: tuple[Link, ...] = ()
    """All pages of its facts, by their numbers; empty where there is one."""


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
    tile_map: TileMap | None = None
    """Of regions alone, as on the home page."""


class Mark(msgspec.Struct, frozen=True):
    """Draw one row of a chart: places on a line from 0 to the width of the box, whole numbers."""

    zero: int
    """Where nothing stands; all lengths count from there."""
    low: int
    high: int
    """Between these lies what the row states; they are equal for one number."""
    bar: int
    """As far as a bar runs from nothing; there is none where that is `zero`."""
    dots: tuple[int, ...]


class Note(msgspec.Struct, frozen=True):
    """Add words to the name of a chart or of a row of it."""

    words: Words
    before: str = ""
    """What the page's own language says in front of them."""


class ChartRow(msgspec.Struct, frozen=True, kw_only=True):
    """Hold one figure of a chart, in words and drawn."""

    name: Words
    notes: tuple[Note, ...]
    base: str
    """What a change is measured from; empty where the chart says it for all."""
    base_stated: bool
    amount: str
    sentence: str
    """The href of the words that state it; empty for what is derived."""
    mark: Mark


class Chart(msgspec.Struct, frozen=True, kw_only=True):
    """Compare figures of one kind: a table, and a drawing beside each of its rows."""

    title: str
    notes: tuple[Note, ...]
    base: str
    """As of a row; empty where the rows differ in it."""
    base_stated: bool
    width: int
    """Of the box of each drawing."""
    rows: tuple[ChartRow, ...]


class Told(msgspec.Struct, frozen=True):
    """Show a figure with the number of its source, as they are listed."""

    figure: FigureView
    """Without the region and the partner that the page itself is about."""
    source: int


class KeyFigure(msgspec.Struct, frozen=True):
    """Show a figure, or several of different sources that should be one and are not."""

    told: tuple[Told, ...]
    difference: str
    """How far the sources are apart; empty for one figure."""


class MeasureFigures(msgspec.Struct, frozen=True):
    """Hold the figures of one measure, newest first."""

    measure: str
    items: tuple[KeyFigure, ...]


class KeyFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Show what a page has room for of the figures of a region, a partner or a pair."""

    charts: tuple[Chart, ...]
    groups: tuple[MeasureFigures, ...]
    sources: tuple[Rest, ...]
    """In the order of their numbers, from 1."""
    more: Link | None
    """Leads to all figures; its words say how many there is no room for."""


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
    figures: KeyFigures | None = None
    """None where there are none, and on the parts of a list."""


class Cell(msgspec.Struct, frozen=True):
    """Hold one cell of the coverage matrix."""

    name: str
    """What it is about: region and partner, or a province; empty where the headings of a large
    table say that alone."""
    href: str
    """Empty where there is nothing to read."""
    count: int
    """How many briefings there are."""
    figures: int


class CoverageRow(msgspec.Struct, frozen=True):
    """Hold a region's row of the coverage matrix."""

    region: Link
    cells: tuple[Cell, ...]
    provinces: tuple[Cell, ...]
    """Pairs with provinces, which have no column of their own."""
    alone: Cell
    """What names no partner of the region; leads to the region's page."""
    others: Link
    """How many partners it is paired with that the row does not name; leads to the same page."""


class PairsPage(msgspec.Struct, frozen=True):
    """Show which regions and partners are covered."""

    frame: Frame
    columns: tuple[Link, ...]
    rows: tuple[CoverageRow, ...]
    rest: tuple[str, ...]
    """Names of regions without briefings."""
    without_region: Link | None
    """Counts the figures that stand in no row, and leads to all; None where there are none."""
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
    figures: KeyFigures | None = None
    """As of a term."""


class TimelinePage(msgspec.Struct, frozen=True):
    """List the years, newest first; what has no date comes last."""

    frame: Frame
    years: tuple[TimelineYear, ...]


class YearPage(msgspec.Struct, frozen=True):
    """List what stands in one year, or what has no date."""

    frame: Frame
    title: str
    items: tuple[Moment, ...]
    counts: Counts
    events: int
    newer: Link | None
    older: Link | None
    parts: Parts = Parts()


class FigureGroup(msgspec.Struct, frozen=True):
    """Hold figures of one measure, or of one year of it."""

    title: str
    """Empty where the page is about that alone."""
    figures: tuple[FigureView, ...]
    count: int = 0
    """How many there are in all; 0 where that is not said."""
    href: str = ""
    """Leads to all of them; empty where they stand here."""


class FiguresPage(msgspec.Struct, frozen=True):
    """List the measures, each with its newest figures."""

    frame: Frame
    count: int
    measures: tuple[FigureGroup, ...]


class MeasurePage(msgspec.Struct, frozen=True):
    """Show the figures of one measure, newest period first."""

    frame: Frame
    title: str
    count: int
    """Of the list or of its year; 0, which is not said, on one of several parts of a year."""
    years: tuple[FigureGroup, ...]
    parts: Parts = Parts()


class CommitmentGroup(msgspec.Struct, frozen=True):
    """Hold commitments of one status: what is due first, then what is due at no stated date."""

    title: str
    commitments: tuple[CommitmentView, ...]
    count: int
    """How many there are in all."""
    href: str = ""
    """Leads to all of them; empty where they stand here."""


class CommitmentsPage(msgspec.Struct, frozen=True):
    """List the commitments by status."""

    frame: Frame
    count: int
    overdue: int
    as_of: DateWords | None
    """The day by which what is due is judged; None where none is set."""
    statuses: tuple[CommitmentGroup, ...]


class StatusPage(msgspec.Struct, frozen=True):
    """List the commitments of one status, where they are too many to stand with the others."""

    frame: Frame
    title: str
    count: int
    commitments: tuple[CommitmentView, ...]
    previous: Link | None
    next: Link | None


class SourceItem(msgspec.Struct, frozen=True, kw_only=True):
    """Name a source, and say what rests on it; what is not known is empty."""

    title: str
    publisher: str
    url: str
    language: str
    """By its name."""
    lang: str
    date: DateWords | None
    date_basis: str
    """Where it is told from what the date was inferred; empty for a date that is stated."""
    briefings: tuple[Link, ...]
    figures: int
    events: int
    commitments: int


class SourcesPage(msgspec.Struct, frozen=True):
    """List sources, newest first."""

    frame: Frame
    title: str
    count: int
    """Of the list or of its year; 0, which is not said, on one of several parts of a year."""
    sources: tuple[SourceItem, ...]
    parts: Parts = Parts()


class PersonRow(msgspec.Struct, frozen=True):
    """Lead to the statements of a person."""

    link: Link
    office: str
    """That of the newest statement; empty where it is not known or there is no room for it."""
    count: int


class PeoplePage(msgspec.Struct, frozen=True):
    """List the people who said something, by name."""

    frame: Frame
    people: tuple[PersonRow, ...]


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Hold what a person said in one briefing, in one office."""

    date: DateWords | None
    briefing: Link
    office: str
    facts: FactsView


class StatementYear(msgspec.Struct, frozen=True):
    """Hold what a person said in one year; `title` is empty where the page is about that alone."""

    title: str
    statements: tuple[Statement, ...]


class PersonPage(msgspec.Struct, frozen=True):
    """List what a person said, newest first."""

    frame: Frame
    title: str
    lang: str
    count: int
    """Of the list or of its year; 0, which is not said, on one of several parts of a year."""
    years: tuple[StatementYear, ...]
    parts: Parts = Parts()


class RegionRow(msgspec.Struct, frozen=True):
    """Hold a region of the list of codes; `link` has no href where there is no briefing."""

    code: str
    link: Link


class Correction(msgspec.Struct, frozen=True):
    """Hold one correction of one briefing."""

    briefing: Link
    change: ChangeView


class DataFile(msgspec.Struct, frozen=True):
    """Name a table of data, and say what it holds."""

    title: str
    holds: str
    csv: str
    json: str


class StaticPage(msgspec.Struct, frozen=True):
    """Show a page that is not a briefing; the page "About" is also given the three lists."""

    frame: Frame
    title: str
    body: Markup
    regions: tuple[RegionRow, ...]
    corrections: tuple[Correction, ...]
    data: tuple[DataFile, ...] = ()
    package: str = ""
    """Where the data are described."""


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
