"""Several processes that extract chunks, one of which may die.

They are spawned on every system, load the model for themselves and hand back the names of the parts
they wrote.
"""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import TypeVar

from pipeline.records import Skipped
from pipeline.runs.chunks import Chunk, Done, Work
from pipeline.runs.extraction import Job
from pipeline.runs.garbage import collect_seldom
from pipeline.runs.without_pandas import leave_pandas_out

WAITING = 2  # chunks a worker that are read ahead
DIES = (BrokenProcessPool, MemoryError)  # a worker: killed, or not given the memory it asked for
KILLED = (
    "the process that extracted it was killed, twice: too little memory, or a fault in a library; "
    "the next run tries it again"
)
Finished = Generator[tuple[Chunk, Done]]
Result = TypeVar("Result")


class WorkerError(RuntimeError):
    """Workers can't be started."""


def extract_in_workers(
    chunks: Iterable[Chunk], job: Job, workers: int, advance: Callable[[int], None]
) -> Finished:
    """Extract chunks in several processes, in the order they are finished.

    A worker that dies takes those beside it along: the chunks they had are extracted again in a
    process by themselves, and if it dies too, one document at a time. A document that it dies of
    even so is one that failed.

    Args:
        chunks: the documents; at most a few chunks a worker are read ahead.
        job: what they do with a chunk.
        workers: how many processes.
        advance: called with the number of documents that are done.

    Raises:
        WorkerError: a worker dies while it loads the model.
        OSError: a part can't be written.
    """
    source = iter(chunks)
    suspects: list[Chunk] | None = None
    while suspects is None or suspects:
        suspects = []
        for chunk, done in _extract_together(source, job, workers, suspects):
            advance(len(chunk))
            yield chunk, done
        for chunk, done in _extract_alone(suspects, job):
            advance(len(chunk))
            yield chunk, done


def _extract_together(
    chunks: Iterator[Chunk], job: Job, workers: int, suspects: list[Chunk]
) -> Finished:
    """Extract all chunks; if a worker dies, stop, and add those that were in work to `suspects`."""
    waiting: dict[Future[Done], Chunk] = {}
    with _pool(workers) as pool:
        while not suspects:
            while len(waiting) < WAITING * workers and (chunk := next(chunks, None)) is not None:
                try:
                    waiting[_submit(pool, job.extract, chunk)] = chunk
                except BrokenProcessPool:
                    suspects.append(chunk)
                    break
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                chunk = waiting.pop(future)
                try:
                    yield chunk, future.result()
                except DIES:
                    suspects.append(chunk)
        suspects.extend(waiting.values())


def _extract_alone(suspects: Iterable[Chunk], job: Job) -> Finished:
    """Extract chunks in one process, a new one whenever it dies."""
    todo = deque(suspects)
    while todo:
        with _pool(1) as pool:
            _wait_until_loaded(pool, job)
            while todo:
                chunk = todo.popleft()
                try:
                    yield chunk, _submit(pool, job.extract, chunk).result()
                except DIES:
                    if len(chunk) == 1:
                        yield chunk, _killed(chunk[0])
                    todo.extendleft((work,) for work in reversed(chunk) if len(chunk) > 1)
                    break


def _wait_until_loaded(pool: ProcessPoolExecutor, job: Job) -> None:
    """Have the model loaded: a process that dies of that does not die of a document."""
    try:
        _submit(pool, job.load).result()
    except DIES as error:
        raise WorkerError(
            "a worker was killed while it loaded the model, probably for want of memory: "
            "run with fewer --workers"
        ) from error


def _killed(work: Work) -> Done:
    why = Skipped(source=work.document.source, reason=KILLED)
    return Done(part=None, keys=(), failed=((work.document.doc_id, why),))


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Workers that end with the block; at once if it ends with an error."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_begin)
    try:
        yield pool
    except BaseException:
        for child in multiprocessing.active_children():
            child.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submit(
    pool: ProcessPoolExecutor, call: Callable[..., Result], *arguments: Chunk
) -> Future[Result]:
    """Give the workers a task. If it starts one, Ctrl-C is held back: the worker inherits that, so
    that none prints a traceback while its Python starts, before `_begin`."""
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(call, *arguments)
    resource_tracker.ensure_running()  # it would let Ctrl-C through again when it is started
    former = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(call, *arguments)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)


def _begin() -> None:
    """What a worker does first: leave Ctrl-C to the process that started it, and end with it, at
    once: it is waited for, and Python would take a loaded model apart for a quarter of a second."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    atexit.register(os._exit, 0)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    leave_pandas_out()
    collect_seldom()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
