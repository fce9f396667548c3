"""The rules to their pages in Markdown: what each wants and why, and what it says in reports."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from importlib import resources

import yaml

from komsiluk import rules
from komsiluk.languages import REFERENCE
from komsiluk.languages.folders import merged, shipped_tags
from komsiluk.messages import Wording, written
from komsiluk.rules.table import table

_TITLE = "rule-page.in-report"
"""The message that stands above what a rule says; a language that has it has what all rules say."""
_HEAD = """\
# Rules

Every message of `komsiluk check` ends with the name of a rule in brackets.
Each has a page here: what it wants and why, what passes and what does not, and what it says.
An error stops publication; a warning does not.

`komsiluk rules` writes these pages: do not change them by hand.
"""


@functools.cache
def reading() -> Mapping[str, str]:
    """What reading itself finds, by rule: a sentence each.

    It is kept until the process ends: the file is part of the package.
    """
    text = resources.files("komsiluk").joinpath("rules", "reading.yml").read_text("utf-8")
    sentences: Mapping[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return sentences


def pages() -> dict[str, str]:
    """The pages by their names: `README.md`, and one for each rule."""
    about = {**reading(), **{name: rules.about(name) for name in rules.names()}}
    rule_pages = {f"{name}.md": _page(name, text) for name, text in sorted(about.items())}
    return {"README.md": _index(), **rule_pages}


def _index() -> str:
    summaries = {name: _sentences(rules.about(name)).partition("\n")[0] for name in rules.names()}
    return (
        f"{_HEAD}\n## What the rules judge\n\n{_rows(summaries)}\n"
        f"\n## What reading finds\n\nThese are about the form of a file; they are found while it is read.\n"
        f"\n{_rows(reading())}\n"
    )


def _rows(sentences: Mapping[str, str]) -> str:
    rows = [f"| [`{name}`]({name}.md) | {text} |" for name, text in sorted(sentences.items())]
    return "\n".join(["| rule | what it is about |", "|---|---|", *rows])


def _page(name: str, about: str) -> str:
    """One rule, and all that it says in each language that has more than the form's words."""
    parts = [f"# `{name}`\n\n{_sentences(about)}\n"]
    for tag in _languages():
        words = written(tag)
        messages = [_text(words[key]) for key in _keys(name) if key in words]
        if messages:
            parts.append(
                f"## {_text(words[_TITLE])}\n\n"
                + "\n".join(f"- {text}" for text in messages)
                + "\n"
            )
    return "\n".join(parts)


def _languages() -> tuple[str, ...]:
    """The languages in which every rule speaks: English, then those with a file of their own."""
    speaking = [tag for tag in shipped_tags() if _TITLE in written(tag)]
    derived = [tag for tag in speaking if not merged(tag, "messages.yml")]
    first = [REFERENCE] if REFERENCE in speaking else []
    own = [tag for tag in speaking if tag not in (*first, *derived)]
    return (*first, *own, *derived)


def _keys(name: str) -> Iterator[str]:
    """The keys of what a rule says, those that it shares with another last."""
    own = [
        key for key in written(REFERENCE) if key.startswith(f"{name}.") and key.endswith("message")
    ]
    yield from own
    for finding in table()[name]["findings"] if name in table() else ():
        key = finding.get("message", f"{finding.get('say', name)}.message")
        if key not in own:
            own.append(key)
            yield key


def _text(wording: Wording) -> str:
    text = wording if isinstance(wording, str) else wording["other"]
    return text.replace("<", "&lt;")


def _sentences(text: str) -> str:
    """Paragraphs with their sentences on lines of their own; indented code as it is."""
    paragraphs = []
    for paragraph in text.split("\n\n"):
        if not paragraph.startswith("    "):
            paragraph = re.sub(
                r"(?<=[a-z`)\"”][.!?]) (?=[A-Z`\"“])", "\n", " ".join(paragraph.split())
            )
        paragraphs.append(paragraph)
    return "\n\n".join(paragraphs)
