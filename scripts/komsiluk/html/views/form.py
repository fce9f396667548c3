"""The page of the contribution form."""

from __future__ import annotations

from komsiluk.html.context import PageContext
from komsiluk.html.form_questions import form_questions
from komsiluk.html.views.site import SiteValues, Values
from komsiluk.pages.answers import NAMED
from komsiluk.pages.page import Page
from komsiluk.pages.questions import SHORT, parts


def form(page: Page, at: PageContext, site: SiteValues) -> Values:
    """The questions of the form."""
    questions = form_questions(at.tag, site.plan, site.settings, at.addresses)
    return {
        "questions": questions,
        "form_parts": parts(),
        "short": SHORT,
        "named": NAMED,
        "new_records": list(questions.new_records()),
        "template_path": questions.template_path,
        "new_file_link": questions.new_file_link(),
    }
