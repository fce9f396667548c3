"""`make bench`: every measurement, one after the other."""

from __future__ import annotations

from tests.bench import read, sites
from tests.bench.papers import __main__ as papers
from tests.bench.papers import booklet
from tests.bench.search import __main__ as search

MEASUREMENTS = {
    "Reading YAML": read.main,
    "Building sites": sites.main,
    "Searching": search.main,
    "Setting papers": papers.main,
    "Setting a booklet": booklet.main,
}

if __name__ == "__main__":
    for name, measure in MEASUREMENTS.items():
        print(name)
        measure()
