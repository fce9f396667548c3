"""YAML text to events where PyYAML comes without libyaml: the same values, but ten times slower."""

from __future__ import annotations

from typing import Any

import yaml


class PatientLoader(yaml.SafeLoader):
    """PyYAML's own parser, taught to accept tabs between tokens as libyaml does.

    YAML 1.2.2 §6.2 allows them (`name:<Tab>value`); PyYAML refuses them without libyaml
    (tried with PyYAML 6.0.3). It can go when PyYAML accepts them. In files that neither parser can
    read, the two may stumble at different places; what the lint explains is the same.
    """

    def scan_to_next_token(self) -> None:
        """Skip blanks, comments and ends of line, and tabs where no indentation can be meant."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> list[str]:
        """The blanks within a text without quotation marks; tabs count as blanks."""
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks = self.prefix(length)
        if "\t" not in blanks:
            return list(super().scan_plain_spaces(indent, start_mark) or [])
        self.forward(length)
        if self.peek() in "\0\r\n":
            return list(super().scan_plain_spaces(indent, start_mark) or [])
        return [blanks]
