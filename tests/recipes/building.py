"""The small site of a copy to the site that is built of it, for checks that look at files."""

from __future__ import annotations

from pathlib import Path

from komsiluk.cli.main import commands

SMALL = Path("tests/cases/small").resolve()


def build(to: Path, settings: str = "") -> Path:
    """Build the small site, with more lines below `- komsiluk:` in its configuration."""
    config = SMALL / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("  - komsiluk:\n", f"  - komsiluk:\n{settings}"), "utf-8")
    commands(["build", "-f", str(config), "-d", str(to)], standalone_mode=False)
    return to
