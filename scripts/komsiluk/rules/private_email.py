"""An e-mail address belongs to an office or a role, not to a person.

People leave, and their address stays on paper. Whoever is named can be found and written to. A
mailbox passes that is named after a role (`office`, `info`, `kancelarija`) or after its organisation;
one at a provider for everybody is asked about.

Passes:

    contact: {role: The coordinator, email: office@example.org}

Fails:

    contact: {role: The coordinator, email: mira.petrovic@example.org}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from komsiluk.diagnostics import Diagnostic
from komsiluk.source.collection import Loaded


def check(loaded: Loaded, languages: Sequence[str]) -> Iterator[Diagnostic]:
    return (
        danger.diagnostic() for danger in loaded.dangers if danger.finding.rule == "private-email"
    )
