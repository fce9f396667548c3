"""The data of a paper as JSON to the bytes of a Word document."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from komsiluk.guides.word.blocks import (
    Block,
    Run,
    WordDocument,
    WordParagraph,
)
from komsiluk.guides.word.brief import brief
from komsiluk.guides.word.file import word_file
from komsiluk.guides.word.lines import Speech, Value, inline, plain
from komsiluk.guides.word.session_document import session

_KINDS: Mapping[str, tuple[str, Callable[[Value, Speech], Iterator[Block]]]] = {
    "brief-word": ("paper.brief", brief),
    "session-word": ("paper.plan", session),
}
"""For each kind of document: the phrase that names it, and the function that makes its blocks."""


def make_document(paper: str, data: str, time: int) -> bytes:
    """The Word file of a paper. `data` is its `paper_data` as JSON; `time` is as in `WordDocument`."""
    return word_file(document(paper, json.loads(data), time))


def document(paper: str, data: Value, time: int) -> WordDocument:
    """The same document before it becomes a file."""
    head, practice = data["paper"], data["practice"]
    speech = Speech(head["say"])
    phrase, blocks = _KINDS[paper]
    name = speech.say(phrase)
    title = inline(practice["title"])
    return WordDocument(
        title=plain(title),
        language=head["tag"],
        country=head["country"],
        author=head["author"] or head["site"],
        subject=name,
        keywords=plain(inline(practice["theme"])),
        time=time,
        blocks=(
            WordParagraph(title, "Title"),
            WordParagraph(inline(practice["tagline"]), "Subtitle"),
            *_notice(practice),
            *blocks(practice, speech),
            *_origin(head, data["updated"], speech),
        ),
        head=" · ".join(filter(None, (head["site"], name))),
        pages=speech.say("paper.page"),
    )


def _notice(practice: Value) -> Iterator[Block]:
    if practice["notice"]:
        yield WordParagraph((Run(practice["notice"]),), "Note")


def _origin(head: Value, updated: str, speech: Speech) -> Iterator[Block]:
    """The address of the practice's page, the date of the document, and its licence."""
    if head["url"]:
        lead = Run(speech.say("paper.whole") + " ")
        yield WordParagraph((lead, Run(head["url"], address=head["url"])))
    printed = speech.say("paper.printed").replace("{day}", updated)
    yield WordParagraph((Run(f"{printed}. {speech.say('licence.text')}"),), "Note")


@functools.cache
def made_by() -> str:
    """A digest of all code that makes a document: the version of python-docx, and the modules here.

    It is kept until the process ends: the files are part of the package, and every document asks for it.
    """
    digest = hashlib.sha256(version("python-docx").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
