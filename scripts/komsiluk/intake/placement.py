"""A parcel to the files that it becomes in the practices folder, none of which is there yet."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from komsiluk.diagnostics import Diagnostic, Message, Severity, has_errors
from komsiluk.images.cleaning import cleaned
from komsiluk.images.photograph_variants import UnreadablePhotographError
from komsiluk.intake.refusal import refused
from komsiluk.intake.submission import PRACTICE, Parcel
from komsiluk.messages import message
from komsiluk.photographs.look import look
from komsiluk.photographs.photograph import KINDS
from komsiluk.source.document import read
from komsiluk.source.encoding import decode
from komsiluk.source.image_errors import trouble
from komsiluk.text.slugs import slug

_NAME = re.compile(r"[a-z0-9-]+\.(?:jpg|png|webp)")


@dataclass(frozen=True, kw_only=True)
class Arrival:
    """What is to be written."""

    practice: str
    """The id of the practice."""
    files: Mapping[str, bytes]
    """By their paths from the practices folder; empty when nothing can be taken in."""
    problems: tuple[Diagnostic, ...]
    removed: Mapping[str, tuple[Message, ...]]
    """What was in each picture beside its pixels, by the path of the picture."""


def arrived(parcel: Parcel, practices: Path, shown: str, name: str | None = None) -> Arrival:
    """The files that a parcel becomes. The practice gets an id from its title, or `name`; where that
    is taken, with a number. Nothing that is there is written over. `shown` is the folder's own path
    in reports."""
    problems = list(parcel.problems)
    if has_errors(problems):
        return Arrival(practice="", files={}, problems=tuple(problems), removed={})
    wanted = _wanted(parcel, name)
    practice = _practice(parcel, practices, wanted)
    if PRACTICE not in parcel.texts and not (practices / practice / PRACTICE).exists():
        problems.append(_without_original(parcel, practice))
        return Arrival(practice="", files={}, problems=tuple(problems), removed={})
    if practice != wanted:
        problems.append(_beside(f"{shown}/{practice}/{PRACTICE}", wanted))
    files: dict[str, bytes] = {}
    removed: dict[str, tuple[Message, ...]] = {}
    for path, data in parcel.texts.items():
        target = path if path.startswith("_") else f"{practice}/{path}"
        text, problem = _text(data, f"{shown}/{target}")
        taken = practices / target
        if problem is not None:
            problems.append(problem)
        elif not taken.exists():
            files[target] = text
        elif taken.read_bytes() != text:
            problems.append(_taken(f"{shown}/{target}"))
    for sent, data in parcel.pictures.items():
        target = f"{practice}/images/{_picture_name(sent)}"
        picture, extras, problem = _picture(data, f"{shown}/{target}")
        if problem is not None:
            problems.append(problem)
        elif (practices / target).exists():
            problems.append(_taken(f"{shown}/{target}"))
        else:
            files[target] = picture
            removed[target] = extras
    return Arrival(practice=practice, files=files, problems=tuple(problems), removed=removed)


def _wanted(parcel: Parcel, name: str | None) -> str:
    """The id that the practice asks for: the folder it came in, or its title."""
    if name or PRACTICE not in parcel.texts:
        return name or slug(parcel.folder)
    return slug(parcel.folder or _title(parcel.texts[PRACTICE]))


def _practice(parcel: Parcel, practices: Path, wanted: str) -> str:
    """The id: that of the practice to which a translation belongs, or one that is free."""
    if PRACTICE not in parcel.texts:
        return wanted
    return next(
        candidate for candidate in _numbered(wanted) if not (practices / candidate).exists()
    )


def _beside(file: str, wanted: str) -> Diagnostic:
    return refused(
        file,
        message("not-taken-in.beside.message", name=wanted),
        message("not-taken-in.beside.hint"),
        Severity.WARNING,
    )


def _without_original(parcel: Parcel, practice: str) -> Diagnostic:
    return refused(
        next(iter(parcel.texts), practice),
        message("not-taken-in.without-original.message", name=practice),
        message("not-taken-in.without-original.hint"),
    )


def _numbered(name: str) -> Iterator[str]:
    yield name
    number = 2
    while True:
        yield f"{name[:56]}-{number}"
        number += 1


def _title(data: bytes) -> str:
    value = read(data, file=PRACTICE).value
    title = value.get("title") if isinstance(value, dict) else None
    return title if isinstance(title, str) else ""


def _text(data: bytes, target: str) -> tuple[bytes, Diagnostic | None]:
    """The text as a file of ours has it: UTF-8, without a mark at its beginning, ends of line alike.

    What is no text at all is refused; what is wrong in it, its author is told by checking.
    """
    manuscript, problems = decode(data, file=target)
    if problems and not manuscript.text:
        return b"", problems[0]
    return (data if problems else manuscript.text.rstrip("\n").encode() + b"\n"), None


def _taken(target: str) -> Diagnostic:
    return refused(
        target,
        message("not-taken-in.taken.message"),
        message("not-taken-in.taken.hint"),
        Severity.WARNING,
    )


def _picture_name(sent: str) -> str:
    if _NAME.fullmatch(sent):
        return sent
    stem, _, ending = sent.rpartition(".")
    ending = {"jpeg": "jpg"}.get(ending.lower(), ending.lower())
    return f"{slug(stem)}.{ending if ending in KINDS else 'jpg'}"


def _picture(data: bytes, target: str) -> tuple[bytes, tuple[Message, ...], Diagnostic | None]:
    """The clean picture, and what was removed; or why it cannot be taken."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "picture"
        file.write_bytes(data)
        try:
            picture = cleaned(file, target.rpartition(".")[2])
        except UnreadablePhotographError as error:
            fault = trouble(look(str(file), target))
            damage = message("not-taken-in.picture.message", reason=error.reason)
            reason = message(
                "not-taken-in.left-out.message", reason=fault.message if fault else damage
            )
            return b"", (), refused(target, reason, fault.hint if fault else None)
    return picture.data, picture.removed, None
