"""What a check is: a function that proposes relations, and the examples in its docstring that prove it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from operator import attrgetter
from pkgutil import iter_modules
from typing import NamedTuple

from factcheck.article import Article
from factcheck.model import Relation, Severity

EXAMPLE = re.compile(r"^\s*(Wrong|Right|Skip): +(.*?)(?:  =>  (.*))?$", re.MULTILINE)
MARK = re.compile(r"\[([^\[\]]*)\]")
DATED = re.compile(r"^\((\d{4}-\d\d-\d\d)\) +")
Propose = Callable[[Article], Iterator[Relation]]


class Example(NamedTuple):
    """A sentence that shows a check at work.

    `label` is Wrong (one conflict, on the words `marked`, with `implied` in its working), Right (seen, and holds) or
    Skip (nothing proposed that could be judged).  `published` is the day it was written, "" where that is no matter,
    `source` the text that it was written from, "" for none.
    """

    label: str
    text: str
    marked: tuple[str, ...]
    implied: str
    published: str
    source: str = ""


class Check(NamedTuple):
    """A check under the name that users know it by; `says` is the sentence of its findings."""

    id: str
    propose: Propose
    severity: Severity
    says: str

    @property
    def doc(self) -> str:
        """What it compares, with its examples."""
        return self.propose.__doc__ or ""

    @property
    def examples(self) -> list[Example]:
        """The examples of the docstring, in order; "(2025-08-25) " before one dates it, " / " parts its blocks.

        What stands behind "  <=  " is the text that it was written from.
        """
        return [_example(*found) for found in EXAMPLE.findall(self.doc)]


def _example(label: str, text: str, implied: str) -> Example:
    dated = DATED.match(text)
    bare, _, source = DATED.sub("", text).replace(" / ", "\n\n").replace("|\n\n|", "|\n|").partition("  <=  ")
    marked = tuple(MARK.findall(bare))
    return Example(label, MARK.sub(r"\1", bare), marked, implied, dated[1] if dated else "", source)


def check(id: str, says: str, severity: str = "error") -> Callable[[Propose], Check]:
    """Turn the function below into the check `id`, whose findings say `says`."""
    return lambda propose: Check(id, propose, Severity(severity), says)


@cache
def load(package: str = "factcheck.checks") -> dict[str, Check]:
    """Return every check of a package by name; ValueError where two share one."""
    home = import_module(package)
    modules = [import_module(found.name) for found in iter_modules(home.__path__, f"{package}.")]
    checks = {thing for module in modules for thing in vars(module).values() if isinstance(thing, Check)}
    if twice := [id for id, count in Counter(check.id for check in checks).items() if count > 1]:
        raise ValueError(f"two checks have one name: {', '.join(sorted(twice))}")
    return {check.id: check for check in sorted(checks, key=attrgetter("id"))}


def is_rule(name: str) -> bool:
    """Tell whether there is a check of a name, a finer name behind a slash left off."""
    return name.partition("/")[0] in load()
