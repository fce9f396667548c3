"""`make bench`: every measurement, one after the other."""

from __future__ import annotations

from tests.bench import read

MEASUREMENTS = {"Reading YAML": read.main}

if __name__ == "__main__":
    for name, measure in MEASUREMENTS.items():
        print(name)
        measure()
