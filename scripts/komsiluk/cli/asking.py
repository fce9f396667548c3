"""A site to the questions of its form, in each of its languages."""

from __future__ import annotations

from collections.abc import Mapping

from komsiluk import build
from komsiluk.html.form_questions import FormQuestions, form_questions
from komsiluk.pages.addresses import Addresses
from komsiluk.settings import Settings


def asking(settings: Settings) -> Mapping[str, FormQuestions]:
    """The questions by language, the default one first."""
    planned = build.pages(build.check(settings), settings)
    addresses = Addresses(
        default_language=settings.default_language, directory_urls=settings.directory_urls
    )
    return {tag: form_questions(tag, planned, settings, addresses) for tag in settings.languages}
