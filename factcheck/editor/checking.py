"""One check of an article as an editor holds it: whatever is wrong with the article, there is an answer."""

from __future__ import annotations

import logging
import os
from typing import TYPE_CHECKING

from factcheck.document import Document, UnreadableError
from factcheck.faults import fault_of
from factcheck.model import Finding, Report, Severity
from factcheck.pipeline import check_document
from factcheck.records import NamedTuple
from factcheck.report.mending import Change, changes, mends

if TYPE_CHECKING:
    from factcheck.editor.settings import Wishes
    from factcheck.settings import Settings

log = logging.getLogger(__name__)


class Article(NamedTuple):
    """An article to check: `home` is the folder that the paths of its sources start from."""

    path: str
    text: str
    suffix: str
    home: str
    wishes: Wishes


class Outcome(NamedTuple):
    """What came of a check; `report` is None where the article could not be read, `slips` say why, and what else failed."""

    article: Article
    report: Report | None
    slips: tuple[str, ...] = ()

    @property
    def findings(self) -> list[Finding]:
        """The findings to show."""
        hidden = Severity.NOTE if self.article.wishes.notes == "off" else None
        return [found for found in self.report.findings if found.severity != hidden] if self.report else []


def checked(article: Article) -> Outcome:
    """Check an article; a fault of factcheck's own is told like an article that cannot be read."""
    sources, slips = _sources(article)
    try:
        report = _report(article, article.text, sources)
        return Outcome(article, report, (*slips, *(f"{fault.without_words}." for fault in report.faults)))
    except UnreadableError as slip:
        return Outcome(article, None, (f"This cannot be checked: {slip.reason}.", *slips))
    except Exception as fault:
        log.exception("check of %s", article.path)
        words = f"This could not be checked: {fault_of(fault).without_words}."
        return Outcome(article, None, (words, *slips))


def sure_changes(outcome: Outcome, finding: Finding) -> list[Change]:
    """Return the changes that mend a finding, each tried on the article."""
    report = outcome.report
    if report is None:
        return []
    sources = list(report.companions.values())
    proposed = changes(report, finding)
    return [
        change
        for change in proposed
        if mends(report, finding, change, lambda text: _report(outcome.article, text, sources))
    ]


def _report(article: Article, text: str, sources: list[Document]) -> Report:
    from factcheck.read import read_text

    wishes = article.wishes
    settings: Settings = {
        "published": wishes.published, "select": wishes.select, "ignore": wishes.ignore, "companions": sources,
    }  # fmt: skip
    return check_document(read_text(text, article.path, article.suffix), **settings)


def _sources(article: Article) -> tuple[list[Document], tuple[str, ...]]:
    from factcheck.read import read_file

    read, slips = [], []
    for path in dict.fromkeys(os.path.join(article.home, name) for name in article.wishes.sources):
        try:
            read.append(read_file(path))
        except UnreadableError as slip:
            slips.append(f"The source {path} cannot be read: {slip.reason}.")
    return read, tuple(slips)
