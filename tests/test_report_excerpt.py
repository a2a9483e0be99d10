import time

from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.document import Document, Span, Table
from factcheck.report.excerpt import ELLIPSIS, Mark, Row, excerpt, underline
from factcheck.report.plain import cells, plain, wrap

LETTERS = st.sampled_from("ab9,. \n조万🙂é\u0301\u200b\x1b|")
TEXTS = st.lists(LETTERS, min_size=1, max_size=400).map("".join)


def document(text: str, **more) -> Document:
    return Document("a.md", text, text, **more)


def shown(text: str, *words: str, width: int = 40) -> list[Row]:
    marks = [Mark(text.index(word), text.index(word) + len(word), not n) for n, word in enumerate(words)]
    return excerpt(document(text), marks, width)


@st.composite
def marked(draw) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    starts = draw(st.lists(st.integers(0, len(text) - 1), min_size=1, max_size=4))
    return text, [Mark(start, min(start + draw(st.integers(1, 60)), len(text))) for start in starts]


@given(marked(), st.integers(31, 100))
def test_no_row_is_wider_than_the_page_and_none_can_move_the_cursor(case, width: int) -> None:
    text, marks = case
    for row in excerpt(document(text), marks, width):
        assert cells(row.text) <= width
        assert len(underline(row)) <= width
        assert "\x1b" not in row.text and "\n" not in row.text


@example(("a\naa", [Mark(0, 1), Mark(2, 4), Mark(0, 3)]), 31)
@given(marked(), st.integers(31, 100))
def test_every_character_of_every_mark_is_shown(case, width: int) -> None:
    text, marks = case
    rows = excerpt(document(text), marks, width)
    seen = "".join(row.text for row in rows)
    assert all(word in seen for mark in marks for word in plain(text[mark.start : mark.end]).split())


@given(TEXTS, st.integers(20, 60))
def test_wrapping_loses_nothing_but_blanks_at_the_ends_of_rows(text: str, width: int) -> None:
    rows = wrap(text, width)
    assert "".join(rows).replace(" ", "") == plain(text.replace("\n", " ")).replace(" ", "")
    assert all(cells(row) <= width for row in rows)


def test_a_short_line_stands_whole_and_the_marks_below_their_figures() -> None:
    [row] = shown("Profit rose 14% from $2.1 billion.", "14%", "$2.1 billion")
    assert row.text == "Profit rose 14% from $2.1 billion."
    assert underline(row) == "            ^^^      ------------"


def test_a_long_line_is_cut_to_whole_words_around_the_figure() -> None:
    text = "word " * 50 + "rose 14% then " + "more " * 50
    [row] = shown(text, "14%")
    assert row.text.startswith(f"{ELLIPSIS} word ") and row.text.endswith(f" more {ELLIPSIS}")


def test_a_cut_never_parts_a_figure_from_its_scale() -> None:
    for padding in range(30):
        text = f"Profit rose 14% {'x' * padding} to $2.6 billion, and so on and so forth for many a word."
        for row in shown(text, "14%"):
            assert "2.6" not in row.text or "$2.6 billion" in row.text


def test_figures_far_apart_get_a_row_each_and_near_ones_share_it() -> None:
    text = "One 14% here " + "word " * 40 + "then 15% and 16% there."
    first, second = shown(text, "14%", "15%", "16%")
    assert len(first.marks) == 1
    assert len(second.marks) == 2


def test_a_stretch_too_long_for_a_row_flows_on_without_ellipses_inside() -> None:
    names = "Samsung Electronics, SK Group, Hyundai Motor, LG Group, Hanwha and Doosan"
    rows = shown(f"Four firms are with him: {names}.", names)
    assert " ".join(row.text for row in rows).count(ELLIPSIS) <= 2
    assert names in " ".join(row.text for row in rows)


def test_wide_characters_take_two_columns() -> None:
    [row] = shown("기업은 126조 원을", "126조 원")
    assert underline(row) == "       ^^^^^^^^"


def test_the_stated_figure_shows_where_two_marks_overlap() -> None:
    [row] = excerpt(document("Aug. 25, 2025"), [Mark(0, 13), Mark(5, 7, True)], 40)
    assert underline(row) == "-----^^------"


def test_a_cell_is_shown_in_its_row_of_the_table() -> None:
    text = "Region\nVotes\nNorth\n1,234"
    table = Table(((Span(0, 6), Span(7, 12)), (Span(13, 18), Span(19, 24))))
    [row] = excerpt(document(text, tables=(table,)), [Mark(19, 24, True)], 40)
    assert row.text == "North | 1,234"
    assert underline(row) == "        ^^^^^"


def test_a_megabyte_in_one_line_is_cut_at_once() -> None:
    text = "9" * 10**6 + " rose 14% " + "[" * 10**6
    began = time.perf_counter()
    shown(text, "14%")
    wrap(text[:10_000], 40)
    assert time.perf_counter() - began < 1
