"""Jobs done, in order: from earlier answers, in this process, or in as many as there are cores."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.runs.codec import decoded
from factcheck.runs.job import Job, Outcome, in_words, is_known, key_of, known, outcome, read_once
from factcheck.runs.store import trim

if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

    from factcheck.runs.codec import Words

    Answer = tuple[Words | None, tuple[tuple[str, str], ...]]

WORTH_IT = 8
"""Fewer articles than so many for each are checked sooner in one process than others have started."""
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
        next(made, None)  # Let it end of itself: what is closed earlier stops its processes.
    finally:
        made.close()
        for folder in {job.cache for job in fresh if job.cache}:
            trim(folder)


def _made(jobs: Sequence[Job], processes: int) -> Generator[Outcome, None, None]:
    worth = min(processes, len(jobs) // WORTH_IT)
    if worth <= 1 or any(map(read_once, jobs)):
        yield from map(outcome, jobs)
    else:
        yield from _in_processes(jobs, worth)


def _in_processes(jobs: Sequence[Job], processes: int) -> Iterator[Outcome]:
    """Check in several processes; where one dies, the first article that is not done is tried alone, and costs no other."""
    from factcheck.check import load

    load()  # Once, before the processes part.
    done = 0
    while done < len(jobs):
        for answer in _until_one_dies(jobs[done:], processes):
            yield _read(answer)
            done += 1
        if done < len(jobs):
            alone = next(_until_one_dies(jobs[done : done + 1], 1), None)
            yield _read(alone or (None, ((jobs[done].path, STOPPED),)))
            done += 1


def _until_one_dies(jobs: Sequence[Job], processes: int) -> Iterator[Answer]:
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    with ProcessPoolExecutor(processes) as pool:
        try:
            with _uninterrupted():
                futures = [pool.submit(in_words, job) for job in jobs]
            for future in futures:
                yield future.result()
        except BrokenExecutor:
            return
        except BaseException:
            _end(pool)
            raise


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put an interrupt off until all processes have started; these inherit that, and leave it to this one for good."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _read(answer: Answer) -> Outcome:
    words, slips = answer
    return Outcome(decoded(words.report, lambda: words.documents) if words else None, slips)


def _end(pool: ProcessPoolExecutor) -> None:
    """Stop at once, whatever is being done: nobody waits for it any more."""
    from multiprocessing import active_children

    for child in active_children():
        child.terminate()
    pool.shutdown(cancel_futures=True)
