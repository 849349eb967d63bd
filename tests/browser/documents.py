"""Read a page of the built site as a browser's parser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

import html5lib

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
REFERENCES = ("href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href")
"""The attributes by which a page may name another file."""
SPOKEN_ATTRIBUTES = ("alt", "aria-label", "aria-description", "title", "placeholder")
"""The attributes whose words are read to people."""


@dataclass(frozen=True)
class Document:
    """Hold one page: its elements, and what a strict parser complains of."""

    path: str
    root: Element
    errors: tuple[str, ...]

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """All elements, in the order of the page."""
        return tuple(filter(_is_element, self.root.iter()))

    def named(self, *tags: str) -> list[Element]:
        """Find the elements of some kinds."""
        return [element for element in self.elements if element.tag in tags]

    def one(self, tag: str) -> Element:
        """Find the only element of a kind."""
        (element,) = self.named(tag)
        return element

    @cached_property
    def language(self) -> str:
        return self.root.get("lang", "")

    @cached_property
    def ids(self) -> list[str]:
        return [e.attrib["id"] for e in self.elements if "id" in e.attrib]

    @cached_property
    def references(self) -> list[tuple[Element, str]]:
        """All elements that name another file or a place on a page, with what they name."""
        return [
            (element, element.attrib[attribute])
            for element in self.elements
            for attribute in REFERENCES
            if attribute in element.attrib
        ]

    def links(self, rel: str) -> list[Element]:
        """Find the `<link>` elements of a relation."""
        return [e for e in self.named("link") if rel in e.get("rel", "").split()]

    def meta(self, name: str) -> list[str]:
        """Find what `<meta>` elements of a name, a property or a header say."""
        return [
            e.get("content", "")
            for e in self.named("meta")
            if name in {e.get("name"), e.get("property"), e.get("http-equiv")}
        ]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Give each piece of text that people read or hear, with the language it is marked as."""
        yield from _texts(self.root, "")


def parse(path: str, data: bytes) -> Document:
    """Read a page."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(data, transport_encoding="utf-8")
    errors = tuple(f"{path}:{line}: {code}" for (line, _), code, _ in parser.errors)
    return Document(path, root, errors)


def text(element: Element) -> str:
    """Read the words of an element, with single spaces."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip()


def inside(element: Element, *tags: str) -> list[Element]:
    """Find the elements of some kinds in another."""
    return [e for e in element.iter() if e.tag in tags]


def describe(element: Element) -> str:
    """Name an element so that it can be found in the page."""
    attributes = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag}{attributes}>{text(element)[:60]}"


def _is_element(node: Element) -> bool:
    """Tell elements from comments, whose tag is a function, whatever its type says."""
    return isinstance(node.tag, str)


def _texts(element: Element, outer: str) -> Iterator[tuple[str, str]]:
    language = element.get("lang", outer)
    for name in SPOKEN_ATTRIBUTES:
        if name in element.attrib:
            yield element.attrib[name], language
    if element.text and element.text.strip():
        yield element.text, language
    for child in element:
        if _is_element(child):
            yield from _texts(child, language)
        if child.tail and child.tail.strip():
            yield child.tail, language
