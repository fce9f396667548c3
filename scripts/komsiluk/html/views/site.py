"""What the views of all kinds of pages draw on."""

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
    """The papers that have been made; the others are made when somebody asks."""


Values = dict[str, Any]
"""What a template is given beside `at` and `page`, by name."""
View = Callable[[Page, PageContext, SiteValues], Values]
"""Gathers what the template of a kind of page shows."""
