"""What a check is: a function that proposes relations, and the examples in its docstring that prove it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from math import inf
from operator import attrgetter
from os import listdir

from factcheck.article import Article
from factcheck.model import Relation, Severity
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

EXAMPLE = compiled(r"^\s*(Wrong|Right|Skip): +(.*?)(?:  =>  (.*))?$", re.MULTILINE)
MARK = compiled(r"\[([^\[\]]*)\]")
DATED = compiled(r"^\((\d{4}-\d\d-\d\d)\) +")
NAMES = {"<=": "source", "<<": "past", "::": "rules", "<-": "table"}
BESIDE = compiled(f"  ({'|'.join(NAMES)})  ")
"""The signs that part an example's text from what stands beside it."""

Propose = Callable[[Article], Iterator[Relation]]


class Example(NamedTuple):
    """A sentence that shows a check at work.

    `label` is Wrong (one conflict, on the words `marked`, with `implied` in its working), Right (seen, and holds) or
    Skip (nothing proposed that could be judged).  `published` is the day it was written, "" where that is no matter,
    `source` the text that it was written from, `past` an article of the archive, `rules` those of a house and `table`
    the data that it cites as CSV, each "" for none.
    """

    label: str
    text: str
    marked: tuple[str, ...]
    implied: str
    published: str
    source: str = ""
    past: str = ""
    rules: str = ""
    table: str = ""


class Check(NamedTuple):
    """A check under the name that users know it by; `says` is the sentence of its findings.

    Two figures that are more than `far` times each other are hardly a slip of the pen: they are of two things, unless
    they differ by a power of ten.
    """

    id: str
    propose: Propose
    severity: Severity
    says: str
    far: float = inf

    @property
    def doc(self) -> str:
        """What it compares, with its examples."""
        return self.propose.__doc__ or ""

    @property
    def examples(self) -> list[Example]:
        """The examples of the docstring, in order; "(2025-08-25) " before one dates it, " / " parts its blocks.

        What stands behind "  <=  " is the text that it was written from, behind "  <<  " a past article, behind
        "  ::  " the rules of a house and behind "  <-  " the table that it cites.
        """
        return [_example(*found) for found in EXAMPLE.findall(self.doc)]


def _example(label: str, text: str, implied: str) -> Example:
    dated = DATED.match(text)
    text, *more = BESIDE.split(DATED.sub("", text, count=1).replace(" / ", "\n\n").replace("|\n\n|", "|\n|"))
    beside = {NAMES[sign]: words for sign, words in zip(more[::2], more[1::2], strict=True)}
    return Example(
        label, MARK.sub(r"\1", text), tuple(MARK.findall(text)), implied, dated[1] if dated else "", **beside
    )


def check(id: str, says: str, severity: str = "error", far: float = inf) -> Callable[[Propose], Check]:
    """Turn the function below into the check `id`, whose findings say `says`; figures `far` times apart are of two things."""
    return lambda propose: Check(id, propose, Severity(severity), says, far)


@cache
def load(package: str = "factcheck.checks") -> dict[str, Check]:
    """Return every check of a package by name; ValueError where two share one."""
    home = import_module(package)
    names = sorted(name.removesuffix(".py") for name in listdir(home.__path__[0]) if name.endswith(".py"))
    modules = [import_module(f"{package}.{name}") for name in names if name != "__init__"]
    checks = {thing for module in modules for thing in vars(module).values() if isinstance(thing, Check)}
    if twice := [id for id, count in Counter(check.id for check in checks).items() if count > 1]:
        raise ValueError(f"two checks have one name: {', '.join(sorted(twice))}")
    return {check.id: check for check in sorted(checks, key=attrgetter("id"))}


def is_rule(name: str) -> bool:
    """Tell whether there is a check of a name, a finer name behind a slash left off."""
    return name.partition("/")[0] in load()
