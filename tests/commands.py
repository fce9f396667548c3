"""The commands, called as a person calls them."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from komsiluk.cli.main import commands


def run(*arguments: str | Path) -> Result:
    """What a command printed and its exit code; anything else that it raises is ours to mend."""
    result = CliRunner().invoke(commands, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result
