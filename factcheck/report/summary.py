"""The end of a report, in plain words: what was read, what was compared, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from os.path import basename
from typing import TYPE_CHECKING

from factcheck.regexes import compiled
from factcheck.report.plain import plain
from factcheck.report.tally import Tally, left_out, reasons, tally

if TYPE_CHECKING:
    from factcheck.model import Report


TELLING = compiled(" --|English")
"""The reasons that an editor can do something about: those that name an option or a language."""

MOST_RULES = 10
"""So many rules are named of those by which figures hold."""


def summary(reports: Sequence[Report], *, verbose: bool = False, gone: int = 0) -> Iterator[str]:
    """Yield the sentences that end a report, the verdict first; `gone` known findings were not met again."""
    run = tally(reports)
    yield _verdict(run, _subject(reports))
    if run.documents:
        yield _work(run)
    if run.held and not verbose:
        yield f"Right: {_by_rule(reports)} (--verbose shows each)."
    yield from _untold(reports, run, verbose)
    if run.left_out:
        yield f"Left out: {joined([f'{number:,} {reason}' for reason, number in left_out(reports)])}."
    if gone:
        yield f"{counted(gone, 'finding')} of the baseline {'is' if gone == 1 else 'are'} gone; `factcheck baseline` writes it anew."


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: "1 figure", "1,200 figures"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def joined(parts: Sequence[str], last: str = "and") -> str:
    """Return the parts as a list in a sentence: "a, b and c"."""
    *most, end = parts
    return f"{', '.join(most)} {last} {end}" if most else end


def _subject(reports: Sequence[Report]) -> str:
    if len(reports) != 1:
        return counted(len(reports), "article")
    name = basename(reports[0].document.path)
    return "the text" if name == "-" else plain(name)


def _verdict(run: Tally, subject: str) -> str:
    kinds = ((run.errors, "error"), (run.warnings, "warning"), (run.notes, "note"))
    found = [counted(number, noun) for number, noun in kinds if number]
    if found:
        return f"{joined(found)} in {subject}."
    if run.relations:
        return f"Nothing wrong found in {subject}."
    return f"Nothing to compare in {subject}." if run.documents else "No article was checked."


def _work(run: Tally) -> str:
    read, took = f"{counted(run.claims, 'figure')} read", f"in {run.seconds:.2f} seconds"
    if not run.claims:
        return f"{read} {took}."
    if not run.relations:
        return f"{read} {took}; none depends on another in a way known here."
    return f"{read} and {counted(run.relations, 'comparison')} made {took}: {_outcome(run)}."


def _outcome(run: Tally) -> str:
    wrong = run.relations - run.held
    if not run.held:
        return "it does not hold" if wrong == 1 else "none of them holds"
    rounding = f" ({run.held_by_rounding:,} of them within rounding)" if run.held_by_rounding else ""
    if not wrong:
        return f"{'it holds' if run.held == 1 else 'all hold'}{rounding}"
    right = f"{run.held:,} {'holds' if run.held == 1 else 'hold'}"
    return f"{right}{rounding}, {wrong:,} {'does' if wrong == 1 else 'do'} not"


def _by_rule(reports: Sequence[Report]) -> str:
    rules = Counter(held.rule for report in reports for held in report.held)
    told = [f"{rule} {number:,}×" if number > 1 else rule for rule, number in rules.most_common()]
    return joined(
        told if len(told) <= MOST_RULES else [*told[: MOST_RULES - 1], f"{len(told) - MOST_RULES + 1} others"]
    )


def _untold(reports: Sequence[Report], run: Tally, verbose: bool) -> Iterator[str]:
    untold = reasons(reports)
    if verbose and untold:
        yield f"{run.unproven:,} more could not be told either way:"
        yield from (f"  {number:,}  {reason}" for reason, number in untold)
        return
    telling = [(reason, number) for reason, number in untold if TELLING.search(reason)]
    for reason, number in telling:
        yield f"Not checked: {reason}{f' ({number:,}×)' if number > 1 else ''}."
    if rest := run.unproven - sum(number for _, number in telling):
        yield f"{rest:,} more could not be told either way (--verbose says why)."
