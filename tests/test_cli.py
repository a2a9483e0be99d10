import json
import os
import signal
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from factcheck import cli
from factcheck.commands import check
from factcheck.commands.inputs import articles
from factcheck.report import VERSION

ROOT = Path(__file__).parent.parent
WRONG = "The talks began on Tuesday, Aug. 25, 2025, in Seoul.\n"
RIGHT = "The talks began on Monday, Aug. 25, 2025, in Seoul.\n"


@pytest.fixture
def wrong(tmp_path: Path) -> str:
    return written(tmp_path / "wrong.md", WRONG)


@pytest.fixture
def right(tmp_path: Path) -> str:
    return written(tmp_path / "right.md", RIGHT)


def written(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return str(path)


def run(*arguments: str, **more) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "factcheck", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=False, **more)


def paths(folder: Path) -> list[str]:
    return [Path(path).relative_to(folder).as_posix() for path in articles([str(folder)])]


def test_the_exit_status_says_whether_something_is_wrong(wrong: str, right: str) -> None:
    assert cli.main(["check", right]) == 0
    assert cli.main(["check", wrong]) == 1
    assert cli.main(["check", right, wrong, "--fail-on", "never"]) == 0
    assert cli.main(["check", wrong, "--fail-on", "note"]) == 1


def test_a_report_shows_the_figure_and_its_place(wrong: str, capsys) -> None:
    cli.main(["check", wrong])
    out = capsys.readouterr().out
    assert f"{wrong}:1:20  error  weekday-date" in out
    assert "^^^^^^^" in out


def test_unreadable_files_are_named_and_the_others_still_checked(wrong: str, tmp_path: Path, capsys) -> None:
    empty, picture = written(tmp_path / "empty.md", ""), tmp_path / "picture.md"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert cli.main(["check", "missing.md", empty, str(picture), wrong, "--format", "json"]) == 2
    out, err = capsys.readouterr()
    assert [line.split(":")[1].strip() for line in err.splitlines()] == ["missing.md", empty, str(picture)]
    body = json.loads(out)
    assert [len(document["findings"]) for document in body["documents"]] == [1]
    assert len(body["unreadable"]) == 3


def test_a_folder_is_walked_in_order_and_what_is_hidden_left_alone(tmp_path: Path) -> None:
    for name in ("b/2.md", "b/1.txt", "a.markdown", "c.qmd", ".git/x.md", "data.bin", "d.MD"):
        written(tmp_path / name, RIGHT)
    assert paths(tmp_path) == ["a.markdown", "c.qmd", "d.MD", "b/1.txt", "b/2.md"]


def test_a_folder_without_articles_is_an_error(tmp_path: Path, capsys) -> None:
    assert cli.main(["check", str(tmp_path)]) == 2
    assert "no article in this folder; looked for" in capsys.readouterr().err


def test_an_article_named_twice_is_checked_once(wrong: str, capsys) -> None:
    cli.main(["check", wrong, wrong, str(Path(wrong).parent), "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)["documents"]) == 1


def test_standard_input_is_an_article() -> None:
    done = run("check", "-", "--format", "json", input=WRONG)
    assert (done.returncode, json.loads(done.stdout)["documents"][0]["path"]) == (1, "-")


def test_the_day_of_publication_can_be_given(tmp_path: Path) -> None:
    article = written(tmp_path / "a.md", "The talks began on Tuesday, Aug. 26.\n")
    assert cli.main(["check", article, "--date", "2025-08-27"]) == 0
    assert cli.main(["check", article, "--date", "2024-08-27"]) == 1


def test_a_day_that_is_none_is_refused(right: str, capsys) -> None:
    assert cli.main(["check", right, "--date", "31.4.2025"]) == 2
    assert "write it as 2025-08-25" in capsys.readouterr().err


def test_rules_can_be_chosen_and_left_out(wrong: str) -> None:
    assert cli.main(["check", wrong, "--select", "weekday-date"]) == 1
    assert cli.main(["check", wrong, "--ignore", "weekday-date"]) == 0
    assert cli.main(["check", wrong, "--ignore", "weekday-date/finer"]) == 0


@pytest.mark.parametrize("asked", [["explain"], ["check", "a.md", "--select"], ["check", "a.md", "--ignore"]])
def test_an_unknown_rule_is_named_with_its_nearest(asked: list[str], capsys) -> None:
    assert cli.main([*asked, "weekday-dat"]) == 2
    assert "no rule weekday-dat; did you mean weekday-date" in capsys.readouterr().err


def test_a_rule_is_explained_by_its_examples(capsys) -> None:
    assert cli.main(["explain", "weekday-date"]) == 0
    out = capsys.readouterr().out
    assert "Reported" in out and "Passes" in out and "^^^" in out


def test_the_rules_are_listed(capsys) -> None:
    assert cli.main(["rules"]) == 0
    assert "weekday-date" in capsys.readouterr().out


def test_claims_are_a_table_or_json(wrong: str, capsys) -> None:
    cli.main(["claims", wrong])
    assert "Tue 25 Aug 2025" in capsys.readouterr().out
    cli.main(["claims", wrong, "--format", "json"])
    [claim] = json.loads(capsys.readouterr().out)["documents"][0]["claims"]
    assert WRONG[claim["start"] : claim["end"]] == claim["text"] == "Tuesday, Aug. 25, 2025"
    assert claim["when"] == {"year": 2025, "month": 8, "day": 25, "weekday": 1}


def test_claims_of_a_missing_file_are_an_error(capsys) -> None:
    assert cli.main(["claims", "missing.md"]) == 2
    assert "missing.md" in capsys.readouterr().err


def test_a_sentence_can_be_looked_into(capsys) -> None:
    assert cli.main(["try", WRONG]) == 0
    out = capsys.readouterr().out
    assert all(section in out for section in ("tokens", "mentions", "relations", "verdicts"))


def test_a_report_goes_to_a_file_but_never_over_an_article(wrong: str, tmp_path: Path, capsys) -> None:
    report = tmp_path / "report.txt"
    assert cli.main(["check", wrong, "--output", str(report)]) == 1
    assert "weekday-date" in report.read_text() and not capsys.readouterr().out
    assert cli.main(["check", wrong, "--output", wrong]) == 2
    assert Path(wrong).read_text() == WRONG
    assert cli.main(["check", wrong, "--output", str(tmp_path / "no" / "x")]) == 2


def test_colour_is_for_terminals_that_want_it(wrong: str) -> None:
    wanting = {**os.environ, "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    wanting.pop("NO_COLOR", None)
    assert "\x1b[" in run("check", wrong, env=wanting).stdout
    assert "\x1b[" not in run("check", wrong, "--no-color", env=wanting).stdout
    assert "\x1b[" not in run("check", wrong, env={**wanting, "NO_COLOR": "1"}).stdout


def test_a_terminal_without_unicode_loses_no_figure(wrong: str) -> None:
    done = run("check", wrong, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stderr) == (1, "")
    assert "Aug. 25, 2025" in done.stdout


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_leaves_early_hears_no_complaint(form: str, tmp_path: Path) -> None:
    article = written(tmp_path / "long.md", f"{WRONG}\n" * 2000)
    command = [sys.executable, "-m", "factcheck", "check", article, "--format", form]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout and process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""


def test_an_interrupted_run_is_quiet(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    os.mkfifo(article)
    command = [sys.executable, "-m", "factcheck", "check", str(article)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        with article.open("w"):  # Opens when the command waits for its words.
            process.send_signal(signal.SIGINT)
            assert process.communicate() == (b"", b"")
        assert process.returncode == 130


def test_a_pipe_is_an_article(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    os.mkfifo(article)
    command = [sys.executable, "-m", "factcheck", "check", str(article), "--format", "github"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as process:
        article.write_text(WRONG)
        assert process.communicate()[0].startswith(b"::error")


def test_many_articles_on_a_terminal_get_a_bar_and_lose_nothing(monkeypatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert list(check._watched(iter(range(30)), 30)) == list(range(30))


def test_the_version_is_the_packages(capsys) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--version"])
    assert capsys.readouterr().out == f"factcheck {VERSION}\n"
    assert tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"] == VERSION


def test_several_formats_each_go_to_their_file(wrong: str, tmp_path: Path, capsys) -> None:
    sarif, junit = tmp_path / "out.sarif", tmp_path / "out.xml"
    cli.main(["check", wrong, "--format", "github", "--format", f"sarif={sarif}", "--format", f"junit={junit}"])
    assert capsys.readouterr().out.startswith(f"::error file={wrong}")
    assert json.loads(sarif.read_text())["version"] == "2.1.0"
    assert junit.read_text().startswith("<?xml")


def test_output_is_the_file_of_the_format_that_names_none(wrong: str, tmp_path: Path, capsys) -> None:
    cli.main(["check", wrong, "--format", "jsonl", "--output", str(tmp_path / "out")])
    assert capsys.readouterr().out == ""
    assert [len(json.loads(line)["findings"]) for line in (tmp_path / "out").read_text().splitlines()] == [1]


@pytest.mark.parametrize("formats", [["json", "text"], ["prose"]])
def test_formats_that_cannot_be_written_are_refused(formats: list[str], wrong: str, capsys) -> None:
    assert cli.main(["check", wrong, *(word for form in formats for word in ("--format", form))]) == 2
    assert capsys.readouterr().out == ""


def test_a_fault_of_its_own_costs_one_article(wrong: str, right: str, monkeypatch, capsys) -> None:
    from factcheck import pipeline

    sound = pipeline.check_document

    def faulty(document, **more):
        if document.path == right:
            raise ZeroDivisionError("by nothing")
        return sound(document, **more)

    monkeypatch.setattr(pipeline, "check_document", faulty)
    assert cli.main(["check", right, wrong]) == 2
    out, err = capsys.readouterr()
    assert "weekday-date" in out
    assert err.count("\n") == 1 and right in err and "ZeroDivisionError: by nothing" in err


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["check"], "PATH is missing"),
        (["check", "draft.md", "--date", "2025-13-40"], "--date: 2025-13-40 is no day of the calendar"),
        (["check", "draft.md", "--fail-on", "fatal"], "--fail-on: there is no fatal; there are note, warning, error, never"),
        (["frobnicate"], "there is no frobnicate; there are check, archive"),
        (["serve", "--port", "x"], "--port: x is no whole number"),
        (["check", "draft.md", "--config", "no.toml"], "no.toml: there is no such file; check the name"),
        (["check", "draft.md", "--baseline", "no.json"], "no.json: there is no such baseline; `factcheck baseline` writes one"),
        (["archive", "add", "nothere"], "nothere: there is no such file; check the name"),
    ],
)  # fmt: skip
def test_a_slip_on_the_command_line_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: list[str], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("They met on Monday, Aug. 25, 2025.\n")
    assert cli.main(asked) == 2
    out, told = capsys.readouterr()
    assert (out, told.count("\n")) == ("", 1) and told.startswith("factcheck: ") and words in told
    assert [file.name for file in tmp_path.iterdir()] == ["draft.md"]


def test_no_command_shows_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([]) == 2
    assert "check the numbers in articles" in capsys.readouterr().out
