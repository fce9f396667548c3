"""The files of a built site to a zip file that opens without a server, and to what would keep it from that."""

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
"""What lies in the folder that a person unzips: the file to open, a word about it, and all the rest."""

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""No file of a zip can be older."""
_PACKED = {".avif", ".gz", ".jpg", ".jpeg", ".pdf", ".png", ".webp", ".woff2", ".zip"}
"""Endings of files that deflating makes no smaller."""
_TAG = re.compile(r"<(a|area|audio|embed|form|iframe|img|link|script|source|video)\b([^>]*)>", re.I)
_ATTRIBUTE = re.compile(
    r"""(?<![\w-])(href|src|srcset|action|poster|rel)\s*=\s*(["'])(.*?)\2""", re.S
)
_ONLY_NAMED = {"canonical", "alternate", "license", "author", "next", "prev"}
"""Links of the head that are never followed by a browser of its own accord."""


@dataclass(frozen=True, kw_only=True)
class Stray:
    """A way of a page that needs a server, or the net."""

    page: str
    way: str
    where: Message
    """Where it leads."""


def strays(pages: Mapping[str, str], files: Collection[str]) -> Iterator[Stray]:
    """What in the HTML of the pages, by path, does not lead to one of the files."""
    for page, text in pages.items():
        folder = posixpath.dirname(page)
        for tag, attribute, way in dict.fromkeys(_ways(text)):
            where = _astray(tag, attribute, way, folder, files)
            if where:
                yield Stray(page=page, way=way, where=message(f"refused.astray.{where}"))


def write(target: IO[bytes], name: str, files: Mapping[str, bytes | Path], epoch: int = 0) -> None:
    """Write the zip: one folder of this name with the files, by path, in their order by path.

    Files that are given as a `Path` are read one after the other. All bear the same time: `epoch`,
    in seconds since 1970 (UTC).
    """
    time = max(_EARLIEST, datetime.fromtimestamp(epoch, UTC)).timetuple()[:6]
    with zipfile.ZipFile(target, "w") as packed:
        for path in sorted(files):
            held = files[path]
            entry = zipfile.ZipInfo(f"{name}/{path}", time)
            entry.create_system = 3  # Unix, wherever we are, for the sake of the rights.
            entry.external_attr = 0o100644 << 16
            is_packed = posixpath.splitext(path)[1] in _PACKED
            entry.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            data = held.read_bytes() if isinstance(held, Path) else held
            packed.writestr(entry, data, compresslevel=9)


def _ways(text: str) -> Iterator[tuple[str, str, str]]:
    """Tag, attribute and address of each way that a page offers or takes."""
    for tag, said in _TAG.findall(text):
        found = {name.lower(): html.unescape(value) for name, _, value in _ATTRIBUTE.findall(said)}
        if _ONLY_NAMED.intersection(found.pop("rel", "").lower().split()) and tag == "link":
            continue
        for attribute, value in found.items():
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
