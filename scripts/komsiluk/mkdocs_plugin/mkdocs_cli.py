"""MkDocs' own commands, run for ours: the same build and the same server."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from mkdocs.__main__ import cli

from komsiluk.mkdocs_plugin.kept_site import KEEPS
from komsiluk.mkdocs_plugin.serving import WHEN_ASKED
from komsiluk.mkdocs_plugin.static_i18n import CHOSEN


def build_site(
    config_file: Path, site_dir: Path | None, options: Sequence[str] = (), *, keeps: str = ""
) -> int:
    """`mkdocs build --strict`, with more of its options; the exit code.

    `keeps` is what is taken up of the last build (`kept_site.KEEPS`).
    """
    os.environ[KEEPS] = keeps
    arguments = ["build", "--strict", "--config-file", str(config_file), *options]
    if site_dir is not None:
        arguments += ["--site-dir", str(site_dir.resolve())]
    return _run(arguments)


def serve_site(config_file: Path, address: str, languages: Sequence[str]) -> int:
    """`mkdocs serve` of these languages, or of all, until it is stopped; the exit code."""
    if languages:
        os.environ[CHOSEN] = ",".join(languages)  # MkDocs has no options for plugins.
    os.environ[WHEN_ASKED] = "1"
    return _run(["serve", "--config-file", str(config_file), "--dev-addr", address])


def _run(arguments: list[str]) -> int:
    """MkDocs always ends by leaving; its exit code is the answer."""
    try:
        cli.main(arguments, prog_name="komsiluk")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
