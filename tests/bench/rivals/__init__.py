"""The same site as other generators are given it: Markdown files, written beforehand and not timed."""
