"""Configuration: where it is found, what it says for which article, who wins, and how slips in it are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.config.effective import day_in_path
from factcheck.config.lines import line_of
from tests.newsroom import RIGHT, RULE, WRONG, committed, found, report, run, written


def rules(folder: Path, *arguments: str) -> list[tuple[str, str]]:
    return [(path, rule) for path, rule, _ in found(report(folder, *arguments))]


def test_the_nearest_configuration_holds_and_none_beyond_the_projects_root(tmp_path: Path) -> None:
    written(tmp_path / "factcheck.toml", f'ignore = ["{RULE}"]')
    written(tmp_path / "a.md", WRONG)
    written(tmp_path / "inner/a.md", WRONG)
    written(tmp_path / "inner/deep/a.md", WRONG)
    written(tmp_path / "inner/factcheck.toml", 'ignore = ["vote"]')
    written(tmp_path / "project/a.md", WRONG)
    committed(tmp_path / "project")
    assert rules(tmp_path, ".") == [("inner/a.md", RULE), ("inner/deep/a.md", RULE), ("project/a.md", RULE)]


def test_a_pyproject_counts_where_it_speaks_of_factcheck(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", f'[tool.factcheck]\nignore = ["{RULE}"]')
    written(tmp_path / "news/pyproject.toml", '[project]\nname = "news"')
    written(tmp_path / "news/a.md", WRONG)
    assert rules(tmp_path, "news") == []
    written(tmp_path / "factcheck.toml", "")
    assert rules(tmp_path, "news") == [("news/a.md", RULE)]


def test_the_command_line_wins(tmp_path: Path) -> None:
    written(tmp_path / "factcheck.toml", f'ignore = ["{RULE}"]\nformat = "github"\nfail-on = "never"')
    article = written(tmp_path / "a.md", WRONG)
    assert rules(tmp_path, "a.md", "--ignore", "vote") == [("a.md", RULE)]
    assert rules(tmp_path, "a.md", "--no-config") == [("a.md", RULE)]
    other = written(tmp_path / "other/x.toml", f'severity = {{ {RULE} = "note" }}')
    done = run(tmp_path, "check", "a.md", "--config", str(other), "--format", "github")
    assert done.stdout.startswith("::notice file=a.md") and done.returncode == 0
    done = run(tmp_path, "check", "a.md", "--ignore", "vote")
    assert done.stdout.startswith("::error file=a.md") and done.returncode == 0
    assert run(tmp_path, "check", str(article), "--ignore", "vote", "--fail-on", "error").returncode == 1


def test_severities_can_be_changed_by_rule_and_by_finer_name(tmp_path: Path) -> None:
    written(tmp_path / "a.md", f"{WRONG} It is 10 miles (6.2 km) away, and 100 miles (300 km) from Seoul.")
    written(tmp_path / "factcheck.toml", f'[severity]\n{RULE} = "note"\n"unit-conversion/divided" = "warning"')
    [document] = report(tmp_path, "a.md")["documents"]
    assert {finding["rule"]: finding["severity"] for finding in document["findings"]} == {
        RULE: "note", "unit-conversion/divided": "warning", "unit-conversion": "error",
    }  # fmt: skip


def test_a_folder_has_values_of_its_own(tmp_path: Path) -> None:
    text = '[severity]\nvote = "note"\n[[overrides]]\npath = "opinion/**"\nfail-on = "never"\n[overrides.severity]\n'
    written(tmp_path / "factcheck.toml", f'{text}{RULE} = "warning"')
    written(tmp_path / "opinion/2025/a.md", WRONG)
    written(tmp_path / "news/a.md", RIGHT)
    done = run(tmp_path, "check", ".", "--format", "github")
    assert done.stdout.startswith("::warning file=opinion/2025/a.md") and done.returncode == 0
    assert run(tmp_path, "check", ".", "--fail-on", "warning").returncode == 1
    written(tmp_path / "news/b.md", WRONG)
    assert run(tmp_path, "check", ".").returncode == 1
    shown = run(tmp_path, "config", "opinion/2025/a.md").stdout
    assert 'fail-on = "never"' in shown and f'severity = {{"vote" = "note", "{RULE}" = "warning"}}' in shown


def test_what_is_excluded_is_left_out_and_said_where_it_was_named(tmp_path: Path) -> None:
    written(tmp_path / "factcheck.toml", 'exclude = ["sources/", "*.draft.md"]')
    for name in ("a.md", "b.draft.md", "sources/deep/c.md"):
        written(tmp_path / name, WRONG)
    assert rules(tmp_path, ".") == [("a.md", RULE)]
    done = run(tmp_path, "check", "b.draft.md")
    assert done.returncode == 0
    assert (
        done.stderr == f"factcheck: b.draft.md is not checked: `exclude` in {tmp_path}/factcheck.toml leaves it out\n"
    )


def test_each_article_is_held_against_its_own_source(tmp_path: Path) -> None:
    written(tmp_path / "factcheck.toml", 'sources = ["{folder}/sources/{stem}.*"]\nexclude = ["sources/"]')
    written(tmp_path / "news/pumps.md", "# Pumps\n\nVeltra followed 1,248 patients in 14 countries.\n")
    written(tmp_path / "news/valves.md", "# Valves\n\nVeltra followed 1,248 patients in 14 countries.\n")
    written(tmp_path / "news/sources/pumps.txt", "Veltra randomised 1,284 patients in 14 countries.\n")
    [(path, rule, _)] = found(report(tmp_path, "news"))
    assert (path, rule.partition("/")[0]) == ("news/pumps.md", "source-mismatch")
    assert rules(tmp_path, "news", "--source", "news/valves.md", "--select", "vote") == []


def test_what_is_no_file_gets_no_source_and_no_traceback(tmp_path: Path) -> None:
    written(tmp_path / "factcheck.toml", 'sources = ["*.md"]\nexclude = ["x/"]')
    written(tmp_path / "release.md", RIGHT)
    done = run(tmp_path, "check", "missing.md", "../beyond.md")
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 2 and "there is no such file" in done.stderr
    assert run(tmp_path, "check", "-", "--format", "github", input=WRONG).stdout.startswith("::error file=-")
    assert rules(tmp_path, "release.md") == []


def test_a_source_that_is_named_must_be_there(tmp_path: Path) -> None:
    written(tmp_path / "factcheck.toml", 'sources = ["release.md"]')
    written(tmp_path / "a.md", WRONG)
    done = run(tmp_path, "check", "a.md")
    assert (done.returncode, done.stderr) == (2, "factcheck: release.md: there is no such file; check the name\n")
    assert RULE in done.stdout


@pytest.mark.parametrize(
    "told", ['["first_printed"]', '["{year}/{month}/{day}-*"]', '["nowhere", "{day}-talks.*", "first_printed"]']
)
def test_the_day_of_publication_is_told_where_the_configuration_says(tmp_path: Path, told: str) -> None:
    article = (
        "---\ntitle: Talks\nfirst_printed: 2025-08-27\ndate: 2024-08-27\n---\n\nThe talks began on Tuesday, Aug. 26.\n"
    )
    written(tmp_path / "2025/08/27-talks.md", article)
    assert rules(tmp_path, ".") != []
    written(
        tmp_path / "factcheck.toml", f"published-from = {told.replace('{day}-talks', '{year}/{month}/{day}-talks')}"
    )
    assert rules(tmp_path, ".") == []
    assert rules(tmp_path, ".", "--date", "2024-08-27") != []


def test_the_baseline_and_the_format_can_be_configured(tmp_path: Path) -> None:
    written(tmp_path / "news/factcheck.toml", 'baseline = "known.json"\nformat = ["text", "jsonl=report.jsonl"]')
    written(tmp_path / "news/a.md", WRONG)
    assert run(tmp_path, "baseline", "news").returncode == 0
    assert (tmp_path / "news/known.json").exists()
    done = run(tmp_path, "check", "news")
    assert done.returncode == 0 and "Left out: 1 known in the baseline." in done.stdout
    assert (tmp_path / "news/report.jsonl").exists()


SLIPS = [
    ("ignore = [\n  'vote',\n  'weekdy-date',\n]", 3, "there is no rule weekdy-date; did you mean weekday-date"),
    ("# first\nignored = ['vote']", 2, "there is no key ignored; there are select, ignore,"),
    ("select = 'vote'\nfail-on = 'fatal'", 2, "fail-on must be one of note, warning, error, never"),
    ("[severity]\nvote = 'note'\nrate = 'loud'", 1, "severity: rate must be one of error, warning, note"),
    ("[severity]\nvote = 'note'\nrat = 'note'", 3, "there is no rule rat"),
    ("select = [1]", 1, "select must be a list of words"),
    ("[[overrides]]\npath = 'a'\n\n[[overrides]]\nselect = ['vote']", 4, "an override needs a path"),
    ("[[overrides]]\npath = 'a'\n\n[[overrides]]\npath = 'b'\nfail-on = 3", 6, "fail-on must be one of"),
    ("[[overrides]]\npath = 'a'\nbaseline = 'x'", 3, "baseline holds for a whole run"),
    ("published-from = ['{year}-*.md']", 1, "published-from must have each of {year}, {month}, {day}"),
    ("select = ['vote'\nignore = []", 2, "bad TOML (Unclosed array)"),
    ("overrides = 3", 1, "overrides must be tables"),
]


@pytest.mark.parametrize(("text", "line", "words"), SLIPS, ids=[words for _, _, words in SLIPS])
@pytest.mark.parametrize("head", ["", "[tool.factcheck]"])
def test_a_slip_is_told_with_file_and_line(tmp_path: Path, text: str, line: int, words: str, head: str) -> None:
    name = "pyproject.toml" if head else "factcheck.toml"
    if head:
        text, line = f"{head}\n{text}".replace("[severity]", "[tool.factcheck.severity]"), line + 1
        text = text.replace("[[overrides]]", "[[tool.factcheck.overrides]]")
    written(tmp_path / name, text)
    written(tmp_path / "a.md", RIGHT)
    done = run(tmp_path, "check", "a.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"factcheck: {tmp_path}/{name}: line {line}: ") and words in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_configuration_that_is_not_there_is_told(tmp_path: Path) -> None:
    written(tmp_path / "a.md", RIGHT)
    assert (
        "no.toml: there is no such file; check the name" in run(tmp_path, "check", "a.md", "--config", "no.toml").stderr
    )
    written(tmp_path / "pyproject.toml", "")
    assert "holds no [tool.factcheck]" in run(tmp_path, "check", "a.md", "--config", "pyproject.toml").stderr


def test_what_holds_is_shown(tmp_path: Path) -> None:
    assert run(tmp_path, "config").stdout.startswith("# no configuration")
    written(tmp_path / "factcheck.toml", 'exclude = ["sources/"]\nselect = ["vote"]')
    shown = run(tmp_path, "config", "sources/a.md").stdout
    assert shown.startswith('# factcheck.toml\n# sources/a.md is left out by `exclude`\nselect = ["vote"]')


def test_a_path_tells_a_day_only_where_all_of_it_fits() -> None:
    pattern = "{year}-{month}-{day}-*"
    assert str(day_in_path(pattern, "posts/2025-08-26-talks.md")) == "2025-08-26"
    assert day_in_path(pattern, "posts/2025-13-26-talks.md") is None
    assert day_in_path(pattern, "posts/2025-08-26-talks/index.md") is None
    assert str(day_in_path("{year}/{month}/{day}/**", "2025/8/2/a/b.md")) == "2025-08-02"


NAMES = st.sampled_from(["a", "b-c", "d_e", '"f g"'])


@given(st.lists(st.tuples(st.sampled_from(["[[t]]", "[t.u]", "[v]", "# x = 1"]), st.lists(NAMES, max_size=3))))
def test_a_line_is_always_one_of_the_files(tables: list[tuple[str, list[str]]]) -> None:
    lines = [line for head, names in tables for line in (head, *(f"{name} = 1" for name in names))]
    for path in (("t", 0, "a"), ("t", 1, "u", "f g"), ("v", "b-c"), ("none",)):
        line = line_of("\n".join(lines), path)
        assert 1 <= line <= max(len(lines), 1)
        if lines and line > 1:
            assert lines[line - 1].strip("[]").split(" =")[0].strip('"').split(".")[0] in map(str, path)
