"""No input makes reading take more than linear time."""

from __future__ import annotations

import gc
from contextlib import suppress
from time import process_time

import pytest

from factcheck.document import UnreadableError
from factcheck.read import read_text

LEAST = 0.002
"""Seconds below which the clock tells nothing."""

SHORT, LONG = 5_000, 50_000
MOST = 12 * 2
"""Ten times as long may take twelve times the time, and twice that for the clock."""

UNITS = [
    "7", "*", "_", "`", "|", "[", "]", "![", "](", "](x", "[a](", "(", "<", "<a ", "<!--", "&", "&amp",
    "\\", "~", "~~", "#", ">", "-", "a* *b ", "`a``b```c ", "**a_", "[^", "{{<", "\n", "\n\n", "\n> ",
    "\n- ", "\n1. ", "\n```\n~~~", "\n|", "|a", "\t", " ", "a ", "\r\n", "\r", "\n<script>", "\n<!--",
    "\n[a]: ", "a\n---\n", "<a b=\"", "](a '", "\u00ad", "\n| a |", "word. ", "\u201c12%\u201d ", "\n#",
    "\n![a](b)", "&#8211;", "*a ", " *", "_a_ ", "[a][b]", "\na|b\n-|-", "\na\tb",
]  # fmt: skip


TAGS = [
    "<p>", "</p>", "<b>", "<b><li>", "<ul><li>", "<tr><td>", "<table><tr><td>a", "<table><td>a</table>", "<h1>a",
    "<td colspan=9999 rowspan=9999>a", "<div class=ad>a", "<div><p>It took five hours, and then some of the day. ",
    "<article>", "<main>", "<a href=x>a</a> ", "<a ", "<a b='", "<a b=\" c='", "</a ", "<!--", "<!-- - ", "<![CDATA[",
    "<?", "<!", "<script>", "<script", "<title>", "<br>", "<br>a", "&amp;", "&#1", "<li><a href=x>a</a>",
    "<time datetime=x>", "<meta name=a content=b>", '<script type="application/ld+json">[{}]</script>', "<", "a ",
    "<ul><li><a href=x>a</a><li><a href=x>b</a>", "<blockquote>", "<pre>", "<sup>", "<del>", "  ", "\n", "\t", ">",
]  # fmt: skip


def seconds(source: str, suffix: str) -> float:
    """Return the least time of three that reading takes, the objects of other tests left out of its collections."""
    times = []
    gc.freeze()
    for _ in range(3):
        start = process_time()
        with suppress(UnreadableError):
            read_text(source, suffix=suffix)
        times.append(process_time() - start)
    return min(times)


@pytest.mark.parametrize("unit", UNITS, ids=repr)
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_time_is_linear(unit: str, suffix: str) -> None:
    short = seconds("Words " + unit * (SHORT // len(unit)) + " end", suffix)
    long = seconds("Words " + unit * (LONG // len(unit)) + " end", suffix)
    assert long <= MOST * max(short, LEAST)


@pytest.mark.parametrize("unit", TAGS, ids=repr)
def test_time_is_linear_in_tags(unit: str) -> None:
    short, long = (seconds("Words " + unit * (size // len(unit)) + " end", ".html") for size in (SHORT, LONG))
    assert long <= MOST * max(short, LEAST)


def test_front_matter_takes_linear_time() -> None:
    for unit in (" ", "'", '"', "\\", "#", ": ", "a: b\n", "---", "a\n", "[", "{", "- "):
        times = [seconds(f"---\ntitle: x{unit * (size // len(unit))}\n---\nWords.", ".md") for size in (SHORT, LONG)]
        assert times[1] <= MOST * max(times[0], LEAST)
