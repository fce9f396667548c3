"""`komsiluk`: the group of commands, and what an exit code means.

0: fine. 1: the content has faults, and the report says which. 2: the command was called wrongly.
3: our own fault, or the machine's; the traceback is for us.
"""

from __future__ import annotations

import atexit
import importlib
import os
import sys
import traceback

import click

from komsiluk import __version__

OUR_FAULT = 3
_NAMES = (
    "build",
    "check",
    "fonts",
    "guide",
    "image",
    "init",
    "intake",
    "new",
    "review",
    "rules",
    "schema",
    "serve",
    "stamp",
    "template",
    "transliterate",
    "withdraw",
    "words",
    "worklist",
)
"""The commands; each is the function of its name in the module of its name."""


class _Commands(click.Group):
    """Imports a command when it is asked for: most need little of what the others stand on."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in the order of the help."""
        return list(_NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None when there is none."""
        if cmd_name not in _NAMES:
            return None
        module = importlib.import_module(f"komsiluk.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def commands() -> None:
    """Good practices in YAML, compiled into a multilingual site from which others can repeat them."""


def main() -> None:
    """Run a command and leave with its exit code."""
    try:
        commands.main(prog_name="komsiluk")
    except SystemExit as ended:
        _leave(ended)
    except Exception:  # The last resort before a user: whatever gets here is our bug.
        traceback.print_exc()
        print(
            "komsiluk: this is our fault, not yours; please report it with the lines above.",
            file=sys.stderr,
        )
        sys.exit(OUR_FAULT)


def _leave(ended: SystemExit) -> None:
    """End the process at once: Python would first free every object, half a second of a large build."""
    if not isinstance(ended.code, int | None):
        raise ended  # A message, which Python prints.
    atexit._run_exitfuncs()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(ended.code or 0)
