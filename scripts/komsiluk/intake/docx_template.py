"""The questions of the form to all that a Word document of them says, in one language."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from komsiluk.artifacts import Artifact
from komsiluk.html.form_questions import FormQuestions
from komsiluk.intake.docx_questions import QuestionRow, rows
from komsiluk.pages.questions import SHORT

_HOW_MANY = {"concepts": 3}
"""Of answers that may be several, so many can be chosen."""
_CHOSEN = frozenset({"choice", "concept", "concepts", "language", "agreed"})
_NEEDED = SHORT | {"problem.text"}
"""Keys of what a practice cannot do without; the rest is only needed beside something else."""


def template(at: FormQuestions) -> bytes:
    """The document."""
    return make_template(contents(at))


def artifact(at: FormQuestions) -> Artifact:
    """The document as the site offers it in the language of a page."""
    return Artifact(
        path=at.addresses.folder(at.tag) + at.template_path,
        make=make_template,
        arguments=(contents(at),),
        depends=_made_by(),
        weight=170,
    )


def contents(at: FormQuestions) -> str:
    """All that the document says, as JSON."""
    lead = [at.say("document.lead")]
    if at.settings.mailbox:
        lead[0] += " " + at.say("document.mailbox", mailbox=at.settings.mailbox)
    content = {
        "language": at.tag,
        "title": at.say("form.title"),
        "lead": [*lead, at.say("form.never"), at.say("document.rows")],
        "choose": at.say("form.choose"),
        "parts": [
            {
                "title": at.say(f"form.part.{name}"),
                "lead": at.say("document.names") if name == "names" else "",
                "rows": [_row(row, at) for row in part_rows],
            }
            for name, part_rows in rows()
        ],
    }
    return json.dumps(content, ensure_ascii=False)


def _row(row: QuestionRow, at: FormQuestions) -> dict[str, Any]:
    """A row: what is asked, help, key, and of each answer that is chosen the choices and which is."""
    if row.is_heading:
        return {"called": _called(row, at), "is_heading": True}
    return {
        "called": _called(row, at),
        "is_heading": False,
        "help": _help(row, at),
        "key": row.key,
        "lists": list(_lists(row, at)),
    }


def _called(row: QuestionRow, at: FormQuestions) -> str:
    if row.number:
        one = at.wording(row.question, "-one") or at.wording(row.question)
        return at.say("form.item", name=one, n=row.number)
    is_needed = row.question.required and row.key in _NEEDED
    return at.wording(row.question) + (f" ({at.say('form.needed')})" if is_needed else "")


def _help(row: QuestionRow, at: FormQuestions) -> str:
    question = row.question
    sentences = [at.wording(question, "-help")]
    if question.kind == "day":
        sentences.append(at.say("form.any.day-help"))
    if question.kind == "photograph":
        sentences.append(at.say("document.picture"))
    if question.characters:
        sentences.append(at.say("document.characters", n=at.number(question.characters)))
    if question.words:
        sentences.append(at.say("document.words", n=at.number(question.words)))
    return " ".join(filter(None, sentences))


def _lists(row: QuestionRow, at: FormQuestions) -> Iterator[tuple[str, list[str]]]:
    question = row.question
    if question.kind not in _CHOSEN:
        return
    if question.kind == "agreed":
        choices = [(at.tag, at.say("document.yes"))]
    else:
        choices = at.choices(question)
    chosen = ""
    if row.key == "original_language":
        chosen = next((words for tag, words in choices if tag == at.tag), "")
    for _ in range(_HOW_MANY.get(question.kind, 1)):
        yield chosen, list(dict.fromkeys(words for _, words in choices))


def make_template(content: str) -> bytes:
    """The document that says what `contents` has."""
    # The library of documents takes longer to load than all other of ours.
    from komsiluk.intake.docx_layout import drawn

    return drawn(json.loads(content))


@functools.cache
def _made_by() -> str:
    """A digest of the version of python-docx and of the module that draws the document.

    It is kept until the process ends: the file is part of the package, and each language asks for it.
    """
    digest = hashlib.sha256(version("python-docx").encode())
    digest.update(Path(__file__).with_name("docx_layout.py").read_bytes())
    return digest.hexdigest()
