"""A translation file, and its lock, to texts by the names they have in the original."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypedDict

from pydantic import ValidationError

from komsiluk.diagnostics import Diagnostic, has_errors
from komsiluk.model.fields import Text
from komsiluk.model.practice import Practice
from komsiluk.model.translation import (
    Translation,
    TranslationDraft,
    TranslationHead,
    TranslationHeadDraft,
)
from komsiluk.model.walk import Path, text_mark
from komsiluk.source.document import Document
from komsiluk.source.record import parse, without_consequences
from komsiluk.source.unknown_texts import no_text, unknown_text
from komsiluk.text.nearest import nearest
from komsiluk.text.paragraphs import digests, split

_HEAD = frozenset(TranslationHead.model_fields)
_MODELS = (TranslationHead, TranslationHeadDraft)
_REQUIRED = frozenset(
    name for name, info in TranslationHead.model_fields.items() if info.is_required()
)


Keep = Callable[[dict[str, str]], Mapping[str, str]]
"""Puts texts where they wait to be shown."""


@dataclass(frozen=True)
class Original:
    """A practice as its translations need it: worked out once for all of them."""

    practice: Practice
    texts: Mapping[str, str]
    """Its texts by name."""

    @functools.cached_property
    def names(self) -> Mapping[str, str]:
        """The names of its texts, so that all translations share them: they take as much room as texts."""
        return {name: name for name in self.texts}

    @functools.cached_property
    def room(self) -> Mapping[str, int]:
        """How many characters each text may have without a closer look at its limits.

        A word takes two characters at least, with the space after it.
        """
        return {name: _room(text_mark(Practice, name)) for name in self.texts}

    @functools.cached_property
    def digests(self) -> Mapping[str, list[str]]:
        """The digests of the paragraphs of each text."""
        return {name: list(digests(text)) for name, text in self.texts.items()}


def quick_translation(
    texts: Mapping[str, str | None],
    practice_id: str,
    original: Original,
    lock: bytes | None,
    keep: Keep,
) -> Translation | None:
    """The translation whose fields are `texts`, by dotted name, if nothing at all is wrong with it.

    It gives what `parse_translation` gives, which has a word for everything that may be wrong.
    """
    head: dict[str, Any] = {}
    own_texts: dict[str, str] = {}
    names = original.names
    for name, text in texts.items():
        if name in names:
            if text is None or not (stripped := text.strip()):
                return None
            own_texts[names[name]] = stripped
        else:
            first, _, rest = name.partition(".")
            if first not in _HEAD or "." in rest:
                return None
            if rest:
                head.setdefault(first, {})[rest] = text
            else:
                head[first] = text
    sound = _head(
        tuple((k, tuple(v.items()) if isinstance(v, dict) else v) for k, v in head.items())
    )
    if sound is None:
        return None
    return Translation(head=sound, **_body(practice_id, own_texts, original, lock, keep))


@functools.lru_cache(maxsize=4096)
def _head(fields: tuple[tuple[str, Any], ...]) -> TranslationHead | None:
    """The head with these fields; None if something is wrong with them.

    The last 4096 are kept until the process ends: translations of one day share a head, which depends on
    nothing but its fields.
    """
    values = {name: dict(value) if isinstance(value, tuple) else value for name, value in fields}
    try:
        return TranslationHead.model_validate(values)
    except ValidationError:
        return None


def parse_translation(
    document: Document,
    practice_id: str,
    original: Original | None,
    lock: bytes | None,
    keep: Keep,
) -> tuple[TranslationDraft | None, tuple[Diagnostic, ...]]:
    """The translation, and what is wrong with it; a `Translation` if nothing is.

    Texts that the original does not have are reported and left out. Without the original (because
    it is broken) nothing is said about names. A damaged lock counts as none: it only tells which
    paragraphs are out of date, and the next stamping writes it anew. `keep` puts the texts where
    they wait to be shown.
    """
    if not isinstance(document.value, dict):
        return None, parse(document, *_MODELS, what="translation").problems
    head_fields = _HEAD | _misspelt(document.value)
    head = parse(document, *_MODELS, what="translation", only=head_fields)
    texts: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for path, value in _leaves(document.value, head_fields):
        name = ".".join(map(str, path))
        if original is not None and name not in original.texts:
            diagnostics.append(
                unknown_text(document, path, value, original.practice, original.texts)
            )
        elif not isinstance(value, str) or not value.strip():
            diagnostics.append(no_text(document, path, value))
        else:
            texts[name] = value.strip()
    problems = (*head.problems, *without_consequences(dict.fromkeys(diagnostics), document))
    if head.draft is None:
        return None, problems
    body = _body(practice_id, texts, original, lock, keep)
    if head.record is None or problems or has_errors(document.problems):
        return TranslationDraft(head=head.draft, **body), problems
    return Translation(head=head.record, **body), problems


class _Body(TypedDict):
    """What a translation has beside its head."""

    practice_id: str
    texts: Mapping[str, str]
    seen: Mapping[str, tuple[str, ...]]
    long: Mapping[str, str]
    n_missing: int


def _body(
    practice_id: str,
    texts: dict[str, str],
    original: Original | None,
    lock: bytes | None,
    keep: Keep,
) -> _Body:
    n_missing, long = 0, {}
    if original is not None:
        missing = original.texts.keys() - texts.keys()
        n_missing = sum(len(split(original.texts[name])) for name in missing)
        room = original.room
        long = {
            name: text
            for name, text in texts.items()
            if len(text) > room.get(name, 0) and _is_long(text, text_mark(Practice, name))
        }
    return _Body(
        practice_id=practice_id,
        texts=keep(texts),
        seen=_seen(lock, original) if lock and original else {},
        long=long,
        n_missing=n_missing,
    )


def _room(mark: Text | None) -> int:
    limits = [10**6] if mark is None else [mark.characters or 10**6, 2 * (mark.words or 10**6) - 1]
    return min(limits)


def _is_long(text: str, mark: Text | None) -> bool:
    """Whether a text is longer than its original may be; a translation is allowed a little more."""
    if mark is None:
        return False
    if mark.characters is not None and len(text) > mark.characters:
        return True
    return mark.words is not None and len(text.split()) > mark.words


def _misspelt(tree: Mapping[str, Any]) -> frozenset[str]:
    """Names that are no text of a practice, and near one that the head lacks."""
    lacks = sorted(_REQUIRED - set(tree))
    strange = [name for name in tree if name not in _HEAD and name not in Practice.model_fields]
    return frozenset(name for name in strange if nearest(name, lacks))


def _leaves(tree: Mapping[str, Any], head: frozenset[str]) -> Iterator[tuple[Path, Any]]:
    """Path and value of every text below the head of a translation."""
    stack: list[tuple[Path, Any]] = [
        ((key,), tree[key]) for key in reversed(list(tree)) if key not in head
    ]
    while stack:
        path, value = stack.pop()
        if isinstance(value, dict):
            stack.extend(((*path, key), value[key]) for key in reversed(value))
        else:
            yield path, value


def _seen(lock: bytes, original: Original) -> Mapping[str, tuple[str, ...]]:
    """What the translator saw, where the original reads otherwise now."""
    try:
        lock_content = json.loads(lock)
    except ValueError:
        return {}
    if not isinstance(lock_content, dict):
        return {}
    return {
        name: tuple(map(str, recorded))
        for name, recorded in lock_content.items()
        if isinstance(recorded, list) and recorded != original.digests.get(name)
    }
