"""What must hold for a long list however many pages it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from komsiluk.languages import language
from komsiluk.model.words import Words
from komsiluk.pages.page import Kind, Page
from komsiluk.pages.paging import list_key, numbers, paged, part_key

WORDS = Words(language=language("en"), phrases={"pager.title": "{title} (page {n} of {total})"})
ITEMS = st.integers(0, 60).map(lambda n_items: tuple(f"item-{n}" for n in range(n_items)))
SIZES = st.integers(1, 25)
KEYS = st.sampled_from(
    ["practices", "themes/work", "themes/page", "places/page-2", "page", "themes/2"]
)


def index(key: str) -> Page:
    """An index whose list is to be shown."""
    return Page(
        kind=Kind.THEME,
        subject="work",
        key=key,
        language="en",
        text_language="en",
        title="Work",
        description="Practices about work.",
        alternates=("en",),
        source="_vocabularies/themes.yml",
    )


@given(KEYS, ITEMS, SIZES)
def test_every_item_stands_on_one_page_in_its_order(
    key: str, items: tuple[str, ...], size: int
) -> None:
    pages = list(paged(index(key), items, size, WORDS))
    assert [item for page in pages for item in page.items] == list(items)
    assert all(len(page.items) == size for page in pages[:-1])
    assert len(pages[-1].items) > 0 or len(pages) == 1


@given(KEYS, ITEMS, SIZES)
def test_every_page_knows_which_of_them_it_is(key: str, items: tuple[str, ...], size: int) -> None:
    pages = list(paged(index(key), items, size, WORDS))
    assert [page.part for page in pages] == list(range(1, len(pages) + 1))
    assert {(page.n_parts, page.n_items) for page in pages} == {(len(pages), len(items))}
    assert len({page.key for page in pages}) == len({page.title for page in pages}) == len(pages)
    assert {list_key(page.key) for page in pages} == {key}
    assert (pages[0].key, pages[0].title) == (key, "Work")
    assert [page.title for page in pages[1:]] == [
        f"Work (page {n} of {len(pages)})" for n in range(2, len(pages) + 1)
    ]


@given(KEYS, st.integers(1, 10**6))
def test_a_part_leads_back_to_its_list(key: str, part: int) -> None:
    assert list_key(part_key(key, part)) == key


@pytest.mark.parametrize(
    "key", ["", "practices", "practices/page", "page/2", "themes/page/two", "a/page/", "a/page/2/b"]
)
def test_a_key_that_only_looks_like_a_part_is_its_own_list(key: str) -> None:
    assert list_key(key) == key


PARTS = st.integers(1, 60).flatmap(
    lambda n_parts: st.tuples(st.integers(1, n_parts), st.just(n_parts))
)


@given(PARTS)
def test_a_reader_is_offered_the_ends_the_neighbours_and_what_is_left_out_between(
    place: tuple[int, int],
) -> None:
    part, n_parts = place
    offered = numbers(part, n_parts)
    there = [number for number in offered if number is not None]
    assert there == sorted(set(there))
    near = {number for number in (1, part - 1, part, part + 1, n_parts) if 1 <= number <= n_parts}
    assert near <= set(there) <= set(range(1, n_parts + 1))
    for before, after in zip(offered, offered[1:], strict=False):
        if before is not None and after is not None:
            assert after == before + 1
        else:
            assert (before, after) != (None, None)
    assert offered[0] == 1 and offered[-1] == n_parts
    assert len(offered) <= 7


@given(st.integers(1, 7).flatmap(lambda n: st.tuples(st.integers(1, n), st.just(n))))
def test_of_a_few_pages_every_one_is_offered(place: tuple[int, int]) -> None:
    part, n_parts = place
    assert numbers(part, n_parts) == tuple(range(1, n_parts + 1))
