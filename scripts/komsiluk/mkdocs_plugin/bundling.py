"""A site to a zip file that a person opens from a USB stick: one file to click, and a folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from komsiluk import theme
from komsiluk.exports import bundle
from komsiluk.exports.bundle import READ_ME, SITE, START, Stray
from komsiluk.exports.offline import is_read
from komsiluk.languages import language
from komsiluk.mkdocs_plugin.config import BUNDLE, FILES, FOLDERS
from komsiluk.mkdocs_plugin.mkdocs_cli import build_site
from komsiluk.mkdocs_plugin.page_frame import Alternate
from komsiluk.pages.addresses import Addresses
from komsiluk.settings import Settings
from komsiluk.source import interface
from komsiluk.text.slugs import slug


@dataclass(frozen=True, kw_only=True)
class Bundled:
    """What became of a bundle."""

    exit_code: int
    """Of the build."""
    strays: tuple[Stray, ...] = ()
    """What keeps it from being written."""
    n_files: int = 0


def default_name(settings: Settings) -> str:
    """What a bundle of the site is called, without an ending."""
    return slug(settings.site_names[settings.default_language])


def bundle_site(
    config_file: Path, settings: Settings, target: IO[bytes], name: str, site_dir: Path | None
) -> Bundled:
    """Build the site for reading without a server, and write it as a zip.

    The folder in the zip has the `name`. The site is built into `site_dir`, or into a folder that
    is gone afterwards.
    """
    with tempfile.TemporaryDirectory(prefix="komsiluk-") as passing:
        folder = site_dir or Path(passing) / "site"
        os.environ[BUNDLE] = FOLDERS if settings.directory_urls else FILES
        try:
            exit_code = build_site(config_file, folder, ["--no-directory-urls"])
        finally:
            del os.environ[BUNDLE]
        if exit_code:
            return Bundled(exit_code=exit_code)
        files = {SITE + path: file for path, file in _read(folder)}
        strays = tuple(bundle.strays(_Pages(files), files.keys()))
        if strays:
            return Bundled(exit_code=0, strays=strays)
        around = {START: _start(settings).encode(), READ_ME: _read_me(settings)}
        epoch = int(os.environ.get("SOURCE_DATE_EPOCH", "0"))
        bundle.write(target, name, {**files, **around}, epoch)
        return Bundled(exit_code=0, n_files=len(files) + len(around))


class _Pages(Mapping[str, str]):
    """The pages among files, each read when it is its turn."""

    def __init__(self, files: Mapping[str, Path]) -> None:
        self._files = {path: file for path, file in files.items() if path.endswith(".html")}

    def __getitem__(self, path: str) -> str:
        return self._files[path].read_text("utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


def _read(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if file.is_file() and is_read(path):
            yield path, file


def _start(settings: Settings) -> str:
    """The page to begin with: the site in each of its languages."""
    addresses = Addresses(default_language=settings.default_language, directory_urls=False)
    doors = [
        Alternate(tag=tag, href=SITE + addresses.of("", tag), name=language(tag).name)
        for tag in settings.languages
    ]
    env = Environment(
        loader=FileSystemLoader(theme.folder() / "komsiluk"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    name = settings.site_names[settings.default_language]
    return env.get_template("start.html").render(
        settings=settings, name=name, site=SITE, doors=doors
    )


def _read_me(settings: Settings) -> bytes:
    """A word on how to open it, in every language, as editors on Windows want it."""
    spoken, _ = interface.load(settings.practices, settings.languages, root=settings.root)
    paragraphs = [
        f"{words.language.name}\n{words.say('offline.read-me', file=START)}\n"
        for words in spoken.values()
    ]
    return "\n".join(paragraphs).replace("\n", "\r\n").encode("utf-8-sig")
