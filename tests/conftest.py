"""What all tests share: the flag that writes expectations anew, and copies of the small site."""

from __future__ import annotations

from pathlib import Path

import hypothesis
import pytest

from komsiluk.settings import Settings
from tests.small_site import Lay, laid

# A machine that is busy with something else is no fault of the program.
hypothesis.settings.register_profile("patient", deadline=None)
hypothesis.settings.load_profile("patient")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`pytest --rewrite` writes the expected reports anew; read the diff like code."""
    parser.addoption("--rewrite", action="store_true", help="write the expected reports anew")


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether expectations are to be written, and not only compared."""
    return bool(request.config.getoption("--rewrite"))


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Makes the test's copy of the small site, with folders laid over it."""

    def lay(*folders: Path) -> Settings:
        return laid(tmp_path / "site", *folders)

    return lay
