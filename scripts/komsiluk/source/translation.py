"""A translation file, and its lock, to texts by the names they have in the original."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.practice import Practice
from komsiluk.model.translation import Translation, TranslationHead
from komsiluk.model.walk import Path, texts
from komsiluk.source.document import Document
from komsiluk.source.record import parse
from komsiluk.text.nearest import nearest

_HEAD = frozenset(TranslationHead.model_fields)


def parse_translation(
    document: Document, practice_id: str, original: Practice | None, lock: bytes | None
) -> tuple[Translation | None, tuple[Diagnostic, ...]]:
    """The translation, and what is wrong with it.

    Texts that the original does not have are reported and left out. Without the original (because
    it is broken) nothing is said about names. A damaged lock counts as none: it only tells which
    paragraphs are out of date, and the next stamping writes it anew.
    """
    if not isinstance(document.value, dict):
        return None, parse(document, TranslationHead, what="translation")[1]
    head, problems = parse(document, TranslationHead, what="translation", only=_HEAD)
    found = list(problems)
    known = texts(original) if original else None
    kept: dict[str, str] = {}
    for name, path, text in _leaves(document.value):
        if known is not None and name not in known:
            found.append(_unknown(document, path, name, known))
        elif not isinstance(text, str) or not text.strip():
            found.append(
                document.problem(
                    "wrong-type",
                    f'"{path[-1]}" should be text',
                    path=path,
                    hint="write the translated text, or delete the line.",
                )
            )
        else:
            kept[name] = text.strip()
    if head is None:
        return None, tuple(found)
    translation = Translation(
        practice_id=practice_id, head=head, texts=kept, seen=_seen(lock)
    )
    return translation, tuple(found)


def _leaves(tree: Mapping[str, Any]) -> Iterator[tuple[str, Path, Any]]:
    """Name, path and value of every text below the head of a translation."""
    stack: list[tuple[Path, Any]] = [
        ((key,), tree[key]) for key in reversed(list(tree)) if key not in _HEAD
    ]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            stack.extend(((*path, key), value[key]) for key in reversed(value))
        else:
            yield ".".join(map(str, path)), path, value


def _unknown(
    document: Document, path: Path, name: str, known: Mapping[str, str]
) -> Diagnostic:
    guess = nearest(name, known)
    return document.problem(
        "unknown-text",
        f'the original has no text called "{name}"',
        path=path,
        at_key=True,
        hint=f'did you mean "{guess}"?' if guess else "delete it, or use the names of the original.",
    )


def _seen(lock: bytes | None) -> Mapping[str, tuple[str, ...]]:
    try:
        held = json.loads(lock) if lock else {}
    except ValueError:
        return {}
    if not isinstance(held, dict):
        return {}
    return {
        name: tuple(map(str, digests)) for name, digests in held.items() if isinstance(digests, list)
    }
