"""Known findings, accepted: a file that names each by its rule and its sentence, so that moved lines revive none."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from factcheck.document import UnreadableError
from factcheck.records import NamedTuple
from factcheck.regexes import compiled

if TYPE_CHECKING:
    from factcheck.model import Finding, Report

HEAD = "factcheck-baseline"
VERSION = 1
REASON = "known in the baseline"
SENTENCE_ENDS = compiled(r"[.!?。…]+[\"'”’)\]]*\s+(?=\D)")


class Known(NamedTuple):
    """What a known finding is known by: the article's path from the baseline's folder, the rule, the sentence."""

    path: str
    rule: str
    sentence: str


class Baseline:
    """Known findings, each so many times, and how many of them have been met in this run."""

    def __init__(self, path: str, known: Counter[Known]) -> None:
        self.folder, self.known = os.path.dirname(os.path.abspath(path)), known
        self.left = Counter(known)

    def accept(self, report: Report) -> Report:
        """Return a report less the findings that are known, each as often as it is known."""
        return report.leave_out([self._is_new(one) for one in knowns(report, self.folder)], REASON)

    def _is_new(self, one: Known) -> bool:
        if not self.left[one]:
            return True
        self.left[one] -= 1
        return False

    def gone(self, articles: Iterable[str]) -> int:
        """Return how many entries were not met again: those of the articles checked, and of files that are no more."""
        checked = {_placed(article, self.folder) for article in articles}
        return sum(
            number
            for one, number in self.left.items()
            if number and (one.path in checked or not os.path.exists(os.path.join(self.folder, one.path)))
        )


def knowns(report: Report, folder: str) -> Iterator[Known]:
    """Yield what each finding of a report is known by, in order."""
    place = _placed(report.document.path, folder)
    for finding in report.findings:
        yield Known(place, finding.rule, sentence_of(report, finding))


def sentence_of(report: Report, finding: Finding) -> str:
    """Return the words of the sentence that a finding's stated figure stands in, blanks made one."""
    span = finding.spans[0]
    text = report.source_of(span).text
    first, last = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
    line = text[first : last if last >= 0 else len(text)]
    begins, ends = 0, len(line)
    for end in SENTENCE_ENDS.finditer(line):
        if end.end() <= span.start - first:
            begins = end.end()
        elif end.start() >= span.end - first:
            ends = end.end()
            break
    return " ".join(line[begins:ends].split())


def read_baseline(path: str) -> Baseline:
    """Return the known findings in a file; UnreadableError where it is none of that kind."""
    try:
        with open(path, encoding="utf-8") as file:
            body = json.load(file)
        rows = body["accepted"] if body[HEAD] == VERSION else None
        known = Counter({Known(row["path"], row["rule"], row["sentence"]): int(row["times"]) for row in rows or ()})
    except FileNotFoundError:
        raise UnreadableError(path, "there is no such baseline; `factcheck baseline` writes one") from None
    except OSError as slip:
        raise UnreadableError(path, f"the baseline cannot be opened: {slip.strerror}") from None
    except json.JSONDecodeError as slip:
        raise UnreadableError(path, f"line {slip.lineno}: it is no baseline; `factcheck baseline` writes one") from None
    except (KeyError, TypeError, ValueError):
        raise UnreadableError(path, "it is no baseline; `factcheck baseline` writes one") from None
    if rows is None:
        raise UnreadableError(path, "another version of factcheck wrote this baseline; write it anew")
    return Baseline(path, known)


def written(reports: Iterable[Report], path: str) -> tuple[str, int]:
    """Return the baseline of all that some reports find, as the text of the file at a path, and their number."""
    folder = os.path.dirname(os.path.abspath(path))
    known = Counter(one for report in reports for one in knowns(report, folder))
    rows = [{**one._asdict(), "times": number} for one, number in sorted(known.items())]
    listed = ",\n".join(f"  {json.dumps(row, ensure_ascii=False)}" for row in rows)
    body = f"[\n{listed}\n ]" if rows else "[]"
    return f'{{\n "{HEAD}": {VERSION},\n "accepted": {body}\n}}\n', known.total()


def _placed(article: str, folder: str) -> str:
    return article if article == "-" else os.path.relpath(article, folder).replace(os.sep, "/")
