"""Files that were made to fill the memory or to take for ever, to the time and memory that checking them takes.

    python -m tests.bench.bombs

Each in a process of its own: milliseconds of CPU beyond those of the small site without it, and the
most memory of the whole process.
"""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from pathlib import Path

from komsiluk import build
from komsiluk.source.reader import Reader
from tests.small_site import laid
from tests.test_bombs import BOMBS


def measure(number: int) -> tuple[str, float, float]:
    """Name, milliseconds, megabytes."""
    make = list(BOMBS)[number]
    with tempfile.TemporaryDirectory() as folder:
        settings = laid(Path(folder) / "site")
        reader = Reader()
        build.check(settings, reader)
        start = time.process_time()
        build.check(settings, reader)
        before = time.process_time() - start
        make(settings.root)
        start = time.process_time()
        build.check(settings, reader)
        seconds = time.process_time() - start - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return make.__name__, 1000 * seconds, most / 1024


def main() -> None:
    context = multiprocessing.get_context("spawn")
    for number in range(len(BOMBS)):
        with context.Pool(1) as pool:
            name, milliseconds, megabytes = pool.apply(measure, (number,))
        print(f"{name:16} {milliseconds:6.1f} ms {megabytes:6.0f} MB")


if __name__ == "__main__":
    main()
