from __future__ import annotations

from pathlib import Path

import pytest

from microsite.content.svg import judge_svg
from microsite.diagnostics import Code, Diagnostic
from microsite.source.files import Source

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'

DRAWN = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Made with a drawing program -->
<svg xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://www.w3.org/2000/svg"
   xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:own="http://www.example.org/namespaces/own"
   own:export="http://example.org/javascript:" xml:space="preserve" viewBox="0 0 9 9">
  <title>javascript: a history</title>
  <metadata><rdf:Description rdf:about="http://example.org/"/><own:script onclick="x"/></metadata>
  <style><![CDATA[ @font-face { src: url(data:font/woff2;base64,AA==) }
    .a { fill: url(#b); clip-path: url( "#c" ) } ]]></style>
  <defs><linearGradient id="b"><stop offset="1"/></linearGradient></defs>
  <use xlink:href="#b"/><use href="#b"/>
  <image href="data:image/png;base64,iVBORw0K
     Ggo="/>
  <path style="fill:url('#b')" mask="url(#m)" d="M0 1h2"/>
  <animate attributeName="opacity" from="0" to="1"/>
  <a href="#b"><text>go on=1</text></a>
</svg>
"""


def findings(text: str) -> tuple[Diagnostic, ...]:
    return judge_svg(Source(Path("/content/media/a.svg"), text))


def test_what_drawing_programs_write_is_taken() -> None:
    assert findings(DRAWN) == ()


RUNS = "which would run in a reader's browser."
AWAY = "The picture leads to another file or site."
STYLED = "A style in this picture leads to another file or site."
OWN = "The picture declares a language of its own here."


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>alert(1)</script>", f"The picture holds <script>, {RUNS}"),
        ('<script href="data:,alert(1)"/>', f"The picture holds <script>, {RUNS}"),
        ("<foreignObject/>", f"The picture holds <foreignObject>, {RUNS}"),
        ('<s:script xmlns:s="http://www.w3.org/2000/svg"/>', f"The picture holds <script>, {RUNS}"),
        (
            '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x" onerror="alert(1)"/>',
            "A piece of HTML stands in this picture.",
        ),
        (
            '<math xmlns="http://www.w3.org/1998/Math/MathML"/>',
            "A piece of MathML stands in this picture.",
        ),
        ('<path onclick="alert(1)"/>', "The picture would run a program: onclick."),
        ('<path onBegin="alert(1)"/>', "The picture would run a program: onBegin."),
        *(
            (
                f'<a {name}="{value}"/>',
                "The picture would run a program: an address begins with a script.",
            )
            for name in ("href", "xlink:href")
            for value in (
                "javascript:alert(1)",
                " JaVaScRiPt:alert(1)",
                "java&#10;script:alert(1)",
                "&#106;avascript:alert(1)",
                "&#x6a;avascript&#x3a;alert(1)",
                "vbscript:x",
            )
        ),
        (
            '<animate attributeName="x" values="1;javascript:alert(1)"/>',
            "The picture would run a program: an address begins with a script.",
        ),
        (
            '<set attributeName="xlink:href" to="#b"/>',
            "The picture would change an address while it is looked at.",
        ),
        (
            '<set attributeName=" onclick" to="x"/>',
            "The picture would change an address while it is looked at.",
        ),
        ('<image href="https://example.org/a.png"/>', AWAY),
        ('<image href="//example.org/a.png"/>', AWAY),
        ('<image xlink:href="b.png"/>', AWAY),
        ('<image href="data:image/svg+xml;base64,AA=="/>', AWAY),
        ('<use href="data:image/png;base64,AA=="/>', AWAY),
        ('<use href="b.svg#c"/>', AWAY),
        ('<a href="https://example.org/"/>', AWAY),
        ('<g xml:base="https://example.org/"/>', AWAY),
        ("<style>a { fill: url(https://example.org/#b) }</style>", STYLED),
        ('<path fill="URL( &quot;//example.org/&quot; )"/>', STYLED),
        ('<path style="fill: url(b.svg#c)"/>', STYLED),
        ("<style>@import 'a.css';</style>", "A style in this picture may not use @import"),
        ("<style>@im<!-- -->port 'a.css';</style>", "A style in this picture may not use @import"),
        ("<style>@im<g/>port 'a.css';</style>", "An element stands in the midst of a style."),
        ("<style>a { fill: u\\72l(//a) }</style>", "A style in this picture may not use \\"),
        (
            "<style>a { fill: image-set('//a' 1x) }</style>",
            "A style in this picture may not use image-set(",
        ),
        ("<g>", "The picture cannot be read as SVG: mismatched tag."),
        ("&nbsp;", "The picture cannot be read as SVG: undefined entity."),
    ],
)
def test_what_would_run_or_reach_outside_is_refused(inside: str, message: str) -> None:
    (finding,) = findings(f"<svg {NS}>\n  {inside}\n</svg>")
    assert finding.code is Code.IMAGE
    assert finding.message == message
    assert finding.location.line in {2, 3}
    assert finding.hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The picture cannot be read as SVG: no element found."),
        ("<html><script/></html>", "The file is not a picture in SVG."),
        ("<svg/>", "The file is not a picture in SVG."),
        ('<svg xmlns="http://www.w3.org/1999/xhtml"/>', "The file is not a picture in SVG."),
        ("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", OWN),
        ("<!DOCTYPE svg [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]><svg/>", OWN),
        ("<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'alert(1)'>]><svg/>", OWN),
        (
            '<?xml version="1.0" encoding="UTF-7"?><svg/>',
            "The picture says that it is written in UTF-7.",
        ),
        (
            '<?xml-stylesheet href="a.xsl" type="text/xsl"?><svg/>',
            "The picture asks for a style sheet in another file.",
        ),
    ],
)
def test_what_is_no_picture_is_refused_at_its_beginning(text: str, message: str) -> None:
    (finding,) = findings(text)
    assert (finding.message, finding.location.line) == (message, 1)


def test_the_place_of_a_fault_is_told() -> None:
    (finding,) = findings(f'<svg {NS}>\n  <g>\n    <text>Мост</text><script x=""/></g></svg>')
    assert (finding.location.line, finding.location.column) == (3, 22)
    assert finding.excerpt.startswith('    <text>Мост</text><script x=""/>')


def test_a_million_laughs_are_not_expanded() -> None:
    declared = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    text = f'<!DOCTYPE svg [<!ENTITY l0 "ha">{declared}]><svg {NS}>&l9;</svg>'
    assert [finding.message for finding in findings(text)] == [OWN]


def test_a_picture_may_be_nested_deeper_than_any_stack() -> None:
    assert findings(f"<svg {NS}>{'<g>' * 100_000}{'</g>' * 100_000}</svg>") == ()
