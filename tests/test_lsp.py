"""The language server, driven as an editor drives it: a real process, real messages."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from editor import ROOT, Editor, applied, span
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types
from pygls.workspace import PositionCodec

from factcheck.editor.drafts import Draft
from factcheck.editor.positions import Lines

WRONG = "They met on Tuesday, Aug. 25, 2025.\n"
EXAMPLE = (ROOT / "examples" / "summit-with-slips.md").read_text()
SIGNS = st.text(st.sampled_from("a1é한😀\n\r\u2028\x0c\x85 ,"), max_size=40)
ENCODINGS = {"utf-8": ("utf-8", 1), "utf-16": ("utf-16-le", 2), "utf-32": ("utf-32-le", 4)}


@pytest.fixture(scope="module")
def editor():
    with Editor() as running:
        yield running
        assert running.leave() == 0


def test_an_article_is_checked_when_it_is_opened(editor: Editor) -> None:
    found = editor.diagnostics(editor.open(EXAMPLE))
    assert {one["code"] for one in found} >= {"weekday-date", "list-count", "part-whole", "name-variant"}
    weekday = next(one for one in found if one["code"] == "weekday-date")
    assert weekday["message"] == "Aug. 25, 2025 was a Monday, not a Tuesday."
    assert (weekday["range"], weekday["severity"], weekday["source"]) == (span(EXAMPLE, "Tuesday"), 1, "factcheck")


def test_a_finding_shows_its_other_figures(editor: Editor) -> None:
    uri = editor.open(EXAMPLE)
    total = next(one for one in editor.diagnostics(uri) if one["code"] == "part-whole")
    shown = [(one["location"]["uri"], one["location"]["range"], one["message"]) for one in total["relatedInformation"]]
    assert shown == [(uri, span(EXAMPLE, words), f"“{words}”") for words in ("$350 billion", "$100 billion")]


def test_the_line_above_the_article_counts(editor: Editor) -> None:
    assert editor.title(editor.open(EXAMPLE)) == "9 to look at, 9 hold"
    assert editor.title(editor.open("They met on Monday, Aug. 25, 2025.\n")) == "Nothing to look at, 1 holds"
    assert editor.title(editor.open("It rained.\n")) == "No figures to compare"


def test_a_figure_tells_its_working_right_or_wrong(editor: Editor) -> None:
    text = "They met on Tuesday, Aug. 25, 2025.\n\nThe farm is 10 miles (16 km) away, past 3 oaks.\n"
    uri = editor.open(text)
    wrong = editor.hover(uri, 0, text.index("Tuesday") + 1)
    assert "was a Monday, not a Tuesday" in wrong and "Right would be: Monday" in wrong
    assert editor.hover(uri, 2, 13) == "Holds: 10 miles = 16.09 kilometers; the text says 16 km"
    assert editor.hover(uri, 2, 1) == "" == editor.hover(uri, 900, 900)


def test_a_quick_fix_takes_its_finding_away(editor: Editor) -> None:
    uri = editor.open(EXAMPLE)
    before = len(editor.diagnostics(uri))
    (fix,) = editor.fixes(uri, span(EXAMPLE, "Tuesday"))
    assert (fix["title"], fix["kind"], fix["isPreferred"]) == ("Change “Tuesday” to “Monday”", "quickfix", True)
    assert fix["diagnostics"] == [one for one in editor.diagnostics(uri) if one["code"] == "weekday-date"]
    editor.change(uri, {"text": applied(EXAMPLE, fix)})
    after = editor.diagnostics(uri)
    assert len(after) == before - 1 and "weekday-date" not in {one["code"] for one in after}


def test_each_figure_that_may_be_wrong_has_its_fix_and_none_is_made_unasked(editor: Editor) -> None:
    fixes = editor.fixes(editor.open(EXAMPLE), span(EXAMPLE, "$540 billion"))
    assert [fix["title"] for fix in fixes] == [
        "Change “$540 billion” to “$450 billion”",
        "Change “$350 billion” to “$440 billion”",
        "Change “$100 billion” to “$190 billion”",
    ]
    assert not any(fix["isPreferred"] for fix in fixes)


def test_no_fix_is_offered_that_was_not_seen_to_mend(editor: Editor) -> None:
    text = EXAMPLE + "\nIt raised its price to $9 from $12.\n"
    uri = editor.open(text)
    assert "order" in {one["code"] for one in editor.diagnostics(uri)}
    assert editor.fixes(uri, span(text, "raised")) == []


def test_the_spelling_of_a_name_is_offered_where_it_is_seen_to_mend(editor: Editor) -> None:
    uri = editor.open(EXAMPLE)
    (fix,) = editor.fixes(uri, span(EXAMPLE, "Lee Jae Myung took"))
    assert fix["title"] == "Change “Lee Jae Myung” to “Lee Jae-myung”"
    editor.change(uri, {"text": applied(EXAMPLE, fix)})
    assert "name-variant" not in {one["code"] for one in editor.diagnostics(uri)}


def test_a_figure_cut_by_markup_is_left_alone(editor: Editor) -> None:
    text = "The farm is 10 miles (**26** km) away.\n"
    uri = editor.open(text)
    assert len(editor.diagnostics(uri)) == 1
    titles = [fix["title"] for fix in editor.fixes(uri, span(text, "26"))]
    assert all("26" not in title for title in titles)


def test_only_quick_fixes_are_offered(editor: Editor) -> None:
    uri = editor.open(WRONG)
    assert editor.fixes(uri, span(WRONG, "Tuesday"), only=["refactor"]) == []
    assert len(editor.fixes(uri, span(WRONG, "Tuesday"), only=["quickfix"])) == 1


def test_places_are_counted_in_utf_16(editor: Editor) -> None:
    text = "😀 한국 é 👩‍👩‍👧: they met on Tuesday, Aug. 25, 2025. 😀\n"
    uri = editor.open(text)
    (found,) = editor.diagnostics(uri)
    assert found["range"] == span(text, "Tuesday")
    assert "not a Tuesday" in editor.hover(uri, 0, found["range"]["start"]["character"])
    assert editor.hover(uri, 0, found["range"]["start"]["character"] - 1) == ""
    (fix,) = editor.fixes(uri, found["range"])
    assert applied(text, fix) == text.replace("Tuesday", "Monday")


def test_an_editor_may_count_otherwise() -> None:
    text = "😀 é: they met on Tuesday, Aug. 25, 2025.\n"
    with Editor(capabilities={"general": {"positionEncodings": ["utf-8", "utf-16"]}}) as running:
        assert running.capabilities["positionEncoding"] == "utf-8"
        (found,) = running.diagnostics(running.open(text))
        assert found["range"]["start"]["character"] == text.encode().index(b"Tuesday")


def test_changes_are_taken_one_by_one(editor: Editor) -> None:
    text = "😀 They met on Monday, Aug. 25, 2025.\u2028\x0c\n\nIt is 10 miles (16 km) away.\n"
    uri = editor.open(text)
    assert editor.diagnostics(uri) == []
    changed = text.replace("16 km", "26 km")
    editor.change(uri, {"range": span(text, "16"), "text": "26"}, {"range": span(changed, "Monday"), "text": "Friday"})
    assert [one["code"] for one in editor.diagnostics(uri)] == ["weekday-date", "unit-conversion"]


def test_fast_typing_is_checked_once(editor: Editor) -> None:
    text = "It is 10 miles (16 km) away.\n"
    uri = editor.open(text)
    editor.diagnostics(uri)
    first = editor.version + 1
    for _ in range(20):
        editor.change(
            uri, {"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "text": "x"}
        )
    editor.found.clear()
    assert editor.title(uri) == "Nothing to look at, 1 holds"
    assert editor.found[uri][0] == editor.version > first


def test_an_article_that_cannot_be_read_is_answered_plainly(editor: Editor) -> None:
    for text, language in (("", "markdown"), (" \n\n", "plaintext"), ("<p><img src='a'></p>", "html")):
        uri = editor.open(text, language=language)
        (found,) = editor.diagnostics(uri)
        assert found["message"].startswith("This cannot be checked: ") and found["severity"] == 3
        assert editor.title(uri) == found["message"]
        assert editor.hover(uri, 0, 0) == "" and editor.fixes(uri, found["range"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "\ud800 They met on Tuesday, Aug. 25, 2025.",
        "\0\x01\x1b[2J They met on Tuesday, Aug. 25, 2025.",
        "\r\rThey met on Tuesday, Aug. 25, 2025.\r\u2029\u202e\ufeff",
        "They met on Tuesday, Aug. 25, 2025. " + "9" * 5000 + " " + "<" * 5000 + "[" * 5000 + "(" * 5000,
        "> " * 3000 + "They met on Tuesday, Aug. 25, 2025.",
        "They met on Tuesday, Aug. 25, 2025. " + "Profit rose 14% from $2.1 billion to $2.6 billion. " * 300,
    ],
    ids=[
        "half a surrogate",
        "control signs",
        "carriage returns",
        "endless brackets",
        "deep quotation",
        "one long line",
    ],
)
def test_no_article_ends_the_server(editor: Editor, text: str) -> None:
    for language in ("markdown", "plaintext", "html", "quarto"):
        uri = editor.open(text, "file:///hostile", language)
        editor.diagnostics(uri)
        assert editor.title(uri)
    assert [one["code"] for one in editor.diagnostics(editor.open(WRONG))] == ["weekday-date"]


def test_what_breaks_the_protocol_does_not_end_the_server(editor: Editor) -> None:
    editor.change("file:///never-opened.md", {"text": "x"})
    editor.tell("textDocument/didSave", {"textDocument": {"uri": "file:///never-opened.md"}})
    editor.tell("textDocument/didOpen", {"textDocument": 7})
    assert editor.hover("file:///never-opened.md", 0, 0) == ""
    assert len(editor.diagnostics(editor.open(WRONG))) == 1


@pytest.mark.parametrize(
    ("language", "uri", "text"),
    [
        ("html", "file:///a", "<p>They met on <b>Tuesday</b>, Aug. 25, 2025.</p>"),
        ("plaintext", "file:///a", WRONG),
        ("quarto", "file:///a", WRONG),
        ("text", "file:///a.txt", WRONG),
        ("", "untitled:Untitled-1", WRONG),
    ],
)
def test_the_format_is_the_language_s_or_the_file_s(editor: Editor, language: str, uri: str, text: str) -> None:
    (found,) = editor.diagnostics(editor.open(text, uri, language))
    assert found["range"] == span(text, "Tuesday")


def test_a_language_without_a_reader_is_named(editor: Editor) -> None:
    (found,) = editor.diagnostics(editor.open(WRONG, "file:///a.xyz", "klingon"))
    assert "files ending in .xyz cannot be read" in found["message"]


def test_findings_go_when_an_article_is_closed(editor: Editor) -> None:
    uri = editor.open(WRONG)
    editor.diagnostics(uri)
    editor.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert editor.hover(uri, 0, 14) == ""
    assert editor.found[uri] == (0, [])


def test_a_source_is_compared_and_its_place_shown(tmp_path: Path) -> None:
    source, article = tmp_path / "release 1.md", "Veltra followed 1,248 patients in 14 countries.\n"
    source.write_text("😀 Veltra followed 1,284 patients in 14 countries.\n")
    uri = (tmp_path / "draft.md").as_uri()
    with Editor({"sources": ["release 1.md", "gone.docx"]}) as running:
        gone, found = running.diagnostics(running.open(article, uri))
        assert (
            gone["message"].startswith("The source ")
            and "gone.docx cannot be read: there is no such file" in gone["message"]
        )
        (related,) = found["relatedInformation"]
        assert related["location"] == {"uri": source.as_uri(), "range": span(source.read_text(), "1,284")}
        source.write_text(article)
        running.tell("textDocument/didSave", {"textDocument": {"uri": uri}})
        assert running.title(uri).startswith("Nothing to look at")


def test_options_set_the_day_the_rules_and_the_notes() -> None:
    text = "They met on Tuesday, Aug. 25.\n"
    with Editor({"date": "2025-08-25"}) as running:
        assert len(running.diagnostics(running.open(text))) == 1
    with Editor({"date": "2025-08-25", "ignore": ["weekday-date"]}) as running:
        assert running.diagnostics(running.open(text)) == []
    with Editor({"factcheck": {"date": "2020-08-25", "select": "weekday-date"}}) as running:
        assert running.title(running.open(text)) == "Nothing to look at, 1 holds"


def test_notes_can_be_hints_or_hidden(tmp_path: Path) -> None:
    source, article = tmp_path / "s.md", "Veltra has 312 offices.\n"
    source.write_text("Veltra followed 1,284 patients.\n")
    shown = {}
    for notes in ("information", "hint", "off"):
        with Editor({"sources": [str(source)], "notes": notes}) as running:
            shown[notes] = [one["severity"] for one in running.diagnostics(running.open(article))]
    assert shown == {"information": [3], "hint": [4], "off": []}


def test_slips_in_the_settings_are_named_and_the_others_count() -> None:
    slips = {
        "date": "31.4.2025",
        "ignore": ["no-such-rule"],
        "notes": "loud",
        "colour": "red",
        "select": ["weekday-date"],
    }
    with Editor(slips) as running:
        assert running.title(running.open(WRONG)) == "1 to look at, 0 hold"
        assert running.messages == [
            "factcheck: there is no setting colour; there are date, ignore, notes, select, sources",
            "factcheck: setting date: '31.4.2025' is no day of the calendar; write it as 2025-08-25",
            "factcheck: setting ignore: there is no rule no-such-rule (see `factcheck rules`)",
            "factcheck: setting notes: 'loud' is none of information, hint, off",
        ]


def test_the_workspace_s_settings_are_asked_for_and_may_change() -> None:
    asks = {
        "configuration": True,
        "didChangeConfiguration": {"dynamicRegistration": True},
        "codeLens": {"refreshSupport": True},
    }
    with Editor({"date": "2020-08-25"}, {"workspace": asks}, {"date": "2025-08-25"}) as running:
        uri = running.open("They met on Tuesday, Aug. 25.\n")
        assert len(running.diagnostics(uri)) == 1
        running.settings = {"ignore": ["weekday-date"], "date": "2025-08-25"}
        running.tell("workspace/didChangeConfiguration", {"settings": None})
        running.found.clear()
        assert running.diagnostics(uri) == []
        assert set(running.requests) == {"client/registerCapability", "workspace/codeLens/refresh"}


def test_settings_that_are_pushed_count() -> None:
    with Editor() as running:
        uri = running.open(WRONG)
        assert len(running.diagnostics(uri)) == 1
        running.found.clear()
        running.tell("workspace/didChangeConfiguration", {"settings": {"factcheck": {"ignore": ["weekday-date"]}}})
        assert running.diagnostics(uri) == []


def test_the_server_ends_when_its_editor_is_gone() -> None:
    with Editor() as running:
        running.diagnostics(running.open(WRONG))
        assert running.process.stdin
        running.process.stdin.close()
        assert running.process.wait(timeout=20) == 0


def test_a_missing_extra_is_named(tmp_path: Path) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError(\"No module named 'pygls'\", name='pygls')\n")
    done = subprocess.run(
        [sys.executable, "-m", "factcheck", "lsp"], capture_output=True, text=True, cwd=ROOT, check=False,
        env={"PYTHONPATH": f"{tmp_path}:{ROOT}"}, input="",
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "factcheck: the editor server needs pygls; install it with: pip install 'factcheck[lsp]'\n"


@given(SIGNS, st.sampled_from(sorted(ENCODINGS)))
def test_a_position_is_what_encoding_the_line_gives(text: str, encoding: str) -> None:
    codec, size = ENCODINGS[encoding]
    lines = Lines(text, PositionCodec(encoding).client_num_units)
    for offset in range(len(text) + 1):
        before = text[:offset]
        if before.endswith("\r") and text[offset : offset + 1] == "\n":
            continue
        rows = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        line, character = lines.place(offset)
        assert (line, character) == (len(rows) - 1, len(rows[-1].encode(codec)) // size)
        assert lines.offset(line, character) == offset


@given(SIGNS, SIGNS, st.data())
def test_a_change_replaces_what_it_names(text: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    draft = Draft("file:///a.md", text)
    places = (draft.lines_of(text).place(offset) for offset in (start, end))
    first, last = (types.Position(*where) for where in places)
    draft.apply_change(types.TextDocumentContentChangePartial(types.Range(first, last), new))
    inside = any(text[at - 1 : at + 1] == "\r\n" for at in (start, end))
    assert inside or draft.source == text[:start] + new + text[end:]


@given(SIGNS, st.integers(0, 60), st.integers(0, 60))
def test_a_position_beyond_the_text_is_its_end(text: str, line: int, character: int) -> None:
    lines = Lines(text, PositionCodec("utf-16").client_num_units)
    offset = lines.offset(line, character)
    assert 0 <= offset <= len(text) and lines.place(offset)[0] <= max(line, 0)
