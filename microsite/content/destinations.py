"""Judge where a link or an image leads, before it is known which files there are."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import SplitResult, unquote, urlsplit

import msgspec

from microsite.settings import check_url
from microsite.source.faults import FaultError

_FILE = re.compile(r"(?i)\.(md|csv|xlsx?|pdf|png|jpe?g|gif|svg|webp|avif)$")
_OWN_MACHINE = {"localhost", "127.0.0.1", "::1"}

Fault = tuple[str, str]
"""A message and a hint."""


class Link(msgspec.Struct, frozen=True, gc=False):
    """Hold a link to another file of the content folder, and its place."""

    target: str
    """The file's path in the content folder; begins with `../` where it lies outside."""
    fragment: str
    line: int
    column: int


def read_destination(
    raw: str, path: str, line: int, column: int, *, is_image: bool
) -> tuple[Link | None, Fault | None]:
    """Tell a link to a file from one to the web, and refuse what is neither.

    `path` is that of the file which holds the link, in the content folder.

    Gives a link where the destination is a file, or a place in this one; nothing for the web.
    """
    try:
        parts = urlsplit(raw)
    except ValueError:
        return None, ("This is not an address.", "")
    if parts.scheme or raw.startswith("//"):
        return None, _web_fault(raw, parts.scheme, is_image=is_image)
    if not parts.path and parts.fragment and not is_image:
        return Link(path, unquote(parts.fragment), line, column), None
    if fault := _file_fault(raw, parts, is_image=is_image):
        return None, fault
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path)))
    return Link(target, unquote(parts.fragment), line, column), None


def _file_fault(raw: str, parts: SplitResult, *, is_image: bool) -> Fault | None:
    if not parts.path:
        what = "image" if is_image else "link"
        return f"The {what} has no address.", "Write it in the round brackets."
    if parts.path.lower().startswith("www."):
        return "The address lacks its beginning.", f"Write https://{raw}."
    if strange := re.search(r"[\\\x00-\x1f\x7f]", unquote(parts.path)):
        hint = "Write / instead of \\."
        if strange[0] != "\\":
            hint = "Take out of it the characters that cannot be seen."
        return "This is not the name of a file.", hint
    if re.fullmatch(r"[^/@]+@[^/@]+\.[a-z]{2,}", parts.path) and not _FILE.search(parts.path):
        return "The address lacks its beginning.", f"Write mailto:{raw}."
    if parts.path.startswith("/") or parts.query:
        hint = "Name the file as seen from this one, as in ../media/bridge.jpg or other.en.md."
        return "This is not the name of a file.", hint
    return None


def _web_fault(raw: str, scheme: str, *, is_image: bool) -> Fault | None:
    if is_image:
        message = "The image comes from another site, which would learn of every reader."
        return message, "Save it in content/media/ and name it as in ../media/bridge.jpg."
    if scheme == "mailto" and "@" in raw:
        return None
    if scheme in {"http", "https"}:
        if urlsplit(raw).hostname in _OWN_MACHINE:
            message = "This address is that of your own preview; nobody else can open it."
            return message, "Name the file that it shows, as in other.en.md."
        try:
            check_url(raw)
        except FaultError as error:
            return error.message, error.hint
        return None
    message = (
        f"Links that begin with “{scheme}:” are not allowed."
        if scheme
        else ("The address lacks its beginning.")
    )
    return message, "Use https://, http:// or mailto:, or the name of a file."
