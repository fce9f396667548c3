"""A thousand practices in seven languages to the time that the whole check of them takes.

    python -m tests.bench.check [N]

Seconds of CPU on one core, the least of three runs, and how many files and characters were read.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from komsiluk import build
from komsiluk.settings import Settings
from tests.bench.collection import write

LANGUAGES = ("en", "sr-Latn", "sr-Cyrl", "bs", "mk", "sq", "de")
MOST_SECONDS = 5
"""For a thousand practices."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("n_practices", type=int, nargs="?", default=1000)
    n_practices = parser.parse_args().n_practices
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(n_practices, LANGUAGES, folder)
        settings = Settings(root=folder, practices=folder / "practices", languages=LANGUAGES)
        files = list(settings.practices.rglob("*.yml"))
        n_characters = sum(len(file.read_text("utf-8")) for file in files)
        seconds = min(_seconds(settings) for _ in range(3))
    print(f"{n_practices:,} practices, {len(files):,} files, {n_characters:,} characters")
    print(f"{seconds:.2f} s of CPU; the most is {MOST_SECONDS * n_practices / 1000:.2f} s")


def _seconds(settings: Settings) -> float:
    start = time.process_time()
    assert not build.check(settings).diagnostics
    return time.process_time() - start


if __name__ == "__main__":
    main()
