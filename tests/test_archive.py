"""Past articles: kept in a file that no crash tears, and held against new ones."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck import check_text
from factcheck.archive.quotes import quotes
from factcheck.archive.store import Sentence, info
from factcheck.archiving import BATCH, add
from factcheck.cli import main
from factcheck.model import Report

ROOT = Path(__file__).parent.parent
PUBLISHED = date(2025, 5, 2)


def written(folder: Path, name: str, text: str, day: str = "2023-05-01") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ndate: {day}\n---\n\n{text}\n", encoding="utf-8")
    return path


def archived(folder: Path, *texts: str) -> str:
    paths = [str(written(folder, f"past/{number}.md", text)) for number, text in enumerate(texts)]
    archive = str(folder / "archive.sqlite")
    assert {outcome.state for done in add(archive, paths) for outcome in done} == {"added"}
    return archive


def checked(archive: str, text: str, path: str = "new.md") -> Report:
    only = frozenset({"archive-mismatch"})
    return check_text(text, path=path, archive=archive, published=PUBLISHED, select=only)


def found(report: Report) -> list[tuple[str, str]]:
    return [(finding.rule.partition("/")[2], str(finding.severity)) for finding in report.findings]


def count(archive: Path) -> int:
    return info(str(archive)).articles


KIM = "Ann Kim, 47, and Omar Haddad won."
HIDALGO = "Lina Hidalgo spoke in Harris County."


@pytest.mark.parametrize(
    "past, now, finding",
    [
        (KIM, "Ann Kim, 39, met Omar Haddad.", ("birth", "warning")),
        (KIM, "Ann Kim, 51, met Omar Haddad.", ("birth", "warning")),
        (KIM, "Ann Kim was born in 1985. Omar Haddad came.", ("birth", "warning")),
        ("Ann Kim was born on March 3, 1976. Omar Haddad won.", "Ann Kim, 39, met Omar Haddad.", ("birth", "warning")),
        ("Acme Corp. was founded in 1984.", "Acme, which was founded in 1948, grew.", ("founded", "warning")),
        ("Acme was founded in 1984.", "Acme, founded in 1997, grew.", ("founded", "note")),
        ("Mount Orva is 4,150 metres high.", "Mount Orva, 4,510 metres tall, is closed.", ("figure", "warning")),
        ("Mount Orva is 4,150 metres high.", "Mount Orva is 41,500 metres high.", ("figure", "warning")),
        ("Mount Orva is 4,150 metres high.", "Mount Orva is 4,230 metres high.", ("figure", "note")),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's profit in 2021 was $2.6 billion.", ("figure", "warning")),
        ("Turkey's exports fell 3% to $2.1 billion last year.", "Turkey's exports in 2022 were $4.1 billion.", ("figure", "warning")),
        ("The 15th Lakeside Film Festival began in 2022.", "The 14th Lakeside Film Festival in 2022 was short.", ("ordinal", "warning")),
        ("Acme employs 212 people.", "Acme has 250 employees.", ("change", "note")),
        ("Leeds has a population of 812,000.", "Leeds has a population of 912,000.", ("change", "note")),
    ],
)  # fmt: skip
def test_what_differs_from_a_past_article_is_found(
    past: str, now: str, finding: tuple[str, str], tmp_path: Path
) -> None:
    assert found(checked(archived(tmp_path, past), now)) == [finding]


@pytest.mark.parametrize(
    "past, now",
    [
        (KIM, "Ann Kim, 49, met Omar Haddad."),
        (KIM, "Ann Kim, 48, met Omar Haddad."),
        (KIM, "Ann Kim, 39, sang in Leeds."),
        (KIM, "Ann Kim, 19, met Omar Haddad."),
        (KIM, "In 2015 Ann Kim, 39, met Omar Haddad."),
        ("Acme Corp. was founded in 1984.", "Acme Ltd. was founded in 1948."),
        ("Acme was founded in 1984.", "Acme founded Beta in 1948."),
        ("Bank of England was founded in 1694.", "England was founded in 927."),
        ("Mount Orva is 4,150 metres high.", "Mount Orva is about 4,100 metres high."),
        ("Mount Orva is 4,150 metres high.", "Mount Orva is 13,615 feet high."),
        ("Mount Orva is 4,150 metres high.", "The road on Mount Orva is 4,510 metres long."),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's profit in 2021 was $2.14 billion."),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's net profit in 2021 was $2.6 billion."),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's profit in 2022 was $2.6 billion."),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's profit in 2021 was €2.6 billion."),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's revised profit in 2021 was $2.6 billion."),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's profit in the first quarter of 2021 was $0.6 billion."),
        ("Acme made a profit of $2.1 billion in 2021.", "Acme's profit in Japan in 2021 was $0.6 billion."),
        ("The 15th Lakeside Film Festival opened.", "The 17th Lakeside Film Festival opened."),
        ("The 15th Lakeside Film Festival opened.", "The 16th Lakeside Film Festival opened."),
        ("Acme employs 212 people.", "Acme has 212 employees."),
    ],
)  # fmt: skip
def test_what_may_be_so_is_left_alone(past: str, now: str, tmp_path: Path) -> None:
    assert found(checked(archived(tmp_path, past), now)) == []


def test_a_new_article_may_follow_any_of_the_older_ones(tmp_path: Path) -> None:
    archive = archived(tmp_path, "Acme was founded in 1984.", "Acme was founded in 1948.")
    for year in (1984, 1948):
        assert found(checked(archive, f"Acme was founded in {year}.")) == []
    assert found(checked(archive, "Acme was founded in 1997.")) == [("founded", "note")]


def test_what_is_asked_is_found_among_much_else_on_the_same_subject(tmp_path: Path) -> None:
    years = [f"Acme's profit in {year} was ${year - 1900} million." for year in range(1960, 2020)]
    report = checked(archived(tmp_path, *years), "Acme's profit in 1960 was $66 million.")
    assert [finding.fix for finding in report.findings] == ["$60 million"]


def test_an_edition_is_held_to_the_years_that_follow_on_one_another(tmp_path: Path) -> None:
    editions = [
        f"The {number}th Lakeside Film Festival was held in {year}." for number, year in ((11, 2020), (12, 2021))
    ]
    archive = archived(tmp_path, *editions)
    assert found(checked(archive, "The 16th Lakeside Film Festival opens.")) == []
    assert found(checked(archive, "The 15th Lakeside Film Festival opens.")) == [("ordinal", "warning")]
    every_other = archived(tmp_path / "two", *editions[:1], "The 12th Lakeside Film Festival was held in 2022.")
    assert found(checked(every_other, "The 13th Lakeside Film Festival opens in 2024.")) == []


def test_a_spelling_is_held_to_what_several_articles_have(tmp_path: Path) -> None:
    archive = archived(tmp_path, *[f"{HIDALGO} It was day {number}." for number in range(3)])
    report = checked(archive, "Lina Hildalgo spoke in Harris County.")
    [finding] = report.findings
    assert finding.message == "Lina Hildalgo is spelt Lina Hidalgo in 3 past articles."
    assert (finding.severity, finding.fix) == ("warning", "Lina Hidalgo")
    assert found(checked(archive, "Lina Hildalgo sang.")) == []
    assert found(checked(archive, "Lina Hidalgo met Lina Hildalgo in Harris County.")) == []
    few = archived(tmp_path / "few", HIDALGO)
    assert found(checked(few, "Lina Hildalgo spoke in Harris County.")) == []


@pytest.mark.parametrize(
    "past, now",
    [
        ("Wanda Centre in Leeds", "Wanda Center in Leeds"),
        ("Lee Jae-myung of Seoul", "Lee Jae Myung of Seoul"),
        ("George W. Bush spoke", "George W Bush spoke"),
    ],
)
def test_what_houses_differ_over_is_a_note(past: str, now: str, tmp_path: Path) -> None:
    archive = archived(tmp_path, *[f"Omar Haddad saw {past}. It was day {number}." for number in range(3)])
    assert found(checked(archive, f"Omar Haddad saw {now}.")) == [("spelling", "note")]


def test_who_wrote_an_article_is_no_company(tmp_path: Path) -> None:
    archive = archived(tmp_path, "Ann Kim, 47, won. (Reporting by Omar Haddad)")
    assert found(checked(archive, "Ann Kim, 39, sang. (Reporting by Omar Haddad)")) == []


def test_a_finding_shows_the_older_sentence_though_its_file_is_gone(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    archived(tmp_path, "The firms met.\n\nThere were two. **Acme** was founded in 1984 in Leeds.")
    (tmp_path / "past/0.md").unlink()
    written(tmp_path, "new.md", "Acme, founded in 1948, is growing.", "2025-05-02")
    assert main(["check", "new.md", "--archive", "archive.sqlite", "--fail-on", "warning"]) == 1
    out = capsys.readouterr().out
    assert "in past/0.md:" in out
    assert "7 │ Acme was founded in 1984 in Leeds." in out
    main(["check", "new.md", "--archive", "archive.sqlite", "--format", "json"])
    [document] = json.loads(capsys.readouterr().out)["documents"]
    [finding] = document["findings"]
    here, there = finding["spans"]
    assert (here["text"], here["file"], here["line"]) == ("1948", None, 5)
    assert (there["text"], there["file"], there["line"]) == ("1984", "past/0.md", 7)
    assert "past/0.md:7" in finding["working"]


def test_what_agrees_is_reported_with_its_place(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    archive = archived(tmp_path, "Acme was founded in 1984.")
    [held] = checked(archive, "Acme, founded in 1984, is growing.").held
    assert (held.rule, held.working) == ("archive-mismatch/founded", "as reported on May 1, 2023 (past/0.md:5)")


def test_an_article_is_not_held_to_itself(tmp_path: Path) -> None:
    archive = archived(tmp_path, "Acme was founded in 1984.")
    own = str(tmp_path / "past/0.md")
    assert found(checked(archive, "Acme was founded in 1948.", own)) == []
    assert found(checked(archive, "Acme was founded in 1948.")) == [("founded", "warning")]


def test_only_what_changed_is_read_again(tmp_path: Path, capsys) -> None:
    archive, past = str(tmp_path / "a.sqlite"), tmp_path / "past"
    paths = [written(past, f"{number}.md", f"Acme was founded in 198{number}.") for number in range(4)]

    def added(*more: str) -> str:
        assert main(["archive", "add", str(past), "--archive", archive, *more]) == 0
        return capsys.readouterr().out.partition(";")[0]

    assert added() == "4 added"
    assert added() == "4 unchanged"
    os.utime(paths[0], (1, 1))
    assert added() == "4 unchanged"
    written(past, "1.md", "Acme was founded in 1948.")
    paths[2].unlink()
    assert added() == "1 changed, 2 unchanged"
    assert count(Path(archive)) == 4
    assert added("--prune") == "3 unchanged, 1 dropped"
    assert count(Path(archive)) == 3
    assert found(checked(archive, "Acme was founded in 1981.")) == [("founded", "note")]
    assert found(checked(archive, "Acme was founded in 1948.")) == []


def test_pruning_leaves_other_folders_alone(tmp_path: Path) -> None:
    archive = str(tmp_path / "a.sqlite")
    gone = [written(tmp_path / folder, "a.md", "Acme was founded in 1984.") for folder in ("one", "two")]
    main(["archive", "add", *map(str, gone), "--archive", archive])
    kept = written(tmp_path / "one", "b.md", KIM)
    for path in gone:
        path.unlink()
    assert main(["archive", "add", str(kept.parent), "--archive", archive, "--prune"]) == 0
    assert count(Path(archive)) == 2


def test_unreadable_articles_are_named_and_the_others_kept(tmp_path: Path, capsys) -> None:
    past = tmp_path / "past"
    written(past, "good.md", "Acme was founded in 1984.")
    (past / "empty.md").write_text("")
    (past / "picture.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    assert main(["archive", "add", str(past), "missing.md", "--archive", str(tmp_path / "a.sqlite")]) == 2
    out, err = capsys.readouterr()
    named = [line.split(":")[1].strip() for line in err.splitlines()]
    assert named == [str(past / "empty.md"), str(past / "picture.md"), "missing.md"]
    assert out == f"1 added, 3 unreadable; {tmp_path / 'a.sqlite'} holds 1 article.\n"


def test_many_articles_are_read_by_several_processes(tmp_path: Path) -> None:
    for number in range(100):
        written(tmp_path / "past", f"{number}.md", f"Acme {number} Corp. was founded in 1984. {KIM}")
    (tmp_path / "past/77.md").write_text("")
    outcomes = [
        one for done in add(str(tmp_path / "a.sqlite"), map(str, (tmp_path / "past").iterdir())) for one in done
    ]
    assert sorted(one.state for one in outcomes) == ["added"] * 99 + ["unreadable"]
    assert count(tmp_path / "a.sqlite") == 99


def test_info_counts_and_dates(tmp_path: Path, capsys) -> None:
    archive = archived(tmp_path, KIM, "Acme was founded in 1984.")
    undated = tmp_path / "undated.md"
    undated.write_text("Acme was founded in 1984.\n")
    main(["archive", "add", str(undated), "--archive", archive])
    capsys.readouterr()
    assert main(["archive", "info", "--archive", archive]) == 0
    out = capsys.readouterr().out
    assert "3 articles, 3 claims, 2 names" in out
    assert "published May 1, 2023 to May 1, 2023; 1 without a date" in out


def no_archive(folder: Path) -> list[tuple[Path, str]]:
    text, other, old = folder / "text.sqlite", folder / "other.sqlite", folder / "old.sqlite"
    text.write_text("This is no database at all, just a line of text.\n" * 40)
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE songs (name)")
    main(["archive", "add", str(written(folder, "a.md", KIM)), "--archive", str(old)])
    with sqlite3.connect(old) as connection:
        connection.execute("PRAGMA user_version = 0")
    return [
        (text, "it is no archive of factcheck's"),
        (other, "it is no archive of factcheck's"),
        (old, "it was made by another version of factcheck"),
    ]


def test_a_file_that_is_no_archive_is_refused_in_one_line(tmp_path: Path, capsys) -> None:
    article = str(written(tmp_path, "b.md", KIM))
    for path, reason in no_archive(tmp_path):
        before = path.read_bytes()
        for command in (["check", article], ["archive", "add", article], ["archive", "info"]):
            capsys.readouterr()
            assert main([*command, "--archive", str(path)]) == 2
            out, err = capsys.readouterr()
            assert err.count("\n") == 1
            assert command[0] == "check" or not out
            assert err.startswith(f"factcheck: {path}: {reason}")
        assert path.read_bytes() == before


def test_a_missing_archive_is_not_made_by_looking(tmp_path: Path, capsys) -> None:
    article, archive = str(written(tmp_path, "b.md", KIM)), tmp_path / "none.sqlite"
    assert main(["check", article, "--archive", str(archive)]) == 2
    assert "make one with `factcheck archive add FOLDER`" in capsys.readouterr().err
    assert not archive.exists()
    assert main(["archive", "add", article, "--archive", str(tmp_path / "no" / "a.sqlite")]) == 2


def many(folder: Path, articles: int) -> Path:
    for number in range(articles):
        written(
            folder, f"{number:05}.md", f"Body {number} Corp. was founded in 1984. Ann Kim, 47, and Omar Haddad won."
        )
    return folder


def started(folder: Path, archive: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "factcheck", "archive", "add", str(folder), "--archive", str(archive)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_run_that_is_killed_leaves_whole_batches_and_can_be_run_again(tmp_path: Path) -> None:
    articles = 4 * BATCH
    folder, archive = many(tmp_path / "past", articles), tmp_path / "a.sqlite"
    with started(folder, archive) as run:
        until = time.monotonic() + 60
        while _written(archive) == 0 and time.monotonic() < until:
            time.sleep(0.005)
        run.send_signal(signal.SIGKILL)
    kept = count(archive)
    assert kept and kept % BATCH == 0
    assert _sound(archive)
    states = [one.state for done in add(str(archive), sorted(map(str, folder.iterdir()))) for one in done]
    assert (states.count("unchanged"), states.count("added")) == (kept, articles - kept)
    assert count(archive) == articles
    assert _sound(archive)


def test_readers_end_with_the_run_that_started_them(tmp_path: Path) -> None:
    folder, archive = many(tmp_path / "past", 2 * BATCH), tmp_path / "a.sqlite"
    with started(folder, archive) as run:
        while _written(archive) == 0:
            time.sleep(0.005)
        children = _children(run.pid)
        run.send_signal(signal.SIGKILL)
    until = time.monotonic() + 20
    while any(map(_lives, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(_lives, children))


def test_two_runs_at_once_both_succeed(tmp_path: Path) -> None:
    folder, archive = many(tmp_path / "past", 2 * BATCH), tmp_path / "a.sqlite"
    with started(folder, archive) as one, started(folder, archive) as other:
        said = [run.communicate() for run in (one, other)]
    assert [(run.returncode, errors) for run, (_, errors) in zip((one, other), said, strict=True)] == [(0, "")] * 2
    assert count(archive) == 2 * BATCH
    assert _sound(archive)


def _written(archive: Path) -> int:
    """Return how many articles an archive has that may not be there yet."""
    if not archive.exists():
        return 0
    try:
        with sqlite3.connect(f"file:{archive}?mode=ro", uri=True) as connection:
            written: int = connection.execute("SELECT count(*) FROM articles").fetchone()[0]
            return written
    except sqlite3.OperationalError:
        return 0


def _sound(archive: Path) -> bool:
    """Tell whether the database is whole, and no claim or name belongs to an article that is not there."""
    with sqlite3.connect(archive) as connection:
        [(state,)] = connection.execute("PRAGMA integrity_check").fetchall()
        orphans = [
            connection.execute(
                f"SELECT count(*) FROM {table} WHERE article NOT IN (SELECT id FROM articles)"
            ).fetchone()[0]
            for table in ("claims", "appearances")
        ]
    return state == "ok" and orphans == [0, 0]


def _children(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True, check=False)
    return [int(line) for line in listed.stdout.split()]


def _lives(process: int) -> bool:
    done = subprocess.run(["ps", "-o", "stat=", "-p", str(process)], capture_output=True, text=True, check=False)
    return bool(done.stdout.strip()) and not done.stdout.strip().startswith("Z")


PLACES = st.builds(
    Sentence,
    st.integers(1, 40),
    st.integers(1, 60),
    st.text(st.characters(codec="utf-8", exclude_characters="\n"), min_size=1, max_size=9),
)


def test_an_age_off_by_a_birthday_is_a_note(tmp_path: Path) -> None:
    past, archive = written(tmp_path, "past.md", KIM, "2023-11-01"), str(tmp_path / "a.sqlite")
    assert main(["archive", "add", str(past), "--archive", archive]) == 0
    ages = {age: found(checked(archive, f"Ann Kim, {age}, met Omar Haddad.")) for age in range(46, 52)}
    assert ages == {
        46: [("birth", "warning")],
        47: [("birth", "note")],
        48: [],
        49: [],
        50: [("birth", "note")],
        51: [("birth", "warning")],
    }


@given(st.sets(PLACES, min_size=1, max_size=6))
def test_a_quoted_sentence_stands_where_it_stood(sentences: set[Sentence]) -> None:
    apart = {sentence.line: sentence for sentence in sentences}.values()
    document, starts = quotes("past.md", apart)
    for sentence in apart:
        start = starts[sentence]
        assert document.text[start : start + len(sentence.text)] == sentence.text
        assert document.location(document.origin(start)) == (sentence.line, sentence.column)
