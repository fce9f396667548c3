"""What the template of the contribution form may ask."""

from __future__ import annotations

from collections.abc import Iterator

from komsiluk.html.stage import Stage
from komsiluk.pages import questions
from komsiluk.pages.answers import NAMED
from komsiluk.pages.questions import FormPart, Question

FEW = 3
"""So many answers stand side by side; more of them open as a list."""


class Asking(Stage):
    """One page in its site, and the questions of the form in its language."""

    short = questions.SHORT
    """The fields that everybody is asked for."""
    named = NAMED
    """What is offered by name."""

    @property
    def template_path(self) -> str:
        """Where the questions stand as a Word document, from the root of the page's language."""
        return f"contribute/practice-{self.page.language}.docx"

    def form_parts(self) -> tuple[FormPart, ...]:
        """The parts of the form."""
        return questions.parts()

    def new_records(self) -> Iterator[tuple[str, tuple[Question, ...]]]:
        """What is asked about a name that the collection does not know, by folder."""
        for folder, (kind, wanted) in questions.NEW.items():
            asked = questions.questions(kind)
            yield folder, tuple(question for question in asked if question.name in wanted)

    def wording(self, question: Question, ending: str = "") -> str:
        """A question in words; with `-help` what stands beneath it, with `-one` an item of a list.

        Empty where nobody has written anything.
        """
        words = self.voice.words
        own, shared = question.phrases
        for key in (own + ending, shared + ending):
            if words.has(key):
                return words.say(key)
        return ""

    def choices(self, question: Question) -> list[tuple[str, str]]:
        """The answers that one can choose from: each as the file has it, and in words."""
        if question.kind == "language":
            tags = sorted(self.settings.languages, key=lambda tag: tag != self.page.language)
            return [(tag, self.plan.voices[tag].words.language.name) for tag in tags]
        if question.kind in ("concept", "concepts"):
            held = self.plan.collection.vocabularies.get(question.of)
            concepts = held.concepts if held else ()
            return [(one.id, self.voice.label(one.label, one.id).line) for one in concepts]
        own, shared = (key.replace("form.", "form.choice.", 1) for key in question.phrases)
        shared = shared.replace(f".{question.record}.", ".any.")
        found = []
        for value in (*question.choices, *REFUSED.get((question.record, question.name), ())):
            key = f"{own}.{value}"
            found.append((value, self.say(key if self.has(key) else f"{shared}.{value}")))
        return found

    def is_choice_of_few(self, question: Question) -> bool:
        """Whether its answers stand side by side."""
        return question.kind == "choice" and (
            len(question.choices) <= FEW and (question.required or question.name == "core")
        )

    def new_file_link(self) -> str:
        """Where a file can be proposed by everybody with an account; empty where the site does not say.

        GitHub's address for a new file with a name, from its address for editing one.
        """
        edit = self.settings.edit_folder if self.settings.edit_url else ""
        return edit.replace("/edit/", "/new/", 1) if "/edit/" in edit else ""


REFUSED = {("image", "people"): ("children",)}
"""Answers that people give and no file may have: the form says why."""
