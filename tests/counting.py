"""Builds the site in the folder of the call, and counts how often what is worked out once is worked out.

    python -m tests.counting site

writes the site and prints the counts as JSON, by name.
"""

from __future__ import annotations

import contextlib
import json
import sys
from collections import Counter
from collections.abc import Callable
from typing import Any

from komsiluk.pages import cost, evidence, period

COUNTED = {
    "cost": (cost, "cost_band"),
    "evidence": (evidence, "evidence"),
    "duration": (period, "duration"),
}
"""Functions that work something out of a practice, by the name of the count."""


def main() -> None:
    """Count, as the command asks for it."""
    counts: Counter[str] = Counter()

    def counted(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*values: Any, **named: Any) -> Any:
            counts[name] += 1
            return function(*values, **named)

        return call

    # Before anybody else imports them.
    for name, (module, attribute) in COUNTED.items():
        setattr(module, attribute, counted(name, getattr(module, attribute)))

    from komsiluk.cli.main import commands
    from komsiluk.pages.localized import LocalizedPractice
    from komsiluk.pages.localized_texts import LocalizedTexts
    from komsiluk.pages.shared_facts import SharedFacts

    for made in (LocalizedPractice, LocalizedTexts, SharedFacts):
        made.__init__ = counted(made.__name__, made.__init__)  # type: ignore[method-assign]
    with contextlib.suppress(SystemExit):
        commands(["build", "-d", sys.argv[1]], standalone_mode=False)
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
