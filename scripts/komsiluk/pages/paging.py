"""A long list to the pages that show it, a handful at a time."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence

from komsiluk.model.words import Words
from komsiluk.pages.page import Page

CARDS = 24
"""Practices on a page: it fills two, three or four columns, and a phone can take it."""
NAMES = 200
"""Names on a page of an index."""


def paged(page: Page, items: Sequence[str], size: int, words: Words) -> Iterator[Page]:
    """The page with the first items of its list, and one for every further handful of `size`.

    The first keeps its key; the others add to it: `themes/skills/page/2`. An empty list is one page.
    """
    n_parts = max(1, -(-len(items) // size))
    for part in range(1, n_parts + 1):
        shown = tuple(items[(part - 1) * size : part * size])
        title = page.title
        if part > 1:
            title = words.say("pager.title", title=title, n=part, total=n_parts)
        yield dataclasses.replace(
            page,
            key=part_key(page.key, part),
            title=title,
            items=shown,
            part=part,
            n_parts=n_parts,
            n_items=len(items),
        )


def part_key(key: str, part: int) -> str:
    """The key of a part of a list whose first part has this one.

    >>> part_key("themes/skills", 1), part_key("themes/skills", 2)
    ('themes/skills', 'themes/skills/page/2')
    """
    return key if part == 1 else f"{key}/page/{part}"


def list_key(key: str) -> str:
    """The key of the list's first page, for any page of it.

    >>> list_key("themes/skills/page/2"), list_key("practices/page")
    ('themes/skills', 'practices/page')
    """
    head, mark, number = key.rpartition("/page/")
    return head if mark and number.isdigit() else key


def numbers(part: int, n_parts: int) -> tuple[int | None, ...]:
    """The numbers of the pages to which one of them links; None stands for pages that are left out.

    >>> numbers(1, 3), numbers(5, 42)
    ((1, 2, 3), (1, None, 4, 5, 6, None, 42))
    """
    near = {1, part - 1, part, part + 1, n_parts}
    if n_parts <= 7:
        near = set(range(1, n_parts + 1))
    offered: list[int | None] = []
    for number in sorted(near & set(range(1, n_parts + 1))):
        if offered and offered[-1] is not None and number > offered[-1] + 1:
            offered.append(None)
        offered.append(number)
    return tuple(offered)
