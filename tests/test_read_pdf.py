"""PDFs: printed lines joined to paragraphs, what heads and foots the pages dropped, and places by page and line."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import jsonschema
import pypdf
import pytest
from documents import blocks, check_linear, check_positions, copy, place, quoted
from hypothesis import given, settings
from hypothesis import strategies as st

import factcheck
from factcheck.cli import main
from factcheck.document import Document, UnreadableError
from factcheck.read import read_bytes

Line = tuple[float, float, float, str]
"""Where a line begins, from the left and from the foot of the page, the size of its letters, and its words."""

SCHEMA = json.loads((Path(factcheck.__file__).parent / "report" / "schema.json").read_text())
HEAD = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def pdf(*pages: list[Line]) -> bytes:
    """A PDF as a page program writes it: each line in its place."""
    things = ["<< /Type /Catalog /Pages 2 0 R >>", "", HEAD]
    for lines in pages:
        drawn = "".join(
            f"BT /F1 {size} Tf {left} {base} Td ({escaped(words)}) Tj ET\n" for left, base, size, words in lines
        )
        things.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}endstream")
        held = f"/Resources << /Font << /F1 3 0 R >> >> /Contents {len(things)} 0 R"
        things.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {held} >>")
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    things[1] = f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"
    whole, places = b"%PDF-1.4\n", []
    for number, thing in enumerate(things, 1):
        places.append(len(whole))
        whole += f"{number} 0 obj\n{thing}\nendobj\n".encode("cp1252")
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    tail = f"xref\n0 {len(things) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(things) + 1} /Root 1 0 R >>"
    return whole + f"{tail}\nstartxref\n{len(whole)}\n%%EOF\n".encode()


def escaped(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def printed(words: str, top: float = 700, left: float = 72, size: float = 11) -> list[Line]:
    """Lines of words, one under another."""
    return [(left, top - 14 * number, size, line) for number, line in enumerate(words.split("\n"))]


def read(*pages: list[Line]) -> Document:
    return read_bytes(pdf(*pages), "a.pdf", ".pdf")


def joined(there: str) -> str:
    """The words of printed lines: a hyphen at a line's end parts a word, or figures."""
    return re.sub(r"(?<=[^\W\d])-\n(?=[a-zß-ÿ])", "", there)


FIRST = [
    *printed("The Daily - Page 1", 810, size=9),
    *printed("Acme's profit rises 24%", 760, size=20),
    *printed("Profit rose 14% from $2.1 mil-\nlion to $2.6 million, it said (and\nmore) in the first half.", 720),
    *printed("It sold 5 phones a day in 2024-", 678, left=84),
    *printed("25, and 7 pads on most of the\nother days, when there was a", 664),
    *printed("9", 30, size=9),
]
SECOND = [
    *printed("The Daily - Page 2", 810, size=9),
    *printed("demand for more than 3 of both.", 760),
    *printed("• Phones: 5", 730),
    *printed("• Pads of the newest kind: 3 a\n  day and more", 716),
    *printed("By year", 670, size=16),
    *printed("2024 1,140 5%\n2025 1,200 6%", 650),
    *printed("10", 30, size=9),
]


WRITTEN = pdf(FIRST, SECOND)


def test_printed_lines_are_joined_to_paragraphs() -> None:
    assert blocks(read(FIRST, SECOND)) == [
        ("headline", "Acme's profit rises 24%"),
        ("paragraph", "Profit rose 14% from $2.1 million to $2.6 million, it said (and more) in the first half."),
        ("paragraph", "It sold 5 phones a day in 2024-25, and 7 pads on most of the other days, when there was a demand for more than 3 of both."),
        ("item", "Phones: 5"),
        ("item", "Pads of the newest kind: 3 a day and more"),
        ("heading", "By year"),
        ("paragraph", "2024 1,140 5%"),
        ("paragraph", "2025 1,200 6%"),
    ]  # fmt: skip


def test_a_place_is_page_and_line() -> None:
    document = read(FIRST, SECOND)
    assert place(document, "14%") == (3, 13)
    assert quoted(document, "$2.1 million") == "$2.1 mil-\nlion"
    assert document.page(document.origin(document.text.index("14%"))) == 1
    assert document.page(document.origin(document.text.index("more than 3"))) == 2
    assert document.source.split("\n")[place(document, "3 of")[0] - 1] == "demand for more than 3 of both."
    check_positions(document, lambda there: joined(there.replace("\n9\nThe Daily - Page 2", "")))


def test_the_page_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(
        pdf(printed("Nothing is wrong here."), printed("Profit rose 14% from $2.1 billion to $2.6 billion."))
    )
    assert main(["check", str(file)]) == 1
    assert "a.pdf:2:13 (page 2)" in capsys.readouterr().out
    assert main(["check", str(file), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    jsonschema.validate(report, SCHEMA)
    finding = report["documents"][0]["findings"][0]
    assert {key: finding["spans"][0][key] for key in ("page", "line", "column", "text")} == {
        "page": 2,
        "line": 2,
        "column": 13,
        "text": "14%",
    }


def test_a_pdf_in_a_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf(printed("Profit rose 14% from $2.1 billion to $2.6 billion.")))
    (tmp_path / "a.md").write_text("It rose.")
    assert main(["check", str(tmp_path)]) == 0


def test_double_spaced_copy_is_joined() -> None:
    lines = [
        "Profit rose 14% to $2.6 million in",
        "the first half of the year and more",
        "in the next. It sold 5 phones a day",
        "in most months.",
    ]
    document = read([(72, 700 - 26 * number, 11, line) for number, line in enumerate(lines)])
    assert copy(document) == " ".join(lines)


def test_a_word_is_whole_again() -> None:
    fonts = b"/Encoding << /BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >>"
    data = pdf(printed("The \\001ve of\nits bil\xad\nlion of the\nEU-\nKorea deal")).replace(
        b"/Encoding /WinAnsiEncoding", fonts
    )
    data = data.replace(b"\\\\001", b"\\001")
    assert copy(read_bytes(data, "a.pdf", ".pdf")) == "The five of its billion of the EU-Korea deal"


def test_columns_follow_one_another() -> None:
    left = printed("It sold 5 phones a day in every\nmonth of the year, as the group", 700)
    right = printed("said on Monday, and had 12\nplants in the end.", 700, left=320)
    assert (
        copy(read([*left, *right]))
        == "It sold 5 phones a day in every month of the year, as the group said on Monday, and had 12 plants in the end."
    )


def test_a_line_that_had_room_for_the_next_word_ends_a_paragraph() -> None:
    document = read(
        printed("It sold 5 phones a day in every month.\nA short one.\nIt sold 7 pads a day in most of the months.")
    )
    assert len(blocks(document)) == 3


def test_the_date_of_the_file_is_no_day_of_publication() -> None:
    data = io.BytesIO()
    writer = pypdf.PdfWriter(io.BytesIO(pdf([*printed("Published on 25 August 2025"), *printed("It rose 5%.", 600)])))
    writer.add_metadata({"/Title": "Draft 9", "/CreationDate": "D:20200101000000Z"})
    writer.write(data)
    document = read_bytes(data.getvalue(), "-", "")
    assert document.meta["title"] == "Draft 9"
    assert document.published is None
    assert document.meta["page_date"] == date(2025, 8, 25).isoformat()


def protected() -> bytes:
    data = io.BytesIO()
    writer = pypdf.PdfWriter(io.BytesIO(pdf(printed("It rose 5%."))))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(data)
    return data.getvalue()


REFUSED = {
    "a scan": (pdf([], []), "pictures without text"),
    "protected": (protected(), "protected by a password"),
    "cut short": (pdf(printed("It rose 5%."))[:150], "no PDF, or a damaged one"),
    "no pdf": (b"It rose 5%.", "no PDF, or a damaged one"),
    "a bomb": (pdf([(72, 700, 11, "5) Tj (%" * 510_000)]).replace(b"\\", b""), "page 1: there is more on it"),
    "too long": (pdf(*[[]] * 1_001), "has 1,001 pages; at most 1,000"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused(name: str) -> None:
    data, reason = REFUSED[name]
    with pytest.raises(UnreadableError, match=reason) as slip:
        read_bytes(data, "a.pdf", ".pdf")
    assert str(slip.value).startswith("a.pdf: ")


def test_a_reader_that_is_not_installed_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(printed("It rose 5%.")))
    code = f"import sys; sys.modules['pypdfium2'] = None; from factcheck.cli import main; sys.exit(main(['check', {str(file)!r}]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "a.pdf: to read PDFs, install what reads them: pip install 'factcheck[pdf]'" in done.stderr


WORDS = st.sampled_from("It rose 14% from $2.1 billion mil- 2024- £5 (a) • 3. é".split())
LINES = st.lists(
    st.tuples(
        st.sampled_from([72, 84, 320]),
        st.integers(2, 58).map(lambda step: step * 14),
        st.sampled_from([9, 11, 20]),
        st.lists(WORDS, min_size=1, max_size=7).map(" ".join),
    ),
    min_size=1,
    max_size=12,
    unique_by=lambda line: line[1],
)


@settings(max_examples=100, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=3))
def test_every_figure_is_the_pages(pages: list[list[Line]]) -> None:
    sure = printed("It began on that day.", 815)
    document = read([*sure, *pages[0]], *pages[1:])
    lines = document.source.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    assert set(document.pages) <= set(starts)
    if len(pages) == 1:
        check_positions(document, joined)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_pdf_is_read_or_refused(data: st.DataObject) -> None:
    whole = bytearray(WRITTEN)
    for _ in range(data.draw(st.integers(1, 5))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.sampled_from(b"0123456789- <>/()\x00\xff"))
    with suppress(UnreadableError):
        read_bytes(bytes(whole), "a.pdf", ".pdf")


@pytest.mark.parametrize("words", ["It rose 5%.", "a", "9", "- a", "It was a day on which the group rose-"])
def test_time_is_linear(words: str) -> None:
    def reading(count: int) -> Callable[[], object]:
        data = pdf(*[printed("\n".join([words] * 50), 820)] * (count // 50))

        def go() -> None:
            with suppress(UnreadableError):
                read_bytes(data, "a.pdf", ".pdf")

        return go

    check_linear(reading, 500)
