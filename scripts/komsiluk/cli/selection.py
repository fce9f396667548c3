"""What a command names — practices, collections, themes, places, projects — to the practices that it means."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import click

from komsiluk.cli.options import CommandError
from komsiluk.messages import message
from komsiluk.pages.plan import Plan
from komsiluk.pages.selection import By, Selection, by_hand, selection, subjects
from komsiluk.text.nearest import nearest

KINDS: Mapping[str, By] = {
    "collection": By.COLLECTION,
    "theme": By.THEME,
    "place": By.PLACE,
    "project": By.PROJECT,
}
"""The options, by what each gathers practices."""
_HELP = {
    "collection": "The practices of a collection, in its order.",
    "theme": "All practices of a theme.",
    "place": "All practices of a place.",
    "project": "All practices of a project.",
}


def selecting(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the argument and the options that say which practices are meant."""
    command = click.option("--all", "everything", is_flag=True, help="All practices.")(command)
    for name in reversed(list(KINDS)):
        option = click.option(f"--{name}", multiple=True, metavar="ID", help=_HELP[name])
        command = option(command)
    return click.argument("ids", nargs=-1, metavar="[ID]...")(command)


def asked(
    planned: Plan, ids: Iterable[str], named: Mapping[str, Iterable[str]], everything: bool
) -> Selection:
    """The practices that are meant; those of one collection, theme, place or project know its name.

    `named` are the ids that stood behind the options of `KINDS`. Refuses what is not there.
    """
    chosen = set(_known(ids, planned.taxonomy.browse, "practice"))
    selections = [
        selection(planned, by, subject)
        for name, by in KINDS.items()
        for subject in _known(named[name], subjects(planned, by), name)
    ]
    if everything:
        return by_hand(planned, planned.taxonomy.browse)
    if len(selections) == 1 and not chosen:
        return selections[0]
    for one in selections:
        chosen.update(one.practices)
    if not chosen:
        raise CommandError(message("refused.nothing-named"))
    return by_hand(planned, chosen)


def _known(asked: Iterable[str], ids: Iterable[str], what: str) -> list[str]:
    known = list(ids)
    for one in asked:
        if one not in known:
            near = nearest(one, known)
            key = "refused.nothing-called-but" if near else "refused.nothing-called"
            kind = message(f"refused.what.{what}")
            raise CommandError(message(key, what=kind, name=one, near=near))
    return list(asked)
