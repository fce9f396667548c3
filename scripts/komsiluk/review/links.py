"""Addresses on the web to those that lead nowhere any more."""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor

SECONDS = 20
N_AT_ONCE = 8
_GONE = {404, 410}
"""What a server answers when there is nothing; other refusals are often only for programs."""
_AGENT = "Mozilla/5.0 (compatible; komsiluk link check)"

Ask = Callable[[str], str]


def dead(addresses: Iterable[str], ask: Ask | None = None) -> list[tuple[str, str]]:
    """The addresses that lead nowhere, with the reason; `ask` tells the reason, or nothing."""
    asked = list(addresses)
    with ThreadPoolExecutor(N_AT_ONCE) as pool:
        answers = pool.map(ask or reason, asked)
        return [(address, answer) for address, answer in zip(asked, answers, strict=True) if answer]


def reason(address: str) -> str:
    """Why an address leads nowhere; empty when it leads somewhere, or nobody can tell."""
    request = urllib.request.Request(address, headers={"User-Agent": _AGENT})
    try:
        with urllib.request.urlopen(request, timeout=SECONDS):
            return ""
    except urllib.error.HTTPError as error:
        return f"{error.code}" if error.code in _GONE else ""
    except (urllib.error.URLError, OSError, ValueError) as error:
        return str(getattr(error, "reason", error))[:100] or "no answer"
