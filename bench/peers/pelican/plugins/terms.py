"""Arrange articles by region, partner, topic, pair and year, and write their lists."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from pelican import signals
from pelican.utils import slugify

KINDS = {
    "regions": "Regions",
    "partners": "Partners",
    "topics": "Topics",
    "pairs": "Pairs",
    "years": "Timeline",
}


def register() -> None:
    """Tell Pelican when to call."""
    signals.article_generator_finalized.connect(_arrange)
    signals.article_writer_finalized.connect(_write)


def _arrange(generator: Any) -> None:  # noqa: ANN401 -- Pelican is typed in part only
    """Give each article its terms and neighbours; give templates the lists."""
    articles = generator.articles
    known: dict[tuple[str, str], tuple[str, str]] = {}
    lists: dict[str, dict[tuple[str, str], list[Any]]] = {kind: {} for kind in KINDS}
    for article in articles:
        article.terms = {}
        for kind in KINDS:
            names = str(article.metadata[kind]).split("; ")
            article.terms[kind] = [_term(generator, known, kind, name) for name in names]
            for term in article.terms[kind]:
                lists[kind].setdefault(term, []).append(article)
    for newer, older in pairwise(articles):
        newer.older, older.newer = older, newer
    generator.context["lists"] = {kind: sorted(terms.items()) for kind, terms in lists.items()}
    generator.context["kinds"] = KINDS


def _term(
    generator: Any,  # noqa: ANN401 -- Pelican is typed in part only
    known: dict[tuple[str, str], tuple[str, str]],
    kind: str,
    name: str,
) -> tuple[str, str]:
    if (kind, name) not in known:
        slug = slugify(name, generator.settings["SLUG_REGEX_SUBSTITUTIONS"])
        known[kind, name] = (name, f"{kind}/{slug}.html")
    return known[kind, name]


def _write(generator: Any, writer: Any) -> None:  # noqa: ANN401 -- Pelican is typed in part only
    """Write all lists, those of terms in pages."""
    lists = generator.context["lists"]
    newest = generator.articles[: generator.settings["DEFAULT_PAGINATION"]]
    # The list of all shows the newest, and leads to the years for the rest.
    listed = [(("Briefings", "briefings.html"), newest, len(generator.articles), lists["years"])]
    listed += [
        (term, articles, len(articles), []) for terms in lists.values() for term, articles in terms
    ]
    template = generator.get_template("list")
    for (title, path), articles, count, years in listed:
        writer.write_file(
            path,
            template,
            generator.context,
            paginated={"articles": articles},
            template_name="list",
            url=path,
            title=title,
            count=count,
            years=years,
            page_name=path.removesuffix(".html"),
        )
    template = generator.get_template("terms")
    for kind, title in KINDS.items():
        path = f"{kind}.html"
        writer.write_file(
            path, template, generator.context, url=path, title=title, terms=lists[kind]
        )
