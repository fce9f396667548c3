"""While `komsiluk build` runs: MkDocs cleans the site's folder as we do, of what is not to stay."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from mkdocs import utils

from komsiluk.cache.kept_files import KeptFiles
from komsiluk.mkdocs_plugin.config import BUNDLE

KEEPS = "KOMSILUK_KEEPS"
"""Environment variable by which `komsiluk build` says what is taken up of the last build: `all` or
`nothing`. Without it, as under plain `mkdocs build`, the site's folder is made from nothing each time."""
ALL, NOTHING = "all", "nothing"


def begins_from_nothing() -> bool:
    """Whether nothing of the last build is to be taken up."""
    return os.environ.get(KEEPS) == NOTHING


def kept_files(site_dir: str, cache: Path) -> KeptFiles:
    """The files of the site's folder."""
    is_kept = os.environ.get(KEEPS) in (ALL, NOTHING) and not os.environ.get(BUNDLE)
    store = cache if is_kept else None
    return KeptFiles(site_dir, store, empty=begins_from_nothing())


class Cleaning:
    """Stands in for the function by which MkDocs empties the site's folder.

    MkDocs has no setting for it, but a build that only looks at what is newer (`--dirty`), which shows
    old navigation and old links.
    """

    _before: Callable[[str], None] | None = None

    def begin(self, kept: KeptFiles) -> None:
        """From now on the folder is cleaned of what is not kept."""
        if kept.remembers and self._before is None:
            self._before = utils.clean_directory
            utils.clean_directory = lambda directory: kept.clean()

    def over(self) -> None:
        """All is as it was before; may be called at any time."""
        if self._before is not None:
            utils.clean_directory = self._before  # type: ignore[assignment]
            self._before = None
