"""Make the page of a briefing's facts, where they are too many to stand beside its text."""

from __future__ import annotations

from microsite import routes
from microsite.catalogue.catalogue import Entry
from microsite.content.model import Briefing, Version
from microsite.languages.typography import typeset
from microsite.pages.edition import Edition, briefing_path
from microsite.pages.facts import facts_view
from microsite.pages.frames import Versions, frame, hrefs, section_title, site
from microsite.pages.outputs import Output, View
from microsite.pages.views import BriefingFactsPage, Link

BESIDE = 24
"""Facts that have room beside the text; more of them have a page of their own."""


def has_own_page(briefing: Briefing) -> bool:
    """Tell whether the facts of a briefing are too many to stand beside its text."""
    return len(briefing.facts.all) > BESIDE


def facts_page(edition: Edition, entry: Entry, version: Version) -> Output:
    """Show the facts of a briefing that exists in the language, and has many."""
    briefing = entry.briefing
    return Output(
        path=routes.facts(edition.language, briefing.slug),
        template="briefings/facts.html",
        make=_facts,
        edition=edition,
        inputs=(entry,),
        days=briefing.days,
        versions=_versions(edition, briefing),
        origin=f"the facts of {version.path.rpartition('/')[2]}",
    )


def _versions(edition: Edition, briefing: Briefing) -> Versions:
    there = {version.language for version in briefing.versions}
    return tuple(
        (code, routes.facts(code, briefing.slug))
        for code in edition.settings.languages
        if code in there
    )


def _facts(edition: Edition, path: str, entry: Entry) -> View:
    href, briefing = hrefs(path), entry.briefing
    version = edition.shown(briefing)
    title = typeset(version.title, version.language)
    index = routes.index(edition.language, "briefings")
    view = BriefingFactsPage(
        frame(
            edition,
            path,
            _versions(edition, briefing),
            edition.texts.gettext("Figures, events and commitments"),
            title,
            above=(
                Link(section_title(edition, "briefings"), href(index)),
                Link(title, href(briefing_path(briefing, version))),
            ),
            source=version.path,
            draft=version.draft or briefing.original.draft,
        ),
        facts_view(edition, href, briefing),
    )
    return view, site(edition, path)
