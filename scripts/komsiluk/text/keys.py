"""A word to the key under which the search finds it: the same in Python and in the browser.

A key ignores script, case, diacritics and endings. The rules of a language are in its folder
(`languages/<tag>/keys.yml`), and the rules that all languages share in `keys.json`. This file and
`overrides/assets/komsiluk/keys.js` only interpret them, in the same way. German and English follow the
Snowball algorithms (Porter 2001, https://snowballstem.org, 3.1), written as tables. The others were
written from grammars. `docs/developers/decisions/0015-keys-are-tables.md` says why.
"""

from __future__ import annotations

import functools
import json
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from importlib import resources
from typing import Any, NamedTuple

import yaml

from komsiluk.languages.folders import kept, tags, typed
from komsiluk.languages.traits import traits


def key(word: str, profile: str) -> str:
    """The key that all forms of a word share in a profile. Only an empty word has an empty key.

    A word with a digit, or in an alphabet that is not folded to Latin, is only folded.

    >>> {key(word, "slav") for word in ("djeca", "deca", "деца", "djece", "djecom")}
    {'dec'}
    >>> key("Bäckereien", "de"), key("Baeckerei", "de"), key("2026", "de")
    ('backerei', 'backerei', '2026')
    """
    return _profile(profile).key(word)


def fold(word: str, profile: str) -> str:
    """The word in small Latin letters without marks, as people type it on a plain keyboard.

    >>> fold("Ђурђевак", "slav"), fold("Đurđevak", "slav"), fold("djurdjevak", "slav")
    ('durdevak', 'durdevak', 'durdevak')
    >>> fold("shkollë", "sq"), fold("Straße", "de"), fold("Führung", "de"), fold("fuehrung", "de")
    ('shkolle', 'strasse', 'fuhrung', 'fuhrung')
    """
    return _profile(profile).fold(word)


def profile(tag: str) -> str:
    """The profile of a BCP 47 tag; empty for a language whose words are only folded.

    >>> profile("sr-Cyrl"), profile("bs"), profile("sq-XK"), profile("fi")
    ('slav', 'slav', 'sq', '')
    """
    name: str = table()["profiles"].get(tag.split("-")[0].lower(), "")
    return name


def fault(text: str) -> str:
    """The reason why a file `keys.yml` with this text cannot be used; empty if it can.

    >>> fault("profile: fi\\ntables: {}\\nsteps: [ending]\\n"), fault("profile: fi\\nbefore: [['(', '']]\\n")
    ("KeyError('ending')", 'missing ), unterminated subpattern at position 0')
    """
    try:
        rules = yaml.load(text, Loader=yaml.CSafeLoader)
        _Profile(rules).key("example")
    except re.error as error:
        return str(error)
    except (
        yaml.YAMLError,
        ArithmeticError,
        AttributeError,
        LookupError,
        TypeError,
        ValueError,
    ) as error:
        return repr(error).partition("\n")[0]
    return ""


def words(text: str) -> Iterator[str]:
    """The words of a text, unchanged: runs of letters, digits and their marks.

    >>> list(words("UNHCR-ov plan za 2026: žene_i deca"))
    ['UNHCR', 'ov', 'plan', 'za', '2026', 'žene', 'i', 'deca']
    """
    return (match[0] for match in _WORD.finditer(text))


@kept
def table() -> Mapping[str, Any]:
    """The rules of all languages, as the browser gets them too. Nobody may change them.

    Cached until another site is named (`kept`).

    `profiles` has the name of the profile of each language, and each profile is under its name.
    A profile respells a word (`spelt` before its marks are stripped, `folded` after), looks it up
    as a `whole`, respells it (`before`), takes its `steps` one after the other, and respells it
    (`after`). Respellings are patterns with replacements that Python and JavaScript share.
    A step is a list of `[endings, replacement, region, stem, next step]`, as in `_Rule`. A
    replacement of "-" keeps all but the first letter of the ending. `regions` matches up to R2,
    and its group begins at R1. R1 is never before `least`.
    """
    file = resources.files("komsiluk.text").joinpath("keys.json")
    shared: Mapping[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    names: dict[str, str] = {}
    profiles: dict[str, Any] = {}
    for tag in tags():
        if name := traits(tag).search_keys:
            names[tag.partition("-")[0].lower()] = name
        rules = dict(typed(tag, "keys.yml"))
        if name := rules.pop("profile", ""):
            profiles[name] = rules
    return {"profiles": names, **shared, **profiles}


_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f\u064b-\u065f\u0670\u00ad\u200c\u200d])*")
_NOT_LATIN = re.compile("[^a-z]")

_DEFAULTS: tuple[Any, ...] = ("", 0, "", "")
"""The parts that a line of a step may leave out: without them its endings are always deleted."""

_Respelling = tuple[tuple[re.Pattern[str], str], ...]
"""Patterns and their replacements, in the order in which they apply."""


class _Rule(NamedTuple):
    """A rule for one ending."""

    replacement: str
    region: int
    """Where the ending has to begin: 0 anywhere, 1 and 2 in R1 and R2, 3 exactly where R1 does."""
    stem: Callable[[str], object] | None
    """A test of the part before the ending; None for no test."""
    then: _Step | None
    """The next step if the rule was applied."""


class _Step(NamedTuple):
    """Endings with their rules. The longest ending that fits is taken."""

    rules: Mapping[str, tuple[_Rule, ...]]
    sizes: Mapping[str, tuple[int, ...]]
    """The lengths of endings by last letter, the greatest first; under "" those for all other letters."""
    strict: bool
    """Whether the step ends when the rules of the longest ending forbid it, without trying shorter ones."""

    def take(self, word: str, regions: tuple[int, int, int, int]) -> str:
        for size in self.sizes.get(word[-1:], self.sizes[""]):
            end = len(word) - size
            if end < 0 or (rules := self.rules.get(word[end:])) is None:
                continue
            stem = word[:end]
            for replacement, region, fits, then in rules:
                if end < regions[region] or (region == 3 and end > regions[3]):
                    continue
                if fits is None or fits(stem):
                    stem += replacement
                    return then.take(stem, regions) if then else stem
            if self.strict:
                break
        return word


class _Profile:
    """The rules of one profile, compiled.

    A profile caches the last 65,536 words, folded and as keys, because words repeat. It lasts as long
    as the cache of `_profile`.
    """

    def __init__(self, rules: Mapping[str, Any]) -> None:
        self._letters = str.maketrans(table()["letters"])
        self._marks = re.compile(table()["marks"])
        self._spelt = _respelling(rules.get("spelt"))
        self._folded = _respelling(rules.get("folded"))
        self._before = _respelling(rules.get("before"))
        self._after = _respelling(rules.get("after"))
        self._whole: Mapping[str, str] = rules.get("whole", {})
        self._shortest: int = rules.get("shortest", 0)
        self._least: int = rules.get("least", 0)
        self._regions = re.compile(rules["regions"]) if "regions" in rules else None
        tables = rules.get("tables", {})
        strict = bool(rules.get("strict"))
        self._steps = tuple(_step(tables, step, strict) for step in rules.get("steps", ()))
        self.fold = functools.lru_cache(maxsize=65536)(self._fold)
        self.key = functools.lru_cache(maxsize=65536)(self._key)

    def _fold(self, word: str) -> str:
        folded = word.lower()
        if not folded.isascii():
            folded = unicodedata.normalize("NFC", folded).translate(self._letters)
            folded = _respelt(folded, self._spelt)
            if not folded.isascii():
                folded = self._marks.sub("", unicodedata.normalize("NFD", folded))
        return _respelt(folded, self._folded) or word

    def _key(self, word: str) -> str:
        word = self._fold(word)
        whole = self._whole.get(word)
        if whole is not None:
            return whole
        if self._regions is None or len(word) < self._shortest or _NOT_LATIN.search(word):
            return word
        stem = _respelt(word, self._before)
        first = second = len(stem)
        if regions_match := self._regions.match(stem):
            second = regions_match.end() if regions_match[1] else second
            first = regions_match.start(1) if regions_match[1] else regions_match.end()
        regions = (0, max(first, self._least), second, max(first, self._least))
        for step in self._steps:
            stem = step.take(stem, regions)
        return _respelt(stem, self._after)


@kept
def _profile(name: str) -> _Profile:
    """The compiled profile of a name. Cached until another site is named (`kept`)."""
    return _Profile(table().get(name, {}) if name else {})


def _step(tables: Mapping[str, Any], name: str, strict: bool) -> _Step:
    """The step of a name: lines of endings, replacement, region, pattern of the stem, next step."""
    rules: dict[str, tuple[_Rule, ...]] = {}
    sizes: dict[str, set[int]] = {"": set()}
    for line in tables[name]:
        parts: list[Any] = [*line, *_DEFAULTS[len(line) - 1 :]]
        endings, replacement, region, stem, then = parts
        fits = re.compile(stem).search if stem else None
        following = _step(tables, then, strict) if then else None
        for ending in endings.split(" "):
            addition = ending[1:] if replacement == "-" else replacement
            rules[ending] = (*rules.get(ending, ()), _Rule(addition, region, fits, following))
            sizes.setdefault(ending[-1:], set()).add(len(ending))
    ordered = {
        last: tuple(sorted(lengths | sizes[""], reverse=True)) for last, lengths in sizes.items()
    }
    return _Step(rules, ordered, strict)


def _respelling(pairs: Any) -> _Respelling:
    return tuple(
        (re.compile(pattern), re.sub(r"\$(\d)", r"\\\1", replacement))
        for pattern, replacement in pairs or ()
    )


def _respelt(word: str, respelling: _Respelling) -> str:
    for pattern, replacement in respelling:
        word = pattern.sub(replacement, word)
    return word
