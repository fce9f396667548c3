"""The files of a built site to a zip file that opens without a server, and to the links that need one."""

from __future__ import annotations

import html
import posixpath
import re
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit

from komsiluk.diagnostics import Message
from komsiluk.messages import message

START, READ_ME, SITE = "START.html", "READ-ME.txt", "site/"
"""The contents of the folder that a person unzips: the file to open, a note about it, and the site."""

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""The earliest time that a zip can give a file."""
_PACKED = {".avif", ".gz", ".jpg", ".jpeg", ".pdf", ".png", ".webp", ".woff2", ".zip"}
"""Endings of files that are compressed already."""
_TAG = re.compile(r"<(a|area|audio|embed|form|iframe|img|link|script|source|video)\b([^>]*)>", re.I)
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(href|src|srcset|action|poster|rel)\s*=\s*(["'])(.*?)\2""", re.S
)
_ONLY_NAMED = {"canonical", "alternate", "license", "author", "next", "prev"}
"""Kinds of `<link>` that a browser never follows by itself."""


@dataclass(frozen=True, kw_only=True)
class Stray:
    """A link or a source in a page that needs a server, or the net."""

    page: str
    way: str
    where: Message
    """Where it leads."""


def strays(pages: Mapping[str, str], files: Collection[str]) -> Iterator[Stray]:
    """The links and sources that do not lead to one of the files. `pages` are HTML by path."""
    for page, text in pages.items():
        folder = posixpath.dirname(page)
        for tag, attribute, way in dict.fromkeys(_ways(text)):
            where = _astray(tag, attribute, way, folder, files)
            if where:
                yield Stray(page=page, way=way, where=message(f"refused.astray.{where}"))


def write(target: IO[bytes], name: str, files: Mapping[str, bytes | Path], epoch: int = 0) -> None:
    """Write the zip: one folder of this name with the files, by path, in their order by path.

    A `Path` among the files is read when its turn comes. All entries have the same time: `epoch`, in
    seconds since 1970 (UTC).
    """
    time = max(_EARLIEST, datetime.fromtimestamp(epoch, UTC)).timetuple()[:6]
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(files):
            content = files[path]
            entry = zipfile.ZipInfo(f"{name}/{path}", time)
            entry.create_system = 3  # Unix on every system, so that the permissions below count.
            entry.external_attr = 0o100644 << 16
            is_packed = posixpath.splitext(path)[1] in _PACKED
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            data = content.read_bytes() if isinstance(content, Path) else content
            archive.writestr(entry, data, compresslevel=9)


def _ways(text: str) -> Iterator[tuple[str, str, str]]:
    """Tag, attribute and address of each link and source in the HTML of a page."""
    for tag, markup in _TAG.findall(text):
        attributes = {
            name.lower(): html.unescape(value) for name, _, value in _ATTRIBUTE.findall(markup)
        }
        if _ONLY_NAMED.intersection(attributes.pop("rel", "").lower().split()) and tag == "link":
            continue
        for attribute, value in attributes.items():
            if attribute != "srcset":
                yield tag.lower(), attribute, value
                continue
            for candidate in value.split(","):
                yield tag.lower(), attribute, candidate.split()[0] if candidate.split() else ""


def _astray(tag: str, attribute: str, way: str, folder: str, files: Collection[str]) -> str:
    """Where a way leads that leads astray; empty when it does not."""
    parts = urlsplit(way)
    if parts.scheme or parts.netloc:
        is_fetched = tag not in ("a", "area", "form") and parts.scheme in ("", "http", "https")
        return "host" if is_fetched else ""
    if not parts.path:
        return ""
    if parts.path.startswith("/"):
        return "root"
    path = posixpath.normpath(posixpath.join(folder, unquote(parts.path)))
    if path in files:
        return ""
    if parts.path.endswith("/") or path in (".", "..") or f"{path}/index.html" in files:
        return "folder"
    return "no-file"
