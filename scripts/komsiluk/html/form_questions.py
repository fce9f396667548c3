"""The questions of the contribution form in the words of one language, for page and Word document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.pages import questions
from komsiluk.pages.addresses import Addresses
from komsiluk.pages.language_context import LanguageContext
from komsiluk.pages.plan import Plan
from komsiluk.pages.questions import Question
from komsiluk.settings import Settings

FEW = 3
"""Up to so many answers stand side by side; more open as a list."""


@dataclass(frozen=True, kw_only=True)
class FormQuestions:
    """The questions of the form in a language."""

    language: LanguageContext
    languages: Mapping[str, LanguageContext]
    """Those of the site, by tag."""
    collection: Collection
    settings: Settings
    addresses: Addresses

    @property
    def tag(self) -> str:
        """The language, as BCP 47."""
        return self.language.tag

    def say(self, key: str, **values: object) -> str:
        """A phrase of the interface."""
        return self.language.words.say(key, **values)

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return self.language.words.number(value)

    @property
    def template_path(self) -> str:
        """Where the questions stand as a Word document, from the root of the language."""
        return f"contribute/practice-{self.tag}.docx"

    def new_records(self) -> Iterator[tuple[str, tuple[Question, ...]]]:
        """The questions about a name that the collection does not have, by folder."""
        for folder, (kind, fields) in questions.NEW.items():
            kind_questions = questions.questions(kind)
            yield folder, tuple(question for question in kind_questions if question.name in fields)

    def wording(self, question: Question, ending: str = "") -> str:
        """A question in words; with `-help` the help below it, with `-one` the name of one item of a list.

        Empty where nobody has written anything.
        """
        words = self.language.words
        for key in question.phrases:
            if words.has(key + ending):
                return words.say(key + ending)
        return ""

    def choices(self, question: Question) -> list[tuple[str, str]]:
        """The answers that one can choose from: each as the file has it, and in words."""
        if question.kind == "language":
            tags = sorted(self.settings.languages, key=lambda tag: tag != self.tag)
            return [(tag, self.languages[tag].words.language.name) for tag in tags]
        if question.kind in ("concept", "concepts"):
            vocabulary = self.collection.vocabularies.get(question.of)
            return [
                (concept.id, self.language.concept(question.of, concept.id).line)
                for concept in (vocabulary.concepts if vocabulary else ())
            ]
        own, shared = (key.replace("form.", "form.choice.", 1) for key in question.phrases[:2])
        shared = shared.replace(f".{question.record}.", ".any.")
        choices = []
        for value in (*question.choices, *REFUSED.get((question.record, question.name), ())):
            key = f"{own}.{value}"
            words = self.say(key if self.language.words.has(key) else f"{shared}.{value}")
            choices.append((value, words))
        return choices

    def is_choice_of_few(self, question: Question) -> bool:
        """Whether its answers stand side by side."""
        return question.kind == "choice" and (
            len(question.choices) <= FEW and (question.required or question.name == "core")
        )

    def new_file_link(self) -> str:
        """The address at which anybody with an account can propose a file; empty where the site names none.

        GitHub's address for a new file with a name, from its address for editing one.
        """
        edit = self.settings.edit_folder if self.settings.edit_url else ""
        return edit.replace("/edit/", "/new/", 1) if "/edit/" in edit else ""


def form_questions(tag: str, plan: Plan, settings: Settings, addresses: Addresses) -> FormQuestions:
    """The questions of a planned site in a language."""
    return FormQuestions(
        language=plan.languages[tag],
        languages=plan.languages,
        collection=plan.collection,
        settings=settings,
        addresses=addresses,
    )


REFUSED = {("image", "people"): ("recognisable-children",)}
"""Answers that people give and no file may have: the form says why."""
