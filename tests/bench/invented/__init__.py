"""Practices that nobody carried out, in real sentences: what a large site would hold."""
