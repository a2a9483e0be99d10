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


def test_the_wheel_explains_its_rules(installed: Path, tmp_path: Path) -> None:
    done = subprocess.run([installed, "explain", "weekday-date"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "weekday" in done.stdout


def test_without_the_libraries_for_data_the_wheel_names_the_command_that_installs_them(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text("Harwick exported $88.1 billion in 2024.\n")
    (tmp_path / "trade.csv").write_text("District,Exports 2024 (USD mn)\nHarwick,88140\n")
    command = [installed, "check", "draft.md", "--data", "trade.csv"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "factcheck: trade.csv: data needs duckdb, which is not installed: pip install 'factcheck[data]'\n"
