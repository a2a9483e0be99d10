"""The commands that show what factcheck knows and reads: rules, explain, claims, try."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from factcheck.commands.inputs import readable
from factcheck.commands.streams import GOOD, UsageError, prepare, screen


def named(lists: Iterable[str]) -> frozenset[str]:
    """Return the rules that an option names; UsageError where there is none of that name."""
    names = [name.strip() for words in lists for name in words.split(",") if name.strip()]
    return frozenset(map(known, names))


def known(name: str) -> str:
    """Return the rule of a name, a finer name behind a slash left off; UsageError with the nearest names if none."""
    from factcheck.check import load
    from factcheck.model import ABOUT_COMMENTS

    rules = [*load(), ABOUT_COMMENTS]
    for written in (name, name.partition("/")[0]):
        if written in rules:
            return written
    raise UsageError(f"there is no rule {name}{_like(name, rules)} (see `factcheck rules`)")


def _like(name: str, rules: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, rules)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def claims(options: argparse.Namespace) -> int:
    """List every figure of an article."""
    from factcheck.pipeline import read_article
    from factcheck.report.claims import HEADINGS, claim_rows, claims_json

    document = readable(options.path)
    mentions = read_article(document).mentions
    if options.format == "json":
        prepare(sys.stdout, "utf-8")
        print(claims_json(document, mentions))
    else:
        from factcheck.report.listing import print_table

        print_table(screen(not options.no_color), HEADINGS, claim_rows(document, mentions))
    return GOOD


def explain(options: argparse.Namespace) -> int:
    """Show what a rule compares."""
    from factcheck import comments
    from factcheck.check import load
    from factcheck.report.listing import print_rule

    if (rule := known(options.rule)) not in load():
        print(comments.__doc__)
    else:
        print_rule(screen(not options.no_color), load()[rule])
    return GOOD


def rules(options: argparse.Namespace) -> int:
    """List the rules, write their catalogue, or see to the rule files of a house."""
    from factcheck.check import load
    from factcheck.commands.house import print_schema, validate

    if options.task:
        return validate(options.files) if options.task == "check" else print_schema()
    if options.markdown:
        from factcheck.report.catalogue import catalogue

        prepare(sys.stdout, "utf-8")
        print(catalogue(load().values()))
        return GOOD
    from factcheck.report.listing import print_rules

    print_rules(screen(not options.no_color), load())
    return GOOD


def attempt(options: argparse.Namespace) -> int:
    """Show what each stage makes of a sentence."""
    from factcheck.document import UnreadableError
    from factcheck.pipeline import microscope
    from factcheck.report.listing import print_insides

    try:
        print_insides(screen(not options.no_color), microscope(options.sentence))
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None
    return GOOD
