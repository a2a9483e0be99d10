"""The wheel carries all that the tool needs: built, installed into an empty environment and run from elsewhere."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a wheel installed into an environment of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=HOME, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    venv.create(folder / "env", with_pip=True)
    pip = [str(folder / "env/bin/pip"), "install", "--quiet", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True)
    return folder / "env/bin/factcheck"


def test_the_wheel_checks_an_article_from_anywhere(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("They met on Tuesday, Aug. 25, 2025, 126 trillion won ($91.2 billion) richer.\n")
    done = subprocess.run(
        [installed, "check", "--format", "json", "draft.md"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    report = json.loads(done.stdout)
    assert done.returncode == 1
    assert [finding["rule"] for finding in report["documents"][0]["findings"]] == ["weekday-date"]


def test_the_wheel_carries_the_page_and_its_example(installed: Path) -> None:
    python = installed.with_name("python")
    serve = [str(installed.with_name("pip")), "install", "--quiet", "starlette", "uvicorn", "msgspec", "httpx"]
    subprocess.run(serve, check=True, capture_output=True)
    code = (
        "from starlette.testclient import TestClient; from factcheck.serve.app import create_app;"
        "client = TestClient(create_app(), base_url='http://localhost');"
        "print(*[client.get(path).status_code for path in ('/', '/page.js', '/palette.css', '/docs', '/openapi.json')]);"
        "print(client.post('/check', json={'text': client.get('/example').json()['text'], 'date': '2025-08-25'}).json()['summary']['errors'])"
    )
    done = subprocess.run([python, "-W", "ignore", "-c", code], cwd="/", capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["200"] * 5 + ["8"]


def test_the_wheel_writes_the_report_for_people(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("They met on Tuesday, Aug. 25, 2025.\n")
    done = subprocess.run(
        [installed, "check", "--format", "html", "draft.md"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert "--paper" in done.stdout
    assert "was a Monday" in done.stdout


def test_the_wheel_explains_its_rules(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [installed, "explain", "weekday-date"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "weekday" in done.stdout


def test_the_wheel_reads_the_rules_of_a_house(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text('[[fact]]\nsubject = "Acme"\nmeasure = "stores"\nvalue = 312\n')
    (tmp_path / "draft.md").write_text("Acme has 213 stores.\n")
    done = subprocess.run(
        [installed, "check", "draft.md", "--rules", "house.toml"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, "house-fact" in done.stdout) == (1, True)
    shown = subprocess.run([installed, "rules", "schema"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert json.loads(shown.stdout)["title"] == "House rules of factcheck"


def test_without_the_libraries_for_data_the_wheel_names_the_command_that_installs_them(
    installed: Path, tmp_path: Path
) -> None:
    (tmp_path / "draft.md").write_text("Harwick exported $88.1 billion in 2024.\n")
    (tmp_path / "trade.csv").write_text("District,Exports 2024 (USD mn)\nHarwick,88140\n")
    command = [installed, "check", "draft.md", "--data", "trade.csv"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert (
        done.stderr
        == "factcheck: trade.csv: data needs duckdb, which is not installed: pip install 'factcheck[data]'\n"
    )
