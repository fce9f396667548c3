"""Minutes, and a folder to keep what was found interesting, to a run of atheris.

    python -m tests.fuzz --minutes 10 --corpus /tmp/corpus

Begins with what `tests/cases/fuzz` and the cases of reports hold. A crash is left in the working
folder, as a file whose bytes `Target` takes; it becomes a case. Needs `pip install atheris`.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["komsiluk"]):
    from tests.fuzz.target import FILES, MOST_BYTES, Target

CASES = Path(__file__).parents[1] / "cases"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--corpus", type=Path, required=True)
    told = parser.parse_args()
    told.corpus.mkdir(parents=True, exist_ok=True)
    for number, data in enumerate(_seeds()):
        (told.corpus / f"seed-{number:04}").write_bytes(data)
    target = Target(Path(tempfile.mkdtemp(dir=_memory())) / "site")
    options = [f"-max_len={MOST_BYTES}", "-timeout=5", f"-max_total_time={told.minutes * 60:.0f}"]
    atheris.Setup([sys.argv[0], *options, str(told.corpus)], target)
    atheris.Fuzz()


def _seeds() -> Iterator[bytes]:
    for file in sorted(CASES.glob("fuzz/*")):
        yield file.read_bytes()
    for folder in ("rejected", "accepted"):
        for number, name in enumerate(FILES):
            for file in sorted(CASES.glob(f"{folder}/*/practices/{name}")):
                yield bytes([number]) + file.read_bytes()
    for file in sorted(CASES.glob("syntax/*.yml")):
        yield b"\0" + file.read_bytes()


def _memory() -> str | None:
    """A folder in memory, where there is one: each run writes a file."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


if __name__ == "__main__":
    main()
