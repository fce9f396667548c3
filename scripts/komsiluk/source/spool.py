"""Texts that wait on disk until a page needs them: a collection may be larger than the memory."""

from __future__ import annotations

import marshal
import tempfile
import weakref
from collections.abc import Callable, ItemsView, Iterator, Mapping

from komsiluk.model.translation import AT_HAND

_ROOM = 26_000_000
"""Characters that stay in memory: those of a thousand practices in four languages."""


class Spool:
    """A file without a name, gone with the process, that texts are written to one after another.

    Those that come first stay in memory, as long as there is room for them.
    """

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the collection
        weakref.finalize(self, self._file.close)
        self._end = 0
        self._last: tuple[_Place, dict[str, str]] = ((-1, 0), {})

    def keep(self, texts: Mapping[str, str]) -> KeptTexts:
        """The texts, to be read again by name."""
        return KeptTexts(self, self._put(dict(texts)), texts)

    def _put(self, texts: dict[str, str]) -> _Place:
        """Where the texts are from now on."""
        self._room -= sum(map(len, texts.values()))
        if self._room >= 0:
            return texts
        data = marshal.dumps(texts)
        self._file.seek(self._end)
        self._file.write(data)
        place = (self._end, len(data))
        self._end += len(data)
        return place

    def respelt(self, place: _Place, convert: Callable[[str], str]) -> _Place:
        """Where the same texts are as `convert` spells them, once it has been asked."""
        return self._put(_converted(self.read(place), convert))

    def read(self, place: _Place) -> dict[str, str]:
        """What stands at a place, to be read only; what was read last is at hand."""
        if isinstance(place, dict):
            return place
        last, found = self._last
        if place != last:
            offset, length = place
            self._file.seek(offset)
            found = marshal.loads(self._file.read(length))
            self._last = place, found
        return found


_Place = tuple[int, int] | dict[str, str]
"""Offset and length in bytes of what stands in the file, or the texts themselves."""


class KeptTexts(Mapping[str, str]):
    """Texts by name, of which only titles are in memory."""

    __slots__ = ("_convert", "_near", "_place", "_spool")

    def __init__(
        self,
        spool: Spool,
        place: _Place,
        texts: Mapping[str, str],
        convert: Callable[[str], str] | None = None,
    ) -> None:
        self._spool, self._place, self._convert = spool, place, convert
        near = {name: texts[name] for name in sorted(AT_HAND) if name in texts}
        self._near = _converted(near, convert)

    def items(self) -> ItemsView[str, str]:
        """All of them, from the disk; who needs many asks once."""
        return self._load().items()

    def derived(self, convert: Callable[[str], str]) -> KeptTexts:
        """The same texts, all of them respelt when one is read for the first time."""
        return KeptTexts(self._spool, self._place, self._near, convert)

    def __getitem__(self, name: str) -> str:
        if name in self._near:
            return self._near[name]
        return self._load()[name]

    def __contains__(self, name: object) -> bool:
        return name in self._near or name in self._spool.read(self._place)

    def __iter__(self) -> Iterator[str]:
        return iter(self._spool.read(self._place))

    def __len__(self) -> int:
        return len(self._spool.read(self._place))

    def __reduce__(self) -> tuple[type[dict[str, str]], tuple[dict[str, str]]]:
        """To another process go the texts alone; its reader has a spool of its own."""
        return dict, (dict(self.items()),)

    def _load(self) -> dict[str, str]:
        if self._convert:
            self._place, self._convert = self._spool.respelt(self._place, self._convert), None
        return self._spool.read(self._place)


def _converted(texts: dict[str, str], convert: Callable[[str], str] | None) -> dict[str, str]:
    return {name: convert(text) for name, text in texts.items()} if convert else texts
