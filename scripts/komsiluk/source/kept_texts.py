"""Texts by name to the form in which they wait until a page needs them."""

from __future__ import annotations

import functools
import marshal
import zlib
from collections.abc import Callable, ItemsView, Iterator, Mapping

from komsiluk.model.translation import AT_HAND

PLAIN_FILES = 10_000
"""The most files of a collection whose texts stay as they are. Beyond, they are packed: ten thousand
practices in seven languages would take more than a gigabyte otherwise."""

_SWIFT = 1
"""zlib's quickest level: less than half of the room, in a fifth of a millisecond for a translation."""
_Convert = Callable[[str], str]


def kept_plain(texts: Mapping[str, str]) -> KeptTexts:
    """The texts as they are."""
    return KeptTexts(dict(texts))


def kept_packed(texts: Mapping[str, str]) -> KeptTexts:
    """The texts packed, but for those that every list of practices shows."""
    return KeptTexts(_Packed(texts))


class KeptTexts(Mapping[str, str]):
    """Texts by name, plain or packed, in the spelling of their file or in another script.

    Nothing is written anywhere, so all of the room is given back when nobody needs them any more.
    """

    __slots__ = ("_convert", "_store", "_near")

    def __init__(self, store: dict[str, str] | _Packed, convert: _Convert | None = None) -> None:
        self._store, self._convert = store, convert
        near = store.near if isinstance(store, _Packed) else store
        self._near = _spelt({name: near[name] for name in _NEAR if name in near}, convert)

    def derived(self, convert: _Convert) -> KeptTexts:
        """The same texts, all of them respelt when one is read for the first time."""
        return KeptTexts(self._store, convert)

    def items(self) -> ItemsView[str, str]:
        """All of them. A caller that needs many texts asks once for all."""
        return self._texts().items()

    def __getitem__(self, name: str) -> str:
        if name in self._near:
            return self._near[name]
        return self._texts()[name]

    def __contains__(self, name: object) -> bool:
        return name in self._near or name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    @property
    def _names(self) -> tuple[str, ...] | dict[str, str]:
        return self._store.names if isinstance(self._store, _Packed) else self._store

    def _texts(self) -> dict[str, str]:
        """The texts, to be read only."""
        store = self._store
        texts = store if isinstance(store, dict) else _unpacked(store)
        if self._convert is not None:
            texts = _spelt(texts, self._convert)
            self._store = texts if isinstance(store, dict) else _Packed(texts)
            self._convert = None
        return texts


class _Packed:
    """Texts in less than half of their room."""

    __slots__ = ("data", "names", "near")

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.names = tuple(texts)
        self.data = zlib.compress(marshal.dumps(tuple(texts.values())), _SWIFT)
        self.near = {name: texts[name] for name in _NEAR if name in texts}


@functools.lru_cache(maxsize=8)
def _unpacked(packed: _Packed) -> dict[str, str]:
    """The texts themselves.

    Those unpacked last, eight at most, are kept until others take their place: a page asks for the same
    ones many times.
    """
    return dict(zip(packed.names, marshal.loads(zlib.decompress(packed.data)), strict=True))


def _spelt(texts: dict[str, str], convert: _Convert | None) -> dict[str, str]:
    return {name: convert(text) for name, text in texts.items()} if convert else texts


_NEAR = sorted(AT_HAND)
