"""What in a text could hurt somebody: the vectors that Python and the browser share, and hostile texts."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.source.encoding import MAX_BYTES
from komsiluk.text.dangers import TEXT, find, is_few_people, names, table
from komsiluk.text.prefilter import is_suspect

VECTORS = Path(__file__).parent / "cases" / "dangers" / "vectors.json"
TEXTS = json.loads(VECTORS.read_text("utf-8"))
N_DAMAGED = 3_000
RESULTS = json.loads((VECTORS.parent / "results.json").read_text("utf-8"))
NAMES = json.loads((VECTORS.parent / "names.json").read_text("utf-8"))
PIECES = (
    "[", "![](", "[](", "<!--", "<img ", "<a ", "Ulica ", "ul.a", "ul. a ", "Ul. A", "a@", "a.", "0",
    "01 ", "0641234567 ", "+381", "1.1111", "44.7872 ", "A a ", "Aa A", "Trg a ", "{{", ":::", "\n///",
    "]: a:", "[a](&", "[a](a", "(", "JMBG ", "pasoš 1 ", "telefon 1", "1 ", "1/", "1.", "Straße ", "AA11 ",
    "č", "Čč (", "Ulica A ", "1 A ", "www.", "https://", "IBAN 1", "2019/", "\u00a0", "Čaa Č. (", "34", ")",
    "-godišnja ", "bit.ly/a ", "{: ", "°", "'", "N", ",", "\n",
)  # fmt: skip


def test_everybody_reads_the_same_in_the_vectors(rewrite: bool) -> None:
    """`pytest --rewrite` writes the findings anew; read the diff like code."""
    vectors = [{**vector, "findings": findings(vector)} for vector in TEXTS]
    if rewrite:
        lines = ",\n".join(f" {json.dumps(vector, ensure_ascii=False)}" for vector in vectors)
        VECTORS.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    assert vectors == TEXTS


def findings(vector: dict[str, str]) -> list[dict[str, object]]:
    text = vector["text"]
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity,
            "say": finding.message,
            "start": finding.start,
            "end": finding.end,
            "found": text[finding.start : finding.end],
        }
        for finding in find(text, vector.get("context", TEXT))
    ]


def test_every_rule_has_texts_that_it_finds_and_texts_that_it_passes() -> None:
    rules = {finder["rule"] for finder in table()["finders"]}
    named = {finding["rule"] for vector in TEXTS for finding in vector["findings"]}
    assert named == rules
    assert sum(not vector["findings"] for vector in TEXTS) > 80


@pytest.mark.parametrize("result", RESULTS, ids=lambda result: str(result["claim"]))
def test_few_people_are_told_from_few_things(result: dict[str, Any]) -> None:
    few = is_few_people(result["status"], result.get("value"), result.get("unit"), result["claim"])
    assert few is result["few"]


@pytest.mark.parametrize("vector", NAMES, ids=lambda vector: str(vector["text"]))
def test_names_are_told_by_two_capital_letters(vector: dict[str, Any]) -> None:
    assert list(names(vector["text"], vector["language"])) == vector["names"]


def test_a_quick_look_misses_nothing() -> None:
    for vector in TEXTS:
        if vector["findings"] and vector.get("context") != "degrees":
            assert is_suspect(vector["text"]), vector["text"]


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_a_quick_look_misses_nothing_in_mixed_pieces(pieces: list[str]) -> None:
    text = "".join(pieces)
    if find(text):
        assert is_suspect(text)


def test_a_quick_look_misses_nothing_in_what_is_left_of_the_vectors() -> None:
    draw = random.Random(7)
    texts = [vector["text"] for vector in TEXTS]
    n_dangerous = 0
    for _ in range(N_DAMAGED):
        text, other = draw.choice(texts), draw.choice(texts)
        start, end = sorted(draw.randrange(len(text) + 1) for _ in "12")
        cut = draw.randrange(len(other) + 1)
        damaged = f"{text[:start]}{other[cut : cut + draw.randrange(8)]}{text[end:]}"
        if find(damaged):
            n_dangerous += 1
            assert is_suspect(damaged), damaged
    assert n_dangerous > N_DAMAGED / 20


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_takes_long(piece: str) -> None:
    """A quarter of what a file may hold, all of one piece; a quadratic search would take seconds."""
    text = (piece * MAX_BYTES)[: MAX_BYTES // 4]
    start = time.process_time()
    find(text)
    assert time.process_time() - start < 1
