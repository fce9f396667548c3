"""The form finds the same dangers in a text as Python, by the same table."""

from __future__ import annotations

import json
import random
from pathlib import Path

from komsiluk.text.dangers import find, table
from tests.node import node

FOLDER = Path(__file__).parent / "cases" / "dangers"
_ASK = """(() => {
  let find;
  return ({ table, text, context }) => {
    find ??= komsiluk.dangers(table);
    return find(text, context).map(({ rule, start, end, severity, say }) => [rule, start, end, severity, say]);
  };
})()"""


def test_the_form_finds_what_python_finds_in_every_vector_and_in_what_is_left_of_them() -> None:
    vectors = json.loads((FOLDER / "vectors.json").read_text("utf-8"))
    assert len(vectors) > 200
    rng = random.Random("dangers")
    texts = [(vector["text"], vector.get("context", "text")) for vector in vectors]
    texts += [(cut(text, rng), context) for text, context in texts for _ in range(3)]
    texts += [("😀 " + " ".join(text for text, _ in texts[:40]), "text")]
    with node(_ASK, ["form/dangers.js"]) as form:
        for text, context in texts:
            given = {"table": dict(table()), "text": text, "context": context}
            assert list(map(tuple, form(given))) == [
                tuple(finding) for finding in find(text, context)
            ]


def test_the_form_knows_few_people_and_names_as_python_does() -> None:
    results = json.loads((FOLDER / "results.json").read_text("utf-8"))
    texts = json.loads((FOLDER / "names.json").read_text("utf-8"))
    with node(
        "({ table, result, text, language }) => { const found = komsiluk.dangers(table);"
        " return result ? found.isFewPeople(result) : found.names(text, language); }",
        ["form/dangers.js"],
    ) as form:
        for result in results:
            given = {"table": dict(table()), "result": result}
            assert form(given) is result["few"], result
        for vector in texts:
            assert form({"table": dict(table()), **vector}) == vector["names"], vector


def cut(text: str, rng: random.Random) -> str:
    """The text with a stretch taken out."""
    start = rng.randrange(len(text) + 1)
    return text[:start] + text[start + rng.randint(1, 4) :]
