"""A site folder to what its index takes: `python -m tests.bench.search.indexing FOLDER`.

Writes `indexing.json`: seconds of CPU of all languages, and the process's peak memory in megabytes,
what was read of the collection included.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from komsiluk import build
from komsiluk.mkdocs_plugin.load import load_settings


def main(folder: Path) -> None:
    """Read the site, plan its pages, and make its index without writing it."""
    settings = load_settings(folder / "mkdocs.yml")
    planned = build.pages(build.check(settings), settings)
    start = time.process_time()
    for tag in settings.languages:
        for _ in build.search_files(settings, planned, tag, ()):
            pass
    seconds = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    told = json.dumps({"cpu": seconds, "memory": memory})
    (folder / "indexing.json").write_text(told, "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
