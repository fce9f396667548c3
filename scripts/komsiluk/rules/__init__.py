"""What was read to what is wrong with it: each rule in a file of its own, all of them pure.

A rule is a function from what was read to diagnostics. It sees broken records too, as far as they
were understood, so that one run tells everything.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.rules import (
    achieved_without_source,
    alt_names_person,
    alt_says_nothing,
    consent_ended,
    coordinates_in_text,
    dangling_reference,
    duplicate_id,
    empty_text,
    external_image,
    folder_name,
    future_in_achieved,
    left_after_withdrawal,
    link_shortener,
    locator_too_long,
    minutes_do_not_add_up,
    misleading_link,
    missing_label,
    name_and_age,
    national_id,
    original_language,
    period_order,
    phone,
    photo_consent,
    photo_metadata,
    photo_missing,
    photo_size,
    photo_type,
    private_email,
    raw_html,
    reported_without_source,
    small_number,
    story_consent,
    street_address,
    target_not_planned,
    template_syntax,
    too_long,
    too_precise_place,
    translation_name,
    unknown_concept,
    unprintable_character,
    unsafe_link,
)
from komsiluk.source.collection import Loaded
from komsiluk.source.record import without_consequences

Rule = Callable[[Loaded, Sequence[str]], Iterable[Diagnostic]]

RULES: Mapping[str, Rule] = {
    "achieved-without-source": achieved_without_source.check,
    "alt-names-person": alt_names_person.check,
    "alt-says-nothing": alt_says_nothing.check,
    "coordinates-in-text": coordinates_in_text.check,
    "dangling-reference": dangling_reference.check,
    "duplicate-id": duplicate_id.check,
    "empty-text": empty_text.check,
    "external-image": external_image.check,
    "folder-name": folder_name.check,
    "future-in-achieved": future_in_achieved.check,
    "left-after-withdrawal": left_after_withdrawal.check,
    "link-shortener": link_shortener.check,
    "locator-too-long": locator_too_long.check,
    "minutes-do-not-add-up": minutes_do_not_add_up.check,
    "misleading-link": misleading_link.check,
    "missing-label": missing_label.check,
    "name-and-age": name_and_age.check,
    "national-id": national_id.check,
    "original-language": original_language.check,
    "period-order": period_order.check,
    "phone": phone.check,
    "photo-consent": photo_consent.check,
    "photo-metadata": photo_metadata.check,
    "photo-missing": photo_missing.check,
    "photo-size": photo_size.check,
    "photo-type": photo_type.check,
    "private-email": private_email.check,
    "raw-html": raw_html.check,
    "reported-without-source": reported_without_source.check,
    "small-number": small_number.check,
    "story-consent": story_consent.check,
    "street-address": street_address.check,
    "target-not-planned": target_not_planned.check,
    "template-syntax": template_syntax.check,
    "too-long": too_long.check,
    "too-precise-place": too_precise_place.check,
    "translation-name": translation_name.check,
    "unknown-concept": unknown_concept.check,
    "unprintable-character": unprintable_character.check,
    "unsafe-link": unsafe_link.check,
}
"""The rules by the name that reports give them."""
DATED: Mapping[str, Callable[[Loaded, datetime.date], Iterable[Diagnostic]]] = {
    "consent-ended": consent_ended.check,
}
"""Those that depend on the day of the check."""


def check(
    loaded: Loaded, languages: Sequence[str], today: datetime.date | None = None
) -> tuple[Diagnostic, ...]:
    """Everything that the rules object to; `languages` are the site's tags.

    Without a day, nothing is said of what has ended. Nothing is said either of lines that could not
    be read: what they were meant to be, nobody knows.
    """
    entries = {entry.file: entry for entry in loaded.entries}
    found = itertools.chain(
        *(rule(loaded, languages) for rule in RULES.values()),
        *(rule(loaded, today) for rule in DATED.values() if today is not None),
    )
    judged = tuple(
        diagnostic
        for diagnostic in found
        if diagnostic.file not in entries
        or without_consequences([diagnostic], entries[diagnostic.file].document)
    )
    loaded.forget_marks()
    return judged
