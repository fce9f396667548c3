"""The sites that whole-site tests and browser tests look at, each built once a session.

`tests/browser/conftest.py` may import `built` and `small`: whoever asks second finds the site built.
"""

from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.hostile import write_hostile
from tests.site.many import write_many
from tests.site.sites import ROOT, SMALL, Site, once, run


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of this session, shared by all processes of pytest-xdist."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


@pytest.fixture(scope="session")
def built(workshop: Path) -> Path:
    """The folder of the real site, as `komsiluk build` makes it."""
    return once(workshop / "built", lambda to: run("komsiluk", "build", "-d", to, cwd=ROOT))


@pytest.fixture(scope="session")
def small_source(workshop: Path) -> Path:
    """A copy of the small site's source, where its pictures are kept between builds."""

    def copied(to: Path) -> None:
        shutil.copytree(SMALL, to, ignore=shutil.ignore_patterns(".cache", "site"))

    return once(workshop / "small-source", copied)


@pytest.fixture(scope="session")
def small(workshop: Path, small_source: Path) -> Path:
    """The folder of the small site of `tests/cases/small`, which uses every field of the model."""
    return once(workshop / "small", lambda to: run("komsiluk", "build", "-d", to, cwd=small_source))


@pytest.fixture(scope="session")
def bundle(workshop: Path, small: Path, small_source: Path) -> Path:
    """The folder that a person gets who unzips a bundle of the small site."""
    assert small.is_dir(), "its pictures are kept by now"

    def unzipped(to: Path) -> None:
        target = to.with_name("a-small-site.zip")
        run("komsiluk", "build", "--bundle", target, cwd=small_source)
        with zipfile.ZipFile(target) as packed:
            packed.extractall(to)

    (folder,) = once(workshop / "bundle", unzipped).iterdir()
    return folder


@pytest.fixture(scope="session")
def hostile(workshop: Path) -> Path:
    """The source of a site whose every field means harm; `site` is what it became, unjudged."""

    def made(to: Path) -> None:
        write_hostile(to)
        run("python", "-m", "tests.hostile", "site", cwd=to, PYTHONPATH=str(ROOT))

    return once(workshop / "hostile", made)


@pytest.fixture(scope="session")
def hostile_site(hostile: Path) -> Site:
    """The site of harm."""
    return Site(hostile, hostile / "site")


@pytest.fixture(scope="session")
def many(workshop: Path) -> Path:
    """The source of a site of many practices; its cards are kept, and `site` is what it makes."""

    def made(to: Path) -> None:
        run("mkdocs", "build", "--strict", cwd=write_many(to))

    return once(workshop / "many", made)


@pytest.fixture(scope="session")
def many_site(many: Path) -> Site:
    """The site of many practices."""
    return Site(many, many / "site")


@pytest.fixture(scope="session")
def real_site(built: Path) -> Site:
    """The real site with its source."""
    return Site(ROOT, built)


@pytest.fixture(scope="session")
def small_site(small: Path) -> Site:
    """The small site with its source."""
    return Site(SMALL, small)


@pytest.fixture(scope="session", params=["real_site", "small_site"])
def site(request: pytest.FixtureRequest) -> Site:
    """Both sites, one after the other."""
    found: Site = request.getfixturevalue(request.param)
    return found
