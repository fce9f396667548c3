"""A site folder to what its index takes: `python -m tests.bench.search.indexing FOLDER`.

Writes `indexing.json`: seconds of CPU of all languages, the process's peak memory in megabytes, and
how much of that was there before, because the collection had been read.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path

from komsiluk import build, scripts
from komsiluk.mkdocs_plugin.config_loader import load_settings


def main(folder: Path) -> None:
    """Read the site, plan its pages, and make its index without writing it."""
    settings = load_settings(folder / "mkdocs.yml")
    planned = build.pages(build.check(settings), settings)
    before = _resident()
    start = time.process_time()
    for tag in settings.languages:
        for _ in scripts.index_files(settings, planned, tag, (), scripts.IndexDigest()):
            pass
        for script in scripts.compared_files(planned, tag):
            script.make()
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    told = json.dumps({"cpu": seconds, "memory": memory, "before": before})
    (folder / "indexing.json").write_text(told, "utf-8")


def _resident() -> float:
    """Megabytes that the process has in memory now; Linux tells (proc(5), `statm`)."""
    n_pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return n_pages * os.sysconf("SC_PAGE_SIZE") / 1e6


if __name__ == "__main__":
    main(Path(sys.argv[1]))
