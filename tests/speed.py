"""How fast factcheck is, on this machine, as ratios in one run.

    python tests/speed.py [FOLDER_OR_JSONL...]

Cold start against `python -c pass`, articles of 4 KB a CPU second over real articles (a folder of text files or a
JSON Lines file with a "text" in each row; the examples where none is named), where the time goes, and how time grows
with length, hostile texts included.  Figures are medians; a busy machine slows both sides of a ratio alike.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
ARTICLE = 4096
RUNS = 15
HOSTILE = {
    "digits": "1234567890",
    "grouped digits": "1,234,567,890 ",
    "brackets": "([{",
    "quotes": "“",
    "percent signs": "5% ",
    "from and to": "from 5 to 6 ",
    "dates": "Tuesday, Aug. 25, 2025, ",
    "one endless line": "Profit rose 24% from $2.1 billion to $2.6 billion and ",
    "sentences": "Profit rose 24% from $2.1 billion to $2.6 billion. ",
    "names": "Lee Jae-myung met Kim Jong Un. ",
    "stars": "*_`|",
    "rates of exchange": "It is worth 486 trillion won, or about $250 billion, at this week's rate of 1,390 won to the dollar. ",
}


def wall(command: list[str]) -> float:
    """Return the median seconds of a whole process whose modules are compiled, as they are once installed."""
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(RUNS + 1):
        began = time.perf_counter()
        subprocess.run(command, capture_output=True, check=False, env=compiled)
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])


def cold_start(article: Path) -> None:
    """Print how many times `python -c pass` a first answer takes, with nothing kept from an earlier run."""
    empty = wall([sys.executable, "-c", "pass"])
    for form, limit in (("text", 12), ("json", 8)):
        taken = wall(
            [
                sys.executable,
                "-m",
                "factcheck",
                "check",
                "--format",
                form,
                "--fail-on",
                "never",
                "--no-cache",
                str(article),
            ]
        )
        print(f"cold start, {form}: {taken * 1e3:.0f} ms, {taken / empty:.1f} times python -c pass (at most {limit})")


def texts(paths: list[str]) -> Iterator[str]:
    """Yield the articles of folders and JSON Lines files."""
    for path in map(Path, paths or [str(EXAMPLES)]):
        if path.suffix == ".jsonl":
            yield from (row["text"] for row in map(json.loads, path.open(encoding="utf-8")) if "text" in row)
        else:
            yield from (file.read_text(encoding="utf-8") for file in sorted(path.rglob("*.md")))


def seconds(work: Callable[[Any], Any], things: list[Any]) -> tuple[float, list[Any]]:
    """Return the CPU seconds that the work takes over all things, and what comes of it."""
    began = time.process_time()
    made = [work(thing) for thing in things]
    return time.process_time() - began, made


def throughput(articles: list[str]) -> None:
    """Print articles a CPU second, and where the time goes."""
    from factcheck.english import extract
    from factcheck.pipeline import check_document, read_article
    from factcheck.read import read_text
    from factcheck.segment import segment

    size = sum(map(len, articles)) / ARTICLE
    stages: list[tuple[str, Callable[[Any], Any]]] = [("read", read_text), ("segment", lambda d: segment(d.text))]
    check_document(read_text(articles[0]))
    read, documents = seconds(stages[0][1], articles)
    cut, tokens = seconds(stages[1][1], documents)
    found, _ = seconds(extract, tokens)
    drawn, _ = seconds(lambda d: read_article(d).sentences, documents)
    checked, _ = seconds(check_document, documents)
    whole = read + checked
    print(f"throughput: {size / whole:.0f} articles of 4 KB a CPU second over {len(articles)} articles (at least 700)")
    parts = {
        "read": read,
        "segment": cut,
        "extract": found,
        "sentences": drawn - cut - found,
        "check and judge": checked - drawn,
    }
    print("  " + ", ".join(f"{name} {spent / size * 1e6:.0f} µs" for name, spent in parts.items()))


def growth() -> None:
    """Print how many times longer ten times the text takes; at most 12."""
    from factcheck.pipeline import check_text

    for name, piece in HOSTILE.items():
        times = []
        for length in (100_000, 1_000_000):
            text = piece * (length // len(piece))
            began = time.process_time()
            check_text(text)
            times.append(time.process_time() - began)
        print(
            f"growth, {name}: {times[0]:.2f} s for 100 KB, {times[1]:.2f} s for 1 MB: {times[1] / times[0]:.1f} times"
        )


def main() -> None:
    """Print every figure."""
    from factcheck.cli import spare_collections

    spare_collections()
    articles = list(texts(sys.argv[1:]))
    article = next(iter(sorted(EXAMPLES.glob("*.md"))), HERE.parent / "README.md")
    cold_start(article)
    throughput(articles)
    growth()


if __name__ == "__main__":
    main()
