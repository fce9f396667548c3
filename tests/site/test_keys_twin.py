"""The browser's keys are Python's: on more than 100,000 words, and letter by letter."""

from __future__ import annotations

import functools
import json
import random
import re
import string
import unicodedata
from pathlib import Path
from subprocess import run
from typing import Any

from komsiluk.text.keys import fold, key, profile, table, words
from tests import equipment
from tests.lemmas import DICTIONARIES, dictionary

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "overrides" / "assets" / "komsiluk" / "keys.js"
PROFILES = ("", *DICTIONARIES)
LISTS = {"slav": "slav", "mk": "slav", "sq": "sq", "de": "en", "en": "en"}
"""Whose lemma list is asked for a profile: the lists of the others take long to load."""
N_FROM_LEMMAS = 6_000
N_RANDOM = 600
LETTERS = {
    "small": string.ascii_lowercase,
    "frequent": "aeioujhsckgndlt",
    "marked": "abcčćdđeëghijjklmnoöprsšßtuüvzžçäáñ",
    "Cyrillic": "абвгдђѓежзѕијкќлљмнњопрстћуфхцчџшйщъьюяёѐѝ",
    "any": "aeiÁzŽ0 9٣ẞßİıſǆǅﬁжЖќʼ’\u0301\u200c\u00ad𝐚ﻼ한ωΣçëЀ",
}

TWIN = """
const fs = require("fs"), vm = require("vm");
vm.runInThisContext(fs.readFileSync(process.argv[1], "utf8"));
const { table, asked, text, tags } = JSON.parse(fs.readFileSync(0, "utf8"));
const keys = komsiluk.keys(table);
const found = {};
for (const [profile, list] of Object.entries(asked)) {
  found[profile] = list.map((word) => [keys.fold(word, profile), keys.key(word, profile)]);
}
console.log(JSON.stringify({ found, words: keys.words(text), profiles: tags.map(keys.profile) }));
"""


def test_python_and_the_browser_give_the_same_keys() -> None:
    asked = {name: sorted(asked_words(name)) for name in PROFILES}
    n_words = sum(map(len, asked.values()))
    assert n_words > 100_000
    print(f"{n_words:,} words")
    found = twin(asked=asked)["found"]
    differing = [
        (name, word, ours, tuple(theirs))
        for name, list_of_words in asked.items()
        for word, theirs in zip(list_of_words, found[name], strict=True)
        if (ours := (fold(word, name), key(word, name))) != tuple(theirs)
    ]
    assert differing[:20] == []


def test_python_and_the_browser_see_the_same_words_in_a_text() -> None:
    text = " ".join(f"x{letter}y {letter}" for letter in known_letters()) + everything_written()
    assert twin(text=text)["words"] == list(words(text))


def test_python_and_the_browser_fold_every_letter_alike() -> None:
    letters = known_letters()
    found = twin(asked={"": letters})["found"][""]
    assert [theirs for theirs, _ in found] == [fold(letter, "") for letter in letters]


def test_python_and_the_browser_know_the_same_profiles() -> None:
    tags = ["sr-Cyrl", "bs", "SQ-xk", "mk", "de", "en", "ar", ""]
    assert twin(tags=tags)["profiles"] == [profile(tag) for tag in tags]


def twin(**given: object) -> dict[str, Any]:
    """What `keys.js` says: `found` by profile, `words` of a text, `profiles` of tags."""
    told = {"table": dict(table()), "asked": {}, "text": "", "tags": [], **given}
    command: list[str | Path] = [equipment.node(), "-e", TWIN, SCRIPT]
    answer = run(command, input=json.dumps(told), capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def asked_words(name: str) -> set[str]:
    """Words of the checkout and of a lemma list, letters at random, and those with each ending."""
    rng = random.Random(name)
    written = sorted({word for word in words(everything_written()) if len(word) < 60})
    found = set(written[PROFILES.index(name) % 2 :: 2])
    if name:
        forms = [form for form, _ in dictionary(LISTS[name])]
        found.update(forms[:: len(forms) // N_FROM_LEMMAS])
    for letters in LETTERS.values():
        found.update(at_random(rng, letters, 14) for _ in range(N_RANDOM))
    for ending in sorted(all_endings(name)):
        found.update(at_random(rng, LETTERS["frequent"], 7) + ending for _ in range(20))
    return found


def all_endings(name: str) -> set[str]:
    """Every ending that the table of a profile names."""
    steps = table()[name]["tables"].values() if name else ()
    return {ending for lines in steps for line in lines for ending in line[0].split(" ")}


def at_random(rng: random.Random, letters: str, n_letters: int) -> str:
    return "".join(rng.choices(letters, k=rng.randint(1, n_letters)))


@functools.cache
def everything_written() -> str:
    """The texts of practices, pages and cases in all languages."""
    files = (
        *(ROOT / "practices").rglob("*.yml"),
        *(ROOT / "docs").rglob("*.md"),
        *(ROOT / "tests" / "cases" / "keys").glob("*.txt"),
        *(ROOT / "scripts" / "komsiluk" / "languages").glob("*/interface.yml"),
    )
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(files))
    return re.sub(r"[0-9a-f]{12,}", "", text)


def known_letters() -> list[str]:
    """The letters, marks and signs of the alphabets of Europe and the Near East."""
    return [chr(code) for code in range(0x21, 0x0900) if unicodedata.category(chr(code)) != "Cn"]
