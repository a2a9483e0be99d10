"""What a web page's article is, and where it stands in the page."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest
from documents import blocks, cells, check_positions, copy, place, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document import Document, UnreadableError
from factcheck.pipeline import check_text
from factcheck.read import read_bytes, read_text

TAG = re.compile(r"<!--.*?-->|</?[A-Za-z!?](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)


def page(source: str) -> Document:
    return read_text(source, "page.html", ".html")


def bare(words: str) -> str:
    """Words without tags, and with what entities stand for."""
    return unescape(TAG.sub("", words))


PAGE = """\
<!doctype html>
<html lang="en"><head>
<title>Acme&#39;s profit rises 24% | The Daily</title>
<meta property="og:title" content="Acme&#39;s profit rises 24%">
<script type="application/ld+json">{"@graph": [{"@type": "WebSite", "name": "The Daily"},
 {"@type": "NewsArticle", "headline": "Acme's profit rises 24%", "datePublished": "2025-08-25T09:00:00+09:00",
  "author": [{"@type": "Person", "name": "Kim Min"}], "articleSection": "Business"}]}</script>
<style>p { width: 24% }</style>
</head><body class="has-cookie-banner ad-free">
<nav><ul><li><a href="/">Home</a></li><li><a href="/b">Business 24</a></li></ul></nav>
<div id="cookie-banner"><p>We and our 812 partners use cookies to make this page work for you.</p></div>
<main><article>
<header><h1>Acme&rsquo;s profit rises 24%</h1><p class="standfirst">Sales of 5&nbsp;million phones
   lifted the group</p><p>By <a rel="author" href="/k">Kim Min</a></p>
   <time datetime="2025-08-25">25 August 2025</time></header>
<figure><img src="x.jpg" alt="x"><figcaption>A shop on July 13. Photo: Staff</figcaption></figure>
<p>Profit rose <b>24<i>%</i></b> from
      $2.1&nbsp;billion to $2.6&#160;billion<sup class="reference">[1]</sup>.</p>
<div class="ad-slot">Buy 1 get 2 free</div>
<p>It sold 5 million phones, <a href="/p">up 3%</a>.<br><br>It has 12 plants<!-- 13? -->.</p>
<blockquote><p>"We sold 5 in <del>6</del> 7 days."</p></blockquote>
<aside class="related"><h3>Related</h3><ul><li><a href="/1">One 1</a></li></ul></aside>
<pre>x = 3</pre>
<ul><li>Phones: 5</li><li>Pads: <b>3</b><ul><li>Old: 1</li></ul></li></ul>
<ul><li><a href="/o">Rival cuts 40% of its staff</a></li><li><a href="/t">Two more stores</a></li></ul>
<p><a href="/other">Rival cuts 40% of its staff</a></p>
<p>Read more: Ten phones under $100</p>
</article></main>
<section class="comments"><p>A comment that is longer than all the rest. %s</p></section>
<footer><p>&copy; 2025 The Daily</p></footer>
</body></html>
""".replace("%s", "Nobody needs 5 million phones. " * 30)


def test_the_article_of_a_page() -> None:
    assert blocks(page(PAGE)) == [
        ("title", "Acme's profit rises 24%"),
        ("headline", "Acme’s profit rises 24%"),
        ("standfirst", "Sales of 5 million phones lifted the group"),
        ("paragraph", "By Kim Min"),
        ("furniture", "25 August 2025"),
        ("caption", "A shop on July 13. Photo: Staff"),
        ("paragraph", "Profit rose 24% from $2.1 billion to $2.6 billion."),
        ("paragraph", "It sold 5 million phones, up 3%."),
        ("paragraph", "It has 12 plants."),
        ("quote", '"We sold 5 in 7 days."'),
        ("code", "x = 3"),
        ("item", "Phones: 5"),
        ("item", "Pads: 3"),
        ("item", "Old: 1"),
        ("furniture", "Rival cuts 40% of its staff"),
        ("furniture", "Read more: Ten phones under $100"),
    ]


def test_what_a_page_says_of_itself() -> None:
    document = page(PAGE)
    assert document.published == date(2025, 8, 25)
    assert document.meta == {
        "title": "Acme's profit rises 24%",
        "date": "2025-08-25T09:00:00+09:00",
        "author": "Kim Min",
        "lang": "en",
        "section": "Business",
    }


def test_positions_are_the_files() -> None:
    document = page(PAGE)
    assert quoted(document, "24% from $2.1 billion") == "24<i>%</i></b> from\n      $2.1&nbsp;billion"
    assert quoted(document, "$2.6 billion") == "$2.6&#160;billion"
    assert quoted(document, "Acme's") == "Acme&#39;s"
    assert place(document, "$2.1") == (18, 7)
    assert quoted(document, "Acme’s") == "Acme&rsquo;s"


LINKED = '<script type="application/ld+json">{}</script>'


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ('<meta property="article:published_time" content="2025-08-25T09:00:00Z">', date(2025, 8, 25)),
        ("<META NAME='pubdate' CONTENT='20 Aug 2025'>", date(2025, 8, 20)),
        (LINKED.format('[{"@type": ["BlogPosting"], "datePublished": "2024-02-29"}]'), date(2024, 2, 29)),
        (LINKED.format('{"@type": "NewsArticle", "datePublished": '), None),
        (LINKED.format("[" * 100_000), None),
        ('<meta property="article:published_time" content="soon">', None),
        ("", None),
    ],
)  # fmt: skip
def test_the_day_of_publication(head: str, day: date | None) -> None:
    assert page(f"<html><head>{head}</head><body><p>It rose 5%.</p></body></html>").published == day


@pytest.mark.parametrize(
    "body",
    [
        '<h1>It rose</h1><time pubdate datetime="2025-08-25T10:00">Monday</time><p>It rose 5%.</p>',
        '<h1>It rose</h1><p><time datetime="2025-08-25">25</time></p><article><p>It rose 5%.</p></article>',
        '<article><span itemprop="datePublished" content="2025-08-25"></span><p>It rose 5%.</p></article>',
    ],
)
def test_the_day_of_publication_in_the_page(body: str) -> None:
    assert page(body).published == date(2025, 8, 25)


def test_a_date_in_a_sentence_is_not_the_day_of_publication() -> None:
    words = "It met at length on the matter of the year. " * 10
    assert page(f'<p>{words}<time datetime="1999-07-04">July 4</time>.</p>').published is None


BODY = "<p>The council met on Monday, and it took 5 hours to agree on the budget for the year.</p>" * 3
PAGES = {
    "main": f"<div>Menu 9</div><main><h1>Budget</h1>{BODY}</main><div>Tail 9, of words and words</div>",
    "role": f"<div role='navigation'>Menu 9</div><div role=main><h1>Budget</h1>{BODY}</div>",
    "articleBody": f"<h1>Budget</h1><p>Lead 9</p><div itemprop='articleBody'>{BODY}</div><p>Tail 9</p>",
    "longest": f"<div><h1>Budget</h1>{BODY}</div><div class='sidebar'><p>9 stories of the day, in full</p></div>",
    "sections": f"<h1>Budget</h1><div><section>{BODY}</section><section>{BODY}</section></div><div id=nav>9</div>",
    "form": f"<form id=aspnet><div id='nav'>9</div><h1>Budget</h1><div>{BODY}</div></form>",
    "layout": f"<table><tr><td class=nav>9</td><td><h1>Budget</h1>{BODY}</td></tr></table>",
    "a sidebar in its name": f"<h1>Budget</h1><div class='content-sidebar-wrap'>{BODY}</div>",
    "cards": f"<h1>Budget</h1><article>{BODY}</article>" + "<article><a href=x>Another 9</a></article>" * 9,
    "live": f"<article><h1>Budget</h1><article>{BODY}</article><article>{BODY}</article></article><div>9</div>",
    "camel case": f"<div><h1>Budget</h1>{BODY}<div class='RelatedStories__list'>Story 9</div></div>",
    "hidden": f"<h1>Budget</h1>{BODY}<p hidden>9</p><p aria-hidden='true'>9</p><template>9</template>",
    "unseen": f"<h1>Budget</h1>{BODY}<noscript><p>9</p></noscript><svg><text>9</text></svg><iframe>9</iframe>",
    "unclosed": f"<body><h1>Budget<div><p>It took 5 hours, and more<p>{BODY}<ul class=related><li>9<li>9</ul>",
}  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_what_is_around_the_article_is_left_out(name: str) -> None:
    document = page(PAGES[name])
    assert "9" not in copy(document)
    assert "it took 5 hours" in copy(document)
    assert blocks(document)[0] == ("headline", "Budget")
    assert {kind for kind, _ in blocks(document)} == {"headline", "paragraph"}


TABLE = """\
<p>Sales grew.</p><table><caption>By unit, $m</caption>
<thead><tr><th>Unit</th><th colspan=2>Sales</th></tr></thead>
<tr><td rowspan="2">A<br>B</td><td><p>1,140</p></td><td>5%</td></tr>
<tr><td>9 <table></table></td></tr></table>
"""


def test_a_table() -> None:
    document = page(TABLE.replace("<table></table>", ""))
    assert document.tables[0].header
    assert cells(document) == [["Unit", "Sales", ""], ["A B", "1,140", "5%"], ["", "9"]]
    assert blocks(document)[1:4] == [("caption", "By unit, $m"), ("cell", "Unit"), ("cell", "Sales")]
    check_positions(document, bare)


def test_a_table_around_another_holds_no_data() -> None:
    inner = "<table><tr><td>Wheat<td>360<tr><td>Rye<td>12</table>"
    document = page(f"<table><tr><td>The harvest came in.{inner}</td></tr></table>")
    assert blocks(document)[0] == ("paragraph", "The harvest came in.")
    assert len(document.tables) == 1
    assert cells(document) == [["Wheat", "360"], ["Rye", "12"]]
    assert not document.tables[0].header


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<b>14</b>% &ndash; &quot;5&quot; &#x2014; R&D &no; &amp;lt;", '14% – "5" — R&D &no; &lt;'),
        ("p < 0.05 and n > 30, x <5 <a broken", "p < 0.05 and n > 30, x <5 <a broken"),
        ("one<br/>two<wbr>three<span> four </span> five", "one twothree four five"),
        ("bil&shy;lion bil\u00adlion 5\u202fm &thinsp;6", "billion billion 5 m 6"),
        ("a <a title='> 5' href=\"x>y\">b</a> c", "a b c"),
        ("x<sup>2</sup> and 21<sup>st</sup><sup class='footnote'>9</sup>", "x2 and 21st"),
        ("a <!-- > 5 --> b <![CDATA[ 7 ]]> c", "a b c"),
        ("a </nothing> b </p> c", "a b c"),
        ("<script>var x = '</p>' + 5;</script>rose 5%", "rose 5%"),
        ("&#0; &#xD800; &#99999999;5", "\ufffd \ufffd &#99999999;5"),
    ],
)  # fmt: skip
def test_markup_inside_a_paragraph(source: str, words: str) -> None:
    document = page(f"<p>First.</p><p>{source}</p>")
    assert "\n".join(words for _, words in blocks(document)[1:]).replace("\n", " ") == words


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ('<meta charset="windows-1252"><p>Café 5 €'.encode("cp1252"), "Café 5 €"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?><p>Café 5".encode("latin-1"), "Café 5"),
        ('<meta http-equiv=x content="text/html; charset=euc-kr"><p>매출 5%'.encode("euc-kr"), "매출 5%"),
        ("\ufeff<p>Café 5".encode(), "Café 5"),
    ],
)
def test_pages_say_how_they_are_encoded(data: bytes, words: str) -> None:
    assert read_bytes(data, "a.html", ".html").text == words


def test_a_page_without_words() -> None:
    for source in ("<html><body></body></html>", "<script>5</script>", "<p> &nbsp;</p>"):
        with pytest.raises(UnreadableError, match="no words of an article"):
            page(source)


def test_a_slip_is_found_in_its_place() -> None:
    source = "<h1>Profit up</h1><p>Profit rose <em>14</em>% from $2.1&nbsp;billion to $2.6 billion.</p>"
    report = check_text(source, suffix=".html")
    document = report.document
    found = [document.in_source(span) for finding in report.findings for span in finding.spans]
    assert "14</em>%" in [source[span.start : span.end] for span in found]


WORDS = st.sampled_from(
    "It rose 14% from $2.1 billion &nbsp; R&D 5&#37; &mdash; p < 5 한국 😀 7&thinsp;km bil&shy;lion".split(" ")
)
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
NAMES = st.sampled_from(["b", "em class='x>'", 'a href="y>z"', "q", "span"])
INSIDE = st.one_of(
    PHRASES,
    st.tuples(NAMES, PHRASES).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0].split()[0]}>"),
    st.sampled_from(["<br>", "<br><br>", "<!-- 9 -->", "\n  ", "\t", "<wbr>", "</b>", "<i>", "<img alt='5'>"]),
)
FILLED = st.lists(INSIDE, min_size=1, max_size=4).map("".join)
OPENS = st.sampled_from(
    "<p> <div> <h1> <h2> <li> <ul> <table> <tr> <td> <th&colspan=2> <blockquote> </div> </table> </ul> <figcaption> "
    "<pre> <section&class=related> <nav> </nav> <article> </article>".replace("&", "\t").split(" ")
)
PARTS = st.lists(st.tuples(OPENS, FILLED), min_size=1, max_size=10)
SOURCES = PARTS.map(lambda parts: "".join(map("".join, parts)))


@settings(max_examples=300, deadline=None)
@given(SOURCES)
def test_every_figure_is_the_files(source: str) -> None:
    document = page(f"<p>It began.</p>{source}")
    check_positions(document, bare)
    for table in document.tables:
        assert all("\n" not in document.text[cell.start : cell.end] for row in table.rows for cell in row)


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="<>/!-&;=\"' pabx5\n", max_size=80))
def test_any_text_can_be_read(source: str) -> None:
    document = page(f"<p>It began.</p>{source}")
    assert "\n".join(words for _, words in blocks(document)) == document.text
