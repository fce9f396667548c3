"""The file of a translation to its entry: the quick way where nothing is wrong with it, else the careful one."""

from __future__ import annotations

from komsiluk.diagnostics import Diagnostic
from komsiluk.model.translation import Translation, TranslationHead
from komsiluk.source.allowances import MARK
from komsiluk.source.document import read
from komsiluk.source.encoding import decode
from komsiluk.source.entries import Entry
from komsiluk.source.file_bytes import FileBytes
from komsiluk.source.quick import read_texts
from komsiluk.source.translation import Keep, Original, parse_translation, quick_translation
from komsiluk.text.prefilter import is_suspect

_HEAD = frozenset(TranslationHead.model_fields)


def read_translation(
    file_bytes: FileBytes,
    file: str,
    practice_id: str,
    original: Original | None,
    lock: bytes | None,
    keep: Keep,
) -> tuple[Entry, tuple[Diagnostic, ...]]:
    """The entry of the translation, and what is wrong with its file.

    `original` is None for a practice with faults; `lock` is what lies beside the file.
    """
    entry = _quickly(file_bytes.data, file, practice_id, original, lock, keep) if original else None
    if entry is not None:
        return entry, ()
    document = read(file_bytes.data, file=file, n_bytes=file_bytes.n_bytes)
    translation, problems = parse_translation(document, practice_id, original, lock, keep)
    sound = isinstance(translation, Translation)
    entry = Entry(
        kind="translations",
        id=_name(practice_id, file),
        file=file,
        data=file_bytes.data,
        record=translation.head if translation and sound else None,
        draft=translation.head if translation else None,
        translation=translation,
        suspect=is_suspect("\n".join(text for _, text in document.texts)),
    )
    return entry, (*document.problems, *problems)


def _quickly(
    data: bytes, file: str, practice_id: str, original: Original, lock: bytes | None, keep: Keep
) -> Entry | None:
    """The entry if nothing is wrong with the translation, and its file is plain."""
    manuscript, problems = decode(data, file=file)
    texts = None if problems else read_texts(manuscript.text)
    if texts is None:
        return None
    translation = quick_translation(texts, practice_id, original, lock, keep)
    if translation is None:
        return None
    suspect = is_suspect("\n".join(filter(None, texts.values())))
    is_judged = suspect or translation.long or MARK in data
    head = None if is_judged else _head(data, translation.head)
    return Entry(
        kind="translations",
        id=_name(practice_id, file),
        file=file,
        data=data if head is None else head,
        placed=None if head is None else _HEAD,
        record=translation.head,
        draft=translation.head,
        translation=translation,
        suspect=suspect,
    )


def _head(data: bytes, head: TranslationHead) -> bytes | None:
    """The file down to the last field of its head: all that a rule can still object to. None where
    that cannot be told from the beginnings of lines."""
    end = 0
    for name in head.model_fields_set:
        field = b"\n%s:" % name.encode()
        start = -1 if data.startswith(field[1:]) else data.find(field)
        if start < 0 and not data.startswith(field[1:]):
            return None
        line = data.find(b"\n", start + 1)
        end = max(end, len(data) if line < 0 else line + 1)
    return data[:end]


def _name(practice_id: str, file: str) -> str:
    return f"{practice_id}/{file.rpartition('/')[2][:-4]}"
