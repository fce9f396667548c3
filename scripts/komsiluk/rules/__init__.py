"""What was read to what is wrong with it, all of it pure.

A rule is a file here, named after it, with a function `check` of what was read
and of the site's languages; or an entry of `table.yml`, which the
contribution form judges by as well. Both are found by looking: `docs/developers/rules.md` says how to add
one. Rules see broken records too, as far as they were understood, so that one run tells everything.
"""

from __future__ import annotations

import datetime
import functools
import importlib
import itertools
import pkgutil
from collections.abc import Mapping, Sequence
from types import ModuleType

from komsiluk.diagnostics import Diagnostic
from komsiluk.rules import table
from komsiluk.rules.known import known
from komsiluk.source.collection import Loaded
from komsiluk.source.record import without_consequences


def names() -> tuple[str, ...]:
    """The names of all rules, as reports give them, in order."""
    return tuple(sorted({*_files(), *table.table()}))


def about(name: str) -> str:
    """What a rule wants and why, with what passes and what fails: Markdown.

    Raises `KeyError` for a name that no rule has.
    """
    if name in table.table():
        return str(table.table()[name]["about"]).strip()
    return (_files()[name].__doc__ or "").strip()


def check(
    loaded: Loaded, languages: Sequence[str], today: datetime.date | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that the rules object to; `languages` are the site's tags.

    Without a day, the rules do not report what has ended. They never report lines that could not be
    read, because nobody knows what those lines were meant to be.
    """
    entries = {entry.file: entry for entry in loaded.entries}
    diagnostics = itertools.chain(
        *(rule.check(loaded, languages) for rule in _files().values()),
        table.judge(loaded, known(loaded, today)),
    )
    objections = tuple(
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.file not in entries
        or without_consequences([diagnostic], entries[diagnostic.file].document)
    )
    loaded.forget_marks()
    return objections


@functools.cache
def _files() -> Mapping[str, ModuleType]:
    """The rules that are files, by name.

    They are kept until the process ends: the files are part of the package.
    """
    modules = {
        module_info.name.replace("_", "-"): importlib.import_module(
            f"{__name__}.{module_info.name}"
        )
        for module_info in pkgutil.iter_modules(__path__)
    }
    return {name: module for name, module in sorted(modules.items()) if hasattr(module, "check")}
