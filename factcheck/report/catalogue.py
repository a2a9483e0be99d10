"""The catalogue of checks as a page of documentation, written from the checks themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from inspect import cleandoc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.check import Check, Example

HEAD = """# What factcheck checks

Written from the checks (`factcheck rules --markdown`); the examples are run as tests. **Bold** marks the figures that
a finding names. What is left alone is either no relation at all or one that nobody could be sure of.
"""
HEADINGS = {"Wrong": "Reported", "Right": "Checked, and holds", "Skip": "Left alone"}


def catalogue(checks: Iterable[Check]) -> str:
    """Return a Markdown page with each check's description, severity, sentence and examples."""
    return "\n".join([HEAD, *(line for check in checks for line in _section(check))])


def _section(check: Check) -> Iterator[str]:
    yield f"## {check.id}\n"
    yield f"Severity: {check.severity}. An editor reads: “{check.says}”\n"
    yield from (f"{paragraph}\n" for paragraph in _paragraphs(check.doc))
    for label, heading in HEADINGS.items():
        shown = [example for example in check.examples if example.label == label]
        if shown:
            yield f"{heading}:\n"
            yield from map(_line, shown)
            yield ""


def _paragraphs(doc: str) -> list[str]:
    paragraphs = cleandoc(doc).split("\n\n")
    return [" ".join(words.split()) for words in paragraphs if not words.startswith(tuple(HEADINGS))]


def _line(example: Example) -> str:
    text = example.text.replace("\n\n", " / ")
    for words in example.marked:
        text = text.replace(words, f"**{words}**", 1)
    dated = f"*(published {example.published})* " if example.published else ""
    implied = f" ⇒ {example.implied}" if example.implied else ""
    return f"- {dated}{text}{implied}"
