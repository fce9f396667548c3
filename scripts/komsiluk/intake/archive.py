"""A zip file from somebody unknown to the files in it; nothing is written, and little is believed."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Mapping

from komsiluk.diagnostics import Diagnostic, Message
from komsiluk.intake.refusal import refused
from komsiluk.messages import message

MOST_BYTES = 30 * 1024 * 1024
"""Of an archive."""
MOST_UNPACKED = 2 * MOST_BYTES
"""Of all files in it together: texts become a tenth when they are packed, photographs nothing."""
MOST_FILES = 300

_MOST_DIRECTORY = 512 * MOST_FILES
"""Bytes of the list of files at the end of an archive; a name takes 46 and its letters."""
_END, _END_64 = b"PK\x05\x06", b"PK\x06\x07"
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_ASTRAY = re.compile(r"^/|^[A-Za-z]:|\\|(?:^|/)\.\.(?:/|$)|[\x00-\x1f\x7f]")
_HIDDEN = re.compile(r"(?:^|/)(?:__MACOSX/|\.|Thumbs\.db$)")
_AGAIN = message("not-taken-in.again")
_ONE_PRACTICE = message("not-taken-in.one-practice")
_SMALLER = message("not-taken-in.smaller")


def unpacked(data: bytes, file: str) -> tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]:
    """The files by their paths in the archive, with forward slashes; or what is wrong, and no file.

    Refused are archives that are too large, packed or unpacked, or have too many files; that are
    damaged or locked; and that name a file outside of themselves, a link, or one file twice.
    Folders, and the hidden files of file managers, are left out.
    """
    problem = _outside(data)
    if problem is None:
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                members = [member for member in archive.infolist() if not member.is_dir()]
                problem = next(filter(None, map(_member, members)), None) or _together(members)
                if problem is None:
                    wanted = [member for member in members if not _HIDDEN.search(member.filename)]
                    return {member.filename: _read(archive, member) for member in wanted}, ()
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError):
            problem = message("not-taken-in.damaged.message"), _AGAIN
    return {}, (refused(file, *problem),)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """As many bytes as the archive says. (Asked for all, zipfile unpacks first and counts then.)"""
    with archive.open(member) as opened:
        return opened.read(member.file_size)


_Words = tuple[Message, Message]
"""What is wrong, and what to do."""


def _outside(data: bytes) -> _Words | None:
    """What is wrong with an archive before its list of files is read."""
    if len(data) > MOST_BYTES:
        return too_large(len(data))
    place = data.rfind(_END, max(0, len(data) - 65_557))
    if place < 0 or len(data) < place + 22:
        return message("not-taken-in.no-archive.message"), _AGAIN
    n_files = int.from_bytes(data[place + 10 : place + 12], "little")
    n_bytes = int.from_bytes(data[place + 12 : place + 16], "little")
    is_long = data[max(0, place - 20) : place].startswith(_END_64)
    if is_long or n_files > MOST_FILES or n_bytes > _MOST_DIRECTORY:
        return message("not-taken-in.too-many.message", limit=MOST_FILES), _ONE_PRACTICE
    return None


def too_large(n_bytes: int) -> _Words:
    """What to say of a file of so many bytes, sent as one."""
    size, limit = n_bytes // 1024**2, MOST_BYTES // 1024**2
    return message("not-taken-in.too-large.message", size=size, limit=limit), _SMALLER


def _member(member: zipfile.ZipInfo) -> _Words | None:
    name = _shown(member.filename[:80])
    if _ASTRAY.search(member.orig_filename) or _ASTRAY.search(member.filename):
        return message("not-taken-in.outside.message", name=name), _AGAIN
    mode = member.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG):
        hint = message("not-taken-in.link.hint")
        return message("not-taken-in.link.message", name=name), hint
    if member.flag_bits & _ENCRYPTED:
        return message("not-taken-in.locked.message"), message("not-taken-in.locked.hint")
    if member.compress_type not in _METHODS:
        return message("not-taken-in.packing.message", name=name), _AGAIN
    return None


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name)


def _together(members: list[zipfile.ZipInfo]) -> _Words | None:
    if len(members) > MOST_FILES:
        return message("not-taken-in.too-many.message", limit=MOST_FILES), _ONE_PRACTICE
    n_bytes = sum(member.file_size for member in members)
    if n_bytes > MOST_UNPACKED:
        size, limit = n_bytes // 1024**2, MOST_UNPACKED // 1024**2
        return message("not-taken-in.unpacked-too-large.message", size=size, limit=limit), _SMALLER
    names = [member.filename.casefold() for member in members]
    double = next((name for name in names if names.count(name) > 1), None)
    if double is not None:
        hint = message("not-taken-in.twice.hint")
        return message("not-taken-in.twice.message", name=double[:80]), hint
    return None
