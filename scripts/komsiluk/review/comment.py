"""A proposal to the answer that stands below it: Markdown in which nothing of its author's is Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from komsiluk.languages import REFERENCE
from komsiluk.model.words import Words
from komsiluk.review.proposal import Changed, Problem, Proposal

MARK = "<!-- komsiluk: review -->"
"""The first line, by which the answer is found again."""
FEW = 15
"""Items of a list that are told; the other problems are in the summary of the run."""
LONGEST = 60_000
"""Characters; GitHub takes 65,536."""


def comment(
    proposal: Proposal,
    words: Words,
    english: Words | None = None,
    run: str = "",
    rules: Mapping[str, str] | None = None,
) -> str:
    """The answer in the author's language, and below it, folded, in English where that is another.

    `run` is the address of the workflow's run, where the pages can be downloaded; `rules` has the
    address of the page of each rule, and a rule that is not among them is not named.
    """
    rules = rules or {}
    parts = [
        MARK,
        *_answer(proposal, words, run, rules, is_english=words.language.tag == REFERENCE),
    ]
    if english is not None and english.language.tag != words.language.tag:
        answer = "\n".join(_answer(proposal, english, run, rules, is_english=True))
        parts += ["", "<details><summary>English</summary>", "", answer, "", "</details>"]
    text = "\n".join(parts) + "\n"
    return text if len(text) <= LONGEST else text[:LONGEST].rpartition("\n")[0] + "\n"


def code(text: str) -> str:
    """A text of somebody unknown as code: nothing in it is a mention, a link, an image or HTML.

    >>> print(code("@everybody, `look` <img src=x>"))
    `` @everybody, `look` <img src=x> ``
    """
    line = " ".join(
        re.sub(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", " ", text).split()
    )
    longest = max(map(len, re.findall("`+", line)), default=0)
    fence = "`" * (longest + 1)
    return f"{fence} {line} {fence}" if longest else f"`{line or ' '}`"


def _answer(
    proposal: Proposal, words: Words, run: str, rules: Mapping[str, str], *, is_english: bool
) -> Iterator[str]:
    say = words.say
    yield f"### {say('review.title')}"
    yield ""
    yield say("review.lead")
    if run:
        yield ""
        yield f"**[{say('review.preview')}]({run}#artifacts)** {say('review.preview-help')}"
    if proposal.others:
        yield from _section(words, "others", (f"- {code(file)}" for file in proposal.others[:FEW]))
    yield from _section(words, "problems", _problems(proposal, words, rules, is_english))
    yield from _section(words, "links", (f"- {code(address)}" for address in proposal.links))
    yield from _section(
        words,
        "pictures",
        (
            f"- {code(picture.file)}: {code(picture.alt)}, {code(picture.people)}, {code(picture.licence)}"
            for picture in proposal.pictures
        ),
    )
    yield from _section(
        words,
        "translations",
        (
            f"- {code(translation.practice)}, {words.language_name(translation.language)}: "
            + words.count("review.paragraphs", translation.n_paragraphs)
            for translation in proposal.outdated
        ),
    )
    yield from _section(words, "good", _good(proposal, words))


def _section(words: Words, name: str, lines: Iterable[str]) -> Iterator[str]:
    items = list(lines)
    if items:
        yield from ("", f"#### {words.say(f'review.{name}')}", "", *items)


def _problems(
    proposal: Proposal, words: Words, rules: Mapping[str, str], is_english: bool
) -> Iterator[str]:
    if not proposal.n_problems:
        yield words.say("review.none")
    for problem in proposal.problems[:FEW]:
        yield from _problem(problem, words, rules, is_english)
    rest = proposal.n_problems - min(FEW, len(proposal.problems))
    if rest > 0:
        yield ""
        yield words.count("review.more", rest)


def _problem(
    problem: Problem, words: Words, rules: Mapping[str, str], is_english: bool
) -> Iterator[str]:
    message = (problem.english if is_english else "") or problem.message
    hint = (problem.english_hint if is_english else "") or problem.hint
    place = code(f"{problem.file}:{problem.line}" if problem.line else problem.file)
    page = rules.get(problem.rule)
    rule = f" ([`{problem.rule}`]({page}))" if page else ""
    yield f"- **{words.say(f'review.{problem.severity}')}** {place}{rule}  "
    yield f"  {code(message)}" + ("  " if hint else "")
    if hint:
        yield f"  {words.say('review.hint')} {code(hint)}"


def _good(proposal: Proposal, words: Words) -> Iterator[str]:
    for practice in proposal.practices:
        if practice.state != "gone":
            yield f"- {code(practice.title)}: " + " ".join(_praise(practice, words))


def _praise(practice: Changed, words: Words) -> Iterator[str]:
    yield words.say("review.given", n=practice.n_given, total=practice.n_kinds)
    for name in practice.good:
        yield words.say(f"review.{name}")
    if practice.translated:
        names = words.join(words.language_name(tag) for tag in practice.translated)
        yield words.say("review.translated", languages=names)
