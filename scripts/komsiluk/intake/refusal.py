"""What is said of a file that was sent and is not taken in."""

from __future__ import annotations

from komsiluk.diagnostics import Diagnostic, Message, Severity

RULE = "not-taken-in"


def refused(
    file: str, reason: Message, hint: Message | None = None, severity: Severity = Severity.ERROR
) -> Diagnostic:
    """The diagnostic; `file` is the name of what was sent, or of a part of it."""
    return Diagnostic(rule=RULE, severity=severity, message=reason, hint=hint, file=file)
