"""Missing artifacts to kept files, by as many processes as they are worth.

A process of ours is a Python that imports nothing but what it is asked to make. (Those of
`multiprocessing` import the program's own main module again, MkDocs included, and outlive a
parent that is killed.) It reads bundles of artifacts from its standard input and answers each
artifact with the name of its file, until its input ends, as it does when the parent is no more.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import traceback
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeAlias

from komsiluk.artifacts import Artifact
from komsiluk.cache.store import keep

_WORTH = 500
"""Milliseconds of work for which a process is worth starting; to start takes half of it."""
_BUNDLE = 200
"""Milliseconds of work that a process is given at once, so that what is alike stays together."""
_START = (
    "import pickle, sys; sys.path[:] = pickle.load(sys.stdin.buffer); "
    "from komsiluk.cache.workers import work; work()"
)

_Answer: TypeAlias = str | BaseException
"""The name of a kept file, or why there is none."""


class WorkerDiedError(Exception):
    """A process ended in the middle of its work."""


def make_and_keep(artifacts: Sequence[Artifact], folder: str) -> Generator[str, None, None]:
    """The names of the files in the folder, each as soon as it is there."""
    n_workers = min(_n_cores(), sum(artifact.weight for artifact in artifacts) // _WORTH)
    if n_workers < 2:
        for artifact in artifacts:
            yield keep(artifact, folder)
    else:
        # What takes longest comes first, lest all wait for it at the end.
        ordered = sorted(artifacts, key=lambda artifact: -artifact.weight)
        yield from _together(ordered, folder, n_workers)


def _together(artifacts: Sequence[Artifact], folder: str, n_workers: int) -> Iterator[str]:
    bundles: SimpleQueue[list[Artifact]] = SimpleQueue()
    for bundle in _bundles(artifacts):
        bundles.put(bundle)
    answers: SimpleQueue[_Answer] = SimpleQueue()
    with ExitStack() as stack:
        for _ in range(n_workers):
            stack.enter_context(_worker(folder, bundles, answers))
        for _ in artifacts:
            answer = answers.get()
            if isinstance(answer, BaseException):
                raise answer
            yield answer


def _bundles(artifacts: Sequence[Artifact]) -> Iterator[list[Artifact]]:
    bundle: list[Artifact] = []
    weight = 0
    for artifact in artifacts:
        bundle.append(artifact)
        weight += artifact.weight
        if weight >= _BUNDLE:
            yield bundle
            bundle, weight = [], 0
    if bundle:
        yield bundle


@contextmanager
def _worker(
    folder: str, bundles: SimpleQueue[list[Artifact]], answers: SimpleQueue[_Answer]
) -> Iterator[None]:
    """A process, and a thread that drives it; both end with the context, whatever they are at.

    In a session of its own the process does not hear of Ctrl+C, which is for us.
    """
    process = subprocess.Popen(
        [sys.executable, "-P", "-c", _START],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    thread = Thread(target=_drive, args=(process, folder, bundles, answers), daemon=True)
    thread.start()
    try:
        yield
    finally:
        process.kill()
        thread.join()
        with suppress(BrokenPipeError), process:
            pass


def _drive(
    process: subprocess.Popen[bytes],
    folder: str,
    bundles: SimpleQueue[list[Artifact]],
    answers: SimpleQueue[_Answer],
) -> None:
    """Hand bundles to the process and its answers on, until there are no more bundles."""
    requests, replies = process.stdin, process.stdout
    assert requests is not None and replies is not None
    try:
        _send(sys.path, requests)
        while True:
            bundle = bundles.get_nowait()
            _send((bundle, folder), requests)
            for _ in bundle:
                answers.put(pickle.load(replies))
    except Empty:
        return
    except (EOFError, BrokenPipeError, pickle.UnpicklingError):
        answers.put(
            WorkerDiedError(
                f"a process that makes files ended with {process.wait()} (-9 is often for want of "
                "memory); what is finished is kept for the next build"
            )
        )
    except Exception as error:  # Raised again where the artifacts are waited for.
        answers.put(error)


def _send(value: object, to: Any) -> None:
    pickle.dump(value, to)
    to.flush()


def work() -> None:
    """What a process does: make what it is asked for until nobody asks any more."""
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # What a library prints must not stand among the answers.
    with suppress(EOFError, BrokenPipeError):
        while True:
            bundle, folder = pickle.load(sys.stdin.buffer)
            for artifact in bundle:
                _send(_answer(artifact, folder), replies)


def _answer(artifact: Artifact, folder: str) -> _Answer:
    try:
        return keep(artifact, folder)
    except Exception as error:  # Raised again by the parent.
        error.add_note("".join(traceback.format_exception(error)))
        return error


def _n_cores() -> int:
    """The cores that we may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    else:
        return os.cpu_count() or 1
