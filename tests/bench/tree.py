"""Two built sites to what differs between them, file by file.

    python -m tests.bench.tree BEFORE AFTER [--show N]

Take a build before a change and one after it, and explain each difference.
A build depends on its input alone, so both may come from any machine, any day and any folder.
It ends with 0 if the folders hold the same bytes, with 1 if not, and with 2 if one is no folder.
"""

from __future__ import annotations

import argparse
import difflib
import hashlib
import io
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

WIDTH = 160
"""Characters that are shown of a line that differs; pages are written without line breaks."""
BEFORE_IT = 40
"""Characters of a line that are shown before the first one that differs."""
N_NAMES = 10
"""Files that are named of each kind, unless all are asked for."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What differs between two folders; paths with slashes, sorted."""

    n_same: int
    """Files with the same bytes on both sides."""
    removed: tuple[str, ...]
    """Files that only the first folder has."""
    added: tuple[str, ...]
    """Files that only the second folder has."""
    changed: tuple[str, ...]
    """Files of both, with other bytes."""

    def __bool__(self) -> bool:
        return bool(self.removed or self.added or self.changed)


def compare(before: Path, after: Path) -> Difference:
    """Compare all files below two folders by their SHA-256. Raises `OSError` for what cannot be read."""
    old, new = digests(before), digests(after)
    both = old.keys() & new.keys()
    changed = sorted(name for name in both if old[name] != new[name])
    return Difference(
        n_same=len(both) - len(changed),
        removed=tuple(sorted(old.keys() - both)),
        added=tuple(sorted(new.keys() - both)),
        changed=tuple(changed),
    )


def digests(folder: Path) -> Mapping[str, bytes]:
    """The SHA-256 of every file below a folder, by its path with slashes; links are followed."""
    return {
        file.relative_to(folder).as_posix(): _digest(file)
        for file in folder.rglob("*")
        if file.is_file()
    }


def report(difference: Difference, before: Path, after: Path, n_lines: int, n_names: int) -> str:
    """What people read: a count for each kind of file, the names, and of texts `n_lines` lines each."""
    if not difference:
        return f"the same tree: {difference.n_same:,} files"
    lines = [f"{difference.n_same:,} files are the same"]
    for title, names in (
        (f"only in {before}", difference.removed),
        (f"only in {after}", difference.added),
        ("different", difference.changed),
    ):
        if not names:
            continue
        lines.append(f"{title}: {len(names):,}")
        for kind, group in _by_kind(names).items():
            lines.append(f"  {kind}: {len(group):,}")
            for name in group[:n_names]:
                lines.append(f"    {name}")
                if n_lines and names is difference.changed:
                    lines += _shown(before / name, after / name, n_lines)
            if len(group) > n_names:
                lines.append(f"    and {len(group) - n_names:,} more")
    return "\n".join(lines)


def _by_kind(names: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """Names by their ending, the most frequent first."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for name in names:
        kinds[PurePosixPath(name).suffix or "no ending"].append(name)
    return dict(sorted(kinds.items(), key=lambda item: (-len(item[1]), item[0])))


def _shown(before: Path, after: Path, n_lines: int) -> Iterator[str]:
    """The first lines that differ, or of a packed file the members that do."""
    old, new = before.read_bytes(), after.read_bytes()
    try:
        texts = old.decode("utf-8"), new.decode("utf-8")
    except UnicodeDecodeError:
        members = list(_members(old, new))
        for member in members[:n_lines]:
            yield f"      {member}"
        if not members:
            yield f"      {len(old):,} bytes, then {len(new):,}"
        return
    for _, (one, other) in zip(range(n_lines), _pairs(*texts), strict=False):
        start = max(0, _n_alike(one, other) - BEFORE_IT)
        yield from (
            f"      {sign} {_cut(line, start)}" for sign, line in (("-", one), ("+", other)) if line
        )


def _pairs(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Lines that differ, each beside what came in its place, or beside nothing."""
    before, after = old.split("\n"), new.split("\n")
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, start, end, new_start, new_end in matcher.get_opcodes():
        if tag != "equal":
            gone, come = before[start:end], after[new_start:new_end]
            for n in range(max(len(gone), len(come))):
                yield (gone[n] if n < len(gone) else ""), (come[n] if n < len(come) else "")


def _members(old: bytes, new: bytes) -> Iterator[str]:
    """What differs within two zips (Word documents are some); nothing for other files."""
    if not all(zipfile.is_zipfile(io.BytesIO(data)) for data in (old, new)):
        return
    with zipfile.ZipFile(io.BytesIO(old)) as one, zipfile.ZipFile(io.BytesIO(new)) as other:
        before, after = (
            {name: file.read(name) for name in file.namelist()} for file in (one, other)
        )
    for name in sorted({*before, *after}):
        if before.get(name) != after.get(name):
            yield f"{name} in it"


def _n_alike(one: str, other: str) -> int:
    """How many characters two lines begin with in common."""
    return next(
        (n for n, pair in enumerate(zip(one, other, strict=False)) if len({*pair}) > 1),
        min(len(one), len(other)),
    )


def _cut(line: str, start: int) -> str:
    end = start + WIDTH
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"


def _digest(file: Path) -> bytes:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").digest()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what differs; the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.bench.tree", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument(
        "--show", type=int, default=0, metavar="N", help="lines of each text that differs"
    )
    parser.add_argument("--all", action="store_true", help="name all files, not ten of a kind")
    given = parser.parse_args(arguments)
    for folder in (given.before, given.after):
        if not folder.is_dir():
            print(
                f"{folder} is no folder; build one with: komsiluk build -d {folder}",
                file=sys.stderr,
            )
            return 2
    difference = compare(given.before, given.after)
    print(
        report(
            difference, given.before, given.after, given.show, sys.maxsize if given.all else N_NAMES
        )
    )
    return int(bool(difference))


if __name__ == "__main__":
    sys.exit(main())
