"""MkDocs' own commands, run for ours: the same build and the same server."""

from __future__ import annotations

from pathlib import Path

from mkdocs.__main__ import cli


def build_site(config_file: Path, site_dir: Path | None) -> int:
    """`mkdocs build --strict`; the exit code."""
    arguments = ["build", "--strict", "--config-file", str(config_file)]
    if site_dir is not None:
        arguments += ["--site-dir", str(site_dir.resolve())]
    return _run(arguments)


def serve_site(config_file: Path, address: str) -> int:
    """`mkdocs serve`, until it is stopped; the exit code."""
    return _run(["serve", "--config-file", str(config_file), "--dev-addr", address])


def _run(arguments: list[str]) -> int:
    """MkDocs always ends by leaving; its exit code is the answer."""
    try:
        cli.main(arguments, prog_name="komsiluk")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
