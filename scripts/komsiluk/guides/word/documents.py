"""What a paper says as JSON, to the bytes of a Word document."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path

from komsiluk.guides.word.blocks import (
    Block,
    Paragraph,
    Run,
    WordDocument,
)
from komsiluk.guides.word.brief import brief
from komsiluk.guides.word.file import written
from komsiluk.guides.word.lines import Speech, Value, inline, plain
from komsiluk.guides.word.session_document import session

_KINDS: Mapping[str, tuple[str, Callable[[Value, Speech], Iterator[Block]]]] = {
    "brief-word": ("paper.brief", brief),
    "session-word": ("paper.plan", session),
}
"""Each kind of document: the phrase of what it is, and what says it."""


def make_document(paper: str, said: str, time: int) -> bytes:
    """The document that says what `guides.paper_data` has for the paper; `time` as in `WordDocument`."""
    return written(document(paper, json.loads(said), time))


def document(paper: str, told: Value, time: int) -> WordDocument:
    """The same before it is a file."""
    head, practice = told["paper"], told["practice"]
    speech = Speech(head["say"])
    phrase, tell = _KINDS[paper]
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
            Paragraph(title, "Title"),
            Paragraph(inline(practice["tagline"]), "Subtitle"),
            *_notice(practice),
            *tell(practice, speech),
            *_origin(head, told["updated"], speech),
        ),
        head=" · ".join(filter(None, (head["site"], name))),
        pages=speech.say("paper.page"),
    )


def _notice(practice: Value) -> Iterator[Block]:
    if practice["notice"]:
        yield Paragraph((Run(practice["notice"]),), "Note")


def _origin(head: Value, updated: str, speech: Speech) -> Iterator[Block]:
    """Where the whole practice stands, as of when this is, and what may be done with it."""
    if head["url"]:
        lead = Run(speech.say("paper.whole") + " ")
        yield Paragraph((lead, Run(head["url"], address=head["url"])))
    printed = speech.say("paper.printed").replace("{day}", updated)
    yield Paragraph((Run(f"{printed}. {speech.say('licence.text')}"),), "Note")


@functools.cache
def made_by() -> str:
    """A digest of the version of python-docx and of what writes documents here."""
    digest = hashlib.sha256(version("python-docx").encode())
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
