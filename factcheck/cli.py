"""The command: reads what it is given, imports only what the answer needs, says in its status how it went."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from typing import IO, TYPE_CHECKING

from factcheck.report import VERSION

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.document import Document, UnreadableError
    from factcheck.model import Report

Command = Callable[[argparse.Namespace], int]
GOOD, FOUND, UNUSABLE, INTERRUPTED = 0, 1, 2, 130
WEIGHTS = {"note": 1, "warning": 2, "error": 3, "never": 4}
MANY = 20
"""Files from which on a progress bar is worth its while."""
HELP_WIDTH = 78


class UsageError(Exception):
    """A request that cannot be met, in words for whoever made it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0 for nothing wrong, 1 for something, 2 for bad usage or unreadable input."""
    try:
        options = parser().parse_args(arguments)
        run: Command = options.run
        status = run(options)
        sys.stdout.flush()
        return status
    except UsageError as slip:
        _complain(slip)
        return UNUSABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return _abandoned()


def parser() -> argparse.ArgumentParser:
    """Return the reader of the command line; each command names the function that runs it."""
    words = "Check the numbers in an article before it is published."
    top = argparse.ArgumentParser("factcheck", description=words, formatter_class=_help)
    top.add_argument("--version", action="version", version=f"factcheck {VERSION}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True, prog="factcheck")

    def command(run: Command, name: str, words: str) -> argparse.ArgumentParser:
        about = f"{words[0].upper()}{words[1:]}."
        made = commands.add_parser(name, help=words, description=about, formatter_class=_help)
        made.add_argument(
            "--no-color", action="store_true", help="print in plain text, as if NO_COLOR were set"
        )
        made.set_defaults(run=run)
        return made

    _check_options(command(_check, "check", "check the numbers in articles and report which do not agree"))
    claims = command(_claims, "claims", "list every figure that is read in an article")
    claims.add_argument("path", metavar="PATH", help="an article; - for standard input")
    _format_option(claims)
    explain = command(_explain, "explain", "show what a rule compares, with examples")
    explain.add_argument("rule", metavar="RULE", help="the rule's name, as a report gives it")
    rules = command(_rules, "rules", "list the rules")
    rules.add_argument("--markdown", action="store_true", help="write the catalogue of rules with their examples")
    attempt = command(_try, "try", "show what each stage makes of a sentence")
    attempt.add_argument("sentence", metavar="SENTENCE", help="the sentence, in quotation marks")
    return top


def _help(prog: str) -> argparse.HelpFormatter:
    # Told no width, argparse imports half the standard library to ask for it, help wanted or not.
    return argparse.HelpFormatter(prog, width=HELP_WIDTH)


def _check_options(check: argparse.ArgumentParser) -> None:
    add = check.add_argument
    add("paths", metavar="PATH", nargs="+", help="an article, a folder of them, or - for standard input")
    _format_option(check)
    add("--date", metavar="YYYY-MM-DD", type=_day, help="the day of publication, whatever the article says")
    add("--source", metavar="FILE", action="append", default=[], help="what the article was written from; repeatable")
    add("--fail-on", choices=WEIGHTS, default="error", help="the least that makes the exit status 1 (error)")
    add("--select", metavar="RULE,...", action="append", default=[], help="check these rules only")
    add("--ignore", metavar="RULE,...", action="append", default=[], help="leave these rules out")
    add("--verbose", action="store_true", help="show what holds, too, and why some could not be told")
    add("--output", metavar="FILE", help="write the report to a file")


def _format_option(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--format", choices=("text", "json"), default="text", help="for people (text) or programs"
    )


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(
            f"{words!r} is no day of the calendar; write it as 2025-08-25"
        ) from None


def _check(options: argparse.Namespace) -> int:
    rules = _named(options.select), _named(options.ignore)
    paths = list(dict.fromkeys(_articles(options.paths)))
    unreadable: list[UnreadableError] = []
    sources = list(_documents(dict.fromkeys(options.source), unreadable))
    reports = _watched(_reports(paths, options.date, rules, sources, unreadable), len(paths))
    write = _write_json if options.format == "json" else _write_text
    with _output(options, paths) as file:
        done = write(reports, unreadable, file, options)
    if unreadable:
        return UNUSABLE
    weights = [WEIGHTS[finding.severity] for report in done for finding in report.findings]
    return FOUND if max(weights, default=0) >= WEIGHTS[options.fail_on] else GOOD


Rules = tuple[frozenset[str], frozenset[str]]


def _documents(paths: Iterable[str], unreadable: list[UnreadableError]) -> Iterator[Document]:
    """Yield each document that can be read; name the others on standard error, and keep them."""
    from factcheck.document import UnreadableError

    for path in paths:
        try:
            yield _read(path)
        except UnreadableError as slip:
            _complain(slip)
            unreadable.append(slip)


def _reports(
    paths: Iterable[str], day: date | None, rules: Rules, sources: list[Document], unreadable: list[UnreadableError]
) -> Iterator[Report]:
    """Yield a report for each article that can be read."""
    from factcheck.pipeline import check_document

    for document in _documents(paths, unreadable):
        try:
            yield check_document(document, published=day, select=rules[0], ignore=rules[1], companions=sources)
        except Exception as fault:
            fault.add_note(f"while checking {document.path}")
            raise


def _write_json(
    reports: Iterable[Report], unreadable: list[UnreadableError], file: IO[str], options: argparse.Namespace
) -> list[Report]:
    from factcheck.report.json import report_json

    done = list(reports)
    print(report_json(done, unreadable), file=file)
    return done


def _write_text(
    reports: Iterable[Report], unreadable: list[UnreadableError], file: IO[str], options: argparse.Namespace
) -> list[Report]:
    from factcheck.report.text import console, print_findings, print_summary

    to = console(file, colour=not options.no_color)
    done = []
    for report in reports:
        print_findings(to, report, verbose=options.verbose)
        done.append(report)
    print_summary(to, done, verbose=options.verbose)
    return done


def _watched(reports: Iterator[Report], total: int) -> Iterator[Report]:
    """Show a progress bar while many articles are checked, and hold their reports back until it has gone."""
    if total < MANY or not sys.stderr.isatty():
        return reports
    from rich.console import Console
    from rich.progress import track

    watched = track(reports, "Checking", total, console=Console(stderr=True), transient=True)
    return iter(list(watched))


def _articles(paths: Iterable[str]) -> Iterator[str]:
    """Yield each file named and, of folders, every file of a format known here; an empty folder itself."""
    for path in paths:
        yield from (_inside(path) or [path]) if os.path.isdir(path) else [path]


def _inside(folder: str) -> list[str]:
    found: list[str] = []
    for home, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (os.path.join(home, name) for name in sorted(names) if _suffix(name) in _suffixes())
    return found


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _suffixes() -> set[str]:
    from factcheck.read import BYTE_READERS, NAMED_ONLY, TEXT_READERS

    return {*TEXT_READERS, *BYTE_READERS} - NAMED_ONLY - {""}


def _read(path: str) -> Document:
    from factcheck.document import UnreadableError
    from factcheck.read import read_bytes, read_file

    if path == "-":
        return read_bytes(sys.stdin.buffer.read(), "-", "")
    if os.path.isdir(path):
        raise UnreadableError(path, f"no article in this folder; looked for {' '.join(sorted(_suffixes()))}")
    return read_file(path)


def _named(lists: Iterable[str]) -> frozenset[str]:
    """Return the rules that an option names; UsageError where there is none of that name."""
    names = [name.strip() for words in lists for name in words.split(",") if name.strip()]
    return frozenset(map(_known, names))


def _known(name: str) -> str:
    from factcheck.check import load

    known = load()
    for written in (name, name.partition("/")[0]):
        if written in known:
            return written
    raise UsageError(f"there is no rule {name}{_like(name, known)} (see `factcheck rules`)")


def _like(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known)
    return f"; did you mean {' or '.join(near)}?" if near else ""


def _claims(options: argparse.Namespace) -> int:
    from factcheck.pipeline import read_article
    from factcheck.report.claims import HEADINGS, claim_rows, claims_json

    document = _readable(options.path)
    mentions = read_article(document).mentions
    if options.format == "json":
        _prepare(sys.stdout, "utf-8")
        print(claims_json(document, mentions))
    else:
        from factcheck.report.listing import print_table

        print_table(_console(options), HEADINGS, claim_rows(document, mentions))
    return GOOD


def _readable(path: str) -> Document:
    from factcheck.document import UnreadableError

    try:
        return _read(path)
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None


def _explain(options: argparse.Namespace) -> int:
    from factcheck.check import load
    from factcheck.report.listing import print_rule

    print_rule(_console(options), load()[_known(options.rule)])
    return GOOD


def _rules(options: argparse.Namespace) -> int:
    from factcheck.check import load

    if options.markdown:
        from factcheck.report.catalogue import catalogue

        _prepare(sys.stdout, "utf-8")
        print(catalogue(load().values()))
        return GOOD
    from factcheck.report.listing import print_rules

    print_rules(_console(options), load())
    return GOOD


def _try(options: argparse.Namespace) -> int:
    from factcheck.document import UnreadableError
    from factcheck.pipeline import microscope
    from factcheck.report.listing import print_insides

    try:
        print_insides(_console(options), microscope(options.sentence))
    except UnreadableError as slip:
        raise UsageError(str(slip)) from None
    return GOOD


def _console(options: argparse.Namespace) -> Console:
    from factcheck.report.text import console

    _prepare(sys.stdout)
    return console(sys.stdout, colour=not options.no_color)


@contextmanager
def _output(options: argparse.Namespace, paths: Iterable[str]) -> Iterator[IO[str]]:
    """Give the file to write to, never one of the articles."""
    if options.output is None:
        _prepare(sys.stdout, "utf-8" if options.format == "json" else None)
        yield sys.stdout
        return
    if os.path.realpath(options.output) in map(os.path.realpath, paths):
        raise UsageError(f"{options.output} is an article; the report would overwrite it")
    with _opened(options.output) as file:
        yield file


def _opened(path: str) -> IO[str]:
    try:
        return open(path, "w", encoding="utf-8", errors="backslashreplace")
    except OSError as slip:
        raise UsageError(f"{path} cannot be written: {slip.strerror}") from None


def _prepare(stream: IO[str], encoding: str | None = None) -> None:
    """Let a stream take every character: one that its encoding lacks is written as an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _complain(slip: Exception) -> None:
    words = "".join(sign if sign.isprintable() else "�" for sign in str(slip))
    _prepare(sys.stderr)
    print(f"factcheck: {words}", file=sys.stderr)


def _abandoned() -> int:
    """Keep Python from complaining, as it ends, that whoever read its output has gone."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return FOUND
