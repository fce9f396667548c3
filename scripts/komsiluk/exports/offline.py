"""The files of a built site to the lists by which a browser keeps one language of it, or all."""

from __future__ import annotations

import fnmatch
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

FOLDER = "offline/"
SHARED = "shared"
"""The name of the list of files that every language needs."""

WORKER = "sw.js"

_UNREAD_FILES = (
    "404.html",
    "*/404.html",
    "*.map",
    "sitemap*.xml*",
    "assets/komsiluk/cards/*",
    "assets/javascripts/lunr/*",
    "assets/javascripts/workers/*",
    "*search/search_index.json",
    f"{FOLDER}*.json",
    WORKER,
)
_UNREAD = re.compile("|".join(map(fnmatch.translate, _UNREAD_FILES)))
"""Files that no reader needs: pages for missing addresses, maps of minified code, and files that search
engines and messengers fetch."""
_FORM_FOLDER = "search/open/"
"""The folder of the practices that can be opened in the form."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Kept:
    """A file that the browser of a reader may keep."""

    path: str
    """From the root of the site, with forward slashes."""
    size: int
    """Bytes."""
    digest: str
    """The `digest` of its bytes."""


def digest(data: bytes | memoryview) -> str:
    """CRC-32, as hexadecimal digits: it tells versions of one file apart, and guards against nobody."""
    return digits(zlib.crc32(data))


def digits(checksum: int) -> str:
    """The same for bytes whose CRC-32 is known."""
    return f"{checksum:08x}"


def is_read(path: str) -> bool:
    """Whether a reader needs the file at a path of the site.

    >>> is_read("mk/practices/bakery/index.html"), is_read("mk/404.html"), is_read("sitemap.xml.gz")
    (True, False, False)
    """
    return _UNREAD.match(path) is None


def is_kept(path: str) -> bool:
    """Whether a browser keeps the file with the site.

    It keeps all that is read, but no paper to print or to fill in, and no practice to be opened in the
    form. The papers of a language are twice as large as all its pages; a reader fetches one when needed.

    >>> is_kept("mk/practices/bakery/index.html"), is_kept("mk/guides/bakery-guide.mk.pdf")
    (True, False)
    """
    return (
        is_read(path) and not path.endswith((".pdf", ".docx")) and not path.startswith(_FORM_FOLDER)
    )


def language_of(path: str, languages: Sequence[str]) -> str:
    """The language whose readers need a file; `SHARED` for all. The first language is the default.

    >>> [language_of(path, ("en", "mk")) for path in ("mk/map/index.html", "map/index.html")]
    ['mk', 'en']
    >>> [language_of(path, ("en", "mk")) for path in ("search/mk/index.js", "assets/a.css")]
    ['mk', 'shared']
    """
    first, _, rest = path.partition("/")
    if first == "search":
        inner = rest.partition("/")[0]
        return inner if inner in languages else SHARED
    if first == "assets":
        return SHARED
    return first if first in languages[1:] else languages[0]


def lists(files: Iterable[Kept], languages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    """The path and the bytes of each list.

    `offline/<language>.json` and `offline/shared.json` have size and digest of each file by its
    path; `offline/sizes.json` has the version and the bytes of each list.
    """
    lists_by_name: dict[str, dict[str, tuple[int, str]]] = {
        name: {} for name in (SHARED, *languages)
    }
    for file in sorted(files, key=lambda file: file.path):
        lists_by_name[language_of(file.path, languages)][file.path] = (file.size, file.digest)
    sizes = {}
    for name, entries in lists_by_name.items():
        data = _json(entries)
        sizes[name] = {
            "version": digest(data),
            "bytes": sum(size for size, _ in entries.values()),
        }
        yield f"{FOLDER}{name}.json", data
    yield f"{FOLDER}sizes.json", _json(sizes)


def _json(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
