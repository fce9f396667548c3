"""`make bench`: every measurement, one after the other."""

from __future__ import annotations

from tests.bench import read, sites

MEASUREMENTS = {"Reading YAML": read.main, "Building sites": sites.main}

if __name__ == "__main__":
    for name, measure in MEASUREMENTS.items():
        print(name)
        measure()
