"""What people send, to the folder of a practice; and hostile archives, to one sentence each."""

from __future__ import annotations

import io
import os
import struct
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from komsiluk.intake.archive import MOST_FILES, unpacked
from komsiluk.messages import render
from komsiluk.photographs.look import look
from komsiluk.settings import Settings
from tests.commands import run
from tests.pictures import REMOVED_FROM_JPEG, SECRET, bomb, laden_jpeg, laden_png
from tests.small_site import BASE, Lay

ORIGINAL = (BASE / "practices" / "clubs" / "practice.yml").read_text("utf-8")
SENT = ORIGINAL.replace("Clubs for neighbours", "Клуб комшија: нови почетак", 1).replace(
    "title: Клуб комшија: нови почетак", 'title: "Клуб комшија: нови почетак"'
)
IMAGES = """images:
  - id: kitchen
    file: images/kitchen.jpg
    alt: Two people seen from behind cook.
    credit: Neighbours
    licence: CC-BY-4.0
    people: not-recognisable
    consent: {basis: not-needed}
"""
ID = "klub-komsija-novi-pocetak"


def zipped(files: Mapping[str, bytes | str]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


class Site:
    """A copy of the small site that things are sent to."""

    def __init__(self, settings: Settings, tmp_path: Path) -> None:
        self.practices = settings.practices
        self.config = settings.root / "mkdocs.yml"
        self.tmp_path = tmp_path

    def takes_in(self, name: str, data: bytes, *more: str) -> tuple[int, str]:
        """Exit code and output."""
        file = self.tmp_path / name
        file.write_bytes(data)
        result = run("intake", "-f", self.config, file, *more)
        return result.exit_code, result.output

    def files(self) -> list[str]:
        return sorted(
            path.relative_to(self.practices).as_posix()
            for path in self.practices.rglob("*")
            if path.is_file()
        )


@pytest.fixture
def site(lay: Lay, tmp_path: Path) -> Site:
    return Site(lay(), tmp_path)


def test_the_zip_of_the_form_becomes_a_clean_folder(site: Site) -> None:
    before = site.files()
    code, told = site.takes_in(
        "practice.zip",
        zipped(
            {
                "practice.yml": SENT + IMAGES,
                "images/kitchen.jpg": laden_jpeg(),
                "прочитај-ме.txt": "За кога е ова",
                "__MACOSX/._practice.yml": b"\0\5",
            }
        ),
    )
    assert (code, told) == (
        0,
        f"wrote practices/{ID}/practice.yml\n"
        f"wrote practices/{ID}/images/kitchen.jpg\n" + REMOVED_FROM_JPEG + "no problems found\n",
    )
    assert sorted(set(site.files()) - set(before)) == [
        f"{ID}/images/kitchen.jpg",
        f"{ID}/practice.yml",
    ]
    picture = site.practices / ID / "images" / "kitchen.jpg"
    assert look(str(picture), "x").extras == ()
    assert SECRET not in picture.read_bytes()


def test_what_is_there_is_never_written_over(site: Site) -> None:
    for number in ("", "-2", "-3"):
        code, told = site.takes_in("practice.yml", SENT.encode())
        assert code == 0
        warning = f'practice.yml: warning: there is a "{ID}" already; this one was put beside it'
        assert (warning in told) is bool(number)
        assert (site.practices / f"{ID}{number}" / "practice.yml").read_text("utf-8") == SENT


@pytest.mark.parametrize("name", ["practice.yml", "practice.yml.txt", "moja praksa.txt"])
def test_a_text_file_is_a_practice_whatever_windows_did_to_it(site: Site, name: str) -> None:
    sent = b"\xef\xbb\xbf" + SENT.replace("\n", "\r\n").encode()
    assert site.takes_in(name, sent) == (
        0,
        f"wrote practices/{ID}/practice.yml\nno problems found\n",
    )
    assert (site.practices / ID / "practice.yml").read_bytes() == SENT.encode()


def test_what_is_to_be_mended_is_told_as_check_tells_it(site: Site) -> None:
    code, told = site.takes_in("practice.yml", SENT.replace("tagline", "tagljne").encode())
    assert code == 1
    assert told == (
        f"wrote practices/{ID}/practice.yml\n"
        f'practices/{ID}/practice.yml:4:1: error: "tagljne" is not a field of a practice [unknown-field]\n'
        '  hint: did you mean "tagline"? "tagline" is also required and is missing.\n'
        "     4 | tagljne: A room in town where old and new neighbours meet.\n"
        "       | ^^^^^^^\n"
        "1 error\n"
    )


def test_a_translation_and_records_go_where_they_belong(site: Site) -> None:
    mk = (BASE / "practices" / "clubs" / "t" / "mk.yml").read_text("utf-8")
    sr = mk.replace("language: mk", "language: sr-Latn")
    place = "name: {en: Tutin}\nkind: municipality\n"
    sent = {"clubs/t/sr-Latn.yml": sr, "clubs/t/mk.yml": "language: mk\n"}
    code, told = site.takes_in("t.zip", zipped(sent))
    assert told.startswith("wrote practices/clubs/t/sr-Latn.yml\n")
    assert (
        "practices/clubs/t/mk.yml: warning: this file is there already, and another one was sent; "
        "it was left as it is [not-taken-in]\n"
    ) in told
    assert (site.practices / "clubs/t/mk.yml").read_text("utf-8") == mk
    code, told = site.takes_in("p.zip", zipped({"practice.yml": SENT, "_places/tutin.yml": place}))
    assert "wrote practices/_places/tutin.yml\n" in told
    assert site.takes_in("t.zip", zipped({"nobody/t/mk.yml": mk})) == (
        1,
        't/mk.yml: error: this is part of a practice "nobody", and there is none of that name [not-taken-in]\n'
        "  hint: name the right one: --name good-neighbor-clubs\n"
        "1 error\n",
    )


def test_pictures_that_cannot_be_taken_are_named_and_the_rest_is_taken(site: Site) -> None:
    sent: dict[str, bytes | str] = {
        "practice.yml": SENT,
        "images/wall.png": bomb(),
        "images/Drawing.SVG": b"<svg onload='alert(1)'/>",
        "images/Yard 1.PNG": laden_png(),
        "notes.docx": b"PK",
    }
    code, told = site.takes_in("p.zip", zipped(sent))
    assert code == 1
    assert [line for line in told.splitlines() if not line.startswith("  ")] == [
        f"wrote practices/{ID}/practice.yml",
        f"wrote practices/{ID}/images/yard-1.png",
        'p.zip: warning: nobody knows what "notes.docx" is for; it was left out [not-taken-in]',
        f"practices/{ID}/images/wall.png: error: the picture claims to have 144 million pixels; the most is 40 million; it was left out [not-taken-in]",
        f"practices/{ID}/images/drawing.jpg: error: this file is an SVG drawing, which can hold programs; it was left out [not-taken-in]",
        f"practices/{ID}/images/yard-1.png: warning: no practice names this picture, so nobody has said who agreed to it [photo-missing]",
        "2 errors, 2 warnings",
    ]


@pytest.mark.parametrize("name", ["../clubs", "Клуб", "a/b", ""])
def test_a_name_that_is_no_address_is_a_wrong_call(site: Site, name: str) -> None:
    assert site.takes_in("practice.yml", SENT.encode(), "--name", name)[0] == 2


# Hostile archives


def _link() -> bytes:
    held = zipfile.ZipInfo("practice.yml")
    held.external_attr = 0o120777 << 16
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(held, "/etc/passwd")
    return file.getvalue()


def _locked() -> bytes:
    data = bytearray(zipped({"practice.yml": SENT}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + at] |= 1
    return bytes(data)


def _twice() -> bytes:
    data = zipped({"practice.yml": SENT, "practice.yMl": ORIGINAL})
    return data.replace(b"practice.yMl", b"practice.yml")


def _packed_bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("practice.yml", bytes(100 * 1024**2), compresslevel=1)
    return file.getvalue()


def _lying_bomb() -> bytes:
    """Says that it holds a kilobyte, and unpacks to a hundred megabytes."""
    data = bytearray(_packed_bomb())
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.index(mark) + at, 1024)
    return bytes(data)


def _many() -> bytes:
    return zipped({f"images/{number}.jpg": b"" for number in range(2000)})


def _many_in_secret() -> bytes:
    """Says that it holds one file, and lists two thousand."""
    data = bytearray(_many())
    place = data.rindex(b"PK\x05\x06")
    struct.pack_into("<HH", data, place + 8, 1, 1)
    return bytes(data)


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "out-by-dots": (lambda: zipped({"../../x.yml": SENT}), '"../../x.yml" in it leads out of the archive'),
    "out-by-dots-inside": (
        lambda: zipped({"images/../../x.jpg": b""}),
        '"images/../../x.jpg" in it leads out of the archive',
    ),
    "out-by-root": (lambda: zipped({"/etc/passwd": ""}), '"/etc/passwd" in it leads out of the archive'),
    "out-by-drive": (lambda: zipped({"C:/x.yml": ""}), '"C:/x.yml" in it leads out of the archive'),
    "out-by-backslash": (
        lambda: zipped({"..\\x.yml": ""}),
        '"..\\x.yml" in it leads out of the archive',
    ),
    "link": (_link, '"practice.yml" in it is a link, and no file'),
    "locked": (_locked, "the archive is locked with a password"),
    "twice": (_twice, '"practice.yml" is in it twice'),
    "bomb": (_packed_bomb, "what is in it holds 100 MB; the most is 60 MB"),
    "lying-bomb": (_lying_bomb, "the archive is damaged"),
    "many": (_many, f"the archive holds more than {MOST_FILES} files"),
    "many-in-secret": (_many_in_secret, f"the archive holds more than {MOST_FILES} files"),
    "cut": (lambda: zipped({"practice.yml": SENT})[:-30], "this is no zip archive, or not all of it"),
    "damaged": (
        lambda: zipped({"practice.yml": SENT}).replace(b"neighbours", b"neighbors "),
        "the archive is damaged",
    ),
    "empty": (lambda: zipped({}) + b"", "there is no practice in it"),
    "something-else": (
        lambda: zipped({"xl/workbook.xml": "<workbook/>", "[Content_Types].xml": ""}),
        "there is no practice in it",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_archive_gives_one_sentence_and_no_file(site: Site, case: str) -> None:
    make, told = HOSTILE[case]
    before, data = site.files(), make()
    started = time.process_time()
    code, output = site.takes_in("sent.zip", data)
    assert time.process_time() - started < 0.5
    errors = [line for line in output.splitlines() if ": error: " in line]
    assert errors == [f"sent.zip: error: {told} [not-taken-in]"]
    assert code == 1
    assert site.files() == before


def test_a_file_of_two_gigabytes_is_not_read(site: Site) -> None:
    file = site.tmp_path / "sent.zip"
    file.write_bytes(b"PK\x03\x04")
    os.truncate(file, 2 * 1024**3)
    result = run("intake", "-f", site.config, file)
    assert result.output == (
        "sent.zip: error: the file holds 2048 MB; the most is 30 MB [not-taken-in]\n"
        "  hint: make the photographs smaller: 1600 pixels wide are enough.\n"
        "1 error\n"
    )


def test_a_refusal_is_told_in_the_language_that_is_asked_for(site: Site) -> None:
    file = site.tmp_path / "sent.pdf"
    file.write_bytes(b"%PDF-1.7")
    result = run("intake", "-f", site.config, file, "--language", "sr-Latn")
    assert result.output == (
        "sent.pdf: greška: ovo je PDF dokument, u kojem nema mesta za odgovore [not-taken-in]\n"
        "  savet: otvorite ga u Wordu i sačuvajte kao .docx, ili popunite obrazac.\n"
        "1 greška\n"
    )


def test_names_that_only_look_different_are_one_name_to_some_machines() -> None:
    found, problems = unpacked(zipped({"practice.yml": "a", "Practice.YML": "b"}), "sent.zip")
    assert found == {}
    assert [render(problem.message) for problem in problems] == ['"practice.yml" is in it twice']
