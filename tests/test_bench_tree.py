"""Two built sites are compared by their bytes, and what differs is named."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.bench.tree import main


@pytest.fixture
def sites(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two folders, named `before` and `after`, that hold the same."""
    monkeypatch.chdir(tmp_path)
    for name in ("before", "after"):
        (tmp_path / name / "mk").mkdir(parents=True)
        (tmp_path / name / "index.html").write_text("<p>one</p>\n<p>two</p>\n", "utf-8")
        (tmp_path / name / "mk" / "index.html").write_text("<p>два</p>", "utf-8")
        (tmp_path / name / "guide.pdf").write_bytes(b"%PDF-1.7 \xff\xfe")
    return Path("before"), Path("after")


def tell(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["before", "after", *arguments])
    return code, capsys.readouterr().out


def test_the_same_bytes_are_the_same_tree(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(capsys) == (0, "the same tree: 3 files\n")


def test_what_differs_is_counted_by_kind_and_named(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = sites
    (before / "CNAME").write_text("x", "utf-8")
    (after / "sq").mkdir()
    (after / "sq" / "index.html").write_text("", "utf-8")
    (after / "index.html").write_text("<p>one</p>\n<p>2</p>\n", "utf-8")
    (after / "guide.pdf").write_bytes(b"%PDF-1.7 \xff\xff")
    assert tell(capsys) == (
        1,
        """\
1 files are the same
only in before: 1
  no ending: 1
    CNAME
only in after: 1
  .html: 1
    sq/index.html
different: 2
  .html: 1
    index.html
  .pdf: 1
    guide.pdf
""",
    )


def test_the_lines_that_differ_are_shown(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    _, after = sites
    (after / "index.html").write_text("<p>1</p>\n<p>2</p>\n<p>3</p>\n", "utf-8")
    (after / "mk" / "index.html").write_text("<p>три</p>", "utf-8")
    (after / "guide.pdf").write_bytes(b"%PDF-1.7 \xff")
    assert (
        tell(capsys, "--show", "2")[1]
        == """\
0 files are the same
different: 3
  .html: 2
    index.html
      - <p>one</p>
      + <p>1</p>
      - <p>two</p>
      + <p>2</p>
    mk/index.html
      - <p>два</p>
      + <p>три</p>
  .pdf: 1
    guide.pdf
      11 bytes, then 10
"""
    )


def test_of_a_long_line_the_part_that_differs_is_shown(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = sites
    (before / "index.html").write_text("a" * 1000 + "b" + "c" * 1000, "utf-8")
    (after / "index.html").write_text("a" * 1000 + "d" + "c" * 1000, "utf-8")
    _, _, _, _, old, new, _ = tell(capsys, "--show", "1")[1].split("\n")
    assert old == f"      - …{'a' * 40}b{'c' * 119}…"
    assert new == f"      + …{'a' * 40}d{'c' * 119}…"


def test_of_a_packed_file_the_members_that_differ_are_named(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for folder, text in zip(sites, ("one", "two"), strict=True):
        with zipfile.ZipFile(folder / "guide.docx", "w") as packed:
            packed.writestr("word/document.xml", text)
            packed.writestr("word/styles.xml", "the same")
            packed.writestr("word/media/a.png", b"\x89\xff")
    assert "guide.docx\n      word/document.xml in it\n" in tell(capsys, "--show", "5")[1]


def test_of_many_files_of_a_kind_ten_are_named_unless_all_are_asked_for(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for n in range(12):
        (sites[1] / f"{n:02}.png").write_bytes(bytes((n,)))
    assert "  .png: 12\n" in (told := tell(capsys)[1])
    assert told.endswith("    09.png\n    and 2 more\n")
    assert tell(capsys, "--all")[1].endswith("    10.png\n    11.png\n")


def test_what_is_no_folder_is_one_sentence(
    sites: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["before", "site"]) == 2
    assert capsys.readouterr().err == "site is no folder; build one with: komsiluk build -d site\n"
