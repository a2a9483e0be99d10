"""Word and OpenDocument texts: their words as they read once changes are accepted, and hostile archives refused."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from time import process_time
from typing import Any

import docx
import pytest
from documents import blocks, cells, check_linear, check_positions, copy, place
from hypothesis import given, settings
from hypothesis import strategies as st
from odf import opendocument, table, text
from odf.style import Style

from factcheck.cli import main
from factcheck.document import Document, UnreadableError
from factcheck.pipeline import check_document
from factcheck.read import read_bytes, read_file

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def zipped(parts: dict[str, str | bytes], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", how) as archive:
        for name, words in parts.items():
            archive.writestr(name, words)
    return data.getvalue()


def word(body: str, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word document of a body in its own XML."""
    whole = f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": whole}, how)


def read_word(body: str) -> Document:
    return read_bytes(word(body), "a.docx", ".docx")


def odt(body: str, styles: str = "") -> bytes:
    spaces = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table", "style", "draw"))
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    whole = f"<office:document-content {spaces}>{automatic}<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": whole})


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def para(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def written() -> bytes:
    """A document as Word's own library writes it."""
    document: Any = docx.Document()
    document.add_heading("Profit up 24%", 0)
    document.add_paragraph("Sales of 5 million phones lifted the group", style="Subtitle")
    document.add_heading("The year", 2)
    paragraph = document.add_paragraph("Profit rose ")
    paragraph.add_run("14").bold = True
    paragraph.add_run("% from $2.1 billion to $2.6 billion.")
    document.add_paragraph("Phones: 5", style="List Bullet")
    document.add_paragraph("Pads: 3", style="List Number")
    document.add_paragraph('"We sold 5."', style="Intense Quote")
    grid = document.add_table(2, 3)
    for number, words in enumerate(["Unit", "Sales", "Change", "Phones", "1,140", "5%"]):
        grid.cell(number // 3, number % 3).text = words
    grid.cell(1, 0).add_paragraph("and pads")
    document.core_properties.title = "Untitled"
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


WRITTEN = written()


def test_a_word_document() -> None:
    document = read_bytes(written(), "a.docx", ".docx")
    assert blocks(document)[:7] == [
        ("headline", "Profit up 24%"),
        ("standfirst", "Sales of 5 million phones lifted the group"),
        ("heading", "The year"),
        ("paragraph", "Profit rose 14% from $2.1 billion to $2.6 billion."),
        ("item", "Phones: 5"),
        ("item", "Pads: 3"),
        ("quote", '"We sold 5."'),
    ]
    assert cells(document) == [["Unit", "Sales", "Change"], ["Phones and pads", "1,140", "5%"]]
    assert document.tables[0].header
    check_positions(document, lambda words: words)


def test_a_place_is_paragraph_and_character() -> None:
    document = read_bytes(written(), "a.docx", ".docx")
    assert place(document, "14%") == (4, 13)
    assert document.source.split("\n")[3][12:15] == "14%"


def test_the_files_own_dates_are_no_day_of_publication() -> None:
    document = read_bytes(written(), "a.docx", ".docx")
    assert document.published is None
    assert document.meta["created"].startswith("2013-12-23")
    assert document.meta["title"] == "Untitled"


def test_a_slip_in_a_word_document_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(written())
    assert main(["check", str(file)]) == 1
    assert "draft.docx:4:13" in capsys.readouterr().out


TRACKED = (
    para(
        run("It rose "),
        f"<w:del>{run('14').replace('w:t', 'w:delText')}</w:del>",
        f"<w:ins>{run('24')}</w:ins>",
        run("%."),
    )
    + para('<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>', run("It sold 5 "))
    + para(run("million phones."))
    + para("<w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>", f"<w:moveFrom>{run('It has 9 plants.')}</w:moveFrom>")
    + para(f"<w:moveTo>{run('It has 8 plants.')}</w:moveTo>")
)


def test_tracked_changes_are_taken_as_accepted() -> None:
    lines = ["It rose 24%.", "It sold 5 million phones.", "It has 8 plants."]
    assert copy(read_word(TRACKED)) == "\n".join(lines)


def test_a_deleted_row_is_none() -> None:
    row = "<w:tr>{}<w:tc>" + para(run("{}")) + "</w:tc><w:tc>" + para(run("{}")) + "</w:tc></w:tr>"
    rows = [row.format("", "A", 1), row.format("<w:trPr><w:del/></w:trPr>", "B", 2), row.format("", "C", 3)]
    assert cells(read_word(f"<w:tbl>{''.join(rows)}</w:tbl>")) == [["A", "1"], ["C", "3"]]


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (run("R&amp;D 5 &lt; 6"), "R&D 5 < 6"),
        (run("1") + "<w:r><w:tab/></w:r>" + run("2"), "1 2"),
        ("<w:pPr><w:tabs><w:tab w:pos='9'/></w:tabs></w:pPr>" + run("1"), "1"),
        (run("one") + "<w:r><w:br/></w:r>" + run("two"), "one two"),
        (run("bil") + "<w:r><w:softHyphen/></w:r>" + run("lion 5\u00a0m"), "billion 5 m"),
        (run("a") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>" + run("b"), "ab"),
        (run("a") + "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>9</w:t></w:r>" + run("b"), "a9b"),
        (run("5") + "<w:r><w:footnoteReference w:id='9'/></w:r><w:r><w:commentReference w:id='9'/></w:r>", "5"),
        ("<w:r><w:instrText>PAGE 9</w:instrText></w:r>" + run("5"), "5"),
        ("<w:hyperlink>" + run("5") + "</w:hyperlink><w:smartTag>" + run("6") + "</w:smartTag>", "56"),
        ("<w:sdt><w:sdtContent>" + run("5") + "</w:sdtContent></w:sdt>", "5"),
    ],
)  # fmt: skip
def test_the_words_of_a_paragraph(runs: str, words: str) -> None:
    document = read_word(para(run("First.")) + para(runs))
    assert blocks(document)[-1] == ("paragraph", words)
    check_positions(document, lambda there: there)


def test_a_text_box_is_a_paragraph_of_its_own() -> None:
    box = "<w:r><w:pict><w:txbxContent>" + para(run("In the box: 5.")) + "</w:txbxContent></w:pict></w:r>"
    assert copy(read_word(para(run("It rose "), box, run("24%.")))) == "In the box: 5.\nIt rose 24%."


def test_a_table_in_a_cell_is_read_once() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{para(run('5'))}</w:tc><w:tc>{para(run('6'))}</w:tc></w:tr></w:tbl>"
    outer = (
        f"<w:tbl><w:tr><w:tc>{para(run('A'))}{inner}{para(run('B'))}</w:tc><w:tc>{para(run('C'))}</w:tc></w:tr></w:tbl>"
    )
    document = read_word(outer)
    assert cells(document) == [["5", "6"]]
    assert cells(document, 1) == [["A B", "C"]]


ODT = (
    "<text:h text:outline-level='1'>Profit up 24%</text:h>"
    "<text:tracked-changes><text:changed-region><text:deletion><text:p>It rose 9%.</text:p></text:deletion>"
    "</text:changed-region></text:tracked-changes>"
    "<text:p text:style-name='P1'>Sales of phones lifted it</text:p>"
    "<text:p>Profit  rose\n <text:span>24</text:span>%<text:s text:c='3'/>to<text:tab/>$2.6"
    "<text:note><text:note-citation>9</text:note-citation><text:note-body><text:p>9</text:p></text:note-body></text:note>"
    "<office:annotation><text:p>Is it 9?</text:p></office:annotation> billion.</text:p>"
    "<text:list><text:list-item><text:p>Phones: 5</text:p></text:list-item></text:list>"
    "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Unit</text:p></table:table-cell>"
    "<table:table-cell table:number-columns-spanned='2'><text:p>Sales</text:p></table:table-cell><table:covered-table-cell/>"
    "</table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>A</text:p></table:table-cell>"
    "<table:table-cell><text:p>5</text:p></table:table-cell><table:table-cell/></table:table-row></table:table>"
)


def test_an_opendocument_text() -> None:
    styles = "<style:style style:name='P1' style:family='paragraph' style:parent-style-name='Subtitle'/>"
    document = read_bytes(odt(ODT, styles), "a.odt", ".odt")
    assert blocks(document)[:4] == [
        ("headline", "Profit up 24%"),
        ("standfirst", "Sales of phones lifted it"),
        ("paragraph", "Profit rose 24% to $2.6 billion."),
        ("item", "Phones: 5"),
    ]
    assert cells(document) == [["Unit", "Sales", ""], ["A", "5", ""]]
    assert document.tables[0].header
    check_positions(document, lambda words: words)


def test_an_opendocument_text_as_its_library_writes_it(tmp_path: Path) -> None:
    document = opendocument.OpenDocumentText()
    style = Style(name="Quotations", family="paragraph")
    document.styles.addElement(style)
    document.text.addElement(text.H(outlinelevel=1, text="Wheat"))
    document.text.addElement(text.P(text="The harvest of 360 tons came in."))
    document.text.addElement(text.P(stylename=style, text="We had 5."))
    grid, row = table.Table(), table.TableRow()
    for words in ("Rye", "12"):
        cell = table.TableCell()
        cell.addElement(text.P(text=words))
        row.addElement(cell)
    grid.addElement(row)
    document.text.addElement(grid)
    document.save(str(tmp_path / "wheat.odt"))
    read = read_file(tmp_path / "wheat.odt")
    assert blocks(read)[:3] == [
        ("headline", "Wheat"),
        ("paragraph", "The harvest of 360 tons came in."),
        ("quote", "We had 5."),
    ]
    assert cells(read) == [["Rye", "12"]]
    assert read.published is None


def test_an_unnamed_document_is_known_by_its_beginning() -> None:
    assert read_bytes(written(), "-", "").blocks[0].kind == "headline"


def test_a_date_in_words_counts_as_in_any_article() -> None:
    document = read_word(para(run("Published on 25 August 2025")) + para(run("It rose 5%.")))
    assert document.meta["page_date"] == date(2025, 8, 25).isoformat()


def bomb() -> bytes:
    return word("<w:p/>" + " " * 25_000_000)


def encrypted() -> bytes:
    data = bytearray(word(para(run("It rose 5%."))))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


ENTITIES = '<!DOCTYPE x [<!ENTITY a "9"><!ENTITY b "&a;&a;">]><x>&b;</x>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'
HOSTILE = {
    "cut short": (written()[:900], "no office document, or a damaged one"),
    "no archive": (b"It rose 5%.", "no office document, or a damaged one"),
    "another archive": (zipped({"a.txt": "It rose 5%."}), "holds no word/document.xml"),
    "a bomb": (bomb(), "word/document.xml in it unpacks to 25,"),
    "too large": (zipped({"word/document.xml": bytes(range(256)) * 120_000}), "unpacks to 30,720,000 bytes"),
    "a password": (encrypted(), "protected by a password"),
    "an old document": (b"\xd0\xcf\x11\xe0" + bytes(600), "an old or a protected office document"),
    "entities": (zipped({"word/document.xml": ENTITIES}), "declares entities"),
    "outside entities": (zipped({"word/document.xml": OUTSIDE}), "declares entities"),
    "broken": (zipped({"word/document.xml": "<a>\n<b></a>"}), "word/document.xml, line 2: broken XML"),
    "no words": (word("<w:p/>"), "no words of an article"),
    "many parts": (b"PK\x03\x04" + b"PK\x01\x02" * 30_000, "more parts than any office document"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_documents_are_refused_soon(name: str) -> None:
    data, reason = HOSTILE[name]
    began = process_time()
    with pytest.raises(UnreadableError, match=reason) as slip:
        read_bytes(data, "a.docx", ".docx")
    assert "\n" not in str(slip.value)
    assert process_time() - began < 2


def test_a_protected_opendocument_is_refused() -> None:
    data = zipped({"content.xml": b"\x07\x99", "META-INF/manifest.xml": "<m><manifest:encryption-data/></m>"})
    with pytest.raises(UnreadableError, match="protected by a password"):
        read_bytes(data, "a.odt", ".odt")


def test_a_damaged_part_is_named() -> None:
    data = bytearray(written())
    name = data.index(b"word/document.xml")
    size = struct.unpack_from("<I", data, name - 12)[0]
    data[name + 40 : name + 40 + min(size, 60)] = b"\xff" * min(size, 60)
    with pytest.raises(UnreadableError, match=r"word/document\.xml in it is damaged"):
        read_bytes(bytes(data), "a.docx", ".docx")


def test_a_refused_document_leaves_the_others_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.docx").write_bytes(bomb())
    (tmp_path / "b.docx").write_bytes(written())
    assert main(["check", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert "a.docx: word/document.xml in it unpacks to" in told.err
    assert "b.docx:4:13" in told.out


WORDS = st.sampled_from(
    "It rose 14% from $2.1 billion R&amp;D 5&#37; 한국 😀 7\u2009km bil\u00adlion a&#10;b".split(" ")
)
RUNS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join).map(run)
PIECES = st.one_of(
    RUNS,
    RUNS.map(lambda run: f"<w:ins>{run}</w:ins>"),
    RUNS.map(lambda run: f"<w:del>{run}</w:del>"),
    st.sampled_from(["<w:r><w:tab/></w:r>", "<w:r><w:br/><w:t> </w:t></w:r>", "<w:bookmarkStart/>"]),
    st.just("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"),
)
PARAGRAPHS = st.lists(PIECES, max_size=5).map(lambda pieces: para(*pieces))
CELLS = st.lists(PARAGRAPHS, max_size=3).map(lambda inside: f"<w:tc>{''.join(inside)}</w:tc>")
ROWS = st.lists(CELLS, max_size=3).map(lambda inside: f"<w:tr>{''.join(inside)}</w:tr>")
TABLES = st.lists(ROWS, max_size=3).map(lambda inside: f"<w:tbl>{''.join(inside)}</w:tbl>")
BODIES = st.lists(PARAGRAPHS | TABLES, max_size=6).map("".join)


@settings(max_examples=150, deadline=None)
@given(BODIES)
def test_every_figure_is_the_documents(body: str) -> None:
    document = read_word(para(run("It began.")) + body)
    check_positions(document, lambda words: words)
    for grid in document.tables:
        assert all("\n" not in document.text[cell.start : cell.end] for row in grid.rows for cell in row)


def closed(parts: list[str]) -> str:
    """Parts of XML with every element closed, in whatever order they come."""
    opened: list[str] = []
    body = ""
    for part in parts:
        if part.startswith("</"):
            if not (opened and opened[-1] == part[2:-1]):
                continue
            opened.pop()
        elif part.startswith("<") and not part.endswith("/>"):
            opened.append(part[1:-1])
        body += part
    return body + "".join(f"</{name}>" for name in reversed(opened))


OASIS_PARTS = "<text:p> </text:p> <text:h> <table:table> </table:table> <table:table-row> <table:table-cell> </table:table-cell> 5% rose <text:s/>".split()
WORD_PARTS = "<w:p> </w:p> <w:r> </w:r> <w:t> </w:t> <w:tbl> </w:tbl> <w:tr> </w:tr> <w:tc> </w:tc> <w:pPr> </w:pPr> <w:rPr> </w:rPr> <w:del> </w:del> <w:vanish/> 5% rose".split()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(OASIS_PARTS), max_size=20))
def test_any_elements_of_opendocument_can_be_read(parts: list[str]) -> None:
    document = read_bytes(odt("<text:p>It began.</text:p>" + closed(parts)), "a.odt", ".odt")
    check_positions(document, lambda words: words)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(WORD_PARTS), max_size=25))
def test_any_elements_of_word_can_be_read(parts: list[str]) -> None:
    check_positions(read_word(para(run("It began.")) + closed(parts)), lambda words: words)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_archive_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(WRITTEN)
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(UnreadableError):
        read_bytes(bytes(whole), "a.docx", ".docx")


ROW = f"<w:tr><w:tc>{para(run('5'))}</w:tc></w:tr>"
REPEATED = {
    "paragraphs": (para(run("It rose 5%.")), ""),
    "tables": (f"<w:tbl>{ROW}</w:tbl>", ""),
    "rows": (f"<w:tbl>{ROW}", "</w:tbl>"),
    "boxes": ("<w:p>", "</w:p>"),
    "deleted ends": (para("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", run("a")), ""),
}


def test_styles_based_on_one_another_in_a_ring_or_a_long_chain_end() -> None:
    chain = "".join(
        f"<w:style w:styleId='{n}'><w:basedOn w:val='{(n + 1) % 20_000}'/></w:style>" for n in range(20_000)
    )
    styles = f'<w:styles xmlns:w="{WORD}">{chain}</w:styles>'
    styled = "".join(f"<w:p><w:pPr><w:pStyle w:val='{n}'/></w:pPr>{run('It rose 5%.')}</w:p>" for n in range(2_000))
    body = f'<w:document xmlns:w="{WORD}"><w:body>{styled}</w:body></w:document>'
    began = process_time()
    read_bytes(zipped({"word/document.xml": body, "word/styles.xml": styles}), "a.docx", ".docx")
    assert process_time() - began < 2


@pytest.mark.parametrize("name", REPEATED)
def test_time_is_linear(name: str) -> None:
    opens, closes = REPEATED[name]

    def reading(count: int) -> Callable[[], object]:
        data = word(para(run("It began.")) + opens * count + closes * count, zipfile.ZIP_STORED)
        return lambda: read_bytes(data, "a.docx", ".docx")

    check_linear(reading)


def test_what_is_checked_is_what_is_read() -> None:
    report = check_document(read_bytes(written(), "a.docx", ".docx"))
    assert "percent-change" in {finding.rule for finding in report.findings}
