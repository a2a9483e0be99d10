"""How fast the archive is, and how large: run by hand.

    python tests/archive_speed.py FOLDER [ARTICLES]

Copies the Markdown articles of FOLDER under other names and figures until there are ARTICLES (100,000), reads them
into a new archive, reads them again unchanged, and looks the articles of FOLDER up in it one at a time.
"""

from __future__ import annotations

import random
import re
import statistics
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from factcheck.archive.recall import recall
from factcheck.archive.store import info
from factcheck.archiving import add
from factcheck.pipeline import read_article
from factcheck.read import read_file

CAPITAL = re.compile(r"\b[A-Z][a-z]{3,}\b")
DIGIT = re.compile(r"(?<=\d)\d")
SYLLABLES = "ba be bo da de do fa ka ko la le lo ma me mo na ne no pa ra re ro sa se so ta te to va vo".split()
KEPT = 0.5
"""Such a share of an article's names stays as it is, for news speaks of the same people and places again."""


def changed(text: str, dice: random.Random) -> str:
    """Return an article with half of its names and most of its digits changed, its front matter kept."""
    front, mark, body = text.rpartition("\n---\n")
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        if dice.random() < KEPT:
            names.setdefault(found[0], found[0])
        return names.setdefault(found[0], "".join(dice.choices(SYLLABLES, k=3)).capitalize())

    return front + mark + DIGIT.sub(lambda _: str(dice.randrange(10)), CAPITAL.sub(name, body))


def copies(folder: Path, into: Path, count: int) -> list[str]:
    """Write so many changed copies of a folder's articles; return their paths."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.md"))]
    dice, paths = random.Random(1), []
    for number in range(count):
        path = into / f"{number // 1000:03}" / f"{number:06}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(changed(texts[number % len(texts)], dice), encoding="utf-8")
        paths.append(str(path))
    return paths


def indexed(archive: str, paths: list[str]) -> float:
    """Return the seconds that it takes to add articles."""
    began = time.perf_counter()
    for _ in add(archive, paths):
        pass
    return time.perf_counter() - began


def looked_up(archive: str, folder: Path) -> list[float]:
    """Return the seconds that each article of a folder takes to look up."""
    taken = []
    for path in sorted(folder.rglob("*.md"))[:300]:
        article = read_article(read_file(path))
        began = time.perf_counter()
        recall(archive, article)
        taken.append(time.perf_counter() - began)
    return taken


def main() -> None:
    """Print every figure."""
    folder, count = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    with TemporaryDirectory() as home:
        paths, archive = copies(folder, Path(home), count), str(Path(home) / "archive.sqlite")
        size = sum(Path(path).stat().st_size for path in paths)
        first, again = indexed(archive, paths), indexed(archive, paths)
        held = info(archive)
        print(
            f"{count:,} articles, {size / 1e6:,.0f} MB: {first:.0f} s, {count / first:,.0f} a second; again {again:.1f} s"
        )
        print(f"archive: {held.size / 1e6:,.0f} MB, {held.claims:,} claims, {held.names:,} names")
        taken = looked_up(archive, folder)
        print(f"lookup: median {statistics.median(taken) * 1e3:.1f} ms, longest {max(taken) * 1e3:.1f} ms")


if __name__ == "__main__":
    main()
