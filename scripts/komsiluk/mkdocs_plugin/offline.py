"""A built site to the lists by which browsers keep it."""

from __future__ import annotations

import os
from collections.abc import Iterator

from komsiluk.exports.offline import Kept, digest, is_kept, lists
from komsiluk.mkdocs_plugin.site import Site


def write_lists(site: Site, folder: str) -> None:
    """Write the lists of the files below a folder, which is to be whole by now."""
    os.makedirs(f"{folder}/offline", exist_ok=True)
    for path, data in lists(_files(folder), site.languages.tags):
        with open(f"{folder}/{path}", "wb") as file:
            file.write(data)


def _files(folder: str) -> Iterator[Kept]:
    for base, _, names in os.walk(folder):
        for name in names:
            path = f"{base}/{name}"[len(folder) + 1 :].replace(os.sep, "/")
            if is_kept(path):
                with open(f"{base}/{name}", "rb", buffering=0) as file:
                    data = file.read()
                yield Kept(path=path, size=len(data), digest=digest(data))
