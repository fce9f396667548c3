"""Practices written in YAML, turned into a multilingual site from which others can repeat them."""

__version__ = "0.1.0"
