"""A paper to its file in the built site, when somebody looks at it."""

from __future__ import annotations

import shutil
from pathlib import Path

from komsiluk.mkdocs_plugin.site import Site
from komsiluk.pages.papers import Wanted
from komsiluk.pages.selection import Volume


def write_paper(site: Site, paper: Wanted | Volume, folder: str) -> None:
    """Make the paper, if it is not made yet, and put it where its page leads to."""
    for path, file in site.make_papers([paper]).files.items():
        target = Path(folder) / path
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)
