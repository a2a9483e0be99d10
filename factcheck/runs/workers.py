"""Jobs done, in order: from earlier answers, in this process, or in as many as there are cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.runs.codec import decoded
from factcheck.runs.job import Job, Outcome, in_words, is_known, key_of, known, outcome
from factcheck.runs.store import trim

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

    Words = tuple[str | None, tuple[tuple[str, str], ...]]

WORTH_IT = 8
"""Fewer articles are checked sooner in one process than others have started."""
STOPPED = "the process that checked it was stopped (for want of memory, perhaps), and again when it was tried alone"


def outcomes(jobs: Sequence[Job], processes: int, before: Callable[[], None]) -> Iterator[Outcome]:
    """Yield what comes of each job, in order; `before` is called ahead of the first that was not answered earlier."""
    keys = [key_of(job) for job in jobs]
    answered = [is_known(job, key) for job, key in zip(jobs, keys, strict=True)]
    fresh = [job for job, done in zip(jobs, answered, strict=True) if not done]
    if fresh:
        before()
    made = _made(fresh, processes)
    try:
        for job, key, done in zip(jobs, keys, answered, strict=True):
            report = known(job, key) if done and key else None
            if done:
                yield Outcome(report) if report else outcome(job)
            else:
                yield next(made)
    finally:
        made.close()
        for folder in {job.cache for job in fresh if job.cache}:
            trim(folder)


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _made(jobs: Sequence[Job], processes: int) -> Generator[Outcome, None, None]:
    apart = [job for job in jobs if "-" not in (job.path, *job.sources)]
    if min(processes, len(apart) // WORTH_IT) <= 1 or len(apart) < len(jobs):
        yield from map(outcome, jobs)
    else:
        yield from _in_processes(jobs, processes)


def _in_processes(jobs: Sequence[Job], processes: int) -> Iterator[Outcome]:
    """Check in several processes; an article that one dies of is tried alone once more, and costs no other."""
    from factcheck.check import load

    load()  # Once, before the processes part.
    with _pool(processes) as pool:
        try:
            for job, future in zip(jobs, [_submitted(pool, job) for job in jobs], strict=True):
                yield _read(_result(future) or _alone(job))
        except BaseException:
            _end(pool)
            raise


def _pool(processes: int) -> ProcessPoolExecutor:
    from concurrent.futures import ProcessPoolExecutor
    from signal import SIG_IGN, SIGINT, signal

    return ProcessPoolExecutor(processes, initializer=signal, initargs=(SIGINT, SIG_IGN))


def _submitted(pool: ProcessPoolExecutor, job: Job) -> Future[Words] | None:
    from concurrent.futures import BrokenExecutor

    try:
        return pool.submit(in_words, job)
    except BrokenExecutor:
        return None


def _result(future: Future[Words] | None) -> Words | None:
    """Return what a process has found; None where one died before it was done."""
    from concurrent.futures import BrokenExecutor

    try:
        return future.result() if future else None
    except BrokenExecutor:
        return None


def _alone(job: Job) -> Words:
    with _pool(1) as pool:
        return _result(_submitted(pool, job)) or (None, ((job.path, STOPPED),))


def _read(words: Words) -> Outcome:
    text, slips = words
    return Outcome(decoded(text) if text else None, slips)


def _end(pool: ProcessPoolExecutor) -> None:
    """Stop at once, whatever is being done: nobody waits for it any more."""
    from multiprocessing import active_children

    pool.shutdown(wait=False, cancel_futures=True)
    for child in active_children():
        child.terminate()
