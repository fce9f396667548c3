"""The translations of a practice to those with the ones that another script of their language gives."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable, Mapping

from komsiluk.model.practice import Practice
from komsiluk.model.translation import Translation, TranslationHead, TranslationStatus
from komsiluk.source.kept_texts import KeptTexts
from komsiluk.text.scripts import convert, other_script


def with_derived(
    practice_id: str,
    practice: Practice,
    texts: KeptTexts,
    translations: Mapping[str, Translation],
    languages: tuple[str, ...],
) -> dict[str, Translation]:
    """The translations by language, and those that can be derived from another script of one of the
    `languages`; `texts` are those of the practice. Nothing is respelt before it is read."""
    by_language = {
        tag: translation
        for tag, translation in translations.items()
        if tag != practice.original_language
    }
    for tag in languages:
        origin = other_script(tag)
        if tag in by_language or tag == practice.original_language or origin is None:
            continue
        if origin == practice.original_language:
            by_language[tag] = _from_original(practice_id, texts, origin, tag)
        elif origin in by_language:
            by_language[tag] = _from_translation(by_language[origin], origin, tag)
    return by_language


def _from_translation(translation: Translation, origin: str, tag: str) -> Translation:
    assert isinstance(translation.texts, KeptTexts)
    return dataclasses.replace(
        translation,
        head=translation.head.model_copy(update={"language": tag}),
        texts=translation.texts.derived(_converter(origin, tag)),
        derived_from=origin,
    )


def _from_original(practice_id: str, texts: KeptTexts, origin: str, tag: str) -> Translation:
    head = TranslationHead(schema_version="1", language=tag, status=TranslationStatus.MACHINE)
    return Translation(
        practice_id=practice_id,
        head=head,
        texts=texts.derived(_converter(origin, tag)),
        seen={},
        derived_from=origin,
    )


@functools.cache
def _converter(origin: str, tag: str) -> Callable[[str], str]:
    """The function that respells all texts of a pair of scripts.

    It is kept until the process ends: there are two pairs, and all texts share the function.
    """
    return functools.partial(convert, origin=origin, target=tag)
