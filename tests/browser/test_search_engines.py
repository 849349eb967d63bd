"""Search engines are told where each page stands, and in which languages."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.browser.documents import Document
from tests.browser.site import BASE_URL, LANGUAGES, BuiltSite

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def folder_form(path: str) -> str:
    is_index = path == "index.html" or path.endswith("/index.html")
    return BASE_URL + (path.removesuffix("index.html") if is_index else path)


def canonical(document: Document) -> str:
    (link,) = document.links("canonical")
    return link.attrib["href"]


def alternates(document: Document) -> dict[str, str]:
    """Tell the versions of a page: language -> absolute address."""
    links = document.links("alternate")
    found = {link.attrib["hreflang"]: link.attrib["href"] for link in links}
    assert len(found) == len(links), document.path
    return found


def listed(site: BuiltSite) -> list[Document]:
    """Give the pages that search engines are to know."""
    return [document for path, document in site.documents.items() if path != "404.html"]


def test_every_page_names_its_address_in_folder_form(hosted: BuiltSite) -> None:
    for document in listed(hosted):
        assert canonical(document) == folder_form(document.path)
        assert document.meta("og:url") == [canonical(document)]


def test_every_page_names_all_its_versions(hosted: BuiltSite) -> None:
    for document in listed(hosted):
        versions = alternates(document)
        path = document.path.partition("/")[2] or "index.html"
        pages = {code: f"{code.lower()}/{path}" for code in LANGUAGES}
        expected = {c: folder_form(p) for c, p in pages.items() if p in hosted.documents}
        default = versions.pop("x-default")
        assert versions == expected, document.path
        assert default == (BASE_URL if path == "index.html" else expected[LANGUAGES[0]])


def test_versions_name_each_other(hosted: BuiltSite, untranslated: BuiltSite) -> None:
    for site in (hosted, untranslated):
        by_address = {canonical(document): document for document in listed(site)}
        for document in listed(site):
            versions = alternates(document)
            assert canonical(document) in versions.values(), document.path
            for address in versions.values():
                assert alternates(by_address[address]) == versions, document.path
            for code in set(versions) - {"x-default"}:
                assert by_address[versions[code]].language == code, document.path


def test_the_sitemap_lists_the_pages_with_their_versions(
    hosted: BuiltSite, untranslated: BuiltSite
) -> None:
    for site in (hosted, untranslated):
        root = ET.fromstring(site.files["sitemap.xml"])  # noqa: S314 -- made by us
        in_sitemap = {
            url.findtext(f"{SITEMAP}loc"): {
                (link.get("hreflang"), link.get("href"))
                for link in url.findall(f"{XHTML}link")
                if link.get("rel") == "alternate"
            }
            for url in root.findall(f"{SITEMAP}url")
        }
        assert len(in_sitemap) == len(root)
        assert in_sitemap == {canonical(d): set(alternates(d).items()) for d in listed(site)}


def test_the_page_for_missing_addresses_is_not_listed(each_site: BuiltSite) -> None:
    document = each_site.documents["404.html"]
    assert document.meta("robots") == ["noindex"]
    assert document.links("canonical") == []
    assert document.links("alternate") == []


def test_published_pages_may_be_listed(each_site: BuiltSite) -> None:
    assert [d.path for d in listed(each_site) if d.meta("robots")] == []


def test_without_a_base_address_nothing_absolute_is_said(plain: BuiltSite) -> None:
    for document in plain.documents.values():
        assert document.links("canonical") == []
        assert document.links("alternate") == []
        assert document.meta("og:url") == []
    assert "sitemap.xml" not in plain.files
