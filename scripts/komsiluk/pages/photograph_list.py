"""The pictures of a practice to the sizes and files that its page shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from komsiluk.model.collection import Collection
from komsiluk.model.people import Image
from komsiluk.photographs.photograph import Photograph, fitted

SMALL, LARGE = 800, 1600
"""The longer side of a file for telephones, and of a file for larger screens, in pixels."""
FOLDER = "assets/komsiluk/photographs/"


@dataclass(frozen=True, kw_only=True, slots=True)
class ShownPhotograph:
    """A picture as a page shows it."""

    practice_id: str
    image: Image
    photograph: Photograph

    @property
    def width(self) -> int:
        """Of the largest file, in pixels."""
        return self._size(LARGE)[0]

    @property
    def height(self) -> int:
        """Of the largest file, in pixels."""
        return self._size(LARGE)[1]

    @property
    def sides(self) -> tuple[int, ...]:
        """The longer sides for which there are files; one for a picture that is small itself."""
        longer = max(self.photograph.width, self.photograph.height)
        return (SMALL, LARGE) if longer > SMALL else (LARGE,)

    def path(self, side: int, ending: str) -> str:
        """Where a file stands, from the root of the site; `ending` is `webp` or `jpg`."""
        return f"{FOLDER}{self.practice_id}/{self.image.id}-{side}.{ending}"

    def widths(self) -> Iterator[tuple[int, str]]:
        """The width of each WebP file in pixels, and where it stands."""
        for side in self.sides:
            yield self._size(side)[0], self.path(side, "webp")

    def _size(self, side: int) -> tuple[int, int]:
        return fitted(self.photograph.width, self.photograph.height, side)


def shown_photographs(collection: Collection, practice_id: str) -> tuple[ShownPhotograph, ...]:
    """The pictures of a practice that can be shown: the file is there and may be unpacked."""
    shown = []
    for image in collection.practices[practice_id].images:
        photograph = collection.photographs.get(f"{practice_id}/{image.file}")
        if photograph is not None and photograph.is_fit:
            shown.append(
                ShownPhotograph(practice_id=practice_id, image=image, photograph=photograph)
            )
    return tuple(shown)
