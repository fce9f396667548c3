"""The setting on contested places to the policy that it states, or to why it states none."""

from __future__ import annotations

import dataclasses

from mkdocs.config.base import BaseConfigOption, ValidationError

from komsiluk.settings import CONTESTED, Border, Contested


class ContestedPlaces(BaseConfigOption[tuple[Contested, ...]]):
    """How maps draw and name places whose status is disputed, by their codes."""

    def __init__(self) -> None:
        super().__init__()
        self.default = CONTESTED

    def run_validation(self, value: object) -> tuple[Contested, ...]:
        """The policy. Raises `ValidationError` in words for the site's owner."""
        if isinstance(value, tuple):
            return value
        if not isinstance(value, dict):
            raise ValidationError('write a line for each place, as in "XK: {border: solid}".')
        return tuple(self._entry(str(code), entry or {}) for code, entry in value.items())

    def _entry(self, code: str, entry: object) -> Contested:
        if not isinstance(entry, dict):
            raise ValidationError(f'write {code}: {{border: dashed}}, not "{entry}".')
        known = [field.name for field in dataclasses.fields(Contested) if field.name != "code"]
        for name in entry:
            if name not in known:
                raise ValidationError(
                    f'"{name}" is no setting of {code}; the settings are {", ".join(known)}.'
                )
        border = entry.get("border", Border.DASHED)
        if border not in list(Border):
            raise ValidationError(f'the border of {code} is dashed or solid, not "{border}".')
        return Contested(
            code=code,
            border=Border(border),
            claimed_by=str(entry.get("claimed_by") or ""),
            part_of=str(entry.get("part_of") or ""),
            name=self._texts(code, "name", entry.get("name", {})),
            footnote=self._texts(code, "footnote", entry.get("footnote", {})),
        )

    def _texts(self, code: str, name: str, texts: object) -> dict[str, str]:
        if not isinstance(texts, dict):
            raise ValidationError(
                f'write the {name} of {code} by language, as in "{name}: {{en: {texts}}}".'
            )
        return {str(tag): str(text or "") for tag, text in texts.items()}
