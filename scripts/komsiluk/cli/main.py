"""`komsiluk`: the group of commands, and what an exit code means.

0: fine. 1: the content has faults, and the report says which. 2: the command was called wrongly.
3: our own fault, or the machine's; the traceback is for us.
"""

from __future__ import annotations

import sys
import traceback

import click

from komsiluk import __version__
from komsiluk.cli.build import build
from komsiluk.cli.check import check
from komsiluk.cli.fonts import fonts
from komsiluk.cli.guide import guide
from komsiluk.cli.image import image
from komsiluk.cli.init import init
from komsiluk.cli.intake import intake
from komsiluk.cli.new import new
from komsiluk.cli.review import review
from komsiluk.cli.schema import schema
from komsiluk.cli.serve import serve
from komsiluk.cli.stamp import stamp
from komsiluk.cli.template import template
from komsiluk.cli.transliterate import transliterate
from komsiluk.cli.withdraw import withdraw
from komsiluk.cli.worklist import worklist

OUR_FAULT = 3


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def commands() -> None:
    """Good practices in YAML, compiled into a multilingual site from which others can repeat them."""


for command in (
    build,
    check,
    fonts,
    guide,
    image,
    init,
    intake,
    new,
    review,
    schema,
    serve,
    stamp,
    template,
    transliterate,
    withdraw,
    worklist,
):
    commands.add_command(command)


def main() -> None:
    """Run a command and leave with its exit code."""
    try:
        commands.main(prog_name="komsiluk")
    except Exception:  # The last resort before a user: whatever gets here is our bug.
        traceback.print_exc()
        print(
            "komsiluk: this is our fault, not yours; please report it with the lines above.",
            file=sys.stderr,
        )
        sys.exit(OUR_FAULT)
