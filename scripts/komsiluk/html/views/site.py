"""The values from which the views of all kinds of pages take theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from komsiluk.html.context import PageContext
from komsiluk.pages.page import Page
from komsiluk.pages.papers import Prints
from komsiluk.pages.plan import Plan
from komsiluk.settings import Settings


@dataclass(frozen=True, kw_only=True, slots=True)
class SiteValues:
    """A planned site."""

    plan: Plan
    settings: Settings
    prints: Prints
    """The papers that have been made; the others are made on demand."""


Values = dict[str, Any]
"""The values of a template beside `at` and `page`, by name."""
View = Callable[[Page, PageContext, SiteValues], Values]
"""The function that collects the values for the template of a kind of page."""
