"""While somebody works on a site: what waits is written when it is asked for, and once."""

from __future__ import annotations

import pytest

from komsiluk.mkdocs_plugin.serving import Waiting


@pytest.mark.parametrize(
    "asked", ["search/mk/d3.js", "search/mk/0ec80114/t0.js", "search/mk/never-there.js"]
)
def test_a_folder_is_written_with_the_first_of_its_files_and_once(asked: str) -> None:
    waiting, written = Waiting(), []
    waiting.wait("search/mk/", lambda: written.append("mk"))
    waiting.wait("search/en/", lambda: written.append("en"))
    waiting.fetch("mk/index.html")
    assert written == []
    waiting.fetch(asked)
    waiting.fetch("search/mk/d3.js")
    assert written == ["mk"]
