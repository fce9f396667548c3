"""The setting on single rules to how much each matters, or to why that cannot be chosen."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.base import BaseConfigOption, ValidationError

from komsiluk.rulings import Choice, choices_for, known_rules
from komsiluk.text.nearest import nearest


class RuleSeverities(BaseConfigOption[Mapping[str, str]]):
    """`off`, `notice`, `warning` or `error` by the name of a rule."""

    def __init__(self) -> None:
        super().__init__()
        self.default: Mapping[str, str] = {}

    def run_validation(self, value: object) -> Mapping[str, str]:
        """The choices. Raises `ValidationError` in words for the site's owner."""
        if not isinstance(value, Mapping):
            raise ValidationError('write a line for each rule, as in "too-long: warning".')
        return {str(rule): self._choice(str(rule), choice) for rule, choice in value.items()}

    def _choice(self, rule: str, choice: object) -> str:
        # YAML takes `off` without quotation marks for false.
        wanted = str(Choice.OFF) if choice is False else str(choice)
        if rule not in known_rules():
            guess = nearest(rule, sorted(known_rules()))
            raise ValidationError(
                f'there is no rule "{rule}"' + (f'; did you mean "{guess}"?' if guess else ".")
            )
        allowed = choices_for(rule)
        if wanted in allowed:
            return wanted
        if wanted in list(Choice):
            raise ValidationError(
                f'"{rule}" protects people or the site: it can be raised to "warning" or "error", '
                "and neither lowered nor switched off."
            )
        raise ValidationError(f'"{rule}" is {", ".join(allowed)}, not "{choice}".')
