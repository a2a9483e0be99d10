"""Past articles into an archive: read on every core, written in batches, what has not changed passed over."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice

from factcheck.archive import store
from factcheck.archive.entry import entry, stamp
from factcheck.archive.store import Entry, Stamp
from factcheck.document import UnreadableError
from factcheck.machine import cores
from factcheck.records import NamedTuple

BATCH = 200
"""So many articles are written at once: what a crash may cost."""

FEW = 40
"""Up to so many articles are read sooner than other processes start."""

AT_ONCE = 16


class Job(NamedTuple):
    """An article to read, and the stamp under which the archive knows it, if it does."""

    path: str
    known: Stamp | None


class Outcome(NamedTuple):
    """What became of one article: `state` is added, changed, unchanged or unreadable, with the reason."""

    path: str
    state: str
    reason: str = ""


class Reading(NamedTuple):
    """What came of reading an article: an entry to write, or only a stamp to renew, or neither."""

    outcome: Outcome
    entry: Entry | None = None
    stamp: Stamp | None = None


def add(archive: str, paths: Iterable[str]) -> Iterator[list[Outcome]]:
    """Put the articles at `paths` into the archive and yield, a batch at a time, what became of each.

    A batch is in the archive for good when it is yielded.  UnreadableError where the archive is none.
    """
    with store.writing(archive) as connection:
        known = store.stamps(connection)
    jobs = [Job(path, known.get(os.path.abspath(path))) for path in paths]
    with _reader(jobs) as readings, store.writing(archive) as connection:
        while group := list(islice(readings, BATCH)):
            with store.batch(connection):
                store.add(connection, [reading.entry for reading in group if reading.entry])
                for reading in group:
                    if reading.stamp:
                        store.restamp(connection, os.path.abspath(reading.outcome.path), reading.stamp)
            yield [reading.outcome for reading in group]


def prune(archive: str, folders: Iterable[str]) -> list[str]:
    """Drop the articles of some folders whose files are gone; return their paths."""
    within = tuple(os.path.join(os.path.abspath(folder), "") for folder in folders)
    with store.writing(archive) as connection, store.batch(connection):
        gone = [path for path in store.stamps(connection) if path.startswith(within) and not os.path.exists(path)]
        for path in gone:
            store.remove(connection, path)
        store.forget_names(connection)
    return gone


@contextmanager
def _reader(jobs: Sequence[Job]) -> Iterator[Iterator[Reading]]:
    """Read the articles, in other processes where there are many."""
    fresh = sum(_changed(job) for job in jobs)
    if fresh <= FEW:
        yield map(_read, jobs)
        return
    from multiprocessing import Pool

    with Pool(cores(), _end_with_parent) as pool:
        yield pool.imap(_read, jobs, AT_ONCE)


def _end_with_parent() -> None:
    """Let a reading process end when the one that it reads for does, however that comes about."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait
    from threading import Thread

    parent = parent_process()
    if parent is not None:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def _changed(job: Job) -> bool:
    """Tell whether an article's file is new, or its size or time another."""
    try:
        state = os.stat(job.path)
    except OSError:
        return True
    return job.known is None or job.known[:2] != (state.st_size, state.st_mtime_ns)


def _read(job: Job) -> Reading:
    """Return what comes of reading an article; a fault of factcheck's own costs that article alone."""
    if not _changed(job):
        return Reading(Outcome(job.path, "unchanged"))
    try:
        return _entered(job)
    except UnreadableError as slip:
        return Reading(Outcome(job.path, "unreadable", slip.reason))
    except Exception as fault:
        reason = f"factcheck failed here ({type(fault).__name__}: {fault}); please report it"
        return Reading(Outcome(job.path, "unreadable", reason))


def _entered(job: Job) -> Reading:
    from factcheck.pipeline import read_article
    from factcheck.read import read_file

    document = read_file(job.path)
    stamped = stamp(job.path)
    if job.known and job.known.digest == stamped.digest:
        return Reading(Outcome(job.path, "unchanged"), stamp=stamped)
    made = entry(read_article(document), os.path.abspath(job.path), stamped)
    return Reading(Outcome(job.path, "changed" if job.known else "added"), made)
