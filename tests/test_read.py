"""What a file's words are, and where they stand in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from documents import blocks, cells, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.document import Document, UnreadableError
from factcheck.read import read_bytes, read_file, read_text


def paragraph(source: str) -> str:
    """Return the words of the last block of a Markdown text that opens with a paragraph."""
    document = read_text(f"The council met.\n\n{source}")
    return blocks(document)[-1][1]


def check_map(document: Document) -> None:
    """Every character of the text is the file's, but for newlines, blanks and what stands for an entity."""
    for offset, character in enumerate(document.text):
        origin = document.origin(offset)
        assert 0 <= origin < len(document.source)
        there = document.source[origin]
        assert character == there or character in " \n" or there in "&'\\"
    assert "\n".join(words for _, words in blocks(document)) == document.text


@pytest.mark.parametrize(
    ("words", "there"),
    [("7%", "7&#37;"), ("5 m", "5&nbsp;m"), ("R&", "R&amp;"), ("– n", "&ndash; n"), ("to 7%", "to 7&#37;")],
)
def test_a_span_covers_the_whole_of_an_entity(words: str, there: str) -> None:
    document = read_text("It rose.\n\nR&amp;D costs 5&nbsp;million, up to 7&#37; &ndash; now.")
    assert quoted(document, words) == there


def test_a_span_covers_the_whole_of_an_escape() -> None:
    document = read_text("---\ntitle: 'Tax of ''5'' rises'\n---\nIt rose.")
    assert quoted(document, "'5'") == "''5''"


PAGE = """\
Tue, 21-Oct-2025

Google Ads | Google Ads | Google Ads

Lee to meet Trump amid focus on trade

Lee to meet Trump amid focus on trade

Seoul: President Lee Jae-myung will hold his first summit with Donald Trump this week.

A levy falls from 25% to 15%.
"""


def test_a_page_as_it_arrives() -> None:
    document = read_text(PAGE, suffix=".txt")
    assert [kind for kind, _ in blocks(document)] == [
        "furniture",
        "furniture",
        "headline",
        "furniture",
        "paragraph",
        "paragraph",
    ]
    assert document.published is None
    assert document.meta == {"page_date": "2025-10-21"}
    assert quoted(document, "25%") == "25%"


ARTICLE = """\
---
title: Rovers hang on, 3-2
date: 2023-09-17
section: sport
---
# Ten-man Rovers hang on
*Three points clear after 90 minutes*

**Ashby Rovers 3 Penwick Town 2**

Ashby won **five** of their [six](https://example.org/6_7) matches;
their _only_ defeat was the 4-0.

- Possession: 38%
- Corners: 3
1. Vermeulen 19h
2. Tavares +0:14

> "A contract is sold
> every year," he said.

![The crowd of 900](crowd.jpg)

*Fans at the gate on July 13*

Photo: A goal in the 90th minute (Staff)

Read more: 20 of the wettest finishers

```python
goals = 3
```
"""


def test_the_kinds_of_an_article() -> None:
    assert blocks(read_text(ARTICLE)) == [
        ("title", "Rovers hang on, 3-2"),
        ("headline", "Ten-man Rovers hang on"),
        ("standfirst", "Three points clear after 90 minutes"),
        ("heading", "Ashby Rovers 3 Penwick Town 2"),
        ("paragraph", "Ashby won five of their six matches; their only defeat was the 4-0."),
        ("item", "Possession: 38%"),
        ("item", "Corners: 3"),
        ("item", "Vermeulen 19h"),
        ("item", "Tavares +0:14"),
        ("quote", '"A contract is sold every year," he said.'),
        ("caption", "The crowd of 900"),
        ("caption", "Fans at the gate on July 13"),
        ("caption", "Photo: A goal in the 90th minute (Staff)"),
        ("furniture", "Read more: 20 of the wettest finishers"),
        ("code", "goals = 3"),
    ]


def test_positions_are_the_files() -> None:
    document = read_text(ARTICLE)
    check_map(document)
    assert quoted(document, "six matches; their only") == ("six](https://example.org/6_7) matches;\ntheir _only")
    assert document.location(document.origin(document.text.index("3-2"))) == (2, 24)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("It rose **14%** and _fell_ ***3%***.", "It rose 14% and fell 3%."),
        ("5 * 3 = 15 and 2*3*4 = 24", "5 * 3 = 15 and 2*3*4 = 24"),
        ("E*TRADE and E*Trade", "E*TRADE and E*Trade"),
        ("Sales* rose 5%, profit* fell.", "Sales* rose 5%, profit* fell."),
        ("snake_case_name and _so_", "snake_case_name and so"),
        ("1~5월 누계 64억, 3~4일", "1~5월 누계 64억, 3~4일"),
        ("~~12%~~ 14%", "12% 14%"),
        ("**강조**는 5%", "강조는 5%"),
        ("R&D costs AT&T &amp; Co. 5&nbsp;million &#8211; now", "R&D costs AT&T & Co. 5 million – now"),
        ("5\u00a0million, 6\u202fmillion, 7\u2009million", "5 million, 6 million, 7 million"),
        ("p < 0.05 and n > 30; <b>bold</b> <!-- 99 -->words", "p < 0.05 and n > 30; bold words"),
        ("one<br>two", "one two"),
        (r"\*not\* so, \$5", "*not* so, $5"),
        ("`12` and ``a ` b``", "12 and a ` b"),
        ("[sic] he [said][1] so[^2]", "[sic] he [said][1] so"),
        ("the [poll][p] says\n\n[p]: https://example.org", "the poll says"),
        ('a [link](<a b> "5 (6)") and [nested [7]](x(y)z)', "a link and nested [7]"),
        ("an ![icon](i.png) inside", "an  inside"),
        ("see <https://example.org/5>", "see https://example.org/5"),
        ('by [UX]({{< ref "a.md" >}}) {{< box >}}8{{< /box >}}', "by UX 8"),
        ("bil\u00adlion", "billion"),
        ("caf\u0065\u0301 😀 5%", "caf\u0065\u0301 😀 5%"),
        ("**Match stats** — 38%", "Match stats — 38%"),
        ("unclosed **bold and `code", "unclosed **bold and `code"),
        ("2019. A year", "2019. A year"),
        ("-5 degrees", "-5 degrees"),
        ("line one  \n   line two", "line one line two"),
    ],
)
def test_markup_inside_a_paragraph(source: str, words: str) -> None:
    assert paragraph(source) == words


def test_marks_mean_nothing_in_plain_text() -> None:
    document = read_text("One\n\n**5** _6_ # 7 &amp; [8](x) and more words here.\n# 9\n", suffix=".txt")
    assert blocks(document)[1:] == [("paragraph", "**5** _6_ # 7 &amp; [8](x) and more words here. # 9")]


def test_long_lines_are_paragraphs_of_their_own() -> None:
    long = "The president summed up his theme in a single sentence. " * 3
    document = read_text(f"{long}\nHe then detailed it.\nAnd it cost $5\nmillion, he said.\n")
    assert [words for _, words in blocks(document)][1:] == [
        "He then detailed it.",
        "And it cost $5 million, he said.",
    ]


def test_indented_lines_are_copy() -> None:
    assert blocks(read_text("First words.\n\n    It rose 5%.\n"))[-1] == ("paragraph", "It rose 5%.")


def test_a_fence_that_never_closes_opens_none() -> None:
    assert ("paragraph", "It rose 5%.") in blocks(read_text("Words.\n\n```\n\nIt rose 5%.\n"))


TABLE = """\
Sales by segment, in millions of dollars.

| Segment | Q2 | |
|---|---:|---|
| Imaging | **1,140** | +14.0% |
| A \\| B |  | 7 |

It grew.
"""


def test_a_table_with_pipes() -> None:
    document = read_text(TABLE)
    check_map(document)
    assert document.tables[0].header
    assert cells(document) == [["Segment", "Q2", ""], ["Imaging", "1,140", "+14.0%"], ["A | B", "", "7"]]
    assert blocks(document)[1:3] == [("cell", "Segment"), ("cell", "Q2")]


@pytest.mark.parametrize(
    ("source", "rows"),
    [
        ("Crop | Area\n--- | ---\nWheat | 360\n", [["Crop", "Area"], ["Wheat", "360"]]),
        ("| Wheat | 360 |\n| Rye | 12 |\n", [["Wheat", "360"], ["Rye", "12"]]),
        ("Crop\tArea\nWheat\t360\n", [["Crop", "Area"], ["Wheat", "360"]]),
        (
            '```csv\ncrop,area\n"Wheat, hard",360\n,7\n```\n',
            [["crop", "area"], ["Wheat, hard", "360"], ["", "7"]],
        ),
    ],
)
def test_other_tables(source: str, rows: list[list[str]]) -> None:
    assert cells(read_text(f"The harvest came in.\n\n{source}")) == rows


def test_front_matter_in_yaml() -> None:
    source = '---\ntitle: "A \\"tax\\" of 5%"\ndate: 2025-08-25T10:00:00+09:00\nlang: \'en\' # note\n---\nIt rose.'
    document = read_text(source)
    assert document.meta == {"title": 'A "tax" of 5%', "date": "2025-08-25T10:00:00+09:00", "lang": "en"}
    assert document.published == date(2025, 8, 25)
    assert blocks(document)[0] == ("title", 'A "tax" of 5%')
    assert quoted(document, "5%") == "5%"
    assert document.location(document.origin(document.text.index("5%"))) == (2, 22)


def test_nested_front_matter_in_yaml() -> None:
    document = read_text("---\ntitle: Up 5%\ntags: [a, b]\nauthor:\n  name: X\ndraft: false\n---\nWords.")
    assert document.meta == {"title": "Up 5%", "tags": "a, b", "draft": "false"}
    assert blocks(document)[0] == ("title", "Up 5%")


@pytest.mark.parametrize(
    "title", ['"We will win," says Orr', "'Fine' day for all", '"검사입니다" 속여 187억 가로챈 조직']
)
def test_a_title_may_open_with_a_quotation(title: str) -> None:
    document = read_text(f"---\ntitle: {title}\n---\nIt rose by 5%.\n", "a.md")
    assert document.meta == {"title": title}
    check_map(document)


def test_front_matter_in_toml() -> None:
    document = read_text('+++\ntitle = "Up 5%"\ndate = 2025-08-25\n[extra]\nx = 1\n+++\nWords.')
    assert document.meta == {"title": "Up 5%", "date": "2025-08-25"}
    assert document.published == date(2025, 8, 25)
    assert blocks(document) == [("title", "Up 5%"), ("paragraph", "Words.")]


@pytest.mark.parametrize(
    ("stated", "day"),
    [
        ("2025-10-21", date(2025, 10, 21)),
        ("2025-10-21 08:30", date(2025, 10, 21)),
        ("Oct. 21, 2025", date(2025, 10, 21)),
        ("21 October 2025", date(2025, 10, 21)),
        ("Tuesday, October 21, 2025", date(2025, 10, 21)),
        ("21st Sept 2025", date(2025, 9, 21)),
        ("2025.10.21.", date(2025, 10, 21)),
        ("2025년 10월 21일", date(2025, 10, 21)),
        ("2025-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_the_day_of_publication(stated: str, day: date | None) -> None:
    assert read_text(f"---\ntitle: x\ndate: {stated}\n---\nWords.").published == day


def test_a_rule_is_no_front_matter() -> None:
    assert blocks(read_text("---\n\nIt rose 5%.\n\n---\n\nIt fell.")) == [
        ("paragraph", "It rose 5%."),
        ("paragraph", "It fell."),
    ]


def test_windows_line_ends_and_a_byte_order_mark() -> None:
    data = "\ufeff---\r\ntitle: Up 5%\r\n---\r\n# Up\r\n\r\nIt rose\r\nby 5%.\r\n".encode()
    document = read_bytes(data, "a.md", ".md")
    check_map(document)
    assert blocks(document) == [("title", "Up 5%"), ("headline", "Up"), ("paragraph", "It rose by 5%.")]
    assert document.meta == {"title": "Up 5%"}
    assert document.source.startswith("\ufeff")
    assert document.location(document.origin(document.text.index("by 5%"))) == (7, 1)


@pytest.mark.parametrize(
    ("data", "suffix", "reason"),
    [
        (b"", ".md", "empty"),
        (b"\xef\xbb\xbf \r\n\t", ".txt", "empty"),
        ("Caf\xe9\nna\xefve".encode("latin-1"), ".md", "line 1 is not written in UTF-8 (byte 3 is 0xe9); save"),
        (b"one\ntwo\xff", ".md", "line 2 is not written in UTF-8 (byte 7"),
        (b"%PDF-1.7", ".md", "a PDF"),
        (b"words\0more", ".md", "byte 5 is 0"),
        ("words".encode("utf-16"), ".txt", "UTF-16"),
        (b"words", ".xyz", "files ending in .xyz cannot be read; save it as one of "),
        (b"---\ntitle: [a\n---\nWords", ".md", "line 3: bad front matter"),
        (b"---\ntitle: x\nnonsense\n---\nWords", ".md", "bad front matter"),
        (
            b"---\ntitle: x\n\nWords",
            ".md",
            "line 1: the front matter never ends; close it with a line of ---",
        ),
        (b'+++\ntitle = "x\n+++\nWords', ".md", "line 2: bad front matter"),
    ],
)
def test_what_cannot_be_read(data: bytes, suffix: str, reason: str) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_bytes(data, "story", suffix)
    assert str(refused.value).startswith("story: ")
    assert reason in refused.value.reason


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="no such file"):
        read_file(tmp_path / "none.md")
    with pytest.raises(UnreadableError, match="folder"):
        read_file(tmp_path)


def test_a_file_is_read_by_its_suffix(tmp_path: Path) -> None:
    for name, words in (("a.MD", "5%"), ("a", "5%"), ("a.txt", "**5%**")):
        (tmp_path / name).write_text("**5%** it is.", encoding="utf-8")
        assert words in read_file(tmp_path / name).text


WORDS = st.sampled_from(
    [
        *(
            "It",
            "rose",
            "14%",
            "from",
            "$2.1",
            "billion",
            "한국",
            "5\u00a0km",
            "cafe\u0301",
            "😀",
            "R&D",
            "[sic]",
        ),
        *("p<0.05", "2*3", "a_b", "~5", "|", "&amp;", "&#8211;", "\\*", "\\"),
    ]
)
PHRASES = st.lists(WORDS, min_size=1, max_size=6).map(" ".join)
MARKED = st.one_of(
    PHRASES,
    PHRASES.map("**{}**".format),
    PHRASES.map("*{}*".format),
    PHRASES.map("_{}_".format),
    PHRASES.map("`{}`".format),
    PHRASES.map("[{}](https://example.org/a_b)".format),
    PHRASES.map("![{}](a.png)".format),
    PHRASES.map("<b>{}</b>".format),
    st.just("<!-- 9 -->"),
    st.text(alphabet="*_`[]()<>!&;\\~|#-> ab1\u00ad", max_size=8),
)
LINES = st.lists(MARKED, min_size=1, max_size=4).map(" ".join)
STARTS = st.sampled_from(["", "# ", "## ", "- ", "* ", "12. ", "> ", "    ", "| ", "Photo: ", "```\n", "\t"])
PARTS = st.tuples(STARTS, LINES, st.sampled_from(["\n", "\n\n", "  \n", "\r\n", "\n===\n", " |\n|---|---|\n", "\n"]))
SOURCES = st.lists(PARTS, min_size=1, max_size=8).map(lambda parts: "".join(map("".join, parts)))
FRONT = st.sampled_from(["", "\ufeff", "---\ntitle: 'It''s 5%'\ndate: 2025-01-02\n---\n"])


@settings(max_examples=400, deadline=None)
@given(FRONT, SOURCES, st.sampled_from([".md", ".txt"]))
def test_every_character_is_the_files(front: str, source: str, suffix: str) -> None:
    document = read_text(f"{front}Begin\n\n{source}", suffix=suffix)
    check_map(document)
    for table in document.tables:
        assert all("\n" not in document.text[cell.start : cell.end] for row in table.rows for cell in row)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(source: str) -> None:
    try:
        document = read_text(source)
    except UnreadableError:
        return
    assert "\n".join(words for _, words in blocks(document)) == document.text
