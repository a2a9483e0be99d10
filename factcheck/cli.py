"""The command line: reads what is asked for, and loads only the command that answers."""

from __future__ import annotations

import argparse
import gc
import os
import re
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from typing import NoReturn

from factcheck import regexes
from factcheck.commands.streams import INTERRUPTED, UNUSABLE, UsageError, abandoned, complain
from factcheck.loading import loaded
from factcheck.report import VERSION

Command = Callable[[argparse.Namespace], int]
SEVERITIES = ("note", "warning", "error", "never")
HELP_WIDTH = 78
ARCHIVE = ".factcheck-archive.sqlite"
PLAINLY = (
    (r"^argument ([^:]+): ", r"\1: "),
    (r"^the following arguments are required: (.*)", r"\1 is missing"),
    (r"invalid choice: (.*) \(choose from (.*)\)", r"there is no \1; there are \2"),
    (r"^unrecognized arguments: (.*)", r"\1 is not known"),
    (r": expected one argument$", ": what it takes is missing"),
    (r"invalid int value: (.*)", r"\1 is no whole number"),
)
"""What the standard library says of a command line, and how an editor would put it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for nothing wrong, 1 for something, 2 for bad usage or unreadable input."""
    spare_collections()
    try:
        options = parser().parse_args(arguments)
        status = _run(options)
        sys.stdout.flush()
        regexes.keep()
        return status
    except UsageError as slip:
        complain(slip)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return abandoned()


def command() -> NoReturn:
    """Run the command as a process of its own and end it at once: to take the modules apart costs a tenth of a first answer."""
    status = main()
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(status)


def spare_collections() -> None:
    """Look for cyclic garbage seldom: an article makes many small things and few cycles, and each look goes over them all."""
    gc.set_threshold(150_000, 50, 50)


class Parser(argparse.ArgumentParser):
    """A reader of the command line that says in one line what is wrong with it."""

    def error(self, message: str) -> NoReturn:
        """Refuse what was asked for; UsageError tells why."""
        for shape, words in PLAINLY:
            message = re.sub(shape, words, message)
        raise UsageError(f"{message.replace(chr(39), '')}; see `{self.prog} --help`")


def _run(options: argparse.Namespace) -> int:
    if options.run is None:
        parser().print_help()
        return UNUSABLE
    command: Command = loaded(f"factcheck.commands.{options.run}")
    return command(options)


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line; each command names the function that runs it."""
    words = "Check the numbers in an article before it is published."
    top = Parser("factcheck", description=words, formatter_class=_help)
    top.set_defaults(run=None)
    top.add_argument("--version", action="version", version=f"factcheck {VERSION}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", prog="factcheck")

    def command(run: str, name: str, words: str) -> argparse.ArgumentParser:
        about = f"{words[0].upper()}{words[1:]}."
        made = commands.add_parser(name, help=words, description=about, formatter_class=_help)
        made.add_argument("--no-color", action="store_true", help="print in plain text, as if NO_COLOR were set")
        made.set_defaults(run=run)
        return made

    _check_options(command("check:run", "check", "check the numbers in articles and report which do not agree"))
    _archive_options(command("archive:run", "archive", "keep what past articles said, to hold new ones to it"))
    baseline = command("baseline:run", "baseline", "accept all that is found now, so that only what is new is reported")
    _article_options(baseline)
    baseline.add_argument(
        "--output", metavar="FILE", help="the file to write (the configured one, or factcheck-baseline.json)"
    )
    config = command("config:run", "config", "show which configuration holds for an article, and what it says")
    config.add_argument("path", metavar="PATH", nargs="?", default=".", help="an article or a folder (this one)")
    _config_options(config)
    claims = command("looking:claims", "claims", "list every figure that is read in an article")
    claims.add_argument("path", metavar="PATH", help="an article; - for standard input")
    claims.add_argument("--format", choices=("text", "json"), default="text", help="for people (text) or programs")
    explain = command("looking:explain", "explain", "show what a rule compares, with examples")
    explain.add_argument("rule", metavar="RULE", help="the rule's name, as a report gives it")
    rules = command("looking:rules", "rules", "list the rules; check the rule files of a house")
    rules.add_argument("task", metavar="TASK", nargs="?", choices=("check", "schema"),
                       help="check FILE... says what is wrong in rule files; schema writes their JSON Schema")  # fmt: skip
    rules.add_argument("files", metavar="FILE", nargs="*", help="rule files, or folders of them")
    rules.add_argument("--markdown", action="store_true", help="write the catalogue of rules with their examples")
    command("lsp:run", "lsp", "check articles in an editor while they are written (a language server)")
    _serve_options(command("serving:run", "serve", "open the page on which articles are checked as they are written"))
    attempt = command("looking:attempt", "try", "show what each stage makes of a sentence")
    attempt.add_argument("sentence", metavar="SENTENCE", help="the sentence, in quotation marks")
    return top


def _help(prog: str) -> argparse.HelpFormatter:
    # Told no width, argparse imports half the standard library to ask for it, help wanted or not.
    return argparse.HelpFormatter(prog, width=HELP_WIDTH)


def _check_options(check: argparse.ArgumentParser) -> None:
    _article_options(check)
    add = check.add_argument
    add("--format", metavar="NAME[=FILE]", action="append",
        help="text (the default), json, jsonl, sarif, github, gitlab, junit, markdown, html; several with a FILE for each")  # fmt: skip
    add("--output", metavar="FILE", help="the file of the format that names none")
    add("--fail-on", choices=SEVERITIES, help="the least that makes the exit status 1 (error)")
    add(
        "--baseline",
        metavar="FILE",
        help="known findings, which are not reported again; `factcheck baseline` writes it",
    )
    add("--diff", metavar="REV", help="report only what touches lines changed since this revision of git")
    add("--verbose", action="store_true", help="show what holds, too, and why some could not be told")


def _article_options(command: argparse.ArgumentParser) -> None:
    """What every command takes that checks articles."""
    add = command.add_argument
    add("paths", metavar="PATH", nargs="+", help="an article, a folder of them, or - for standard input")
    add("--date", metavar="YYYY-MM-DD", type=_day, help="the day of publication, whatever the article says")
    add("--source", metavar="FILE", action="append", default=[], help="what the article was written from; repeatable")
    add("--data", metavar="FILE", action="append", default=[],
        help="a table that the article cites: CSV, TSV, XLSX, Parquet, JSON or SQLite; repeatable")  # fmt: skip
    add("--archive", metavar="FILE", default="", help="past articles to hold it to; see `factcheck archive`")
    add("--rules", metavar="FILE", action="append", default=[], help="a house's rules, or a folder of them; repeatable")
    add("--rates", metavar="FILE", default="", help="a house's own rates of exchange: date,base,quote,rate as CSV")
    add("--select", metavar="RULE,...", action="append", default=[], help="check these rules only")
    add("--ignore", metavar="RULE,...", action="append", default=[], help="leave these rules out")
    add("--jobs", metavar="N", type=_count, help="check in so many processes at once (one for each core)")
    add("--no-cache", action="store_true", help="check all anew; keep nothing for the next run")
    _config_options(command)


def _config_options(command: argparse.ArgumentParser) -> None:
    which = command.add_mutually_exclusive_group()
    which.add_argument("--config", metavar="FILE", help="this configuration, in place of the nearest factcheck.toml")
    which.add_argument("--no-config", action="store_true", help="no configuration at all")


def _archive_options(archive: argparse.ArgumentParser) -> None:
    doings = archive.add_subparsers(title="what to do", metavar="DO", required=True, dest="do")
    add = doings.add_parser("add", help="read articles into the archive", formatter_class=_help)
    add.add_argument("paths", metavar="FOLDER", nargs="+", help="a folder of past articles, or one of them")
    add.add_argument("--prune", action="store_true", help="drop the articles of these folders whose files are gone")
    info = doings.add_parser("info", help="say what the archive holds", formatter_class=_help)
    for made in (add, info):
        made.add_argument("--archive", metavar="FILE", default=ARCHIVE, help=f"the archive ({ARCHIVE})")


def _serve_options(serve: argparse.ArgumentParser) -> None:
    add = serve.add_argument
    add("--host", default="127.0.0.1", help="the address to listen at (127.0.0.1: this machine alone)")
    add("--port", type=int, default=8765, help="the port to listen at (8765); 0 for any that is free")
    add("--name", metavar="NAME", action="append", default=[], help="a name that the page is reached by; repeatable")
    add("--no-open", action="store_true", help="do not open the page in a browser")


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is no day of the calendar; write it as 2025-08-25") from None


def _count(words: str) -> int:
    if not words.isdecimal() or int(words) < 1:
        raise argparse.ArgumentTypeError(f"{words!r} is no number of processes; write 1 or more")
    return int(words)
