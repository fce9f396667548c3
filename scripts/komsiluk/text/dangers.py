"""A text to what in it could hurt somebody: people who could be found, readers who could be led astray.

All that is known stands in `dangers.json`; this file and the contribution form's script only
interpret it, in the same way. `tests/cases/dangers/vectors.json` holds the two to the same answers, and
`docs/developers/decisions/0020-dangers-are-a-table.md` says how.

An interpreter does this:

1. In each pattern, `{name}` of a class stands for its value; a class may name those above it.
   Patterns keep to what Python's `re` without flags and JavaScript's `RegExp` with the flags `g`
   and `u` understand alike: no `\\d`, `\\w`, `\\s`, `\\b`, `.`, `^`, `$`, no named groups, a
   lookbehind of one character.
2. For each finder whose `contexts` (unless said otherwise: text and contact) hold the context, in
   order, and for each of its patterns, in order, it takes all matches that do not overlap, from
   left to right.
3. What is found is the whole match; where the pattern has a group, it is what the group holds,
   which stands at the end of the match.
4. It is dropped if it overlaps (shares a character with) any match of the finder's `innocent`
   patterns, or if the finder's `check` does not hold: the functions `_CHECKS`, which read the
   tables.
5. Of findings of one rule that overlap, the one that starts first remains; of those that start in
   one place, the one of the earlier finder, then of the earlier pattern.
6. The findings are sorted by start, then by the place of their finder.

Whether a result tells of a few people (`is_few_people`) is no pattern, and names (`names`) are
looked for in one field only: see there.

Starts and ends count characters (code points), as everything that is reported does; JavaScript counts UTF-16
units and has to convert them. Letters are made small by ASCII only.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import Any, NamedTuple

TEXT = "text"
"""The context of what readers read."""
CONTACT = "contact"
"""The context of what is meant for getting in touch: a telephone number may stand there."""
ADDRESS = "address"
"""The context of a field that holds a web address."""


class Finding(NamedTuple):
    """A stretch of a text that a rule objects to."""

    rule: str
    start: int
    end: int
    """Where it starts and ends: characters from 0, the end not included."""
    severity: str
    """`error` or `warning`."""
    saying: str
    """The name of its message in the catalogue; the rule's own unless there are several."""


def find(text: str, context: str = TEXT) -> list[Finding]:
    """What the rules object to in a text, in order.

    >>> [(found.rule, found.start, found.end) for found in find("Zovite 064/123-45-67 do 2027.")]
    [('phone', 7, 20)]
    >>> find("Zovite 064/123-45-67 do 2027.", CONTACT)
    []
    >>> find("Od 2019-2021. za 12.500.000 RSD")
    []
    """
    kept: list[tuple[int, int, Finding]] = []
    found = sorted(
        (start, n_finder, n_pattern, end)
        for n_finder, finder in enumerate(_finders())
        if context in finder.contexts
        for n_pattern, start, end in _matches(finder, text)
    )
    reached: dict[str, int] = {}
    for start, n_finder, _, end in found:
        finder = _finders()[n_finder]
        if start >= reached.get(finder.rule, 0):
            reached[finder.rule] = end
            finding = Finding(finder.rule, start, end, finder.severity, finder.saying)
            kept.append((start, n_finder, finding))
    return [finding for _, _, finding in kept]


def is_few_people(status: str, value: float | None, unit: str | None, claim: str) -> bool:
    """Whether a result counts so few people that a neighbour could tell who they are.

    Its status is one of those in the table, its value above 0 and below the limit, and a word of
    its unit, or of its claim where it has no unit, begins with one of the table's `people`; all in
    small letters (`str.lower`, `toLowerCase`), a word being a run of the class `letter`.

    >>> is_few_people("achieved", 3, "women", "Women found work.")
    True
    >>> is_few_people("achieved", 3, "workshops", "Workshops for women were held.")
    False
    """
    held = table()["small_number"]
    if value is None or not 0 < value < held["below"] or status not in held["statuses"]:
        return False
    words = re.findall(f"[{table()['classes']['letter']}]+", (unit or claim).lower())
    return any(word.startswith(stem.lower()) for word in words for stem in held["people"])


def names(text: str, language: str) -> Iterator[str]:
    """What may be the name of a person: two words with capital letters side by side, of which the
    second may be a letter with a point. In a language that writes nouns so, that tells nothing.

    >>> list(names("Mira P. and Novi Pazar", "en")), list(names("Die Frau Meier", "de"))
    (['Mira P.'], [])
    """
    if language not in table()["person"]["nouns_are_capital"]:
        yield from (found[0] for found in _person().finditer(text))


@functools.cache
def _person() -> re.Pattern[str]:
    return re.compile(_expanded(table()["person"]["pattern"], _classes()))


@functools.cache
def table() -> Mapping[str, Any]:
    """What `dangers.json` holds: classes, finders, and the tables that checks read."""
    held: Mapping[str, Any] = json.loads(
        resources.files("komsiluk").joinpath("text", "dangers.json").read_text("utf-8")
    )
    return held


class _Finder(NamedTuple):
    rule: str
    severity: str
    saying: str
    contexts: frozenset[str]
    check: Callable[[str], bool] | None
    patterns: tuple[re.Pattern[str], ...]
    innocent: tuple[re.Pattern[str], ...]


@functools.cache
def _finders() -> tuple[_Finder, ...]:
    classes = _classes()
    return tuple(
        _Finder(
            rule=held["rule"],
            severity=held["severity"],
            saying=held.get("say", held["rule"]),
            contexts=frozenset(held.get("contexts", (TEXT, CONTACT))),
            check=_CHECKS[held["check"]] if "check" in held else None,
            patterns=_compiled(held["pattern"], classes),
            innocent=_compiled(held.get("innocent", ()), classes),
        )
        for held in table()["finders"]
    )


@functools.cache
def _classes() -> Mapping[str, str]:
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
    """Number of the pattern, start and end of what a finder finds."""
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
    """A one for each character that belongs to something harmless, a zero for the others."""
    found = bytearray(len(text))
    for pattern in finder.innocent:
        for match in pattern.finditer(text):
            found[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return found


def _is_citizen_number(found: str) -> bool:
    """JMBG, EMBG, EMŠO: day, month and three digits of the year of birth, region, number, control digit.

    Source: Zakon o jedinstvenom matičnom broju građana; the weights are those of its instruction.
    """
    held = table()["citizen_number"]
    digits = [int(digit) for digit in found]
    day, month, year = int(found[:2]), int(found[2:4]), int(found[4:7])
    if not 1 <= month <= 12 or not 1 <= day <= held["days"][month - 1] or 100 <= year < 890:
        return False
    total = sum(weight * digit for weight, digit in zip(held["weights"], digits, strict=False))
    control = held["modulus"] - total % held["modulus"]
    return digits[12] == (control if control < 10 else 0)


def _is_albanian_number(found: str) -> bool:
    """Letter and digit of the year, month (of women with fifty added), day, number, control letter.

    How the letter is computed has not been published.
    """
    month, day = int(found[2:4]), int(found[4:6])
    if month > table()["albanian_number"]["months_of_women"]:
        month -= table()["albanian_number"]["months_of_women"]
    return 1 <= month <= 12 and 1 <= day <= table()["citizen_number"]["days"][month - 1]


def _is_telephone(found: str) -> bool:
    """Whether the digits are as many as telephone numbers of the country have (ITU-T E.164)."""
    held = table()["telephone"]
    digits = "".join(character for character in found if "0" <= character <= "9")
    if found.lstrip("(").startswith("+"):
        return _is_international(digits)
    if digits.startswith("00"):
        return _is_international(digits[2:])
    least, most = held["national_digits"]
    return bool(least <= len(digits) <= most)


def _is_international(digits: str) -> bool:
    held = table()["telephone"]
    for code, least, most in held["countries"].values():
        if digits.startswith(code):
            number = digits[len(code) :]
            return bool(least <= len(number) - number.startswith("0") <= most)
    least, most = held["other_digits"]
    return any(
        digits.startswith(code) and least <= len(digits) - len(code) <= most
        for code in held["others"]
    )


def _is_private_mailbox(found: str) -> bool:
    """Whether a mailbox is named neither after a role nor after the organisation."""
    name, host = _mailbox(found)
    parts = _parts(name)
    if not parts or parts[0] in table()["mailboxes"] or parts[-1] in table()["mailboxes"]:
        return False
    whole = "".join(parts)
    return host in table()["free_mail"] or len(whole) < 3 or whole not in host.split(".")


def _is_role_at_free_mail(found: str) -> bool:
    return not _is_private_mailbox(found) and _mailbox(found)[1] in table()["free_mail"]


def _mailbox(found: str) -> tuple[str, str]:
    """What stands before the sign and behind it, in small letters."""
    name, host = _AT.split(_small(found), maxsplit=1)
    return name, host


def _parts(name: str) -> list[str]:
    """The words of a mailbox's name, without digits: `office-nis2` has two."""
    return [part for part in _BETWEEN.split(name) if part]


def _is_unsafe_scheme(found: str) -> bool:
    return _small(found.partition(":")[0]) not in table()["schemes"]


def _is_shortener(found: str) -> bool:
    return _small(found).removeprefix("www.") in table()["shorteners"]


def _is_another_host(found: str) -> bool:
    """Whether the words of a link name another website than the one it leads to."""
    words, _, target = found.partition("](")
    shown = _HOST.search(words)
    meant = _HOST.search(target)
    if shown is None or meant is None:
        return False
    one, other = (_small(match[1]).removeprefix("www.") for match in (shown, meant))
    return not (one == other or one.endswith(f".{other}") or other.endswith(f".{one}"))


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
