"""Pages of the real site to what Lighthouse thinks of them on a phone."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.collection import ROOT
from tests.browser.chromium import FLAGS

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ENOUGH = 95
_TOOLS = Path(__file__).parents[1] / "tools"
_FETCHED = ROOT / ".cache" / "bench-tools"
_PATH = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What Lighthouse says of one page."""

    name: str
    scores: dict[str, int]
    """From 0 to 100 by category: the median of the runs."""
    reasons: tuple[str, ...]
    """What keeps a category that is below `ENOUGH` there, from the last run."""
    speed: int
    """Lighthouse's `benchmarkIndex` of this machine; a desktop has 1,500 and more, a phone 600."""


def missing() -> str:
    """Why Lighthouse cannot be asked, after trying to fetch it; empty when it can."""
    if (_FETCHED / "node_modules" / "lighthouse").is_dir():
        return ""
    if not shutil.which("npm", path=_PATH):
        return "npm is not installed"
    _FETCHED.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(_TOOLS / name, _FETCHED / name)
    done = subprocess.run(
        ["npm", "ci", "--no-progress"],
        cwd=_FETCHED,
        env={**os.environ, "PATH": _PATH},
        capture_output=True,
        text=True,
    )
    return f"npm ended with {done.returncode}" if done.returncode else ""


def judge(name: str, address: str, rounds: int, chromium: Path) -> Judged:
    """Ask about a page so many times. Raises `CalledProcessError` when Lighthouse fails."""
    found = [_run(address, chromium) for _ in range(rounds)]
    scores = {
        category: round(
            100 * statistics.median(told["categories"][category]["score"] or 0 for told in found)
        )
        for category in CATEGORIES
    }
    low = [category for category in CATEGORIES if scores[category] < ENOUGH]
    return Judged(
        name=name,
        scores=scores,
        reasons=tuple(reason for category in low for reason in _reasons(found[-1], category)),
        speed=round(statistics.median(told["environment"]["benchmarkIndex"] for told in found)),
    )


def _run(address: str, chromium: Path) -> dict[str, Any]:
    program = _FETCHED / "node_modules" / "lighthouse" / "cli" / "index.js"
    done = subprocess.run(
        [
            "node", str(program), address, "--output=json", "--quiet", "--form-factor=mobile",
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags=--headless=new {' '.join(FLAGS)}",
        ],
        env={**os.environ, "PATH": _PATH, "CHROME_PATH": str(chromium)},
        capture_output=True,
        text=True,
        check=True,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def _reasons(told: dict[str, Any], category: str) -> Sequence[str]:
    audits = (
        (told["audits"][part["id"]], part["weight"])
        for part in told["categories"][category]["auditRefs"]
    )
    return [
        f"{audit['title']} {audit.get('displayValue', '')}".replace("\xa0", " ").strip()
        for audit, weight in audits
        if weight and audit["score"] is not None and audit["score"] < 0.9
    ]
