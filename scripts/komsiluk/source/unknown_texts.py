"""What a translation has in place of the texts of its original, to diagnostics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from komsiluk.diagnostics import Diagnostic
from komsiluk.messages import message
from komsiluk.model.practice import Practice
from komsiluk.model.walk import Path
from komsiluk.source.document import Document
from komsiluk.text.nearest import nearest


def no_text(document: Document, path: Path, value: Any) -> Diagnostic:
    """What is wrong with a value where a text should stand."""
    is_empty = value is None or isinstance(value, str)
    return document.problem(
        "missing-field" if is_empty else "wrong-type",
        message("missing-field.empty.message", name=path[-1])
        if is_empty
        else message("wrong-type.unlike-original.message", name=path[-1]),
        path=path,
        hint=message("unknown-text.empty.hint"),
    )


def unknown_text(
    document: Document, path: Path, value: Any, original: Practice, known: Mapping[str, str]
) -> Diagnostic:
    """What is wrong with a name that no text of the original has; one for each wrong part of it."""
    if isinstance(value, list) and any(name.startswith(f"{path[-1]}.") for name in known):
        example = next(
            (item["id"] for item in value if isinstance(item, dict) and "id" in item), "…"
        )
        return document.problem(
            "wrong-type",
            message("unknown-text.items.message", name=path[-1]),
            path=path,
            at_key=True,
            hint=message("unknown-text.items.hint", lines=f"{path[-1]}:\n  {example}:\n    …"),
        )
    if _is_there(original, path):
        return document.problem(
            "unknown-text",
            message("unknown-text.fact.message", name=path[-1]),
            path=path,
            at_key=True,
            hint=message("unknown-text.fact.hint"),
        )
    names = [tuple(name.split(".")) for name in known]
    whole = next((name for name in names if path[: len(name)] == name), None)
    if whole:
        return document.problem(
            "wrong-type",
            message("unknown-text.group.message", name=whole[-1]),
            path=whole,
            hint=message("unknown-text.group.hint"),
        )
    depth = next(
        depth for depth in range(1, len(path) + 1)
        if depth == len(path) or not any(name[:depth] == path[:depth] for name in names)
    )  # fmt: skip
    others = dict.fromkeys(
        name[depth - 1] for name in names if name[: depth - 1] == path[: depth - 1]
    )
    part = str(path[depth - 1])
    guess = nearest(part, [other for other in others if other])
    return document.problem(
        "unknown-text",
        message("unknown-text.within.message", name=part, owner=path[depth - 2])
        if depth > 1
        else message("unknown-text.message", name=part),
        path=path[:depth],
        at_key=True,
        hint=message("piece.did-you-mean", guess=guess)
        if guess
        else message("unknown-text.hint", others=", ".join(others)),
    )


def _is_there(record: object, path: Path) -> bool:
    """Whether the original has something at a place, the items of its lists by their ids."""
    for part in path:
        if isinstance(record, tuple):
            record = next((item for item in record if getattr(item, "id", None) == part), None)
        else:
            record = getattr(record, str(part), None)
    return record is not None and record != ()
