"""Find in a picture in SVG what would run, or ask another site for something.

As an image in a page such a file can do neither. Opened at its own address it is a page of the
site. What is judged is what browsers obey; the drawing programs' own notes are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NoReturn

# An entity or a DTD of the file's own ends the reading: nothing is expanded and nothing fetched.
from xml.parsers import expat

from microsite.diagnostics import Code, Diagnostic
from microsite.source.files import Source

_SVG: Final = "http://www.w3.org/2000/svg"
_FOREIGN: Final = {
    "http://www.w3.org/1999/xhtml": "HTML",
    "http://www.w3.org/1998/Math/MathML": "MathML",
}
"""Languages that a browser obeys in the midst of a picture."""

_OBEYED: Final = frozenset(
    {"", "http://www.w3.org/1999/xlink", "http://www.w3.org/xml/1998/namespace"}
)
"""Namespaces of the attributes that browsers obey."""

_ACTIVE: Final = frozenset({"script", "foreignobject", "iframe", "handler", "listener"})
_ANIMATED: Final = frozenset({"animate", "set", "animatetransform", "animatemotion"})

_RASTER = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif);base64,[A-Za-z0-9+/=]*")
_PROGRAM = re.compile(r"(?:javascript|vbscript|livescript):")
_BLANKS = re.compile(r"[\x00-\x20\x7f-\xa0]+")

_STYLE_FAULT = re.compile(r"(?i)@import|image-set\(|\bsrc\(|\\|expression\(|-moz-binding|behavior:")
_URL = re.compile(r"(?i)url\(\s*(?P<quote>[\"']?)(?P<target>[^\"')]*)")

_EMBEDDED = ("#", "data:font/", "data:image/png", "data:image/jpeg")

_EXPORT = "Export it from the drawing program as a plain SVG, or as PNG."

Fault = tuple[str, str]


class _FoundError(Exception):
    """End the reading at the first fault: an exported picture is mended by exporting it anew."""


def judge_svg(source: Source) -> tuple[Diagnostic, ...]:
    """Tell the first thing in a picture that would run or reach outside.

    Reports: `image`.
    """
    # The file is UTF-8, whatever it says; one that says otherwise is refused below.
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")
    judge = _Judge(parser)
    parser.XmlDeclHandler = judge.declaration
    parser.StartDoctypeDeclHandler = judge.doctype
    parser.EntityDeclHandler = judge.entity
    parser.ProcessingInstructionHandler = judge.instruction
    parser.StartElementHandler = judge.start
    parser.EndElementHandler = judge.end
    parser.CharacterDataHandler = judge.text
    try:
        parser.Parse(source.text.encode(), True)  # noqa: FBT003 -- expat names no arguments
    except _FoundError as found:
        line, column, message, hint = found.args
        return (source.finding(Code.IMAGE, line, column, message, hint),)
    except expat.ExpatError as error:
        message = f"The picture cannot be read as SVG: {expat.ErrorString(error.code)}."
        return (source.finding(Code.IMAGE, error.lineno, error.offset + 1, message, _EXPORT),)
    return ()


class _Judge:
    """Judge a picture's parts as the parser meets them; `_style` gathers what a style says."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self._parser = parser
        self._seen = False
        self._style: list[str] | None = None

    def declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if encoding and encoding.lower() not in {"utf-8", "utf8"}:
            self._refuse(f"The picture says that it is written in {encoding}.", "Save it as UTF-8.")

    def doctype(self, *declared: object) -> None:
        if declared[-1]:  # a part of its own, between [ and ]
            self.entity()

    def entity(self, *_declared: object) -> None:
        self._refuse("The picture declares a language of its own here.", _EXPORT)

    def instruction(self, target: str, _data: str) -> None:
        if target.lower().startswith("xml-"):
            self._refuse("The picture asks for a style sheet in another file.", "Delete this line.")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, local = name.rpartition(" ")
        if self._style is not None:
            self._refuse("An element stands in the midst of a style.", _EXPORT)
        if not self._seen and (namespace, local) != (_SVG, "svg"):
            hint = f'An SVG begins with <svg xmlns="{_SVG}">. {_EXPORT}'
            self._refuse("The file is not a picture in SVG.", hint)
        self._seen = True
        if namespace in _FOREIGN:
            self._refuse(f"A piece of {_FOREIGN[namespace]} stands in this picture.", _EXPORT)
        if namespace == _SVG:
            self._style = [] if local.lower() == "style" else None
            for fault in _element_faults(local, attributes):
                self._refuse(*fault)

    def end(self, _name: str) -> None:
        for fault in _style_faults("".join(self._style or ())):
            self._refuse(*fault)
        self._style = None

    def text(self, data: str) -> None:
        if self._style is not None:
            self._style.append(data)

    def _refuse(self, message: str, hint: str) -> NoReturn:
        # The parser moves on while the exception travels, so the place is told here.
        place = self._parser.CurrentLineNumber, self._parser.CurrentColumnNumber + 1
        raise _FoundError(*place, message, hint)


def _element_faults(local: str, attributes: dict[str, str]) -> Iterator[Fault]:
    kind = local.lower()
    if kind in _ACTIVE:
        yield f"The picture holds <{local}>, which would run in a reader's browser.", _EXPORT
    for full, value in attributes.items():
        namespace, _, name = full.lower().rpartition(" ")
        if namespace not in _OBEYED:
            continue
        if name.startswith("on"):
            yield f"The picture would run a program: {full}.", "Delete this attribute."
        if name == "attributename" and kind in _ANIMATED and _is_dangerous(value):
            yield "The picture would change an address while it is looked at.", _EXPORT
        yield from _attribute_faults(kind, name, value)


def _attribute_faults(kind: str, name: str, value: str) -> Iterator[Fault]:
    bare = _BLANKS.sub("", value)
    if _PROGRAM.search(bare.lower()):
        yield "The picture would run a program: an address begins with a script.", _EXPORT
    embedded = kind in {"image", "feimage"} and _RASTER.fullmatch(bare)
    if name in {"href", "base", "src"} and not bare.startswith("#") and not embedded:
        message = "The picture leads to another file or site."
        yield message, "Take the reference out, or embed what it names as PNG or JPEG."
    if name == "style" or "url(" in bare.lower():
        yield from _style_faults(value)


def _style_faults(style: str) -> Iterator[Fault]:
    if found := _STYLE_FAULT.search(style):
        yield f"A style in this picture may not use {found[0]}", _EXPORT
    for url in _URL.finditer(style):
        if not url["target"].strip().startswith(_EMBEDDED):
            yield "A style in this picture leads to another file or site.", _EXPORT


def _is_dangerous(attribute: str) -> bool:
    bare = attribute.strip().lower().rpartition(":")[2]
    return bare in {"href", "src"} or bare.startswith("on")
