"""What stays of a practice that was taken off the site: the day, and no reason."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from komsiluk.model.fields import Day, Record


class WithdrawalDraft(Record):
    """A withdrawal as far as its file was understood."""

    schema_version: (
        Annotated[Literal["1"], Field(json_schema_extra={"type": "integer", "const": 1})] | None
    ) = None
    withdrawn: Annotated[Day, Field(examples=["2026-11-22"])] | None = None


class Withdrawal(WithdrawalDraft):
    """Stands in the folder of a practice, in place of everything else."""

    schema_version: Annotated[
        Literal["1"], Field(json_schema_extra={"type": "integer", "const": 1})
    ]
    """Version of this form; always 1."""
    withdrawn: Annotated[Day, Field(examples=["2026-11-22"])]
    """The day on which the practice was taken off the site."""
