"""The news trade's own formats: NewsML-G2, NITF and ninjs, their words in their places in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from documents import blocks, cells, check_linear, check_positions, copy, place, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.cli import main
from factcheck.document import Document, UnreadableError
from factcheck.read import read_bytes, read_text

TAG = re.compile(r"<!--.*?-->|<!\[CDATA\[|\]\]>|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)


def xml(source: str) -> Document:
    return read_text(source, "a.xml", ".xml")


def ninjs(source: str) -> Document:
    return read_text(source, "a.json", ".json")


def bare(words: str) -> str:
    """Words without tags, and with what entities stand for."""
    return unescape(TAG.sub("", words))


def twice(words: str) -> str:
    """The same of words whose tags and entities are themselves escaped."""
    return bare(unescape(words))


def spoken(words: str) -> str:
    """What a piece of a JSON string says, markup dropped."""
    return bare(json.loads(f'"{words}"', strict=False))


NITF = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd">
<nitf xml:lang="en-US"><head><title>Acme 9</title>
<docdata><date.issue norm="20250824T090000-0400"/><du-key version="9"/></docdata>
<pubdata type="print" date.publication="20250825"/></head>
<body><body.head><hedline><hl1>Acme&#8217;s profit rises 24%</hl1><hl2>Phones lift the group</hl2></hedline>
<byline>By <person>Kim Min</person></byline>
<dateline><location>SEOUL</location>, <story.date>Aug. 25</story.date></dateline></body.head>
<body.content><media media-type="image"><media-reference source="9.jpg"/><media-caption>A shop on July 13</media-caption>
<media-producer>Photo 9</media-producer></media>
<block><p>Profit rose <num>24</num>% from
  <money unit="USD">$2.1&#160;billion</money> to $2.6 billion<fn>9</fn>.</p>
<!-- 9 --><hl2>The year</hl2><p><![CDATA[R&D cost < 5 million.]]></p></block>
<ul><li>Phones: 5</li></ul>
<table><tr><th>Unit</th><th>Sales</th></tr><tr><td>A</td><td>1,140</td></tr></table>
</body.content><body.end><tagline>Edited by 9</tagline></body.end></body></nitf>
"""


def test_nitf() -> None:
    document = xml(NITF)
    assert blocks(document)[:9] == [
        ("headline", "Acme’s profit rises 24%"),
        ("standfirst", "Phones lift the group"),
        ("paragraph", "By Kim Min"),
        ("paragraph", "SEOUL, Aug. 25"),
        ("caption", "A shop on July 13"),
        ("paragraph", "Profit rose 24% from $2.1 billion to $2.6 billion."),
        ("heading", "The year"),
        ("paragraph", "R&D cost < 5 million."),
        ("item", "Phones: 5"),
    ]
    assert cells(document) == [["Unit", "Sales"], ["A", "1,140"]]
    assert document.published == date(2025, 8, 25)
    assert document.meta["lang"] == "en-US"
    assert document.meta["dateline"] == "SEOUL , Aug. 25"
    assert quoted(document, "24% from $2.1 billion") == '24</num>% from\n  <money unit="USD">$2.1&#160;billion'
    assert place(document, "$2.6") == (12, 50)
    check_positions(document, lambda words: bare(words.replace("<fn>9</fn>", "")))


NEWSML = """\
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" guid="urn:9" version="9" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2025-08-25T12:00:00Z</versionCreated>
<firstCreated>2025-08-24T12:00:00Z</firstCreated></itemMeta>
<contentMeta><creator><name>Desk 9</name></creator><language tag="en-GB"/><dateline>SEOUL, Aug. 25</dateline>
<headline>Acme's profit rises 24%</headline></contentMeta>
<contentSet>{}</contentSet></newsItem>
"""
XHTML = """\
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>9</title></head>
<body><h1>Acme's profit rises 24%</h1><p/><p>Profit rose <b>24</b>% to $2.6&#160;billion.</p><p>It sold 5.<br/>Five.</p></body></html></inlineXML>"""
WRAPPED_NITF = "<inlineXML contenttype='application/nitf+xml'><nitf><body><body.content><p>It rose 24%.</p></body.content></body></nitf></inlineXML>"
BODIES = {
    "xhtml": (XHTML, ["Profit rose 24% to $2.6 billion.", "It sold 5. Five."]),
    "nitf": (WRAPPED_NITF, ["It rose 24%."]),
    "text": ("<inlineData contenttype='text/plain'>It rose 24%.\n\nR&amp;D cost &lt; 5\nmillion.</inlineData>", ["It rose 24%.", "R&D cost < 5 million."]),
    "escaped": ("<inlineData contenttype='text/html'>&lt;p&gt;It rose &lt;b&gt;24&lt;/b&gt;%.&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;</inlineData>", ["It rose 24%.", "R&D"]),
    "verbatim": ("<inlineData><![CDATA[<p>It rose <b>24</b>%.</p><p>R&amp;D</p>]]></inlineData>", ["It rose 24%.", "R&D"]),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_newsml(name: str) -> None:
    body, lines = BODIES[name]
    document = xml(NEWSML.format(body))
    assert [words for kind, words in blocks(document) if kind == "headline"] == ["Acme's profit rises 24%"]
    assert [words for words in copy(document).split("\n")[2:]] == lines
    assert "SEOUL, Aug. 25" in copy(document)
    assert document.published == date(2025, 8, 25)
    assert document.meta["lang"] == "en-GB"
    check_positions(document, twice if name == "escaped" else bare)


def test_a_message_holds_an_article_and_its_picture() -> None:
    picture = "<newsItem><contentMeta><headline>Picture 9</headline></contentMeta><contentSet><remoteContent href='9'/></contentSet></newsItem>"
    forms = f"{XHTML}<inlineData contenttype='text/plain'>Profit rose 9%.</inlineData>"
    document = xml(f"<newsMessage><itemSet>{picture}{NEWSML.format(forms)}</itemSet></newsMessage>")
    assert "9" not in copy(document)
    assert document.meta["title"] == "Acme's profit rises 24%"
    assert document.published == date(2025, 8, 25)


def test_escaped_markup_is_in_its_place() -> None:
    document = xml(NEWSML.format(BODIES["escaped"][0]))
    start = document.text.index("24%.")
    line, column = document.location(document.origin(start))
    assert document.source.split("\n")[line - 1][column - 1 :].startswith("24&lt;/b&gt;%.")
    assert quoted(document, "R&D") == "R&amp;amp;D"


ARTICLE = {
    "uri": "urn:9",
    "type": "text",
    "versioncreated": "2025-08-25T12:00:00Z",
    "language": "en",
    "headline": 'Acme\'s "profit" rises 24%',
    "byline": "Kim Min",
    "located": "SEOUL, Aug. 25",
    "associations": {"photo": {"type": "picture", "headline": "Picture 9"}},
}
MARKED = '<p class="lead">Profit rose <b>24</b>% to $2.6&nbsp;billion.</p>\n<ul><li>Phones: 5 😀</li></ul><table><tr><td>A</td><td>5</td></tr></table>'


def test_ninjs() -> None:
    document = ninjs(
        json.dumps(ARTICLE | {"body_text": 'It rose 24%.\n\nIt sold "5" of\nthe phones.\n\n- Pads: 3'}, indent=1)
    )
    assert blocks(document) == [
        ("headline", 'Acme\'s "profit" rises 24%'),
        ("paragraph", "SEOUL, Aug. 25"),
        ("paragraph", "It rose 24%."),
        ("paragraph", 'It sold "5" of the phones.'),
        ("item", "Pads: 3"),
    ]
    assert document.published == date(2025, 8, 25)
    assert document.meta["lang"] == "en"
    assert quoted(document, '"profit"') == r"\"profit\""
    check_positions(document, spoken)


@pytest.mark.parametrize("escaped", [str, lambda source: source.replace("</", r"<\/").replace("24", r"\u0032\u0034")])
def test_ninjs_with_markup(escaped: object) -> None:
    source = json.dumps(ARTICLE | {"body_xhtml": MARKED, "body_text": "9"})
    document = ninjs(escaped(source) if callable(escaped) else source)
    assert blocks(document)[2:4] == [("paragraph", "Profit rose 24% to $2.6 billion."), ("item", "Phones: 5 😀")]
    assert cells(document) == [["A", "5"]]
    check_positions(document, spoken)


def test_ninjs_of_later_versions() -> None:
    later = {
        "headlines": [{"role": "main", "value": "Profit up"}],
        "bodies": [{"contentType": "text/html", "value": "<p>It rose 24%.</p>"}],
        "versionCreated": "2025-08-25T12:00:00Z",
    }
    document = ninjs(json.dumps(later))
    assert blocks(document) == [("headline", "Profit up"), ("paragraph", "It rose 24%.")]
    assert document.published == date(2025, 8, 25)


REFUSED = {
    "broken": ("<nitf>\n<p></nitf>", ".xml", "line 2: broken XML"),
    "laughs": ('<!DOCTYPE x [<!ENTITY a "9"><!ENTITY b "&a;&a;">]>\n<nitf>&b;</nitf>', ".xml", "declares entities"),
    "outside": ('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><nitf>&a;</nitf>', ".xml", "declares entities"),
    "another xml": ("<rss><item>It rose 5%</item></rss>", ".xml", "neither NewsML-G2 nor NITF"),
    "two articles": (f"<newsMessage>{NEWSML.format(XHTML) * 2}</newsMessage>", ".xml", "holds 2 articles"),
    "no words": (NEWSML.format("<inlineData/>").replace("Acme's profit rises 24%", "").replace("SEOUL, Aug. 25", ""), ".xml", "no words"),
    "broken json": ('{"headline": "a",\n "body_text" "b"}', ".json", "line 2, column 14: broken JSON"),
    "another json": ('{"name": "factcheck"}', ".json", "no ninjs article"),
    "a list": ("[1]", ".json", "no ninjs article"),
    "a deep list": ("[" * 200_000, ".json", "nested too deeply"),
    "a long number": ('{"a": ' + "9" * 200_000 + "}", ".json", "broken JSON"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_article_is_refused(name: str) -> None:
    source, suffix, reason = REFUSED[name]
    with pytest.raises(UnreadableError, match=reason) as slip:
        read_text(source, "a", suffix)
    assert "\n" not in str(slip.value)


def test_a_newsroom_file_is_checked_by_name_and_not_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "a.xml"
    file.write_text(NITF.replace("<num>24</num>", "<num>14</num>").replace(" rises 24%", " rises"))
    (tmp_path / "b.md").write_text("It rose.")
    assert main(["check", str(file)]) == 1
    assert "a.xml:11:28" in capsys.readouterr().out
    assert main(["check", str(tmp_path)]) == 0


def test_a_web_page_in_xml_is_a_web_page() -> None:
    page = b"<?xml version='1.0'?><html><body><nav>9</nav><h1>Profit up</h1><p>It rose 5%.</p></body></html>"
    assert blocks(read_bytes(page, "-", "")) == [("headline", "Profit up"), ("paragraph", "It rose 5%.")]


WORDS = st.sampled_from(
    'It rose 14% from $2.1 billion R&amp;D 5&#37; 한국 😀 7\u2009km bil\u00adlion "a" \\5 &lt;p> \n'.split(" ")
)
PHRASES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
ELEMENTS = st.sampled_from(["p", "num", "b", "li", "hl2", "bq", "media-caption", "td", "em"])
MARKUP = st.recursive(
    PHRASES | PHRASES.map(lambda words: f"<![CDATA[{words}]]>") | st.sampled_from(["<br/>", "<!-- 9 -->", "<p/>"]),
    lambda inside: st.tuples(ELEMENTS, st.lists(inside, max_size=3)).map(lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"),
    max_leaves=8,
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(MARKUP)
def test_every_figure_is_the_xmls(body: str) -> None:
    whole = f"<nitf><body><body.content><p>It began.</p>{body}</body.content></body></nitf>"
    document = xml(whole)
    for start, end, _ in (document.in_source(block) for block in _spans(document)):
        assert 0 <= start < end <= len(whole)
    if "<![CDATA[" not in body:
        check_positions(document, bare)


def _spans(document: Document) -> list[object]:
    from factcheck.document import Span

    return [Span(block.start, block.end) for block in document.blocks]


@settings(max_examples=200, deadline=None)
@given(MARKUP.filter(lambda body: "CDATA" not in body), st.booleans())
def test_every_figure_is_the_jsons(body: str, ascii_only: bool) -> None:
    document = ninjs(
        json.dumps({"headline": "It began", "body_html": f"<p>It began.</p>{body}"}, ensure_ascii=ascii_only)
    )
    check_positions(document, spoken)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60))
def test_every_figure_of_plain_text_is_the_jsons(body: str) -> None:
    document = ninjs(json.dumps({"body_text": f"It began.\n\n{body} 24%"}))
    check_positions(document, lambda words: json.loads(f'"{words}"', strict=False))


@settings(max_examples=100, deadline=None)
@given(MARKUP.filter(lambda body: "CDATA" not in body))
def test_every_figure_of_escaped_markup_is_the_xmls(body: str) -> None:
    from html import escape

    document = xml(
        NEWSML.format(f"<inlineData contenttype='text/html'>{escape(f'<p>It began.</p>{body}')}</inlineData>")
    )
    check_positions(document, twice)


REPEATED = {
    "paragraphs": (".xml", "<nitf><body.content>", "<p>It rose 5%.</p>", "</body.content></nitf>"),
    "nested": (".xml", "<nitf><body.content>It began.", "<p>", ""),
    "characters": (".xml", "<nitf><body.content><p>a", "<![CDATA[<!--]]>", "</p></body.content></nitf>"),
    "comments": (".xml", "<a><inlineData>a", "<!-- - -->&amp;", "</inlineData></a>"),
    "escapes": (".json", '{"body_text": "a', r"\n\"5\u00e9", '"}'),
    "markup": (".json", '{"body_html": "a', r"<p>\"5<\/p>", '"}'),
    "keys": (".json", '{"body_text": "a"', ', "b": ["c"]', "}"),
}  # fmt: skip


@pytest.mark.parametrize("name", REPEATED)
def test_time_is_linear(name: str) -> None:
    suffix, opens, unit, closes = REPEATED[name]

    def reading(count: int) -> Callable[[], object]:
        source = opens + unit * count + ("</p>" * count + "</body.content></nitf>" if unit == "<p>" else closes)
        return lambda: read_text(source, "a", suffix)

    check_linear(reading)
