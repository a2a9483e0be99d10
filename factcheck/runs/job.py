"""One article of a run: all that its answer depends on, as plain values that any process can take up."""

from __future__ import annotations

import os
import stat
from datetime import date
from time import perf_counter
from typing import TYPE_CHECKING

from factcheck.document import Document, UnreadableError
from factcheck.faults import fault_of
from factcheck.model import Report, Severity
from factcheck.read import bytes_of, read_bytes
from factcheck.records import NamedTuple
from factcheck.runs.beside import Slip, fresh_bytes, held_bytes, opened, rule_files, state_of, suffix
from factcheck.runs.codec import Words, decoded, encoded
from factcheck.runs.stamp import stamp
from factcheck.runs.store import holds, keep, kept

if TYPE_CHECKING:
    from factcheck.runs.beside import Beside
    from factcheck.settings import Settings

NO_NAMES: frozenset[str] = frozenset()


class Job(NamedTuple):
    """An article to check, and how.

    `published` overrides every other day; `told_by` are days and front matter's keys, the first that tells one winning
    over the article's own; `severity` are severities by rule; `asked` is a digest of the configuration; `cache` the
    folder of earlier answers, "" for none.  `rules` are layers of rule files, the later over the earlier.
    """

    path: str
    sources: tuple[str, ...] = ()
    published: date | None = None
    told_by: tuple[str | date, ...] = ()
    select: frozenset[str] = NO_NAMES
    ignore: frozenset[str] = NO_NAMES
    severity: tuple[tuple[str, str], ...] = ()
    asked: str = ""
    cache: str = ""
    data: tuple[str, ...] = ()
    archive: str = ""
    rules: tuple[tuple[str, ...], ...] = ()
    rates: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """Every file beside the article that the answer depends on, the archive apart."""
        return (*self.sources, *self.data, *rule_files(self.rules), *filter(None, [self.rates]))


class Outcome(NamedTuple):
    """What came of a job: a report, unless the article could not be checked, and what could not be read."""

    report: Report | None
    slips: tuple[Slip, ...] = ()


def key_of(job: Job) -> str | None:
    """Return what a job's answer is kept under; None where it is not to be kept, or a file cannot be read."""
    if not job.cache or read_once(job):
        return None
    try:
        return _key(job, bytes_of(job.path))
    except UnreadableError:
        return None


def read_once(job: Job) -> bool:
    """Tell whether a file of a job is no file but standard input or a pipe, which gives what it holds but once."""
    return any(path == "-" or _is_stream(path) for path in (job.path, *job.files))


def _is_stream(path: str) -> bool:
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def known(job: Job, key: str) -> Report | None:
    """Return an earlier answer; None where it is damaged."""
    began = perf_counter()
    texts = kept(job.cache, key)
    try:
        report = decoded(*texts) if texts else None
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return None
    if report:
        report.seconds = perf_counter() - began
    return report


def is_known(job: Job, key: str | None) -> bool:
    """Tell whether there is an earlier answer."""
    return key is not None and holds(job.cache, key)


def outcome(job: Job) -> Outcome:
    """Check one article, and keep the answer; a fault of factcheck's own costs that article alone."""
    beside = opened(job)
    slips = list(beside.slips)
    try:
        data = fresh_bytes(job.path)
        report = _checked(job, read_bytes(data, job.path, suffix(job.path)), beside)
        slips += [(job.path, fault.in_full) for fault in report.faults]
        if job.cache and not slips and not read_once(job):
            keep(job.cache, _key(job, data), *encoded(report))
    except UnreadableError as slip:
        return Outcome(None, (*slips, (slip.path, slip.reason)))
    except Exception as fault:
        return Outcome(None, (*slips, (job.path, fault_of(fault).in_full)))
    return Outcome(report, tuple(slips))


def in_words(job: Job) -> tuple[Words | None, tuple[Slip, ...]]:
    """Check one article; return its report in words, for another process."""
    done = outcome(job)
    return encoded(done.report) if done.report else None, done.slips


def _key(job: Job, data: bytes) -> str:
    """Return a digest of all that an answer depends on: every field of the job, and what its files hold."""
    from hashlib import blake2b

    digest = blake2b(stamp(), digest_size=20)
    plain = [sorted(value) if isinstance(value, frozenset) else value for value in job._replace(cache="")]
    digest.update(repr(plain).encode(errors="surrogateescape"))
    for one in (data, *map(held_bytes, job.files), state_of(job.archive)):
        digest.update(len(one).to_bytes(8, "big"))
        digest.update(one)
    return digest.hexdigest()


def _checked(job: Job, document: Document, beside: Beside) -> Report:
    from factcheck.pipeline import check_document

    settings: Settings = {
        "published": job.published or _told(job, document), "select": job.select, "ignore": job.ignore,
        "companions": beside.companions, "data": beside.tables, "archive": beside.archive, "house": beside.house,
        "rates": beside.rates,
    }  # fmt: skip
    report = check_document(document, **settings)
    severities = {rule: Severity(given) for rule, given in job.severity}
    report.findings = [finding.weighed(severities) for finding in report.findings]
    return report


def _told(job: Job, document: Document) -> date | None:
    """Return the first day of publication that is told where the configuration looks for it."""
    from factcheck.read.dates import read_date

    days = (one if isinstance(one, date) else read_date(document.meta.get(one, "")) for one in job.told_by)
    return next(filter(None, days), None)
