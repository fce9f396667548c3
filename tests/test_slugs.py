"""A title to one address, whether `komsiluk new` or the form makes it."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from komsiluk.text.slugs import slug, table
from tests.node import node

VECTORS = json.loads((Path(__file__).parent / "cases" / "slugs.json").read_text("utf-8"))
_FORM = "({ table, title, longest }) => komsiluk.slugs(table)(title, longest)"


@pytest.mark.parametrize(("title", "name"), VECTORS)
def test_a_title_has_the_name_of_the_vectors(title: str, name: str) -> None:
    assert slug(title, otherwise="") == name
    assert slug(title) == name or (slug(title), name) == ("practice", "")


def test_the_form_gives_the_same_names() -> None:
    draw = random.Random("slugs")
    letters = "".join(title for title, _ in VECTORS)
    titles = [title for title, _ in VECTORS]
    titles += ["".join(draw.choices(letters, k=draw.randint(1, 90))) for _ in range(400)]
    with node(_FORM, ["form/slugs.js"]) as form:
        for title in titles:
            longest = draw.choice((20, 40, 60))
            given = {"table": dict(table()), "title": title, "longest": longest}
            assert form(given) == slug(title, longest, otherwise=""), title
