"""The costs of a practice to a cost band, by a published rule; unknown is its own band."""

from __future__ import annotations

from komsiluk.model.practice import Practice

BANDS = (100, 500, 2_000, 10_000)
"""Upper ends of bands 1 to 4, in euros a participant; band 5 has none. Our own ladder: the Education
Endowment Foundation's (2,000 to 30,000 pounds a class of 25) does not fit towns."""


def cost_band(practice: Practice) -> int | None:
    """1 (cheapest) to 5, or None when no source tells. Unknown is never guessed, and never sorted as cheap.

    The amounts of the practice in euros that name how many people they were for are added up
    by participant; amounts in other currencies wait for a dated rate and count as unknown.
    """
    shares = [
        float(cost.amount) / cost.participants
        for cost in practice.resources.costs
        if cost.currency == "EUR" and cost.participants
    ]
    if not shares:
        return None
    total = sum(shares)
    return 1 + sum(total > bound for bound in BANDS)
