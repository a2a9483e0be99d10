"""What tests share: caches of their own, so that none reads or fills those of whoever runs it, and a newsroom's repository."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import settings

from tests.newsroom import MANY, RIGHT, SLIPS, WRONG, committed, profits, run, written


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, _own_cache: None) -> Path:
    """A repository of many articles, three of them with a slip."""
    folder = tmp_path_factory.mktemp("newsroom")
    for number in range(MANY):
        written(folder / f"articles/{number:03}.md", profits(number))
    for path in SLIPS:
        written(folder / path, (folder / path).read_text().replace(RIGHT, WRONG))
    written(folder / "factcheck.toml", "")
    committed(folder)
    run(folder, "check", "articles")
    return folder


@pytest.fixture
def newsroom(made: Path, tmp_path: Path) -> Path:
    """A copy of that repository, to be changed at will, with what an earlier run remembers."""
    return Path(shutil.copytree(made, tmp_path / "newsroom"))


@pytest.fixture
def cold(newsroom: Path) -> Path:
    """The same where nothing was run yet."""
    shutil.rmtree(newsroom / ".factcheck-cache")
    return newsroom


# The same examples in every run, so that what lands does not hang on chance; FACTCHECK_EXPLORE=1 seeks new ones.
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("exploring", deadline=None)
settings.load_profile("exploring" if os.environ.get("FACTCHECK_EXPLORE") else "steady")
