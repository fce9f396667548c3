"""A text to the dangers in it: people could be found by it, or readers led astray.

The rules are in `dangers.json`. This file and the contribution form's script only interpret them, in
the same way. `tests/cases/dangers/vectors.json` proves that both give the same answers, and
`docs/developers/decisions/0020-dangers-are-a-table.md` says how.

An interpreter does this:

1. In each pattern, `{name}` of a class stands for its value; a class may name those above it.
   Patterns keep to what Python's `re` without flags and JavaScript's `RegExp` with the flags `g`
   and `u` understand alike: no `\\d`, `\\w`, `\\s`, `\\b`, `.`, `^`, `$`, no named groups, a
   lookbehind of one character.
2. For each finder whose `contexts` (unless said otherwise: text and contact) hold the context, in
   order, and for each of its patterns, in order, it takes all matches that do not overlap, from
   left to right.
3. A finding is the whole match or, where the pattern has a group, the text of the group, which
   stands at the end of the match.
4. A finding is dropped if it overlaps (shares a character with) any match of the finder's `innocent`
   patterns, or if the finder's `check` does not hold: the functions `_CHECKS`, which read the
   tables.
5. Of findings of one rule that overlap, the one that starts first remains; of those that start in
   one place, the one of the earlier finder, then of the earlier pattern.
6. The findings are sorted by start, then by the place of their finder.

Two functions work in another way: `is_few_people` uses no pattern, and `names` is for one field only.

Starts and ends count characters (code points), as all reports do. JavaScript counts UTF-16 units and
has to convert them. Only ASCII letters are made small.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import Any, NamedTuple

TEXT = "text"
"""The context of a text for readers."""
CONTACT = "contact"
"""The context of a field for getting in touch: it may have a telephone number."""
ADDRESS = "address"
"""The context of a field with a web address."""


class Finding(NamedTuple):
    """A part of a text to which a rule objects."""

    rule: str
    start: int
    end: int
    """The characters from `start` to before `end`, counted from 0."""
    severity: str
    """`error` or `warning`."""
    message: str
    """The name of its message in the catalogue: the rule's own unless the rule has several."""


def find(text: str, context: str = TEXT) -> list[Finding]:
    """The parts of a text to which rules object, in order.

    >>> [(finding.rule, finding.start, finding.end) for finding in find("Zovite 064/123-45-67 do 2027.")]
    [('phone', 7, 20)]
    >>> find("Zovite 064/123-45-67 do 2027.", CONTACT)
    []
    >>> find("Od 2019-2021. za 12.500.000 RSD")
    []
    """
    findings: list[tuple[int, int, Finding]] = []
    matches = sorted(
        (start, n_finder, n_pattern, end)
        for n_finder, finder in enumerate(_finders())
        if context in finder.contexts
        for n_pattern, start, end in _matches(finder, text)
    )
    ends: dict[str, int] = {}
    for start, n_finder, _, end in matches:
        finder = _finders()[n_finder]
        if start >= ends.get(finder.rule, 0):
            ends[finder.rule] = end
            finding = Finding(finder.rule, start, end, finder.severity, finder.message)
            findings.append((start, n_finder, finding))
    return [finding for _, _, finding in findings]


def is_few_people(status: str, value: float | None, unit: str | None, claim: str) -> bool:
    """Whether a result counts so few people that a neighbour could tell who they are.

    Its status is one of those in the table, its value is above 0 and below the limit, and a word of
    its unit, or of its claim if it has no unit, begins with one of the table's `people`. All is in
    small letters (`str.lower`, `toLowerCase`). A word is a run of the class `letter`.

    >>> is_few_people("achieved", 3, "women", "Women found work.")
    True
    >>> is_few_people("achieved", 3, "workshops", "Workshops for women were held.")
    False
    """
    limits = table()["small_number"]
    if value is None or not 0 < value < limits["below"] or status not in limits["statuses"]:
        return False
    words = re.findall(f"[{table()['classes']['letter']}]+", (unit or claim).lower())
    return any(word.startswith(stem.lower()) for word in words for stem in limits["people"])


def names(text: str, language: str) -> Iterator[str]:
    """The parts of a text that may be names of people: two words with capital letters side by side.

    The second may be a letter with a point. A language that writes nouns with capitals gives none.

    >>> list(names("Mira P. and Novi Pazar", "en")), list(names("Die Frau Meier", "de"))
    (['Mira P.'], [])
    """
    if language not in table()["person"]["nouns_are_capital"]:
        yield from (match[0] for match in _person().finditer(text))


@functools.cache
def _person() -> re.Pattern[str]:
    """The pattern of names of people. Cached until the process ends, like the table."""
    return re.compile(_expanded(table()["person"]["pattern"], _classes()))


@functools.cache
def table() -> Mapping[str, Any]:
    """The content of `dangers.json`: classes, finders, and the tables that checks read.

    Cached until the process ends: the file is part of the package.
    """
    content: Mapping[str, Any] = json.loads(
        resources.files("komsiluk").joinpath("text", "dangers.json").read_text("utf-8")
    )
    return content


class _Finder(NamedTuple):
    rule: str
    severity: str
    message: str
    contexts: frozenset[str]
    check: Callable[[str], bool] | None
    patterns: tuple[re.Pattern[str], ...]
    innocent: tuple[re.Pattern[str], ...]


@functools.cache
def _finders() -> tuple[_Finder, ...]:
    """The finders of the table, compiled. Cached until the process ends, like the table."""
    classes = _classes()
    return tuple(
        _Finder(
            rule=finder["rule"],
            severity=finder["severity"],
            message=finder.get("say", finder["rule"]),
            contexts=frozenset(finder.get("contexts", (TEXT, CONTACT))),
            check=_CHECKS[finder["check"]] if "check" in finder else None,
            patterns=_compiled(finder["pattern"], classes),
            innocent=_compiled(finder.get("innocent", ()), classes),
        )
        for finder in table()["finders"]
    )


@functools.cache
def _classes() -> Mapping[str, str]:
    """The classes of the table, expanded. Cached until the process ends, like the table."""
    classes: dict[str, str] = {}
    for name, value in table()["classes"].items():
        classes[name] = _expanded(value, classes)
    return classes


def _compiled(patterns: list[str], classes: Mapping[str, str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(_expanded(pattern, classes)) for pattern in patterns)


def _expanded(pattern: str, classes: Mapping[str, str]) -> str:
    for name, value in classes.items():
        pattern = pattern.replace(f"{{{name}}}", value)
    return pattern


def _matches(finder: _Finder, text: str) -> Iterator[tuple[int, int, int]]:
    """Number of the pattern, start and end of each match of a finder."""
    harmless: bytearray | None = None
    for n_pattern, pattern in enumerate(finder.patterns):
        for match in pattern.finditer(text):
            end = match.end()
            start = end - len(match[1]) if pattern.groups else match.start()
            if finder.check is not None and not finder.check(text[start:end]):
                continue
            if harmless is None:
                harmless = _harmless(finder, text)
            if harmless.find(1, start, end) < 0:
                yield n_pattern, start, end


def _harmless(finder: _Finder, text: str) -> bytearray:
    """A one for each character inside a match of an `innocent` pattern, a zero for the others."""
    marks = bytearray(len(text))
    for pattern in finder.innocent:
        for match in pattern.finditer(text):
            marks[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return marks


def _is_citizen_number(number: str) -> bool:
    """JMBG, EMBG, EMŠO: day, month and three digits of the year of birth, region, number, control digit.

    Source: Zakon o jedinstvenom matičnom broju građana; the weights are those of its instruction.
    """
    rules = table()["citizen_number"]
    digits = [int(digit) for digit in number]
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:7])
    if not 1 <= month <= 12 or not 1 <= day <= rules["days"][month - 1] or 100 <= year < 890:
        return False
    total = sum(weight * digit for weight, digit in zip(rules["weights"], digits, strict=False))
    control = rules["modulus"] - total % rules["modulus"]
    return digits[12] == (control if control < 10 else 0)


def _is_albanian_number(number: str) -> bool:
    """Letter and digit of the year, month (of women with fifty added), day, number, control letter.

    How the letter is computed has not been published.
    """
    month, day = int(number[2:4]), int(number[4:6])
    if month > table()["albanian_number"]["months_of_women"]:
        month -= table()["albanian_number"]["months_of_women"]
    return 1 <= month <= 12 and 1 <= day <= table()["citizen_number"]["days"][month - 1]


def _is_telephone(number: str) -> bool:
    """Whether the digits are as many as telephone numbers of the country have (ITU-T E.164)."""
    rules = table()["telephone"]
    digits = "".join(character for character in number if "0" <= character <= "9")
    if number.lstrip("(").startswith("+"):
        return _is_international(digits)
    if digits.startswith("00"):
        return _is_international(digits[2:])
    least, most = rules["national_digits"]
    return bool(least <= len(digits) <= most)


def _is_international(digits: str) -> bool:
    rules = table()["telephone"]
    for code, least, most in rules["countries"].values():
        if digits.startswith(code):
            number = digits[len(code) :]
            return bool(least <= len(number) - number.startswith("0") <= most)
    least, most = rules["other_digits"]
    return any(
        digits.startswith(code) and least <= len(digits) - len(code) <= most
        for code in rules["others"]
    )


def _is_private_mailbox(mailbox: str) -> bool:
    """Whether a mailbox is named neither after a role nor after the organisation."""
    name, host = _mailbox(mailbox)
    parts = _parts(name)
    if not parts or parts[0] in table()["mailboxes"] or parts[-1] in table()["mailboxes"]:
        return False
    whole = "".join(parts)
    return host in table()["free_mail"] or len(whole) < 3 or whole not in host.split(".")


def _is_role_at_free_mail(mailbox: str) -> bool:
    return not _is_private_mailbox(mailbox) and _mailbox(mailbox)[1] in table()["free_mail"]


def _mailbox(mailbox: str) -> tuple[str, str]:
    """The name before the sign and the host after it, in small letters."""
    name, host = _AT.split(_small(mailbox), maxsplit=1)
    return name, host


def _parts(name: str) -> list[str]:
    """The words of a mailbox's name, without digits: `office-nis2` has two."""
    return [part for part in _BETWEEN.split(name) if part]


def _is_unsafe_scheme(address: str) -> bool:
    return _small(address.partition(":")[0]) not in table()["schemes"]


def _is_shortener(address: str) -> bool:
    return _small(address).removeprefix("www.") in table()["shorteners"]


def _is_another_host(link: str) -> bool:
    """Whether the words of a link name another website than the one to which it leads."""
    words, _, target = link.partition("](")
    named = _HOST.search(words)
    actual = _HOST.search(target)
    if named is None or actual is None:
        return False
    name, host = (_small(match[1]).removeprefix("www.") for match in (named, actual))
    return not (name == host or name.endswith(f".{host}") or host.endswith(f".{name}"))


def _small(text: str) -> str:
    return text.translate(_TO_SMALL)


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "citizen-number": _is_citizen_number,
    "albanian-number": _is_albanian_number,
    "telephone": _is_telephone,
    "private-mailbox": _is_private_mailbox,
    "role-at-free-mail": _is_role_at_free_mail,
    "unsafe-scheme": _is_unsafe_scheme,
    "shortener": _is_shortener,
    "another-host": _is_another_host,
}
"""The checks by the names that `dangers.json` gives them."""

_TO_SMALL = {capital: capital + 32 for capital in range(ord("A"), ord("Z") + 1)}
_AT = re.compile(r"[ \u00a0]?(?:@|[\[(](?:at|et)[\])])[ \u00a0]?")
_BETWEEN = re.compile(r"[0-9._%+-]+")
_HOST = re.compile(r"(?:https?://|(?<![A-Za-z0-9.-])(?=www\.))([A-Za-z0-9.-]+)")
