"""The day that a command writes into a file."""

from __future__ import annotations

import datetime
import os


def today() -> str:
    """Today in UTC, or the day of `SOURCE_DATE_EPOCH` (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = (
        datetime.datetime.fromtimestamp(int(epoch), datetime.UTC)
        if epoch
        else datetime.datetime.now(datetime.UTC)
    )
    return now.date().isoformat()
