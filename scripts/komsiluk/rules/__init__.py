"""What was read to what is wrong with it: each rule in a file of its own, all of them pure.

A rule is a function from what was read to diagnostics. It sees broken records too, as far as they
were understood, so that one run tells everything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.rules import (
    achieved_without_source,
    dangling_reference,
    duplicate_id,
    empty_text,
    folder_name,
    future_in_achieved,
    left_after_withdrawal,
    locator_too_long,
    minutes_do_not_add_up,
    missing_label,
    original_language,
    period_order,
    reported_without_source,
    target_not_planned,
    too_long,
    translation_name,
    unknown_concept,
    unprintable_character,
)
from komsiluk.source.collection import Loaded
from komsiluk.source.record import without_consequences

Rule = Callable[[Loaded, Sequence[str]], Iterable[Diagnostic]]

RULES: Mapping[str, Rule] = {
    "achieved-without-source": achieved_without_source.check,
    "dangling-reference": dangling_reference.check,
    "duplicate-id": duplicate_id.check,
    "empty-text": empty_text.check,
    "folder-name": folder_name.check,
    "future-in-achieved": future_in_achieved.check,
    "left-after-withdrawal": left_after_withdrawal.check,
    "locator-too-long": locator_too_long.check,
    "minutes-do-not-add-up": minutes_do_not_add_up.check,
    "missing-label": missing_label.check,
    "original-language": original_language.check,
    "period-order": period_order.check,
    "reported-without-source": reported_without_source.check,
    "target-not-planned": target_not_planned.check,
    "too-long": too_long.check,
    "translation-name": translation_name.check,
    "unknown-concept": unknown_concept.check,
    "unprintable-character": unprintable_character.check,
}
"""The rules by the name that reports give them."""


def check(loaded: Loaded, languages: Sequence[str]) -> tuple[Diagnostic, ...]:
    """Everything that the rules object to; `languages` are the site's tags.

    Nothing is said of lines that could not be read: what they were meant to be, nobody knows.
    """
    entries = {entry.file: entry for entry in loaded.entries}
    judged = tuple(
        told
        for rule in RULES.values()
        for found in rule(loaded, languages)
        for told in without_consequences([found], entries[found.file].document)
    )
    loaded.forget_marks()
    return judged
