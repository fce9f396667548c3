"""A thousand practices of 6 KB to the time our reader takes, beside PyYAML's own.

Run with PYTHONPATH=scripts. Times are seconds of CPU; the ratio of each pair of rounds is printed,
because machines slow down and speed up, and the median of the ratios counts.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence

import yaml

from komsiluk.source.document import read

N_FILES = 1000
N_ROUNDS = 5

HEAD = """\
# yaml-language-server: $schema=https://example.org/schema/practice.v1.json
schema_version: 1
original_language: sr-Latn
title: "Kuća na pola puta {n}: privremeni smeštaj za porodice povratnika"
tagline: "Mesto na kome porodica ostaje dok ne nađe svoj stan"
themes: [housing, legal-aid]
groups: [returnees, roma, children]
countries: [RS]
problem:
  text: |
    Porodice su se vraćale bez dokumenata: nisu imale ni adresu, ni lekara.

    Grad je imao praznu kuću #12 u kojoj niko nije stanovao "već godinama".
  sources:
    - {id: report-2022, at: "nisu imale adresu"}
results:
"""
RESULT = """\
  - id: documents-{n}
    claim: "Porodice imaju lična dokumenta posle šest meseci, a deca idu u školu"
    value: 36
    denominator: 48
    unit: porodica
    date: "2022-12"
    status: achieved
    source: {id: report-2022, at: "trideset i šest porodica"}
"""
REMARK = "updated: 2026-11-22 # a remark behind a value, which needs a closer look\n"


def practice(number: int, tail: str = "") -> bytes:
    text = HEAD.replace("{n}", str(number))
    while len(text.encode()) < 6000 - len(tail):
        text += RESULT.replace("{n}", str(text.count("\n")))
    return (text + tail).encode()


def seconds(work: Callable[[bytes], object], files: Sequence[bytes]) -> float:
    gc.collect()
    start = time.process_time()
    for data in files:
        work(data)
    return time.process_time() - start


def theirs(data: bytes) -> object:
    return yaml.load(data.decode(), Loader=yaml.CSafeLoader)


def ours(data: bytes) -> object:
    return read(data, file="practices/a.yml").value


def main() -> None:
    for name, tail in {"sound files": "", "files that need a closer look": REMARK}.items():
        files = [practice(number, tail) for number in range(N_FILES)]
        rounds = [(seconds(ours, files), seconds(theirs, files)) for _ in range(N_ROUNDS)]
        ratios = [our / their for our, their in rounds]
        our, their = min(rounds)
        size = statistics.mean(map(len, files))
        print(f"{name} ({size:.0f} bytes): ours {our:.3f} s, yaml.load {their:.3f} s, ", end="")
        print(f"ratio {statistics.median(ratios):.2f}")


if __name__ == "__main__":
    main()
