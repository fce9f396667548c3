"""What of the theme's folder is published, and how."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.files import File, Files

from komsiluk import theme
from komsiluk.mkdocs_plugin.theme_files import bare_scripts


def published(path: str, folder: Path, site: Path) -> str:
    file = File(path, str(folder), str(site), use_directory_urls=True)
    bare_scripts(Files([file]))
    file.copy_file()
    return (site / path).read_text("utf-8")


def test_our_scripts_are_published_without_remarks_and_types(tmp_path: Path) -> None:
    for path in ("assets/komsiluk/site.js", "sw.js"):
        script = published(path, theme.folder(), tmp_path / "site")
        assert "@type" not in script
        assert not any(line.startswith(("//", " ", "*")) for line in script.splitlines())


def test_scripts_of_others_are_published_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("  // Ours.\n", encoding="utf-8")
    assert published("a.js", tmp_path, tmp_path / "site") == "  // Ours.\n"
