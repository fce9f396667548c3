"""Bytes to files that are whole or not there: the folder in which builds keep what they made.

Each file tells by itself whether it can be used, so there is no index to be damaged or to be
fought over. Its name is its key, its length and a digest of its bytes. Its time is midnight (UTC)
of the day on which it was last found whole: whoever writes to it later gives it another time, and
then, and once a week in any case, it is read and compared with its name.

A file is written under another name and renamed when it is finished. So a build that is killed
leaves nothing that looks finished, and of two builds that make the same file one replaces the
other's by its equal.

Whatever a build finds bears a day of the last week from then on, and nothing is removed before it
has borne its day for a month: no build takes that long. A lock keeps `prune` from removing a file
in the moment in which a build finds it; the system gives it back when its owner is killed.
"""

from __future__ import annotations

import atexit
import functools
import hashlib
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from komsiluk.artifacts import Artifact

KEY_LENGTH = 40
DAY = 86_400 * 10**9
"""Nanoseconds, the unit of all times here."""
TRUSTED = 7 * DAY
"""For so long a file is not read again to see whether it is whole."""
KEPT = 30 * DAY
"""For so long a file is kept that no build asks for."""
ABANDONED = DAY // 24
"""A file that is still unfinished then belonged to a build that was killed."""

_LOCK = ".lock"
_UNFINISHED = ".making-"
_NAME = re.compile(r"[0-9a-f]{40}-[0-9]+-[0-9a-f]{16}(\.\w+)?|(read|site)-[0-9a-f]{16}")


def find(keys: Collection[str], folder: str) -> dict[str, str]:
    """The names of the whole files among those with these keys, by key."""
    names = {}
    today = _today()
    with _locked(folder, alone=False):
        for name in os.listdir(folder):
            if (key := name[:KEY_LENGTH]) in keys and _is_whole(f"{folder}/{name}", name, today):
                names[key] = name
    return names


def keep(artifact: Artifact, folder: str) -> str:
    """Make the artifact and keep its file; the file's name."""
    data = artifact.make(*artifact.arguments, *artifact.inputs)
    suffix = os.path.splitext(artifact.path)[1]
    name = f"{artifact.key}-{len(data)}-{_digest(data)}{suffix}"
    write(folder, name, (data,))
    return name


def write(folder: str, name: str, data: Iterable[bytes]) -> None:
    """Put the whole file there or none, with today's date, in place of any that was there."""
    handle, unfinished = tempfile.mkstemp(prefix=_UNFINISHED, dir=folder)
    try:
        with open(handle, "wb") as file:
            file.writelines(data)
        os.chmod(unfinished, 0o644)
        _date(unfinished, _today())
        os.replace(unfinished, f"{folder}/{name}")
    except BaseException:
        os.unlink(unfinished)
        raise


def vouch(file: str) -> None:
    """Give a whole file today's date: a build has asked for it."""
    _date(file, _today())


def prune(folder: Path) -> None:
    """Remove what no build has asked for in a month, and what killed builds left unfinished.

    To be called after a build. Files that are not ours stay, and everything stays while another
    build looks for its files, or where the system has no locks.
    """
    now = time.time_ns()
    with suppress(OSError), _locked(str(folder), alone=True) as is_locked:
        if not is_locked:
            return
        for entry in os.scandir(folder):
            age = now - entry.stat(follow_symlinks=False).st_mtime_ns
            is_unused = age > KEPT and _NAME.fullmatch(entry.name)
            if is_unused or (age > ABANDONED and entry.name.startswith(_UNFINISHED)):
                os.unlink(entry)


@functools.cache
def writable(folder: Path) -> tuple[Path, str]:
    """The folder; or, where it cannot be written to, one that lasts as long as the process, and the reason.

    The result is kept until the process ends, so that all use the same folder in its place.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=folder).close()
    except OSError as error:
        instead = tempfile.mkdtemp(prefix="komsiluk-")
        atexit.register(shutil.rmtree, instead, ignore_errors=True)
        return Path(instead), error.strerror or str(error)
    return folder, ""


def _is_whole(file: str, name: str, today: int) -> bool:
    """Whether the file holds what its name says; it is read only when its time does not vouch for it."""
    _, _, rest = name.partition("-")
    length, _, digest = rest.partition("-")
    try:
        status = os.stat(file)
        if str(status.st_size) != length:
            return False
        dated = status.st_mtime_ns
        if dated % DAY == 0 and today - TRUSTED < dated <= today:
            return True
        with open(file, "rb") as opened:
            is_whole = _digest(opened.read()) == digest.partition(".")[0]
    except OSError:
        return False
    if is_whole:
        with suppress(PermissionError):  # Another user's file can be used, but not dated.
            _date(file, today)
    return is_whole


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def _today() -> int:
    return time.time_ns() // DAY * DAY


def _date(file: str, day: int) -> None:
    os.utime(file, ns=(day, day))


@contextmanager
def _locked(folder: str, *, alone: bool) -> Iterator[bool]:
    """Hold the folder's lock meanwhile; whether we have it. Who wants it alone does not wait."""
    try:
        handle = os.open(f"{folder}/{_LOCK}", os.O_RDONLY | os.O_CREAT, 0o644)
    except OSError:
        yield False
        return
    try:
        yield _lock(handle, alone)
    finally:
        os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int, alone: bool) -> bool:
        return False

else:
    import fcntl

    def _lock(handle: int, alone: bool) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB if alone else fcntl.LOCK_SH)
        except OSError:
            return False
        return True
