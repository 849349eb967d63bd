"""Write briefings in the formats of the tools: the same facts and words for each.

Ours carries codes, which it looks up in its vocabularies. The others carry names, as their users
write tags; what ours adds by itself (the country of a province, pairs, years) is written out.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product

from bench.corpus import Briefing, Names, Words

Format = Callable[[Briefing, Names], Mapping[str, str]]
"""Give the files of a briefing, by their paths in the site's folder."""


def microsite(briefing: Briefing, _names: Names) -> Mapping[str, str]:
    """Write what our own build reads."""
    original = briefing.original
    fields = {
        "date": briefing.date.isoformat(),
        "regions": _list(briefing.regions),
        "partners": _list(briefing.partners),
        "topics": _list(briefing.topics),
        "source": f"{{publisher: {briefing.publisher}}}",
    }
    files = {_path(briefing, original): _text(original, fields)}
    for words in briefing.translations:
        origin = {"translated_from": f"{{lang: {original.language}, change: 0}}"}
        files[_path(briefing, words)] = _text(words, origin)
    return files


def microsite_settings(languages: Sequence[str]) -> Mapping[str, str]:
    """Write the settings of our site; the address is given on the command line."""
    texts = ", ".join(f"{language}: Benchmark" for language in languages)
    fields = (
        f"title: {{{texts}}}",
        f"description: {{{texts}}}",
        f"languages: [{', '.join(languages)}]",
    )
    return {"content/site.yaml": "\n".join(fields) + "\n"}


def yaml(briefing: Briefing, names: Names) -> Mapping[str, str]:
    """Write what Hugo and Eleventy read; they are given the original alone."""
    tags = terms(briefing, names)
    fields = {
        "title": json.dumps(briefing.original.title, ensure_ascii=False),
        "summary": json.dumps(briefing.original.summary, ensure_ascii=False),
        "date": briefing.date.isoformat(),
        **{name: json.dumps(tags[name], ensure_ascii=False) for name in tags},
        "publisher": json.dumps(briefing.publisher, ensure_ascii=False),
    }
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    path = f"content/briefings/{briefing.slug}.md"
    return {path: f"---\n{lines}---\n\n{briefing.original.body}"}


def pelican(briefing: Briefing, names: Names) -> Mapping[str, str]:
    """Write what Pelican reads: lines of metadata, lists with semicolons."""
    tags = terms(briefing, names)
    fields = {
        "Title": briefing.original.title,
        "Summary": briefing.original.summary,
        "Date": briefing.date.isoformat(),
        "Slug": briefing.slug,
        **{name.capitalize(): "; ".join(tags[name]) for name in tags},
        "Publisher": briefing.publisher,
    }
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return {f"content/briefings/{briefing.slug}.md": f"{lines}\n{briefing.original.body}"}


def terms(briefing: Briefing, names: Names) -> Mapping[str, tuple[str, ...]]:
    """Name the terms of a briefing, with those that ours adds by itself."""
    partners = dict.fromkeys(
        code for own in briefing.partners for code in (own.partition("-")[0], own)
    )
    regions = tuple(names["regions"][code] for code in briefing.regions)
    abroad = tuple(names["partners"][code] for code in partners)
    return {
        "regions": regions,
        "partners": abroad,
        "topics": tuple(names["topics"][key] for key in briefing.topics),
        "pairs": tuple(" ".join(pair) for pair in product(regions, abroad)),
        "years": (str(briefing.date.year),),
    }


def _path(briefing: Briefing, words: Words) -> str:
    return f"content/briefings/{briefing.slug}.{words.language}.md"


def _text(words: Words, more: Mapping[str, str]) -> str:
    fields = {"title": words.title, "summary": words.summary, "lang": words.language, **more}
    lines = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"---\n{lines}---\n\n{words.body}"


def _list(keys: Iterable[str]) -> str:
    return f"[{', '.join(keys)}]"
